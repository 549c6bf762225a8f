/** "Activation functions" in Korean. */
import { exp, m, type NumbersOf, prose, term, type TextsOf, unbroken } from "../../../languages/ko/writing_ko.ts";
import { SIGMOID_SLOPE } from "../../formula/one_unit.ts";
import type { activationFunctions } from "./activation_functions.ts";

/** The texts of the lesson. */
export const ACTIVATION_FUNCTIONS_KO = (
  n: NumbersOf<typeof activationFunctions>,
): TextsOf<typeof activationFunctions> => ({
  title: "활성화 함수",
  question: "노드는 왜 가중합을 그대로 내보내지 않을까요? 어떤 곡선으로 구부릴까요?",
  lead: prose`${term("unit", "노드")}는 왜 ${
    term("weighted-sum", "가중합")
  }을 그대로 내보내지 않을까요? 어떤 곡선으로 구부릴까요?`,
  guess: {
    question: prose`가중합이 0 이상이면 1, 아니면 0이라고 답하는 노드가 있습니다. 지금 가중합은 0.3인데 ${
      term("target", "정답")
    }은 0입니다. 그래서 ${
      term("weight", "가중치")
    } 하나를 올바른 방향으로 아주 조금 바꿨더니 가중합이 0.29가 되었습니다. ${term("output", "출력")}은 어떻게 될까요?`,
    answer: prose`그대로 1입니다. 올바른 방향으로 갔는지 알 길이 없지요. 노드가 배우려면 작은 변화에도 반응하는 곡선이
필요합니다.`,
  },
  lab: prose`실험실에서는 ${term("hidden-layer", "은닉층")}에 ${term("tanh", "tanh")} 노드가 네 개 있는 ${
    term("net", "신경망")
  } 200개가 ${term("xor", "XOR")}라는 표를 학습합니다. 은닉 노드의 함수를 차례로 ${
    term("step-function", "계단 함수")
  }, ${term("relu", "ReLU")}, 그리고 아무것도 구부리지 않는 항등 함수로 바꿔 보세요. 그때마다 신경망이 몇 개나
성공하나요?`,
  idea: [
    prose`노드가 가중합을 그대로 내보낸다고 해 봅시다. 그러면 그래프가 직선이 됩니다. 입력이 두 배가 되면 출력도 두 배가
됩니다. 이런 노드는 아무리 이어 붙여도 직선으로 할 수 있는 일밖에 못 합니다. 왜 그런지는 뒤의 강의에서 보겠습니다.`,
    prose`이 직선을 구부리는 것이 ${term("activation", "활성화 함수")}입니다. 그래프가 직선이 아닌 함수를 ${
      term("nonlinear", "비선형")
    } 함수라고 합니다. 신경망이 직선으로는 안 되는 일을 해내는 것은 모두 이 덕분입니다.`,
    prose`구부리는 방법은 많습니다. 가장 자주 만나는 네 가지를 그림에 그렸습니다. 가장 오래된 것은 계단 함수로, ‘예’와 ‘아니요’만 압니다. ${
      term("sigmoid", "시그모이드")
    }는 계단을 부드럽게 다듬은 것입니다. tanh는 모양이 같지만 −1에서 1까지 올라갑니다. ReLU는 양수만 통과시키고 음수는 막습니다.`,
    prose`학습할 때 중요한 것이 하나 더 있습니다. 바로 기울기입니다. 기울기는 가중합이 조금 바뀔 때 출력이 얼마나 바뀌는지
알려 줍니다. 기울기가 0이면 가중합을 조금 바꾸어도 출력이 그대로라서, 노드는 아무 실마리도 얻지 못합니다.`,
  ],
  figure: {
    labels: { step: "계단 함수", sigmoid: "시그모이드", tanh: "tanh", relu: "ReLU" },
    description:
      "곡선 네 개와 점선으로 그린 기울기. 계단 함수는 0에서 1로 뛰고 기울기는 0이다. 시그모이드는 0에서 1로 매끄럽게 올라가고 " +
      "기울기는 낮은 언덕 모양이다. tanh는 −1에서 1로 올라가고 기울기는 높이 1인 언덕이다. ReLU는 왼쪽에서 0이고 오른쪽에서 " +
      "직선으로 올라가며 그곳의 기울기는 1이다.",
    caption:
      prose`실선이 함수, 굵은 점선이 기울기입니다. v = −4부터 4까지 그렸고, 가는 점선의 높이가 1입니다. 계단 함수의
기울기는 양쪽 모두 0입니다.`,
  },
  parts: {
    sigmoid: {
      title: "시그모이드와 그 기울기",
      steps: {
        forms: prose`시그모이드 식은 책에 따라 두 가지로 나옵니다. 분자와 분모에 ${
          m(exp("v"), "을")
        } 곱하면 앞의 식에서 뒤의 식이 나옵니다.`,
        slope: prose`학교에서는 기울기를 dy/dv로 씁니다. 여기서는 둥근 ${m("∂", "를")} 쓰겠습니다. 앞으로 ${
          m("y", "는")
        } 여러 가지에 따라 달라지는데, 그중 ${m("v", "만")} 움직인다는 표시입니다. 몫의 미분법을 쓰면 다음과 같습니다.`,
        short: prose`이것은 두 분수의 곱입니다. 앞의 분수가 ${m("y", "이고")}, 둘을 더하면 1이므로 뒤의 분수는 1에서 ${
          m("y", "를")
        } 뺀 값입니다.`,
        top: prose`출력만 알면 ${
          m("e", "의")
        } 거듭제곱을 다시 계산하지 않아도 기울기가 나옵니다. 기울기는 한가운데, 곧 y = ½일 때 ¼로 가장 큽니다. 양쪽 끝에서는 거의 0입니다.`,
      },
    },
    others: {
      title: "tanh, ReLU, 계단 함수",
      steps: {
        tanh: prose`tanh는 ‘하이퍼볼릭 탄젠트’라고 읽습니다. 시그모이드처럼 ${
          m("e", "의")
        } 거듭제곱으로 만듭니다. 출력을 ${m("t", "라고")} 하면, 기울기는 이번에도 출력만으로 나옵니다.`,
        stretched: prose`사실 tanh는 시그모이드를 위아래로 두 배 늘이고 좌우로 반으로 줄여서 1만큼 내린 것입니다.`,
        relu: prose`ReLU는 0과 ${
          m("v")
        } 가운데 큰 쪽입니다. 기울기는 가중합이 양수이면 1, 음수이면 0입니다. 꺾이는 점에서는
보통 0으로 칩니다.`,
        step: prose`계단 함수는 ${
          m("v", "가")
        } 0 이상이면 1, 아니면 0입니다. 양쪽이 모두 평평합니다. 판단은 할 수 있지만, 기울기로 가르칠 수는 없습니다.`,
      },
    },
    nonlinear: {
      title: "직선인지 아닌지 알아보는 법",
      steps: {
        linear:
          prose`직선에서는 옆으로 같은 폭만큼 갈 때마다 늘 같은 높이만큼 올라갑니다. 그런지 아닌지만 확인하면 됩니다.`,
        test: prose`시그모이드는 그렇지 않습니다. 0에서 1로 갈 때 1에서 2로 갈 때보다 더 많이 올라갑니다.`,
      },
    },
  },
  finding: {
    supported: ({ starts, count }) =>
      prose`은닉층에 계단 함수를 썼더니, 무작위 ${
        term("start", "초깃값")
      } ${starts}개 가운데 ${count}개만 XOR를 풀었습니다. 계단 함수로 들어가는 가중치는 결코 바뀌지 않습니다. 그래서 배울 수 있는
것은 출력 노드뿐입니다.`,
    refuted: ({ starts, count }) =>
      prose`은닉층에 계단 함수를 썼는데도, 무작위 ${
        term("start", "초깃값")
      } ${starts}개 가운데 ${count}개가 XOR를 풀었습니다. 계단 함수로 들어가는 가중치는 결코 바뀌지 않지만, 출력 노드는 배웁니다.
나머지는 운입니다.`,
    undecided: ({ starts, count }) =>
      prose`은닉층에 계단 함수를 썼더니, 무작위 ${
        term("start", "초깃값")
      } ${starts}개 가운데 ${count}개가 XOR를 풀었습니다. 절반도 풀지 못하는지 판단하기에는 초깃값이 너무 적습니다.`,
  },
  update:
    prose`가중합은 v = 0.5 하나, 곡선은 셋입니다. 곡선마다 출력을 구하고, 그 출력으로 기울기를 구해 보세요. 여기서 ReLU의 기울기는
그냥 1입니다.`,
  exercises: {
    flat: {
      question: prose`v = 0, 2, 5에서 시그모이드의 기울기는 각각 얼마일까요? ${m(SIGMOID_SLOPE, "를")} 써 보세요.`,
      answer: prose`${n.slopes.join(", ")}입니다. v = 5일 때 가중합을 조금 바꾸면 출력은 v = 0일 때의 ${
        unbroken(`${n.weaker}분의 1밖에`)
      } 바뀌지 않습니다. 이런 노드를 두고 ${term("saturated", "포화")}되었다고 합니다.`,
    },
    steeper: {
      question: prose`v = 0에서 시그모이드와 tanh 가운데 어느 쪽이 더 가파를까요? 몇 배일까요?`,
      answer: prose`tanh입니다. tanh의 기울기는 1, 시그모이드는 ¼이니까 ${n.steeper}배 가파릅니다.`,
    },
    dead: {
      question: prose`어떤 ReLU 노드는 표의 모든 ${
        term("row", "행")
      }에서 가중합이 음수입니다. 각 행에서 기울기는 얼마일까요? 이 노드는 무엇을 배울 수 있을까요?`,
      answer:
        prose`모든 행에서 기울기가 0이라서 가중치가 움직이지 않습니다. 배우는 것 없이 영영 0만 내보냅니다. 이런 노드를 ‘죽은 ReLU’라고
합니다.`,
    },
  },
  code:
    prose`기울기는 재 볼 수도 있습니다. 양쪽으로 조금씩 가 보고, 높이의 차이를 간 거리로 나누면 됩니다. 브라우저 콘솔(F12)에
붙여 넣으면 v = 0.5에서 계단 함수, 시그모이드, tanh, ReLU의 기울기가 차례로 나옵니다.`,
});
