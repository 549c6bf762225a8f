/** The texts of the front page, which each language has in a file of its own. */
import type { Html } from "../html.ts";
import type { PartOfResults } from "./parts.ts";

/** A title with a sentence below it. */
export interface Heading {
  readonly title: string;
  readonly lead: string;
}

/** The texts in one language. */
export interface FrontTexts {
  readonly title: string;
  readonly description: (experiments: number) => string;
  readonly extent: (
    totals: {
      readonly experiments: number;
      readonly runs: number;
      readonly epochs: number;
      readonly claims: number;
    },
  ) => string;
  /** The line of links below the extent. */
  readonly links: (addresses: { readonly lab: string; readonly course: string; readonly method: string }) => Html;
  readonly course: Heading;
  readonly search: SearchTexts;
  readonly parts: Readonly<Record<PartOfResults, Heading>>;
  /** Says that the pages of experiments are in another language; undefined where they are not. */
  readonly foreignPages?: string;
  readonly method: MethodTexts;
}

/** The texts of the search field; `{matches}` and `{cards}` are numbers. */
export interface SearchTexts {
  readonly label: string;
  readonly count: string;
  readonly nothing: string;
  /** Terms that are often looked for. */
  readonly often: readonly string[];
}

/** The texts of the section on data and method. */
export interface MethodTexts {
  readonly title: string;
  readonly judgement: {
    readonly title: string;
    readonly seal: Html;
    readonly confidence: (claims: number, pages: number, most: string) => Html;
  };
  readonly verification: {
    readonly title: string;
    readonly how: Html;
    readonly cite: (title: string, suite: string, seeds: Html, digest: string) => Html;
  };
  readonly facts: {
    readonly title: string;
    readonly suite: string;
    readonly seed: string;
    readonly madeBy: string;
    readonly severalCommands: string;
    readonly charts: string;
    readonly licence: string;
    readonly digest: Html;
  };
  /** What is done, and what results from it, from the question to the page. */
  readonly stages: readonly { readonly title: string; readonly result: string }[];
  /** Between two stages, as read aloud. */
  readonly then: string;
  readonly followed: {
    readonly title: string;
    readonly rule: (statement: Html, rule: Html) => Html;
    readonly seal: (experiment: Html, seal: Html) => Html;
    readonly randomNumbers: (seed: Html, experiment: Html) => Html;
    readonly data: (runs: Html, digest: Html) => Html;
    readonly verdict: (verdict: Html, claims: Html, digest: Html) => Html;
    readonly digest: (manifest: Html) => Html;
  };
}
