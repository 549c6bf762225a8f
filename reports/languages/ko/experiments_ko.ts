/** Questions and answers of the experiments in Korean. */
import type { TranslatedExperiments } from "../language_texts.ts";

/** The translations by experiment; an answer is found by its English text, so one that has changed is not shown. */
export const EXPERIMENTS_KO: TranslatedExperiments = {
  "forward-pass": {
    question: "학습하지 않은 신경망은 무엇이라고 답할까?",
    headlines: {
      "It guesses: the median two-layer net gets half the rows right, and none of {none-solved.rows} nets knows the table.":
        "찍는 것과 같다. 2층 신경망은 보통 절반만 맞히고, 신경망 {none-solved.rows}개 중 표를 다 맞히는 것은 하나도 없다.",
      "Nothing useful yet: none of {none-solved.rows} untrained nets has all four outputs within 0.1 of their targets.":
        "아직 쓸모 있는 답은 없다. 학습 전 신경망 {none-solved.rows}개 중 네 출력이 모두 정답과 0.1 이내인 것은 없다.",
    },
  },
  "delta-rule": {
    question: "단층 신경망은 d = x1인 표를 배울 수 있을까?",
    headlines: {
      "Yes: all {always-solved.rows} runs learn it, and they end at the outputs that the textbook prints.":
        "그렇다. {always-solved.rows}번 모두 배웠고, 마지막 출력은 교재에 실린 값과 같다.",
      "Yes: all {always-solved.rows} runs learn it.": "그렇다. {always-solved.rows}번 모두 배웠다.",
    },
  },
  "delta-sign": {
    question: "δ의 부호를 바꿔 쓰면 어떻게 될까?",
    headlines: {
      "Yes: with the right sign, all {right-sign-solves.rows} runs learn d = x1 or AND; with the wrong one, none does.":
        "큰 차이가 난다. d = x1과 AND를, 부호가 맞으면 {right-sign-solves.rows}번 모두 배우고, 틀리면 한 번도 배우지 못한다.",
    },
  },
  "single-layer-xor": {
    question: "단층 신경망에 XOR를 가르치면 왜 .53 .50 .47 .44가 나올까?",
    headlines: {
      "Because an epoch’s four corrections cancel there: all {as-printed.rows} runs end at that fixed point, and none solves XOR.":
        "한 에포크의 네 갱신이 거기서 서로 상쇄되기 때문이다. {as-printed.rows}번 모두 그 고정점에서 끝나고, XOR를 푼 것은 없다.",
      "All {as-printed.rows} runs end there, in this order of rows; none of {never-solved.rows} runs solves XOR.":
        "행을 이 순서로 넣으면 {as-printed.rows}번 모두 거기서 끝난다. {never-solved.rows}번 중 XOR를 푼 것은 없다.",
    },
  },
  "boolean-functions": {
    question: "두 입력의 논리 함수 16개 중 단층으로 배울 수 있는 것은?",
    headlines: {
      "Fourteen: all but XOR and XNOR. Gradient descent learns them in all {descent-learns-the-separable.rows} runs.":
        "XOR와 XNOR를 뺀 14개다. 경사 하강법은 이 14개를 {descent-learns-the-separable.rows}번 모두 배운다.",
      "At most fourteen: no straight line separates the ones of XOR or XNOR from their zeros.":
        "많아야 14개다. XOR와 XNOR는 1과 0을 직선 하나로 가를 수 없다.",
    },
  },
  "perceptron-cycle": {
    question: "1957년의 퍼셉트론은 무엇을 할까?",
    headlines: {
      "From weights 0 it learns AND in 5 epochs and OR in 3; on XOR its weights cycle forever.":
        "가중치 0에서 시작하면 AND는 5에포크, OR는 3에포크 만에 배운다. XOR에서는 가중치가 같은 값들을 끝없이 맴돈다.",
    },
  },
  "depth-xor": {
    question: "은닉층을 넣으면 XOR가 풀릴까?",
    headlines: {
      "Mostly: with four hidden units {two-layers-always-xor.count} of {two-layers-always-xor.rows} starts solve XOR; without them, none of {one-layer-never-xor.rows}.":
        "대개 풀린다. 은닉 노드가 넷이면 초깃값 {two-layers-always-xor.rows}개 중 {two-layers-always-xor.count}개가 XOR를 푼다. 은닉층이 없으면 {one-layer-never-xor.rows}개 중 하나도 못 푼다.",
      "Yes: with four hidden units all {two-layers-always-xor.rows} starts solve XOR; without them, none of {one-layer-never-xor.rows}.":
        "그렇다. 은닉 노드가 넷이면 초깃값 {two-layers-always-xor.rows}개 모두 XOR를 푼다. 은닉층이 없으면 {one-layer-never-xor.rows}개 중 하나도 못 푼다.",
      "It stays open how often: with four hidden units {two-layers-mostly-xor.count} of {two-layers-mostly-xor.rows} starts solve XOR; without them, none.":
        "얼마나 자주 풀리는지는 아직 모른다. 은닉 노드가 넷이면 초깃값 {two-layers-mostly-xor.rows}개 중 {two-layers-mostly-xor.count}개가 XOR를 풀고, 없으면 하나도 못 푼다.",
    },
  },
  "activation-collapse": {
    question: "선형 층을 여러 개 쌓으면 단층보다 나을까?",
    headlines: {
      "Not on XOR, which none of {never-xor.rows} runs solves; at rate 0.9 two linear layers learn AND sooner than one.":
        "XOR에서는 아니다. {never-xor.rows}번 중 한 번도 못 푼다. 다만 학습률 0.9에서 AND는 선형 층 두 개가 하나보다 빨리 배운다.",
      "No: with one, two or three linear layers, none of {never-xor.rows} runs solves XOR.":
        "아니다. 선형 층이 하나든 둘이든 셋이든 {never-xor.rows}번 중 한 번도 XOR를 못 푼다.",
    },
  },
  "losses": {
    question: "교차 엔트로피는 제곱 오차보다 빨리 배울까?",
    headlines: {
      "At rate 0.9, yes, despite more failures: with timely restarts, squared error takes {cheaper-on-xor.estimate} {cheaper-on-xor.interval} times as many epochs.":
        "학습률 0.9에서는 그렇다. 더 자주 실패하지만, 제때 다시 시작하면 제곱 오차는 교차 엔트로피의 {cheaper-on-xor.estimate} {cheaper-on-xor.interval}배 에포크가 든다.",
      "Where both solve XOR, it is sooner from {sooner-on-xor.wins} of {sooner-on-xor.n} starts; but it fails more often.":
        "둘 다 XOR를 푸는 초깃값 {sooner-on-xor.n}개 중 {sooner-on-xor.wins}개에서 더 빠르다. 그러나 더 자주 실패한다.",
      "Where both solve XOR, it is sooner from {sooner-on-xor.wins} of {sooner-on-xor.n} starts; whether it fails more often stays open.":
        "둘 다 XOR를 푸는 초깃값 {sooner-on-xor.n}개 중 {sooner-on-xor.wins}개에서 더 빠르다. 더 자주 실패하는지는 아직 모른다.",
    },
  },
  "activations": {
    question: "어떤 활성화 함수가 XOR를 가장 잘, 가장 빨리 배울까?",
    headlines: {
      "With squared error at rate 0.9, SiLU solves {silu-nearly-always-squared-error.count} of {silu-nearly-always-squared-error.rows} starts; sine is faster, even with restarts.":
        "제곱 오차와 학습률 0.9에서 SiLU는 초깃값 {silu-nearly-always-squared-error.rows}개 중 {silu-nearly-always-squared-error.count}개에서 XOR를 푼다. 사인은 다시 시작하는 것까지 세어도 더 빠르다.",
      "With squared error at rate 0.9, SiLU solves XOR from {silu-nearly-always-squared-error.count} of {silu-nearly-always-squared-error.rows} starts.":
        "제곱 오차와 학습률 0.9에서 SiLU는 초깃값 {silu-nearly-always-squared-error.rows}개 중 {silu-nearly-always-squared-error.count}개에서 XOR를 푼다.",
    },
  },
  "dead-units": {
    question: "ReLU 노드는 언제 죽을까?",
    headlines: {
      "Often before training: {dead-at-start-drawn.count} of {dead-at-start-drawn.rows} nets start with a dead unit, and no dead unit ever comes back.":
        "학습 전에 이미 죽어 있을 때가 많다. 신경망 {dead-at-start-drawn.rows}개 중 {dead-at-start-drawn.count}개가 죽은 노드를 안고 시작하고, 죽은 노드는 되살아나지 않는다.",
    },
  },
  "decay-laws": {
    question: "마지막에는 오차가 얼마나 빨리 줄어들까?",
    headlines: {
      "In one layer, after t epochs, it has fallen like 1/t with cross entropy, only like 1/√t with squared error.":
        "단층에서 t에포크가 지나면 교차 엔트로피에서는 1/t로 줄지만, 제곱 오차에서는 1/√t로 줄 뿐이다.",
    },
  },
  "hidden-width": {
    question: "XOR에는 은닉 노드가 몇 개 필요할까?",
    headlines: {
      "One never solves it; two do from {two-with-bias-mostly.count} of {two-with-bias-mostly.rows} starts, with an output bias; sixteen from all {sixteen-always.rows}.":
        "하나로는 못 푼다. 출력 편향이 있으면 둘로도 초깃값 {two-with-bias-mostly.rows}개 중 {two-with-bias-mostly.count}개가 풀고, 열여섯이면 {sixteen-always.rows}개 모두 푼다.",
      "At least two: with an output bias they solve it from {two-with-bias-mostly.count} of {two-with-bias-mostly.rows} starts; one never does.":
        "적어도 둘이다. 출력 편향이 있으면 초깃값 {two-with-bias-mostly.rows}개 중 {two-with-bias-mostly.count}개가 풀고, 하나로는 못 푼다.",
    },
  },
  "solutions": {
    question: "은닉 노드는 무엇을 배울까?",
    headlines: {
      "Of {or-and-sigmoid.rows} solved two-unit sigmoid nets, {or-and-sigmoid.count} learn OR and AND or their negations, {one-sided-sigmoid.count} “one input without the other”.":
        "시그모이드 노드 둘로 푼 신경망 {or-and-sigmoid.rows}개 중 {or-and-sigmoid.count}개는 OR와 AND 또는 그 부정을, {one-sided-sigmoid.count}개는 ‘한쪽만 1’을 배운다.",
    },
  },
  "initialisation": {
    question: "가중치는 어떤 값에서 시작해야 할까?",
    headlines: {
      "Unequal, and not tiny: with squared error, {tiny-harms-squared-error.first_count} of {tiny-harms-squared-error.n} starts within ±1 solve XOR, {tiny-harms-squared-error.second_count} within ±0.001.":
        "서로 다르고 너무 작지 않은 값이다. 제곱 오차에서 ±1 안에서 시작하면 {tiny-harms-squared-error.n}개 중 {tiny-harms-squared-error.first_count}개가 XOR를 풀고, ±0.001이면 {tiny-harms-squared-error.second_count}개다.",
      "Unequal: from equal weights neither loss solves XOR.":
        "서로 다른 값이다. 가중치가 모두 같으면 어느 손실 함수로도 XOR를 못 푼다.",
    },
  },
  "learning-rate": {
    question: "학습률은 얼마가 좋을까?",
    headlines: {
      "Neither tiny nor huge: in 10,000 epochs rate 0.9 solves {too-small-fails.first_count} of {too-small-fails.n} starts, 0.01 solves {too-small-fails.second_count}, 100 solves {too-large-fails.second_count}.":
        "너무 작아도 너무 커도 안 된다. 1만 에포크 안에 초깃값 {too-small-fails.n}개 중 XOR를 푸는 것은 0.9에서 {too-small-fails.first_count}개, 0.01에서 {too-small-fails.second_count}개, 100에서 {too-large-fails.second_count}개다.",
    },
  },
  "update-rule": {
    question: "온라인, 섞기, 미니배치, 배치 중 어느 것이 좋을까?",
    headlines: {
      "At rate 0.9 online beats the batch’s mean; its sum, as fast, solves {full-sum-more-reliable.first_count} of {full-sum-more-reliable.n} starts, online {full-sum-more-reliable.second_count}.":
        "학습률 0.9에서 온라인은 배치 평균보다 빠르다. 배치 합은 온라인만큼 빠르고, 초깃값 {full-sum-more-reliable.n}개 중 {full-sum-more-reliable.first_count}개를 푼다. 온라인은 {full-sum-more-reliable.second_count}개다.",
      "Online: at the same rate it solves XOR sooner than the batch’s mean from {online-sooner-than-full.wins} of {online-sooner-than-full.n} starts.":
        "온라인이다. 같은 학습률에서 초깃값 {online-sooner-than-full.n}개 중 {online-sooner-than-full.wins}개가 배치 평균보다 빨리 XOR를 푼다.",
    },
  },
  "momentum": {
    question: "모멘텀은 도움이 될까?",
    headlines: {
      "Yes: each at its best rate, plain descent takes {kept-cheaper-at-best.estimate} {kept-cheaper-at-best.interval} times the epochs, restarting after 10,000.":
        "그렇다. 각자 가장 좋은 학습률에서, 1만 에포크마다 다시 시작하면 모멘텀 없는 경사 하강법은 에포크가 {kept-cheaper-at-best.estimate} {kept-cheaper-at-best.interval}배 든다.",
      "It stays open: each at its best rate, plain descent takes {kept-cheaper-at-best.estimate} {kept-cheaper-at-best.interval} times the epochs.":
        "아직 모른다. 각자 가장 좋은 학습률에서 모멘텀 없는 경사 하강법은 에포크가 {kept-cheaper-at-best.estimate} {kept-cheaper-at-best.interval}배 든다.",
    },
  },
  "optimisers": {
    question: "여기서 Adam은 경사 하강법보다 나을까?",
    headlines: {
      "Yes: each at its best rate, gradient descent takes {adam-cheaper.estimate} {adam-cheaper.interval} times Adam’s epochs, restarting after 1000.":
        "그렇다. 각자 가장 좋은 학습률에서, 1000에포크마다 다시 시작하면 경사 하강법은 Adam의 {adam-cheaper.estimate} {adam-cheaper.interval}배 에포크가 든다.",
      "No: each at its best rate, gradient descent takes only {adam-cheaper.estimate} {adam-cheaper.interval} times Adam’s epochs, restarting after 1000.":
        "아니다. 각자 가장 좋은 학습률에서, 1000에포크마다 다시 시작하면 경사 하강법은 Adam의 {adam-cheaper.estimate} {adam-cheaper.interval}배 에포크면 된다.",
      "It stays open: each at its best rate, gradient descent takes {adam-cheaper.estimate} {adam-cheaper.interval} times Adam’s epochs.":
        "아직 모른다. 각자 가장 좋은 학습률에서 경사 하강법은 Adam의 {adam-cheaper.estimate} {adam-cheaper.interval}배 에포크가 든다.",
    },
  },
  "xor-landscape": {
    question: "XOR의 오차 곡면은 어떻게 생겼을까?",
    headlines: {
      "A plateau, then a bent path: in {no-barrier-to-solution.others} of {no-barrier-to-solution.rows} solved runs the straight line to the solution climbs.":
        "고원을 지나면 길이 굽는다. 푼 신경망 {no-barrier-to-solution.rows}개 중 {no-barrier-to-solution.others}개에서, 해로 곧장 가는 길에는 오르막이 있다.",
      "It has ridges: in {no-barrier-to-solution.others} of {no-barrier-to-solution.rows} solved runs the error rises on the straight line to the solution.":
        "능선이 있다. 푼 신경망 {no-barrier-to-solution.rows}개 중 {no-barrier-to-solution.others}개에서, 해로 곧장 가면 도중에 오차가 커진다.",
    },
  },
  "stuck-states": {
    question: "XOR를 풀지 못한 신경망은 갇힌 것일까, 느린 것일까?",
    headlines: {
      "Both: ten times the epochs solve {ten-times-without-bias.count} of {ten-times-without-bias.rows} failed two-unit nets without output bias, {ten-times-with-bias.count} of {ten-times-with-bias.rows} with one.":
        "둘 다 있다. 은닉 노드가 둘일 때 에포크를 열 배로 늘리면 출력 편향이 없을 때는 못 풀던 {ten-times-without-bias.rows}개 중 {ten-times-without-bias.count}개가 풀지만, 있을 때는 {ten-times-with-bias.rows}개 중 {ten-times-with-bias.count}개다.",
      "Ten times the epochs solve {ten-times-without-bias.count} of {ten-times-without-bias.rows} unsolved runs without output bias, and {ten-times-with-bias.count} of {ten-times-with-bias.rows} with one.":
        "에포크를 열 배로 늘리면 못 풀던 것 가운데 출력 편향이 없을 때는 {ten-times-without-bias.rows}개 중 {ten-times-without-bias.count}개, 있을 때는 {ten-times-with-bias.rows}개 중 {ten-times-with-bias.count}개가 푼다.",
    },
  },
  "regularisation": {
    question: "가중치 감쇠, 레이블 스무딩, 기울기 제한, 학습률 조절, 잡음은 무엇을 바꿀까?",
    headlines: {
      "With cross entropy, weight decay lifts solved starts from {decay-helps.second_count} to {decay-helps.first_count} of {decay-helps.n}; label smoothing helps, too.":
        "교차 엔트로피에서 가중치 감쇠를 쓰면 초깃값 {decay-helps.n}개 중 푸는 것이 {decay-helps.second_count}개에서 {decay-helps.first_count}개로 늘어난다. 레이블 스무딩도 도움이 된다.",
      "With cross entropy, weight decay lifts solved starts from {decay-helps.second_count} to {decay-helps.first_count} of {decay-helps.n}.":
        "교차 엔트로피에서 가중치 감쇠를 쓰면 초깃값 {decay-helps.n}개 중 푸는 것이 {decay-helps.second_count}개에서 {decay-helps.first_count}개로 늘어난다.",
    },
  },
  "parity": {
    question: "XOR에서 5비트 패리티까지, 문제는 얼마나 빨리 어려워질까?",
    headlines: {
      "Fast: with eight units and bits 0 and 1, {harder-5-than-4.first_count} of {harder-5-than-4.n} starts solve four bits, {harder-5-than-4.second_count} five.":
        "빠르게 어려워진다. 은닉 노드 여덟 개, 입력 0과 1에서 초깃값 {harder-5-than-4.n}개 중 4비트는 {harder-5-than-4.first_count}개, 5비트는 {harder-5-than-4.second_count}개가 푼다.",
    },
  },
};
