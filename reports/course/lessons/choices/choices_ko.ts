/** "What changes learning" in Korean. */
import {
  type FindingValues,
  m,
  minus,
  type NumbersOf,
  product,
  prose,
  term,
  type TextsOf,
} from "../../../languages/ko/writing_ko.ts";
import type { choices } from "./choices.ts";

/** A difference of two proportions with its interval. */
const points = ({ percent, percentInterval }: FindingValues) => `${percent}%포인트${percentInterval}`;

/** The texts of the lesson. */
export const CHOICES_KO = (n: NumbersOf<typeof choices>): TextsOf<typeof choices> => ({
  title: "무엇이 학습을 좌우할까",
  question: "신경망이 배우느냐 못 배우느냐는 어떤 선택에 달려 있을까요?",
  lead: prose`${term("net", "신경망")}이 배우느냐 못 배우느냐는 어떤 선택에 달려 있을까요?`,
  guess: {
    question: prose`한 설정은 무작위 ${term("start", "초깃값")} 200개 가운데 190개에서, 다른 설정은 180개에서 ${
      term("xor", "XOR")
    }를 풀었습니다. 첫째 설정이 더 좋을까요?`,
    answer: prose`아마 그렇겠지만, 이 두 수만으로는 단정할 수 없습니다. 95% ${
      term("interval", "신뢰구간")
    }이 각각 ${n.first}%, ${n.second}%로 서로 겹치기 때문입니다. 두 설정을 똑같은 초깃값에서 출발시켜 하나하나 짝지어 비교하면 더
분명해집니다.`,
  },
  lab: prose`실험실에서는 ${term("sigmoid", "시그모이드")} ${
    term("unit", "노드")
  }가 네 개인 신경망 200개가 XOR를 학습합니다. 몇 개나 성공하나요? ${
    term("activation", "활성화 함수")
  }, 초깃값의 크기, ${term("learning-rate", "학습률")}, ${term("optimiser", "최적화 방법")}, ${
    term("hidden-layer", "은닉 노드")
  } 수를 한 번에 하나씩만 바꿔 보세요. 무엇이 가장 큰 도움이 되나요?`,
  idea: [
    prose`학습할 때는 정해야 할 것이 많습니다. 어떤 선택은 신경망이 계산할 수 있는 것 자체를 바꿉니다. 그러나 대부분은 학습이 답을
찾아내는지, 얼마나 빨리 찾아내는지를 바꿀 뿐입니다.`,
    prose`선택 하나가 어떤 효과를 내는지 알려면 그것만 바꿔야 합니다. 무작위 초깃값까지 포함해 나머지는 모두 그대로 둡니다. 그리고
초깃값을 바꿔 가며 여러 번 학습시켜, 몇 번 성공하는지 셉니다. 초깃값 하나로는 알 수 있는 것이 거의 없습니다. 다음 초깃값에서는 정반대 결과가 나올
수도 있으니까요.`,
    prose`초깃값 200개에서 센 값도 참값은 아닙니다. 다른 200개로 세면 조금 다른 값이 나옵니다. 신뢰구간은 참값이 얼마나 떨어져 있을 수
있는지를 알려 줍니다. 그림은 이런 시도를 ${n.trials}번 되풀이한 것입니다. 한 시도에서 볼 수 있는 것은 그 초깃값 ${n.starts}개뿐입니다.`,
  ],
  figure: {
    labels: { truth: `참값 ${n.truth}%`, solved: "성공한 초깃값의 비율(%)" },
    description:
      "참값 90%를 나타내는 세로선과, 시도마다 하나씩 그린 가로 막대 마흔 개. 거의 모든 막대가 세로선을 지나고, 지나지 않는 " +
      "것에는 가위표가 있다.",
    caption:
      prose`초깃값마다 성공할 확률이 ${n.truth}%일 때, ${n.starts}개씩 ${n.trials}번 시도한 결과입니다. 막대 하나가 한 시도의
95% 신뢰구간입니다. 이 그림에서는 ${n.trials}개 가운데 ${n.hits}개가 참값을 담고 있습니다.`,
  },
  parts: {
    interval: {
      title: "신뢰구간 읽는 법",
      steps: {
        flip: prose`초깃값 하나가 성공할 확률을 ${m("p", "라고")} 합시다. 성공하면 1, 실패하면 0이라고 적으면 평균이 ${
          m("p", "입니다")
        }. 초깃값 하나의 결과는 평균에서 얼마나 떨어져 있을까요? 거리의 제곱을 평균해 봅시다. 바로 분산입니다.`,
        spread: prose`초깃값 ${m("n", "개의")} 평균은 덜 흩어집니다. 분산이 ${
          m("n", "분의")
        } 1로 줄어드니까요. p = 0.9, n = 200이면 표준편차, 곧 분산의 제곱근은 ${n.spread}%포인트입니다.`,
        back: prose`시도 100번 가운데 95번은, 얻은 비율 ${m("f", "가")} ${
          m("p", "에서")
        } 표준편차의 1.96배 안에 있습니다. 우리가 아는 것은 ${m("f", "이고")}, 알고 싶은 것은 ${
          m("p", "입니다")
        }. 다음 방정식의 두 해가 구간의 양 끝입니다. 여기서 z = 1.96입니다.`,
        holm:
          prose`그러니까 신뢰구간에는 센 값과 어긋나지 않는 참값이 모두 들어 있습니다. 구간이 ½보다 위에 있으면 과반수가 성공한다고 말할
수 있습니다. 구간이 ½에 걸치면 아직 알 수 없습니다. 우리 실험의 구간은 이보다 조금 넓습니다. 실험 하나로 여러 질문에 한꺼번에
답하기 때문입니다.`,
      },
    },
    activation: {
      title: "활성화 함수",
      steps: {
        slopes: prose`뒤로 돌아가는 ${
          term("error", "오차")
        }에는 은닉 노드의 활성화 함수의 기울기가 곱해집니다. 시그모이드의 기울기는 커 봐야 ¼입니다. ${
          term("tanh", "tanh")
        }의 기울기는 1까지 되니까 은닉 노드에 많게는 네 배가 전해집니다. 시그모이드를 s, tanh를 t라고 하면 ${
          term("weighted-sum", "가중합")
        }이 0일 때 다음과 같습니다.`,
        found: {
          text: prose`두 함수를 똑같은 초깃값에서 학습시킨 실험이 있습니다.`,
          finding: {
            supported: (values) =>
              prose`XOR를 푼 비율은 tanh일 때가 시그모이드일 때보다 ${points(values)} 더 높았습니다.`,
            refuted: (values) =>
              prose`XOR를 푼 비율은 tanh일 때가 시그모이드일 때보다 높지 않았습니다. 차이는 ${points(values)}입니다.`,
            undecided: (values) =>
              prose`XOR를 푼 비율은 tanh와 시그모이드에서 ${
                points(values)
              } 차이 납니다. 어느 쪽이 나은지는 아직 알 수 없습니다.`,
          },
        },
      },
    },
    start: {
      title: "초깃값",
      steps: {
        tiny: prose`모든 ${
          term("weight", "가중치")
        }가 똑같이 출발하면 은닉 노드들은 끝까지 똑같습니다. 모두 아주 작게 출발하면 거의 똑같고, 뒤로 전해지는 값도 아주 작습니다. 가중치가 0.001이면 은닉 노드에 도착하는
것이 거의 없습니다.`,
        found: {
          text: prose`초깃값을 −1과 1 사이에서 뽑았을 때와 그 천분의 일 크기로 뽑았을 때를 비교한 실험이 있습니다.`,
          finding: {
            supported: (values) => prose`XOR를 푼 비율은 크게 출발할 때 ${points(values)} 더 높았습니다.`,
            refuted: (values) =>
              prose`XOR를 푼 비율은 크게 출발한다고 더 높지 않았습니다. 차이는 ${points(values)}입니다.`,
            undecided: (values) =>
              prose`XOR를 푼 비율은 크게 출발할 때와 작게 출발할 때 ${
                points(values)
              } 차이 납니다. 어느 쪽이 나은지는 아직 알 수 없습니다.`,
          },
        },
      },
    },
    rate: {
      title: "학습률",
      steps: {
        parabola: prose`골짜기의 바닥 근처는 포물선과 비슷합니다. 포물선에서는 ${
          term("gradient-descent", "경사 하강법")
        }의 걸음을 끝까지 정확히 계산할 수 있습니다. 가중치가 ${m("w")}, 가파른 정도가 ${
          m("k", "일")
        } 때, 한 걸음마다 가중치에 일정한 수가 곱해집니다.`,
        table: prose`${
          m(minus(1, product("α", "k")), "가")
        } −1과 1 사이이면, 곧 α가 2/k보다 작으면 0으로 다가갑니다. k = 1일 때 1에서 출발해 한 걸음, 두 걸음, 열 걸음 뒤의 가중치는 다음과 같습니다.`,
        found: {
          text:
            prose`학습률이 2.1이면 걸음마다 더 크게 흔들립니다. 0.1이면 안전하지만 느립니다. 신경망에는 가파른 정도가 저마다 다른 방향이 여럿
있는데, 학습률 하나로 모두를 감당해야 합니다.`,
          finding: {
            supported: (values) =>
              prose`10,000${term("epoch", "에포크")} 안에 XOR를 푼 비율은 학습률 0.9일 때가 0.01일 때보다 ${
                points(values)
              } 더 높았습니다.`,
            refuted: (values) =>
              prose`10,000${
                term("epoch", "에포크")
              } 안에 XOR를 푼 비율은 학습률 0.9일 때가 0.01일 때보다 높지 않았습니다. 차이는 ${points(values)}입니다.`,
            undecided: (values) =>
              prose`10,000${term("epoch", "에포크")} 안에 XOR를 푼 비율은 학습률 0.9와 0.01에서 ${
                points(values)
              } 차이 납니다. 어느 쪽이 나은지는 아직 알 수 없습니다.`,
          },
        },
      },
    },
    optimiser: {
      title: "최적화 방법",
      steps: {
        momentum: prose`기울기를 걸음으로 바꾸는 방식을 최적화 방법이라고 합니다. ${
          term("momentum", "모멘텀")
        }은 지난 걸음에 ${
          m("β", "를")
        } 곱해 남겨 두고 새 걸음을 더합니다. 기울기가 변하지 않으면 걸음이 1 + β + β² + …배로 커집니다. β = 0.9이면 학습률이 열 배가 되는
셈입니다.`,
        adam: prose`Adam은 기울기 ${
          m("g", "를")
        } 그 평소 크기로 나눕니다. 그래서 가파른 방향이든 완만한 방향이든 가중치마다 α 정도씩 움직입니다. 기울기가 변하지 않는다면, α = 0.5일
때 다음과 같습니다.`,
        found: {
          text:
            prose`최적화 방법마다 학습률의 뜻이 다릅니다. 그래서 공정하게 비교하려면 저마다 가장 좋은 학습률을 주어야 합니다.`,
          finding: {
            supported: ({ estimate, interval }) =>
              prose`1000에포크마다 다시 시작하면, 단순한 경사 하강법에는 Adam의 ${estimate}${interval}배의 에포크가 듭니다.`,
            refuted: ({ estimate, interval }) =>
              prose`1000에포크마다 다시 시작하면, 단순한 경사 하강법에 드는 에포크는 Adam의 ${estimate}${interval}배밖에
안 됩니다.`,
            undecided: ({ estimate, interval }) =>
              prose`1000에포크마다 다시 시작하면, 단순한 경사 하강법에는 Adam의 ${estimate}${interval}배의 에포크가 듭니다.
어느 쪽이 빠른지는 아직 알 수 없습니다.`,
          },
        },
      },
    },
    width: {
      title: "은닉 노드 수",
      steps: {
        lines:
          prose`은닉 노드가 두 개면 XOR를 풀 수 있습니다. 하지만 두 노드 모두 아무렇게나 그은 직선에서 출발해 쓸모 있는 자리를
찾아가야 합니다. 노드가 넉넉하면 그 가운데 몇 개는 처음부터 좋은 자리에 있고, 나머지도 방해가 되지는 않습니다.`,
        found: {
          text: prose`은닉 노드 여덟 개와 네 개를 비교한 실험이 있습니다.`,
          finding: {
            supported: (values) =>
              prose`XOR를 푼 비율은 여덟 개일 때가 네 개일 때보다 ${points(values)} 더 높았습니다.`,
            refuted: (values) =>
              prose`XOR를 푼 비율은 여덟 개일 때가 네 개일 때보다 높지 않았습니다. 차이는 ${points(values)}입니다.`,
            undecided: (values) =>
              prose`XOR를 푼 비율은 여덟 개와 네 개에서 ${
                points(values)
              } 차이 납니다. 어느 쪽이 나은지는 아직 알 수 없습니다.`,
          },
        },
      },
    },
  },
  finding: {
    supported: ({ starts, count, percent, percentInterval }) =>
      prose`시그모이드 노드 네 개로 초깃값 ${starts}개 가운데 ${count}개에서 XOR를 풀었습니다. 비율은 ${percent}${percentInterval}%입니다. 신뢰구간이
½보다 위에 있으니 과반수가 성공한다고 말할 수 있습니다.`,
    refuted: ({ starts, count, percent, percentInterval }) =>
      prose`시그모이드 노드 네 개로 초깃값 ${starts}개 가운데 ${count}개에서 XOR를 풀었습니다. 비율은 ${percent}${percentInterval}%입니다. 신뢰구간이
½보다 아래에 있으니 과반수가 실패합니다.`,
    undecided: ({ starts, count, percent, percentInterval }) =>
      prose`시그모이드 노드 네 개로 초깃값 ${starts}개 가운데 ${count}개에서 XOR를 풀었습니다. 비율은 ${percent}${percentInterval}%입니다. 신뢰구간이
½에 걸쳐 있으니 과반수가 성공하는지는 아직 알 수 없습니다.`,
  },
  update: prose`어떤 설정이 초깃값 200개 가운데 190개에서 성공했습니다. 그 신뢰구간을 계산해 봅시다. ${
    m("m", "은")
  } 구간의 가운데, ${m("r", "은")} 너비의 절반, ${m("l", "과")} ${m("u", "는")} 양 끝이고 z는 1.96입니다.`,
  exercises: {
    all: {
      question: prose`어떤 설정이 초깃값 20개에서 모두 성공했습니다. 이 설정은 언제나 성공할까요?`,
      answer:
        prose`신뢰구간이 ${n.all}%에서 시작합니다. 초깃값 열 개 가운데 하나에서 실패하더라도 이상할 것이 없습니다. ‘언제나’라고 말하기에
20개는 너무 적습니다.`,
    },
    narrow: {
      question: prose`신뢰구간의 너비를 절반으로 줄이려면 초깃값이 몇 개 필요할까요?`,
      answer:
        prose`네 배가 필요합니다. n이 근호 안에 있으니까요. 200개 가운데 190개 대신 800개 가운데 760개이면 구간이 ${n.narrower}분의 1로
좁아집니다.`,
    },
    rate: {
      question:
        prose`k = 4인 포물선이 있습니다. 바닥에 도착하려면 학습률이 어떤 범위에 있어야 할까요? 한 걸음에 도착하려면 얼마여야 할까요?`,
      answer: prose`${n.largestRate}보다 작으면 됩니다. ${n.bestRate}이면 ${
        m(minus(1, product("α", "k")), "가")
      } 0이 되어 한 걸음에 도착합니다.`,
    },
  },
  code: prose`신뢰구간을 퍼센트로 계산하는 코드입니다. 브라우저 콘솔(F12)에 붙여 넣고, 실험실에서 센 값도 넣어 보세요.`,
});
