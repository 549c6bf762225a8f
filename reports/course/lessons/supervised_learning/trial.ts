/** Learning by trial: nudge a weight, and keep the change if the error of the table falls. */
import { FIRST_WEIGHTS, outputsFor, TARGETS, type Weights } from "../../formula/truth_table.ts";

/** How far a weight is nudged. */
export const NUDGE = 0.1;

/** The squared errors of all rows, ½(d − y)², added up. */
export function tableError(weights: Weights): number {
  return outputsFor(weights).map((y, r) => 0.5 * (TARGETS[r]! - y) * (TARGETS[r]! - y)).reduce((a, b) => a + b);
}

/** The weights with one of them changed. */
export function nudged(weights: Weights, which: number, by: number): Weights {
  return weights.map((w, i) => i === which ? w + by : w) as unknown as Weights;
}

/** The weights after rounds of trying each weight up and down. */
export function learnByTrial(rounds: number): Weights {
  let weights = FIRST_WEIGHTS;
  for (let round = 0; round < rounds; round++) {
    for (const which of [0, 1, 2]) {
      for (const by of [NUDGE, -NUDGE]) {
        const tried = nudged(weights, which, by);
        if (tableError(tried) < tableError(weights)) weights = tried;
      }
    }
  }
  return weights;
}
