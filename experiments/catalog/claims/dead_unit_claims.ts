/** Forms of the claims about dead ReLU units. */
import { CLAIMS_EN } from "../../words/claims_en.ts";
import { proportionOf } from "../shared/claim_builders.ts";

type Rate = "0.1" | "0.3" | "0.9" | "3";
type Start = "drawn" | "0" | "0.5";

/** The setting of ReLU nets with an output bias. */
export function relu<const S extends Start, const R extends Rate>(biases: S, learning_rate: R) {
  return { activation: "relu", biases, output_bias: "true", learning_rate } as const;
}

/** The condition that a unit dies in training. */
export const SWITCHED_OFF = { switched_off: { atLeast: 1 } } as const;

/** The claim that the proportion of starts with a dead unit is what theory says, to within twelve percentage points. */
export function deadAtStart<const S extends Start, const P extends number>(
  biases: S,
  theory: P,
  percent: string,
  start: string,
) {
  return proportionOf(
    "dead",
    relu(biases, "0.9"),
    { off_at_start: { atLeast: 1 } },
    { near: theory, margin: 0.12 },
    {
      amount: `${percent} (by theory, to within 12 percentage points)`,
      subject: "ReLU nets",
      predicate: "start with a dead unit",
      setting: start,
    },
  );
}

const LOSS_OF_UNITS = "a ReLU unit dies in training";

/** The claim that units die from more starts in the first setting. */
export function losesUnitMoreOften<const A, const B>(
  arms: readonly [A, B],
  first: string,
  second: string,
  setting: string,
) {
  const claim = { kind: "difference", table: "dead", arms, condition: SWITCHED_OFF, is: "above", than: 0 } as const;
  return { ...claim, ...CLAIMS_EN.difference.more(LOSS_OF_UNITS, first, second, setting) } as const;
}

/** The claim that units die from as many starts in both settings, to within seven percentage points. */
export function losesUnitAlike<const A, const B>(
  arms: readonly [A, B],
  first: string,
  second: string,
  setting: string,
) {
  const claim = { kind: "difference", table: "dead", arms, condition: SWITCHED_OFF, margin: 0.07 } as const;
  return { ...claim, ...CLAIMS_EN.difference.equal(7, LOSS_OF_UNITS, first, second, setting) } as const;
}

/** The claim that no net with fewer active units than theory demands solves XOR. */
export function tooFew<const B extends "true" | "false", const A extends readonly number[]>(
  output_bias: B,
  active: A,
  nets: string,
) {
  return {
    kind: "none",
    table: "dead",
    arms: [{ activation: "relu", output_bias, active }],
    condition: { solved: true },
    ...CLAIMS_EN.none("ReLU nets", "solve XOR", nets),
  } as const;
}
