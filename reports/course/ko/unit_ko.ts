/** "A unit" in Korean. */
import { markup } from "../../html.ts";
import { exp } from "../formula/expression.ts";
import { mathWithParticle as m } from "./inline_math_ko.ts";
import type { NumbersOf, TextsOf } from "../lesson.ts";
import type { unit } from "../lessons/unit.ts";
import { term } from "../terms.ts";

/** The texts of the lesson. */
export const UNIT_KO = (n: NumbersOf<typeof unit>): TextsOf<typeof unit> => ({
  title: "노드 하나",
  question: "신경망의 노드 하나는 무엇을 계산할까요?",
  lead: markup`${term("net", "신경망")}의 ${term("unit", "노드")} 하나는 무엇을 계산할까요?`,
  guess: {
    question:
      markup`어떤 노드에 1과 0이 들어옵니다. 노드는 여기에 0.4와 −0.8을 각각 곱해서 더하고, 다시 0.1을 더합니다. ${
        term("output", "출력")
      }은 ½보다 클까요, 작을까요?`,
    answer:
      markup`½보다 큽니다. 더한 값이 ${n.sum}, 곧 양수이기 때문입니다. 아래에서 계산해 보면 출력은 ${n.output}입니다.`,
  },
  lab: markup`실험실에는 아직 학습하지 않은 신경망 200개가 있습니다. 칸 하나가 신경망 하나이고, ${
    term("weight", "가중치")
  }는 무작위입니다. 네 ${term("row", "행")}을 모두 맞히는 신경망이 있나요?`,
  idea: [
    markup`노드가 하는 일은 두 가지입니다. 먼저 입력마다 가중치를 곱해서 모두 더합니다. 이 값을 ${
      term("weighted-sum", "가중합")
    }이라 하고 ${m("v", "로")} 씁니다. ${m("v", "는")} 어떤 수든 될 수 있습니다.`,
    markup`그다음 ${term("activation", "활성화 함수")}가 ${m("v", "를")} 출력 ${m("y", "로")} 바꿉니다. ${
      term("sigmoid", "시그모이드")
    } 함수를 쓰면 ${
      m("y", "는")
    } 0과 1 사이의 수가 됩니다. 그래서 확률처럼 읽을 수 있습니다. “1일 확률이 ${n.percent}%”라고요. 통계학에서는
똑같은 계산을 로지스틱 회귀라고 부릅니다.`,
    markup`정해진 가중치로 출력을 계산하는 일을 ${
      term("inference", "추론")
    }이라고 합니다. 학습이 끝난 신경망이 하는 일은 이것뿐입니다. 좋은 가중치를 어떻게 찾는지는 다음 강의에서 다룹니다.`,
  ],
  figure: {
    labels: { step: "계단 함수", sigmoid: "시그모이드", tanh: "tanh", relu: "ReLU" },
    description:
      "곡선 네 개. 계단 함수는 0에서 1로 뛰고, 시그모이드는 0에서 1로, tanh는 −1에서 1로 매끄럽게 올라간다. " +
      "ReLU는 왼쪽에서 0이고 오른쪽에서 직선으로 올라간다.",
    caption:
      markup`활성화 함수 네 가지를 v = −4부터 4까지 그렸습니다. 점선의 높이가 1입니다. 계단 함수에는 학습에 쓸 기울기가
없지만, 나머지 셋에는 있습니다.`,
  },
  parts: {
    sigmoid: {
      title: "식은 둘, 곡선은 하나",
      steps: {
        forms: markup`시그모이드 식은 책마다 두 가지로 나옵니다. 분모와 분자에 ${
          m(exp("v"), "를")
        } 곱하면 같은 식입니다.`,
        mirror: markup`1일 확률과 0일 확률을 더하면 1입니다. 그래서 곡선이 대칭입니다.`,
        odds: markup`두 확률의 비를 구하면 아주 간단합니다.`,
        slope: markup`학습할 때는 기울기가 필요합니다. 몫의 미분법으로 구한 다음 ${m("y", "로")} 나타내면 짧아집니다.`,
        top: markup`기울기는 한가운데, y = ½일 때 ¼로 가장 큽니다. 양쪽 끝으로 가면 거의 0입니다.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      markup`무작위 ${
        term("start", "초깃값")
      } ${starts}개 모두, 학습하기 전의 출력은 0.04와 0.96 사이에 있었습니다. 아직은 아무것도 정해지지 않았습니다.`,
    refuted: ({ starts, others }) =>
      markup`무작위 ${
        term("start", "초깃값")
      } ${starts}개 가운데 ${others}개에서, 학습하기 전의 출력이 0.04와 0.96 사이를 벗어났습니다.`,
    undecided: ({ starts }) =>
      markup`무작위 ${
        term("start", "초깃값")
      } ${starts}개로는, 학습하기 전의 출력이 0.04와 0.96 사이인지 알 수 없습니다.`,
  },
  update:
    markup`가중치는 0.4, −0.8, 0.1이고 입력은 1, 0, 그리고 늘 1인 상수입니다. 그러니까 마지막 가중치는 입력이 무엇이든 0.1을
더하는 셈입니다.`,
  exercises: {
    values: {
      question: markup`σ(0), σ(2), σ(−2)를 구해 보세요.`,
      answer: markup`${n.sigmoids.join(", ")}입니다. 뒤의 둘을 더하면 1입니다.`,
    },
    inverse: {
      question: markup`출력이 0.9가 되는 ${m("v", "는")} 얼마일까요?`,
      answer: markup`확률의 비가 0.9 대 0.1, 곧 9입니다. ${m(exp("v"))} = 9이니까 v = ln 9 = ${n.logNine}입니다.`,
    },
    sharp: {
      question: markup`예제의 세 가중치를 모두 10배로 늘리면 출력은 어떻게 될까요?`,
      answer:
        markup`v = ${n.sharp.sum}이고 출력은 ${n.sharp.output}입니다. 가중치가 클수록 시그모이드는 계단 함수에 가까워집니다.`,
    },
  },
  code:
    markup`노드 하나로 네 행을 추론하는 코드입니다. 브라우저 콘솔(F12)에 붙여 넣어 보세요. 세 번째 출력이 앞에서 손으로 계산한
값입니다.`,
});
