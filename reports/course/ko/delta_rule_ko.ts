/** "The delta rule" in Korean. */
import { markup } from "../../html.ts";
import { derivative, minus, negative, product } from "../formula/expression.ts";
import { mathWithParticle as m } from "./inline_math_ko.ts";
import type { NumbersOf, TextsOf } from "../lesson.ts";
import type { deltaRule } from "../lessons/delta_rule_lesson.ts";
import { byNotation, term } from "../terms.ts";

const printed = product("y", minus("y", 1), "e");
const downhill = product("α", derivative("E", "v"), "x_1");

/** The texts of the lesson. */
export const DELTA_RULE_KO = (n: NumbersOf<typeof deltaRule>): TextsOf<typeof deltaRule> => ({
  title: "델타 규칙",
  question: "노드는 오차에서 어떻게 배울까요?",
  lead: markup`${term("unit", "노드")}는 ${term("error", "오차")}에서 어떻게 배울까요?`,
  guess: {
    question: markup`1이라고 답해야 하는 노드의 ${
      term("output", "출력")
    }이 0.6입니다. 입력 하나는 1, 다른 하나는 0입니다. 두 입력의 ${
      term("weight", "가중치")
    } 가운데 어느 쪽을 고쳐야 할까요?`,
    answer: markup`입력이 1인 쪽을 키워야 합니다. 다른 쪽은 0이 곱해지니까 오차에 아무 책임이 없습니다.`,
  },
  lab: markup`실험실에서는 노드 200개가 d = x₁이라는 표를 학습합니다. 모두 성공합니다. 이번에는 ${
    term("learning-rate", "학습률")
  }을 음수로 바꿔 보세요. 무엇을 배우게 될까요?`,
  idea: [
    markup`${term("supervised", "지도 학습")}에서는 ${term("row", "행")}마다 ${
      term("target", "정답")
    } d가 있습니다. 오차 e = d − y를 보면 출력 y가 어느 쪽으로 얼마나 빗나갔는지 알 수 있습니다.`,
    markup`${
      term("squared-error", "제곱 오차")
    }를 가중치라는 땅 위의 산이라고 생각해 봅시다. 여러분은 안개 낀 비탈에 서 있습니다. 골짜기는 보이지 않아도 어느 쪽이 내리막인지는
발밑으로 느낄 수 있습니다. 그래서 내리막으로 조금씩 내려갑니다. 이것이 ${
      term("gradient-descent", "경사 하강법")
    }입니다.`,
    markup`노드가 하나일 때는 기울기를 나타내는 식이 아주 짧습니다. 이 식을 따르는 것이 ${
      term("delta-rule", "델타 규칙")
    }입니다. 가중치마다 학습률 × ${term("delta", "델타")} × 입력만큼 바꿉니다.`,
  ],
  figure: {
    labels: { error: "오차 E", weight: "가중치 w", slope: "기울기", step: "한 걸음" },
    description:
      "골짜기가 있는 곡선, 곧 가중치 하나에 대한 오차. 왼쪽 비탈의 접선은 오른쪽으로 내려가고, 아래의 화살표는 골짜기 " +
      "쪽으로 가는 한 걸음을 나타낸다.",
    caption:
      markup`가중치가 하나, 입력은 1, 정답은 0.7인 경우입니다. 접선은 왼쪽 점에서의 기울기입니다. 기울기의 반대쪽으로 한 걸음
가면 골짜기에 더 가까운 오른쪽 점에 닿습니다.`,
  },
  parts: {
    derived: {
      title: "규칙 유도하기",
      steps: {
        chain: markup`${m("E", "는")} 출력 ${m("y", "에")}, ${m("y", "는")} ${term("weighted-sum", "가중합")} ${
          m("v", "에")
        }, ${m("v", "는")} 가중치에 따라 달라집니다. ${
          term("chain-rule", "연쇄 법칙")
        }으로 세 기울기를 곱합니다. ½은 미분할 때 나오는 2를 없애려고 붙인 것입니다.`,
        slopes: markup`셋 다 쉽습니다. 두 번째는 지난 강의에서 구한 ${
          term("sigmoid", "시그모이드")
        }의 기울기입니다. 세 번째는 입력입니다. ${m("v", "에")} ${m(product("w_1", "x_1"), "이")} 들어 있으니까요.`,
        together: markup`앞의 둘은 노드 전체에 공통입니다. 묶어서 ${
          byNotation(m(negative(derivative("E", "v"))), m(derivative("E", "v")))
        }로 씁니다.`,
        rule: markup`내려가려면 기울기의 반대로 가야 합니다. 그래서 가중치는 ${
          byNotation(m(product("α", "δ", "x_1")), m(negative(downhill)))
        }만큼 움직입니다. 다른 가중치도 마찬가지입니다.`,
      },
    },
    sign: {
      title: "조심해야 할 오타",
      steps: {
        printed: markup`강의 노트나 인터넷 글에 ${
          m(printed, "라고")
        } 적힌 경우가 많습니다. e = d − y라면 부호가 반대입니다.`,
        climbs:
          markup`그러면 걸음마다 오르막으로 갑니다. 아래에서 손으로 계산할 행을 보면, 제곱 오차가 ${n.errors.before}입니다. 부호가
맞으면 ${n.errors.after}, 틀리면 ${n.errors.wrong}입니다.`,
        other:
          markup`교재에서 오차를 e = y − d로 정했다면 이 식이 맞습니다. 부호를 두 번 바꾸면 그대로니까요. 델타 식을 볼 때는 오차의
부호도 함께 확인하세요.`,
      },
    },
    epochs: {
      title: "만 번 학습하면",
      steps: {
        outputs: markup`모든 행을 한 번씩 학습하는 한 바퀴가 ${term("epoch", "에포크")}입니다. 행마다 바로 고치는 ${
          term("online", "온라인")
        } 학습으로 d = x₁ 표를 10,000에포크 학습하면, 네 출력은 ${n.trained}입니다.`,
        slow:
          markup`아무리 학습해도 0과 1이 되지는 않습니다. 가까워질수록 y(1 − y)와 e가 함께 작아져서 걸음이 점점 줄어들기
때문입니다.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      markup`무작위 ${term("start", "초깃값")} ${starts}개 모두 ${n.trained}에 도착했습니다. 네 자리까지 같습니다.`,
    refuted: ({ starts, others }) =>
      markup`무작위 ${term("start", "초깃값")} ${starts}개 가운데 ${others}개는 다른 출력에서 끝났습니다.`,
    undecided: ({ starts }) =>
      markup`무작위 ${term("start", "초깃값")} ${starts}개로는 모두 ${n.trained}에 도착하는지 알 수 없습니다.`,
  },
  update:
    markup`가중치는 0.4, −0.8, 0.1입니다. 입력은 1, 0, 그리고 상수 1이고 정답은 1, α = 0.9입니다. 입력이 0인 가중치는 움직이지
않습니다.`,
  exercises: {
    after: {
      question: markup`새 가중치로 같은 행의 출력을 다시 계산해 보세요.`,
      answer: markup`처음 출력은 ${n.output}, 지금은 ${n.outputAfter}입니다. 1 쪽으로 조금 다가갔습니다.`,
    },
    largest: {
      question: markup`정답이 1일 때, δ = y(1 − y)(1 − y)가 가장 큰 출력 y는 얼마일까요?`,
      answer:
        markup`미분하면 (1 − y)(1 − 3y)입니다. y = ⅓에서 0이 되고, 이때 δ = ${n.largest}입니다. 가장 많이 틀린 출력이 가장 세게
고쳐지는 것은 아닙니다.`,
    },
    confident: {
      question: markup`정답이 0일 때, 출력이 0.5인 경우와 0.99인 경우의 δ를 비교해 보세요.`,
      answer:
        markup`각각 ${n.unsure}, ${n.confident}입니다. 틀렸으면서 확신하는 노드가 가장 더디게 배웁니다. 시그모이드가 그곳에서
평평하기 때문입니다.`,
    },
  },
  code: markup`학습 전체가 열두어 줄입니다. 브라우저 콘솔(F12)에 붙여 넣으면 ${n.trained} 네 숫자가 찍힙니다.`,
});
