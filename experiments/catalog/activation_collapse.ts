import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { forward, outputLayer, unflatten } from "../../core/network.ts";
import type { PartialConfig } from "../define/factors.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { CLAIMS_EN } from "../words/claims_en.ts";
import { allRuns, nearlyAllRuns, noRuns, sooner } from "./shared/claim_builders.ts";
import { integerColumn, numberColumn, textColumn } from "./shared/column_builders.ts";
import { functions } from "./shared/common_factors.ts";
import { LECTURE } from "./shared/lecture.ts";
import { rowErrorsOf, rowErrorsTable } from "./shared/row_errors.ts";
import { surfaceTable } from "./shared/surface_table.ts";
import { LEARNING_CURVES, OUTPUTS, SOLVED, SURFACE } from "./shared/views.ts";

/** A net of hidden layers of four identity units and a sigmoid output unit. */
function linearNet(hidden: number): PartialConfig {
  const layers = Array.from({ length: hidden }, () => ({ units: 4, activation: "identity" as const, bias: false }));
  return { network: { inputs: 3, layers: [...layers, { units: 1, activation: "sigmoid", bias: false }] } };
}

const collapsed = defineTable({
  meaning: "each trained net as a single unit: the product of its weight matrices, and the difference of their outputs",
  columns: {
    function: textColumn("function to learn"),
    network: textColumn("layers of the net"),
    replicate: integerColumn("index of the random draw"),
    w1: numberColumn("weight of x1 in the single unit"),
    w2: numberColumn("weight of x2"),
    w3: numberColumn("weight of the constant 1"),
    difference: numberColumn("largest difference between the net's outputs and the single unit's"),
  },
  key: ["function", "network", "replicate"],
  needs: "run",
  rows: (outcomes) =>
    outcomes.filter(({ trained }) => trained.status === "finished").map(({ run, training, trained }) => {
      const { network, rows } = training;
      const { parameters } = trained.snapshots.at(-1)!;
      const product = unflatten(network, parameters).map(({ W }) => W).reduceRight(multiply)[0]!;
      const output = network.layers.at(-1)!.activation;
      const differences = rows.map(({ inputs }) => {
        const v = product.reduce((sum, w, i) => sum + w * inputs[i]!, 0);
        return Math.abs(output.value(NUMBERS, v) - outputLayer(forward(NUMBERS, network, parameters, inputs))[0]!);
      });
      const [w1, w2, w3] = product;
      return {
        function: run.levels.function!,
        network: run.levels.network!,
        replicate: run.replicate,
        w1,
        w2,
        w3,
        difference: Math.max(...differences),
      };
    }),
});

type Matrix = readonly (readonly number[])[];

function multiply(left: Matrix, right: Matrix): Matrix {
  return left.map((row) => right[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * right[k]![j]!, 0)));
}

const FACTORS = {
  function: functions("and", "xor"),
  network: {
    meaning: "layers of the net: a sigmoid output unit behind none, one or two layers of four identity units",
    levels: { "single-layer": linearNet(0), "two-layer": linearNet(1), "three-layer": linearNet(2) },
  },
} as const;

const awayFromHalf = rowErrorsTable(FACTORS, {
  meaning: "each net on XOR that ends with an output not within 0.1 of ½, with its errors",
  isIncluded: (outcome) => {
    const { distance_from_half: distance } = rowErrorsOf(outcome);
    return outcome.run.levels.function === "xor" && !(distance !== undefined && distance < 0.1);
  },
});

const NEAR_HALF = { near: 0.5, within: 0.1 } as const;

