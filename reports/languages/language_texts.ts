/** Everything that pages say in one language. */
import type { Verdict } from "../../experiments/statistics/statistics.ts";
import type { LanguageNames } from "../../experiments/words/names_en.ts";
import type { CourseTexts } from "../course/course_texts.ts";
import type { ExperimentId } from "../front_page/parts.ts";
import type { FrontTexts } from "../front_page/front_texts.ts";
import type { Texts } from "./en/lab_en.ts";
import type { Synonyms } from "./en/synonyms_en.ts";

/** A language: one that lacks a text, or has one too many, does not compile. */
export interface LanguageTexts {
  /** Its own name for itself. */
  readonly name: string;
  readonly setting: Setting;
  /** The words for identifiers. */
  readonly names: LanguageNames;
  /** What all pages share. */
  readonly site: SiteTexts;
  readonly lab: Texts;
  /** What moves in a lesson. */
  readonly lesson: LessonUiTexts;
  /** Loads what no script needs, which the bundles of scripts leave out if it is in a file called `*_printed.ts`. */
  readonly printed: () => Promise<PrintedTexts>;
}

/** How a language is set in type. */
export interface Setting {
  /** The font families of running text, as in CSS; undefined where those of every page have its letters. */
  readonly fonts?: string;
  /** Whether lines break only between words, though the script would allow it between any two letters. */
  readonly keepsWords?: boolean;
}

/** The words that all pages share. */
export interface SiteTexts {
  readonly skip: string;
  readonly course: string;
  readonly lab: string;
  readonly results: string;
  readonly glossary: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
}

/** The words of what moves in a lesson. */
export interface LessonUiTexts {
  /** What steps through an update, in lessons and on result pages. */
  readonly steps: {
    readonly label: string;
    readonly hint: string;
    readonly back: string;
    readonly next: string;
    readonly ask: string;
    readonly showNumber: string;
    readonly notYet: string;
    readonly place: (step: number, count: number) => string;
  };
  readonly twoLines: {
    readonly label: string;
    readonly hint: string;
    readonly handle: (line: string, end: number, x: number, y: number) => string;
    readonly alone: (line: string, right: number) => string;
    readonly together: (right: number) => string;
    readonly solve: string;
    readonly reset: string;
  };
}

/** The texts that are written into pages, and that no script shows. */
export interface PrintedTexts {
  readonly front: FrontTexts;
  readonly course: CourseTexts;
  /** Questions and answers of the experiments; null for the language that they are written in. */
  readonly experiments: TranslatedExperiments | null;
  /** What the search takes for the same. */
  readonly synonyms: Synonyms;
}

/** The texts of an experiment in another language than its own. */
export interface TranslatedExperiment {
  readonly question: string;
  /** The texts of its headlines by those in the experiment, with the same placeholders. */
  readonly headlines: Readonly<Record<string, string>>;
}

/** The texts of the experiments; one without is shown in its own language. */
export type TranslatedExperiments = Readonly<Partial<Record<ExperimentId, TranslatedExperiment>>>;
