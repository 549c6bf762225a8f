/** Random configs to compare engines by. */
import fc from "fast-check";
import { type ActivationName, ACTIVATIONS } from "../../../core/components/activations.ts";
import { LOSSES, type LossName } from "../../../core/components/losses.ts";
import { type OptimizerName, OPTIMIZERS } from "../../../core/components/optimizers.ts";
import { POINT_SETS, type PointSetName } from "../../../core/components/point_sets.ts";
import type { TrainConfig } from "../../../core/config/config.ts";
import { layersOf } from "./trainings.ts";

const namesOf = <N extends string>(table: Readonly<Record<N, unknown>>) =>
  fc.constantFrom(...Object.keys(table) as N[]);

const data = fc.oneof(
  fc.record({
    name: namesOf<PointSetName>(POINT_SETS),
    points: fc.integer({ min: 2, max: 60 }),
    noise: fc.constantFrom(0, 0.3),
    split: fc.constantFrom(1, 0.6),
    balance: fc.constantFrom(0.5, 0.2),
    seed: fc.nat(99),
  }),
  fc.array(fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.constantFrom(0, -1, 0.5)), {
    minLength: 1,
    maxLength: 20,
  }).map((inputs) => ({ inputs, targets: inputs.map(([x]) => x > 0 ? 1 : 0) })),
);

/** Random configs; the perceptron's rule is left out, because it needs a net of its own. */
export const trainConfig: fc.Arbitrary<TrainConfig> = fc.record({
  data,
  network: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), namesOf<ActivationName>(ACTIVATIONS)), { maxLength: 2 })
    .map((hidden) => layersOf(2, ...hidden, [1, "sigmoid"])),
  loss: fc.record({ name: namesOf<LossName>(LOSSES), reduction: fc.constantFrom("mean", "sum") }),
  optimizer: fc.record({
    name: namesOf<OptimizerName>(OPTIMIZERS).filter((name) => name !== "perceptron"),
    learningRate: fc.constant(0.05),
    clipNorm: fc.constant(0.5),
    schedule: fc.constantFrom({ name: "exponential", decay: 0.9 }, { name: "step", every: 3 }),
  }, { requiredKeys: ["name", "learningRate"] }),
  batch: fc.oneof(fc.constantFrom("full", "online"), fc.integer({ min: 1, max: 70 })),
  order: fc.constantFrom("fixed", "shuffled"),
  epochs: fc.integer({ min: 0, max: 12 }),
  check: fc.record({ every: fc.integer({ min: 1, max: 5 }), tolerance: fc.constantFrom(0.4, 0.1) }),
  stop: fc.constantFrom(null, { maxError: 0.45 }),
}) as fc.Arbitrary<TrainConfig>;