/** Is a deep linear net any better than one layer? */
export const activationCollapse = defineExperiment({
  id: "activation-collapse",
  question: "Is a deep linear net any better than one layer?",
  why: {
    theory:
      "A hidden unit with the identity as activation passes on a weighted sum. Weighted sums of weighted sums are " +
      "weighted sums again: the layers' matrices multiply to one matrix. So the net draws one straight line, however " +
      "many layers it has. Learning differs all the same. In a product w = u · v the slope along u contains v: as " +
      "the factors change, so does the step that the product takes at the same rate (Saxe, McClelland & Ganguli " +
      "2014).",
    data: [
      {
        when: { collapses: "supported" },
        text:
          "We multiply the matrices: all {collapses.rows} trained nets have the outputs of that single unit, to 10⁻⁹.",
      },
      {
        when: { "near-half": "refuted", "half-or-three-right": "supported" },
        text:
          "On XOR {near-half.others} of {near-half.rows} nets end with three rows right and the fourth confidently " +
          "wrong, all others near ½.",
      },
      {
        when: { "two-sooner-on-and": "supported", "three-sooner-on-and": "supported" },
        text: "On AND, for which one line is enough, each further layer is sooner from most starts: two layers from " +
          "{two-sooner-on-and.wins} of {two-sooner-on-and.n}, three from {three-sooner-on-and.wins} of " +
          "{three-sooner-on-and.n}.",
      },
    ],
  },
  base: LECTURE,
  factors: FACTORS,
  featuredCell: { function: "xor", network: "two-layer" },
  replicates: 200,
  curveReplicates: 10,
  tables: {
    collapsed,
    away_from_half: awayFromHalf,
    surface: surfaceTable(({ function: name, network }) => name === "xor" ? `XOR, ${network}` : undefined),
  },
  claims: {
    "never-xor": noRuns({ function: "xor" }, "solve XOR", "with one, two or three linear layers"),
    "collapses": {
      kind: "every",
      table: "collapsed",
      arms: [{ network: ["two-layer", "three-layer"] }],
      condition: { difference: { below: 1e-9 } },
      ...CLAIMS_EN.every("trained nets", "of two or three linear layers have the outputs of a single unit, to 10⁻⁹"),
    },
    "near-half": {
      kind: "every",
      table: "runs",
      arms: [{ function: "xor" }],
      condition: { output_00: NEAR_HALF, output_01: NEAR_HALF, output_10: NEAR_HALF, output_11: NEAR_HALF },
      ...CLAIMS_EN.every("nets", "end with every output within 0.1 of ½", "on XOR"),
    },
    "half-or-three-right": {
      kind: "every",
      table: "away_from_half",
      arms: [{}],
      condition: { right_rows: 3, max_error: { above: 0.9 } },
      ...CLAIMS_EN.every(
        "nets that do not end near ½",
        "have three rows right and the fourth confidently wrong",
        "on XOR",
      ),
    },
    "solves-and": allRuns(
      { function: "and", network: ["single-layer", "two-layer"] },
      "solve AND",
      "with one or two linear layers",
    ),
    "three-layers-solve-and": nearlyAllRuns(
      95,
      { function: "and", network: "three-layer" },
      "solve AND",
      "with three linear layers",
    ),
    "two-sooner-on-and": sooner(
      [{ function: "and", network: "two-layer" }, { function: "and", network: "single-layer" }],
      "AND is solved",
      "with one linear hidden layer",
      "without",
      "at learning rate 0.9",
    ),
    "three-sooner-on-and": sooner(
      [{ function: "and", network: "three-layer" }, { function: "and", network: "two-layer" }],
      "AND is solved",
      "with two linear hidden layers",
      "with one",
      "at learning rate 0.9",
    ),
  },
  headline: [
    {
      when: { "never-xor": "supported", "two-sooner-on-and": "supported" },
      text:
        "Not on XOR, which none of {never-xor.rows} runs solves; at rate 0.9 two linear layers learn AND sooner than one.",
    },
    {
      when: { "never-xor": "supported", collapses: "supported" },
      text: "No: with one, two or three linear layers, none of {never-xor.rows} runs solves XOR.",
    },
  ],
  answer: ["never-xor", "collapses", "two-sooner-on-and"],
  views: [
    { ...OUTPUTS, color: "network", panel: "function", captionClaims: ["near-half"] },
    {
      ...SURFACE,
      title: "More layers, still one straight line: outputs for XOR over the plane, before and after training",
      captionClaims: ["collapses"],
    },
    {
      kind: "table",
      table: "away_from_half",
      title: "The nets on XOR that do not end near ½",
      captionClaims: ["half-or-three-right"],
      howToRead:
        "One line for each net: how far its outputs are from ½ and from their targets, and how many are right or near ½.",
    },
    {
      ...SOLVED,
      color: "network",
      panel: "function",
      captionClaims: ["solves-and", "three-layers-solve-and", "two-sooner-on-and", "three-sooner-on-and"],
    },
    { ...LEARNING_CURVES, color: "network", panel: "function", captionClaims: ["never-xor"] },
  ],
  limits: [
    "Identity units only; another experiment compares activations.",
    "How fast AND is learned depends on the learning rate: with more layers the same rate makes steps of another size.",
    "Right is within 0.1 of the target, confidently wrong off by more than 0.9; there y(1 − y) is small, and so is the δ of squared error.",
  ],
  references: ["saxe2014"],
});
