/** "A unit" in Korean. */
import { exp, m, negative, type NumbersOf, prose, term, type TextsOf } from "../../../languages/ko/writing_ko.ts";
import type { unit } from "./unit.ts";

/** The texts of the lesson. */
export const UNIT_KO = (n: NumbersOf<typeof unit>): TextsOf<typeof unit> => ({
  title: "노드 하나",
  question: "신경망의 노드 하나는 무엇을 계산할까요?",
  lead: prose`${term("net", "신경망")}의 ${term("unit", "노드")} 하나는 무엇을 계산할까요?`,
  guess: {
    question: prose`어떤 노드에 1과 0이 들어옵니다. 노드는 두 수에 각각 ${n.weights[0]}와 ${
      n.weights[1]
    }을 곱해서 더하고, 거기에 ${n.weights[2]}을 또 더합니다. 그리고
그 합을 0과 1 사이의 수로 바꿉니다. 이렇게 나온 ${term("output", "출력")}은 ½보다 클까요, 작을까요?`,
    answer:
      prose`½보다 큽니다. 합이 ${n.sum}로 양수이기 때문입니다. 합이 양수이면 출력은 ½을 넘습니다. 아래에서 계산해 보면 ${n.output}입니다.`,
  },
  lab: prose`실험실에는 아직 학습하지 않은 신경망 200개가 있습니다. 칸 하나가 신경망 하나이고, ${
    term("weight", "가중치")
  }는 무작위입니다. 네 ${term("row", "행")}을 모두 맞히는 신경망이 있나요?`,
  idea: [
    prose`노드는 아주 작은 계산기입니다. 숫자 몇 개가 들어가면 숫자 하나가 나옵니다. 하는 일은 딱 두 가지입니다.`,
    prose`먼저 입력마다 가중치를 곱해서 모두 더합니다. 이 값을 ${term("weighted-sum", "가중합")}이라 하고 ${
      m("v", "로")
    } 씁니다. 가중치가 큰 입력은 가중합을 크게 움직이고, 가중치가 음수인 입력은 반대쪽으로 움직입니다. 가중치가
0이면 그 입력은 없는 것과 같습니다.`,
    prose`가중합은 어떤 수든 될 수 있습니다. 그래서 둘째로 ${term("activation", "활성화 함수")}를 써서 가중합을 출력 ${
      m("y", "로")
    } 바꿉니다. 여기서 쓸 함수는 ${
      term("sigmoid", "시그모이드")
    }이고 σ(시그마)로 적습니다. 가중합이 큰 양수이면 출력은 거의 1, 0보다 훨씬 작은 음수이면 거의 0이 되고, 그 사이에서는
매끄럽게 올라갑니다.`,
    prose`노드가 하는 일은 이것이 전부입니다. 이런 노드를 여럿 이어 놓은 것이 신경망이지요. 하나부터 시작합시다.`,
  ],
  figure: {
    labels: { inputs: "입력", weights: "가중치", sum: "가중합", output: "출력" },
    description: `세 입력 1, 0, 1에 가중치 ${n.weights[0]}, ${n.weights[1]}, ${
      n.weights[2]
    }을 각각 곱해 더한 가중합 v가 상자 σ를 지나 출력 y가 된다.`,
    caption: prose`위에서 짐작해 본 노드입니다. 세 번째 입력은 늘 1이라서 그 가중치가 그대로 더해집니다.`,
  },
  parts: {
    table: {
      title: "예제를 담은 표",
      steps: {
        rows: prose`신경망은 예제를 보고 배우고, 예제는 표에 담겨 있습니다. 표의 한 행이 예제 하나입니다. 행에는 입력 ${
          m("x_1")
        }, ${m("x_2", "와")} ${term("target", "정답")} ${
          m("d", "가")
        } 적혀 있습니다. 정답은 나와야 하는 출력입니다. 다음의 작은 표를 앞으로 여러 강의에서 계속 쓰겠습니다. 네 행은 앞의 두 입력을 따서 00, 01, 10, 11이라고 부릅니다.`,
      },
    },
    sum: {
      title: "가중합",
      steps: {
        formula: prose`입력마다 같은 번호의 가중치가 있습니다. 가중치는 노드에 딸린 것이라서 어느 행에서나 똑같습니다.`,
        constant:
          prose`늘 1인 세 번째 입력은 왜 있을까요? 행 00을 봅시다. 세 번째 입력이 없다면 가중치가 무엇이든 가중합은 0입니다.
세 번째 입력이 있으면 ${m("w_3", "이")} 가중합을 정합니다.`,
      },
    },
    sigmoid: {
      title: "가중합에서 출력으로",
      steps: {
        formula: prose`여기서 ${m("e", "는")} 학교에서 배운 무리수 2.718…입니다. ${m("v", "가")} 커질수록 ${
          m(exp(negative("v")), "은")
        } 작아지고, 분수는 1에 가까워집니다.`,
        ends: prose`세 값만 구해 보아도 모양을 알 수 있습니다. 가중합이 0일 때 출력은 정확히 한가운데입니다.`,
        rows: prose`이제 네 행의 출력을 모두 구할 수 있습니다. 가중치는 ${n.weights[0]}, ${n.weights[1]}, ${
          n.weights[2]
        }입니다.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      prose`무작위 ${
        term("start", "초깃값")
      } ${starts}개를 시험했지만, 네 출력 모두 정답과의 차이가 0.1 이내인 신경망은 하나도 없었습니다. 무작위 가중치는 표에 대해
아무것도 모릅니다.`,
    refuted: ({ starts, count }) =>
      prose`무작위 ${
        term("start", "초깃값")
      } ${starts}개 가운데 ${count}개는, 학습하기도 전에 네 출력 모두 정답과의 차이가 0.1 이내였습니다.`,
    undecided: ({ starts }) =>
      prose`무작위 ${
        term("start", "초깃값")
      } ${starts}개로는, 학습하지 않은 신경망의 네 출력이 모두 정답에 0.1 이내로 가까울 수 있는지 알 수 없습니다.`,
  },
  update: prose`가중치는 ${n.weights[0]}, ${n.weights[1]}, ${
    n.weights[2]
  }입니다. 행 10의 입력은 1, 0, 그리고 상수 1입니다. 가중합부터 구해 보세요. 둘째 줄에는
계산기가 필요합니다.`,
  exercises: {
    values: {
      question: prose`σ(0), σ(2), σ(−2)를 구해 보세요. 뒤의 두 값 사이에는 어떤 관계가 있을까요?`,
      answer: prose`${n.sigmoids.join(", ")}입니다. 뒤의 두 값을 더하면 1입니다.`,
    },
    constant: {
      question: prose`행 00의 출력은 얼마일까요? 어느 가중치가 그 값을 정할까요?`,
      answer:
        prose`가중합이 ${n.constant.sum}이므로 출력은 ${n.constant.output}입니다. 세 번째 가중치 혼자 정한 값입니다. 이런 가중치를
흔히 ${term("bias", "편향")}이라고 부릅니다.`,
    },
    sharp: {
      question: prose`세 가중치를 모두 10배로 늘리면 행 10의 출력은 어떻게 될까요?`,
      answer:
        prose`가중합은 ${n.sharp.sum}, 출력은 ${n.sharp.output}입니다. 가중치가 클수록 노드는 스위치처럼 딱 잘라 답합니다.`,
    },
  },
  code:
    prose`노드 하나로 네 행의 출력을 구하는 코드입니다. 브라우저 콘솔(F12)에 붙여 넣어 보세요. 마지막 줄은 실행 결과이고, 그중
세 번째 숫자가 앞에서 손으로 계산한 값입니다.`,
});
