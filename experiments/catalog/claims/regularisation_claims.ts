/** Forms of the claims about regularisation on XOR. */
import { CLAIMS_EN } from "../../words/claims_en.ts";
import type { METHODS } from "../analysis/regularisation_methods.ts";
import { moreOften, proportionOf } from "../shared/claim_builders.ts";

type Method = keyof typeof METHODS;

/** The setting of a method with cross entropy. */
export function entropy<const M extends Method>(method: M) {
  return { method, loss: "crossEntropy" } as const;
}

/** The setting of a method with squared error. */
export function squared<const M extends Method>(method: M) {
  return { method, loss: "halfSquaredError" } as const;
}

/** The runs that fail with plain training. */
export const FAILURES = { method: "none", loss: "crossEntropy", solved: false } as const;

/** The phrase for settings with cross entropy. */
export const WITH_ENTROPY = "with cross entropy";

/** The phrase for plain training. */
export const PLAIN = "with cross entropy and plain training";

/** The clause of claims about solved runs. */
export const TASK = "XOR is solved";

/** The claim that more than a fraction of some runs have a property. */
export function proportionAbove<const W, const C>(
  arm: W,
  condition: C,
  than: number,
  fraction: string,
  runs: string,
  predicate: string,
  setting = PLAIN,
) {
  const phrases = { amount: `more than ${fraction}`, subject: runs, predicate, setting };
  return proportionOf("ends", arm, condition, { is: "above", than }, phrases);
}

/** The claim that more than half of the runs that fail without a method have a property. */
export function mostFailures<const C>(condition: C, predicate: string) {
  return proportionAbove(FAILURES, condition, 0.5, "half", "unsolved runs", predicate);
}

/** The claim that the weights end smaller with the first method than with the second, from most starts. */
export function smaller<const A extends Method, const B extends Method>(first: A, second: B, comparison: string) {
  return {
    kind: "sooner",
    table: "ends",
    arms: [entropy(first), entropy(second)],
    value: "weight_norm",
    is: "above",
    than: 0.5,
    ...CLAIMS_EN.sooner.most(comparison, WITH_ENTROPY),
  } as const;
}

/** The claim that a schedule solves XOR less often than a constant rate. */
export function scheduleHarms<const M extends Method>(method: M, words: string) {
  return moreOften([entropy("none"), entropy(method)], TASK, "with a constant rate", words, WITH_ENTROPY);
}
