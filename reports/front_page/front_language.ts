/** The front page's language: its texts, what it shows of results in it, and how it links. */
import { MAIN_LANGUAGE } from "../../experiments/words/names.ts";
import { type Html, markup } from "../html.ts";
import { PRINTED, questionIn } from "../languages/printed_texts.ts";
import type { Language } from "../languages/languages.ts";
import { prose } from "../page/prose.ts";
import { pathOf, relativePath } from "../site/site_paths.ts";
import type { Summary } from "../summary/summary.ts";
import type { FrontTexts } from "./front_texts.ts";

/** A language, as the parts of the front page need it. */
export interface FrontLanguage {
  readonly code: Language;
  readonly texts: FrontTexts;
  /** The question of an experiment. */
  readonly questionOf: (summary: Summary) => Html;
  /** The answer of an experiment; in the main language, and marked so, where it has no translation. */
  readonly answerOf: (summary: Summary) => Html;
  /** A text that is written in the main language alone, marked so. */
  readonly untranslated: (text: string) => Html;
  /** The address of a file in the folder of the results. */
  readonly address: (file: string) => string;
}

/** The front page's language by its code. */
export function frontLanguage(code: Language): FrontLanguage {
  return {
    code,
    texts: PRINTED[code].front,
    questionOf: ({ experiment: id, question }) => {
      const translated = questionIn(code, { id, question });
      return translated === question ? inMainLanguage(question, code) : prose(translated);
    },
    answerOf: ({ answer, translatedAnswers }) => {
      const translated = code === MAIN_LANGUAGE ? answer : translatedAnswers[code];
      return translated === undefined ? inMainLanguage(answer, code) : prose(translated);
    },
    untranslated: (text) => inMainLanguage(text, code),
    address: (file) => relativePath(pathOf("index.html", code), file),
  };
}

function inMainLanguage(text: string, code: Language): Html {
  return code === MAIN_LANGUAGE ? prose(text) : markup`<span lang="${MAIN_LANGUAGE}">${prose(text)}</span>`;
}
