import { assert } from "@std/assert";
import { type Claim, KINDS } from "../../experiments/claims/claims.ts";
import type { ClaimKind } from "../../experiments/claims/kind.ts";
import type { PartialConfig } from "../../experiments/define/factors.ts";
import { defineTable } from "../../experiments/define/tables.ts";
import { defineExperiment } from "../../experiments/experiment.ts";
import { PLAIN } from "../../experiments/format.ts";

const wording = { supported: "yes", refuted: "no", undecided: "open" };
const shown = { title: "", captionClaims: [], howToRead: "" } as const;
const empty = {
  question: "",
  background: "",
  replicates: 1,
  curveReplicates: 0,
  tables: {},
  answer: [],
  limits: [],
} as const;
const factors = { function: { meaning: "", levels: { and: { data: "and" }, xor: { data: "xor" } } } } as const;

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
  // @ts-expect-error a kind of claim that does not name the cells it is about
  (): ClaimKind<Claim> => ({ numberFormat: PLAIN, judge: KINDS.median.judge as ClaimKind<Claim>["judge"] }),
  () =>
    defineExperiment({
      ...empty,
      id: "level",
      base: {},
      factors,
      claims: {
        // @ts-expect-error a misspelt level
        a: { kind: "none", table: "runs", where: { function: "xorr" }, holds: () => true, statement: "", wording },
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
        a: { kind: "none", table: "runs", where: { functoin: "xor" }, holds: () => true, statement: "", wording },
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
        a: { kind: "none", table: "runs", holds: (run) => run.sloved === true, statement: "", wording },
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
      id: "exclude",
      base: {},
      factors,
      // @ts-expect-error a misspelt level among the cells left out
      exclude: [{ function: "xorr" }],
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

Deno.test("definitions do not compile with a misspelt factor, level, column, metric, key or claim", () => {
  assert(mistakes.length > 0);
});
