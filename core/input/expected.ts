/** What a value must be, as data: programs may say it in other words, or in another language. */
import type { JsonSchema } from "./json_schema.ts";

/** A number within a range, or one of some words. */
export type Expected = ExpectedNumber | { readonly kind: "word"; readonly words: readonly string[] };

/** A finite number; bounds that do not apply are absent. */
export interface ExpectedNumber {
  /** Always `number`. */
  readonly kind: "number";
  /** Whether it must be whole. */
  readonly isWhole?: boolean;
  /** The smallest that is allowed. */
  readonly min?: number;
  /** The largest that is allowed. */
  readonly max?: number;
  /** What it must exceed. */
  readonly above?: number;
  /** What it must not reach. */
  readonly below?: number;
}

/** Completes the sentence "… must be": `a whole number of at least 1`. */
export function expectedText(expected: Expected): string {
  if (expected.kind === "word") return `one of ${expected.words.join(", ")}`;
  const { isWhole = false, min, max, above, below } = expected;
  const noun = isWhole ? "whole number" : "number", upper = max ?? (below === undefined ? undefined : `below ${below}`);
  if (min !== undefined && upper !== undefined) return `a ${noun} from ${min} to ${upper}`;
  const bound = min !== undefined ? ` of at least ${min}` : max !== undefined ? ` of at most ${max}` : "";
  return `a ${isWhole ? noun : "finite number"}${bound}${above === undefined ? "" : ` above ${above}`}`;
}

/** Whether a value is such a number; a whole one must also be exact. */
export function isExpectedNumber(
  value: unknown,
  { isWhole = false, min = -Infinity, max = Infinity, above = -Infinity, below = Infinity }: ExpectedNumber,
): value is number {
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  return value >= min && value <= max && value > above && value < below && (!isWhole || Number.isSafeInteger(value));
}

/** The same as JSON Schema. */
export function numberSchema({ isWhole = false, min, max, above, below }: ExpectedNumber): JsonSchema {
  const largest = max ?? (isWhole ? Number.MAX_SAFE_INTEGER : undefined);
  return {
    type: isWhole ? "integer" : "number",
    ...(min !== undefined && { minimum: min }),
    ...(above !== undefined && { exclusiveMinimum: above }),
    ...(largest !== undefined && { maximum: largest }),
    ...(below !== undefined && { exclusiveMaximum: below }),
  };
}
