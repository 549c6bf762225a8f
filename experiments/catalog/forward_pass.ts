import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { forward } from "../../core/network.ts";
import { outputsOf } from "../../core/train_network.ts";
import { rowLabels } from "../define/columns.ts";
import type { Outcome } from "../define/run.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { formatSignificant } from "../format.ts";
import { LECTURE, lectureData, NETWORK } from "./shared/lecture.ts";
import { solved } from "./shared/wording.ts";

/** The first replicate of each cell, whose forward pass is shown in full. */
function firstReplicates(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ run }) => run.replicate === 0);
}

/** The names of the inputs of layer l: x1, x2, … or the hidden units h1, h2, … */
function inputNames(l: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${l === 0 ? "x" : "h"}${i + 1}`);
}

/** The names of the units of layer l: h1, h2, … or the output y. */
function unitNames(l: number, layers: number, count: number): string[] {
  return l === layers - 1 ? ["y"] : Array.from({ length: count }, (_, u) => `h${u + 1}`);
}

const worked = defineTable({
  meaning: "every product and sum of one net's forward pass, row by row of the lecture's table",
  columns: {
    network: { type: "string", meaning: "single-layer or two-layer" },
    row: { type: "string", meaning: "the row of the data: x1 and x2" },
    unit: { type: "string", meaning: "hidden unit h1, h2, …, or the output y" },
    quantity: { type: "string", meaning: "a product w·x, the sum v of the products, or the unit's output" },
    formula: { type: "string", meaning: "with numbers of four digits" },
    value: { type: "number", meaning: "in full precision" },
  },
  rows: (outcomes) =>
    firstReplicates(outcomes).flatMap(({ run, training: { network, rows, start } }) =>
      rows.flatMap(({ inputs }, r) => {
        const pass = forward(NUMBERS, network, start, inputs);
        const row = rowLabels(rows.length)[r]!;
        return network.layers.flatMap((layer, l) =>
          unitNames(l, network.layers.length, layer.units).flatMap((unit, u) => {
            const key = { network: run.levels.network!, row, unit };
            const x = pass.a[l]!;
            const v = pass.z[l]![u]!;
            const products = inputNames(l, layer.inputs).map((input, i) => {
              const w = start[layer.weights + u * layer.inputs + i]!;
              const formula = `${formatSignificant(w)} × ${formatSignificant(x[i]!)}`;
              return { ...key, quantity: `w·${input}`, formula, value: w * x[i]! };
            });
            const sum = products.map(({ value }) => formatSignificant(value)).join(" + ").replaceAll("+ −", "− ");
            return [
              ...products,
              { ...key, quantity: "v", formula: sum, value: v },
              { ...key, quantity: unit, formula: `1 / (1 + e^${formatSignificant(-v)})`, value: pass.a[l + 1]![u]! },
            ];
          })
        );
      })
    ),
});

const weights = defineTable({
  meaning: "the weights of the two-layer net of replicate 0, as the diagram draws them",
  columns: {
    from: { type: "string", meaning: "input or unit from which the weight leads" },
    from_layer: { type: "integer", meaning: "its layer, 0 for the inputs" },
    from_place: { type: "integer", meaning: "its index in the layer, from 0" },
    to: { type: "string", meaning: "unit to which the weight leads" },
    to_layer: { type: "integer", meaning: "its layer" },
    to_place: { type: "integer", meaning: "its index in the layer, from 0" },
    weight: { type: "number", meaning: "the weight" },
  },
  rows: (outcomes) =>
    twoLayerNet(outcomes).flatMap(({ training: { network: { layers }, start } }) =>
      layers.flatMap((layer, l) =>
        unitNames(l, layers.length, layer.units).flatMap((to, u) =>
          inputNames(l, layer.inputs).map((from, i) => ({
            from,
            from_layer: l,
            from_place: i,
            to,
            to_layer: l + 1,
            to_place: u,
            weight: start[layer.weights + u * layer.inputs + i]!,
          }))
        )
      )
    ),
});

const nodes = defineTable({
  meaning: "activations of that net's inputs and units for the row 10",
  columns: {
    node: { type: "string", meaning: "input or unit" },
    layer: { type: "integer", meaning: "its layer, 0 for the inputs" },
    place: { type: "integer", meaning: "its index in the layer, from 0" },
    value: { type: "number", meaning: "its activation" },
  },
  key: ["node"],
  rows: (outcomes) =>
    twoLayerNet(outcomes).flatMap(({ training: { network, rows, start } }) =>
      forward(NUMBERS, network, start, rows[2]!.inputs).a.flatMap((values, layer) => {
        const names = layer === 0
          ? inputNames(0, values.length)
          : unitNames(layer - 1, network.layers.length, values.length);
        return values.map((value, place) => ({ node: names[place]!, layer, place, value }));
      })
    ),
});

function twoLayerNet(outcomes: readonly Outcome[]): Outcome[] {
  return firstReplicates(outcomes).filter(({ run }) => run.levels.network === "two-layer");
}

const answers = defineTable({
  meaning: "every untrained net's output for every row",
  columns: {
    network: { type: "string", meaning: "single-layer or two-layer" },
    replicate: { type: "integer", meaning: "index of the random draw" },
    row: { type: "string", meaning: "the row of the data: x1 and x2" },
    target: { type: "number", meaning: "the target d" },
    output: { type: "number", meaning: "the net's output y" },
  },
  key: ["network", "replicate", "row"],
  rows: (outcomes) =>
    outcomes.flatMap(({ run, training }) =>
      outputsOf(training, training.start).map((outputs, r) => ({
        network: run.levels.network!,
        replicate: run.replicate,
        row: rowLabels(training.rows.length)[r]!,
        target: training.rows[r]!.targets[0]!,
        output: outputs[0]!,
      }))
    ),
});

/** What does an untrained net answer? */
export const forwardPass = defineExperiment({
  id: "forward-pass",
  question: "What does an untrained net answer?",
  background:
    "A unit multiplies each input by a weight, adds the products up to v, and answers y = 1 / (1 + e^−v). Here the " +
    "weights are drawn at random from −1 to 1 and nothing is learned: this is where every training starts. The table " +
    "is the lecture's first one, whose target d is simply x1.",
  base: { ...LECTURE, ...lectureData("x1"), epochs: 0 },
  factors: { network: NETWORK },
  replicates: 200,
  curveReplicates: 0,
  tables: { worked, weights, nodes, answers },
  claims: {
    "none-solved": {
      kind: "none",
      table: "runs",
      holds: solved,
      statement: "No net solves the table before it has learned.",
      wording: {
        supported: "None of {n} untrained nets answers every row to within 0.1.",
        refuted: "{count} of {n} untrained nets answer every row to within 0.1 (one of them: {counterexample}).",
        undecided: "No net was drawn.",
      },
    },
    "undecided-answers": {
      kind: "every",
      table: "answers",
      holds: ({ output }) => output! > 0.04 && output! < 0.96,
      statement: "Every answer of an untrained net lies between 0.04 and 0.96.",
      wording: {
        supported: "Something in between: all {n} answers lie between 0.04 and 0.96.",
        refuted: "{count} of {n} answers lie between 0.04 and 0.96, not all (an exception: {counterexample}).",
        undecided: "No net was drawn.",
      },
    },
    "no-better-than-chance": {
      kind: "median",
      value: (run) => run.accuracy,
      is: "above",
      than: 0.5,
      statement: "The median untrained net gets more than half of the rows right.",
      wording: {
        supported: "The median net gets a share of {estimate} {interval} of the rows right, more than half.",
        refuted: "The median net gets a share of {estimate} {interval} of the rows right, less than half.",
        undecided:
          "The median net gets a share of {estimate} {interval} of the rows right, which is no better than tossing a " +
          "coin, as far as {n} nets can tell.",
      },
    },
    "sum-of-products": {
      kind: "every",
      table: "worked",
      where: { quantity: "v" },
      holds: (step, { worked }) => Math.abs(step.value! - sumOfProducts(step, worked)) < 1e-12,
      statement: "Every v is the sum of its products.",
      wording: {
        supported: "Each of the {n} sums v in the table is that of the products above it.",
        refuted: "A v in the table differs from the sum of the products above it ({counterexample}).",
        undecided: "Nothing was worked.",
      },
    },
  },
  answer: ["undecided-answers", "none-solved", "no-better-than-chance"],
  views: [
    {
      kind: "outputs",
      color: "network",
      title: "What untrained nets answer to each row",
      captionClaims: ["undecided-answers", "none-solved"],
      howToRead: "A dot is one net's answer y; the mark shows the target d that it should have.",
    },
    {
      kind: "diagram",
      table: "weights",
      nodes: "nodes",
      title: "The net 3-4-1 of replicate 0, with the row 10 going through",
      captionClaims: [],
      howToRead:
        "Circles hold inputs and answers (x3 is the constant 1), lines carry weights: thick for large, one colour " +
        "for positive and one for negative.",
    },
    {
      kind: "table",
      table: "worked",
      title: "The forward pass worked by hand",
      captionClaims: ["sum-of-products"],
      howToRead: "For each row and unit: the products w·x, their sum v, the answer 1 / (1 + e^−v).",
    },
  ],
  limits: [
    "A sentence that counts both nets counts each seed twice, and the single layer has the weights of the other net's h1: " +
    "its interval is somewhat too narrow.",
    "It shows starts drawn uniformly from −1 to 1; larger weights, not tried here, give answers nearer to 0 and 1.",
  ],
});

/** The sum of the products of the unit of a row of the worked table. */
function sumOfProducts(
  step: { readonly network: string | undefined; readonly row: string | undefined; readonly unit: string | undefined },
  steps: readonly (typeof step & { readonly quantity: string | undefined; readonly value: number | undefined })[],
): number {
  return steps
    .filter(({ network, row, unit }) => network === step.network && row === step.row && unit === step.unit)
    .filter(({ quantity }) => quantity!.startsWith("w·"))
    .reduce((sum, { value }) => sum + value!, 0);
}
