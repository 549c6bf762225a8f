/** "Back-propagation" in Korean. */
import { prose } from "../../prose_markup.ts";
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
  lead: prose`${term("hidden-layer", "은닉 노드")}의 ${term("target", "정답")}은 아무도 모르는데, 어떻게 학습할까요?`,
  guess: {
    question: prose`어떤 ${term("net", "신경망")}의 ${term("output", "출력")}이 ${n.output}인데 정답은 0입니다. 출력 ${
      term("unit", "노드")
    }는 은닉 노드 두 개의 출력을 받는데, ${
      term("weight", "가중치")
    }가 하나는 1이고 다른 하나는 −1입니다. 어느 은닉 노드의 출력을 올리고 어느 쪽을 내려야 할까요?`,
    answer:
      prose`신경망의 출력이 작아져야 합니다. 그러니 가중치가 1인 쪽은 내리고, −1인 쪽은 올려야 합니다. 방금 여러분은 두 가중치를 따라 ${
        term("error", "오차")
      }를 뒤로 보냈습니다.`,
  },
  lab: prose`실험실에서는 은닉 노드가 네 개인 신경망 200개가 ${
    term("xor", "XOR")
  }를 학습합니다. 대부분 성공합니다. 테두리가 없는 칸을 누르면 실패한 신경망이 보입니다.`,
  idea: [
    prose`출력 노드에는 정답이 있습니다. 오차를 알 수 있으니 학습도 할 수 있습니다. 은닉 노드에는 정답이 없습니다. 그 대신
영향력이 있습니다. 은닉 노드의 출력은 가중치가 곱해져 출력 노드의 ${term("weighted-sum", "가중합")}에 들어가니까요.`,
    prose`가중치가 크면 은닉 노드가 조금만 바뀌어도 결과가 크게 달라집니다. 0이면 아무 영향이 없습니다. 음수면 반대로 움직여야
합니다. 출력 노드의 가중합을 얼마나 올리거나 내려야 하는지 안다고 합시다. 그 값에 가중치를 곱한 만큼이 은닉 노드의 몫입니다.`,
    prose`이것이 전부입니다. 출력이 지나온 바로 그 가중치를 따라 오차가 되돌아갑니다. 그래서 ${
      term("back-propagation", "역전파")
    }라고 부릅니다. 학교에서 배운 합성함수의 미분법, 곧 ${
      term("chain-rule", "연쇄 법칙")
    }으로 계산해 보면 이 값이 정확히 오차의 기울기임을 알 수 있습니다.`,
  ],
  figure: {
    labels: { forward: "출력은 앞으로", back: "오차는 뒤로" },
    description:
      "입력 두 개, 은닉 노드 두 개, 출력 노드 하나와 그 가중치. 노드 위에는 출력, 아래에는 델타가 적혀 있다.",
    caption: prose`노드 위의 숫자는 출력입니다. 아래에는 ${
      byNotation(prose``, prose`${m(derivative("E", "v"))}, 곧 부호를 바꾼 `)
    }${
      term("delta", "δ")
    }가 있습니다. 그 노드의 가중합을 얼마나 고쳐야 하는지 나타내는 값입니다. 이 숫자들을 다음 절에서 하나씩 계산합니다.`,
  },
  parts: {
    walk: {
      title: "갱신 한 번을 단계별로",
      steps: {
        names: {
          text: prose`은닉 노드가 둘, 출력 노드가 하나인 신경망입니다. 노드마다 ${term("bias", "편향")}이 있고 모두 ${
            term("sigmoid", "시그모이드")
          } σ를 씁니다. ${m("w_12", "는")} 첫째 은닉 노드가 둘째 입력에 곱하는 가중치입니다. 출력 노드의 가중치는 ${
            m("u_1", "과")
          } ${m("u_2", ",")} 편향은 ${m("c", "입니다")}.`,
          figure: {
            labels: {},
            description:
              "입력 두 개, 은닉 노드 두 개, 출력 노드 하나와 그 가중치와 편향. 노드 위에는 가중합과 출력, 아래에는 오차와 " +
              "델타가, 가중치 아래에는 고친 값이 적혀 있다.",
            caption:
              prose`앞으로 전해지는 숫자는 파란색, 뒤로 전해지는 숫자는 주황색입니다. 화살표 뒤의 숫자는 고친 값입니다.`,
          },
        },
        inputs: prose`${term("row", "행")} 하나에 입력 두 개와 정답 ${m("d", "가")} 들어 있습니다.`,
        first:
          prose`첫째 은닉 노드는 입력에 가중치를 곱해 더하고 편향도 더합니다. 그 합을 시그모이드에 넣은 값이 출력 ${
            m("h_1", "입니다")
          }.`,
        second: prose`둘째 은닉 노드도 자기 가중치와 편향으로 똑같이 계산합니다.`,
        output: prose`출력 노드는 두 은닉 노드의 출력을 받아 같은 방법으로 계산합니다.`,
        error: prose`${term("squared-error", "제곱 오차")} ${m("E", "는")} 출력이 얼마나 틀렸는지를 알려 줍니다. ${
          byNotation(prose`오차 ${m("e", "에는")}`, prose`${m("y", "로")} 미분한 값에는`)
        } 어느 쪽으로 틀렸는지도 담겨 있습니다.`,
        correction: prose`이제 뒤로 갑니다. ${
          byNotation(
            prose`오차에 시그모이드의 기울기를 곱하면, 가중합 ${m("v", "를")} 얼마나 고쳐야 하는지를 나타내는 ${
              m("δ", "가")
            } 나옵니다.`,
            prose`이 값에 시그모이드의 기울기를 곱하면 가중합 ${m("v", "에")} 대한 미분이 나옵니다.`,
          )
        }`,
        blame:
          prose`은닉 노드도 책임을 나누어 집니다. ${outputDelta} 자기 출력이 지나간 가중치를 곱한 값이 그 몫입니다.`,
        corrections: prose`은닉 노드에서도 출력 노드와 마찬가지로 자기 시그모이드의 기울기를 곱합니다.`,
        weights: prose`가중치와 편향 아홉 개를 한꺼번에 고칩니다. ${term("learning-rate", "학습률")} ${m("α")}, ${
          byNotation(prose`노드의 ${m("δ")}`, prose`노드의 가중합에 대한 미분`)
        }, 가중치가 받는 입력, 이 셋을 곱한 만큼 움직입니다. 그중 두 개만 적어 봅시다.`,
        again: prose`여기까지가 ${
          term("update", "갱신")
        } 한 번입니다. 다시 앞에서부터 계산하면 같은 행의 출력이 ${n.output} 대신 ${n.outputAfter}입니다. 정답에 더 가까워졌습니다.`,
      },
    },
    chain: {
      title: "왜 이런 식이 나올까: 연쇄 법칙",
      steps: {
        error: prose`뒤로 가는 단계마다 묻는 것은 하나입니다. 이 값이 조금 바뀌면 ${
          m("E", "는")
        } 얼마나 바뀔까요? 제곱 오차에서 시작합니다. 앞의 ½은 미분할 때 나오는 2를 없애려고 붙인 것입니다.`,
        output: prose`${m("E", "는")} ${m("y", "의")} 함수이고 ${m("y", "는")} ${m("v", "의")} 함수입니다. ${
          m("E", "를")
        } ${m("y", "로")} 미분한 것을 ${m(derivative("E", "y"), "로")} 씁니다. 둥근 ${
          m("∂", "는")
        } 다른 변수도 있지만 모두 그대로 둔다는 뜻입니다. 시그모이드를 미분하면 ${
          m(product("y", minus(1, "y")), "이지요")
        }. 연쇄 법칙에 따라 둘을 곱합니다.`,
        hidden: prose`여기부터가 새로운 부분입니다. 은닉 노드는 ${m("v", "를")} 거쳐서만 ${
          m("E", "에")
        } 영향을 줍니다. ${m("h_1", "이")} 조금 커지면 ${m("v", "는")} 그 ${
          m("u_1", "배만큼")
        } 커집니다. 따라서 은닉 노드에는 ${outputDelta} 가중치를 곱한 값이 도착합니다. ${
          byNotation(
            prose`이 값을 은닉 노드의 오차라 하고 ${m("e_1", "로")} 씁니다.`,
            prose`이것이 ${m("E", "를")} 은닉 노드의 출력으로 미분한 값입니다.`,
          )
        }`,
        inside: prose`은닉 노드 안에도 시그모이드가 있습니다. 출력 노드와 마찬가지로 그 기울기를 한 번 더 곱합니다.`,
        weights: prose`가중치는 자기 노드의 가중합을 거쳐서만 ${
          m("E", "에")
        } 영향을 줍니다. 가중치가 조금 커지면 가중합은 그 변화에 입력을 곱한 만큼 커집니다. 그래서 가중치에 대한 미분은 가중합에 대한 미분에
입력을 곱한 값입니다. 예를 들면 다음과 같습니다.`,
        nudge: prose`정말 그럴까요? ${
          m("w_11", "을")
        } 1에서 ${n.nudge.by}만큼 키우고 처음부터 다시 계산해 봅시다. 제곱 오차가 처음에는
${n.nudge.before}, 이번에는 ${n.nudge.after}입니다. 이 변화를 ${n.nudge.by}로 나누면 ${n.nudge.ratio}입니다. 연쇄 법칙으로 구한 값은
${n.nudge.derivative}입니다.`,
        cost:
          prose`이렇게 하나씩 건드려 보려면 가중치마다 처음부터 다시 계산해야 합니다. 역전파는 앞으로 한 번, 뒤로 한 번 만에
미분 아홉 개를 모두 구합니다. 가중치가 백만 개라면 이 차이는 결정적입니다. 은닉 노드의 출력을 여러 노드가 받는다면,
그 노드들이 돌려보낸 값을 모두 더하면 됩니다.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      prose`은닉 노드가 네 개일 때, 무작위 ${term("start", "초깃값")} ${starts}개 모두에서 XOR를 배웠습니다.`,
    refuted: ({ starts, count, others }) =>
      prose`은닉 노드가 네 개일 때, 무작위 ${
        term("start", "초깃값")
      } ${starts}개 가운데 ${count}개에서 XOR를 배웠습니다. 나머지 ${others}개에서는 끝내 배우지 못했습니다. 역전파는
내리막을 따라갈 뿐이고, 내리막이 모두 제때 답으로 이어지지는 않습니다.`,
    undecided: ({ starts }) =>
      prose`무작위 ${term("start", "초깃값")} ${starts}개로는 언제나 XOR를 배우는지 아직 알 수 없습니다.`,
  },
  update: prose`앞에서 모든 가중치를 오차가 줄어드는 쪽으로 한 걸음씩 옮겼습니다. 바로 ${
    term("gradient-descent", "경사 하강법")
  }입니다. 여기서는 ${
    m("α")
  } = ${n.rate}입니다. 아홉 걸음을 모두 적으면 다음과 같습니다. 편향의 입력은 1이고, 델타는 모두 고치기
전의 가중치로 구한 값입니다.`,
  exercises: {
    equal: {
      question:
        prose`가중치와 편향 아홉 개가 모두 0.5라고 합시다. 행 (1, 1)에서 두 은닉 노드의 델타를 구해 보세요. 학습을
계속하면 두 노드는 어떻게 될까요?`,
      answer: prose`둘 다 ${
        m("δ")
      } = ${n.equalDelta}입니다. 똑같이 출발해서 똑같이 고쳐지니까 영원히 똑같습니다. 노드가 둘이어도
하나나 마찬가지입니다. 그래서 초깃값을 무작위로 정합니다.`,
    },
    doubled: {
      question: prose`다른 값은 그대로 두고 ${m("u_1")} = 2로 바꿔 봅시다. 첫째 은닉 노드의 델타도 두 배가 될까요?`,
      answer: prose`아닙니다. 두 배보다 더 커집니다. 출력도 바뀌기 때문입니다. ${m("y")} = ${n.doubled.y}, ${m("δ")} =
${n.doubled.delta}이므로 ${m("δ_1")} = ${n.doubled.hidden}입니다.`,
    },
    cut: {
      question: prose`다른 값은 그대로 두고 ${
        m("u_1")
      } = 0으로 바꿔 봅시다. 첫째 은닉 노드의 델타는 얼마일까요? 이 노드는 영영 배우지 못할까요?`,
      answer: prose`0을 곱하니까 델타는 0입니다. 하지만 ${m("u_1")} 자신은 움직입니다. 그 입력 ${
        m("h_1", "이")
      } 0이 아니니까요. 한 번 갱신하면 ${m("u_1")} = ${n.cut}이고, 그때부터는 은닉 노드도 배웁니다.`,
    },
  },
  code: prose`앞에서 계산한 신경망을 10,000${
    term("epoch", "에포크")
  } 동안 학습시키는 코드입니다. 브라우저 콘솔(F12)에 붙여 넣으면 네 행의 출력이 나옵니다.`,
});
