/** "Back-propagation" in Korean. */
import { markup } from "../../../html.ts";
import { derivative, minus, product } from "../../formula/expression.ts";
import { mathWithParticle as m } from "../../ko/inline_math_ko.ts";
import type { NumbersOf, TextsOf } from "../../lesson.ts";
import type { backPropagation } from "./back_propagation.ts";
import { byNotation, term } from "../../terms.ts";

const outputDelta = byNotation(m("δ", "에"), m(derivative("E", "v"), "에"));

/** The texts of the lesson. */
export const BACK_PROPAGATION_KO = (n: NumbersOf<typeof backPropagation>): TextsOf<typeof backPropagation> => ({
  title: "역전파",
  question: "은닉 노드의 정답은 아무도 모르는데, 어떻게 학습할까요?",
  lead: markup`${term("hidden-layer", "은닉 노드")}의 ${term("target", "정답")}은 아무도 모르는데, 어떻게 학습할까요?`,
  guess: {
    question: markup`어떤 ${term("net", "신경망")}의 ${term("output", "출력")}이 ${n.output}인데 정답은 0입니다. 출력 ${
      term("unit", "노드")
    }는 은닉 노드 두 개의 출력을 받는데, ${
      term("weight", "가중치")
    }가 하나는 1이고 다른 하나는 −1입니다. 어느 은닉 노드의 출력을 올리고 어느 쪽을 내려야 할까요?`,
    answer:
      markup`신경망의 출력이 작아져야 합니다. 그러니 가중치가 1인 쪽은 내리고, −1인 쪽은 올려야 합니다. 방금 여러분은 ${
        term("error", "오차")
      }를 가중치를 따라 뒤로 보낸 것입니다.`,
  },
  lab: markup`실험실에서는 은닉 노드가 네 개인 신경망 200개가 ${
    term("xor", "XOR")
  }를 학습합니다. 대부분 성공합니다. 테두리가 없는 칸을 누르면 실패한 신경망이 보입니다.`,
  idea: [
    markup`출력 노드에는 정답이 있습니다. 오차를 알 수 있으니 학습도 할 수 있습니다. 은닉 노드에는 정답이 없습니다. 그 대신
영향력이 있습니다. 은닉 노드의 출력은 가중치가 곱해져 출력 노드의 ${term("weighted-sum", "가중합")}에 들어가니까요.`,
    markup`가중치가 크면 은닉 노드가 조금만 바뀌어도 결과가 크게 달라집니다. 0이면 아무 영향이 없습니다. 음수면 반대로 움직여야
합니다. 출력 노드의 가중합을 얼마나 올리거나 내려야 하는지 안다고 합시다. 그 값에 가중치를 곱한 만큼이 은닉 노드의 몫입니다.`,
    markup`이것이 전부입니다. 출력이 앞으로 지나간 바로 그 가중치를 따라 오차가 뒤로 돌아갑니다. 그래서 ${
      term("back-propagation", "역전파")
    }라고 부릅니다. 학교에서 배운 ${
      term("chain-rule", "연쇄 법칙")
    }으로 계산해 보면 이것이 정확히 오차의 기울기임을 알 수 있습니다.`,
  ],
  figure: {
    labels: { forward: "출력은 앞으로", back: "오차는 뒤로" },
    description:
      "입력 두 개, 은닉 노드 두 개, 출력 노드 하나와 그 가중치. 노드 위에는 출력, 아래에는 델타가 적혀 있다.",
    caption: markup`노드 위의 숫자는 출력입니다. 아래에는 ${
      byNotation(markup``, markup`${m(derivative("E", "v"))}, 곧 부호를 바꾼 `)
    }${
      term("delta", "δ")
    }가 있습니다. 그 노드의 가중합을 얼마나 고쳐야 하는지 나타내는 값입니다. 이 숫자들을 다음 절에서 하나씩 계산합니다.`,
  },
  parts: {
    chain: {
      title: "숫자로 따라가는 연쇄 법칙",
      steps: {
        names: markup`은닉 노드가 둘, 출력 노드가 하나인 신경망입니다. 노드마다 ${term("bias", "편향")}이 있고 모두 ${
          term("sigmoid", "시그모이드")
        } σ를 씁니다. ${m("w_12", "는")} 첫째 은닉 노드가 둘째 입력에 곱하는 가중치입니다. 출력 노드의 가중치는 ${
          m("u_1", "과")
        } ${m("u_2", ",")} 편향은 ${m("c", "입니다")}.`,
        forward: markup`${term("row", "행")}은 (1, 1), 정답은 ${
          m("d")
        } = 0입니다. 먼저 앞에서부터 노드를 하나씩 계산합니다.`,
        error: markup`얼마나 틀렸을까요? ${
          term("squared-error", "제곱 오차")
        }로 잽니다. 앞의 ½은 미분할 때 나오는 2를 없애려고 붙인 것입니다.`,
        output: markup`이제 뒤로 갑니다. ${m("E", "는")} ${m("y", "의")} 함수이고 ${m("y", "는")} ${
          m("v", "의")
        } 함수입니다. ${m("E", "를")} ${m("y", "로")} 미분한 것을 ${
          m(derivative("E", "y"), "로")
        } 씁니다. 둥근 ∂는 다른 변수도 있지만 그것들은 그대로 둔다는 뜻입니다. 시그모이드를 미분하면 ${
          m(product("y", minus(1, "y")), "이지요")
        }. 연쇄 법칙에 따라 둘을 곱합니다.`,
        hidden: markup`여기부터가 새로운 부분입니다. 은닉 노드는 ${m("v", "를")} 거쳐서만 ${
          m("E", "에")
        } 영향을 줍니다. ${m("h_1", "이")} 조금 커지면 ${m("v", "는")} 그 ${
          m("u_1", "배만큼")
        } 커집니다. 따라서 은닉 노드에는 ${outputDelta} 가중치를 곱한 값이 도착합니다. ${
          byNotation(
            markup`이 값을 은닉 노드의 오차라 하고 ${m("e_1")}, ${m("e_2", "로")} 씁니다.`,
            markup`이것이 은닉 노드의 출력에 대한 미분입니다.`,
          )
        }`,
        inside: markup`은닉 노드 안에도 시그모이드가 있습니다. 출력 노드에서처럼 그 기울기를 한 번 더 곱합니다.`,
        weights: markup`가중치는 자기 노드의 가중합을 거쳐서만 ${
          m("E", "에")
        } 영향을 줍니다. 가중치가 조금 커지면 가중합은 그 입력의 배만큼 커집니다. 그래서 가중치에 대한 미분은 가중합에 대한 미분에
입력을 곱한 값입니다. 예를 들면 다음과 같습니다.`,
        nudge: markup`정말 그럴까요? ${
          m("w_11", "을")
        } 1에서 ${n.nudge.by}만큼 키우고 처음부터 다시 계산해 봅시다. 제곱 오차가 처음에는
${n.nudge.before}, 이번에는 ${n.nudge.after}입니다. 이 변화를 ${n.nudge.by}로 나누면 ${n.nudge.ratio}입니다. 연쇄 법칙으로 구한 값은
${n.nudge.derivative}입니다.`,
        cost:
          markup`이렇게 하나씩 건드려 보려면 가중치마다 처음부터 다시 계산해야 합니다. 역전파는 앞으로 한 번, 뒤로 한 번 만에
미분 아홉 개를 모두 구합니다. 가중치가 백만 개라면 이 차이가 모든 것을 좌우합니다. 은닉 노드의 출력을 여러 노드가 받는다면,
그 노드들이 돌려보낸 값을 모두 더하면 됩니다.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      markup`은닉 노드가 네 개일 때, 무작위 ${term("start", "초깃값")} ${starts}개가 모두 XOR를 배웠습니다.`,
    refuted: ({ starts, count, others }) =>
      markup`은닉 노드가 네 개일 때, 무작위 ${
        term("start", "초깃값")
      } ${starts}개 가운데 ${count}개가 XOR를 배웠습니다. 나머지 ${others}개는 끝까지 배우지 못했습니다. 역전파는 내리막을
따라갈 뿐이고, 모든 내리막이 제때 답에 닿지는 않습니다.`,
    undecided: ({ starts }) =>
      markup`무작위 ${term("start", "초깃값")} ${starts}개로는 모두 XOR를 배우는지 알 수 없습니다.`,
  },
  update: markup`이제 모든 가중치를 오차가 줄어드는 쪽으로 한 걸음씩 옮깁니다. 바로 ${
    term("gradient-descent", "경사 하강법")
  }입니다. ${
    term("learning-rate", "학습률")
  }은 α = 0.9이고, 편향의 입력은 1입니다. 델타는 모두 고치기 전의 가중치로 구한
값입니다. 이렇게 한 번 ${
    term("update", "갱신")
  }하고 나면 같은 행의 출력이 ${n.output} 대신 ${n.outputAfter}입니다. 0에 더 가까워졌습니다.`,
  exercises: {
    equal: {
      question:
        markup`가중치와 편향 아홉 개가 모두 0.5라고 합시다. 행 (1, 1)에서 두 은닉 노드의 델타를 구해 보세요. 학습을
계속하면 두 노드는 어떻게 될까요?`,
      answer: markup`둘 다 ${
        m("δ")
      } = ${n.equalDelta}입니다. 똑같이 출발해서 똑같이 고쳐지니까 영원히 똑같습니다. 노드가 둘이어도
하나나 마찬가지입니다. 그래서 초깃값을 무작위로 정합니다.`,
    },
    doubled: {
      question: markup`다른 값은 그대로 두고 ${m("u_1")} = 2로 바꿔 봅시다. 첫 번째 은닉 노드의 델타도 두 배가 될까요?`,
      answer: markup`아닙니다. 두 배보다 더 커집니다. 출력도 바뀌기 때문입니다. ${m("y")} = ${n.doubled.y}, ${m("δ")} =
${n.doubled.delta}이므로 ${m("δ_1")} = ${n.doubled.hidden}입니다.`,
    },
    cut: {
      question: markup`다른 값은 그대로 두고 ${
        m("u_1")
      } = 0으로 바꿔 봅시다. 첫째 은닉 노드의 델타는 얼마일까요? 이 노드는 영영 배우지 못할까요?`,
      answer: markup`0을 곱하니까 델타는 0입니다. 하지만 ${m("u_1")} 자신은 움직입니다. 그 입력 ${
        m("h_1", "이")
      } 0이 아니니까요. 한 번 갱신하면 ${m("u_1")} = ${n.cut}이고, 그때부터는 은닉 노드도 배웁니다.`,
    },
  },
  code: markup`앞에서 계산한 신경망을 10,000${
    term("epoch", "에포크")
  } 동안 학습시키는 코드입니다. 브라우저 콘솔(F12)에 붙여 넣으면 네 행의 출력이 찍힙니다.`,
});
