/** The words that all pages share, by language. */
import type { Language } from "../../experiments/names/languages.ts";
import type { Verdict } from "../../experiments/statistics/statistics.ts";

/** The words of one language. */
export interface SiteTexts {
  /** The language's own name. */
  readonly language: string;
  readonly skip: string;
  readonly course: string;
  readonly lab: string;
  readonly results: string;
  readonly glossary: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
}

/** The words by language. */
export const SITE_TEXTS: Readonly<Record<Language, SiteTexts>> = {
  en: {
    language: "English",
    skip: "Skip to the content",
    course: "Course",
    lab: "Lab",
    results: "Results",
    glossary: "Glossary",
    verdicts: { supported: "supported", refuted: "refuted", undecided: "undecided" },
  },
  ko: {
    language: "한국어",
    skip: "본문으로 건너뛰기",
    course: "강의",
    lab: "실험실",
    results: "실험 결과",
    glossary: "용어집",
    verdicts: { supported: "지지됨", refuted: "반박됨", undecided: "판정 보류" },
  },
};
