/** Whatever is asked: an answer, or one clear complaint. */
import { assert, assertEquals, assertGreater, assertMatch } from "@std/assert";
import fc from "fast-check";
import { ACTIVATIONS } from "../../core/components/activations.ts";
import { parseConfig } from "../../core/config/config.ts";
import { DATA_WORDS } from "../../core/components/datasets.ts";
import { INITIALIZERS } from "../../core/components/initializers.ts";
import { LOSSES } from "../../core/components/losses.ts";
import { OPTIMIZERS } from "../../core/components/optimizers.ts";
import { InputError } from "../../core/input/input_error.ts";
import { trainNetwork } from "../../core/train_network.ts";

/** A path (`network.layers[0].units`, `it["odd name"]`), and what is wrong there. */
const COMPLAINT = /^(it|\w+)(\.\w+|\[\d+\]|\["[^\n]*"\])* (is|must|has|are)\b[^\n]*$/;

const names = (table: object) => fc.constantFrom(...Object.keys(table));
const number = fc.oneof(
  fc.double({ min: -3, max: 3, noNaN: true }),
  fc.constantFrom(0, 1, -1, 1e-300, 1e300, -1e308, 5e-324),
);
const maybe = <V>(value: fc.Arbitrary<V>) => fc.option(value, { nil: undefined });

const data = fc.oneof(
  fc.constantFrom(...DATA_WORDS.slice(0, 16)),
  fc.record({
    name: fc.constantFrom("xor", "lecture", "function2:6", "parity3"),
    encoding: fc.constantFrom("binary", "bipolar"),
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

/** Configs of which most can be trained. */
const config = fc.record({
  data,
  network: fc.tuple(fc.constantFrom(2, 2, 2, 3), fc.array(layer, { maxLength: 2 }), outputLayer).map(
    ([inputs, hidden, output]) => ({ inputs, layers: [...hidden, output] }),
  ),
  seed: fc.oneof(fc.integer(), fc.string()),
  initializer: maybe(fc.oneof(
    names(INITIALIZERS),
    fc.record({ name: names(INITIALIZERS), scale: number, biases: fc.oneof(number, fc.constant("drawn")) }),
  )),
  loss: fc.oneof(names(LOSSES), fc.record({ name: names(LOSSES), reduction: fc.constantFrom("mean", "sum") })),
  optimizer: fc.record({ name: names(OPTIMIZERS), learningRate: number }),
  batch: maybe(fc.oneof(fc.constantFrom("online", "full"), fc.integer({ min: 1, max: 5 }))),
  order: maybe(fc.constantFrom("fixed", "shuffled", [0, 1, 2, 3], [3, 1, 0, 2])),
  epochs: fc.constantFrom(0, 6, 7, 12),
  unit: maybe(fc.constantFrom("epoch", "step")),
  checkpoints: maybe(fc.array(fc.nat(6), { minLength: 1, maxLength: 3 })),
  gradient: maybe(fc.boolean()),
  check: maybe(fc.record({ every: fc.integer({ min: 1, max: 4 }), tolerance: fc.constantFrom(0.1, 1e-9, 10) })),
  stop: maybe(fc.constantFrom(null, { maxError: 0.4 })),
  engine: maybe(fc.constantFrom("auto", "reference", "wasm")),
}).map((written) => Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined)));

/** Where a config is broken, and how. */
interface Break {
  readonly turns: readonly number[];
  readonly way: "replace" | "remove" | "add" | "repeat";
  readonly value: unknown;
  readonly name: string;
}

const junk = fc.oneof(
  fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withNullPrototype: true, withSparseArray: true }),
  fc.constantFrom(NaN, Infinity, -1, 0, 1.5, "", "sigmoyd", null, undefined, [], {}, true),
);
const breaks = fc.array(
  fc.record<Break>({
    turns: fc.array(fc.nat(20), { minLength: 1, maxLength: 5 }),
    way: fc.constantFrom("replace", "replace", "remove", "add", "repeat"),
    value: junk,
    name: fc.oneof(fc.string(), fc.constantFrom("learningrate", "unit", "__proto__", "constructor", "name")),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Walks into a value by turns, and breaks it where the walk ends. */
function broken(value: unknown, { turns, way, value: put, name }: Break): unknown {
  if (typeof value !== "object" || value === null) return put;
  const entries = Object.entries(value), at = turns[0]! % Math.max(1, entries.length);
  const changed = entries.flatMap(([key, inner], i): [string, unknown][] => {
    if (i !== at) return [[key, inner]];
    if (turns.length > 1 && typeof inner === "object" && inner !== null) {
      return [[key, broken(inner, { turns: turns.slice(1), way, value: put, name })]];
    }
    if (way === "remove") return [];
    return way === "repeat" ? [[key, inner], [`${key}_`, inner]] : [[key, way === "add" ? inner : put]];
  });
  if (Array.isArray(value)) return [...changed.map(([, inner]) => inner), ...(way === "add" ? [put] : [])];
  return Object.fromEntries(way === "add" ? [...changed, [name, put]] : changed);
}

/** The number of answers; everything else that came was a complaint with a path, on one line. */
function answersTo(configs: readonly unknown[]): number {
  let answers = 0;
  for (const given of configs) {
    try {
      // Long runs are no mistake, but this test has no time for them.
      const { config } = parseConfig(given);
      if ((config.epochs ?? config.steps!) > 1000) continue;
      const answer = trainNetwork(config);
      assertEquals(answer.checkpoints.length > 0, true);
      assertEquals(answer.solvedEpoch === null, !answer.solved);
      answers++;
    } catch (error) {
      assert(error instanceof InputError, `${String(error)} for ${Deno.inspect(given, { depth: 9 })}`);
      assertMatch(error.message, COMPLAINT);
    }
  }
  return answers;
}

Deno.test("trainNetwork answers or complains: 1,000 configs of its own words", () => {
  const answers = answersTo(fc.sample(config, { seed: 1, numRuns: 1000 }));
  assertGreater(answers, 200);
});

Deno.test("parseConfig complains with a path, or takes it: 1,500 broken configs", () => {
  const cases = fc.sample(fc.tuple(config, breaks), { seed: 2, numRuns: 1500 });
  answersTo(cases.map(([whole, faults]) => faults.reduce<unknown>(broken, whole)));
});

Deno.test("parseConfig complains about what is no config at all: 500 values", () => {
  assertEquals(answersTo(fc.sample(junk, { seed: 3, numRuns: 500 })), 0);
});
