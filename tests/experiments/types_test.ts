import { assert } from "@std/assert";
import { defineExperiment } from "../../experiments/experiment.ts";
import type { PartialConfig } from "../../experiments/experiment.ts";

const says = { supported: "yes", refuted: "no", undecided: "open" };
const shown = { title: "", finding: [], reading: "" } as const;
const empty = { question: "", background: "", replicates: 1, curves: 0, tables: {}, answer: [], limits: [] } as const;
const factors = { function: { meaning: "", levels: { and: { data: "and" }, xor: { data: "xor" } } } } as const;

// Each line below a directive must not compile; where one does, `deno check` complains of the directive.
const mistakes: readonly (() => unknown)[] = [
  // @ts-expect-error a misspelt field of a config
  (): PartialConfig => ({ optimizer: { name: "gradientDescent", learningRte: 1 } }),
  // @ts-expect-error a misspelt activation
  (): PartialConfig => ({ network: { layers: [{ activation: "sigmoyd" }] } }),
  () =>
    defineExperiment({
      ...empty,
      id: "level",
      base: {},
      factors,
      claims: {
        // @ts-expect-error a misspelt level
        a: { kind: "none", table: "runs", where: { function: "xorr" }, holds: () => true, statement: "", says },
      },
      views: [],
    }),
  () =>
    defineExperiment({
      ...empty,
      id: "factor",
      base: {},
      factors,
      claims: {
        // @ts-expect-error a misspelt factor
        a: { kind: "none", table: "runs", where: { functoin: "xor" }, holds: () => true, statement: "", says },
      },
      views: [],
    }),
  () =>
    defineExperiment({
      ...empty,
      id: "metric",
      base: {},
      factors,
      claims: {
        // @ts-expect-error a misspelt metric
        a: { kind: "none", table: "runs", holds: (run) => run.sloved === true, statement: "", says },
      },
      views: [],
    }),
  () =>
    defineExperiment({
      ...empty,
      id: "view",
      base: {},
      factors,
      claims: {},
      // @ts-expect-error a misspelt column of a view
      views: [{ ...shown, kind: "rates", by: "fucntion" }],
    }),
  () =>
    defineExperiment({
      ...empty,
      id: "curve",
      base: {},
      factors,
      claims: {},
      // @ts-expect-error a metric that no curve has
      views: [{ ...shown, kind: "curves", y: "accuracy" }],
    }),
  () =>
    defineExperiment({
      ...empty,
      id: "column",
      base: {},
      // @ts-expect-error a factor named like a column
      factors: { epochs: { meaning: "", levels: { few: { epochs: 1 } } } },
      claims: {},
      views: [],
    }),
  () =>
    defineExperiment({
      ...empty,
      id: "output",
      base: {},
      // @ts-expect-error a factor named like the column of an output
      factors: { output_01: { meaning: "", levels: { few: { epochs: 1 } } } },
      claims: {},
      views: [],
    }),
  () =>
    defineExperiment({
      ...empty,
      id: "without",
      base: {},
      factors,
      // @ts-expect-error a misspelt level among the cells left out
      without: [{ function: "xorr" }],
      claims: {},
      views: [],
    }),
  () =>
    defineExperiment({
      ...empty,
      id: "answer",
      base: {},
      factors,
      claims: {},
      // @ts-expect-error an answer that is no claim
      answer: ["nowhere"],
      views: [],
    }),
];

Deno.test("defineExperiment does not compile with a misspelt factor, level, column, metric or claim", () => {
  assert(mistakes.length > 0);
});
