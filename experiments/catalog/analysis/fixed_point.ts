/** Where one epoch changes nothing any more: the fixed point of the epoch map, by Newton's method. */
import type { Arithmetic } from "../../../core/arithmetic/arithmetic.ts";
import { along, duals } from "../../../core/arithmetic/duals.ts";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import type { Step } from "../../../core/components/optimizers.ts";
import { stepsPerEpoch, type Training } from "../../../core/training.ts";
import { update } from "../../../core/update.ts";

/** A fixed point w = F(w) of the epoch map F. */
export interface FixedPoint {
  readonly parameters: readonly number[];
  /** Largest entry of F(w) − w. */
  readonly residual: number;
  /** The factor by which an epoch shrinks a small distance to it in the long run. */
  readonly contraction: number;
}

/** One whole epoch in fixed order as a map of the parameters, over any arithmetic. */
export function epochMap<T>(m: Arithmetic<T>, training: Training, parameters: readonly T[]): readonly T[] {
  const { rows, batch, learningRate } = training, order = training.orders().next();
  const given = (values: readonly number[]) => values.map((value) => m.constant(value));
  let step: Step<T> = { parameters, memory: [] };
  for (let s = 0; s < stepsPerEpoch(training); s++) {
    const drawn = order.slice(s * batch, (s + 1) * batch).map((row) => ({
      inputs: given(rows[row]!.inputs),
      targets: given(rows[row]!.targets),
    }));
    step = update(m, training, m.constant(learningRate), drawn, step);
  }
  return step.parameters;
}

/** Epochs before Newton's method starts: without them it may find a point that epochs lead away from. */
const APPROACH = 100;
/** Steps after which Newton's method is given up. */
const MOST_STEPS = 50;

/** Newton's method on F(w) − w = 0 from where epochs from w = 0 lead; undefined where it does not settle. */
export function fixedPointOf(training: Training): FixedPoint | undefined {
  let w: readonly number[] = training.start.map(() => 0);
  for (let epoch = 0; epoch < APPROACH; epoch++) w = epochMap(NUMBERS, training, w);
  for (let iteration = 0; iteration < MOST_STEPS; iteration++) {
    const moved = epochMap(NUMBERS, training, w), jacobian = jacobianOf(training, w);
    const gap = moved.map((value, i) => value - w[i]!), residual = largest(gap);
    if (residual < 1e-15) return { parameters: w, residual, contraction: spectralRadius(jacobian) };
    const system = jacobian.map((row, i) => row.map((entry, j) => (i === j ? 1 : 0) - entry));
    const step = solve(system, gap);
    w = w.map((value, i) => value + step[i]!);
  }
  return undefined;
}

/** ∂F/∂w: the epoch in dual numbers, a column at a time; exact to rounding. */
function jacobianOf(training: Training, w: readonly number[]): number[][] {
  const m = duals(NUMBERS);
  const columns = w.map((_, j) => epochMap(m, training, along(w, j)).map(({ slope }) => slope));
  return w.map((_, i) => columns.map((column) => column[i]!));
}

/** The solution of A·x = b, by elimination with row exchanges. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]), n = rows.length;
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

/** The largest size of an eigenvalue: the limit of (‖A²ᵏ‖ / ‖Aᵏ‖)^(1/k), here with k = 2^19. */
function spectralRadius(matrix: readonly (readonly number[])[]): number {
  let power = matrix, log = 0, before = 0;
  for (let squarings = 0; squarings <= 20; squarings++) {
    const size = largest(power.flat()), unit = power.map((row) => row.map((value) => value / size));
    before = log;
    log = 2 * log + NUMBERS.log(size);
    power = unit.map((row) => unit.map((_, j) => row.reduce((sum, value, k) => sum + value * unit[k]![j]!, 0)));
  }
  return NUMBERS.exp((log - before) / 524288);
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
