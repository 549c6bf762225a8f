/** Forms of the claims that compare hidden activations on XOR. */
import type { ActivationName } from "../../../core/components/activations.ts";
import { componentName } from "../../words/display_names.ts";
import { timesTheEffort } from "../shared/claim_builders.ts";
import type { LOSS } from "../shared/common_factors.ts";

type Loss = keyof typeof LOSS.levels;

/** XOR at rate 0.9 without output bias. */
export const FAST = { function: "xor", rate_and_bias: "0.9-without" } as const;

/** The setting of an activation with a loss there. */
export function setting<const A extends ActivationName, const L extends Loss>(activation: A, loss: L) {
  return { ...FAST, activation, loss } as const;
}

/** The phrase for the settings of a loss. */
export function phrase(loss: Loss): string {
  return `at rate 0.9 without biases, with ${componentName(loss)}`;
}

/** The arguments of a claim about one activation on XOR. */
export function alone<const A extends ActivationName, const L extends Loss>(activation: A, loss: L) {
  return [setting(activation, loss), `solve XOR with ${componentName(activation)} units`, phrase(loss)] as const;
}

/** The arguments of a claim that compares two activations on XOR. */
export function versus<const A extends ActivationName, const B extends ActivationName, const L extends Loss>(
  first: A,
  second: B,
  loss: L,
) {
  const arms = [setting(first, loss), setting(second, loss)] as const;
  const [withFirst, withSecond] = [`with ${componentName(first)}`, `with ${componentName(second)}`] as const;
  return [arms, "XOR is solved", withFirst, withSecond, phrase(loss)] as const;
}

/** The claim that the second activation takes more expected epochs than the first, each at its best cutoff. */
export function isCheaper<const A extends ActivationName, const B extends ActivationName, const L extends Loss>(
  first: A,
  second: B,
  loss: L,
) {
  const arms = [setting(first, loss), setting(second, loss)] as const;
  const range = { is: "above", than: 1 } as const;
  return timesTheEffort(arms, "at the best cutoff", range, componentName(second), componentName(first), phrase(loss));
}
