import { FUNCTIONS_OF_TWO } from "../../core/components/datasets.ts";
import { defineExperiment } from "../experiment.ts";
import { classes, countFunctions, counts, isProven, SEPARABLE_COUNTS, sixteen } from "./analysis/function_tables.ts";
import { certificateOf } from "./analysis/separability.ts";
import {
  allRuns,
  allText,
  equallyOften,
  exactWording,
  mostRuns,
  noRuns,
  postHocLimit,
  solved,
} from "./shared/claim_builders.ts";
import { functions, LOSS, NETWORK } from "./shared/common_factors.ts";
import { ENDED_EARLY, LECTURE, STOP_WHEN_SOLVED } from "./shared/lecture.ts";
import { fourthRowError } from "./shared/outputs.ts";
import { HEAT, RATES, SOLVED_AND_STOPPED } from "./shared/views.ts";

/** The functions that a single unit computes, by certificate; then the others. */
const SEPARABLE = FUNCTIONS_OF_TWO.filter((_, number) => certificateOf(2, number).separable);
const INSEPARABLE = FUNCTIONS_OF_TWO.filter((name) => !SEPARABLE.includes(name));

/** Which of the sixteen functions can one layer learn? */
export const booleanFunctions = defineExperiment({
  id: "boolean-functions",
  question: "Which of the sixteen functions can one layer learn?",
  background:
    "Two inputs of 0 or 1 make four rows, and four rows with targets of 0 or 1 make sixteen functions. One unit can " +
    "compute those whose ones and zeros a straight line separates. We train every function by the perceptron rule of " +
    "1957, which is made for one layer, and by gradient descent on squared error and on cross entropy, with one layer " +
    "and with two; a run ends as soon as it is solved. Beside the runs stands a proof in whole numbers of what is " +
    "possible at all.",
  base: { ...LECTURE, ...STOP_WHEN_SOLVED },
  factors: {
    function: functions(...FUNCTIONS_OF_TWO),
    network: NETWORK,
    loss: {
      meaning: "loss that training minimizes; the perceptron rule minimizes none and corrects mistakes",
      levels: {
        perceptron: {
          network: { layers: [{ activation: "step" }] },
          loss: null,
          optimizer: { name: "perceptron" },
        },
        ...LOSS.levels,
      },
    },
  },
  exclude: [{ network: "two-layer", loss: "perceptron" }],
  featuredCell: { function: "xor", network: "two-layer", loss: "halfSquaredError" },
  replicates: 200,
  curveReplicates: 1,
  tables: { sixteen, counts, classes },
  claims: {
    "counts-as-known": {
      kind: "every",
      table: "counts",
      holds: ({ inputs, separable, inseparable }, { sixteen, classes }) =>
        separable === SEPARABLE_COUNTS[inputs!] &&
        sixteen.every((line) => line.separable !== ["xor", "xnor"].includes(line.function!)) &&
        separable === countFunctions(classes, inputs!, true) &&
        inseparable === countFunctions(classes, inputs!, false) &&
        separable! + inseparable! === 1 << (1 << inputs!),
      statement: "One unit computes 14 of 16 functions of two inputs, 104 of 256 of three, 1882 of 65,536 of four.",
      wording: exactWording(
        "One unit can compute 14 of the 16 functions of two inputs: all but XOR and XNOR.",
        "The counts are not the known 14 of 16, 104 of 256 and 1882 of 65,536.",
      ),
    },
    "certificates-hold": {
      ...allText("classes of functions", "have a proof in whole numbers that one unit computes them, or cannot"),
      kind: "every",
      table: "classes",
      holds: (line) => isProven(line),
    },
    "perceptron-learns-the-separable": {
      ...allRuns("on the fourteen separable functions learn them", "by the perceptron rule"),
      where: { function: SEPARABLE, network: "single-layer", loss: "perceptron" },
    },
    "descent-learns-the-separable": {
      ...allRuns(
        "on the fourteen separable functions learn them",
        "by gradient descent on one layer, with either loss",
      ),
      where: { function: SEPARABLE, network: "single-layer", loss: ["halfSquaredError", "crossEntropy"] },
    },
    "one-layer-never-the-others": {
      ...noRuns("learn XOR or XNOR", "with one layer and any of the three rules"),
      where: { function: INSEPARABLE, network: "single-layer" },
    },
    "two-layers-learn-the-separable": {
      ...allRuns("on the fourteen separable functions learn them", "with a hidden layer"),
      where: { function: SEPARABLE, network: "two-layer" },
    },
    "fails-at-half": {
      ...allText(
        "two-layer runs on separable functions",
        "learn theirs, or have three rows right and the output ½ for the fourth",
      ),
      kind: "every",
      table: "runs",
      where: { function: SEPARABLE, network: "two-layer" },
      holds: (run) => solved(run) || Math.abs((fourthRowError(run, run.function) ?? 0) - 0.5) < 0.01,
    },
    "two-layers-mostly-xor": {
      ...mostRuns("learn XOR", "with a hidden layer and squared error"),
      where: { function: "xor", network: "two-layer", loss: "halfSquaredError" },
    },
    "two-layers-mostly-xnor": {
      ...mostRuns("learn XNOR", "with a hidden layer and squared error"),
      where: { function: "xnor", network: "two-layer", loss: "halfSquaredError" },
    },
    "xor-as-hard-as-xnor": {
      ...equallyOften("learning succeeds", "on XOR", "on XNOR", "with a hidden layer and squared error"),
      first: { function: "xor", network: "two-layer", loss: "halfSquaredError" },
      second: { function: "xnor", network: "two-layer", loss: "halfSquaredError" },
    },
  },
  answer: ["counts-as-known", "perceptron-learns-the-separable", "descent-learns-the-separable"],
  views: [
    {
      ...HEAT,
      x: "network",
      y: "function",
      title: "Runs that learn each function, with one layer and with two",
      captionClaims: ["one-layer-never-the-others", "two-layers-learn-the-separable", "fails-at-half"],
    },
    {
      kind: "table",
      table: "sixteen",
      title: "The sixteen functions, each with its proof",
      captionClaims: ["certificates-hold"],
      howToRead:
        "Either weights w1 w2 and a bias b: w1·x1 + w2·x2 + b is at least 1 where the target is 1, at most −1 where it " +
        "is 0. Or two rows with target 1 and two with target 0 whose sums are equal, so no weights can separate them.",
    },
    {
      kind: "table",
      table: "counts",
      title: "The more inputs, the smaller the fraction of functions that one unit computes",
      captionClaims: ["counts-as-known"],
      howToRead: "One line for each number of inputs; the fraction is of all functions of that many inputs.",
    },
    {
      ...RATES,
      by: "function",
      color: "loss",
      panel: "network",
      title: "Runs that learn each function, by loss",
      captionClaims: ["perceptron-learns-the-separable", "descent-learns-the-separable"],
    },
    {
      ...SOLVED_AND_STOPPED,
      color: "network",
      panel: "function",
      where: { function: ["and", "xor", "xnor"], loss: "halfSquaredError" },
      title: "Runs on AND, XOR and XNOR solved by each epoch, with squared error",
      captionClaims: ["two-layers-mostly-xor", "two-layers-mostly-xnor", "xor-as-hard-as-xnor"],
    },
  ],
  limits: [
    "That one unit can compute a function is proven; that a rule finds its weights is seen in these runs, at rate 0.9 " +
    "within 10,000 epochs.",
    ENDED_EARLY,
    "The experiment depth-xor shows why a two-layer net can end at ½ for one row.",
    "The counts stop at four inputs; the argument by pairs of rows settles every function up to eight.",
    postHocLimit("that a two-layer net that fails on these functions outputs ½ for one row"),
  ],
});
