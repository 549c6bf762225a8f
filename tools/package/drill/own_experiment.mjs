/** An experiment as a user of the package would write it in JavaScript. */
import { defineExperiment } from "@xorlab/xorlab";

export default defineExperiment({
  id: "two-or-three",
  question: "Are three hidden units better than two?",
  why: { theory: "Two units can draw the two lines that XOR needs.", data: ["Nets start from the same seeds."] },
  base: {
    data: "xor",
    network: {
      inputs: 2,
      layers: [{ activation: "tanh", bias: true }, { units: 1, activation: "sigmoid", bias: true }],
    },
    loss: "crossEntropy",
    optimizer: { name: "gradientDescent", learningRate: 0.5 },
    epochs: 500,
  },
  factors: {
    units: {
      meaning: "hidden units",
      levels: { 2: { network: { layers: [{ units: 2 }] } }, 3: { network: { layers: [{ units: 3 }] } } },
    },
  },
  replicates: 20,
  curveReplicates: 5,
  tables: {},
  claims: {
    "three-solve-more": {
      kind: "difference",
      table: "runs",
      arms: [{ units: "3" }, { units: "2" }],
      condition: { solved: true },
      is: "above",
      than: 0,
      statement: "Three units solve XOR from more starts than two.",
      wording: {
        supported: "Yes, by {estimate} {interval}.",
        refuted: "No, from fewer: {estimate} {interval}.",
        undecided: "{n} starts do not tell: {estimate} {interval}.",
      },
    },
  },
  answer: ["three-solve-more"],
  views: [
    {
      kind: "solved",
      color: "units",
      title: "Solved by epoch",
      captionClaims: ["three-solve-more"],
      howToRead: "Higher is better.",
    },
  ],
  limits: ["It shows one learning rate."],
});
