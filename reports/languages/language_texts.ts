/** Everything that pages say in one language. */
import type { LanguageNames } from "../../experiments/names/names_en.ts";
import type { CourseTexts } from "../course/course_texts.ts";
import type { FrontTexts } from "../front_page/front_texts.ts";
import type { Texts } from "../texts/en.ts";
import type { LessonUiTexts } from "../texts/lesson_texts.ts";
import type { SiteTexts } from "../texts/site_texts.ts";
import type { Synonyms } from "../texts/synonyms_en.ts";
import type { TranslatedExperiments } from "../texts/translated_experiment.ts";

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

/** The texts that are written into pages, and that no script shows. */
export interface PrintedTexts {
  readonly front: FrontTexts;
  readonly course: CourseTexts;
  /** Questions and answers of the experiments; null for the language that they are written in. */
  readonly experiments: TranslatedExperiments | null;
  /** What the search takes for the same. */
  readonly synonyms: Synonyms;
}
