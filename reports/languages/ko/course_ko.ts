/** The course's shared texts in Korean. */
import { prose } from "../../course/prose_markup.ts";
import type { PageTexts } from "../../course/course_texts.ts";
import { derivative, minus, product, sum } from "../../course/formula/expression.ts";
import { m } from "./writing_ko.ts";

/** The shared texts. */
export const COURSE_KO: PageTexts = {
  courseTitle: "처음 배우는 신경망",
  courseLead: prose`가장 작은 신경망으로 배우는 짧은 강의입니다. 강의마다 질문을 하나 던지고, 수식으로 답을 유도한 다음,
신경망을 수천 번 학습시킨 결과로 확인합니다.`,
  extent: (lessons, minutes) => `모두 ${lessons}강, ${minutes}분`,
  parts: {
    "unit": {
      title: "노드 하나",
      lead: prose`노드 하나가 무엇을 계산하는지, 그 출력을 어떻게 확률로 읽는지 배웁니다.`,
    },
    "learning": {
      title: "학습",
      lead: prose`노드가 예제를 보고 배우는 방법입니다. 오차를 재고 기울기를 구해서, 내리막을 따라 조금씩 내려갑니다.`,
    },
    "one-layer": {
      title: "단층으로는 왜 안 될까",
      lead: prose`노드 하나는 직선 하나를 긋습니다. XOR를 풀기에는 모자랍니다.`,
    },
    "hidden-layers": {
      title: "은닉층",
      lead:
        prose`노드 두 개를 더하면 XOR가 풀립니다. 은닉 노드가 어떻게 배우는지, 무엇을 배우는지, 무엇이 학습에 도움이 되는지 봅니다.`,
    },
  },
  place: (lesson, lessons, part) => `${lessons}강 중 제${lesson}강 · ${part}`,
  glossaryLead: "강의에 나오는 용어를 짧게 풀이했습니다.",
  minutes: (minutes) => `${minutes}분`,
  prerequisites: "먼저 읽을 강의:",
  noPrerequisites: "고등학교 미분만 알면 됩니다.",
  notation: "내 교재의 표기법 고르기",
  plusNotation: prose`${m("e")} = ${m(minus("d", "y"))}, 가중치에 ${m(sum(product("α", "δ", "x")), "를")} 더한다`,
  minusNotation: prose`${m(derivative("E", "v"))}, 가중치에서 ${m(product("α", derivative("E", "v"), "x"), "를")} 뺀다`,
  guess: "먼저 짐작해 보세요",
  showAnswer: "답 보기",
  tryIt: "직접 해 보기",
  openLab: "이 설정으로 실험실 열기",
  idea: "핵심 아이디어",
  finding: "실험 결과",
  notRun: "이 강의의 실험을 여기서는 돌리지 않아서 인용할 결과가 없습니다.",
  toExperiment: "영어로 된 실험과 데이터 보기",
  update: "손으로 계산해 보기",
  exercises: "연습 문제",
  answer: "풀이",
  code: "코드로 쓰면",
  terms: "이 강의의 용어",
  sources: "참고 문헌",
  previous: "이전 강의",
  next: "다음 강의",
};
