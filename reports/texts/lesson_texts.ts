/** The words of what moves in a lesson, by language. */
import type { Language } from "../../experiments/names/languages.ts";

/** The words of one language. */
export interface LessonUiTexts {
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

/** The words by language. */
export const LESSON_TEXTS: Readonly<Record<Language, LessonUiTexts>> = {
  en: {
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
  ko: {
    twoLines: {
      label: "XOR의 네 점과 끌어 움직이는 두 직선",
      hint: "직선의 양 끝을 끌어 보세요. 끝점을 고른 뒤 화살표 키로도 움직일 수 있습니다.",
      handle: (line, end, x, y) => `직선 ${line}, 끝점 ${end}, 위치 ${x}, ${y}. 화살표 키로 움직입니다.`,
      alone: (line, right) => `직선 ${line} 하나로는 네 점 중 ${right}개가 맞습니다.`,
      together: (right) => `두 직선을 함께 읽는 출력 노드라면 ${right}개가 맞습니다.`,
      solve: "함께 쓰면 풀리는 두 직선 보기",
      reset: "처음부터 다시",
    },
  },
};
