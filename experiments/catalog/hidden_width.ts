import type { PartialConfig } from "../define/factors.ts";
import { defineExperiment } from "../experiment.ts";
import { LECTURE, lectureData, LOSS, NETWORKS } from "./shared/lecture.ts";
import { HOW_TO_READ, inMostRuns, solved, solvedEpoch } from "./shared/wording.ts";

/** A level of `units`: a whole number above 0. */
function units(text: string): PartialConfig | undefined {
  const count = Number(text);
  return Number.isInteger(count) && count >= 1 && String(count) === text
    ? { network: { layers: [{ units: count }] } }
    : undefined;
}

/** The levels of the lecture's net, except its width. */
const LECTURE_LEVELS = { output_bias: "false", loss: "halfSquaredError" } as const;

/** How many hidden units? */
export const hiddenWidth = defineExperiment({
  id: "hidden-width",
  question: "How many hidden units does XOR need?",
  background:
    "Each hidden unit draws one line through the plane, and the output unit adds the units' answers up. With a bias " +
    "at the output two lines are enough to compute XOR; the lecture's net has four units and no bias there. That a " +
    "net can compute XOR does not mean that it learns it from every start. Nets of eight and sixteen units are tried " +
    "without output bias only, as in the lecture.",
  base: { ...LECTURE, ...lectureData("xor"), ...NETWORKS["two-layer"] },
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
  // the effect of an output bias is measured on small nets only
  exclude: [{ units: ["8", "16"], output_bias: "true" }],
  featuredCell: { units: "4", output_bias: "false", loss: "halfSquaredError" },
  replicates: 200,
  curveReplicates: 5,
  tables: {},
  claims: {
    "one-never": {
      kind: "none",
      table: "runs",
      where: { units: "1" },
      holds: solved,
      statement: "With one hidden unit no run solves XOR, with or without an output bias.",
      wording: {
        supported: "One unit draws one line and is not enough: none of {n} runs solves XOR.",
        refuted: "{count} of {n} runs with one unit solve XOR, against what the geometry allows (one of them: " +
          "{counterexample}).",
        undecided: "No run was made with one unit.",
      },
    },
    "three-beat-two": {
      kind: "difference",
      first: { ...LECTURE_LEVELS, units: "3" },
      second: { ...LECTURE_LEVELS, units: "2" },
      holds: solved,
      family: "width",
      statement: "In the lecture's setting (squared error, no output bias) three units solve more seeds than two.",
      wording: {
        supported: "With squared error and no output bias, as in the lecture, the third unit adds {estimate} " +
          "{interval} to the share of runs that solve XOR.",
        refuted: "With squared error and no output bias, as in the lecture, the third unit lowers the share of runs " +
          "that solve XOR: the difference is {estimate} {interval}.",
        undecided: "Whether the third unit helps with squared error and no output bias, as in the lecture, remains " +
          "open: the difference is {estimate} {interval}.",
      },
    },
    "four-beat-three": {
      kind: "difference",
      first: { ...LECTURE_LEVELS, units: "4" },
      second: { ...LECTURE_LEVELS, units: "3" },
      holds: solved,
      family: "width",
      statement: "In the lecture's setting four units solve more seeds than three.",
      wording: {
        supported: "The fourth unit adds {estimate} {interval}.",
        refuted: "The fourth unit lowers it: the difference is {estimate} {interval}.",
        undecided: "Whether the fourth unit helps remains open: the difference is {estimate} {interval}.",
      },
    },
    "eight-beat-four": {
      kind: "difference",
      first: { ...LECTURE_LEVELS, units: "8" },
      second: { ...LECTURE_LEVELS, units: "4" },
      holds: solved,
      family: "width",
      statement: "In the lecture's setting eight units solve more seeds than four.",
      wording: {
        supported: "With squared error and no output bias, eight units instead of four add {estimate} {interval}.",
        refuted: "With squared error and no output bias, eight units are worse than four: the difference is " +
          "{estimate} {interval}.",
        undecided: "With squared error and no output bias, it remains open whether eight units are better than four: " +
          "the difference is {estimate} {interval}.",
      },
    },
    "sixteen-beat-eight": {
      kind: "difference",
      first: { ...LECTURE_LEVELS, units: "16" },
      second: { ...LECTURE_LEVELS, units: "8" },
      holds: solved,
      family: "width",
      statement: "In the lecture's setting sixteen units solve more seeds than eight.",
      wording: {
        supported: "Sixteen instead of eight add {estimate} {interval} there.",
        refuted: "Sixteen are worse than eight there: the difference is {estimate} {interval}.",
        undecided: "Whether sixteen are better than eight there remains open: the difference is {estimate} {interval}.",
      },
    },
    "two-with-bias-mostly": {
      kind: "proportion",
      where: { units: "2", output_bias: "true", loss: "halfSquaredError" },
      holds: solved,
      is: "above",
      than: 0.5,
      statement: "With squared error and an output bias, two units solve XOR from most starts.",
      wording: inMostRuns("With squared error, two units and an output bias solve XOR"),
    },
    "bias-helps-two": {
      kind: "difference",
      first: { units: "2", output_bias: "true", loss: "halfSquaredError" },
      second: { units: "2", output_bias: "false", loss: "halfSquaredError" },
      holds: solved,
      family: "bias",
      statement: "With squared error and two units, an output bias solves more seeds.",
      wording: {
        supported: "With squared error and two units, an output bias adds {estimate} {interval}.",
        refuted: "With squared error and two units, an output bias does harm: the difference is {estimate} {interval}.",
        undecided: "With squared error and two units, it remains open whether an output bias helps: the difference " +
          "is {estimate} {interval}.",
      },
    },
    "bias-helps-four": {
      kind: "difference",
      first: { units: "4", output_bias: "true", loss: "halfSquaredError" },
      second: { units: "4", output_bias: "false", loss: "halfSquaredError" },
      holds: solved,
      family: "bias",
      statement: "With squared error and four units, an output bias solves more seeds.",
      wording: {
        supported: "With squared error and four units, an output bias adds {estimate} {interval}.",
        refuted:
          "With squared error and four units, an output bias does harm: the difference is {estimate} {interval}.",
        undecided: "With squared error and four units, it remains open whether an output bias helps: the difference " +
          "is {estimate} {interval}.",
      },
    },
    "sixteen-always": {
      kind: "every",
      table: "runs",
      where: { units: "16", loss: "halfSquaredError" },
      holds: solved,
      statement: "With squared error, sixteen units solve XOR from every start.",
      wording: {
        supported: "With squared error sixteen units solve XOR in all {n} runs.",
        refuted: "With squared error sixteen units solve XOR in {count} of {n} runs (an exception: {counterexample}).",
        undecided: "No run was made with sixteen units and squared error.",
      },
    },
    "cross-entropy-sixteen-always": {
      kind: "every",
      table: "runs",
      where: { units: "16", loss: "crossEntropy" },
      holds: solved,
      statement: "With cross entropy, sixteen units solve XOR from every start.",
      wording: {
        supported: "With cross entropy sixteen units solve XOR in all {n} runs.",
        refuted: "With cross entropy sixteen units solve XOR in {count} of {n} runs (an exception: {counterexample}).",
        undecided: "No run was made with sixteen units and cross entropy.",
      },
    },
    "wider-sooner": {
      kind: "sooner",
      first: { ...LECTURE_LEVELS, units: "16" },
      second: { ...LECTURE_LEVELS, units: "4" },
      value: solvedEpoch,
      statement: "In the lecture's setting sixteen units solve XOR in fewer epochs than four.",
      wording: {
        supported: "With squared error and no output bias, sixteen units solve XOR sooner than four in {estimate} " +
          "{interval} of {n} pairs of runs.",
        refuted: "With squared error and no output bias, sixteen units solve XOR sooner than four in only {estimate} " +
          "{interval} of {n} pairs of runs.",
        undecided: "With squared error and no output bias, sixteen units solve XOR sooner than four in {estimate} " +
          "{interval} of {n} pairs of runs, which decides nothing.",
      },
    },
  },
  answer: ["one-never", "two-with-bias-mostly", "sixteen-always"],
  views: [
    {
      kind: "rates",
      by: "units",
      color: "loss",
      panel: "output_bias",
      title: "Share of runs that solve XOR, by hidden units and output bias",
      captionClaims: ["three-beat-two", "four-beat-three", "bias-helps-two", "bias-helps-four"],
      howToRead: HOW_TO_READ.rates,
    },
    {
      kind: "heat",
      x: "units",
      y: "output_bias",
      panel: "loss",
      title: "The same at a glance",
      captionClaims: ["one-never", "two-with-bias-mostly", "sixteen-always", "cross-entropy-sixteen-always"],
      howToRead: HOW_TO_READ.heat,
    },
    {
      kind: "solved",
      color: "units",
      panel: "loss",
      where: { output_bias: "false" },
      title: "Share of runs solved by each epoch, without output bias",
      captionClaims: ["eight-beat-four", "sixteen-beat-eight"],
      howToRead: HOW_TO_READ.solved,
    },
    {
      kind: "curves",
      y: "mean_squared_error",
      color: "loss",
      panel: "units",
      where: { output_bias: "false" },
      title: "Learning curves, without output bias",
      captionClaims: ["wider-sooner"],
      howToRead: HOW_TO_READ.curves,
    },
  ],
  limits: [
    "It shows one learning rate, 0.9, for all widths; at the same rate the output of a wider net takes larger steps.",
    "Starts are uniform from −1 to 1 at every width; a scale that shrinks with the width might do otherwise.",
    "A run that has not solved XOR is stuck within 10,000 epochs, which does not say for how long.",
  ],
});
