import { answersOf } from "../../core/train_network.ts";
import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { forward } from "../../core/network.ts";
import { defineExperiment, defineTable, type Outcome } from "../experiment.ts";
import { significant } from "../format.ts";
import { rowLabels } from "../records.ts";
import { labels, LECTURE, NETWORK } from "./shared/lecture.ts";
import { solved } from "./shared/wording.ts";

/** The first replicate of each cell: the one that is worked in full. */
function shownOf(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ run }) => run.replicate === 0);
}

/** Names of what feeds layer l: the table's columns, or the units of the layer below. */
function feedersOf(l: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${l === 0 ? "x" : "h"}${i + 1}`);
}

/** Names of a layer's units: hidden h1, h2, …, the output y. */
function unitsOf(l: number, layers: number, count: number): string[] {
  return l === layers - 1 ? ["y"] : Array.from({ length: count }, (_, u) => `h${u + 1}`);
}

const worked = defineTable({
  meaning: "every product and sum of one net's forward pass, row by row of the lecture's table",
  columns: {
    network: { type: "string", meaning: "single-layer or two-layer" },
    row: { type: "string", meaning: "the row of the table: x1 and x2" },
    unit: { type: "string", meaning: "hidden unit h1, h2, …, or the output y" },
    quantity: { type: "string", meaning: "a product w·x, the sum v of the products, or the unit's answer" },
    formula: { type: "string", meaning: "with numbers, four digits each" },
    value: { type: "number", meaning: "in full" },
  },
  rows: (outcomes) =>
    shownOf(outcomes).flatMap(({ run, training: { network, rows, start } }) =>
      rows.flatMap(({ inputs }, r) => {
        const pass = forward(NUMBERS, network, start, inputs), row = rowLabels(rows.length)[r]!;
        return network.layers.flatMap((layer, l) =>
          unitsOf(l, network.layers.length, layer.units).flatMap((unit, u) => {
            const at = { network: run.levels.network!, row, unit }, x = pass.a[l]!, v = pass.z[l]![u]!;
            const products = feedersOf(l, layer.inputs).map((feeder, i) => {
              const w = start[layer.weights + u * layer.inputs + i]!;
              const formula = `${significant(w)} × ${significant(x[i]!)}`;
              return { ...at, quantity: `w·${feeder}`, formula, value: w * x[i]! };
            });
            const sum = products.map(({ value }) => significant(value)).join(" + ").replaceAll("+ −", "− ");
            return [
              ...products,
              { ...at, quantity: "v", formula: sum, value: v },
              { ...at, quantity: unit, formula: `1 / (1 + e^${significant(-v)})`, value: pass.a[l + 1]![u]! },
            ];
          })
        );
      })
    ),
});

const weights = defineTable({
  meaning: "the weights of the two-layer net of replicate 0, as the diagram draws them",
  columns: {
    from: { type: "string", meaning: "input or unit that the weight comes from" },
    from_layer: { type: "integer", meaning: "its layer, 0 for the inputs" },
    from_place: { type: "integer", meaning: "its place in the layer, from 0" },
    to: { type: "string", meaning: "unit that the weight goes to" },
    to_layer: { type: "integer", meaning: "its layer" },
    to_place: { type: "integer", meaning: "its place in the layer, from 0" },
    weight: { type: "number", meaning: "the weight" },
  },
  rows: (outcomes) =>
    drawn(outcomes).flatMap(({ training: { network: { layers }, start } }) =>
      layers.flatMap((layer, l) =>
        unitsOf(l, layers.length, layer.units).flatMap((to, u) =>
          feedersOf(l, layer.inputs).map((from, i) => ({
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
  meaning: "what each input and unit of that net holds as the row 10 goes through",
  columns: {
    node: { type: "string", meaning: "input or unit" },
    layer: { type: "integer", meaning: "its layer, 0 for the inputs" },
    place: { type: "integer", meaning: "its place in the layer, from 0" },
    value: { type: "number", meaning: "its activation" },
  },
  rows: (outcomes) =>
    drawn(outcomes).flatMap(({ training: { network, rows, start } }) =>
      forward(NUMBERS, network, start, rows[2]!.inputs).a.flatMap((values, layer) => {
        const names = layer === 0
          ? feedersOf(0, values.length)
          : unitsOf(layer - 1, network.layers.length, values.length);
        return values.map((value, place) => ({ node: names[place]!, layer, place, value }));
      })
    ),
});

function drawn(outcomes: readonly Outcome[]): Outcome[] {
  return shownOf(outcomes).filter(({ run }) => run.levels.network === "two-layer");
}

const answers = defineTable({
  meaning: "every untrained net's answer to every row",
  columns: {
    network: { type: "string", meaning: "single-layer or two-layer" },
    replicate: { type: "integer", meaning: "number of the draw" },
    row: { type: "string", meaning: "the row of the table: x1 and x2" },
    target: { type: "number", meaning: "the wanted answer d" },
    output: { type: "number", meaning: "the net's answer y" },
  },
  rows: (outcomes) =>
    outcomes.flatMap(({ run, training }) =>
      answersOf(training, training.start).map((outputs, r) => ({
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
  base: { ...LECTURE, ...labels("x1"), epochs: 0 },
  factors: { network: NETWORK },
  replicates: 200,
  curves: 0,
  tables: { worked, weights, nodes, answers },
  claims: {
    "none-solved": {
      kind: "none",
      table: "runs",
      holds: solved,
      statement: "No net solves the table before it has learned.",
      says: {
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
      says: {
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
      says: {
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
      holds: (step, { worked }) => Math.abs(step.value! - sumOf(step, worked)) < 1e-12,
      statement: "Every v is the sum of its products.",
      says: {
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
      finding: ["undecided-answers", "none-solved"],
      reading: "A dot is one net's answer y; the mark shows the target d that it should have.",
    },
    {
      kind: "diagram",
      table: "weights",
      nodes: "nodes",
      title: "The net 3-4-1 of replicate 0, with the row 10 going through",
      finding: [],
      reading:
        "Circles hold inputs and answers (x3 is the constant 1), lines carry weights: thick for large, one colour " +
        "for positive and one for negative.",
    },
    {
      kind: "table",
      table: "worked",
      title: "The forward pass worked by hand",
      finding: ["sum-of-products"],
      reading: "For each row and unit: the products w·x, their sum v, the answer 1 / (1 + e^−v).",
    },
  ],
  limits: [
    "A sentence that counts both nets counts each seed twice, and the single layer has the weights of the other net's h1: " +
    "its interval is somewhat too narrow.",
    "It shows starts drawn uniformly from −1 to 1; larger weights, not tried here, give answers nearer to 0 and 1.",
  ],
});

/** The sum of the products that belong to a line of the worked table. */
function sumOf(
  step: { readonly network: string | undefined; readonly row: string | undefined; readonly unit: string | undefined },
  steps: readonly (typeof step & { readonly quantity: string | undefined; readonly value: number | undefined })[],
): number {
  return steps
    .filter(({ network, row, unit }) => network === step.network && row === step.row && unit === step.unit)
    .filter(({ quantity }) => quantity!.startsWith("w·"))
    .reduce((sum, { value }) => sum + value!, 0);
}
