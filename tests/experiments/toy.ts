/** A small experiment for tests, quick to train. */
import { defineTable } from "../../experiments/define/tables.ts";
import { defineExperiment } from "../../experiments/experiment.ts";

/** One unit on AND and XOR, at two learning rates. */
export const toy = defineExperiment({
  id: "toy",
  question: "Does a toy work?",
  why: { theory: "It is small.", data: [] },
  base: {
    network: { inputs: 2, layers: [{ units: 1, activation: "sigmoid", bias: true }] },
    loss: "crossEntropy",
    optimizer: { name: "gradientDescent" },
    epochs: 60,
  },
  factors: {
    function: { meaning: "function to learn", levels: { and: { data: "and" }, xor: { data: "xor" } } },
    learning_rate: {
      meaning: "learning rate",
      levels: { "4": { optimizer: { learningRate: 4 } }, "0.5": { optimizer: { learningRate: 0.5 } } },
      read: (text: string) => Number(text) > 0 ? { optimizer: { learningRate: Number(text) } } : undefined,
    },
  },
  replicates: 4,
  curveReplicates: 2,
  tables: {
    squares: defineTable({
      meaning: "numbers and their squares",
      columns: { x: { type: "integer", meaning: "a number" }, square: { type: "number", meaning: "its square" } },
      rows: (outcomes) => outcomes.map((_, x) => ({ x, square: x * x })),
    }),
  },
  claims: {
    "and-solved": {
      kind: "every",
      table: "runs",
      arms: [{ function: "and", learning_rate: "4" }],
      condition: { solved: true },
      statement: "AND is solved.",
      wording: { supported: "All {n} solve AND.", refuted: "{count} of {n} solve AND.", undecided: "Nothing ran." },
    },
    "xor-unsolved": {
      kind: "none",
      table: "runs",
      arms: [{ function: "xor" }],
      condition: { solved: true },
      statement: "XOR is not solved.",
      wording: { supported: "None of {n} solves XOR.", refuted: "{count} solve XOR.", undecided: "Nothing ran." },
    },
    "faster": {
      kind: "sooner",
      table: "runs",
      arms: [{ function: "and", learning_rate: "4" }, { function: "and", learning_rate: "0.5" }],
      value: "max_error",
      is: "above",
      than: 0.5,
      statement: "The larger rate is faster.",
      wording: { supported: "It is: {estimate} {interval}.", refuted: "It is not.", undecided: "Open." },
    },
  },
  answer: ["and-solved", "xor-unsolved"],
  views: [
    {
      kind: "rates",
      by: "function",
      color: "learning_rate",
      title: "Share solved",
      captionClaims: ["and-solved"],
      howToRead: "A dot a cell.",
    },
  ],
  limits: ["It is a toy."],
});
