/** The glossary in Korean. */
import type { Term, TermId } from "../../course/terms.ts";

/** The terms. */
export const TERMS_KO: Readonly<Record<TermId, Term>> = {
  net: {
    name: "신경망 (neural\u00a0network)",
    meaning: "노드들을 이어 놓은 것. 노드끼리 수를 주고받으며, 입력을 넣으면 출력이 나옵니다.",
    forms: ["신경망"],
  },
  unit: {
    name: "노드 (unit, 뉴런)",
    meaning: "신경망의 가장 작은 부품. 입력에 가중치를 곱해 더하고, 그 값을 출력 하나로 바꿉니다.",
    forms: ["노드"],
  },
  layer: {
    name: "층 (layer)",
    meaning: "같은 입력을 받는 노드들의 묶음. 단층 신경망에는 출력 노드만 있습니다.",
    forms: ["층", "단층"],
  },
  "hidden-layer": {
    name: "은닉층 (hidden\u00a0layer)",
    meaning: "입력과 출력 사이의 층. 은닉 노드의 정답은 어디에도 적혀 있지 않습니다.",
    forms: ["은닉층", "은닉 노드"],
  },
  weight: {
    name: "가중치 (weight)",
    meaning: "노드가 각 입력에 곱하는 수. 학습이란 가중치를 고쳐 나가는 일입니다.",
    forms: ["가중치"],
  },
  bias: {
    name: "편향 (bias)",
    meaning: "가중합에 더하는 수. 값이 늘 1인 입력의 가중치라고 보아도 됩니다.",
    forms: ["편향"],
  },
  "weighted-sum": {
    name: "가중합 (weighted\u00a0sum)",
    meaning: "v: 입력마다 가중치를 곱해서 모두 더한 값.",
    forms: ["가중합"],
  },
  activation: {
    name: "활성화 함수 (activation\u00a0function)",
    meaning: "가중합을 출력으로 바꾸는 함수. 시그모이드, tanh, ReLU, 계단 함수 등이 있습니다.",
    forms: ["활성화 함수"],
  },
  sigmoid: {
    name: "시그모이드 함수 (sigmoid)",
    meaning: "σ(v) = 1/(1 + e⁻ᵛ). 어떤 수든 0과 1 사이의 값으로 바꾸는 활성화 함수. 기울기는 y(1 − y).",
    forms: ["시그모이드"],
  },
  nonlinear: {
    name: "비선형 (nonlinear)",
    meaning: "함수의 그래프가 직선이 아니라는 뜻.",
    forms: ["비선형"],
  },
  "step-function": {
    name: "계단 함수 (step\u00a0function)",
    meaning: "가중합이 0 이상이면 1, 아니면 0인 함수. 기울기가 0이라서 경사 하강법으로는 학습시킬 수 없습니다.",
    forms: ["계단 함수"],
  },
  tanh: {
    name: "tanh (하이퍼볼릭 탄젠트)",
    meaning: "시그모이드와 모양이 같지만 −1에서 1까지 올라가는 활성화 함수. 출력을 t라고 하면 기울기는 1 − t²입니다.",
    forms: ["tanh"],
  },
  relu: {
    name: "ReLU (렐루)",
    meaning: "max(0, v). 양수는 그대로 내보내고 음수는 0으로 만드는 활성화 함수.",
    forms: ["ReLU"],
  },
  odds: {
    name: "승산 (odds, 오즈)",
    meaning: "일어날 확률을 일어나지 않을 확률로 나눈 값. 여기에 로그를 취하면 로그 승산, 곧 로짓이 됩니다.",
    forms: ["승산", "로그 승산"],
  },
  "logistic-regression": {
    name: "로지스틱 회귀 (logistic\u00a0regression)",
    meaning: "표를 보고 확률을 배우는 시그모이드 노드 하나를 통계학에서 부르는 이름.",
    forms: ["로지스틱 회귀"],
  },
  output: {
    name: "출력 (output)",
    meaning: "y: 노드가 내보내는 값. 신경망의 출력은 마지막 층의 출력입니다.",
    forms: ["출력"],
  },
  row: {
    name: "행 (row)",
    meaning: "입력과 정답 한 쌍. XOR 진리표에는 00, 01, 10, 11 네 행이 있습니다.",
    forms: ["행"],
  },
  target: {
    name: "정답 (target)",
    meaning: "d: 그 행의 입력을 넣었을 때 나와야 하는 출력.",
    forms: ["정답"],
  },
  error: {
    name: "오차 (error)",
    meaning: "e = d − y: 정답에서 출력을 뺀 값. 부호도 함께 봅니다.",
    forms: ["오차"],
  },
  "squared-error": {
    name: "제곱 오차 (squared\u00a0error)",
    meaning: "E = ½(d − y)²: 출력이 얼마나 틀렸는지를 나타내는 수. 학습이란 이 값을 줄이는 일입니다.",
    forms: ["제곱 오차"],
  },
  delta: {
    name: "델타 δ (delta)",
    meaning:
      "노드의 가중합을 얼마나 고쳐야 하는지를 나타내는 값. E를 가중합으로 미분하고 부호를 바꾼 것입니다. 시그모이드를 쓰는 출력 노드에서는 y(1 − y)e입니다.",
    forms: ["델타", "δ"],
  },
  "chain-rule": {
    name: "연쇄 법칙 (chain\u00a0rule)",
    meaning: "E가 y의 함수이고 y가 v의 함수이면, E를 v로 미분한 값은 두 미분의 곱입니다. 합성함수의 미분법을 말합니다.",
    forms: ["연쇄 법칙"],
  },
  "back-propagation": {
    name: "역전파 (backpropagation)",
    meaning: "출력에서 입력 쪽으로 연쇄 법칙을 적용해, 모든 가중치에 대한 오차의 미분을 구하는 방법.",
    forms: ["역전파"],
  },
  supervised: {
    name: "지도 학습 (supervised\u00a0learning)",
    meaning: "정답이 있는 예제로 배우는 방식.",
    forms: ["지도 학습"],
  },
  "gradient-descent": {
    name: "경사 하강법 (gradient\u00a0descent)",
    meaning: "오차가 줄어드는 쪽으로 조금씩 내려가는 학습 방법. 가중치마다 기울기의 반대 방향으로 옮깁니다.",
    forms: ["경사 하강법"],
  },
  gradient: {
    name: "그래디언트 (gradient)",
    meaning: "모든 가중치에 대한 오차의 기울기를 모은 것. 오차가 가장 빨리 커지는 방향을 가리킵니다.",
    forms: ["그래디언트"],
  },
  "delta-rule": {
    name: "델타 규칙 (delta\u00a0rule)",
    meaning: "노드 하나에 대한 경사 하강법. 가중치마다 학습률 × 델타 × 입력만큼 바꿉니다.",
    forms: ["델타 규칙"],
  },
  update: {
    name: "갱신 (update)",
    meaning: "가중치를 한 번 고치는 것.",
    forms: ["갱신"],
  },
  "learning-rate": {
    name: "학습률 (learning\u00a0rate)",
    meaning: "α: 한 번에 얼마나 크게 고칠지 정하는 수.",
    forms: ["학습률"],
  },
  epoch: {
    name: "에포크 (epoch)",
    meaning: "모든 행을 한 번씩 학습하는 한 바퀴.",
    forms: ["에포크"],
  },
  online: {
    name: "온라인 학습 (online)",
    meaning: "행을 하나 볼 때마다 바로 갱신하는 방식. 모든 행을 모아 한 번에 갱신하는 배치 학습과 다릅니다.",
    forms: ["온라인"],
  },
  "full-batch": {
    name: "배치 학습 (full\u00a0batch)",
    meaning: "행마다 변화량을 구한 다음, 그 평균만큼 한 번에 갱신하는 방식.",
    forms: ["배치 학습", "배치"],
  },
  inference: {
    name: "추론 (inference)",
    meaning: "가중치를 그대로 둔 채 출력을 계산하는 일.",
    forms: ["추론"],
  },
  start: {
    name: "초깃값 (start)",
    meaning: "학습을 시작할 때 무작위로 정하는 가중치.",
    forms: ["초깃값"],
  },
  xor: {
    name: "XOR (배타적\u00a0논리합)",
    meaning: "두 입력 중 하나만 1일 때 1, 그렇지 않으면 0.",
    forms: ["XOR"],
  },
  separable: {
    name: "선형 분리 가능 (linearly\u00a0separable)",
    meaning: "정답이 1인 점과 0인 점을 직선 하나로 가를 수 있다는 뜻.",
    forms: ["선형 분리"],
  },
  perceptron: {
    name: "퍼셉트론 (perceptron)",
    meaning: "로젠블랫이 만든 계단 함수 노드. 가중합이 0 이상이면 1, 아니면 0을 내보냅니다.",
    forms: ["퍼셉트론"],
  },
  matrix: {
    name: "행렬 (matrix)",
    meaning:
      "수를 가로줄과 세로줄로 늘어놓은 것. 한 층의 가중치를 모으면 노드마다 가로줄 하나, 입력마다 세로줄 하나인 행렬이 됩니다.",
    forms: ["행렬"],
  },
  "hidden-space": {
    name: "은닉 공간 (hidden\u00a0space)",
    meaning: "은닉 노드들의 출력을 좌표로 하는 공간. 행마다 점 하나가 되고, 출력 노드는 이 점만 봅니다.",
    forms: ["은닉 공간"],
  },
  loss: {
    name: "손실 (loss)",
    meaning:
      "신경망의 출력이 얼마나 틀렸는지를 나타내는 수. 학습이란 이 값을 줄이는 일입니다. 손실 함수, 비용이라고도 합니다.",
    forms: ["손실"],
  },
  "cross-entropy": {
    name: "교차 엔트로피 (cross\u00a0entropy)",
    meaning: "C = −d ln y − (1 − d) ln(1 − y). 출력을 확률로 읽는 손실. 시그모이드와 함께 쓰면 δ = e가 됩니다.",
    forms: ["교차 엔트로피"],
  },
  saturated: {
    name: "포화 (saturated)",
    meaning: "가중합이 활성화 함수의 평평한 곳에 있어서 노드가 거의 배우지 못하는 상태.",
    forms: ["포화"],
  },
  optimiser: {
    name: "최적화 방법 (optimiser)",
    meaning: "기울기를 보고 가중치를 얼마나 옮길지 정하는 방식. 경사 하강법, 모멘텀, Adam 등이 있습니다.",
    forms: ["최적화 방법"],
  },
  momentum: {
    name: "모멘텀 (momentum)",
    meaning: "지난 걸음의 일부를 남겨 새 걸음에 더하는 최적화 방법. 같은 방향으로 계속 가면 걸음이 점점 커집니다.",
    forms: ["모멘텀"],
  },
  interval: {
    name: "신뢰구간 (confidence\u00a0interval)",
    meaning: "센 값과 어긋나지 않는 참값을 모두 담은 구간. 95% 신뢰구간은 시도 100번에 95번꼴로 참값을 담습니다.",
    forms: ["신뢰구간"],
  },
};
