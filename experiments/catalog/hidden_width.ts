import { defineExperiment } from "../experiment.ts";
import { allRuns, moreOften, mostRuns, noRuns, sooner } from "./shared/claim_builders.ts";
import { hiddenUnits, levelsOf, LOSS, outputBias } from "./shared/common_factors.ts";
import { TWO_LAYER_XOR } from "./shared/lecture.ts";
import { HEAT, LEARNING_CURVES, RATES, SOLVED } from "./shared/views.ts";

/** The levels of the lecture's net, except its width. */
const LECTURE_LEVELS = { output_bias: "false", loss: "halfSquaredError" } as const;
const LECTURE_SETTING = "with squared error and no output bias";

/** The claim that the lecture's net solves XOR more often with more units. */
function wider<const M extends string, const F extends string>(
  [more, moreName]: readonly [M, string],
  [fewer, fewerName]: readonly [F, string],
) {
  return {
    ...moreOften("XOR is solved", `with ${moreName} units`, `with ${fewerName}`, LECTURE_SETTING),
    first: { ...LECTURE_LEVELS, units: more },
    second: { ...LECTURE_LEVELS, units: fewer },
    family: "width",
  } as const;
}

/** The claim that XOR is solved more often with an output bias. */
function biasHelps<const U extends string>(units: U, name: string) {
  return {
    ...moreOften("XOR is solved", "with an output bias", "without", `with squared error and ${name} units`),
    first: { units, output_bias: "true", loss: "halfSquaredError" },
    second: { units, output_bias: "false", loss: "halfSquaredError" },
    family: "bias",
  } as const;
}

/** How many hidden units? */
export const hiddenWidth = defineExperiment({
  id: "hidden-width",
  question: "How many hidden units does XOR need?",
  background:
    "Each hidden unit draws one line through the plane, and the output unit adds up the units' outputs. With a bias at " +
    "the output two lines are enough to compute XOR; the nets of the other experiments have four units and no bias there. That a net " +
    "can compute XOR does not mean that it learns it from every start. Nets of eight and sixteen units are trained " +
    "without output bias only.",
  base: TWO_LAYER_XOR,
  factors: {
    units: hiddenUnits(["1", "2", "3", "4", "8", "16"]),
    output_bias: {
      meaning: "whether the output unit has a bias; the hidden units' is the constant third input",
      levels: levelsOf(["false", "true"], outputBias),
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
    "one-never": { ...noRuns("solve XOR", "with one unit, which draws one line"), where: { units: "1" } },
    "three-beat-two": wider(["3", "three"], ["2", "two"]),
    "four-beat-three": wider(["4", "four"], ["3", "three"]),
    "eight-beat-four": wider(["8", "eight"], ["4", "four"]),
    "sixteen-beat-eight": wider(["16", "sixteen"], ["8", "eight"]),
    "two-with-bias-mostly": {
      ...mostRuns("solve XOR", "with squared error, two units and an output bias"),
      where: { units: "2", output_bias: "true", loss: "halfSquaredError" },
    },
    "bias-helps-two": biasHelps("2", "two"),
    "bias-helps-four": biasHelps("4", "four"),
    "sixteen-always": {
      ...allRuns("solve XOR", "with squared error and sixteen units"),
      where: { units: "16", loss: "halfSquaredError" },
    },
    "cross-entropy-sixteen-always": {
      ...allRuns("solve XOR", "with cross entropy and sixteen units"),
      where: { units: "16", loss: "crossEntropy" },
    },
    "wider-sooner": {
      ...sooner("XOR is solved", "with sixteen units", "with four", LECTURE_SETTING),
      first: { ...LECTURE_LEVELS, units: "16" },
      second: { ...LECTURE_LEVELS, units: "4" },
    },
  },
  answer: ["one-never", "two-with-bias-mostly", "sixteen-always"],
  views: [
    {
      ...RATES,
      by: "units",
      color: "loss",
      panel: "output_bias",
      title: "Runs that solve XOR, by hidden units and output bias",
      captionClaims: ["three-beat-two", "four-beat-three", "bias-helps-two", "bias-helps-four"],
    },
    {
      ...HEAT,
      x: "units",
      y: "output_bias",
      panel: "loss",
      title: "The same at a glance",
      captionClaims: ["one-never", "two-with-bias-mostly", "sixteen-always", "cross-entropy-sixteen-always"],
    },
    {
      ...SOLVED,
      color: "units",
      panel: "loss",
      where: { output_bias: "false" },
      title: "Runs solved by each epoch, without output bias",
      captionClaims: ["eight-beat-four", "sixteen-beat-eight"],
    },
    {
      ...LEARNING_CURVES,
      color: "loss",
      panel: "units",
      where: { output_bias: "false" },
      title: "Learning curves, without output bias",
      captionClaims: ["wider-sooner"],
    },
  ],
  limits: [
    "One learning rate, 0.9, for all widths; at the same rate the output of a wider net takes larger steps.",
    "Starts are uniform from −1 to 1 at every width; a scale that shrinks with the width might do otherwise.",
    "A run that has not solved XOR after 10,000 epochs might still solve it later.",
  ],
});
