/** Korean. */
import { KO } from "./lab_ko.ts";
import { NAMES_KO } from "./names_ko.ts";
import type { LanguageTexts } from "../language_texts.ts";

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
  lesson: {
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
  },
  printed: async () => (await import("./korean_printed.ts")).KOREAN_PRINTED,
};
