/** The glossary in Korean. */
import type { Term, TermId } from "../terms.ts";

/** The terms. */
export const TERMS_KO: Readonly<Record<TermId, Term>> = {
  net: {
    name: "신경망 (neural network)",
    meaning: "숫자를 주고받는 노드들을 연결한 것. 입력을 넣으면 출력이 나옵니다.",
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
    name: "은닉층 (hidden layer)",
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
    name: "가중합 (weighted sum)",
    meaning: "v: 입력마다 가중치를 곱해서 모두 더한 값.",
    forms: ["가중합"],
  },
  activation: {
    name: "활성화 함수 (activation function)",
    meaning: "가중합을 출력으로 바꾸는 함수. 시그모이드, tanh, ReLU, 계단 함수 등이 있습니다.",
    forms: ["활성화 함수"],
  },
  sigmoid: {
    name: "시그모이드 함수 (sigmoid)",
    meaning: "σ(v) = 1/(1 + e⁻ᵛ). 어떤 수든 0과 1 사이로 바꾸는 활성화 함수이고, 미분하면 y(1 − y)입니다.",
    forms: ["시그모이드"],
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
    meaning: "d: 그 입력에서 나와야 하는 출력.",
    forms: ["정답"],
  },
  error: {
    name: "오차 (error)",
    meaning: "e = d − y: 정답에서 출력을 뺀 값. 부호까지 봅니다.",
    forms: ["오차"],
  },
  "squared-error": {
    name: "제곱 오차 (squared error)",
    meaning: "E = ½(d − y)²: 출력이 얼마나 틀렸는지를 나타내는 수. 학습은 이 값을 줄입니다.",
    forms: ["제곱 오차"],
  },
  delta: {
    name: "델타 δ (delta)",
    meaning: "노드의 가중합을 얼마나 고쳐야 하는지: δ = −∂E/∂v. 출력 노드가 시그모이드이면 y(1 − y)e입니다.",
    forms: ["델타", "δ"],
  },
  "chain-rule": {
    name: "연쇄 법칙 (chain rule)",
    meaning: "E가 y의 함수이고 y가 v의 함수이면, E를 v로 미분한 값은 두 미분의 곱입니다. 합성함수의 미분법이지요.",
    forms: ["연쇄 법칙"],
  },
  "back-propagation": {
    name: "역전파 (back-propagation)",
    meaning: "출력에서 입력 쪽으로 연쇄 법칙을 적용해, 모든 가중치에 대한 오차의 미분을 구하는 방법.",
    forms: ["역전파"],
  },
  supervised: {
    name: "지도 학습 (supervised learning)",
    meaning: "정답이 있는 예제로 배우는 방식.",
    forms: ["지도 학습"],
  },
  "gradient-descent": {
    name: "경사 하강법 (gradient descent)",
    meaning: "오차가 줄어드는 쪽으로 조금씩 내려가는 학습 방법. 가중치를 미분의 반대 방향으로 옮깁니다.",
    forms: ["경사 하강법"],
  },
  "delta-rule": {
    name: "델타 규칙 (delta rule)",
    meaning: "노드 하나에 대한 경사 하강법. 가중치마다 학습률 × 델타 × 입력만큼 바꿉니다.",
    forms: ["델타 규칙"],
  },
  update: {
    name: "갱신 (update)",
    meaning: "가중치를 한 번 고치는 것.",
    forms: ["갱신"],
  },
  "learning-rate": {
    name: "학습률 (learning rate)",
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
    name: "XOR (배타적 논리합)",
    meaning: "두 입력 중 하나만 1일 때 1, 그렇지 않으면 0.",
    forms: ["XOR"],
  },
  separable: {
    name: "선형 분리 가능 (linearly separable)",
    meaning: "정답이 1인 점과 0인 점을 직선 하나로 가를 수 있다는 뜻.",
    forms: ["선형 분리"],
  },
  perceptron: {
    name: "퍼셉트론 (perceptron)",
    meaning: "로젠블랫이 만든 계단 함수 노드. 가중합이 0 이상이면 1, 아니면 0을 냅니다.",
    forms: ["퍼셉트론"],
  },
};
