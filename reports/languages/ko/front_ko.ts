/** The texts of the front page in Korean. */
import { groupDigits } from "../../../experiments/format.ts";
import { SUITE } from "../../../experiments/store/provenance.ts";
import type { FrontTexts } from "../../front_page/front_texts.ts";
import { markup } from "../../html.ts";

/** The texts. */
export const FRONT_KO: FrontTexts = {
  title: "가장 작은 신경망은 무엇을 배우는가",
  description: (experiments) =>
    `${SUITE.name}: 가장 작은 신경망으로 한 실험 ${experiments}가지. 마지막 비트까지 그대로 재현됩니다.`,
  extent: ({ experiments, runs, epochs, claims }) =>
    `입문 강의 순서로 늘어놓은 실험 ${experiments}가지. 모두 ${groupDigits(String(runs))}번, ${
      groupDigits(String(epochs))
    }에포크를 학습시키고, 규칙을 미리 봉인한 ` +
    `주장 ${claims}개를 판정했습니다.`,
  links: ({ lab, course, method }) =>
    markup`<a href="${lab}">실험실 열기</a>: 신경망을 마음대로 꾸미고, 수백 개가 한꺼번에 배우는 모습을 지켜봅니다.
<a href="${course}">강의 듣기</a>: 결과가 왜 그렇게 나오는지 짧게 유도합니다.
<a href="${method}">데이터와 방법</a>`,
  course: { title: "강의", lead: "결과가 왜 그렇게 나오는지 유도하는 짧은 강의입니다." },
  search: {
    label: "강의와 실험 찾기",
    count: "강의와 실험 {cards}개 중 {matches}개",
    nothing: "맞는 것이 없습니다. 이런 말로 찾아보세요: ",
    often: ["XOR", "학습률", "역전파", "죽은 ReLU", "기울기 소실"],
  },
  parts: {
    "one-layer": {
      title: "단층 신경망",
      lead: "노드 하나는 직선 하나를 긋습니다. 논리 함수 16개 중 14개에는 충분하지만 XOR에는 모자랍니다.",
    },
    "hidden-layer": {
      title: "은닉층",
      lead:
        "비선형 노드 둘이면 XOR를 계산할 수 있습니다. 실제로 배우는지는 노드 수, 활성화 함수, 손실 함수에 달려 있습니다.",
    },
    "training": {
      title: "학습시키는 법",
      lead: "얼마나 빨리, 얼마나 많은 초깃값에서 배우는지는 초깃값의 크기와 학습률, 갱신 규칙에 달려 있습니다.",
    },
    "failing": {
      title: "실패할 때",
      lead: "멈춰 버린 신경망은 어떤 모습인지, 무엇이 도움이 되는지, 입력이 늘면 얼마나 어려워지는지 봅니다.",
    },
    "others": { title: "그 밖의 실험", lead: "강의에 들어 있지 않은 실험입니다." },
  },
  foreignPages: "실험 페이지의 본문은 영어입니다.",
  method: {
    title: "데이터와 방법",
    judgement: {
      title: "주장을 판정하는 법",
      seal:
        markup`주장은 데이터로 적은 규칙입니다. 어느 행의 어느 열이 어떤 값을 넘어야 하는지 적혀 있습니다. 실험 규칙 전체의
SHA-256이 봉인이고, 난수열의 이름에는 모두 이 봉인이 들어갑니다. 데이터를 보고 나서 규칙을 고치면 난수가 달라지므로,
주장을 세울 때 본 데이터로 그 주장을 판정할 수는 없습니다. 표를 채우는 코드는 봉인에 들어가지 않습니다.`,
      confidence: (claims, pages, most) =>
        markup`${pages}개 페이지의 주장 ${claims}개는 신뢰구간으로 판정합니다. 한 페이지의 주장은 모두 합쳐서 95%
신뢰수준을 지킵니다(Holm 1979). 판정이 틀린 페이지는 평균적으로 많아야 ${most}개입니다.`,
    },
    verification: {
      title: "확인하고 인용하는 법",
      how:
        markup`<code>deno task experiment verify results</code>는 모든 학습을 다시 돌려 값과 파일 하나하나를 이 결과와 비트
단위로 비교합니다. 아무것도 설치하지 않아도, 각 페이지의 “Reproduce here”에서 그 페이지의 학습을 다시 돌릴 수 있습니다.
모든 숫자는 페이지 옆의 CSV 파일에 끝자리까지 들어 있습니다.`,
      cite: (title, suite, seeds, digest) =>
        markup`“${title}”, ${suite}의 실험 결과, 시드 ${seeds}. manifest의
<span class="unbroken">SHA-256</span>은 <code>${digest}</code>로 시작합니다.`,
    },
    facts: {
      title: "이 결과",
      suite: "프로그램",
      seed: "시드",
      madeBy: "명령",
      severalCommands: "명령이 여럿입니다. 각 실험의 페이지에 적혀 있습니다",
      charts: "차트",
      licence: "라이선스",
      digest: markup`manifest.json 파일들을 이 순서로 이어 구한
값입니다. 다른 파일의 SHA-256은 모두 manifest.json에 들어 있습니다`,
    },
    stages: [
      { title: "질문", result: "규칙이 있는 주장" },
      { title: "봉인", result: "규칙의 SHA-256" },
      { title: "추첨", result: "무작위 초깃값" },
      { title: "학습", result: "runs.csv" },
      { title: "판정", result: "claims.csv" },
      { title: "공개", result: "페이지, manifest.json" },
    ],
    then: ", 그다음 ",
    followed: {
      title: "주장 하나를 규칙부터 끝까지 따라가기",
      rule: (statement, rule) => markup`<b>규칙.</b> “${statement}” ${rule}`,
      seal: (experiment, seal) => markup`<b>봉인.</b> ${experiment}의 규칙 전체의 SHA-256은 ${seal}`,
      randomNumbers: (seed, experiment) =>
        markup`<b>난수.</b> 첫 초깃값(0번)의 가중치는 ${seed}, ${experiment}, 봉인, <code>0</code>을 이어 붙인 이름의
난수열에서 뽑습니다. 규칙이 다르면 이름이 달라지고, 따라서 가중치도 달라집니다.`,
      data: (runs, digest) => markup`<b>데이터.</b> ${runs}의 SHA-256은 ${digest}`,
      verdict: (verdict, claims, digest) =>
        markup`<b>판정.</b> ${verdict}
${claims}의 SHA-256은 ${digest}`,
      digest: (manifest) =>
        markup`<b>확인.</b> ${manifest}에 두 값이 모두 적혀 있고, 이 결과의 SHA-256은 manifest까지 포함합니다.`,
    },
  },
};
