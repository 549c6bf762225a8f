/** The texts of the lab in Korean. */
import { formatInterval, PERCENT, POINTS } from "../../../experiments/format.ts";
import type { Interval } from "../../../experiments/statistics/interval.ts";
import { numeral } from "../../chart/scales.ts";
import type { Texts } from "../en/lab_en.ts";
import { faultKo } from "./faults_ko.ts";
import { SETTINGS_KO } from "./settings_ko.ts";

/** A proportion with its interval: 67.5% [60.7, 73.6]. */
function share({ estimate, lower, upper }: Interval): string {
  return `${PERCENT.digits(estimate, 0)}% ${formatInterval(PERCENT, lower, upper)}`;
}

/** A signed difference with its interval: +67.5%p [60.5, 73.6]. */
function difference({ estimate, lower, upper }: Interval): string {
  const sign = estimate > 0 ? "+" : "";
  return `${sign}${POINTS.digits(estimate, 0)}%p ${formatInterval(POINTS, lower, upper)}`;
}

/** Digits whose Korean names end in a consonant. */
const CLOSED_DIGITS = "013678₀₁₃₆₇₈";

/** A word with the particle of an object, which depends on its last sound; names in Latin letters end in a vowel here. */
function asObject(word: string): string {
  const last = word.at(-1) ?? "";
  const syllable = last.charCodeAt(0) - "가".charCodeAt(0);
  const isHangul = syllable >= 0 && syllable <= "힣".charCodeAt(0) - "가".charCodeAt(0);
  const isClosed = isHangul ? syllable % 28 > 0 : CLOSED_DIGITS.includes(last);
  return `${word}${isClosed ? "을" : "를"}`;
}

