/** The texts of the course in one language. */
import type { Html } from "../html.ts";
import type { PartId } from "./course_parts.ts";
import type { NumbersOf, TextsOf } from "./lesson.ts";
import type { LESSONS } from "./lessons.ts";
import type { Term, TermId } from "./terms.ts";

/** All texts; a language that lacks one, or has one too many, does not compile. */
export interface CourseTexts {
  readonly page: PageTexts;
  readonly terms: Readonly<Record<TermId, Term>>;
  readonly lessons: {
    readonly [L in keyof typeof LESSONS]: (numbers: NumbersOf<(typeof LESSONS)[L]>) => TextsOf<(typeof LESSONS)[L]>;
  };
}

/** What all pages of the course share. */
export interface PageTexts {
  readonly courseTitle: string;
  readonly courseLead: Html;
  /** How many lessons there are, and how long they take. */
  readonly extent: (lessons: number, minutes: number) => string;
  readonly parts: Readonly<Record<PartId, { readonly title: string; readonly lead: Html }>>;
  /** The place of a lesson: its number of all, in a part. */
  readonly place: (lesson: number, lessons: number, part: string) => string;
  readonly glossaryLead: string;
  readonly minutes: (minutes: number) => string;
  readonly prerequisites: string;
  readonly noPrerequisites: string;
  readonly notation: string;
  readonly plusNotation: Html;
  readonly minusNotation: Html;
  readonly guess: string;
  readonly showAnswer: string;
  readonly tryIt: string;
  readonly openLab: string;
  readonly idea: string;
  readonly finding: string;
  readonly notRun: string;
  readonly toExperiment: string;
  readonly update: string;
  readonly exercises: string;
  readonly answer: string;
  readonly code: string;
  readonly terms: string;
  readonly sources: string;
  readonly previous: string;
  readonly next: string;
}
