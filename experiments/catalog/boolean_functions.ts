import { FUNCTIONS_OF_TWO } from "../../core/components/datasets.ts";
import type { PartialConfig } from "../define/factors.ts";
import { defineExperiment } from "../experiment.ts";
import { classes, countFunctions, counts, isProven, SEPARABLE_COUNTS, sixteen } from "./analysis/function_tables.ts";
import { certificateOf } from "./analysis/separability.ts";
import { LECTURE, lectureData, LOSS, NETWORK, STOP_WHEN_SOLVED } from "./shared/lecture.ts";
import { fourthRowError } from "./shared/outputs.ts";
import { ENDED_EARLY, HOW_TO_READ, inMostRuns, postHocLimit, solved } from "./shared/wording.ts";

type FunctionName = typeof FUNCTIONS_OF_TWO[number];

/** The functions that a single unit computes, by certificate; then the others. */
const SEPARABLE = FUNCTIONS_OF_TWO.filter((_, number) => certificateOf(2, number).separable);
const INSEPARABLE = FUNCTIONS_OF_TWO.filter((name) => !SEPARABLE.includes(name));

/** Which of the sixteen functions can one layer learn? */
export const booleanFunctions = defineExperiment({
  id: "boolean-functions",
  question: "Which of the sixteen functions can one layer learn?",
  background:
    "Two inputs of 0 or 1 make four rows, and four rows answered by 0 or 1 make sixteen functions. One unit can " +
    "compute those whose ones and zeros a straight line parts. Here every function meets the perceptron's rule of " +
    "1957, which is made for one layer, and gradient descent on squared error and on cross entropy, with one layer " +
    "and with two; a run ends as soon as it is solved. Beside the runs stands a proof in whole numbers of what is " +
    "possible at all.",
  base: { ...LECTURE, ...STOP_WHEN_SOLVED },
  factors: {
    function: {
      meaning: "function to learn",
      levels: Object.fromEntries(FUNCTIONS_OF_TWO.map((name) => [name, lectureData(name)])) as Record<
        FunctionName,
        PartialConfig
      >,
    },
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
      wording: {
        supported: "One unit can compute 14 of the 16 functions of two inputs, all but XOR and its opposite XNOR; of " +
          "three inputs 104 of 256, of four 1882 of 65,536.",
        refuted: "The counts are not the known 14 of 16, 104 of 256 and 1882 of 65,536.",
        undecided: "Nothing was counted.",
      },
    },
    "certificates-hold": {
      kind: "every",
      table: "classes",
      holds: (line) => isProven(line),
      statement: "Each class of functions has a certificate in whole numbers that decides it.",
      wording: {
        supported:
          "Each of {n} classes of functions has a proof in whole numbers, checked when the table is read: weights " +
          "that part its ones from its zeros, or two rows answering 1 with the same sum as two answering 0, which no " +
          "weights can part.",
        refuted: "{count} of {n} classes of functions have a proof that holds (an exception: {counterexample}).",
        undecided: "No function was looked at.",
      },
    },
    "perceptron-learns-the-separable": {
      kind: "every",
      table: "runs",
      where: { function: SEPARABLE, network: "single-layer", loss: "perceptron" },
      holds: solved,
      statement: "From every start the perceptron's rule learns every separable function.",
      wording: {
        supported: "From every start the perceptron's rule learns the fourteen that one unit can compute ({n} runs).",
        refuted: "The perceptron's rule learns the fourteen that one unit can compute in {count} of {n} runs (an " +
          "exception: {counterexample}).",
        undecided: "No run was made by the perceptron's rule on a separable function.",
      },
    },
    "descent-learns-the-separable": {
      kind: "every",
      table: "runs",
      where: { function: SEPARABLE, network: "single-layer", loss: ["halfSquaredError", "crossEntropy"] },
      holds: solved,
      statement: "From every start gradient descent on one layer learns every separable function, with either loss.",
      wording: {
        supported: "Gradient descent on one layer learns them from every start, too, with either loss ({n} runs).",
        refuted: "Gradient descent on one layer learns them in {count} of {n} runs (an exception: {counterexample}).",
        undecided: "No run was made by gradient descent on a separable function.",
      },
    },
    "one-layer-never-the-others": {
      kind: "none",
      table: "runs",
      where: { function: INSEPARABLE, network: "single-layer" },
      holds: solved,
      statement: "No rule learns XOR or XNOR with one layer.",
      wording: {
        supported: "With one layer, XOR and XNOR are learned by none of the three rules ({n} runs).",
        refuted: "With one layer, XOR and XNOR are learned in {count} of {n} runs, against the proof (one of them: " +
          "{counterexample}).",
        undecided: "No single-layer run was made on XOR or XNOR.",
      },
    },
    "two-layers-learn-the-separable": {
      kind: "every",
      table: "runs",
      where: { function: SEPARABLE, network: "two-layer" },
      holds: solved,
      statement: "A two-layer net learns every separable function from every start.",
      wording: {
        supported: "With a hidden layer the other fourteen are learned from every start ({n} runs).",
        refuted:
          "With a hidden layer the other fourteen are learned in {count} of {n} runs (an exception: {counterexample}).",
        undecided: "No two-layer run was made on a separable function.",
      },
    },
    "fails-at-half": {
      kind: "every",
      table: "runs",
      where: { function: SEPARABLE, network: "two-layer" },
      holds: (run) => solved(run) || Math.abs((fourthRowError(run, run.function) ?? 0) - 0.5) < 0.01,
      statement: "A two-layer run on a separable function that fails has three rows right (within 0.1) and answers ½ " +
        "to the fourth, to 0.01.",
      wording: {
        supported:
          "Each of these {n} runs either solves its function or has three rows right and answers ½ to the fourth.",
        refuted: "Of these {n} runs, {count} solve their function or have three rows right and answer ½ to the " +
          "fourth (an exception: {counterexample}).",
        undecided: "No two-layer run was made on a separable function.",
      },
    },
    "two-layers-mostly-xor": {
      kind: "proportion",
      where: { function: "xor", network: "two-layer", loss: "halfSquaredError" },
      holds: solved,
      is: "above",
      than: 0.5,
      statement: "With squared error a two-layer net learns XOR from most starts.",
      wording: inMostRuns("With a hidden layer and squared error, XOR is learned"),
    },
    "two-layers-mostly-xnor": {
      kind: "proportion",
      where: { function: "xnor", network: "two-layer", loss: "halfSquaredError" },
      holds: solved,
      is: "above",
      than: 0.5,
      statement: "With squared error a two-layer net learns XNOR from most starts.",
      wording: inMostRuns("With a hidden layer and squared error, XNOR is learned"),
    },
    "xor-as-hard-as-xnor": {
      kind: "equivalence",
      first: { function: "xor", network: "two-layer", loss: "halfSquaredError" },
      second: { function: "xnor", network: "two-layer", loss: "halfSquaredError" },
      holds: solved,
      margin: 0.1,
      statement:
        "With squared error, XOR and XNOR are learned equally often by a two-layer net, within 10 percentage points.",
      wording: {
        supported: "XOR and XNOR are learned equally often, to within 10 points: XOR's share less XNOR's is " +
          "{estimate} {interval}.",
        refuted: "XOR and XNOR are not learned equally often, although one is the other's opposite: XOR's share less " +
          "XNOR's is {estimate} {interval}.",
        undecided: "Whether XOR and XNOR are learned equally often, to within 10 points, remains open: XOR's share " +
          "less XNOR's is {estimate} {interval}.",
      },
    },
  },
  answer: ["counts-as-known", "perceptron-learns-the-separable", "descent-learns-the-separable"],
  views: [
    {
      kind: "heat",
      x: "network",
      y: "function",
      title: "Share of runs that learn each function, with one layer and with two",
      captionClaims: ["one-layer-never-the-others", "two-layers-learn-the-separable", "fails-at-half"],
      howToRead: HOW_TO_READ.heat,
    },
    {
      kind: "table",
      table: "sixteen",
      title: "The sixteen functions, each with its proof",
      captionClaims: ["certificates-hold"],
      howToRead:
        "Either weights w1 w2 and a bias b: w1·x1 + w2·x2 + b is at least 1 where the answer is 1, at most −1 where " +
        "it is 0. Or two rows answering 1 and two answering 0 whose sums are equal, so that no weights can part them.",
    },
    {
      kind: "table",
      table: "counts",
      title: "The more inputs, the smaller the share of functions that one unit computes",
      captionClaims: ["counts-as-known"],
      howToRead: "One line for each number of inputs; the share is of all functions of so many inputs.",
    },
    {
      kind: "rates",
      by: "function",
      color: "loss",
      panel: "network",
      title: "Share of runs that learn each function, by loss",
      captionClaims: ["perceptron-learns-the-separable", "descent-learns-the-separable"],
      howToRead: HOW_TO_READ.rates,
    },
    {
      kind: "solved",
      color: "network",
      panel: "function",
      where: { function: ["and", "xor", "xnor"], loss: "halfSquaredError" },
      title: "Share of runs on AND, XOR and XNOR solved by each epoch, with squared error",
      captionClaims: ["two-layers-mostly-xor", "two-layers-mostly-xnor", "xor-as-hard-as-xnor"],
      howToRead: HOW_TO_READ.ended,
    },
  ],
  limits: [
    "That one unit can compute a function is proven; that a rule finds its weights is seen in these runs, at rate " +
    "0.9 within 10,000 epochs.",
    ENDED_EARLY,
    "Why a two-layer net can end at ½ for one row, the experiment depth-xor shows.",
    "The counts stop at four inputs; the argument by pairs of rows settles every function up to eight.",
    postHocLimit("a two-layer net that fails on these functions answers ½ to one row"),
  ],
});
