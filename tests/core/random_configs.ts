/** Random configs, most of them valid, and mutations of them. */
import fc from "fast-check";
import { ACTIVATIONS } from "../../core/components/activations.ts";
import { DATA_NAMES } from "../../core/components/datasets.ts";
import { INITIALIZERS } from "../../core/components/initializers.ts";
import { LOSSES } from "../../core/components/losses.ts";
import { OPTIMIZERS } from "../../core/components/optimizers.ts";

const names = (table: object) => fc.constantFrom(...Object.keys(table));
const number = fc.oneof(
  fc.double({ min: -3, max: 3, noNaN: true }),
  fc.constantFrom(0, 1, -1, 1e-300, 1e300, -1e308, 5e-324),
);
const optional = <V>(value: fc.Arbitrary<V>) => fc.option(value, { nil: undefined });

const data = fc.oneof(
  fc.constantFrom(...DATA_NAMES.slice(0, 16)),
  fc.record({
    name: fc.constantFrom("xor", "lecture", "function2:6", "parity3"),
    encoding: fc.constantFrom("binary", "bipolar"),
    constant: fc.boolean(),
  }),
  fc.record({
    name: fc.constantFrom("circles", "moons", "spirals", "gaussians", "xorClouds"),
    points: fc.integer({ min: 2, max: 9 }),
    split: fc.constantFrom(1, 0.5),
    constant: fc.boolean(),
  }),
  fc.record({
    inputs: fc.constantFrom([[0, 0], [0, 1], [1, 0]], [[1, 2]], [[1e308, -1e308], [5e-324, 0]]),
    targets: fc.constantFrom([0, 1, 1], [0.5], [[1], [0]], [1, 0]),
  }),
);
const layer = fc.record({
  units: fc.integer({ min: 1, max: 3 }),
  activation: fc.oneof(names(ACTIVATIONS), fc.record({ name: names(ACTIVATIONS) })),
  bias: fc.boolean(),
});
const outputLayer = layer.map((written) => ({ ...written, units: 1 }));

/** Configs, most of them valid. */
export const randomConfig = fc.record({
  data,
  network: fc.tuple(fc.constantFrom(2, 2, 2, 3), fc.array(layer, { maxLength: 2 }), outputLayer).map(
    ([inputs, hidden, output]) => ({ inputs, layers: [...hidden, output] }),
  ),
  seed: fc.oneof(fc.integer(), fc.string()),
  initializer: optional(fc.oneof(
    names(INITIALIZERS),
    fc.record({ name: names(INITIALIZERS), scale: number, biases: fc.oneof(number, fc.constant("drawn")) }),
  )),
  loss: fc.oneof(
    names(LOSSES),
    fc.record({ name: names(LOSSES), reduction: fc.constantFrom("mean", "sum") }),
    fc.record({ name: fc.constantFrom("crossEntropy", "crossEntropyFromLogits"), smoothing: fc.constantFrom(0, 0.9) }),
  ),
  optimizer: fc.record({
    name: names(OPTIMIZERS),
    learningRate: number,
    clipNorm: fc.constantFrom(1e-300, 1, 1e300),
    weightDecay: number,
    schedule: fc.constantFrom({ name: "exponential", decay: 1e300 }, { name: "inverseTime", decay: 2 }, {
      name: "step",
      every: 1,
    }),
  }, { requiredKeys: ["name", "learningRate"] }),
  batch: optional(fc.oneof(fc.constantFrom("online", "full"), fc.integer({ min: 1, max: 5 }))),
  order: optional(fc.constantFrom("fixed", "shuffled", [0, 1, 2, 3], [3, 1, 0, 2])),
  epochs: fc.constantFrom(0, 6, 7, 12),
  unit: optional(fc.constantFrom("epoch", "step")),
  checkpoints: optional(fc.array(fc.nat(6), { minLength: 1, maxLength: 3 })),
  gradient: optional(fc.boolean()),
  check: optional(fc.record({ every: fc.integer({ min: 1, max: 4 }), tolerance: fc.constantFrom(0.1, 1e-9, 10) })),
  stop: optional(fc.constantFrom(null, { maxError: 0.4 })),
  engine: optional(fc.constantFrom("auto", "reference", "wasm")),
}).map((written) => Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined)));

/** A mutation of a config; `path` gives the index of the entry to follow on each level. */
export interface Mutation {
  readonly path: readonly number[];
  readonly kind: "replace" | "remove" | "add" | "repeat";
  readonly value: unknown;
  readonly name: string;
}

/** Values of any kind. */
export const junk = fc.oneof(
  fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withNullPrototype: true, withSparseArray: true }),
  fc.constantFrom(NaN, Infinity, -1, 0, 1.5, "", "sigmoyd", null, undefined, [], {}, true),
);
/** Lists of mutations. */
export const mutations = fc.array(
  fc.record<Mutation>({
    path: fc.array(fc.nat(20), { minLength: 1, maxLength: 5 }),
    kind: fc.constantFrom("replace", "replace", "remove", "add", "repeat"),
    value: junk,
    name: fc.oneof(fc.string(), fc.constantFrom("learningrate", "unit", "__proto__", "constructor", "name")),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Applies a mutation. */
export function mutated(value: unknown, { path, kind, value: inserted, name }: Mutation): unknown {
  if (typeof value !== "object" || value === null) return inserted;
  const entries = Object.entries(value), at = path[0]! % Math.max(1, entries.length);
  const changed = entries.flatMap(([key, inner], i): [string, unknown][] => {
    if (i !== at) return [[key, inner]];
    if (path.length > 1 && typeof inner === "object" && inner !== null) {
      return [[key, mutated(inner, { path: path.slice(1), kind, value: inserted, name })]];
    }
    if (kind === "remove") return [];
    return kind === "repeat" ? [[key, inner], [`${key}_`, inner]] : [[key, kind === "add" ? inner : inserted]];
  });
  if (Array.isArray(value)) return [...changed.map(([, inner]) => inner), ...(kind === "add" ? [inserted] : [])];
  return Object.fromEntries(kind === "add" ? [...changed, [name, inserted]] : changed);
}
