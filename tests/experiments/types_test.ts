import { assert } from "@std/assert";
import type { PartialConfig } from "../../experiments/define/factors.ts";
import { defineTable } from "../../experiments/define/tables.ts";
import { defineExperiment } from "../../experiments/experiment.ts";

const wording = { supported: "yes", refuted: "no", undecided: "open" };
const shown = { title: "", captionClaims: [], howToRead: "" } as const;
const empty = {
  question: "",
  why: { theory: "", data: [] },
  replicates: 1,
  curveReplicates: 0,
  tables: {},
  answer: [],
  limits: [],
} as const;
const factors = { function: { meaning: "", levels: { and: { data: "and" }, xor: { data: "xor" } } } } as const;
const experiment = { ...empty, id: "planted", base: {}, factors, claims: {}, views: [] } as const;

// Each line below a directive must not compile; if one does, `deno check` reports the directive as unused.
const mistakes: readonly (() => unknown)[] = [
  // @ts-expect-error a misspelt field of a config
  (): PartialConfig => ({ optimizer: { name: "gradientDescent", learningRte: 1 } }),
  // @ts-expect-error a misspelt activation
  (): PartialConfig => ({ network: { layers: [{ activation: "sigmoyd" }] } }),
  () =>
    defineTable({
      meaning: "",
      columns: { row: { type: "integer", meaning: "" } },
      // @ts-expect-error a misspelt column of a key
      key: ["rwo"],
      rows: () => [],
    }),
  () =>
    defineExperiment({
      ...experiment,
      claims: {
        a: {
          kind: "none",
          table: "runs",
          // @ts-expect-error a misspelt level
          arms: [{ function: "xorr" }],
          condition: { solved: true },
          statement: "",
          wording,
        },
      },
    }),
  () =>
    defineExperiment({
      ...experiment,
      claims: { a: { kind: "none", table: "runs", arms: [{}], condition: { solved: true }, statement: "", wording } },
      headline: [
        // @ts-expect-error a misspelt claim of a headline
        { when: { aa: "supported" }, text: "" },
        // @ts-expect-error a misspelt verdict of a headline
        { when: { a: "suported" }, text: "" },
        { when: { a: ["supported", "undecided"] }, text: "" },
      ],
      // @ts-expect-error a misspelt claim of a reason
      why: { theory: "", data: ["", { when: { aa: "supported" }, text: "" }] },
    }),
  () =>
    defineExperiment({
      ...experiment,
      claims: {
        a: {
          kind: "none",
          table: "runs",
          // @ts-expect-error a misspelt factor
          arms: [{ functoin: "xor" }],
          condition: { solved: true },
          statement: "",
          wording,
        },
      },
    }),
  () =>
    defineExperiment({
      ...experiment,
      claims: {
        // @ts-expect-error a misspelt column of a condition
        a: { kind: "none", table: "runs", arms: [{}], condition: { sloved: true }, statement: "", wording },
      },
    }),
  () =>
    defineExperiment({
      ...experiment,
      claims: {
        // @ts-expect-error a misspelt column of a combined condition
        a: { kind: "none", table: "runs", arms: [{}], condition: { not: { sloved: true } }, statement: "", wording },
      },
    }),
  () =>
    defineExperiment({
      ...experiment,
      claims: {
        // @ts-expect-error a condition of the wrong type
        a: { kind: "none", table: "runs", arms: [{}], condition: { solved: "true" }, statement: "", wording },
      },
    }),
  () =>
    defineExperiment({
      ...experiment,
      claims: {
        a: {
          kind: "none",
          table: "runs",
          arms: [{}],
          // @ts-expect-error a bound that is a column of text
          condition: { max_error: { above: { column: "status" } } },
          statement: "",
          wording,
        },
      },
    }),
  () =>
    defineExperiment({
      ...experiment,
      claims: {
        // @ts-expect-error a value that is no number
        a: { kind: "median", table: "runs", arms: [{}], value: "status", is: "above", than: 1, statement: "", wording },
      },
    }),
  () =>
    defineExperiment({
      ...experiment,
      claims: {
        // @ts-expect-error a claim without a threshold
        a: {
          kind: "proportion",
          table: "runs",
          arms: [{}],
          condition: { solved: true },
          is: "above",
          statement: "",
          wording,
        },
      },
    }),
  () =>
    defineExperiment({
      ...experiment,
      claims: {
        // @ts-expect-error a comparison with one arm
        a: {
          kind: "sooner",
          table: "runs",
          arms: [{}],
          value: "solved_epoch",
          is: "above",
          than: 0.5,
          statement: "",
          wording,
        },
      },
    }),
  () =>
    defineExperiment({
      ...experiment,
      claims: {
        a: {
          kind: "proof",
          table: "runs",
          arms: [{}],
          condition: { solved: true },
          // @ts-expect-error a proof with an interval
          is: "above",
          than: 0.5,
          statement: "",
          wording,
        },
      },
    }),
  () =>
    defineExperiment({
      ...experiment,
      claims: {
        // @ts-expect-error a condition that is a function
        a: { kind: "none", table: "runs", arms: [{}], condition: () => true, statement: "", wording },
      },
    }),
  () =>
    defineExperiment({
      ...experiment,
      claims: {
        // @ts-expect-error a misspelt table
        a: { kind: "proof", table: "rnus", arms: [{}], condition: { solved: true }, statement: "", wording },
      },
    }),
  () =>
    defineExperiment({
      ...experiment,
      claims: {},
      // @ts-expect-error a misspelt column of a view
      views: [{ ...shown, kind: "rates", by: "fucntion" }],
    }),
  () =>
    defineExperiment({
      ...experiment,
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
      ...experiment,
      // @ts-expect-error a misspelt level among the cells left out
      exclude: [{ function: "xorr" }],
      claims: {},
    }),
  () =>
    defineExperiment({
      ...experiment,
      claims: {},
      // @ts-expect-error an answer that is no claim
      answer: ["nowhere"],
    }),
];

// these must compile
defineExperiment({
  ...empty,
  id: "right",
  base: {},
  factors,
  tables: {
    facts: defineTable({
      meaning: "",
      columns: {
        x: { type: "number", meaning: "" },
        y: { type: "number", meaning: "" },
        word: { type: "string", meaning: "" },
      },
      rows: () => [],
    }),
  },
  claims: {
    column: {
      kind: "proof",
      table: "facts",
      arms: [{ word: ["a", "b"] }],
      condition: { any: [{ x: { near: { column: "y" }, within: 0.1 } }, { word: "a" }] },
      statement: "",
      wording,
    },
    output: {
      kind: "every",
      table: "runs",
      arms: [{ function: "xor" }],
      condition: { output_01: { above: 0.5 }, solved: true },
      statement: "",
      wording,
    },
  },
  views: [],
});

Deno.test("definitions do not compile with a misspelt factor, level, column, metric, key or claim", () => {
  assert(mistakes.length > 0);
});
