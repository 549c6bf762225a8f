/** Factors that several experiments vary. */
import type { ActivationName } from "../../../core/components/activations.ts";
import type { Factor, PartialConfig } from "../../define/factors.ts";
import { lectureData, NETWORKS } from "./lecture.ts";

/** The two nets of the lecture. */
export const NETWORK = { meaning: "layers of the net: 3-1 or 3-4-1", levels: NETWORKS } as const satisfies Factor;

/** The two losses of the lecture. */
export const LOSS = {
  meaning: "loss that training minimizes",
  levels: {
    halfSquaredError: { loss: { name: "halfSquaredError" } },
    crossEntropy: { loss: { name: "crossEntropy" } },
  },
} as const satisfies Factor;

/** Online and full-batch updates, each with 40,000 steps. */
export const BATCH = {
  meaning: "when the weights are updated: after each row, or once per epoch",
  levels: { online: { batch: "online" }, full: { batch: "full", epochs: 40000 } },
} as const satisfies Factor;

/** Functions of two inputs by name; `lecture` is the table d = x1. */
export function functions<const N extends string>(...names: readonly N[]) {
  const levels = levelsOf(names, (name) => lectureData(name === "lecture" ? "x1" : name));
  return { meaning: "function to learn", levels } satisfies Factor;
}

/** Learning rates; `--set` may give others. */
export function learningRates<const L extends string>(...rates: readonly L[]) {
  return { meaning: "learning rate", levels: levelsOf(rates, learningRate), read: learningRate } satisfies Factor;
}

/** Numbers of units of the first layer, at most `max`; `--set` may give others. */
export function hiddenUnits<const L extends string>(units: readonly L[], max = Infinity) {
  const read = (text: string): PartialConfig | undefined => {
    const count = wholeNumber(text);
    return count !== undefined && count <= max ? { network: { layers: [{ units: count }] } } : undefined;
  };
  return { meaning: "hidden units", levels: levelsOf(units, read), read } satisfies Factor;
}

/** Levels of a factor, each by the config that its name stands for. */
export function levelsOf<const L extends string>(
  names: readonly L[],
  read: (name: L) => PartialConfig | undefined,
): Record<L, PartialConfig> {
  return Object.fromEntries(names.map((name) => [name, read(name)!])) as Record<L, PartialConfig>;
}

/** The part of a config that sets the activation of the first layer. */
export function hiddenActivation(activation: ActivationName): PartialConfig {
  return { network: { layers: [{ activation }] } };
}

/** The part of a config that sets whether the output unit of a two-layer net has a bias. */
export function outputBias(bias: string): PartialConfig {
  return { network: { layers: [{}, { bias: bias === "true" }] } };
}

/** The part of a config that sets the learning rate; undefined unless the text is `String(x)` of a finite number x. */
export function learningRate(text: string): PartialConfig | undefined {
  const value = finiteNumber(text);
  return value === undefined ? undefined : { optimizer: { learningRate: value } };
}

/** The finite number x of which the text is `String(x)`, if there is one. */
export function finiteNumber(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) && String(value) === text ? value : undefined;
}

/** The whole number above 0 that the text is, if it is one. */
export function wholeNumber(text: string): number | undefined {
  const value = finiteNumber(text);
  return value !== undefined && Number.isSafeInteger(value) && value >= 1 ? value : undefined;
}
