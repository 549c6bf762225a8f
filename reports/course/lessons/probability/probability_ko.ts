/** "Probability" in Korean. */
import { exp, m, type NumbersOf, prose, term, type TextsOf, unbroken } from "../../../languages/ko/writing_ko.ts";
import type { probability } from "./probability.ts";

/** The texts of the lesson. */
export const PROBABILITY_KO = (n: NumbersOf<typeof probability>): TextsOf<typeof probability> => ({
  title: "시그모이드와 확률",
  question: "시그모이드 노드의 출력 0.8은 무슨 뜻일까요?",
  lead: prose`${term("sigmoid", "시그모이드")} ${term("unit", "노드")}의 ${
    term("output", "출력")
  } 0.8은 무슨 뜻일까요?`,
  guess: {
    question: prose`지금 출력은 0.9입니다. 여기서 ${
      term("weighted-sum", "가중합")
    }이 두 배가 되면 출력은 얼마쯤 될까요? 0.95일까요, 0.99일까요, 아니면 1.8일까요?`,
    answer:
      prose`0.99쯤, 정확히는 ${n.doubled}입니다. 출력은 1을 넘을 수 없습니다. 가중합이 두 배가 되면 무슨 일이 일어나는지는 내기에
빗대어 보면 간단합니다. 이번 강의에서 알아봅시다.`,
  },
  lab: prose`실험실에서는 노드 하나짜리 ${
    term("net", "신경망")
  } 200개가 AND를 학습합니다. 두 입력이 모두 1일 때만 답이 1인 표입니다. 이것이 바로 ${
    term("logistic-regression", "로지스틱 회귀")
  }입니다. 칸을 하나 누르고, 색으로 나타낸 네 출력을 지켜보세요. 처음에는 모두 어림짐작입니다. 어느 출력이 가장 먼저 확실해지나요?`,
  idea: [
    prose`시그모이드의 값은 결코 0과 1 사이를 벗어나지 않습니다. 그래서 출력을 확률로 읽을 수 있습니다. 0.8은 답이 1일 확률이
80%, 0일 확률이 20%라는 뜻입니다. ½은 전혀 모르겠다는 뜻이지요.`,
    prose`내기를 하는 사람들은 두 확률의 비를 봅니다. ${unbroken("80 대 20은")} ${unbroken("4 대 1입니다")}. 이 비를 ${
      unbroken(prose`${term("odds", "승산")}(odds)이라고`)
    } 합니다. 승산으로 보면 시그모이드가 간단해집니다. 가중합에 1을 더하면 승산은 2.718배, 곧 e배가 됩니다. 가중합이 두
배가 되면 승산은 제곱이 됩니다.`,
    prose`그러니까 ${
      term("weight", "가중치")
    }는 증거의 무게입니다. 입력이 1이 되면 승산에 정해진 수가 곱해집니다. 증거가 여럿이면 그 수를 모두 곱합니다. 노드는 더하기만
하고, 시그모이드가 그 합을 확률로 바꿔 줍니다.`,
    prose`통계학에서는 이 식을 1940년대부터 써 왔고, 로지스틱 회귀라고 부릅니다. 그리고 가중치를 그대로 둔 채 예측값을 계산하는 일을 ${
      term("inference", "추론")
    }이라고 합니다. 학습이 끝난 노드가 하는 일은 이것뿐입니다.`,
  ],
  figure: {
    labels: {
      one: "답이 1일 확률",
      zero: "답이 0일 확률",
      sum: "가중합 v",
      against: "1 대 9",
      even: "1 대 1",
      for: "9 대 1",
    },
    description:
      "가중합 v에 대한 시그모이드 곡선. 세 곳에 0부터 1까지 막대가 서 있고 곡선이 막대를 가른다. 아래쪽은 답이 1일 확률, " +
      "위쪽은 0일 확률이다. 승산은 차례로 1 대 9, 1 대 1, 9 대 1이다.",
    caption:
      prose`곡선이 막대를 두 확률로 나눕니다. 세 막대는 같은 간격으로 서 있고, 다음 막대로 갈 때마다 승산은 똑같이 9배가
됩니다.`,
  },
  parts: {
    odds: {
      title: "가중합과 승산",
      steps: {
        mirror: prose`답이 1일 확률과 0일 확률을 더하면 1입니다. 0일 확률을 구하려면 가중합의 부호만 바꾸면 됩니다.`,
        ratio: prose`출력을 ${m("y", "라고")} 하고 두 확률을 나눠 봅시다. ${m("y")} = ${m(exp("v"))}/(${
          m(exp("v"))
        } + 1)을 넣으면 거의 다 약분됩니다. 승산은 다음과 같습니다.`,
        log: prose`양변에 로그를 취합니다. 가중합은 바로 승산의 로그입니다. 이것을 로그 승산(로짓)이라고 합니다.`,
      },
    },
    evidence: {
      title: "가중치는 증거의 무게",
      steps: {
        split:
          prose`지수가 합이면 지수법칙에 따라 거듭제곱의 곱이 됩니다. 그래서 승산에 곱하는 수가 입력마다 하나씩 생깁니다.`,
        factors: prose`비가 올지 예보하는 작은 노드를 만들어 봅시다. 먹구름이 있으면 ${m("x_1")} = 1, 기압이 올라가면 ${
          m("x_2")
        } = 1이고, ${m("x_3", "은")} 늘 1입니다. 가중치는 ${n.weights[0]}, ${n.weights[1]}, ${
          n.weights[2]
        }입니다. 승산에 곱하는 수는 각각 다음과 같습니다.`,
        honest: prose`먹구름이 있으면 비가 올 승산이 ${n.clouds}배로 늘고, 기압이 올라가면 ${
          unbroken(`${n.pressure}분의 1로`)
        } 줄어듭니다. 다만 조심할 것이 있습니다. 0.8을
확률이라고 부른다고 해서 저절로 확률이 되지는 않습니다. 출력이 0.8인 ${term("row", "행")}들 가운데 실제로 열에 여덟은 ${
          term("target", "정답")
        }이 1이라야 합니다. 학습은 바로 그렇게 되도록 가중치를 고쳐 갑니다.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      prose`무작위 ${
        term("start", "초깃값")
      } ${starts}개 모두에서, 학습하기 전의 출력은 0.04와 0.96 사이에 있었습니다. 학습하기 전의 신경망은 아무것도 확신하지 못합니다.`,
    refuted: ({ starts, others }) =>
      prose`무작위 ${
        term("start", "초깃값")
      } ${starts}개 가운데 ${others}개에서, 학습하기 전의 출력이 0.04와 0.96 사이를 벗어났습니다. 아는 것도 없이 확신한 셈입니다.`,
    undecided: ({ starts }) =>
      prose`무작위 ${
        term("start", "초깃값")
      } ${starts}개로는, 학습하기 전의 출력이 0.04와 0.96 사이인지 알 수 없습니다.`,
  },
  update: prose`먹구름이 있고 기압은 올라가지 않는 날입니다. 입력은 1, 0, 1이고 가중치는 ${n.weights[0]}, ${
    n.weights[1]
  }, ${n.weights[2]}입니다. 비가 올 확률은
얼마일까요? 가중합, 승산 ${m("o")}, 확률을 차례로 구해 보세요.`,
  exercises: {
    inverse: {
      question: prose`출력이 0.9가 되는 가중합은 얼마일까요?`,
      answer: prose`승산이 0.9 대 0.1, 곧 9입니다. 가중합은 승산의 로그이므로 ln 9 = ${n.logNine}입니다.`,
    },
    all: {
      question: prose`00, 01, 10, 11인 네 날에, 날씨 노드는 비가 올 확률을 각각 ${unbroken("몇 %로")} 예보할까요?`,
      answer: prose`${n.percents[0]}%, ${n.percents[1]}%, ${n.percents[2]}%, ${
        n.percents[3]
      }%입니다. 마지막 날에는 증거가 상쇄되어 가중합이 0입니다. 전혀 모르겠다는 뜻이지요.`,
    },
    mixed: {
      question: prose`입력이 똑같은 날이 열흘 있었는데, 그중 7일은 비가 왔습니다. ${
        term("squared-error", "제곱 오차")
      }의 합이 가장 작아지는 출력 ${m("y", "는")} 얼마일까요? ½을 생략하면 이 합은 7(1 − y)² + 3y²입니다.`,
      answer:
        prose`미분한 −14(1 − y) + 6y가 0이 되는 곳은 y = ${n.best}입니다. 이 합을 가장 작게 하는 출력이 바로 실제 비율인 ${
          unbroken("10분의 7입니다")
        }.`,
    },
  },
  code:
    prose`가중합을 구하지 않고, 증거마다 승산에 수를 곱해 나가는 날씨 노드입니다. 브라우저 콘솔(F12)에 붙여 넣으면 네 날에
비가 올 확률이 차례로 나옵니다.`,
});
