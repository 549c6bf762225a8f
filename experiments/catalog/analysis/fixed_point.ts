/** Fixed points of an epoch of training, by Newton's method. */
import type { Arithmetic } from "../../../core/arithmetic/arithmetic.ts";
import { duals, seedDuals } from "../../../core/arithmetic/duals.ts";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import type { TrainingState } from "../../../core/components/optimizer_state.ts";
import { stepsPerEpoch, type Training, update } from "../../../core/training.ts";
import { constantExamples } from "./curvature.ts";

/** Trains one epoch from the given parameters, over any arithmetic; returns the new parameters. */
export function trainEpoch<T>(m: Arithmetic<T>, training: Training, parameters: readonly T[]): readonly T[] {
  const { rows, batch, learningRate } = training;
  const order = training.orders().next();
  const examples = constantExamples(m, rows);
  let state: TrainingState<T> = { parameters, optimizerState: {} };
  for (let s = 0; s < stepsPerEpoch(training); s++) {
    const batchExamples = order.slice(s * batch, (s + 1) * batch).map((row) => examples[row]!);
    state = update(m, training, m.constant(learningRate), batchExamples, state);
  }
  return state.parameters;
}

/** Epochs of training before Newton's method starts; without them it may find an unstable fixed point. */
const WARM_UP_EPOCHS = 100;
const MAX_ITERATIONS = 50;
/** Newton's method has converged if no parameter changes by more than rounding in an epoch. */
const MAX_RESIDUAL = 1e-15;

/**
 * A fixed point w = F(w) by Newton's method, started after some epochs from w = 0; undefined if it does not converge.
 *
 * F maps the parameters before an epoch to those after it. `residual` is the largest absolute entry of F(w) − w, and
 * `contraction` the asymptotic factor by which an epoch multiplies a small distance to the fixed point.
 */
export function fixedPointOf(training: Training) {
  let w: readonly number[] = training.start.map(() => 0);
  for (let epoch = 0; epoch < WARM_UP_EPOCHS; epoch++) w = trainEpoch(NUMBERS, training, w);
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    const next = trainEpoch(NUMBERS, training, w);
    const jacobian = jacobianOf(training, w);
    const gap = next.map((value, i) => value - w[i]!);
    const residual = maxAbs(gap);
    if (residual < MAX_RESIDUAL) return { parameters: w, residual, contraction: spectralRadius(jacobian) };
    const system = jacobian.map((row, i) => row.map((entry, j) => (i === j ? 1 : 0) - entry));
    const step = solve(system, gap);
    w = w.map((value, i) => value + step[i]!);
  }
  return undefined;
}

/** The Jacobian ∂F/∂w, column by column in dual numbers; exact to rounding. */
function jacobianOf(training: Training, w: readonly number[]): number[][] {
  const m = duals(NUMBERS);
  const columns = w.map((_, j) => trainEpoch(m, training, seedDuals(w, j)).map(({ derivative }) => derivative));
  return w.map((_, i) => columns.map((column) => column[i]!));
}

/** Solves A·x = b by Gauss–Jordan elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], rightHandSide: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, rightHandSide[i]!]);
  const n = rows.length;
  for (let c = 0; c < n; c++) {
    const pivot = rows.reduce((best, row, r) => r >= c && Math.abs(row[c]!) > Math.abs(rows[best]![c]!) ? r : best, c);
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const factor = rows[r]![c]! / rows[c]![c]!;
      rows[r] = rows[r]!.map((value, k) => value - factor * rows[c]![k]!);
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!);
}

/** The largest absolute eigenvalue, as the limit of (‖A²ᵏ‖ / ‖Aᵏ‖)^(1/k), with k = 2^19. */
function spectralRadius(matrix: readonly (readonly number[])[]): number {
  let power = matrix, logNorm = 0, previousLogNorm = 0;
  for (let squarings = 0; squarings <= 20; squarings++) {
    const norm = maxAbs(power.flat());
    const scaled = power.map((row) => row.map((value) => value / norm));
    previousLogNorm = logNorm;
    logNorm = 2 * logNorm + NUMBERS.log(norm);
    power = scaled.map((row) => scaled.map((_, j) => row.reduce((sum, value, k) => sum + value * scaled[k]![j]!, 0)));
  }
  return NUMBERS.exp((logNorm - previousLogNorm) / 524288);
}

function maxAbs(values: readonly number[]): number {
  return values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
}
