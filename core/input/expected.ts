/** What a value must be, as data: programs may say it in other words, or in another language. */

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
