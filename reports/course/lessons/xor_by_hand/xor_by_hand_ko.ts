/** "XOR by hand" in Korean. */
import { m, type NumbersOf, prose, term, type TextsOf } from "../../../languages/ko/writing_ko.ts";
import type { xorByHand } from "./xor_by_hand.ts";

/** The texts of the lesson. */
export const XOR_BY_HAND_KO = (n: NumbersOf<typeof xorByHand>): TextsOf<typeof xorByHand> => ({
  title: "손으로 푸는 XOR",
  question: "은닉 노드 두 개로 XOR를 어떻게 풀까요?",
  lead: prose`${term("hidden-layer", "은닉 노드")} 두 개로 ${term("xor", "XOR")}를 어떻게 풀까요?`,
  guess: {
    question:
      prose`친구 둘이 비트 두 개를 보고 있습니다. 한 친구는 OR의 값을, 다른 친구는 AND의 값을 알려 줍니다. 여러분은 비트를 볼 수
없습니다. 두 대답만으로 XOR의 값을 알아낼 수 있을까요?`,
    answer: prose`알아낼 수 있습니다. 첫째 친구가 1, 둘째 친구가 0이라고 하면 XOR는 1입니다. ${
      term("output", "출력")
    } ${term("unit", "노드")}는 이것만 확인하면 됩니다.`,
  },
  lab: prose`실험실에서는 은닉 노드가 두 개인 ${
    term("net", "신경망")
  } 200개가 XOR를 학습합니다. 테두리가 있는 칸, 곧 성공한 신경망을 눌러 보세요. 그림에 띠가 보입니다. 이제 은닉 노드를 하나
빼 보세요. 띠가 어떻게 되나요?`,
  idea: [
    prose`노드 하나는 직선을 하나 긋는데, XOR는 직선 하나로 풀 수 없습니다. 그래서 직선 하나로 답할 수 있는 질문을 두 개
던집니다. 1이 하나라도 있는가? 이것이 OR입니다. 둘 다 1인가? 이것이 AND입니다.`,
    prose`첫 질문의 답이 ‘예’이고 둘째 질문의 답이 ‘아니요’일 때 XOR는 1입니다. 은닉 노드 하나가 첫 질문에, 다른 하나가 둘째
질문에 답합니다. 출력 노드는 두 대답을 합칩니다. 여기에는 직선 하나면 충분합니다.`,
    prose`평면에서 보면 두 은닉 노드는 평행한 직선을 하나씩 긋습니다. 그 사이에 띠가 생깁니다. XOR가 1인 점은 띠 안에, 0인
점은 띠의 양쪽 바깥에 있습니다.`,
  ],
  figure: {
    labels: { or: "OR: 직선 위쪽", and: "AND: 다른 직선 위쪽", xor: "XOR: 두 직선 사이" },
    description:
      "네 점이 찍힌 정사각형 세 개. 직선 하나가 OR의 1을 가르고, 다른 직선이 AND의 1을 가른다. XOR에서는 두 직선 " +
      "사이의 띠 안에 1인 점 두 개가 들어 있다.",
    caption: prose`파란 영역에서는 노드가 1이라고 답합니다. 파란 점은 ${
      term("target", "정답")
    }이 1, 주황 점은 0입니다. OR 영역에서 AND 영역을 빼면 띠가 남습니다.`,
  },
  parts: {
    questions: {
      title: "두 가지 질문",
      steps: {
        table: prose`네 ${term("row", "행")}에 대한 두 질문의 답을 XOR와 나란히 적어 봅시다.`,
        rule: prose`OR가 1이고 AND가 0인 행에서만 XOR가 1입니다. 줄여 말하면 ‘OR이면서 AND는 아닌 것’입니다.`,
      },
    },
    weights: {
      title: "가중치 하나하나 정하기",
      steps: {
        hidden: prose`우선 ${term("step-function", "계단 함수")}를 씁시다. ${
          term("weighted-sum", "가중합")
        }이 0 이상이면 노드가 1이라고 답합니다. 두 ${
          term("weight", "가중치")
        }를 모두 1로 하면 가중합은 1의 개수와 같습니다. OR는 1이 하나라도 있으면 되니까 ${
          term("bias", "편향")
        }을 −½로 합니다. 그러면 1이 하나일 때부터 가중합이 양수가 됩니다. AND는 1이 두 개여야 하니까 편향을 −1½로 합니다.`,
        output: prose`출력 노드는 ${m("h_1", "과")} ${
          m("h_2", "를")
        } 입력으로 받습니다. OR는 찬성표이니 가중치가 1이고, AND는 반대표이니 가중치가 −1입니다. 편향은 이번에도 −½입니다. 문턱을 0과 1의 한가운데에 두는
것이지요.`,
        sums: prose`네 행을 모두 확인해 봅시다. 가중합이 음수이면 0, 아니면 1입니다.`,
        strip: prose`결국 1의 개수가 두 문턱 사이에 있을 때 1이라고 답합니다.`,
        lines: prose`부등호를 등호로 바꾸면 평행한 두 직선의 식이 됩니다. 그 사이가 띠입니다.`,
      },
    },
    soft: {
      title: "시그모이드로 바꾸면",
      steps: {
        scale: prose`계단 함수에는 학습에 쓸 기울기가 없습니다. 하지만 가중치가 크면 ${
          term("sigmoid", "시그모이드")
        }도 계단 함수와 거의 같아집니다. 그래서 가중치와 편향을 모두 ${n.factor}배로 늘립니다.`,
        table: prose`출력이 딱 떨어지지는 않지만, 모두 정답에 가깝습니다.`,
        training:
          prose`학습은 이런 가중치에서 시작하지 않습니다. 작은 무작위 가중치에서 출발해, 이와 비슷한 가중치를 찾아가야 합니다.
실제로 무엇을 찾아내는지는 뒤의 강의에서 봅니다.`,
      },
    },
    relu: {
      title: "ReLU로 바꾸면",
      steps: {
        formulas: prose`${term("relu", "ReLU")}를 쓰면 출력 노드에는 ${
          term("activation", "활성화 함수")
        }가 없어도 됩니다. 첫째 은닉 노드는 1의 개수를 그대로 내보냅니다. 둘째 은닉 노드는
1을 넘을 때에야 켜지고, 두 배의 반대표를 던집니다.`,
        table: prose`이번에는 네 행이 모두 정확히 맞습니다.`,
        shape: {
          text:
            prose`1의 개수에 따라 출력을 그려 보면 텐트 모양이 됩니다. 1까지는 첫째 노드만 일하므로 기울기가 1입니다. 그 뒤로는
둘째 노드도 일하므로 기울기가 1 − 2 = −1입니다.`,
          figure: {
            labels: {},
            description:
              "입력의 합에 따른 출력의 그래프. 0에서 시작해 합이 1일 때 1까지 올라갔다가 2에서 다시 0으로 내려오는 텐트 " +
              "모양이다. 점선은 두 ReLU 노드의 출력으로, 각각 0과 1에서부터 올라간다.",
            caption: prose`점선은 두 은닉 노드의 출력입니다. 첫째에서 둘째의 두 배를 빼면 텐트가 됩니다.`,
          },
        },
      },
    },
  },
  finding: {
    supported: ({ starts, count }) =>
      prose`이런 가중치는 학습으로도 찾을 수 있습니다. 은닉 노드 두 개에 출력 편향이 있을 때, 무작위 ${
        term("start", "초깃값")
      } ${starts}개 가운데 ${count}개에서 XOR를 풀었습니다.`,
    refuted: ({ starts, count }) =>
      prose`은닉 노드 두 개로 풀 수는 있지만 학습으로 찾아내는 일은 드뭅니다. 무작위 ${
        term("start", "초깃값")
      } ${starts}개 가운데 ${count}개에서만 XOR를 풀었습니다.`,
    undecided: ({ starts, count }) =>
      prose`은닉 노드 두 개에 출력 편향이 있을 때, 무작위 ${
        term("start", "초깃값")
      } ${starts}개 가운데 ${count}개에서 XOR를 풀었습니다. 과반수에서 풀리는지는 아직 알 수 없습니다.`,
  },
  update:
    prose`시그모이드 신경망에 행 11을 넣어 봅시다. 직선 하나로는 틀리던 행입니다. 두 은닉 노드가 모두 ‘예’라고 답해서 찬성과
반대가 상쇄되고, 편향이 결과를 정합니다.`,
  exercises: {
    nand: {
      question:
        prose`XOR는 ‘OR이면서 NAND인 것’이기도 합니다. NAND는 ‘둘 다 1은 아니다’라는 뜻입니다. 계단 함수를 쓸 때 둘째 은닉
노드와 출력 노드의 가중치를 구해 보세요.`,
      answer: prose`NAND는 가중치 −1, −1에 편향 1½입니다. 출력 노드는 둘의 AND를 계산하면 되니까 가중치 1, 1에 편향
−1½입니다.`,
    },
    soft: {
      question: prose`${n.factor}배 대신 4배로 늘리면 출력이 어떻게 될까요? XOR를 풀었다고 할 수 있을까요?`,
      answer:
        prose`출력은 ${n.softer}입니다. 모두 ½을 기준으로 올바른 쪽에 있지만, 정답과의 차이가 0.1 이내인 것은 하나도 없습니다. 그래서
학습하는 동안 가중치가 더 커져야 합니다.`,
    },
    three: {
      question:
        prose`이번에는 입력이 세 개이고, 1의 개수가 홀수일 때 1이라고 답해야 합니다. 평행한 직선이 몇 개 필요할까요? 계단 함수를 쓸 때 출력
노드의 가중치도 구해 보세요.`,
      answer:
        prose`세 개입니다. 은닉 노드의 편향은 −½, −1½, −2½입니다. 출력 노드의 가중치는 1, −1, 1이고 편향은 −½입니다. 1이
0개, 1개, 2개, 3개일 때 출력은 ${n.parity}입니다.`,
    },
  },
  code:
    prose`계단 함수, 시그모이드, ReLU를 쓴 세 신경망의 코드입니다. 브라우저 콘솔(F12)에 붙여 넣으면 네 행의 출력이 차례로
나옵니다.`,
});
