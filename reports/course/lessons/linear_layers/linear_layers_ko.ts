/** "Linear layers collapse" in Korean. */
import { apply, m, type NumbersOf, product, prose, sum, term, type TextsOf } from "../../../languages/ko/writing_ko.ts";
import type { linearLayers } from "./linear_layers.ts";

/** The texts of the lesson. */
export const LINEAR_LAYERS_KO = (n: NumbersOf<typeof linearLayers>): TextsOf<typeof linearLayers> => ({
  title: "선형 층은 하나로 합쳐진다",
  question: "노드가 모두 더하기만 한다면, 층을 늘린들 도움이 될까요?",
  lead: prose`${term("unit", "노드")}가 모두 더하기만 한다면, ${term("layer", "층")}을 늘린들 도움이 될까요?`,
  guess: {
    question: prose`수 하나가 노드 세 개를 차례로 지나갑니다. 노드마다 ${term("weight", "가중치")}는 2이고, ${
      term("activation", "활성화 함수")
    } 없이 곱한 값을 그대로 내보냅니다. 노드 하나로 똑같은 일을 하려면 가중치가 얼마여야 할까요?`,
    answer: prose`8입니다. x가 첫 노드를 지나면 2x, 둘째를 지나면 4x, 셋째를 지나면 8x가 됩니다.`,
  },
  lab: prose`실험실에서는 ${term("net", "신경망")} 200개가 ${term("xor", "XOR")}를 학습합니다. ${
    term("hidden-layer", "은닉층")
  }에 노드가 네 개씩 있지만 활성화 함수는 없습니다. 메뉴에는 ‘항등 함수’라고 되어 있습니다. XOR를 푸는 신경망이 있나요? 이번에는
${term("tanh", "tanh")}를 고르고 다시 지켜보세요.`,
  idea: [
    prose`활성화 함수가 없는 노드를 선형 노드라고 합니다. 선형 노드의 ${term("output", "출력")}은 ${
      term("weighted-sum", "가중합")
    } 그대로입니다. 그 뒤의 선형 노드는 이런 합을 다시 더합니다. 그런데 합의 합은 역시 합입니다.`,
    prose`그래서 선형 층 두 개가 하는 일은 한 개로도 할 수 있습니다. 세 개든 백 개든 마찬가지입니다. 가중치끼리 곱해져 새 가중치가
되고, 여러 층이 하나로 합쳐집니다.`,
    prose`그림에서 확인해 봅시다. XOR의 네 ${
      term("row", "행")
    }을 점으로 찍고, 층이 이 점들을 어디로 옮기는지 봅니다. 선형 층은 정사각형을 돌리고, 늘이고, 기울일 수 있습니다. 하지만 직선은
여전히 직선이고, 두 대각선은 여전히 한가운데에서 만납니다. 0인 두 점의 한가운데가 곧 1인 두 점의 한가운데이니, 직선 하나로는 가를 수 없습니다.`,
    prose`${
      term("relu", "ReLU")
    }는 음수를 0으로 잘라 내는 활성화 함수입니다. ReLU를 쓰면 정사각형이 접힙니다. 그러면 직선 하나로 충분합니다.`,
  ],
  figure: {
    labels: { inputs: "입력", linear: "선형 층 하나", second: "선형 층 둘", relu: "ReLU 층 하나" },
    description:
      "XOR의 네 점을 그린 칸 네 개. 입력은 정사각형을 이룬다. 선형 층 하나를 지나면 기울어진 평행사변형이 되고, " +
      "둘을 지나면 다른 평행사변형이 된다. 세 칸 모두 두 대각선이 한가운데에서 만난다. ReLU를 쓰면 0인 두 점이 원점에 겹치고 " +
      "직선 하나가 이들을 1인 점과 가른다.",
    caption: prose`층을 지나며 XOR의 네 점이 옮겨 갑니다. 파란 점은 ${
      term("target", "정답")
    }이 1, 주황 점은 0입니다. 마지막 칸에서는 0인 두 점이 원점에 겹쳐 있습니다.`,
  },
  parts: {
    one: {
      title: "입력이 하나일 때: 가중치끼리 곱해진다",
      steps: {
        multiply: prose`수 하나로 시작합시다. 선형 노드 세 개가 차례로 a를 곱합니다. 결과는 a·a·a·x이고, a·a·a는 가중치
하나와 같습니다.`,
        biases: prose`${
          term("bias", "편향")
        }이 있어도 마찬가지입니다. 앞 노드의 식을 뒤 노드의 식에 넣고 전개해 봅시다.`,
        same: prose`가중치가 ${m(product("u", "w"), "이고")} 편향이 ${
          m(sum(product("u", "b"), "c"), "인")
        } 노드 하나가 되었습니다.`,
      },
    },
    two: {
      title: "입력이 둘일 때: 경로를 모두 더한다",
      steps: {
        layers: prose`이번에는 입력 두 개, 은닉 노드 두 개, 출력 노드 하나를 봅시다. 셋 다 선형 노드입니다.`,
        substitute: prose`앞의 두 식을 세 번째 식에 넣고 입력별로 묶습니다.`,
        single: prose`괄호 안은 입력과 상관없는 수입니다. 이것을 ${m("p_1")}, ${
          m("p_2", "라고")
        } 하면, 신경망 전체는 가중치가 ${m("p_1", ",")} ${
          m("p_2", "인")
        } 노드 하나와 같습니다. 그림에 나온 신경망에서는 다음과 같습니다.`,
        slope: prose`다르게 볼 수도 있습니다. ${m("x_1", "이")} 조금 커지면 그 영향이 두 경로로 ${
          m("v", "에")
        } 전해집니다. 은닉 노드마다 경로가 하나씩 있으니까요. ${
          term("chain-rule", "연쇄 법칙")
        }에 따라 한 경로 안에서는 기울기를 곱하고, 경로끼리는 더합니다.`,
        plane:
          prose`이 기울기에는 입력이 나타나지 않습니다. 어디서나 기울기가 같으니, 그래프는 꺾인 데 없는 평면입니다.`,
      },
    },
    matrices: {
      title: "행렬로 쓰면",
      steps: {
        product: prose`한 층의 가중치를 ${
          term("matrix", "행렬")
        }로 씁니다. 노드 하나가 가로줄 하나입니다. 첫 번째 선형 층 뒤에 두 번째 선형 층을 붙이면, 두 층은 두 행렬의 곱과 같은 일을 합니다.`,
        entries:
          prose`곱의 성분을 구하려면 왼쪽 행렬에서 가로줄 하나, 오른쪽 행렬에서 세로줄 하나를 골라 짝지어 곱하고 더합니다.
곱 하나하나가 앞에서 본 경로 하나에 해당합니다.`,
        any:
          prose`층을 하나 더 붙이는 것은 행렬을 하나 더 곱하는 것과 같습니다. 행렬은 아무리 많이 곱해도 행렬 하나이니, 층도 하나인
셈입니다.`,
      },
    },
    bend: {
      title: "꺾이면 무엇이 달라질까",
      steps: {
        pairs:
          prose`지난 강의에서는 XOR의 네 가중합을 둘씩 더해 보았습니다. 선형 신경망은 노드 하나와 같으니, 이번에도 두 합은
같습니다.`,
        impossible:
          prose`XOR가 되려면 왼쪽은 양수, 오른쪽은 음수여야 합니다. 그러니 층을 아무리 쌓아도 선형 신경망으로는 XOR를
풀 수 없습니다.`,
        relu: prose`이제 두 은닉 노드에 ReLU, 곧 ${
          m(apply("max", 0, "v"), "를")
        } 넣어 봅시다. 가중치는 그대로 둡니다. 행 10에서는 이렇게 됩니다.`,
        table: prose`네 행을 모두 계산하면 다음과 같습니다. 앞은 ReLU가 없을 때, 뒤는 있을 때입니다.`,
        fold: prose`ReLU를 쓰면 01과 10에서만 ${
          m("v", "가")
        } 양수가 됩니다. 가중치는 그대로인데 XOR가 풀렸습니다. ReLU는 딱 한 번 꺾이지만, 그것으로 충분합니다.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      prose`선형 층이 하나든 둘이든 셋이든, 무작위 ${
        term("start", "초깃값")
      } ${starts}개 가운데 XOR를 푼 것은 하나도 없었습니다.`,
    refuted: ({ starts, count }) =>
      prose`선형 층만 있는데도 무작위 ${
        term("start", "초깃값")
      } ${starts}개 가운데 ${count}개가 XOR를 풀었습니다. 앞의 증명과 어긋나니 어딘가 잘못되었습니다.`,
    undecided: ({ starts }) =>
      prose`무작위 ${term("start", "초깃값")} ${starts}개로는 선형 층이 XOR를 푸는지 아직 알 수 없습니다.`,
  },
  update:
    prose`그림의 신경망에서 ReLU를 빼고, 행 10을 넣어 봅시다. 같은 가중합을 두 번 구합니다. 한 번은 은닉 노드를 거쳐서, 한
번은 노드 하나로 합쳐서 계산합니다.`,
  exercises: {
    shrink: {
      question:
        prose`선형 노드 열 개가 한 줄로 이어져 있고, 가중치는 모두 ½입니다. 노드 하나로 바꾸면 가중치가 얼마일까요? 입력이
조금 바뀌면 출력은 얼마나 바뀔까요?`,
      answer:
        prose`½을 열 번 곱하면 ${n.shrunk}입니다. 입력의 변화가 천분의 일로 줄어서 도착합니다. 층이 많으면, 학습할 때 뒤로
되돌아가는 신호도 이렇게 줄어들 수 있습니다.`,
    },
    order: {
      question: prose`이 강의에 나온 두 행렬의 순서를 바꿔 곱해 보세요. 결과가 같을까요?`,
      answer:
        prose`다릅니다. 가로줄 순서로 쓰면 ${n.product} 대신 ${n.reversed}가 나옵니다. 층의 순서를 바꾸면 결과가 달라지지만, 하나로
합쳐지는 것은 똑같습니다.`,
    },
    absolute: {
      question: prose`선형 신경망으로는 |x|를 계산할 수 없습니다. ReLU 노드 두 개로 |x|를 계산해 보세요.`,
      answer: prose`${
        m(sum(apply("max", 0, "x"), apply("max", 0, product(-1, "x"))), "입니다")
      }. 은닉층의 가중치는 1과 −1, 출력 노드의 가중치는 1과 1입니다. x = −3이면 ${n.absolute}이 나옵니다.`,
    },
  },
  code:
    prose`같은 신경망을 세 가지로 계산하는 코드입니다. 선형 층 둘로, 노드 하나로, 그리고 ReLU를 넣어서 계산합니다. 브라우저
콘솔(F12)에 붙여 넣으면 앞의 두 결과가 똑같이 나옵니다.`,
});
