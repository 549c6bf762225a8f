/** A lesson of the course: everything but its texts, which each language has in a file of its own. */
import type { Verdict } from "../../experiments/statistics/statistics.ts";
import type { Html } from "../html.ts";
import type { LabState } from "../wire/lab_state.ts";
import type { Definitions, Values } from "./formula/expression.ts";
import type { Line } from "./formula/mathml.ts";
import type { TermId } from "./terms.ts";

/** The lessons in the order of the course. */
export const LESSON_IDS = ["unit", "delta-rule", "one-layer", "back-propagation"] as const;

/** The id of a lesson, which is the name of its file. */
export type LessonId = (typeof LESSON_IDS)[number];

/** A step of a derivation: a paragraph, followed by formulas or a table. */
export interface Step {
  readonly lines?: readonly Line[];
  /** The numbers with which its lines are computed on the page, and checked by the tests. */
  readonly values?: Values;
  /** The same in all languages. */
  readonly table?: Html;
}

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
  readonly numbers: N;
  readonly figure: (texts: FigureTexts<F>) => Html;
  readonly parts: P;
  /** The quantities of its derivations; the tests compare every derivative among them with differences. */
  readonly model?: { readonly given: Values; readonly definitions: Definitions };
  /** The claim of the suite that the lesson quotes. */
  readonly finding: { readonly experiment: string; readonly claim: string };
  /** One update of the weights, line by line. */
  readonly update: Required<Pick<Step, "lines" | "values">>;
  readonly exercises: readonly X[];
  /** A program that runs in the console of a browser. */
  readonly code: string;
  /** Works that it cites, in full. */
  readonly sources: readonly string[];
}

/** The texts of a figure. */
export interface FigureTexts<F extends string = string> {
  readonly labels: Readonly<Record<F, string>>;
  /** Says what is drawn, for readers who cannot see it. */
  readonly description: string;
}

/** What a lesson quotes of a judged claim, formatted. */
export interface FindingValues {
  /** Number of starts. */
  readonly starts: string;
  /** For how many of them the claim holds. */
  readonly count: string;
  /** For how many of them it does not. */
  readonly others: string;
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
  readonly figure: FigureTexts<F> & { readonly caption: Html };
  readonly parts: {
    readonly [N in keyof P]: {
      readonly title: string;
      readonly steps: { readonly [S in keyof P[N]]: Html };
    };
  };
  readonly finding: Readonly<Record<Verdict, (values: FindingValues) => Html>>;
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
