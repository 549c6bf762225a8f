import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { forward } from "../../core/network.ts";
import { outputsOf } from "../../core/train_network.ts";
import { rowLabels } from "../define/columns.ts";
import { matches } from "../define/factors.ts";
import type { Outcome } from "../define/run.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { formatSignificant } from "../format.ts";
import { allText, noneText, solved } from "./shared/claim_builders.ts";
import { integerColumn, numberColumn, textColumn } from "./shared/column_builders.ts";
import { NETWORK } from "./shared/common_factors.ts";
import { LECTURE, lectureData } from "./shared/lecture.ts";
import { firstReplicates } from "./shared/outcomes.ts";
import { OUTPUTS } from "./shared/views.ts";

/** The names of the inputs of layer l: x1, x2, … or the hidden units h1, h2, … */
function inputNames(l: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${l === 0 ? "x" : "h"}${i + 1}`);
}

/** The names of the units of layer l: h1, h2, … or the output y. */
function unitNames(l: number, layers: number, count: number): string[] {
  return l === layers - 1 ? ["y"] : Array.from({ length: count }, (_, u) => `h${u + 1}`);
}

const worked = defineTable({
  meaning: "every product and sum of one net's forward pass, row by row",
  columns: {
    network: textColumn("single-layer or two-layer"),
    row: textColumn("the row of the data: x1 and x2"),
    unit: textColumn("hidden unit h1, h2, …, or the output y"),
    quantity: textColumn("a product w·x, the sum v of the products, or the unit's output"),
    formula: textColumn("with numbers of four digits"),
    value: numberColumn("in full precision"),
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
  meaning: "the weights of the two-layer net from start 0, as the diagram draws them",
  columns: {
    from: textColumn("input or unit from which the weight leads"),
    from_layer: integerColumn("its layer, 0 for the inputs"),
    from_place: integerColumn("its index in the layer, from 0"),
    to: textColumn("unit to which the weight leads"),
    to_layer: integerColumn("its layer"),
    to_place: integerColumn("its index in the layer, from 0"),
    weight: numberColumn("the weight"),
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
    node: textColumn("input or unit"),
    layer: integerColumn("its layer, 0 for the inputs"),
    place: integerColumn("its index in the layer, from 0"),
    value: numberColumn("its activation"),
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
    network: textColumn("single-layer or two-layer"),
    replicate: integerColumn("index of the random draw"),
    row: textColumn("the row of the data: x1 and x2"),
    target: numberColumn("the target d"),
    output: numberColumn("the net's output y"),
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

/** What are the outputs of an untrained net? */
export const forwardPass = defineExperiment({
  id: "forward-pass",
  question: "What does an untrained net answer?",
  background:
    "A unit multiplies each input by a weight, adds the products up to v, and outputs y = 1 / (1 + e^−v). Here the " +
    "weights are drawn at random from −1 to 1 and nothing is learned: this is where every training starts. The target " +
    "d of each row is simply x1.",
  base: { ...LECTURE, ...lectureData("x1"), epochs: 0 },
  factors: { network: NETWORK },
  replicates: 200,
  curveReplicates: 0,
  tables: { worked, weights, nodes, answers },
  claims: {
    "none-solved": {
      ...noneText("untrained nets", "have every output within 0.1 of its target"),
      kind: "none",
      table: "runs",
      holds: solved,
    },
    "undecided-answers": {
      ...allText("outputs", "of untrained nets lie between 0.04 and 0.96"),
      kind: "every",
      table: "answers",
      holds: ({ output }) => output! > 0.04 && output! < 0.96,
    },
    "no-better-than-chance": {
      kind: "median",
      value: (run) => run.accuracy,
      is: "above",
      than: 0.5,
      statement: "The median untrained net gets more than half of the rows right.",
      wording: {
        supported: "The median net gets the fraction {estimate} {interval} of the rows right, more than by guessing.",
        refuted: "The median net gets the fraction {estimate} {interval} of the rows right, less than by guessing.",
        undecided: "The median net gets the fraction {estimate} {interval} of the rows right, about as by guessing.",
      },
    },
    "sum-of-products": {
      ...allText("sums v in the table", "are those of the products above them"),
      kind: "every",
      table: "worked",
      where: { quantity: "v" },
      holds: ({ value, network, row, unit }, { worked }) => {
        const products = worked.filter((step) =>
          matches(step, { network, row, unit }) && step.quantity!.startsWith("w·")
        );
        return Math.abs(value! - products.reduce((sum, { value }) => sum + value!, 0)) < 1e-12;
      },
    },
  },
  answer: ["undecided-answers", "none-solved", "no-better-than-chance"],
  views: [
    {
      ...OUTPUTS,
      color: "network",
      title: "Outputs of untrained nets for each row",
      captionClaims: ["undecided-answers", "none-solved"],
      howToRead: "A dot is one net's output y; the mark shows the target d.",
    },
    {
      kind: "diagram",
      table: "weights",
      nodes: "nodes",
      title: "The net of 3 inputs, 4 hidden units and 1 output from start 0, for the row 10",
      captionClaims: [],
      howToRead:
        "Circles hold inputs and outputs (x3 is the constant 1), lines carry weights: thick for large, one colour for " +
        "positive and one for negative.",
    },
    {
      kind: "table",
      table: "worked",
      title: "The forward pass by hand",
      captionClaims: ["sum-of-products"],
      howToRead: "For each row and unit: the products w·x, their sum v, the output 1 / (1 + e^−v).",
    },
  ],
  limits: [
    "A sentence that counts both nets counts each start twice, and the single layer has the weights of the other net's " +
    "h1: its interval is somewhat too narrow.",
    "Starts are uniform from −1 to 1; larger weights would give outputs nearer to 0 and 1.",
  ],
});
