/** "Supervised learning" in Korean. */
import { m, type NumbersOf, prose, term, type TextsOf } from "../../../languages/ko/writing_ko.ts";
import type { supervisedLearning } from "./supervised_learning.ts";

/** The texts of the lesson. */
export const SUPERVISED_LEARNING_KO = (
  n: NumbersOf<typeof supervisedLearning>,
): TextsOf<typeof supervisedLearning> => ({
  title: "지도 학습",
  question: "노드는 좋은 가중치를 어떻게 스스로 찾아낼까요?",
  lead: prose`${term("unit", "노드")}는 좋은 ${term("weight", "가중치")}를 어떻게 스스로 찾아낼까요?`,
  guess: {
    question: prose`가중치가 무작위인 노드가 있습니다. 이 노드는 답이 0, 0, 1, 1인 표를 한 번도 본 적이 없습니다. 네 ${
      term("output", "출력")
    } 가운데 몇 개가 ½을 기준으로 맞는 쪽에 있을까요?`,
    answer: prose`평균 2개입니다. 찍는 것과 같지요. 첫 강의의 가중치 ${n.weights[0]}, ${n.weights[1]}, ${
      n.weights[2]
    }이라면 4개 가운데 ${n.right}개입니다.`,
  },
  lab: prose`실험실에서는 노드 하나짜리 ${
    term("net", "신경망")
  } 200개가 아래의 표를 학습합니다. 칸 하나가 신경망 하나입니다. 색으로 나타낸 출력이 바뀌는 모습을 지켜보세요. 표를 다 배우는 신경망은 몇 개나 되나요?`,
  idea: [
    prose`${term("supervised", "지도 학습")}에는 선생님이 있습니다. 그 선생님은 바로 표입니다. ${
      term("row", "행")
    }마다 입력과 함께, 그때 나와야 할 답이 적혀 있습니다. 이 답을 ${term("target", "정답")}이라고 합니다.`,
    prose`처음에는 가중치가 무작위라서 출력이 틀립니다. 하지만 정답이 있으니 얼마나 틀렸는지 알 수 있습니다. 출력과 정답을 비교한 값이 ${
      term("error", "오차")
    }입니다.`,
    prose`이제 가중치를 조금 바꿔 봅니다. 오차가 줄었다면 잘 바꾼 것이니 그대로 둡니다. 그렇지 않으면 되돌립니다. 이것을 되풀이합니다.
어떤 가중치가 옳은지는 아무도 알려 주지 않습니다. 노드는 더 나아졌는지 더 나빠졌는지만 보고 배웁니다.`,
    prose`이 과정을 되풀이하는 것이 학습(훈련)입니다. 학습이 끝난 노드를 쓰는 일은 ${
      term("inference", "추론")
    }이라고 합니다. 그림에서는 위쪽 절반입니다. 추론할 때는 정답이 필요 없고 가중치도 바뀌지 않습니다.`,
  ],
  figure: {
    labels: {
      inputs: "입력",
      unit: "노드",
      output: "출력",
      target: "정답",
      error: "오차",
      change: "가중치 바꾸기",
    },
    description:
      "입력에서 노드로, 노드에서 출력으로 화살표가 이어진다. 출력과 정답에서 오차로 화살표가 모이고, 오차에서 노드로 되돌아가는 " +
      "화살표는 가중치를 바꾼다는 뜻이다.",
    caption:
      prose`위쪽의 파란 화살표가 추론입니다. 학습할 때는 주황색 화살표가 더해집니다. 출력을 정답과 비교하고 가중치를 바꿉니다.`,
  },
  parts: {
    error: {
      title: "얼마나 틀렸을까",
      steps: {
        signed: prose`오차 ${m("e", "는")} 출력이 정답 ${m("d", "에")} 얼마나 못 미치는지를 나타냅니다. 출력 ${
          m("y", "가")
        } 너무 작으면 양수, 너무 크면 음수입니다.`,
        squared:
          prose`여러 행의 오차를 합칠 때는 제곱해서 더합니다. 그냥 더하면 오차 0.5와 −0.5가 상쇄되어 아무 문제가 없는 것처럼
보이니까요. 이것을 ${
            term("squared-error", "제곱 오차")
          }라고 합니다. 앞의 ½은 나중에 나올 2를 없애려고 미리 붙여 둔 것입니다.`,
        table: prose`가중치가 ${n.weights[0]}, ${n.weights[1]}, ${
          n.weights[2]
        }인 노드는 학습하기 전에 이렇게 답합니다.`,
        total:
          prose`네 행의 제곱 오차를 더하면 ${n.total}입니다. 가중치가 얼마나 나쁜지 이 수 하나로 알 수 있습니다. 학습이란 이 수를
줄이는 일입니다.`,
      },
    },
    loop: {
      title: "학습 루프",
      steps: {
        plan:
          prose`가중치 하나에 ${n.nudge}을 더해 봅니다. 네 출력과 제곱 오차의 합을 다시 계산합니다. 그다음에는 ${n.nudge}을 빼 봅니다. 지금의
가중치에서 해 볼 수 있는 시도를 모두 적으면 다음과 같습니다.`,
        tries: prose`첫 줄은 지금의 가중치이고, 나머지 줄에서는 가중치를 하나씩 바꿨습니다. 가장 나은 시도에서는 합이
${n.best}입니다.`,
        slow:
          prose`${n.rounds}바퀴를 돌면 노드는 표를 다 배웁니다. 아래 코드로 확인할 수 있습니다. 그런데 하나하나 해 보는 방법은
느립니다. 가중치가 백만 개라면 한 바퀴에 이백만 번 시도해야 합니다. 다음 강의에서는 해 보지 않고도 각 가중치가 어느 쪽으로
가야 하는지 알아내는 방법을 배웁니다.`,
      },
    },
    use: {
      title: "학습과 추론",
      steps: {
        inference:
          prose`둘을 구별합시다. 학습할 때는 정답을 보고 가중치를 바꿉니다. 추론할 때는 입력만 보고, 아무것도 바꾸지 않습니다.
휴대전화가 얼굴을 알아볼 때 하는 일은 추론입니다. 그 신경망은 이미 다른 곳에서, 이름이 붙은 수많은 얼굴 사진으로 학습을
마쳤습니다.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      prose`무작위 ${
        term("start", "초깃값")
      } ${starts}개 모두에서 노드는 표를 배웠습니다. 학습이 끝났을 때 모든 출력과 정답의 차이가 0.1 이내였습니다.`,
    refuted: ({ starts, others }) =>
      prose`무작위 ${
        term("start", "초깃값")
      } ${starts}개 가운데 ${others}개에서는 노드가 표를 다 배우지 못했습니다. 정답과 0.1 넘게 차이 나는 출력이 있었습니다.`,
    undecided: ({ starts }) =>
      prose`무작위 ${term("start", "초깃값")} ${starts}개로는 노드가 언제나 표를 배우는지 알 수 없습니다.`,
  },
  update: prose`행 10 하나만 놓고 직접 한 번 해 봅시다. 입력은 1, 0, 1이고 정답은 1입니다. 가중치가 ${n.weights[0]}, ${
    n.weights[1]
  }, ${n.weights[2]}일 때 제곱 오차는
${n.before}이었습니다. 첫 번째 가중치를 ${n.tried}로 바꾸면 더 나아질까요? (σ는 ${
    term("sigmoid", "시그모이드")
  }입니다.)`,
  exercises: {
    half: {
      question: prose`네 행에서 모두 ½이라고 답하는 노드가 있습니다. 제곱 오차를 다 더하면 얼마일까요?`,
      answer: prose`하나가 ½ · ¼이니까 모두 ${n.half}입니다. 늘 ‘모르겠다’고 답하면 이만큼 틀립니다.`,
    },
    cancel: {
      question: prose`두 행의 오차가 0.5와 −0.5입니다. 둘을 더해 보세요. 제곱 오차도 더해 보세요.`,
      answer: prose`0과 ${n.cancelled}입니다. 뭔가 잘못되었다는 것은 두 번째 수를 보아야 알 수 있습니다.`,
    },
    cost: {
      question: prose`가중치가 1000개이고 표의 행도 1000개입니다. 한 바퀴 시도하는 동안 출력을 몇 번 계산해야 할까요?`,
      answer: prose`${n.outputs}번입니다. 가중치마다 두 번씩 시도하고, 시도할 때마다 모든 행을 계산하니까요.`,
    },
  },
  code:
    prose`오로지 시도만으로 배우는 학습 루프입니다. 브라우저 콘솔(F12)에 붙여 넣으면 ${n.rounds}바퀴를 돈 뒤의 네 출력이
나옵니다.`,
});
