/** Trains one unit on the table of the first lessons by the delta rule. */
import { outputFor, outputsFor, ROWS, TARGETS, type Weights } from "../../formula/truth_table.ts";

/** δ for an output and a target. */
export function deltaOf(y: number, d: number): number {
  return y * (1 - y) * (d - y);
}

/** When the weights move: after each row, or once an epoch by the mean of what the rows ask for. */
export type Batch = "online" | "full";

/** The weights after epochs; a negative rate is δ with the wrong sign. */
export function afterEpochs(weights: Weights, epochs: number, rate: number, batch: Batch = "online"): Weights {
  const rowRate = batch === "online" ? rate : rate / ROWS.length;
  let now = weights;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const before = now;
    for (let row = 0; row < ROWS.length; row++) now = plusStep(now, row, rowRate, batch === "online" ? now : before);
  }
  return now;
}

/** The weights after a step by one row, with the output that the weights `seen` give for it. */
function plusStep(weights: Weights, row: number, rate: number, seen: Weights): Weights {
  const x = ROWS[row]!;
  const step = rate * deltaOf(outputFor(seen, x), TARGETS[row]!);
  return [weights[0] + step * x[0], weights[1] + step * x[1], weights[2] + step * x[2]];
}

/** The weights after an update by one row alone. */
export function afterRow(weights: Weights, row: number, rate: number): Weights {
  return plusStep(weights, row, rate, weights);
}

/** The weights after each of some numbers of epochs, which are in ascending order. */
export function historyOf(weights: Weights, epochs: readonly number[], rate: number, batch?: Batch): Weights[] {
  let now = weights;
  return epochs.map((epoch, i) => now = afterEpochs(now, epoch - (epochs[i - 1] ?? 0), rate, batch));
}

/** The mean squared error of the table, without ½. */
export function meanSquaredErrorOf(weights: Weights): number {
  const squares = outputsFor(weights).map((y, row) => (TARGETS[row]! - y) * (TARGETS[row]! - y));
  return squares.reduce((a, b) => a + b) / ROWS.length;
}
