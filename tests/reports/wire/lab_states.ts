/** Random settings of the lab, for property tests. */
import fc from "fast-check";
import { ACTIVATIONS } from "../../../core/components/activations.ts";
import { INITIALIZERS } from "../../../core/components/initializers.ts";
import { LOSSES } from "../../../core/components/losses.ts";
import { OPTIMIZERS } from "../../../core/components/optimizers.ts";
import { POINT_SETS, type PointSetName } from "../../../core/components/point_sets.ts";
import { SCHEDULES } from "../../../core/components/schedules.ts";
import type { Choice, EntryTable } from "../../../core/components/settings.ts";
import { inputCountOf } from "../../../reports/wire/lab_config.ts";
import type { LabData, LabState } from "../../../reports/wire/lab_state.ts";

/** Values that settings may have; each takes those that it accepts. */
const VALUES = [0, 1, 0.5, 0.25, 2, -3, 7, 1e-8, 1e21, 0.1 + 0.2, "never", "epoch"];

function choiceOf(table: EntryTable, except: readonly string[] = []): fc.Arbitrary<Choice> {
  const names = Object.keys(table).filter((name) => !except.includes(name));
  return fc.constantFrom(...names).chain((name) => {
    const settings = Object.entries(table[name]!.settings).filter(([setting]) => setting !== "learningRate");
    const values = settings.map(([setting, { isValid, isOptional }]) => {
      const legal = fc.constantFrom(...VALUES.filter(isValid));
      return [setting, isOptional ? fc.option(legal, { nil: undefined }) : legal] as const;
    });
    return fc.record(Object.fromEntries(values)).map((settings) => {
      const given = Object.entries(settings).filter(([, value]) => value !== undefined);
      return { name, ...Object.fromEntries(given) } as Choice;
    });
  });
}

const bit = fc.constantFrom<(0 | 1)[]>(0, 1);
const number = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => value === 0 ? 0 : value);

const data: fc.Arbitrary<LabData> = fc.oneof(
  fc.integer({ min: 1, max: 5 }).chain((inputs) =>
    fc.array(bit, { minLength: 1 << inputs, maxLength: 1 << inputs }).map((targets) => ({
      kind: "table" as const,
      targets,
    }))
  ),
  fc.array(fc.record({ x: number(-10, 10), y: number(-10, 10), target: bit }), { minLength: 1, maxLength: 64 })
    .map((points) => ({ kind: "placed" as const, points })),
  fc.record({
    kind: fc.constant("generated" as const),
    name: fc.constantFrom(...Object.keys(POINT_SETS) as PointSetName[]),
    points: fc.integer({ min: 2, max: 500 }),
    noise: number(0, 10),
    split: number(0.01, 1),
    balance: number(0, 1),
    dataSeed: fc.nat(),
  }),
);

/** Any setting that the lab can train. */
export const labStates: fc.Arbitrary<LabState> = fc.record({
  data,
  encoding: fc.constantFrom("binary" as const, "bipolar" as const),
  constant: fc.boolean(),
  hidden: fc.array(
    fc.record({ units: fc.integer({ min: 1, max: 16 }), activation: choiceOf(ACTIVATIONS), bias: fc.boolean() }),
    { maxLength: 3 },
  ),
  outputBias: fc.boolean(),
  output: fc.option(choiceOf(ACTIVATIONS)),
  loss: fc.tuple(choiceOf(LOSSES), fc.constantFrom("mean" as const, "sum" as const))
    .map(([loss, reduction]) => ({ ...loss, reduction })),
  optimizer: fc.tuple(choiceOf(OPTIMIZERS, ["perceptron"]), number(-1000, 1000), fc.option(choiceOf(SCHEDULES)))
    .map(([optimizer, learningRate, schedule]) => ({ ...optimizer, learningRate, ...(schedule && { schedule }) })),
  batch: fc.oneof(fc.constantFrom("online" as const, "full" as const), fc.integer({ min: 1, max: 1024 })),
  order: fc.constantFrom("fixed" as const, "shuffled" as const),
  initializer: fc.tuple(choiceOf(INITIALIZERS), fc.oneof(fc.constant("drawn" as const), number(-5, 5)))
    .map(([initializer, biases]) => ({ ...initializer, biases })),
  parameters: fc.constant(null),
  epochs: fc.nat(1_000_000),
  check: fc.record({ every: fc.integer({ min: 1, max: 100 }), tolerance: number(1e-9, 1) }),
  stop: fc.option(fc.record({ maxError: number(1e-9, 1) })),
  starts: fc.integer({ min: 1, max: 2000 }),
  experiment: fc.constantFrom(null, "toy"),
  claim: fc.constantFrom(null, "half-0123456789"),
}).map((state) => {
  const rows = state.data.kind === "table" ? state.data.targets.length : 0;
  const reversed = Array.from({ length: rows }, (_, row) => rows - 1 - row);
  return rows > 0 && inputCountOf(state) % 2 === 0 ? { ...state, order: reversed } : state;
});
