/** Two nets of two hidden units, trained on XOR from two starts: they find different solutions. */
import { NUMBERS } from "../../../../core/arithmetic/elementary.ts";
import type { Values } from "../../formula/expression.ts";
import { ROWS } from "../../formula/two_hidden_units.ts";

/** How the nets are trained: online; the learning rate and the number of epochs. */
export const TRAINING = { rate: 3, epochs: 1000, middle: 200 } as const;

/** Weights of a hidden unit or the output unit; the last is the bias. */
type Unit = readonly [number, number, number];

interface Net {
  readonly hidden: readonly [Unit, Unit];
  readonly output: Unit;
}

/** The random weights from which the nets start. */
export const STARTS = {
  nand: { hidden: [[0, 0.8, 0.7], [-0.5, 0.3, 0.7]], output: [0.3, -0.2, 0.2] },
  sides: { hidden: [[-0.8, 0.9, 0], [0.4, 1, -0.1]], output: [0.7, 0.8, -0.7] },
} as const satisfies Readonly<Record<string, Net>>;

/** The targets of XOR for the rows 00 01 10 11. */
export const XOR = [0, 1, 1, 0] as const;

function sumOf([w1, w2, b]: Unit, x: readonly [number, number]): number {
  return w1 * x[0] + w2 * x[1] + b;
}

function stepped(unit: Unit, delta: number, x: readonly [number, number]): Unit {
  const step = TRAINING.rate * delta;
  return [unit[0] + step * x[0], unit[1] + step * x[1], unit[2] + step];
}

/** The weights after some epochs on XOR. */
export function trained(start: Net, epochs: number): Values {
  let { hidden: [first, second], output }: Net = start;
  for (let epoch = 0; epoch < epochs; epoch++) {
    ROWS.forEach((x, row) => {
      const h = [NUMBERS.sigmoid(sumOf(first, x)), NUMBERS.sigmoid(sumOf(second, x))] as const;
      const y = NUMBERS.sigmoid(sumOf(output, h));
      const delta = y * (1 - y) * (XOR[row]! - y);
      const [d1, d2] = [h[0] * (1 - h[0]) * output[0] * delta, h[1] * (1 - h[1]) * output[1] * delta];
      [first, second, output] = [stepped(first, d1, x), stepped(second, d2, x), stepped(output, delta, h)];
    });
  }
  const [w_11, w_12, b_1] = first;
  const [w_21, w_22, b_2] = second;
  const [u_1, u_2, c] = output;
  return { w_11, w_12, b_1, w_21, w_22, b_2, u_1, u_2, c };
}

/** Weights as they are printed: rounded to one decimal. */
export function rounded(weights: Values): Values {
  return Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, Math.round(10 * value) / 10]));
}

/** The net that ends with NAND and NOR, its weights rounded. */
export const NAND_NET = rounded(trained(STARTS.nand, TRAINING.epochs));
/** The net whose units each pick one of the two ones, its weights rounded. */
export const SIDES_NET = rounded(trained(STARTS.sides, TRAINING.epochs));