/** Every text of the lab. */
export const KO: Texts = {
  page: {
    title: "실험실: 이 신경망이 XOR를 배울 수 있을까?",
    heading: "이 신경망이 XOR를 배울 수 있을까?",
    headingOf: (data) => `이 신경망이 ${asObject(data)} 배울 수 있을까?`,
    description: "작은 신경망의 설정을 무엇이든 바꿔 보세요. 신경망 200개가 바로 답합니다. 인터넷이 없어도 됩니다.",
    lead: (starts) =>
      starts === 1
        ? "무엇이든 바꿔 보세요. 신경망 하나가 답합니다."
        : `무엇이든 바꿔 보세요. 신경망 하나가 아니라 ${numeral(starts)}개가 답합니다.`,
    results: "결과",
    withoutScript:
      "실험실은 브라우저에서 신경망을 학습시키므로 스크립트가 필요합니다. 무엇을 보여 주는지는 아래에 적었습니다.",
    about: [
      "신경망은 무작위로 정한 가중치에서 출발합니다. 학습 한 번은 제비를 한 번 뽑는 것과 같아서, 운에 따라 성공하기도 하고 " +
      "실패하기도 합니다. 그래서 이 실험실은 서로 다른 초깃값 200개로 신경망 200개를 한꺼번에 학습시키고, 그중 몇 개가 " +
      "진리표를 푸는지 셉니다.",
      "배울 진리표와 신경망의 구조, 손실 함수, 최적화 방법, 초깃값을 고르세요. 작은 사각형 하나가 신경망 하나의 결정 " +
      "경계 그림이고, 문제를 푼 신경망에는 초록 테두리가 있습니다.",
      "모든 행에서 출력과 정답의 차이가 0.1보다 작으면 풀었다고 봅니다.",
    ],
    presets: "출발점으로 삼을 설정",
    presetsNote:
      "각 실험의 대표 설정입니다. 난수 시드까지 같아서, 실험실의 신경망은 그 실험의 신경망과 비트 단위로 똑같습니다.",
    resultsNote: {
      before: "구간과 판정 규칙이 있는 공식 결과는 각 실험의 페이지에 있습니다. ",
      after: "를 실행하면 이 파일 옆에 만들어집니다.",
    },
    commandLine: "명령줄에서 실행하기",
    change: "데이터·신경망·학습 설정 바꾸기",
    closeSheet: "완료",
  },

  ...SETTINGS_KO,

  play: {
    play: "재생",
    pause: "일시 정지",
    restart: "처음부터",
    toEnd: "바로 끝까지",
    step: "한 걸음",
    loss: (loss) => `손실 ${loss}`,
    speed: "속도",
    epoch: (epoch) => `에포크 ${numeral(epoch)}`,
    withinEpoch: (epoch, updates) => `에포크 ${numeral(epoch)} + 갱신 ${numeral(updates)}번`,
    epochOf: (epoch, epochs) => `에포크 ${numeral(epoch)} / ${numeral(epochs)}`,
    start: (start) => `초깃값 ${numeral(start)}번`,
    curvesKey: "에포크별 손실입니다. 푼 뒤에는 파랑입니다. 끌어 보세요.",
    curves: (starts) => `신경망 ${numeral(starts)}개의 에포크별 손실. 끌어서 에포크를 고르세요`,
  },

  net: {
    title: "신경망 하나",
    surface: "결정 경계",
    diagram: "구조",
    hiddenSpace: "은닉 공간",
    hiddenUnits: "은닉 노드",
    noHidden: "이 신경망에는 은닉층이 없습니다.",
    oneUnit: "마지막 은닉층의 노드가 하나뿐이라 평면에 그릴 수 없습니다.",
    noPlane: "값이 변하는 입력이 두 개가 안 되어 평면에 그릴 수 없습니다.",
    unit: (index) => `노드 ${index}`,
    testPoints: "동그라미: 학습 데이터, 네모: 시험 데이터.",
    showTest: "시험 데이터 보이기",
    unitOf: (layer, unit) => `${layer === undefined ? "" : `은닉층 ${layer}, `}노드 ${unit}`,
    unitLabel: (title, unit) => `${title}: ${unit}의 출력`,
    firstUnits: (shown, units) => `은닉 노드 ${units}개 중 처음 ${shown}개`,
    range: (low, high) => `${low}부터 ${high}까지`,
    partlyFinite: (range) => `${range}, 회색은 유한하지 않음`,
    output: "출력 y",
    near: (target) => `${target}에 가까움`,
    notFinite: "유한하지 않음",
    surfaceLabel: (title) => `${title}: 두 입력의 평면에서 본 신경망의 출력`,
    held: (input) => `결정 경계를 그릴 때 ${input} =`,
    across: "가로축",
    up: "세로축",
    rowsNotFinite: (rows) => `유한하지 않은 행: ${rows.join(", ")}`,
    readout: {
      signs: "파란 선은 양수인 가중치, 긴 점선은 음수인 가중치입니다.",
      zero: "가는 회색 선은 0인 가중치입니다.",
      notFinite: "짧은 점선은 유한하지 않은 가중치입니다.",
      point: "가중치나 노드를 가리키면 값을 볼 수 있습니다.",
      constantInput: (input) => `입력 ${input}: 늘 1인 상수.`,
      constant: "편향에 들어가는 상수 1",
      bundle: (weights, size) => `가중치 ${numeral(weights)}개, 크기의 평균 ${size}`,
      bundledUnits: (name) => `노드 ${name}: 가중치는 아래 표에 있습니다`,
      byRow: (unit, values) => `행별 ${unit}: ${values}`,
      allWeights: "모든 가중치",
      weight: "가중치",
      value: "값",
    },
  },

  wall: {
    title: (starts) => `초깃값 ${numeral(starts)}개`,
    solved: (solved, starts) => `초깃값 ${numeral(starts)}개 중 ${numeral(solved)}개가 풀었습니다`,
    count: (starts) => `개가 풀었습니다(초깃값 ${numeral(starts)}개 중)`,
    share,
    caption: "사각형 하나가 신경망 하나의 결정 경계입니다. 누르면 크게 보입니다. 초록 테두리는 푼 것입니다.",
    oneCaption: "사각형은 신경망의 결정 경계입니다. 초록 테두리는 푼 것입니다.",
    square: (start, isSolved) => `초깃값 ${numeral(start)}번: ${isSolved ? "풀었음" : "풀지 못함"}`,
    exploring: "대괄호는 95% 신뢰구간입니다. 탐색일 뿐이므로 판정은 하지 않습니다.",
    hint: "은닉 노드 4개 더하기",
    training: "학습 중 …",
    published: (experiment) => `${experiment} 실험의 공개된 결과와 비트 단위로 같습니다`,
    right: (training, test) =>
      `맞힌 행의 중앙값: ${test === undefined ? training : `학습 데이터 ${training}, 시험 데이터 ${test}`}`,
    rows: "행별 결과(CSV)",
    picture: "그림 저장(PNG)",
    config: "설정(JSON)",
    link: "이 설정의 링크",
    copied: "복사했습니다",
    save: "저장과 공유",
  },

  published: {
    equal: (compared, shown) =>
      compared < shown
        ? `처음 초깃값 ${numeral(compared)}개가 공개된 결과와 비트 단위로 같습니다.`
        : "공개된 결과와 비트 단위로 같습니다.",
    differs: (start) => `초깃값 ${numeral(start)}번의 결과가 공개된 것과 다릅니다.`,
    waiting: "학습이 끝나면 공개된 결과와 비트 단위로 비교합니다.",
    own: "직접 고른 설정입니다. 이 페이지에는 없는 설정입니다.",
    back: "공개된 설정으로 돌아가기",
    setting: "설정",
    ownSetting: "직접 고른 설정",
    start: (last) => `초깃값 번호(0–${numeral(last)})`,
    clear: "그림에서 강조 표시 지우기",
    end: (start, end) => `초깃값 ${numeral(start)}번: ${end}.`,
    untrained: "학습하지 않음",
    diverged: (epoch) => `에포크 ${numeral(epoch)} 안에 발산함`,
    unsolved: (epochs) => `에포크 ${numeral(epochs)} 안에 풀지 못함`,
    solved: (epoch) => `에포크 ${numeral(epoch)}부터 풀었음`,
    solvedLast: (epoch) => `마지막 에포크 ${numeral(epoch)}에서 풀었음`,
  },

  layer: (units, activation) => `${activation} ${units}개`,
  sameSetting: "같은 설정",

  compare: {
    title: "A와 B 비교",
    pin: "지금 설정을 B로 고정",
    unpin: "B 지우기",
    a: "A(지금)",
    b: "B(고정)",
    difference,
    samePairs: (pairs) => `같은 초깃값 ${numeral(pairs)}개를 하나씩 짝지어 비교합니다.`,
    undecided: "판정 보류: 구간에 0이 들어 있습니다",
    hint: "설정을 고정한 다음 무엇이든 바꿔 보세요. 같은 초깃값으로 둘을 비교합니다.",
    show: "B 열기",
  },

  guess: {
    title: "먼저 짐작하기",
    question: (starts) => `${numeral(starts)}개 중 몇 개가 풀까요?`,
    run: "돌려서 확인",
    on: "돌리기 전에 늘 짐작하기",
    whole: (least, most) => `${least}부터 ${numeral(most)}까지의 정수를 넣으세요.`,
    waiting: (guess) => `짐작 ${numeral(guess)}개. 마지막 에포크에서 결과가 나옵니다.`,
    result: (guess, solved) => `짐작 ${numeral(guess)}개, 결과 ${numeral(solved)}개.`,
  },

  claim: {
    title: "주장으로 만들기",
    explanation: "규칙과 신경망 수를 먼저 정해 두고, 새 초깃값으로 판정합니다.",
    judge: "새 초깃값으로 판정",
    rule: "규칙",
    atLeast: "A: 절반이 넘는 초깃값에서 푼다",
    better: "A가 B보다 많이 푼다",
    starts: "새 초깃값 수",
    running: "새 초깃값으로 학습 중 …",
    verdict: (verdict, interval) => `${verdict}: ${interval}`,
    link: "이 주장의 주소",
    claimed: (name) => `“${name}” 주장을 판정한 새 초깃값의 신경망입니다.`,
    supported: "지지됨",
    refuted: "반박됨",
    undecided: "판정 보류",
  },

  map: {
    title: "두 설정의 지도",
    rows: "세로",
    columns: "가로",
    draw: "지도 그리기",
    progress: (done, cells) => `설정 ${cells}개 중 ${done}개`,
    cell: (setting, share) => `${setting}: ${share} 풀림`,
    caption: (starts) => `칸마다 초깃값 ${numeral(starts)}개 중 푼 비율(%)입니다. 누르면 그 설정이 열립니다.`,
    stop: "중지",
    invalid: "불가능",
    same: "서로 다른 두 설정을 고르세요.",
  },

  problems: {
    inAddress: "주소에 잘못된 곳이 있습니다. 다음 항목은 기본값을 씁니다:",
    empty: "값을 넣으세요.",
    fault: faultKo,
    noWebAssembly: (starts) =>
      `이 브라우저에서는 WebAssembly를 쓸 수 없어서 신경망 ${numeral(starts)}개만 천천히 학습합니다.`,
    noWorkers: "이 브라우저에서는 워커를 쓸 수 없어서 학습할 수 없습니다.",
    failed: (message) => `학습하지 못했습니다: ${message}`,
  },
};
