import { defineExperiment, type PartialConfig } from "../experiment.ts";
import { labels, LECTURE, LOSS, NETWORKS } from "./lecture.ts";

/** A whole number of hidden units. */
function units(text: string): PartialConfig | undefined {
  const count = Number(text);
  return Number.isInteger(count) && count >= 1 && String(count) === text
    ? { network: { layers: [{ units: count }] } }
    : undefined;
}

/** The net of the lecture, its width left open. */
const LECTURES = { output_bias: "false", loss: "halfSquaredError" } as const;

/** How many hidden units? */
export const hiddenWidth = defineExperiment({
  id: "hidden-width",
  question: "How many hidden units does XOR need?",
  background:
    "Each hidden unit draws one line through the plane, and the output unit adds the units' answers up. With a " +
    "bias at " +
    "the output two lines are enough to compute XOR; the lecture's net has four units and no bias there. That a " +
    "net can " +
    "compute XOR does not mean that it learns it from every start, and a wider net has more starts that lead there.",
  base: { ...LECTURE, ...labels("xor"), ...NETWORKS["two-layer"] },
  factors: {
    units: {
      meaning: "hidden units",
      levels: {
        "1": units("1")!,
        "2": units("2")!,
        "3": units("3")!,
        "4": units("4")!,
        "8": units("8")!,
        "16": units("16")!,
      },
      read: units,
    },
    output_bias: {
      meaning: "whether the output unit has a bias; the hidden units' is the constant third input",
      levels: {
        false: { network: { layers: [{}, { bias: false }] } },
        true: { network: { layers: [{}, { bias: true }] } },
      },
    },
    loss: LOSS,
  },
  replicates: 200,
  curves: 5,
  tables: {},
  claims: {
    "one-never": {
      kind: "none",
      table: "runs",
      where: { units: "1" },
      holds: (run) => run.solved === true,
      statement: "With one hidden unit no run solves XOR, with or without an output bias.",
      says: {
        supported: "One unit draws one line: none of {n} runs solves XOR.",
        refuted: "{count} of {n} runs with one unit solve XOR, against what the geometry allows ({counterexample}).",
        undecided: "No run was made with one unit.",
      },
    },
    "three-beat-two": {
      kind: "difference",
      first: { ...LECTURES, units: "3" },
      second: { ...LECTURES, units: "2" },
      holds: (run) => run.solved === true,
      family: "width",
      statement: "In the lecture's setting (squared error, no output bias) three units solve more seeds than two.",
      says: {
        supported:
          "With squared error and no output bias, as in the lecture, the third unit adds {estimate} {interval} to " +
          "the rate of success.",
        refuted:
          "With squared error and no output bias, as in the lecture, the third unit lowers the rate of success: " +
          "{estimate} {interval}.",
        undecided: "Whether the third unit helps with squared error and no output bias, as in the lecture, is open: " +
          "{estimate} {interval}.",
      },
    },
    "four-beat-three": {
      kind: "difference",
      first: { ...LECTURES, units: "4" },
      second: { ...LECTURES, units: "3" },
      holds: (run) => run.solved === true,
      family: "width",
      statement: "In the lecture's setting four units solve more seeds than three.",
      says: {
        supported: "The fourth unit adds {estimate} {interval}.",
        refuted: "The fourth unit lowers it: {estimate} {interval}.",
        undecided: "Whether the fourth unit helps is open: {estimate} {interval}.",
      },
    },
    "eight-beat-four": {
      kind: "difference",
      first: { ...LECTURES, units: "8" },
      second: { ...LECTURES, units: "4" },
      holds: (run) => run.solved === true,
      family: "width",
      statement: "In the lecture's setting eight units solve more seeds than four.",
      says: {
        supported: "With squared error and no output bias, eight units instead of four add {estimate} {interval}.",
        refuted: "With squared error and no output bias, eight units are worse than four: {estimate} {interval}.",
        undecided:
          "With squared error and no output bias, whether eight units are better than four is open: {estimate} " +
          "{interval}.",
      },
    },
    "sixteen-beat-eight": {
      kind: "difference",
      first: { ...LECTURES, units: "16" },
      second: { ...LECTURES, units: "8" },
      holds: (run) => run.solved === true,
      family: "width",
      statement: "In the lecture's setting sixteen units solve more seeds than eight.",
      says: {
        supported: "Sixteen instead of eight add {estimate} {interval} there.",
        refuted: "Sixteen are worse than eight there: {estimate} {interval}.",
        undecided: "Whether sixteen are better than eight there is open: {estimate} {interval}.",
      },
    },
    "two-with-bias-mostly": {
      kind: "share",
      where: { units: "2", output_bias: "true", loss: "halfSquaredError" },
      holds: (run) => run.solved === true,
      is: "above",
      than: 0.5,
      statement: "With squared error and an output bias, two units solve XOR from most starts.",
      says: {
        supported: "With squared error, two units and an output bias solve XOR in {estimate} {interval} of {n} runs.",
        refuted:
          "With squared error, two units and an output bias, which could compute XOR, learn it in only {estimate} " +
          "{interval} of {n} runs.",
        undecided:
          "With squared error, two units and an output bias solve XOR in {estimate} {interval} of {n} runs, which " +
          "leaves open whether in most.",
      },
    },
    "bias-helps-two": {
      kind: "difference",
      first: { units: "2", output_bias: "true", loss: "halfSquaredError" },
      second: { units: "2", output_bias: "false", loss: "halfSquaredError" },
      holds: (run) => run.solved === true,
      family: "bias",
      statement: "With squared error and two units, an output bias solves more seeds.",
      says: {
        supported: "An output bias helps two units: by {estimate} {interval}.",
        refuted: "An output bias harms two units: {estimate} {interval}.",
        undecided: "Whether an output bias helps two units is open: {estimate} {interval}.",
      },
    },
    "bias-helps-four": {
      kind: "difference",
      first: { units: "4", output_bias: "true", loss: "halfSquaredError" },
      second: { units: "4", output_bias: "false", loss: "halfSquaredError" },
      holds: (run) => run.solved === true,
      family: "bias",
      statement: "With squared error and four units, an output bias solves more seeds.",
      says: {
        supported: "An output bias helps four units: by {estimate} {interval}.",
        refuted: "An output bias harms four units: {estimate} {interval}.",
        undecided: "Whether an output bias helps four units is open: {estimate} {interval}.",
      },
    },
    "sixteen-always": {
      kind: "every",
      table: "runs",
      where: { units: "16", loss: "halfSquaredError" },
      holds: (run) => run.solved === true,
      statement: "With squared error, sixteen units solve XOR from every start.",
      says: {
        supported: "With squared error sixteen units solve XOR in all {n} runs.",
        refuted: "Even sixteen units are no guarantee: with squared error {count} of {n} runs solve XOR (not: " +
          "{counterexample}).",
        undecided: "No run was made with sixteen units and squared error.",
      },
    },
    "cross-entropy-sixteen-always": {
      kind: "every",
      table: "runs",
      where: { units: "16", loss: "crossEntropy" },
      holds: (run) => run.solved === true,
      statement: "With cross entropy, sixteen units solve XOR from every start.",
      says: {
        supported: "With cross entropy sixteen units solve XOR in all {n} runs.",
        refuted: "With cross entropy sixteen units solve XOR in {count} of {n} runs (not: {counterexample}).",
        undecided: "No run was made with sixteen units and cross entropy.",
      },
    },
    "wider-sooner": {
      kind: "sooner",
      first: { ...LECTURES, units: "16" },
      second: { ...LECTURES, units: "4" },
      value: (run) => run.solved_epoch,
      statement: "In the lecture's setting sixteen units solve XOR in fewer epochs than four.",
      says: {
        supported:
          "There sixteen units need fewer epochs than four: first in {estimate} {interval} of {n} pairs of runs.",
        refuted:
          "There sixteen units need more epochs than four: first in only {estimate} {interval} of {n} pairs of runs.",
        undecided:
          "Whether sixteen units need fewer epochs than four there is open: first in {estimate} {interval} of {n} " +
          "pairs.",
      },
    },
  },
  answer: ["one-never", "two-with-bias-mostly", "three-beat-two"],
  views: [
    {
      kind: "rates",
      by: "units",
      color: "loss",
      panel: "output_bias",
      title: "Share of runs that solve XOR, by hidden units and output bias",
      finding: ["three-beat-two", "four-beat-three", "bias-helps-two"],
      reading: "Each dot is the share of seeds solved at the end, the bar its 95 % Wilson interval.",
    },
    {
      kind: "heat",
      x: "units",
      y: "output_bias",
      panel: "loss",
      title: "The same as a field",
      finding: ["one-never", "two-with-bias-mostly", "sixteen-always", "cross-entropy-sixteen-always"],
      reading: "Each field is the share of seeds solved, by hidden units (across) and output bias (down).",
    },
    {
      kind: "solved",
      color: "units",
      panel: "loss",
      where: { output_bias: "false" },
      title: "Share of runs solved by each epoch, without output bias",
      finding: ["eight-beat-four", "sixteen-beat-eight", "wider-sooner"],
      reading: "The line rises as runs solve XOR for good. Where it ends below 100 %, the rest never did.",
    },
    {
      kind: "curves",
      y: "mean_squared_error",
      color: "loss",
      panel: "units",
      where: { output_bias: "false" },
      title: "Learning curves, without output bias",
      finding: ["bias-helps-four"],
      reading: "A thin line a seed, the thick line their median; both axes are logarithmic.",
    },
  ],
  limits: [
    "It shows one learning rate, 0.9, for all widths, though a wider net takes larger steps in its output from the " +
    "same rate.",
    "Starts are uniform from −1 to 1 at every width; a scale that shrinks with the width might do otherwise.",
    "A run that has not solved XOR is stuck within 10,000 epochs, which does not say for how long.",
  ],
});
