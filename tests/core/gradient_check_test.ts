import { assert, assertEquals, assertGreater, assertLess } from "@std/assert";
import { type ActivationName, ACTIVATIONS, type BoundActivation } from "../../core/components/activations.ts";
import type { Arithmetic } from "../../core/arithmetic/arithmetic.ts";
import {
  checkGradients,
  DIFFERENCE_BOUND,
  EXACT_BOUND,
  type GradientCase,
  gradientCases,
  gradientErrors,
  trainingOf,
} from "../../core/gradient_check.ts";
import { type BoundLoss, LOSSES, type LossName } from "../../core/components/losses.ts";
import type { Training } from "../../core/training.ts";

const ROWS = checkGradients();
const nameOf = ({ activation, loss, delta, layers, bias }: GradientCase) =>
  `${activation}, ${loss} (${delta}), ${layers} ${layers === 1 ? "layer" : "layers"}, ${bias ? "biases" : "none"}`;

for (const activation of Object.keys(ACTIVATIONS)) {
  Deno.test(`gradientOf equals exact derivatives and central differences in nets of ${activation}`, () => {
    for (const row of ROWS.filter((row) => row.activation === activation)) {
      if ("leftOut" in row) continue;
      const { largest, exact, difference } = row.errors;
      assertGreater(largest, 1e-3, nameOf(row)); // the comparison is meaningful
      assertLess(exact, EXACT_BOUND, nameOf(row));
      assertLess(difference, DIFFERENCE_BOUND, nameOf(row));
    }
  });
}

Deno.test("checkGradients has a row for every activation, loss and shape", () => {
  assertEquals(ROWS.length, Object.keys(ACTIVATIONS).length * (Object.keys(LOSSES).length + 1) * 6);
  assertEquals(new Set(ROWS.map(nameOf)).size, ROWS.length);
  const leftOut = ROWS.filter((row) => "leftOut" in row);
  const steps = leftOut.filter(({ activation }) => activation === "step");
  assertEquals(steps.length, ROWS.filter(({ activation }) => activation === "step").length);
  const rest = leftOut.filter(({ activation }) => activation !== "step");
  assert(rest.every(({ loss, layers }) => loss === "crossEntropy" && layers === 1));
  assertEquals(rest.length, (Object.keys(ACTIVATIONS).length - 2) * 4);
});

/** Whether both checks detect the fault that `plantFault` plants in a training. */
function isDetected(entry: GradientCase, plantFault: (training: Training) => Training): boolean {
  const { exact, difference } = gradientErrors(plantFault(trainingOf(entry)));
  return exact > 1e-3 && difference > 1e-3;
}

const negate = <T>(m: Arithmetic<T>, value: T) => m.sub(m.constant(0), value);

/** Negates the derivative of an activation in all layers that use it. */
function negateActivation(training: Training, name: ActivationName): Training {
  const negated = (activation: BoundActivation): BoundActivation => ({
    ...activation,
    derivative: (m, z, a) => negate(m, activation.derivative(m, z, a)),
  });
  const layers = training.network.layers.map((layer) =>
    layer.activation.name === name ? { ...layer, activation: negated(layer.activation) } : layer
  );
  return { ...training, network: { ...training.network, layers } };
}

function changeLoss(training: Training, change: (loss: BoundLoss) => Partial<BoundLoss>): Training {
  return { ...training, loss: { ...training.loss, ...change(training.loss) } };
}

const negatedDerivative = ({ derivative }: BoundLoss): Partial<BoundLoss> => ({
  derivative: (m, y, d) => negate(m, derivative(m, y, d)),
});
const negatedFusion = ({ fused }: BoundLoss): Partial<BoundLoss> => ({
  fused: Object.fromEntries(
    Object.entries(fused).map((
      [name, delta],
    ) => [name, <T>(m: Arithmetic<T>, y: T, d: T) => negate(m, delta(m, y, d))]),
  ),
});

for (const activation of Object.keys(ACTIVATIONS) as ActivationName[]) {
  if (activation === "step") continue; // its derivative is 0
  Deno.test(`gradientErrors detects a sign error in ACTIVATIONS.${activation}.derivative, in every shape`, () => {
    // Two changes of sign cancel below, but not in the weights of the last layer.
    for (const entry of casesOf({ activation, loss: "squaredError", delta: "product" })) {
      assert(isDetected(entry, (training) => negateActivation(training, activation)), nameOf(entry));
    }
  });
}

for (const loss of Object.keys(LOSSES) as LossName[]) {
  Deno.test(`gradientErrors detects a sign error in LOSSES.${loss}.derivative, in every shape`, () => {
    for (const entry of casesOf({ activation: "sigmoid", loss, delta: "product" })) {
      assert(isDetected(entry, (training) => changeLoss(training, negatedDerivative)), nameOf(entry));
    }
  });
  for (const activation of Object.keys("fused" in LOSSES[loss] ? LOSSES[loss].fused! : {}) as ActivationName[]) {
    Deno.test(`gradientErrors detects a sign error in the delta that LOSSES.${loss} fuses with ${activation}`, () => {
      for (const entry of casesOf({ activation, loss, delta: "fused" })) {
        assert(isDetected(entry, (training) => changeLoss(training, negatedFusion)), nameOf(entry));
      }
    });
  }
}

Deno.test("gradientErrors detects a derivative that is 0.1 % off, and one that is NaN", () => {
  const [entry] = casesOf({ activation: "tanh", loss: "squaredError", delta: "product" });
  const scaled = (factor: number) => (loss: BoundLoss): Partial<BoundLoss> => ({
    derivative: (m, y, d) => m.mul(m.constant(factor), loss.derivative(m, y, d)),
  });
  const errorsOf = (factor: number) => gradientErrors(changeLoss(trainingOf(entry!), scaled(factor)));
  assertGreater(errorsOf(1.001).exact, 100 * EXACT_BOUND);
  assertGreater(errorsOf(1.001).difference, 100 * DIFFERENCE_BOUND);
  assert(Number.isNaN(errorsOf(NaN).exact));
});

function casesOf(
  wanted: { readonly activation: ActivationName; readonly loss: LossName; readonly delta: GradientCase["delta"] },
) {
  const cases = gradientCases().filter(({ activation, loss, delta }) =>
    activation === wanted.activation && loss === wanted.loss && delta === wanted.delta
  );
  assertEquals(cases.length, 6);
  return cases;
}
