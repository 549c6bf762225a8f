/** "Gradient descent" in Korean. */
import { prose } from "../../prose_markup.ts";
import { derivative, minus } from "../../formula/expression.ts";
import { unbroken } from "../../formula/unbroken.ts";
import { mathWithParticle as m } from "../../ko/inline_math_ko.ts";
import type { NumbersOf, TextsOf } from "../../lesson.ts";
import { term } from "../../terms.ts";
import type { gradientDescent } from "./gradient_descent.ts";

/** The texts of the lesson. */
export const GRADIENT_DESCENT_KO = (n: NumbersOf<typeof gradientDescent>): TextsOf<typeof gradientDescent> => ({
  title: "경사 하강법",
  question: "가중치를 어느 쪽으로, 얼마나 옮겨야 할까요?",
  lead: prose`${term("weight", "가중치")}를 어느 쪽으로, 얼마나 옮겨야 할까요?`,
  guess: {
    question: prose`가중치 하나를 바꿀 수 있습니다. 지금 값에서 표 전체의 ${
      term("error", "오차")
    }는 기울기가 −4입니다. 가중치를 키우면 오차가 줄어든다는 뜻입니다. 가중치를 키워야 할까요, 줄여야 할까요?`,
    answer:
      prose`키워야 합니다. 기울기가 음수이면 오른쪽이 내리막입니다. 기울기가 4라면 줄여야 합니다. 그러니까 가중치는 언제나
기울기의 반대쪽으로 갑니다.`,
  },
  lab: prose`실험실에서는 ${term("hidden-layer", "은닉층")}이 있는 ${term("net", "신경망")} 200개가 ${
    term("learning-rate", "학습률")
  } 0.01로 ${
    term("xor", "XOR")
  }를 학습합니다. 거의 아무 일도 일어나지 않지요. 학습률을 0.9로, 그다음에는 100으로 바꿔 보세요. 셋 가운데 어느 것이 너무 작고
어느 것이 너무 클까요?`,
  idea: [
    prose`오차를 산과 골짜기가 있는 땅이라고 생각해 봅시다. 땅 위의 한 자리가 가중치 한 벌이고, 그 자리의 높이가 오차입니다. 좋은
가중치는 골짜기에 있습니다. 학습이란 그곳까지 내려가는 일입니다.`,
    prose`안개가 끼어 골짜기는 보이지 않습니다. 하지만 발밑의 기울기는 느낄 수 있습니다. 내리막으로 한 걸음 내딛고, 다시 느껴 보고,
또 한 걸음 내딛습니다. 이것이 ${
      term("gradient-descent", "경사 하강법")
    }입니다. 오늘날의 신경망은 거의 모두 이렇게 학습합니다.`,
    prose`지난 강의에서는 하나하나 시도해 보았습니다. 기울기를 알면 그럴 필요가 없습니다. 방향을 바로 알 수 있으니까요. 걸음의 크기도
알맞게 바뀝니다. 가파른 곳에서는 걸음이 커지고, 골짜기에 가까워지면 저절로 작아집니다.`,
    prose`같은 기울기에서 얼마나 크게 내디딜지는 우리가 정합니다. 기울기에 곱하는 이 수가 학습률 α입니다.`,
  ],
  figure: {
    labels: { error: "오차 E", weight: "가중치 w", slope: "기울기", step: "한 걸음" },
    description:
      "골짜기가 있는 곡선, 곧 가중치 하나에 대한 오차. 왼쪽 비탈의 접선은 오른쪽으로 내려가고, 아래의 화살표는 골짜기 " +
      "쪽으로 가는 한 걸음을 나타낸다.",
    caption: prose`가중치가 하나이고 입력이 1, ${term("target", "정답")}이 0.7인 ${
      term("unit", "노드")
    }의 오차입니다. 직선은 왼쪽 점에서의 기울기입니다. 기울기의 반대쪽으로 한 걸음 가면 오른쪽 점에 닿습니다.`,
  },
  parts: {
    rule: {
      title: "한 걸음의 규칙",
      steps: {
        valley:
          prose`가장 단순한 골짜기는 포물선입니다. w = 2에서 가장 낮다고 합시다. 기울기는 학교에서 배운 미분으로 구합니다. 둥근
${m("∂", "는")} 다른 가중치가 있더라도 그대로 둔다는 표시일 뿐입니다.`,
        sign:
          prose`2의 왼쪽에서는 기울기가 음수이니 가중치를 키워야 합니다. 오른쪽에서는 양수이니 줄여야 합니다. 어느 쪽이든
기울기의 반대쪽으로 갑니다. 그래서 식에 뺄셈이 나옵니다.`,
        step: prose`따라서 한 걸음은 이렇게 씁니다. 화살표는 ${unbroken(prose`‘새 ${m("w")}는’이라고`)} 읽으면 됩니다.`,
      },
    },
    size: {
      title: "얼마나 크게 걸을까",
      steps: {
        distance: prose`새 가중치를 ${
          m("w′", "이라")
        } 하고 기울기를 넣어 봅시다. 골짜기까지의 거리는 어떻게 될까요? 걸음마다 거리에 똑같은 수가 곱해집니다.`,
        table: prose`이제 앞일을 모두 내다볼 수 있습니다. w = 0에서 출발하면 1, 2, 3, 10걸음 뒤의 ${
          m("w", "는")
        } 다섯 가지 학습률 α에서 각각 다음과 같습니다.`,
        meaning:
          prose`0.1이면 기어갑니다. 1이면 단번에 도착합니다. 1.9면 골짜기를 뛰어넘지만, 뛸 때마다 조금씩 가까워집니다. 2.1이면
뛸 때마다 더 멀어져서 아예 달아나 버립니다. 너무 작으면 시간을 잃고, 너무 크면 모든 것을 잃습니다.`,
      },
    },
    ravine: {
      title: "그릇과 협곡",
      steps: {
        gradient: prose`신경망에는 가중치가 많고, 기울기도 그만큼 많습니다. 이 기울기를 모두 모은 것을 ${
          term("gradient", "그래디언트")
        }라고 합니다. 가중치마다 자기 기울기의 반대쪽으로 갑니다. 가중치가 둘이고, 한 방향이 다른 방향보다 20배 가파른 골짜기를 봅시다.`,
        picture: {
          text:
            prose`이 골짜기를 둥근 그릇과 나란히 위에서 내려다보았습니다. 고리 하나하나가 높이가 같은 곳을 이은 등고선입니다.`,
          figure: {
            labels: { bowl: "그릇", ravine: "협곡" },
            description:
              "가장 낮은 곳을 고리들이 둘러싼 지도 두 장. 그릇에서는 고리가 원이고 길이 한가운데로 곧장 간다. 협곡에서는 고리가 " +
              "길쭉한 타원이고, 길은 좌우로 지그재그를 그리며 앞으로는 기어간다.",
            caption:
              prose`그릇에서는 곧장 한가운데로 갑니다. 협곡에서는 벽과 벽 사이를 오가며 지그재그로 움직이고, 바닥을 따라서는
기어갑니다.`,
          },
        },
        dilemma:
          prose`협곡을 가로지르는 방향에서는 학습률이 2/20 = ${n.largest}보다 작아야 합니다. 그보다 크면 달아납니다. 그런데
바닥을 따라가는 방향은 경사가 완만합니다. 학습률이 ${n.rate}이면 한 걸음에 남은 길의 ${n.along}%밖에 못 갑니다. 학습률 하나로 두
방향을 다 감당해야 하는 것입니다. 학습률을 고르기가 어려운 까닭이 바로 여기에 있습니다.`,
      },
    },
  },
  finding: {
    supported: ({ starts, percent }) =>
      prose`무작위 ${
        term("start", "초깃값")
      } ${starts}개씩으로 시험했더니, 학습률이 0.9일 때 XOR를 푼 비율이 100일 때보다 ${percent}%포인트 높았습니다. 걸음이 너무 크면
골짜기를 지나쳐 버립니다.`,
    refuted: ({ starts, percent }) =>
      prose`무작위 ${
        term("start", "초깃값")
      } ${starts}개씩으로 시험했더니, 학습률이 0.9일 때 100일 때보다 XOR를 더 자주 풀지는 않았습니다. 차이는 ${percent}%포인트였습니다.`,
    undecided: ({ starts, percent }) =>
      prose`무작위 ${
        term("start", "초깃값")
      } ${starts}개씩으로 시험했더니, 학습률이 0.9일 때 XOR를 푼 비율이 100일 때보다 ${percent}%포인트 높았습니다. 확실하다고 하기에는
초깃값이 너무 적습니다.`,
  },
  update: prose`w = 0에서 α = 0.5로 포물선을 내려가 봅시다. 기울기는 ${
    m(minus("w", 2), "입니다")
  }. 세 걸음만 가 보아도 어떻게 되는지 알 수 있습니다.`,
  exercises: {
    away: {
      question: prose`이번에는 학습률이 2.1입니다. w = 0에서 출발하면 한 걸음 뒤, 두 걸음 뒤에는 어디에 있을까요?`,
      answer: prose`${n.away[0]}과 ${n.away[1]}입니다. 골짜기까지의 거리가 2에서 2.2로, 다시 2.42로 늘어납니다.`,
    },
    landing: {
      question: prose`협곡에서 ${m("w_2", "가")} 단번에 가장 좋은 값 0에 닿는 학습률은 얼마일까요? 그때 ${
        m("w_1", "은")
      } 얼마나 갈까요?`,
      answer: prose`${m(derivative("F", "w_2"), "는")} 가중치의 20배이므로 학습률은 1/20 = ${n.landing}입니다. 그때 ${
        m("w_1", "은")
      } 갈 길의 5%밖에 못 갑니다.`,
    },
    factors: {
      question: prose`학습률이 ${n.rate}이면 한 걸음마다 ${m("w_1", "과")} ${
        m("w_2", "에는")
      } 각각 얼마가 곱해질까요? (1, 1)에서 출발하면 열 걸음 뒤에는 어디에 있을까요?`,
      answer: prose`${n.factors[0]}과 ${n.factors[1]}입니다. 열 걸음 뒤에는 ${
        unbroken(`(${n.tenSteps[0]}, ${n.tenSteps[1]})에`)
      } 있습니다. 완만한 방향이 한참 뒤처져 있습니다.`,
    },
  },
  code:
    prose`이 코드에서 경사 하강법은 기울기(slope)를 빼는 단 한 줄입니다. 브라우저 콘솔(F12)에 붙여 넣으면 표에 나온 다섯 가지 학습률로 열 걸음
뒤의 w가 나옵니다.`,
});
