import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { forward, outputLayer, unflatten } from "../../core/network.ts";
import type { PartialConfig } from "../define/factors.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { allRuns, allText, noRuns, postHocLimit, sooner } from "./shared/claim_builders.ts";
import { integerColumn, numberColumn, textColumn } from "./shared/column_builders.ts";
import { functions } from "./shared/common_factors.ts";
import { LECTURE } from "./shared/lecture.ts";
import { areOutputsNearHalf, fourthRowError } from "./shared/outputs.ts";
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

/** Is a deep linear net any better than one layer? */
export const activationCollapse = defineExperiment({
  id: "activation-collapse",
  question: "Is a deep linear net any better than one layer?",
  background:
    "Hidden units with the identity as activation pass on weighted sums of weighted sums, which are weighted sums " +
    "again: the layers' matrices multiply to one. Such a net can draw one straight line, as a single unit can, " +
    "however many layers it has. But its weights multiply, so it may learn differently: we compare the nets on AND, " +
    "for which one line is enough.",
  base: LECTURE,
  factors: {
    function: functions("and", "xor"),
    network: {
      meaning: "layers of the net: a sigmoid output unit behind none, one or two layers of four identity units",
      levels: { "single-layer": linearNet(0), "two-layer": linearNet(1), "three-layer": linearNet(2) },
    },
  },
  featuredCell: { function: "xor", network: "two-layer" },
  replicates: 200,
  curveReplicates: 10,
  tables: {
    collapsed,
    surface: surfaceTable(({ function: name, network }) => name === "xor" ? `XOR, ${network}` : undefined),
  },
  claims: {
    "never-xor": {
      ...noRuns("solve XOR", "with one, two or three linear layers"),
      where: { function: "xor" },
    },
    "collapses": {
      ...allText("trained nets", "of two or three linear layers have the outputs of a single unit, to 10⁻⁹"),
      kind: "every",
      table: "collapsed",
      where: { network: ["two-layer", "three-layer"] },
      holds: ({ difference }) => difference! < 1e-9,
    },
    "near-half": {
      ...allText("nets", "end with every output within 0.1 of ½", "on XOR"),
      kind: "every",
      table: "runs",
      where: { function: "xor" },
      holds: (run) => areOutputsNearHalf(run, 0.1),
    },
    "half-or-three-right": {
      ...allText("nets", "end near ½ everywhere, or with three rows right and the fourth confidently wrong", "on XOR"),
      kind: "every",
      table: "runs",
      where: { function: "xor" },
      holds: (run) => areOutputsNearHalf(run, 0.1) || (fourthRowError(run, "xor") ?? 0) > 0.9,
    },
    "solves-and": { ...allRuns("solve AND, for which one line is enough"), where: { function: "and" } },
    "two-sooner-on-and": {
      ...sooner("AND is solved", "with one linear hidden layer", "without"),
      first: { function: "and", network: "two-layer" },
      second: { function: "and", network: "single-layer" },
    },
    "three-sooner-on-and": {
      ...sooner("AND is solved", "with two linear hidden layers", "with one"),
      first: { function: "and", network: "three-layer" },
      second: { function: "and", network: "two-layer" },
    },
  },
  answer: ["never-xor", "collapses", "two-sooner-on-and"],
  views: [
    { ...OUTPUTS, color: "network", panel: "function", captionClaims: ["near-half", "half-or-three-right"] },
    {
      ...SURFACE,
      title: "More layers, still one straight line: outputs for XOR over the plane, before and after training",
      captionClaims: ["collapses"],
    },
    {
      ...SOLVED,
      color: "network",
      panel: "function",
      captionClaims: ["solves-and", "two-sooner-on-and", "three-sooner-on-and"],
    },
    { ...LEARNING_CURVES, color: "network", panel: "function", captionClaims: ["never-xor"] },
  ],
  limits: [
    "Identity units only; another experiment compares activations.",
    "How fast AND is learned depends on the learning rate: with more layers the same rate makes steps of another size.",
    "Confidently wrong is off by more than 0.9; there y(1 − y) is near 0 and hardly corrects the output.",
    postHocLimit("that nets that do not end near ½ have three rows right and the fourth wrong"),
  ],
});
