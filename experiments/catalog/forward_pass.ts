import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { forward } from "../../core/network.ts";
import { outputsOf } from "../../core/train_network.ts";
import { rowLabels } from "../define/columns.ts";
import type { Outcome } from "../define/run.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { formatSignificant } from "../format.ts";
import { CLAIMS_EN, sentences } from "../words/claims_en.ts";
import { SOLVED } from "./shared/claim_builders.ts";
import { integerColumn, numberColumn, textColumn } from "./shared/column_builders.ts";
import { NETWORK } from "./shared/common_factors.ts";
import { ABOUT_LECTURE, LECTURE, lectureData } from "./shared/lecture.ts";
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
    sum_of_products: numberColumn("for a sum v: its unit's products added up once more; empty for other quantities"),
  },
  needs: "run",
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
              return { ...key, quantity: `w·${input}`, formula, value: w * x[i]!, sum_of_products: undefined };
            });
            const sum = products.map(({ value }) => formatSignificant(value)).join(" + ").replaceAll("+ −", "− ");
            const sum_of_products = products.reduce((total, { value }) => total + value, 0);
            const output = { formula: `1 / (1 + e^${formatSignificant(-v)})`, value: pass.a[l + 1]![u]! };
            return [
              ...products,
              { ...key, quantity: "v", formula: sum, value: v, sum_of_products },
              { ...key, quantity: unit, ...output, sum_of_products: undefined },
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
    replicate: integerColumn("index of the random start"),
    row: textColumn("the row of the data: x1 and x2"),
    target: numberColumn("the target d"),
    output: numberColumn("the net's output y"),
  },
  key: ["network", "replicate", "row"],
  needs: "run",
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

/** The claim that the median untrained net of a kind gets half of the rows right, no row more and no row fewer. */
function halfRight<const N extends string>(network: N, name: string) {
  const measured = `the median untrained ${name} gets the fraction {estimate} {interval} of the rows right`;
  return {
    kind: "median",
    table: "runs",
    arms: [{ network }],
    value: "accuracy",
    near: 0.5,
    margin: 0.25,
    ...sentences("", {
      statement: `the median untrained ${name} gets half of the rows right, no more than by guessing`,
      supported: `${measured}, no more than by guessing`,
      refuted: `${measured}, not half as by guessing`,
      undecided: `${measured}; it stays open whether this is half, as by guessing`,
    }),
  } as const;
}

/** What are the outputs of an untrained net? */
export const forwardPass = defineExperiment({
  id: "forward-pass",
  question: "What does an untrained net answer?",
  why: {
    theory: "A unit multiplies each input by a weight, adds the products up to v, and outputs y = 1 / (1 + e⁻ᵛ) " +
      "(Rumelhart, Hinton & Williams 1986b). That lies between 0 and 1, and is ½ at v = 0. Before training the " +
      "weights are random numbers from −1 to 1. Change the sign of every weight into the output unit, and each y " +
      "becomes 1 − y: right rows become wrong and wrong ones right. Both nets are equally likely, so half of the " +
      "rows are right on average.",
    data: [
      "The target of each row is d = x1. A row counts as right if y is on its target's side of ½.",
      {
        when: { "no-better-than-chance-one-layer": "supported", "no-better-than-chance-two-layers": "supported" },
        text: "The median net of either kind has half of the rows right, as theory says.",
      },
      {
        when: { "undecided-answers": "supported" },
        text: "All {undecided-answers.rows} outputs lie between 0.04 and 0.96: weights of at most 1 keep v near 0.",
      },
    ],
  },
  base: { ...LECTURE, ...lectureData("x1"), epochs: 0 },
  factors: { network: NETWORK },
  replicates: 200,
  curveReplicates: 0,
  tables: { worked, weights, nodes, answers },
  claims: {
    "none-solved": {
      kind: "none",
      table: "runs",
      arms: [{}],
      condition: SOLVED,
      ...CLAIMS_EN.none("untrained nets", "have every output within 0.1 of its target"),
    },
    "undecided-answers": {
      kind: "every",
      table: "answers",
      arms: [{}],
      condition: { output: { above: 0.04, below: 0.96 } },
      ...CLAIMS_EN.every("outputs", "of untrained nets lie between 0.04 and 0.96"),
    },
    "no-better-than-chance-one-layer": halfRight("single-layer", "single-layer net"),
    "no-better-than-chance-two-layers": halfRight("two-layer", "two-layer net"),
    "sum-of-products": {
      kind: "proof",
      table: "worked",
      arms: [{ quantity: "v" }],
      condition: { value: { near: { column: "sum_of_products" }, within: 1e-12 } },
      ...CLAIMS_EN.every("sums v in the table", "are those of the products above them"),
    },
  },
  headline: [
    {
      when: { "none-solved": "supported", "no-better-than-chance-two-layers": "supported" },
      text: "It guesses: the median two-layer net gets half the rows right, and none of {none-solved.rows} nets " +
        "knows the table.",
    },
    {
      when: { "none-solved": "supported" },
      text: "Nothing useful yet: none of {none-solved.rows} untrained nets has all four outputs within 0.1 of " +
        "their targets.",
    },
  ],
  answer: ["undecided-answers", "none-solved", "no-better-than-chance-two-layers"],
  views: [
    {
      ...OUTPUTS,
      color: "network",
      title: "Outputs of untrained nets for each row",
      captionClaims: [
        "undecided-answers",
        "none-solved",
        "no-better-than-chance-one-layer",
        "no-better-than-chance-two-layers",
      ],
      howToRead:
        "A dot is one net's output y; the mark shows the target d. A row is right if y is on its target's side of ½.",
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
      columns: ["network", "row", "unit", "quantity", "formula", "value"],
      title: "The forward pass by hand",
      captionClaims: ["sum-of-products"],
      howToRead: "For each row and unit: the products w·x, their sum v, the output 1 / (1 + e⁻ᵛ).",
    },
  ],
  limits: [
    "The single-layer net of a start has the weights of h1 in its two-layer net: the two are not independent, and a " +
    "claim about both counts starts, not nets.",
    "With weights from −1 to 1 no output of these nets can leave 0.02 to 0.98; larger weights would give outputs nearer " +
    "to 0 and 1.",
    "The table d = x1 is that of the lecture. " + ABOUT_LECTURE,
  ],
  references: ["kim2017", "rumelhart1986b"],
});
