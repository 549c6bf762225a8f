/** What is wrong with a value of a setting, in Korean. */
import type { Expected } from "../../../core/input/expected.ts";
import { preview } from "../../../core/input/input_error.ts";
import type { LabFault } from "../../wire/lab_state.ts";

/** One clause about a field: what its value must be, what it is, and what may have been meant. */
export function faultKo(field: string, { expected, suggestion, ...fault }: LabFault): string {
  const hasValue = fault.value !== undefined;
  const rule = expected ? expectedKo(expected) : hasValue ? "쓸 수 없는 값입니다" : "이 설정에서는 쓸 수 없습니다";
  const found = hasValue ? `(입력한 값: ${preview(fault.value)})` : "";
  const hint = suggestion === undefined ? "" : `. 혹시 “${suggestion}”입니까?`;
  return `${field}: ${rule}${found}${hint}`;
}

function expectedKo(expected: Expected): string {
  if (expected.kind === "word") return `${expected.words.join(", ")} 가운데 하나여야 합니다`;
  const { isWhole = false, min, max, above, below } = expected;
  const bounds = [
    ...(min === undefined ? [] : [`${number(min)} 이상`]),
    ...(above === undefined ? [] : [`${number(above)} 초과`]),
    ...(max === undefined ? [] : [`${number(max)} 이하`]),
    ...(below === undefined ? [] : [`${number(below)} 미만`]),
  ];
  const noun = isWhole ? "정수" : "수";
  return bounds.length === 0 ? "숫자여야 합니다" : `${bounds.join(" ")}의 ${noun}여야 합니다`;
}

const number = (value: number) => String(value).replace("-", "−");
