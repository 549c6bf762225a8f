/** "What hidden units learn" in Korean. */
import { m, type NumbersOf, prose, term, type TextsOf } from "../../../languages/ko/writing_ko.ts";
import type { hiddenUnits } from "./hidden_units_lesson.ts";

/** The texts of the lesson. */
export const HIDDEN_UNITS_KO = (n: NumbersOf<typeof hiddenUnits>): TextsOf<typeof hiddenUnits> => ({
  title: "은닉 노드는 무엇을 배울까",
  question: "학습이 끝난 신경망에서 두 은닉 노드는 무엇을 계산할까요?",
  lead: prose`학습이 끝난 ${term("net", "신경망")}에서 두 ${term("hidden-layer", "은닉 노드")}는 무엇을 계산할까요?`,
  guess: {
    question: prose`은닉 노드가 두 개인 신경망 백 개가 저마다 다른 무작위 ${term("start", "초깃값")}에서 출발해 ${
      term("xor", "XOR")
    }를 배웠습니다. 이 신경망들은 모두 OR와 AND를 찾아냈을까요?`,
    answer: prose`그렇지 않습니다. 은닉 ${
      term("unit", "노드")
    }는 OR나 AND의 반대를 계산해도 됩니다. 게다가 전혀 다른 질문 한 쌍으로도 XOR를 풀 수 있습니다.`,
  },
  lab:
    prose`실험실에서는 은닉 노드가 두 개인 신경망 200개가 XOR를 학습합니다. 성공한 신경망을 몇 개 눌러 은닉 노드의 그림을
비교해 보세요. 몇 종류나 찾을 수 있나요?`,
  idea: [
    prose`은닉 노드는 ${
      term("row", "행")
    } 하나를 0과 1 사이의 수 하나로 바꿉니다. 은닉 노드가 두 개면 수도 두 개입니다. 이 두 수를 좌표로 삼으면 행은 정사각형 안의
점이 됩니다. 이 정사각형을 ${term("hidden-space", "은닉 공간")}이라고 합니다.`,
    prose`${
      term("output", "출력")
    } 노드에는 이 점만 보입니다. 출력 노드는 은닉 공간에 직선 하나를 긋고, 1인 점은 모두 그 한쪽에 있어야 합니다. 그러니까 은닉 노드가
할 일은 하나입니다. 직선 하나로 가를 수 있을 때까지 네 점을 옮기는 것입니다.`,
    prose`그림에서 그 과정을 볼 수 있습니다. 학습하기 전에는 네 점이 한데 모여 있습니다. 학습하면서 점점 벌어지고, 마침내 0과 1
사이에 직선이 들어갑니다. 점의 자리가 미리 정해져 있던 것은 아닙니다. 은닉 노드가 출력에서 되돌아온 ${
      term("error", "오차")
    }를 따라가며 찾아낸 자리입니다.`,
  ],
  figure: {
    labels: { before: "학습 전", during: `${n.middle}에포크`, after: `${n.epochs}에포크` },
    description:
      "네 행을 은닉 공간의 점으로 나타낸 정사각형 세 개. 학습하기 전에는 점들이 모여 있다. 학습이 끝나면 1인 두 점은 오른쪽 " +
      "아래에 함께 있고, 0인 점 하나는 오른쪽 위, 다른 하나는 왼쪽 아래에 있으며, 직선이 1인 점들을 가른다.",
    caption: prose`한 신경망의 은닉 공간에 XOR의 네 행을 나타냈습니다. 파란 점은 ${
      term("target", "정답")
    }이 1, 주황 점은 0입니다. 파란 영역에서는 출력이 ½보다 큽니다. 마지막에는 1인 두 점이 거의 겹칩니다.`,
  },
  parts: {
    space: {
      title: "학습 전과 후",
      steps: {
        table: prose`그림에 나온 점들의 좌표입니다. 괄호 안은 ${
          term("epoch", "에포크")
        } 수입니다. 학습이 빨리 끝나도록 ${term("learning-rate", "학습률")}은 ${n.rate}으로 했습니다.`,
        line: prose`출력 노드의 ${
          term("weighted-sum", "가중합")
        }이 양수이면 출력이 ½보다 큽니다. 은닉 공간에서 이런 점들은 직선의 한쪽에 모여 있습니다. ${
          term("weight", "가중치")
        }를 반올림해서 쓰면, 행 01의 가중합은 다음과 같습니다.`,
      },
    },
    names: {
      title: "노드에 이름 붙이기",
      steps: {
        signs: prose`가중합이 0 이상이면 노드가 켜졌다고 합시다. 그러면 부호만 보고 노드의 이름을 알 수 있습니다.`,
        nand:
          prose`첫째 노드는 11만 빼고 모두 켜집니다. AND의 반대인 NAND입니다. 둘째 노드는 00에서만 켜집니다. OR의 반대인
NOR입니다. 출력 노드는 첫째를 더하고 둘째를 뺍니다.`,
        why:
          prose`그러니까 이 신경망은 ‘NAND이면서 NOR는 아닌 것’을 계산합니다. ‘NOR가 아니다’는 곧 OR이고, NAND는 ‘AND가
아니다’입니다. 결국 ‘OR이면서 AND는 아닌 것’을 뒤집어 말한 것입니다.`,
      },
    },
    copies: {
      title: `풀이는 하나, 닮은꼴은 ${n.copies.two}개`,
      steps: {
        turn: prose`뒤집기는 쉽습니다. 은닉 노드의 두 가중치와 ${
          term("bias", "편향")
        }의 부호를 모두 바꿔 봅시다. 그러면 가중합의 부호가 바뀌고, ${
          term("sigmoid", "시그모이드")
        }는 1에서 원래 출력을 뺀 값을 냅니다.`,
        absorb: prose`뒤집힌 출력을 ${
          m("k_1", "이라고")
        } 합시다. 출력 노드는 이 변화를 그대로 메울 수 있습니다. 그 가중치의 부호를 바꾸고, 원래 가중치를 편향에 더하면 됩니다.`,
        count:
          prose`그래도 신경망 전체가 계산하는 것은 조금도 달라지지 않습니다. 두 노드를 각각 뒤집을 수 있고, 둘의 자리를 맞바꿀
수도 있습니다. 그래서 풀이마다 닮은꼴의 개수는 다음과 같습니다.`,
      },
    },
    kinds: {
      title: "풀이는 두 종류",
      steps: {
        lines: prose`서로 뒤집은 것은 하나로 치면, 직선으로 네 행을 나누는 방법은 ${n.lines}가지입니다.`,
        pairs: {
          text:
            prose`그래서 두 노드가 고를 수 있는 쌍은 ${n.pairs}가지입니다. 그 가운데 XOR를 풀 수 있는 것은 ${n.sufficient}가지뿐입니다. 하나는
OR와 AND입니다. 그림에서 두 종류를 비교해 보세요.`,
          figure: {
            labels: { nand: "NAND이고 NOR 아님", sides: "이쪽 아니면 저쪽" },
            description:
              "XOR의 네 점과 직선 두 개씩을 그린 정사각형 두 개. 첫째에서는 1인 점들이 두 직선 사이의 띠 안에 있다. 둘째에서는 " +
              "직선의 방향이 달라서, 0인 점들이 띠 안에 있고 1인 점은 양쪽 바깥에 하나씩 있다.",
            caption:
              prose`학습이 끝난 두 신경망의 은닉 노드가 그은 직선입니다. 파란 영역에서는 은닉 노드들이 1에 표를 던집니다. 두
신경망은 무작위 초깃값만 다릅니다.`,
          },
        },
        sides:
          prose`둘째 종류에서는 은닉 노드가 1인 점을 하나씩 맡습니다. 하나는 ‘첫째 입력만 1’, 다른 하나는 ‘둘째 입력만
1’입니다. 출력 노드는 둘을 더합니다. 어느 쪽이든 XOR를 풀 수 있고, 어느 쪽을 찾아내는지는 초깃값에 달려 있습니다.`,
      },
    },
  },
  finding: {
    supported: ({ starts, count }) =>
      prose`시그모이드 은닉 노드 두 개로 XOR를 푼 신경망 ${starts}개 가운데 ${count}개가 OR와 AND(또는 그 반대)를 배웠습니다.`,
    refuted: ({ starts, count }) =>
      prose`시그모이드 은닉 노드 두 개로 XOR를 푼 신경망 ${starts}개 가운데 ${count}개만이 OR와 AND(또는 그 반대)를 배웠습니다.
3분의 1을 넘지 않습니다.`,
    undecided: ({ starts, count }) =>
      prose`시그모이드 은닉 노드 두 개로 XOR를 푼 신경망 ${starts}개 가운데 ${count}개가 OR와 AND(또는 그 반대)를 배웠습니다.
일반적으로 3분의 1을 넘는지는 아직 알 수 없습니다.`,
  },
  update:
    prose`학습이 끝난 신경망의 가중치를 반올림해서, 행 01을 넣어 봅시다. 넷째 줄까지 계산하면 은닉 공간의 점이 나옵니다.`,
  exercises: {
    turn: {
      question:
        prose`이 신경망의 첫째 은닉 노드를 뒤집어 AND로 만들어 보세요. 은닉 노드의 가중치는 얼마가 될까요? 출력 노드에서는
무엇을 바꿔야 할까요?`,
      answer: prose`은닉 노드의 가중치는 ${
        n.turned.weights.join(", ")
      }, 편향은 ${n.turned.bias}가 됩니다. 출력 노드에서는 이 노드의
가중치가 ${n.turned.output}, 편향이 ${n.turned.outputBias}가 됩니다.`,
    },
    count: {
      question: prose`은닉 노드가 세 개이면 풀이 하나의 닮은꼴은 몇 개일까요? 네 개이면요?`,
      answer:
        prose`노드 세 개를 뒤집는 방법이 8가지, 늘어놓는 방법이 6가지이니 ${n.copies.three}개입니다. 네 개이면 16가지와
24가지를 곱해 ${n.copies.four}개입니다.`,
    },
    conflict: {
      question: prose`‘OR’와 ‘첫째 입력’ 한 쌍으로는 왜 XOR를 풀 수 없을까요?`,
      answer:
        prose`둘 다 10에서도 11에서도 1입니다. 그러면 두 행이 은닉 공간의 같은 점에 놓이는데, 정답은 서로 다릅니다. 한 점을 직선으로
둘로 가를 수는 없습니다.`,
    },
  },
  code:
    prose`그림에 나온 신경망을 학습시키고, 두 은닉 노드가 00, 01, 10, 11에서 켜지는지 출력하는 코드입니다. 브라우저 콘솔(F12)에
붙여 넣어 보고, 초깃값도 바꿔 보세요.`,
});
