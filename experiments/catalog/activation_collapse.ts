import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { forward, outputLayer, unflatten } from "../../core/network.ts";
import type { PartialConfig } from "../define/factors.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { LECTURE, lectureData } from "./shared/lecture.ts";
import { areOutputsNearHalf, fourthRowError } from "./shared/outputs.ts";
import { surfaceTable } from "./shared/surface_grid.ts";
import { HOW_TO_READ, postHocLimit, solved, solvedEpoch } from "./shared/wording.ts";

/** A net of hidden layers of four identity units and a sigmoid output unit. */
function linearNet(hidden: number): PartialConfig {
  const layers = Array.from({ length: hidden }, () => ({ units: 4, activation: "identity" as const, bias: false }));
  return { network: { inputs: 3, layers: [...layers, { units: 1, activation: "sigmoid", bias: false }] } };
}

const collapsed = defineTable({
  meaning: "each trained net as a single unit: the product of its weight matrices, and the difference of their outputs",
  columns: {
    function: { type: "string", meaning: "function to learn" },
    network: { type: "string", meaning: "layers of the net" },
    replicate: { type: "integer", meaning: "index of the random draw" },
    w1: { type: "number", meaning: "weight of x1 in the single unit" },
    w2: { type: "number", meaning: "weight of x2" },
    w3: { type: "number", meaning: "weight of the constant 1" },
    difference: { type: "number", meaning: "largest difference between the net's outputs and the single unit's" },
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
    "however many layers it has. Whether it learns differently, since its weights multiply, is tried on AND, for " +
    "which one line is enough.",
  base: LECTURE,
  factors: {
    function: { meaning: "function to learn", levels: { and: lectureData("and"), xor: lectureData("xor") } },
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
      kind: "none",
      table: "runs",
      where: { function: "xor" },
      holds: solved,
      statement: "No linear net solves XOR, whatever its number of layers.",
      wording: {
        supported: "Not on XOR: none of {n} runs solves it, be it with one, two or three layers.",
        refuted: "{count} of {n} runs solve XOR, against what algebra allows (one of them: {counterexample}).",
        undecided: "No run was made on XOR.",
      },
    },
    "collapses": {
      kind: "every",
      table: "collapsed",
      where: { network: ["two-layer", "three-layer"] },
      holds: ({ difference }) => difference! < 1e-9,
      statement:
        "Every trained net of two or three layers answers as the one unit does whose weights are the product " +
        "of its matrices, to 10⁻⁹.",
      wording: {
        supported:
          "Each of {n} trained nets of two or three layers answers just as a single unit does whose weights are the " +
          "product of its matrices.",
        refuted:
          "{count} of {n} trained nets of two or three layers answer as a single unit does whose weights are the product of their " +
          "matrices (an exception: {counterexample}).",
        undecided: "No net was trained.",
      },
    },
    "near-half": {
      kind: "every",
      table: "runs",
      where: { function: "xor" },
      holds: (run) => areOutputsNearHalf(run, 0.1),
      statement: "On XOR every answer of every net ends within 0.1 of ½.",
      wording: {
        supported: "On XOR all {n} nets end with every answer within 0.1 of ½.",
        refuted: "On XOR {count} of {n} nets end with every answer within 0.1 of ½ (an exception: {counterexample}).",
        undecided: "No run was made on XOR.",
      },
    },
    "half-or-three-right": {
      kind: "every",
      table: "runs",
      where: { function: "xor" },
      holds: (run) => areOutputsNearHalf(run, 0.1) || (fourthRowError(run, "xor") ?? 0) > 0.9,
      statement: "On XOR every net ends with all answers within 0.1 of ½, or with three rows right (within 0.1) and " +
        "the fourth wrong (off by more than 0.9).",
      wording: {
        supported: "On XOR the {n} nets end in two ways only: near ½ everywhere, or with three rows right and the " +
          "fourth wrong and sure of it, where the slope y(1 − y) is near 0 and hardly anything corrects it.",
        refuted:
          "On XOR {count} of {n} nets end near ½ everywhere, or with three rows right and the fourth wrong and sure " +
          "of it (an exception: {counterexample}).",
        undecided: "No run was made on XOR.",
      },
    },
    "solves-and": {
      kind: "every",
      table: "runs",
      where: { function: "and" },
      holds: solved,
      statement: "Every linear net solves AND.",
      wording: {
        supported: "AND, for which one line is enough, is solved in all {n} runs.",
        refuted:
          "AND, for which one line is enough, is solved in {count} of {n} runs (an exception: {counterexample}).",
        undecided: "No run was made on AND.",
      },
    },
    "two-sooner-on-and": {
      kind: "sooner",
      first: { function: "and", network: "two-layer" },
      second: { function: "and", network: "single-layer" },
      value: solvedEpoch,
      statement: "On AND the linear net of two layers is solved in fewer epochs than the single layer.",
      wording: {
        supported:
          "AND is learned faster with a linear hidden layer than without, in {estimate} {interval} of {n} pairs of " +
          "runs.",
        refuted:
          "AND is learned faster with a linear hidden layer than without in only {estimate} {interval} of {n} pairs " +
          "of runs.",
        undecided:
          "AND is learned faster with a linear hidden layer than without in {estimate} {interval} of {n} pairs of " +
          "runs, which decides nothing.",
      },
    },
    "three-sooner-on-and": {
      kind: "sooner",
      first: { function: "and", network: "three-layer" },
      second: { function: "and", network: "two-layer" },
      value: solvedEpoch,
      statement: "On AND the linear net of three layers is solved in fewer epochs than that of two.",
      wording: {
        supported: "A second linear hidden layer makes it faster still, in {estimate} {interval} of {n} pairs of runs.",
        refuted:
          "A second linear hidden layer makes it slower than the first alone: faster in only {estimate} {interval} " +
          "of {n} pairs of runs.",
        undecided:
          "Whether a second linear hidden layer makes it faster remains open: it does in {estimate} {interval} of " +
          "{n} pairs of runs.",
      },
    },
  },
  answer: ["never-xor", "collapses", "two-sooner-on-and"],
  views: [
    {
      kind: "outputs",
      color: "network",
      panel: "function",
      title: "What the trained nets answer to each row",
      captionClaims: ["near-half", "half-or-three-right"],
      howToRead: HOW_TO_READ.outputs,
    },
    {
      kind: "surface",
      table: "surface",
      x: "x1",
      y: "x2",
      value: "output",
      panel: "panel",
      target: "target",
      title: "More layers, still one straight line: answers to XOR over the plane, before and after training",
      captionClaims: ["collapses"],
      howToRead: HOW_TO_READ.surface,
    },
    {
      kind: "solved",
      color: "network",
      panel: "function",
      title: "Share of runs solved by each epoch",
      captionClaims: ["solves-and", "two-sooner-on-and", "three-sooner-on-and"],
      howToRead: HOW_TO_READ.solved,
    },
    {
      kind: "curves",
      y: "mean_squared_error",
      color: "network",
      panel: "function",
      title: "Learning curves",
      captionClaims: ["never-xor"],
      howToRead: HOW_TO_READ.curves,
    },
  ],
  limits: [
    "It shows identity units. What other activations in the same place do is the question of another experiment.",
    "How fast AND is learned depends on the learning rate: with more layers the same rate makes steps of another size.",
    postHocLimit("nets that do not end near ½ have three rows right and the fourth wrong"),
  ],
});
