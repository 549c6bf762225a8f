/** English. */
import { NAMES_EN } from "../../../experiments/words/names_en.ts";
import { EN } from "./lab_en.ts";
import type { LanguageTexts } from "../language_texts.ts";

/** All texts in English. */
export const ENGLISH: LanguageTexts = {
  name: "English",
  setting: {},
  names: NAMES_EN,
  site: {
    skip: "Skip to the content",
    course: "Course",
    lab: "Lab",
    results: "Results",
    glossary: "Glossary",
    verdicts: { supported: "supported", refuted: "refuted", undecided: "undecided" },
  },
  lab: EN,
  lesson: {
    steps: {
      label: "The steps of the update",
      hint: "Go through the update step by step, with the buttons or the arrow keys.",
      back: "Back",
      next: "Next",
      ask: "Leave a number to me",
      showNumber: "Show",
      notYet: "not yet",
      place: (step, count) => `Step ${step} of ${count}`,
    },
    twoLines: {
      label: "The four points of XOR, and two lines to drag",
      hint: "Drag the ends of the lines, or focus an end and press the arrow keys.",
      handle: (line, end, x, y) => `Line ${line}, end ${end}, at ${x}, ${y}. The arrow keys move it.`,
      alone: (line, right) => `Line ${line} alone: ${right} of 4 points right.`,
      together: (right) => `An output unit that reads both lines: ${right} of 4.`,
      solve: "Show two lines that work together",
      reset: "Start again",
    },
  },
  printed: async () => (await import("./english_printed.ts")).ENGLISH_PRINTED,
};
