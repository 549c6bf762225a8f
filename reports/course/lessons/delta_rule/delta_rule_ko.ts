/** "The delta rule" in Korean. */
import {
  byNotation,
  derivative,
  m,
  minus,
  negative,
  type NumbersOf,
  product,
  prose,
  term,
  type TextsOf,
  unbroken,
} from "../../../languages/ko/writing_ko.ts";
import { SIGMOID_SLOPE } from "../../formula/one_unit.ts";
import type { deltaRule } from "./delta_rule_lesson.ts";

const downhill = product("α", derivative("E", "v"), "x_1");

/** What δ is to those who write derivatives. */
const inMinus = byNotation(prose``, prose` 선택한 표기법으로 쓰면 ${m(negative(derivative("E", "v")), "입니다")}.`);

/** The texts of the lesson. */
export const DELTA_RULE_KO = (n: NumbersOf<typeof deltaRule>): TextsOf<typeof deltaRule> => ({
  title: "델타 규칙",
  question: "노드는 오차를 보고 어떻게 배울까요?",
  lead: prose`${term("unit", "노드")}는 ${term("error", "오차")}를 보고 어떻게 배울까요?`,
  guess: {
    question: prose`1이 나와야 하는 노드의 ${
      term("output", "출력")
    }이 0.6입니다. 입력 하나는 1, 다른 하나는 0입니다. 두 입력의 ${
      term("weight", "가중치")
    } 가운데 어느 쪽을 고쳐야 할까요?`,
    answer: prose`입력이 1인 쪽을 키워야 합니다. 다른 쪽에는 0이 곱해지니까 오차에 아무 책임이 없습니다.`,
  },
  lab: prose`실험실에서는 노드 하나짜리 ${
    term("net", "신경망")
  } 200개가 d = x₁이라는 표를 학습합니다. 칸을 하나 누르고 ‘구조’를 고른 다음, 슬라이더를 처음부터 천천히 옮겨 보세요. 어느 가중치가 가장 많이 커지나요?
왜 하필 그 가중치일까요?`,
  idea: [
    prose`노드의 오차는 하나인데 가중치는 셋입니다. 어느 가중치 탓일까요? ${term("delta-rule", "델타 규칙")}은 ${
      term("gradient-descent", "경사 하강법")
    }으로 답합니다. 가중치마다 ${term("squared-error", "제곱 오차")}의 기울기를 구하는 것입니다.`,
    prose`결과는 놀랄 만큼 간단합니다. 먼저 노드마다 수가 하나 정해집니다. 이것이 ${
      unbroken(prose`${term("delta", "델타")}(δ)입니다`)
    }. ${
      term("weighted-sum", "가중합")
    }을 어느 쪽으로 얼마나 움직여야 하는지를 나타냅니다.${inMinus} 그다음 가중치마다 델타에 자기 입력을 곱한 만큼
나눠 받습니다. 입력이 0이면 받을 것도 없습니다.`,
    prose`그래서 가중치는 ${term("learning-rate", "학습률")} × 델타 × 입력만큼 바뀝니다. 그림에서 확인해 보세요.`,
  ],
  figure: {
    labels: { inputs: "입력", weights: "가중치", sum: "가중합", output: "출력" },
    description:
      "입력이 1, 0, 1인 노드. 출력 아래에는 오차가, 가중합 아래에는 델타가, 가중치 아래에는 그 변화량이 적혀 있다. 입력이 0인 " +
      "가중치는 변하지 않는다.",
    caption: prose`주황색은 ${
      term("target", "정답")
    }이 1일 때 거꾸로 돌아가는 값입니다. 가중치 아래에 그 가중치의 변화량을 적었습니다.`,
  },
  parts: {
    derived: {
      title: "규칙 유도하기",
      steps: {
        chain: prose`${m("E", "는")} 출력 ${m("y", "에")}, ${m("y", "는")} 가중합 ${m("v", "에")}, ${
          m("v", "는")
        } 가중치에 따라 달라집니다. 가중치를 살짝 건드리면 그 영향이 차례로 전해지면서 기울기가 하나씩
곱해집니다. 이것이 ${term("chain-rule", "연쇄 법칙")}입니다.`,
        slopes: prose`셋 다 쉽습니다. 첫 번째에서는 제곱을 미분할 때 나온 2를 ½이 없애 줍니다. 두 번째는 ${
          term("activation", "활성화 함수")
        } 강의에서 구한 ${term("sigmoid", "시그모이드")}의 기울기입니다. 세 번째는 입력입니다. ${m("v", "에서")} ${
          m("w_1", "이")
        } 들어 있는 항은 ${m(product("w_1", "x_1"))} 하나뿐이니까요.`,
        together: prose`앞의 둘은 모든 가중치에 공통이고, 곱하면 ${m(derivative("E", "v"), "입니다")}.${
          byNotation(prose` 여기에 음의 부호를 붙인 것이 ${m("δ", "입니다")}.`, prose``)
        } ${m("e")} = ${m(minus("d", "y"))}이므로 다음과 같습니다.`,
        rule: prose`내려가려면 기울기의 반대쪽으로 가야 합니다. 그래서 ${m("w_1", "은")} ${
          byNotation(m(product("α", "δ", "x_1"), "만큼"), m(negative(downhill), "만큼"))
        } 움직입니다. 다른 가중치도 마찬가지입니다.`,
      },
    },
    factors: {
      title: "식을 말로 읽으면",
      steps: {
        error: prose`세 가지가 곱해져 있습니다. 먼저 오차 ${
          m("e", "입니다")
        }. 많이 틀릴수록 걸음이 크고, 부호가 방향을 정합니다.`,
        slope: prose`다음은 기울기 ${
          m(SIGMOID_SLOPE, "입니다")
        }. 출력이 가운데쯤인 노드는 쉽게 움직입니다. 출력이 0이나 1에 가까워 확신하는 노드는 틀렸더라도 거의 움직이지 않습니다.`,
        input: prose`마지막은 입력입니다. 입력이 0이 아니어서 계산에 참여한 가중치만 바뀝니다.`,
      },
    },
    epoch: {
      title: "한 에포크, 한 행씩",
      steps: {
        rows: prose`이제 표의 ${term("row", "행")}을 하나씩 차례로 학습합니다. 이것을 ${
          term("online", "온라인")
        } 학습이라 하고, 표를 한 바퀴 도는 것을 ${term("epoch", "에포크")}라고 합니다. 가중치 ${n.weights[0]}, ${
          n.weights[1]
        }, ${n.weights[2]}에서 α = ${n.rate}로 시작합니다. 줄마다 걸음을 떼기 전의 출력과 걸음을 뗀 뒤의 가중치를
적었습니다.`,
        reading: prose`첫 행에서는 상수 입력만 0이 아니므로 ${m("w_3", "만")} 움직입니다. 마지막 두 행은 ${
          m("w_1", "을")
        } 끌어올립니다. 정답이 ${m("x_1", "인")} 표에 꼭 필요한 변화입니다.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      prose`무작위 ${
        term("start", "초깃값")
      } ${starts}개 모두, 100에포크부터는 기록할 때마다 오차가 줄어 있었습니다. 유도한 대로 델타 규칙은 내리막으로 갑니다.`,
    refuted: ({ starts, others }) =>
      prose`무작위 ${
        term("start", "초깃값")
      } ${starts}개 가운데 ${others}개에서는, 100에포크 뒤에 오차가 늘어난 적이 있었습니다.`,
    undecided: ({ starts }) =>
      prose`무작위 ${term("start", "초깃값")} ${starts}개로는 오차가 늘 줄어드는지 알 수 없습니다.`,
  },
  update: prose`가중치는 ${n.weights[0]}, ${n.weights[1]}, ${
    n.weights[2]
  }입니다. 입력은 1, 0, 그리고 상수 1이고 정답은 1, α = ${n.rate}입니다. 입력이 0인 쪽의 가중치는
움직이지 않습니다.`,
  exercises: {
    after: {
      question: prose`새 가중치로 같은 행의 출력을 다시 계산해 보세요.`,
      answer: prose`처음 출력은 ${n.output}, 지금은 ${n.outputAfter}입니다. 정답 1에 조금 가까워졌습니다.`,
    },
    largest: {
      question: prose`정답이 1일 때, δ = y(1 − y)(1 − y)가 가장 커지는 출력 y는 얼마일까요?`,
      answer: prose`미분하면 (1 − y)(1 − 3y)입니다. y = ⅓에서 0이 되고, 이때 δ = ${n.largest}입니다. 가장 많이 틀린
출력을 가장 세게 고치는 것은 아닙니다.`,
    },
    confident: {
      question: prose`정답이 0일 때, 출력이 0.5인 경우와 0.99인 경우의 δ를 비교해 보세요.`,
      answer:
        prose`각각 ${n.unsure}, ${n.confident}입니다. 틀렸으면서 확신하는 노드가 가장 더디게 배웁니다. 시그모이드가 그곳에서
평평하기 때문입니다.`,
    },
  },
  code:
    prose`델타 규칙으로 한 에포크를 학습하는 코드입니다. 브라우저 콘솔(F12)에 붙여 넣으면 표의 마지막 줄에 있는 가중치가
나옵니다.`,
});
