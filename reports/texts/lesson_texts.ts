/** The words of what moves in a lesson. */

/** The words of one language. */
export interface LessonUiTexts {
  /** What steps through an update, in lessons and on result pages. */
  readonly steps: {
    readonly label: string;
    readonly hint: string;
    readonly back: string;
    readonly next: string;
    readonly ask: string;
    readonly showNumber: string;
    readonly notYet: string;
    readonly place: (step: number, count: number) => string;
  };
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

/** The words in English. */
export const LESSON_EN: LessonUiTexts = {
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
};

/** The words in Korean. */
export const LESSON_KO: LessonUiTexts = {
  steps: {
    label: "갱신의 단계",
    hint: "버튼이나 화살표 키로 한 단계씩 따라가 보세요.",
    back: "이전",
    next: "다음",
    ask: "숫자 하나는 직접 계산하기",
    showNumber: "값 보기",
    notYet: "다시 계산해 보세요",
    place: (step, count) => `${count}단계 중 ${step}단계`,
  },
  twoLines: {
    label: "XOR의 네 점과 끌어 움직이는 두 직선",
    hint: "직선의 양 끝을 끌어 보세요. 끝점을 고른 뒤 화살표 키로도 움직일 수 있습니다.",
    handle: (line, end, x, y) => `직선 ${line}, 끝점 ${end}, 위치 ${x}, ${y}. 화살표 키로 움직입니다.`,
    alone: (line, right) => `직선 ${line} 하나로는 네 점 중 ${right}개가 맞습니다.`,
    together: (right) => `두 직선을 함께 읽는 출력 노드라면 ${right}개가 맞습니다.`,
    solve: "함께 쓰면 풀리는 두 직선 보기",
    reset: "처음부터 다시",
  },
};
