/** One sigmoid unit with squared error and with cross entropy: its formulas, and updates with either. */
import { NUMBERS } from "../../../../core/arithmetic/elementary.ts";
import {
  apply,
  type Definitions,
  derivative,
  derivativeName,
  type Expression,
  fraction,
  minus,
  negative,
  product,
  sigmoid,
  square,
  sum,
  type Values,
  withDefinitions,
} from "../../formula/expression.ts";

/** A unit that is wrong and sure of it: its input and target, its weights, and the learning rate. */
export const GIVEN: Values = { x: 1, d: 0, w: 3, b: 1, α: 0.9 };

/** wx + b. */
export const SUM = sum(product("w", "x"), "b");
/** ½(d − y)². */
const SQUARED_ERROR = product(fraction(1, 2), square(minus("d", "y")));
/** −d ln y − (1 − d) ln(1 − y). */
export const CROSS_ENTROPY = sum(
  negative(product("d", apply("ln", "y"))),
  negative(product(minus(1, "d"), apply("ln", minus(1, "y")))),
);
/** y(1 − y). */
export const SLOPE = product("y", minus(1, "y"));
/** ∂C/∂y, term by term. */
export const CROSS_SLOPE: Expression = sum(negative(fraction("d", "y")), fraction(minus(1, "d"), minus(1, "y")));
/** The same on one denominator. */
export const CROSS_FRACTION: Expression = fraction(minus("y", "d"), SLOPE);

/** E is the squared error, C the cross entropy. */
export const DEFINITIONS: Definitions = [
  ["v", SUM],
  ["y", sigmoid("v")],
  ["e", minus("d", "y")],
  ["E", SQUARED_ERROR],
  ["C", CROSS_ENTROPY],
  [derivativeName("y", "v"), SLOPE],
  [derivativeName("E", "y"), minus("y", "d")],
  [derivativeName("E", "v"), product(derivative("E", "y"), SLOPE)],
  [derivativeName("C", "y"), CROSS_SLOPE],
  [derivativeName("C", "v"), product(derivative("C", "y"), derivative("y", "v"))],
];

/** The unit's quantities, with δ for either loss. */
export const VALUES = withDefinitions(GIVEN, [
  ...DEFINITIONS,
  ["δ_E", product(SLOPE, "e")],
  ["δ_C", minus("d", "y")],
]);

/** δ of an output with the target 0, for either loss. */
export const DELTAS = {
  squared: (y: number) => -y * y * (1 - y),
  cross: (y: number) => -y,
} as const;

/** How many updates of its bias at the rate 0.9 take a unit with the target 0 from the sum 5 to an output of 0.1. */
export function updatesNeeded(deltaOf: (y: number) => number): number {
  let v = 5, updates = 0;
  for (; NUMBERS.sigmoid(v) > 0.1; updates++) v += 0.9 * deltaOf(NUMBERS.sigmoid(v));
  return updates;
}
