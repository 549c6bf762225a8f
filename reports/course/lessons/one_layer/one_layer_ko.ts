/** "Why one layer fails" in Korean. */
import { prose } from "../../prose_markup.ts";
import { derivative, minus, negative, product, sigmoid, square, sum } from "../../formula/expression.ts";
import { mathWithParticle as m } from "../../ko/inline_math_ko.ts";
import type { NumbersOf, TextsOf } from "../../lesson.ts";
import type { oneLayer } from "./one_layer.ts";
import { byNotation, term } from "../../terms.ts";

/** The texts of the lesson. */
export const ONE_LAYER_KO = (n: NumbersOf<typeof oneLayer>): TextsOf<typeof oneLayer> => ({
  title: "단층 신경망은 왜 실패할까",
  question: "단층 신경망은 왜 XOR를 배우지 못할까요?",
  lead: prose`${term("layer", "단층")} ${term("net", "신경망")}은 왜 ${term("xor", "XOR")}를 배우지 못할까요?`,
  guess: {
    question: prose`종이에 XOR의 네 점을 찍어 봅시다. (0, 0)과 (1, 1)은 0, 나머지 두 점은 1입니다. 이제 직선을 하나
긋습니다. 네 점 가운데 몇 개까지 올바른 쪽에 둘 수 있을까요?`,
    answer:
      prose`세 개까지입니다. 직선을 어떻게 긋든 적어도 한 점은 반대편에 남습니다. 그 까닭은 아래에서 세 줄로 증명합니다.`,
  },
  lab: prose`실험실에서는 단층 신경망 200개가 동시에 XOR를 학습합니다. 몇 개나 성공하는지 지켜보세요. 그다음
${term("hidden-layer", "은닉층")}을 넣고 다시 돌려 보세요.`,
  idea: [
    prose`${term("unit", "노드")} 하나는 입력마다 ${term("weight", "가중치")}를 곱해서 더합니다. 이 ${
      term("weighted-sum", "가중합")
    }이 양수면 1 쪽, 음수면 0 쪽으로 기웁니다. 가중합이 정확히 0이면 어느 쪽도 아닙니다. 이런 점들은 ${
      m(sum(product("w_1", "x_1"), product("w_2", "x_2"), "w_3"))
    } = 0을 만족합니다. 학교에서 배운 직선의 방정식이지요. 그러니까 노드 하나는 곧 직선 하나입니다.`,
    prose`AND와 OR는 직선 하나로 충분합니다. 이런 문제를 ${
      term("separable", "선형 분리")
    } 가능하다고 합니다. XOR는 다릅니다. 1인 두 점이 대각선으로 마주 보고, 0인 두 점도 마찬가지입니다.`,
    prose`${
      term("output", "출력")
    }이 하나인 단층 신경망은 노드 하나와 같습니다. 아무리 학습시켜도 XOR를 배우지 못합니다.
그런데 학습시켜 보면 출력이 ${n.printed}에서 멈춥니다. 왜 하필 이 값일까요? 네 개 모두 손으로 계산할 수 있습니다.`,
  ],
  figure: {
    labels: { and: "AND: 가를 수 있다", or: "OR: 가를 수 있다", xor: "XOR: 가를 수 없다", wrong: "틀림" },
    description:
      "네 점이 찍힌 정사각형 세 개. AND와 OR에서는 직선 하나가 1과 0을 가른다. XOR에서는 점 (1, 1)이 반대편에 " +
      "남는다.",
    caption: prose`파란 점은 ${term("target", "정답")}이 1, 주황 점은 0입니다. 파란 영역에서는 노드가 1 쪽으로 기웁니다.
XOR에서는 직선을 아무리 돌리고 옮겨도 점 하나가 반대편에 남습니다.`,
  },
  parts: {
    line: {
      title: "직선 하나로는 안 된다",
      steps: {
        sums: prose`세 번째 입력은 늘 1입니다. 그 가중치 ${m("w_3")} 덕분에 직선이 원점을 벗어날 수 있습니다. ${
          term("row", "행")
        } 01의 가중합을 ${m("v_01", "로")} 쓰고, 다른 행도 같은 식으로 씁니다. 입력이 0이면 그 가중치는 빠집니다.`,
        wanted: prose`XOR가 되려면 ${m("v_01", "과")} ${m("v_10", "은")} 양수, ${m("v_00", "과")} ${
          m("v_11", "은")
        } 음수여야 합니다.`,
        pairs: prose`둘씩 더해 봅시다. 가중치가 무엇이든 두 합은 같습니다.`,
        contradiction:
          prose`왼쪽은 양수, 오른쪽은 음수여야 하는데 둘이 같습니다. 모순입니다. 그러므로 XOR를 푸는 가중치는
없습니다.`,
      },
    },
    printed: {
      title: `${n.printed}는 어디서 나왔을까`,
      steps: {
        setup: prose`${term("online", "온라인")} 학습을 합니다. 00, 01, 10, 11 순서로 한 행을 볼 때마다 한 번씩 ${
          term("update", "갱신")
        }합니다. ${term("learning-rate", "학습률")}은 α = ${n.rate}입니다. 행마다 각 가중치는 α${
          term("delta", "δ")
        }에 입력을 곱한 만큼 바뀝니다. ${
          byNotation(
            prose`여기서 ${m("δ")} = ${m(product("y", minus(1, "y"), minus("d", "y")), "입니다")}.`,
            prose`여기서 ${m("δ", "는")} ${m(negative(derivative("E", "v")), "를")} 줄여 쓴 것입니다.`,
          )
        } ${term("epoch", "에포크")}가 시작될 때의 가중치를 ${m("w_1")}, ${m("w_2")}, ${m("w_3", "이라고")} 합시다.`,
        rest:
          prose`에포크를 거듭하다 보면, 한 바퀴를 돌 때마다 가중치가 제자리로 돌아오게 됩니다. 가중치마다 변화량의 합이 0이라는
뜻입니다. ${m("x_1", "은")} 10과 11에서만 1이니까, ${m("w_1", "에서는")} 이 두 행의 변화가 서로 상쇄됩니다. ${
            m("w_2", "와")
          } ${m("w_3", "도")} 마찬가지입니다.`,
        sizes: prose`앞의 두 식에서 ${m("δ_10", "과")} ${m("δ_01", "은")} 모두 ${
          m("δ_11", "에")
        } 음의 부호를 붙인 값이니 서로 같습니다. 이것을 셋째 식에 넣으면 ${m("δ_00", "도")} ${
          m("δ_11", "과")
        } 같습니다. 네 행이 모두 같은 세기로 가중치를 밀고 있는 것입니다. 이 세기를 ${m("δ", "라고")} 합시다.`,
        outputs: prose`출력이 얼마일 때 이 세기로 밀까요? 00의 차례가 왔을 때 출력을 ${
          m("p", "라고")
        } 합시다. 정답은 0입니다. 미는 세기 ${m(product(square("p"), minus(1, "p")), "는")} ${
          m("p", "가")
        } ⅔에 이를 때까지 커지기만 합니다. 그러니 ½ 근처에서 같은 세기로 미는 출력은 하나뿐이고, 11의 출력도 ${
          m("p", "입니다")
        }. 정답이 1인 01과 10의 출력은 ${m(minus(1, "p"), "입니다")}.`,
        ledger:
          prose`이제 한 에포크 동안 가중치를 따라가 봅시다. 각 행에서 가중치가 αδ의 몇 배만큼 바뀌는지 표로 적으면 다음과
같습니다.`,
        moving: prose`${term("sigmoid", "시그모이드")} σ를 써서 ${m("p")} = ${m(sigmoid("a"), "로")} 놓으면 ${
          m(minus(1, "p"))
        } = ${m(sigmoid(negative("a")), "입니다")}. 그러니까 가중합은 00과 11에서 ${m("a")}, 01과 10에서 ${
          m(negative("a"), "입니다")
        }. 그런데 행마다 만나는 가중치가 다릅니다. 앞의 행들이 이미 바꿔 놓았으니까요. 01이 올 때는 ${
          m("w_3", "이")
        } αδ만큼 줄어 있고, 10이 올 때는 도로 제자리입니다. 11이 올 때는 세 가중치가 모두 αδ만큼 늘어 있습니다.`,
        solved: prose`식도 네 개, 미지수도 네 개입니다. 앞의 세 식으로 세 가중치를 ${m("a", "로")} 나타냅니다.`,
        fourth: prose`이것을 넷째 식에 넣고 정리하면 ${m("a", "와")} ${m("w_2", "가")} 나옵니다.`,
        value: prose`δ는 ${m(product(square("p"), minus(1, "p")), "이고")} ${m("p", "는")} ${
          m(sigmoid("a"), "이므로")
        } 이제 식 하나만 남았습니다. 오른쪽 ${
          m("a", "에")
        } 0을 넣고, 나온 값을 다시 넣기를 되풀이합니다. 그러면 ${n.iteration}, …로 이어지다가 ${n.a}에서 멈춥니다.`,
        result: prose`가중치를 모두 알았으니, 에포크가 끝났을 때의 출력도 나옵니다.`,
        meaning:
          prose`결국 이 네 숫자는 XOR를 배우다 만 흔적이 아닙니다. 행을 넣은 순서의 흔적입니다. 00이 맨 먼저, 11이 맨
나중이었지요.`,
      },
    },
    history: {
      title: "짧은 역사",
      steps: {
        units:
          prose`<b>1943년.</b> 매컬러와 피츠가 입력이 충분히 들어오면 켜지는 노드를 제안합니다. 이런 노드를 엮으면 어떤 논리
함수든 계산할 수 있습니다. 다만 가중치는 사람이 정해 주어야 했고, 학습은 하지 못했습니다.`,
        perceptron: prose`<b>1957–58년.</b> 로젠블랫이 예제를 보고 가중치를 배우는 ${
          term("perceptron", "퍼셉트론")
        }을 발표합니다. 1과 0을 가르는 직선이 있기만 하면 그의 규칙으로 반드시 찾을 수 있습니다. 신문들은 생각하는 기계가 곧 나올 것처럼
보도합니다.`,
        limits:
          prose`<b>1969년.</b> 민스키와 페퍼트가 단층으로는 할 수 없는 일이 있음을 증명합니다. 가장 작은 예가 XOR입니다. 층을
늘리면 된다는 것은 두 사람도 알았지만, 그런 신경망을 학습시킬 마땅한 방법이 없었습니다. 연구비도 관심도 다른 데로 옮겨 갔고, 십 년이 넘는
신경망의 겨울이 찾아왔습니다.`,
        revival: prose`<b>1986년.</b> 루멜하트, 힌턴, 윌리엄스가 은닉층을 학습시키는 ${
          term("back-propagation", "역전파")
        }를 널리 알립니다. 처음은 아니었습니다. 워보스는 이미 1974년에 같은 방법을 찾아냈습니다. 세 사람이 초기에 든
예제 가운데 하나가 바로 XOR입니다.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      prose`무작위 ${
        term("start", "초깃값")
      } ${starts}개에서 학습시켰더니, 출력이 모두 유도한 값 ${n.precise}에서 멈췄습니다. 소수점 아래 다섯째 자리까지 같습니다.`,
    refuted: ({ starts, others }) =>
      prose`무작위 ${
        term("start", "초깃값")
      } ${starts}개 가운데 ${others}개에서는 출력이 ${n.precise}와 다른 값에서 멈췄습니다.`,
    undecided: ({ starts }) =>
      prose`무작위 ${
        term("start", "초깃값")
      } ${starts}개로는 출력이 언제나 ${n.precise}에서 멈추는지 아직 알 수 없습니다.`,
  },
  update: prose`가중치는 0.2, −0.4, 0.1입니다. 행은 01이라서 입력이 0, 1, 1이고 정답은 1입니다. ${
    term("error", "오차")
  }가 양수니까 가중합을 키워야 합니다. 입력이 0인 가중치는 움직이지 않습니다.`,
  exercises: {
    and: {
      question: prose`AND를 푸는 가중치 세 개를 찾아보세요. 11에서만 가중합이 양수여야 합니다.`,
      answer: prose`예를 들어 1, 1, −1.5입니다. 00, 01, 10, 11에서 가중합은 ${n.andSums.join(", ")}입니다.`,
    },
    order: {
      question: prose`순서를 거꾸로 해서 11, 10, 01, 00으로 학습하면 에포크가 끝났을 때의 출력은 얼마일까요?`,
      answer: prose`같은 방법으로 풀면 ${m("w_1")} = ${m("a")}, ${m("w_2")} = ${m("w_3")} = 0이고 ${
        m("a", "의")
      } 값은 그대로입니다. 00, 01, 10, 11의 출력은 ${n.backwardOutputs}입니다. 이번에도 순서의 흔적이 남습니다.`,
    },
    rate: {
      question:
        prose`학습률이 ${n.smallRate}일 때 네 출력을 계산해 보세요. α가 0으로 가면 출력은 어떤 값에 가까워질까요?`,
      answer: prose`${n.smallRateOutputs}입니다. α가 0으로 가면 ${m("a")} = ${
        m(product("α", square(sigmoid("a")), minus(1, sigmoid("a"))), "도")
      } 0으로 가고, 출력은 모두 ½에 가까워집니다. ${
        term("squared-error", "제곱 오차")
      }가 가장 작아지는 답이 바로 ½입니다.`,
    },
  },
  code: prose`브라우저 콘솔(F12)에 붙여 넣어 보세요. ${n.printed}가 나옵니다. 처음 가중치를 바꿔도 결과는
같습니다.`,
});
