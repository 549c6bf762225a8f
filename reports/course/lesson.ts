/** A lesson of the course: everything but its texts, which each language has in a file of its own. */
import type { Verdict } from "../../experiments/statistics/statistics.ts";
import type { Html } from "../html.ts";
import type { LabState } from "../wire/lab_state.ts";
import type { Interactive } from "../wire/lesson_data.ts";
import type { LessonId } from "./course_parts.ts";
import type { Definitions, Values } from "./formula/expression.ts";
import type { Line } from "./formula/mathml.ts";
import type { TermId } from "./terms.ts";

/** A claim of the suite that a lesson quotes. */
export interface QuotedClaim {
  readonly experiment: string;
  readonly claim: string;
}

/** A step of a derivation: a paragraph, followed by formulas, a table, and a figure or a finding. */
export interface Step {
  readonly lines?: readonly Line[];
  /** The numbers with which its lines are computed on the page, and checked by the tests. */
  readonly values?: Values;
  /** The same in all languages. */
  readonly table?: Html;
  readonly figure?: Figure;
  readonly finding?: QuotedClaim;
}

/** Draws a figure with the labels of a language. */
// deno-lint-ignore no-explicit-any -- each figure has labels of its own
export type Figure<F extends string = any> = (texts: FigureTexts<F>) => Html;

/** The parts of a lesson, each a list of steps by name. */
export type Parts = Readonly<Record<string, Readonly<Record<string, Step>>>>;

/** A lesson without its texts; N are the numbers that texts fill in, F the labels of its figure, X its exercises. */
export interface Lesson<
  N = unknown,
  P extends Parts = Parts,
  X extends string = string,
  F extends string = string,
> {
  readonly id: LessonId;
  /** How long it takes to read. */
  readonly minutes: number;
  readonly prerequisites: readonly LessonId[];
  /** The terms that it explains, in the order of their first use. */
  readonly terms: readonly TermId[];
  /** The setting of the lab that it starts from. */
  readonly lab: Partial<LabState>;
  /** What the reader can move beside the first question. */
  readonly interactive?: Interactive;
  readonly numbers: N;
  readonly figure: Figure<F>;
  readonly parts: P;
  /**
   * The part that the script of the page turns into a walk: its first step introduces the walk with a figure, and the
   * reader goes through the others one by one. In the figure, `data-from` is the step since which an element is
   * shown, `data-at` are the steps that highlight it, and `data-symbol` is the symbol whose value a text shows.
   */
  readonly walk?: keyof P & string;
  /** The quantities of its derivations; the tests compare every derivative among them with differences. */
  readonly model?: { readonly given: Values; readonly definitions: Definitions };
  /** The claim of the suite that the lesson quotes. */
  readonly finding: QuotedClaim;
  /** One update of the weights, line by line. */
  readonly update: Required<Pick<Step, "lines" | "values">>;
  readonly exercises: readonly X[];
  /** A program that runs in the console of a browser. */
  readonly code: string;
  /** What the program prints; the page shows it as a comment below the program. */
  readonly prints: () => string;
  /** Works that it cites, in full. */
  readonly sources: readonly string[];
}

/** The texts of a figure. */
export interface FigureTexts<F extends string = string> {
  readonly labels: Readonly<Record<F, string>>;
  /** Says what is drawn, for readers who cannot see it. */
  readonly description: string;
}

/** The texts of a figure, with its caption. */
export type CaptionedTexts<F extends string> = FigureTexts<F> & { readonly caption: Html };

/** The paragraph of a step whose figure has texts of its own. */
export interface FigureStepTexts<F extends string> {
  readonly text: Html;
  readonly figure: CaptionedTexts<F>;
}

/** The paragraph of a step that quotes a claim. */
export interface FindingStepTexts {
  readonly text: Html;
  readonly finding: FindingTexts;
}

/** The sentence for each verdict of a claim. */
export type FindingTexts = Readonly<Record<Verdict, (values: FindingValues) => Html>>;

/** The texts of any step. */
export type AnyStepTexts = Html | FigureStepTexts<string> | FindingStepTexts;

/** The paragraph of a step, with the texts of its figure or of the claim that it quotes; any for steps in general. */
export type StepTexts<S extends Step = Step> = keyof Step extends keyof S ? AnyStepTexts
  : S extends { readonly figure: Figure<infer F> } ? FigureStepTexts<F>
  : S extends { readonly finding: QuotedClaim } ? FindingStepTexts
  : Html;

/** What a lesson quotes of a judged claim, formatted. */
export interface FindingValues {
  /** Number of starts. */
  readonly starts: string;
  /** For how many of them the claim holds. */
  readonly count: string;
  /** For how many of them it does not. */
  readonly others: string;
  /** The estimate as it is: a ratio, or a proportion or difference from −1 to 1. */
  readonly estimate: string;
  /** The estimate in per cent, for a difference in percentage points. */
  readonly percent: string;
  /** The interval of the estimate as it is, with a space before; empty if the claim has none. */
  readonly interval: string;
  /** The interval of the percentage, likewise. */
  readonly percentInterval: string;
}

/** The texts of a lesson in one language. */
export interface LessonTexts<
  P extends Parts = Parts,
  X extends string = string,
  F extends string = string,
> {
  readonly title: string;
  /** The question that the lesson answers, in one sentence. */
  readonly question: string;
  /** The same, with links to terms. */
  readonly lead: Html;
  readonly guess: { readonly question: Html; readonly answer: Html };
  /** What to do in the lab. */
  readonly lab: Html;
  readonly idea: readonly Html[];
  readonly figure: CaptionedTexts<F>;
  readonly parts: {
    readonly [N in keyof P]: {
      readonly title: string;
      readonly steps: { readonly [S in keyof P[N]]: StepTexts<P[N][S]> };
    };
  };
  readonly finding: FindingTexts;
  /** What the update by hand starts from. */
  readonly update: Html;
  readonly exercises: Readonly<Record<X, { readonly question: Html; readonly answer: Html }>>;
  /** What the program does. */
  readonly code: Html;
}

/** The texts of a certain lesson in one language. */
export type TextsOf<L> = L extends Lesson<infer _, infer P, infer X, infer F> ? LessonTexts<P, X, F> : never;

/** The numbers that the texts of a certain lesson fill in. */
export type NumbersOf<L> = L extends Lesson<infer N, infer _, infer __, infer ___> ? N : never;

/** Makes a lesson whose texts the compiler checks against its parts, exercises and labels. */
export function defineLesson<N, P extends Parts, const X extends string, F extends string>(
  lesson: Lesson<N, P, X, F>,
): Lesson<N, P, X, F> {
  return lesson;
}

/** A number with fixed decimals and a true minus sign. */
export function decimal(value: number, places: number): string {
  return value.toFixed(places).replace("-", "−");
}
