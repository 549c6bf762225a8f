/** Korean. */
import { KO } from "../texts/ko.ts";
import { LESSON_KO } from "../texts/lesson_texts.ts";
import { NAMES_KO } from "../texts/names_ko.ts";
import type { LanguageTexts } from "./language_texts.ts";

/** All texts in Korean. */
export const KOREAN: LanguageTexts = {
  name: "한국어",
  setting: {
    fonts: '"Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", "Noto Sans KR", sans-serif',
    keepsWords: true,
  },
  names: NAMES_KO,
  site: {
    skip: "본문으로 건너뛰기",
    course: "강의",
    lab: "실험실",
    results: "실험 결과",
    glossary: "용어집",
    verdicts: { supported: "지지됨", refuted: "반박됨", undecided: "판정 보류" },
  },
  lab: KO,
  lesson: LESSON_KO,
  printed: async () => (await import("./korean_printed.ts")).KOREAN_PRINTED,
};
