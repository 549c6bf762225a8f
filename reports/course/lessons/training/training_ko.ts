/** "Ten thousand epochs" in Korean. */
import {
  m,
  minus,
  type NumbersOf,
  product,
  prose,
  sum,
  term,
  type TextsOf,
  unbroken,
} from "../../../languages/ko/writing_ko.ts";
import type { training } from "./training_lesson.ts";

const misprint = product("y", minus("y", 1), "e");

/** The texts of the lesson. */
export const TRAINING_KO = (n: NumbersOf<typeof training>): TextsOf<typeof training> => ({
  title: "에포크 만 번",
  question: "10,000에포크를 학습한 노드는 무엇을 알게 될까요? 부호가 하나 틀리면 어떻게 될까요?",
  lead: prose`10,000${term("epoch", "에포크")}를 학습한 ${
    term("unit", "노드")
  }는 무엇을 알게 될까요? 부호가 하나 틀리면 어떻게 될까요?`,
  guess: {
    question: prose`표의 ${
      term("target", "정답")
    }은 0, 0, 1, 1입니다. 노드가 이 표를 만 번 되풀이해 학습합니다. 그러면 ${
      term("output", "출력")
    }은 정확히 0, 0, 1, 1이 될까요?`,
    answer:
      prose`아닙니다. ${n.online}입니다. 얼마든지 가까워지지만 끝내 닿지는 못합니다. 왜 그런지는 아래에서 보겠습니다.`,
  },
  lab: prose`실험실에서는 ${term("net", "신경망")} 200개가 ${term("learning-rate", "학습률")} −0.9로 학습합니다. ${
    term("delta", "델타")
  }의 부호가 틀린 것과 같습니다. 색으로 나타낸 출력을 지켜보세요. 그다음 학습률을 0.9로 바꾸고 다시 지켜보세요.`,
  idea: [
    prose`${term("delta-rule", "델타 규칙")}으로 한 걸음 가면 ${
      term("weight", "가중치")
    }가 조금 바뀔 뿐입니다. 그래서 여러 번 되풀이합니다. ${
      term("row", "행")
    }을 하나씩 차례로 학습하고, 표가 끝나면 처음부터 다시 시작합니다. 표를 한 바퀴 도는 것이 에포크입니다.`,
    prose`중요한 일은 거의 다 처음에 끝납니다. 100에포크쯤이면 네 출력이 모두 맞는 쪽에 확실히 자리를 잡습니다. 그 뒤의 수천
에포크는 다듬는 과정일 뿐입니다.`,
    prose`그런데 코드에 부호가 하나 틀려 있으면 어떻게 될까요? 프로그램은 멈추지 않고, 오류 메시지도 나오지 않습니다. 노드는 똑같이
열심히 배웁니다. 다만 오르막으로 갑니다. 그러니 학습하는 동안 ${
      term("error", "오차")
    }를 지켜보세요. 처음부터 커지기만 한다면 부호를 의심해야 합니다.`,
  ],
  figure: {
    labels: {
      right: "맞는 부호",
      wrong: "틀린 부호",
      guess: "늘 ½이라고 답할 때",
      epochs: "에포크",
      error: "평균 제곱 오차",
    },
    description:
      "1에포크부터 10,000에포크까지의 평균 제곱 오차 곡선 두 개. 둘 다 ¼ 근처에서 시작한다. 부호가 맞으면 거의 0까지 내려가고, " +
      "부호가 틀리면 거의 1까지 올라간다.",
    caption: prose`같은 ${
      term("start", "초깃값")
    }에서 같은 표를 학습했고, 델타의 부호만 다릅니다. 가로축에서는 눈금 하나마다 에포크가 10배로 늘어납니다.`,
  },
  parts: {
    answers: {
      title: "어림짐작에서 답으로",
      steps: {
        epochs: prose`${term("online", "온라인")} 학습, 곧 행 하나를 볼 때마다 한 번씩 ${
          term("update", "갱신")
        }하는 방식을 씁니다. 가중치 ${n.weights[0]}, ${n.weights[1]}, ${
          n.weights[2]
        }에서 α = ${n.rate}로 시작합니다. n에포크 뒤에 행 00, 01, 10, 11의 출력은 다음과
같습니다.`,
        textbook:
          prose`마지막 줄의 ${n.online}은 교재(Kim 2017)에 실려 있는 값입니다. 이 값을 소수점 아래 네 자리까지 똑같이
재현했습니다. 교재는 다른 가중치에서 시작했습니다. 그래도 결과가 같은지는 아래의 실험에서 확인합니다.`,
        slow: prose`왜 0과 1이 되지 않을까요? ${term("sigmoid", "시그모이드")}는 ${
          term("weighted-sum", "가중합")
        }이 한없이 커지거나 작아져야 1이나 0이 됩니다. 게다가 출력이 정답에 다가갈수록 ${m("e", "와")} ${
          m(product("y", minus(1, "y")), "가")
        } 함께 작아져서 걸음도 작아집니다. 1000에포크에서 10,000에포크까지 가는 동안 평균 ${
          term("squared-error", "제곱 오차")
        }는 ${unbroken(`${n.shrinks}분의 1로`)} 줄어들
뿐입니다.`,
      },
    },
    batch: {
      title: "한 행씩, 아니면 한꺼번에",
      steps: {
        online:
          prose`온라인 학습에서는 행마다 곧바로 가중치를 고치고, 다음 행은 이미 고친 가중치로 계산합니다. 행이 넷이면 한 에포크에
네 번 갱신합니다.`,
        full: prose`${
          term("full-batch", "배치 학습")
        }에서는 모든 행의 의견을 먼저 듣습니다. 그리고 그 평균만큼 가중치를 한 번 고칩니다. 한 에포크에 한 번 갱신하는 셈입니다. 큰
신경망에서는 그 중간, 곧 수십 행마다 한 번씩 갱신하는 미니배치를 씁니다.`,
        compared:
          prose`배치로 10,000에포크를 학습하면 출력은 ${n.full}입니다. 갱신 횟수가 4분의 1이라서 정답에 덜 가까워졌습니다.
40,000에포크를 학습하면 온라인 학습을 따라잡아 ${n.online}이 됩니다.`,
      },
    },
    sign: {
      title: "조심해야 할 오타",
      steps: {
        printed: prose`강의 노트나 인터넷 글에는 델타를 ${m(misprint, "라고")} 적은 것이 많습니다. ${m("e")} = ${
          m(minus("d", "y"))
        }라면 부호가 반대입니다. 비교해 보세요.`,
        step:
          prose`그러면 걸음마다 오르막으로 갑니다. 아래에서 손으로 계산할 행을 봅시다. 처음에는 제곱 오차가 ${n.errors.before}입니다. 한 걸음 가면, 부호가 맞을 때는 ${n.errors.after}, 틀릴 때는 ${n.errors.wrong}가 됩니다.`,
        away: {
          text:
            prose`이렇게 10,000에포크를 학습하면 출력은 ${n.wrong}이 됩니다. 정답에서 갈 수 있는 데까지 달아난 것입니다. 노드가 표를
정반대로 배운 셈입니다.`,
          finding: {
            supported: ({ starts }) =>
              prose`무작위 초깃값 ${starts}개로 표 세 가지를 학습했더니, 부호가 틀렸을 때는 하나도 빠짐없이 오차가 처음보다 커졌습니다.`,
            refuted: ({ starts, others }) =>
              prose`무작위 초깃값 ${starts}개 가운데 ${others}개에서는, 부호가 틀려도 오차가 커지지 않은 표가 있었습니다.`,
            undecided: ({ starts }) =>
              prose`무작위 초깃값 ${starts}개로는 부호가 틀릴 때 오차가 언제나 커지는지 알 수 없습니다.`,
          },
        },
        other: prose`다만 교재에서 오차를 e = y − d로 정하고 ${
          m(sum(product("α", "δ", "x")), "를")
        } 더한다면 이 식이 맞습니다. 부호를 두 번 바꾸면 그대로이니까요. 델타 식을 볼 때는 오차의 부호도 함께 확인하세요.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      prose`무작위 초깃값 ${starts}개 모두 출력이 ${n.online}로 끝났습니다. 소수점 아래 네 자리까지 같습니다.`,
    refuted: ({ starts, others }) => prose`무작위 초깃값 ${starts}개 가운데 ${others}개는 다른 출력으로 끝났습니다.`,
    undecided: ({ starts }) => prose`무작위 초깃값 ${starts}개로는 출력이 모두 ${n.online}로 끝나는지 알 수 없습니다.`,
  },
  update:
    prose`행 10에서 잘못 적힌 식으로 한 걸음 가 봅시다. 입력은 1, 0, 1이고 정답은 1, α = ${n.rate}입니다. 잘못 적힌 델타를 ${
      m("q", "라고")
    } 하겠습니다. 출력은 커져야 합니다. 그런데 가중치는 어느 쪽으로 가나요?`,
  exercises: {
    count: {
      question: prose`행이 네 개인 표를 10,000에포크 학습하면, 온라인과 배치에서 각각 몇 번 갱신할까요?`,
      answer: prose`온라인은 ${n.updates.online}번, 배치는 ${n.updates.full}번입니다.`,
    },
    rest: {
      question: prose`출력이 ${n.online}일 때, 네 행에서 (d − y)²의 평균을 구해 보세요.`,
      answer: prose`${n.rest}입니다. 10,000에포크를 학습하고도 이만큼 남습니다.`,
    },
    repair: {
      question: prose`어떤 사람이 잘못 적힌 델타를 쓰면서, 더하는 대신 ${
        m(minus("w", product("α", "δ", "x")), "처럼")
      } 뺐습니다. 그래도 학습이 될까요?`,
      answer: prose`됩니다. 두 부호가 상쇄되어 걸음마다 내리막으로 갑니다.`,
    },
  },
  code:
    prose`부호가 맞을 때와 틀릴 때의 학습 과정을 모두 담은 코드입니다. 브라우저 콘솔(F12)에 붙여 넣으면 두 경우의 네 출력이 차례로 나옵니다.`,
});
