/** The source of a module with an experiment of one's own. */

const MOD = new URL("../../mod.ts", import.meta.url).href;

/** A module that exports an experiment by the name that follows `export`, as in `export default`. */
export function ownModule(id = "two-or-three", exported = "export default own"): string {
  return `
import { defineExperiment } from ${JSON.stringify(MOD)};
const wording = { supported: "Yes.", refuted: "No.", undecided: "Open." };
const own = defineExperiment({
  id: ${JSON.stringify(id)},
  question: "Are three hidden units better than two?",
  why: { theory: "Two units can draw two lines.", data: ["Nets start from the same seeds."] },
  base: {
    data: "xor",
    network: {
      inputs: 2,
      layers: [{ activation: "tanh", bias: true }, { units: 1, activation: "sigmoid", bias: true }],
    },
    loss: "crossEntropy",
    optimizer: { name: "gradientDescent", learningRate: 0.5 },
    epochs: 100,
  },
  factors: {
    units: {
      meaning: "hidden units",
      levels: { "2": { network: { layers: [{ units: 2 }] } }, "3": { network: { layers: [{ units: 3 }] } } },
    },
  },
  replicates: 4,
  curveReplicates: 2,
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
      wording,
    },
  },
  answer: ["three-solve-more"],
  views: [],
  limits: [],
});
${exported};
`;
}
