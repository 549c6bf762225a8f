/** "Squared error or cross entropy" in Korean. */
import {
  apply,
  byNotation,
  m,
  minus,
  negative,
  type NumbersOf,
  product,
  prose,
  term,
  type TextsOf,
} from "../../../languages/ko/writing_ko.ts";
import type { lossesLesson } from "./losses_lesson.ts";

/** The texts of the lesson. */
export const LOSSES_KO = (n: NumbersOf<typeof lossesLesson>): TextsOf<typeof lossesLesson> => ({
  title: "제곱 오차냐 교차 엔트로피냐",
  question: "틀린 답을 확신하는 노드는 왜 그렇게 더디게 배울까요?",
  lead: prose`틀린 답을 확신하는 ${term("unit", "노드")}는 왜 그렇게 더디게 배울까요?`,
  guess: {
    question: prose`${term("target", "정답")}은 0입니다. 한 노드는 0.6, 다른 노드는 0.99라고 답했습니다. ${
      term("delta-rule", "델타 규칙")
    }은 어느 쪽을 더 세게 고칠까요?`,
    answer: prose`0.6이라고 답한 쪽입니다. ${
      term("delta", "델타")
    }가 ${n.unsure}이고, 0.99라고 답한 쪽은 ${n.sure}밖에 안 됩니다. 더 많이 틀린 쪽이 오히려 덜 고쳐집니다.`,
  },
  lab: prose`실험실에서는 ${term("net", "신경망")} 200개가 ${term("cross-entropy", "교차 엔트로피")}로 ${
    term("xor", "XOR")
  }를 학습합니다. 몇 개나 성공하는지, 얼마나 빨리 성공하는지 적어 두세요. 그다음 ${
    term("squared-error", "제곱 오차")
  }로 바꾸어 비교해 보세요.`,
  idea: [
    prose`델타 규칙에는 y(1 − y)가 곱해져 있습니다. ${
      term("sigmoid", "시그모이드")
    }의 기울기입니다. 시그모이드는 0과 1 근처에서 평평하니까 이 값은 거의 0입니다. 틀린 답을 확신하는 노드가 바로 그곳에 있습니다.
이런 노드는 ${term("saturated", "포화")}되었다고 합니다. 배울 것은 많은데 거의 움직이지 못합니다.`,
    prose`학습이 줄이려는 값을 ${
      term("loss", "손실")
    }이라고 합니다. 지금까지는 제곱 오차를 썼습니다. 제곱 오차는 아무리 틀려도 ½을 넘지 않습니다. 그래서 터무니없는 답과 그보다 조금
나은 답이 거의 똑같아 보입니다.`,
    prose`교차 엔트로피는 ${
      term("output", "출력")
    }을 확률로 읽습니다. 노드는 실제로 일어난 일을 얼마나 믿고 있었을까요? 믿지 않았을수록 비싼 값을
치르고, 그 값에는 한도가 없습니다. 교차 엔트로피의 기울기는 워낙 가팔라서, 평평한 시그모이드의 작은 기울기를 정확히 상쇄합니다.`,
  ],
  figure: {
    labels: {
      loss: "손실 (정답이 0일 때)",
      delta: "δ의 크기 (정답이 0일 때)",
      squared: "제곱 오차",
      cross: "교차 엔트로피",
      output: "출력 y",
    },
    description:
      "정답이 0일 때 출력 0부터 1까지의 그래프 두 개. 제곱 오차는 ½까지 올라가고 교차 엔트로피는 끝없이 올라간다. 제곱 " +
      "오차의 델타는 낮은 언덕 모양으로 출력 1에서 다시 0이 되고, 교차 엔트로피의 델타는 1까지 곧게 올라간다.",
    caption:
      prose`손실은 틀린 답이 치르는 값이고, δ의 크기는 그 답을 고치는 세기입니다. 제곱 오차에서는 가장 많이 틀린 곳에서 고치는
세기가 도로 0이 됩니다.`,
  },
  parts: {
    surprise: {
      title: "놀란 만큼 치르는 값",
      steps: {
        one: prose`출력 ${m("y", "를")} 1일 확률로 읽읍시다. 정답이 1이면 치르는 값은 ${
          m(negative(apply("ln", "y")), "입니다")
        }. 맞는 답을 확신하면 ln 1 = 0이니 치를 값이 없습니다. ${
          m("y", "가")
        } 0에 가까워지면 값이 한없이 커집니다. 정답이 0이면 노드가 정답에 준 확률은 ${
          m(minus(1, "y"), "이므로")
        } 값은 ${
          m(negative(apply("ln", minus(1, "y"))), "입니다")
        }. 0을 곱하면 항이 사라지므로, 두 경우를 식 하나로 쓸 수 있습니다. 예를 들어 d = 1이면 다음과 같습니다.`,
        both: prose`이것이 교차 엔트로피입니다. 앞으로 교차 엔트로피는 ${m("C", ",")} 제곱 오차는 ${
          m("E", "로")
        } 씁니다.`,
      },
    },
    derived: {
      title: "기울기를 차근차근",
      steps: {
        output: prose`ln y를 미분하면 1/y입니다. ln(1 − y)에서는 ${
          term("chain-rule", "연쇄 법칙")
        } 때문에 부호가 바뀝니다. 두 항을 통분합니다.`,
        sum: prose`출력은 ${term("weighted-sum", "가중합")}을 시그모이드에 넣은 값이므로, 시그모이드의 기울기 ${
          m(product("y", minus(1, "y")), "를")
        } 곱해야 합니다. 그러면 이 값이 분자에도 분모에도 있어서 약분됩니다.`,
        compare: prose`그래서 두 손실이 ${term("weight", "가중치")}에 넘겨주는 값은 다음과 같습니다.${
          byNotation(prose` ${m("e")} = ${m(minus("d", "y"), "는")} ${term("error", "오차")}입니다.`, prose``)
        }`,
      },
    },
    saturation: {
      title: "틀린 답을 확신할 때",
      steps: {
        table: prose`정답이 0인 출력들을 봅시다. 틀린 답을 확신할수록 고치는 세기의 차이가 벌어집니다.`,
        ratio: prose`정답이 무엇이든 두 세기의 비는 시그모이드 기울기의 역수입니다. 아무리 작아도 ${n.least}배입니다.`,
      },
    },
    price: {
      title: "교차 엔트로피가 늘 더 좋을까",
      steps: {
        larger: prose`더 세게 고치니까 ${
          term("learning-rate", "학습률")
        }이 같으면 걸음도 더 큽니다. 빨리 가지만, 큰 걸음 때문에 ${
          term("hidden-layer", "은닉 노드")
        }가 자기 시그모이드의 평평한 곳까지 밀려날 수도 있습니다. 교차
엔트로피의 덕을 보는 것은 출력 노드뿐입니다.`,
        stuck: {
          text: prose`정말 그런 일이 일어날까요? 10,000${
            term("epoch", "에포크")
          } 안에 XOR를 배우지 못한 신경망을 세어 본 실험이 있습니다.`,
          finding: {
            supported: ({ starts, percent, percentInterval }) =>
              prose`똑같은 무작위 ${
                term("start", "초깃값")
              } ${starts}개에서 출발했을 때, 교차 엔트로피의 실패율이 ${percent}%포인트${percentInterval} 더 높았습니다.`,
            refuted: ({ starts, percent, percentInterval }) =>
              prose`똑같은 무작위 ${
                term("start", "초깃값")
              } ${starts}개에서 출발했을 때, 교차 엔트로피의 실패율이 더 높지는 않았습니다. 차이는 ${percent}%포인트${percentInterval}입니다.`,
            undecided: ({ starts, percent, percentInterval }) =>
              prose`똑같은 무작위 ${
                term("start", "초깃값")
              } ${starts}개에서 출발했을 때, 실패율의 차이는 ${percent}%포인트${percentInterval}입니다. 어느 쪽이 더 자주 실패하는지는 아직 알 수
없습니다.`,
          },
        },
      },
    },
  },
  finding: {
    supported: ({ starts, count }) =>
      prose`두 손실 모두로 XOR를 풀었고 빠르기가 달랐던 ${starts}번 가운데, 교차 엔트로피가 ${count}번 더 빨랐습니다.`,
    refuted: ({ starts, count }) =>
      prose`두 손실 모두로 XOR를 풀었고 빠르기가 달랐던 ${starts}번 가운데, 교차 엔트로피가 더 빨랐던 것은 ${count}번뿐입니다.`,
    undecided: ({ starts, count }) =>
      prose`두 손실 모두로 XOR를 풀었고 빠르기가 달랐던 ${starts}번 가운데, 교차 엔트로피가 ${count}번 더 빨랐습니다. 대체로 더
빠르다고 할 수 있는지는 아직 알 수 없습니다.`,
  },
  update: prose`입력이 하나인 노드가 1이라고 확신하는데 정답은 0입니다. 가중치는 3, ${
    term("bias", "편향")
  }은 1, 학습률은 0.9입니다. 먼저 제곱 오차로 가중치를 한 번 고치고, 다시 3에서 출발해 교차 엔트로피로 한 번 고쳐 봅시다.`,
  exercises: {
    half: {
      question: prose`무엇을 물어도 ½이라고 답하는 노드가 있습니다. XOR의 ${
        term("row", "행")
      }마다 교차 엔트로피는 얼마일까요?`,
      answer: prose`정답이 무엇이든 ln 2 = ${n.half}입니다. 아무것도 모를 때 치르는 값입니다.`,
    },
    updates: {
      question:
        prose`가중합이 5이고 정답이 0인 노드가 학습률 0.9로 편향만 고칩니다. 출력이 0.1이 될 때까지 몇 번 고쳐야 할까요? 먼저 짐작해
보고, 아래 코드를 실행해 보세요.`,
      answer: prose`제곱 오차로는 ${n.squaredUpdates}번, 교차 엔트로피로는 ${n.crossUpdates}번입니다.`,
    },
    ratio: {
      question: prose`출력이 얼마일 때 두 손실의 고치는 세기가 가장 비슷할까요? 그때 몇 배 차이가 날까요?`,
      answer: prose`기울기 ${
        m(product("y", minus(1, "y")), "가")
      } 가장 클 때입니다. 출력이 ½일 때 기울기가 ${n.largestSlope}로 가장 큽니다. 그러므로 교차 엔트로피는 적어도 ${n.least}배 더 세게 고칩니다.`,
    },
  },
  code:
    prose`둘째 연습 문제를 푸는 코드입니다. 브라우저 콘솔(F12)에 붙여 넣으면 두 손실에서 각각 몇 번 고쳐야 하는지 나옵니다.`,
});
