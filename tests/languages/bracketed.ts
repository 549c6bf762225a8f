/** A third language that a program makes from English: it puts every text in brackets. */
import { ENGLISH } from "../../reports/languages/en/english.ts";
import type { LanguageTexts, PrintedTexts, TranslatedExperiments } from "../../reports/languages/language_texts.ts";

/** The same with every text in brackets, those that functions and HTML hold too. */
function bracketed<T>(value: T): T {
  return bracketedValue(value) as T;
}

function bracketedValue(value: unknown): unknown {
  if (typeof value === "string") return value === "" ? value : `⟦${value}⟧`;
  if (typeof value === "function") return (...values: unknown[]) => bracketedValue(value(...values));
  if (Array.isArray(value)) return value.map(bracketedValue);
  if (typeof value !== "object" || value === null) return value;
  if ("html" in value) return { html: `⟦${value.html}⟧` };
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, bracketedValue(text)]));
}

/** All texts. */
export const BRACKETED: LanguageTexts = {
  name: bracketed(ENGLISH.name),
  setting: {},
  names: bracketed(ENGLISH.names),
  site: bracketed(ENGLISH.site),
  lab: bracketed(ENGLISH.lab),
  lesson: bracketed(ENGLISH.lesson),
  printed: async (): Promise<PrintedTexts> => {
    const { CATALOG } = await import("../../experiments/catalog.ts");
    const { front, course, synonyms } = await ENGLISH.printed();
    const experiments = CATALOG.map(({ id, question, headline = [] }) => {
      const headlines = Object.fromEntries(headline.map(({ text }) => [text, bracketed(text)]));
      return [id, { question: bracketed(question), headlines }];
    });
    return {
      front: bracketed(front),
      course: bracketed(course),
      experiments: Object.fromEntries(experiments) as TranslatedExperiments,
      synonyms,
    };
  },
};
