/** The course's shared texts in Korean. */
import { markup } from "../../html.ts";
import type { PageTexts } from "../course_texts.ts";
import { derivative, minus, product, sum } from "../formula/expression.ts";
import { mathWithParticle as m } from "./inline_math_ko.ts";

/** The shared texts. */
export const PAGE_KO: PageTexts = {
  language: "한국어",
  skip: "본문으로 건너뛰기",
  course: "강의",
  courseTitle: "처음 배우는 신경망",
  courseLead:
    markup`가장 작은 신경망으로 배우는 짧은 강의입니다. 질문 하나를 던지고, 답을 수식으로 유도하고, 수천 번의 학습
결과로 확인합니다.`,
  results: "전체 실험 결과",
  lab: "실험실",
  glossary: "용어집",
  glossaryLead: "강의에 나오는 용어를 한 문장씩으로 풀었습니다.",
  minutes: (minutes) => `${minutes}분`,
  prerequisites: "먼저 읽을 강의:",
  noPrerequisites: "고등학교 미분만 알면 됩니다.",
  notation: "교재의 표기법 고르기",
  plusNotation: markup`${m("e")} = ${m(minus("d", "y"))}, 가중치에 ${m(sum(product("α", "δ", "x")), "를")} 더한다`,
  minusNotation: markup`${m(derivative("E", "v"))}, 가중치에서 ${
    m(product("α", derivative("E", "v"), "x"), "를")
  } 뺀다`,
  guess: "먼저 짐작해 보세요",
  showAnswer: "답 보기",
  tryIt: "직접 해 보기",
  openLab: "이 설정으로 실험실 열기",
  idea: "핵심 아이디어",
  finding: "실험 결과",
  notRun: "이 강의에 해당하는 실험을 여기서는 돌리지 않아서, 인용할 결과가 없습니다.",
  toExperiment: "실험과 데이터 보기(영어)",
  update: "손으로 계산해 보기",
  exercises: "연습 문제",
  answer: "풀이",
  code: "코드로 쓰면",
  terms: "이 강의의 용어",
  sources: "참고 문헌",
  previous: "이전 강의",
  next: "다음 강의",
};
