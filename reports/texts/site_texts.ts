/** The words that all pages share, in one language. */
import type { Verdict } from "../../experiments/statistics/statistics.ts";

/** The words. */
export interface SiteTexts {
  readonly skip: string;
  readonly course: string;
  readonly lab: string;
  readonly results: string;
  readonly glossary: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
}
