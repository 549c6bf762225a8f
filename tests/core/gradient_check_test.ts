import { assert, assertEquals, assertGreater, assertLess } from "@std/assert";
import { type ActivationName, ACTIVATIONS, type BoundActivation } from "../../core/components/activations.ts";
import type { Arithmetic } from "../../core/arithmetic/arithmetic.ts";
import {
  type Delta,
  DIFFERENCE_BOUND,
  EXACT_BOUND,
  gradcheck,
  type GradientCase,
  gradientCases,
  gradientErrors,
  trainingOf,
} from "../../core/gradient_check.ts";
import { type BoundLoss, LOSSES, type LossName } from "../../core/components/losses.ts";
import type { Training } from "../../core/training.ts";

const ROWS = gradcheck();
const told = ({ activation, loss, delta, layers, bias }: GradientCase) =>
  `${activation}, ${loss} (${delta}), ${layers} ${layers === 1 ? "layer" : "layers"}, ${bias ? "biases" : "none"}`;

for (const activation of Object.keys(ACTIVATIONS)) {
  Deno.test(`gradientOf equals exact derivatives and central differences in nets of ${activation}`, () => {
    for (const row of ROWS.filter((row) => row.activation === activation)) {
      if ("leftOut" in row) continue;
      const { largest, exact, difference } = row.errors;
      assertGreater(largest, 1e-3, told(row)); // there is something to compare
      assertLess(exact, EXACT_BOUND, told(row));
      assertLess(difference, DIFFERENCE_BOUND, told(row));
    }
  });
}

Deno.test("gradcheck has a row for every activation, loss and shape, and leaves out what it can tell why", () => {
  assertEquals(ROWS.length, Object.keys(ACTIVATIONS).length * (Object.keys(LOSSES).length + 1) * 6);
  assertEquals(new Set(ROWS.map(told)).size, ROWS.length);
  const leftOut = ROWS.filter((row) => "leftOut" in row);
  const steps = leftOut.filter(({ activation }) => activation === "step");
  assertEquals(steps.length, ROWS.filter(({ activation }) => activation === "step").length);
  const rest = leftOut.filter(({ activation }) => activation !== "step");
  assert(rest.every(({ loss, layers }) => loss === "crossEntropy" && layers === 1));
  assertEquals(rest.length, (Object.keys(ACTIVATIONS).length - 2) * 4);
});

/** A training with one thing bent: the errors that the check sees in it. */
function caught(entry: GradientCase, bend: (training: Training) => Training): boolean {
  const { exact, difference } = gradientErrors(bend(trainingOf(entry)));
  return exact > 1e-3 && difference > 1e-3;
}

const minus = <T>(m: Arithmetic<T>, value: T) => m.sub(m.constant(0), value);

/** The net with every unit of an activation thrown back with the wrong sign. */
function bendActivation(training: Training, name: ActivationName): Training {
  const bent = (activation: BoundActivation): BoundActivation => ({
    ...activation,
    slope: (m, z, a) => minus(m, activation.slope(m, z, a)),
  });
  const layers = training.network.layers.map((layer) =>
    layer.activation.name === name ? { ...layer, activation: bent(layer.activation) } : layer
  );
  return { ...training, network: { ...training.network, layers } };
}

function bendLoss(training: Training, bend: (loss: BoundLoss) => Partial<BoundLoss>): Training {
  return { ...training, loss: { ...training.loss, ...bend(training.loss) } };
}

const negatedSlope = ({ slope }: BoundLoss): Partial<BoundLoss> => ({ slope: (m, y, d) => minus(m, slope(m, y, d)) });
const negatedFusion = ({ fused }: BoundLoss): Partial<BoundLoss> => ({
  fused: Object.fromEntries(
    Object.entries(fused).map(([name, delta]) => [name, <T>(m: Arithmetic<T>, y: T, d: T) => minus(m, delta(m, y, d))]),
  ),
});

for (const activation of Object.keys(ACTIVATIONS) as ActivationName[]) {
  if (activation === "step") continue; // its slope is 0, of either sign
  Deno.test(`gradientErrors sees a sign error in ACTIVATIONS.${activation}.slope, in every shape`, () => {
    // With two changes of sign in a row the last layer's weights still tell.
    for (const entry of casesOf({ activation, loss: "squaredError", delta: "product" })) {
      assert(caught(entry, (training) => bendActivation(training, activation)), told(entry));
    }
  });
}

for (const loss of Object.keys(LOSSES) as LossName[]) {
  Deno.test(`gradientErrors sees a sign error in LOSSES.${loss}.slope, in every shape`, () => {
    for (const entry of casesOf({ activation: "sigmoid", loss, delta: "product" })) {
      assert(caught(entry, (training) => bendLoss(training, negatedSlope)), told(entry));
    }
  });
  for (const activation of Object.keys("fused" in LOSSES[loss] ? LOSSES[loss].fused! : {}) as ActivationName[]) {
    Deno.test(`gradientErrors sees a sign error in the delta that LOSSES.${loss} fuses with ${activation}`, () => {
      for (const entry of casesOf({ activation, loss, delta: "fused" })) {
        assert(caught(entry, (training) => bendLoss(training, negatedFusion)), told(entry));
      }
    });
  }
}

Deno.test("gradientErrors sees a slope that is a thousandth off, and one that is not a number", () => {
  const [entry] = casesOf({ activation: "tanh", loss: "squaredError", delta: "product" });
  const scaled = (by: number) => (loss: BoundLoss): Partial<BoundLoss> => ({
    slope: (m, y, d) => m.mul(m.constant(by), loss.slope(m, y, d)),
  });
  const off = (by: number) => gradientErrors(bendLoss(trainingOf(entry!), scaled(by)));
  assertGreater(off(1.001).exact, 100 * EXACT_BOUND);
  assertGreater(off(1.001).difference, 100 * DIFFERENCE_BOUND);
  assert(Number.isNaN(off(NaN).exact));
});

function casesOf(wanted: { readonly activation: ActivationName; readonly loss: LossName; readonly delta: Delta }) {
  const cases = gradientCases().filter(({ activation, loss, delta }) =>
    activation === wanted.activation && loss === wanted.loss && delta === wanted.delta
  );
  assertEquals(cases.length, 6);
  return cases;
}
