import { FUNCTIONS_OF_TWO } from "../../core/components/datasets.ts";
import { defineExperiment } from "../experiment.ts";
import { CLAIMS_EN, exactWording } from "../words/claims_en.ts";
import { classes, counts, sixteen } from "./tables/function_tables.ts";
import { mirrored } from "./analysis/mirrored_starts.ts";
import { certificateOf } from "./analysis/separability.ts";
import { allRuns, mostRuns, noRuns } from "./shared/claim_builders.ts";
import { functions, LOSS, NETWORK } from "./shared/common_factors.ts";
import { ENDED_EARLY, LECTURE, STOP_WHEN_SOLVED } from "./shared/lecture.ts";
import { rowErrorsTable } from "./shared/row_errors.ts";
import { HEAT, RATES, SOLVED_AND_STOPPED } from "./shared/views.ts";

/** The functions that a single unit computes, by certificate; then the others. */
const SEPARABLE = FUNCTIONS_OF_TWO.filter((_, number) => certificateOf(2, number).separable);
const INSEPARABLE = FUNCTIONS_OF_TWO.filter((name) => !SEPARABLE.includes(name));

const FACTORS = {
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
} as const;

const failures = rowErrorsTable(FACTORS, {
  meaning: "each two-layer net that has not learned its separable function, with its errors",
  isIncluded: ({ run: { levels }, trained }) =>
    levels.network === "two-layer" && !INSEPARABLE.some((name) => name === levels.function) && !trained.solved,
});

/** Which of the sixteen functions can one layer learn? */
export const booleanFunctions = defineExperiment({
  id: "boolean-functions",
  question: "Which of the sixteen functions can one layer learn?",
  why: {
    theory:
      "One unit is on where w₁x₁ + w₂x₂ + b > 0, on one side of a straight line. For XOR that sum would have to be " +
      "positive at 01 and 10 and negative at 00 and 11. But both pairs add up to the same: w₁ + w₂ + 2b, which " +
      "cannot be positive and negative at once (Minsky & Papert 1969). XNOR fails likewise, and a line is easily " +
      "drawn for each of the other fourteen functions. The perceptron rule (Rosenblatt 1958) finds one after " +
      "finitely many corrections (Novikoff 1962).",
    data: [
      {
        when: { "all-but-xor-and-xnor": "supported", "counts-as-known": "supported" },
        text:
          "We check this in whole numbers, function by function: one unit computes 14 of 16 functions of two inputs, " +
          "104 of 256 of three, 1882 of 65,536 of four.",
      },
      {
        when: { "perceptron-learns-the-separable": "supported", "descent-learns-the-separable": "supported" },
        text: "The perceptron rule and gradient descent learn the fourteen in all runs with one layer.",
      },
      {
        when: { "two-layers-learn-the-separable": "refuted", "fails-at-half": "supported" },
        text:
          "A hidden layer can hurt: {two-layers-learn-the-separable.others} of {two-layers-learn-the-separable.rows} " +
          "two-layer runs miss one of them, each with the output ½ for one or two rows.",
      },
    ],
  },
  base: { ...LECTURE, ...STOP_WHEN_SOLVED },
  factors: FACTORS,
  exclude: [{ network: "two-layer", loss: "perceptron" }],
  featuredCell: { function: "xor", network: "two-layer", loss: "halfSquaredError" },
  replicates: 200,
  curveReplicates: 1,
  tables: { sixteen, classes, counts, failures, mirrored },
  claims: {
    "counts-as-known": {
      kind: "proof",
      table: "counts",
      arms: [{}],
      condition: { separable: { equals: { column: "known" } }, unclassified: 0 },
      statement: "One unit computes 14 of 16 functions of two inputs, 104 of 256 of three, 1882 of 65,536 of four.",
      wording: exactWording(
        "One unit can compute 14 of the 16 functions of two inputs, 104 of 256 of three and 1882 of 65,536 of four.",
        "The counts are not the known 14 of 16, 104 of 256 and 1882 of 65,536.",
      ),
    },
    "all-but-xor-and-xnor": {
      kind: "proof",
      table: "sixteen",
      arms: [{}],
      condition: {
        any: [{ separable: false, function: ["xor", "xnor"] }, {
          all: [{ separable: true }, { not: { function: ["xor", "xnor"] } }],
        }],
      },
      statement: "One unit computes every function of two inputs except XOR and XNOR.",
      wording: exactWording(
        "One unit can compute every function of two inputs except XOR and XNOR.",
        "XOR and XNOR are not the only exceptions: {counterexample}.",
      ),
    },
    "certificates-hold": {
      kind: "proof",
      table: "classes",
      arms: [{}],
      condition: { valid: true },
      ...CLAIMS_EN.every(
        "classes of functions",
        "have a proof in whole numbers that one unit computes them, or cannot",
      ),
    },
    "perceptron-learns-the-separable": allRuns(
      { function: SEPARABLE, network: "single-layer", loss: "perceptron" },
      "on the fourteen separable functions learn them",
      "by the perceptron rule",
    ),
    "descent-learns-the-separable": allRuns(
      { function: SEPARABLE, network: "single-layer", loss: ["halfSquaredError", "crossEntropy"] },
      "on the fourteen separable functions learn them",
      "by gradient descent on one layer, with either loss",
    ),
    "one-layer-never-the-others": noRuns(
      { function: INSEPARABLE, network: "single-layer" },
      "learn XOR or XNOR",
      "with one layer and any of the three rules",
    ),
    "two-layers-learn-the-separable": allRuns(
      { function: SEPARABLE, network: "two-layer" },
      "on the fourteen separable functions learn them",
      "with a hidden layer of four units",
    ),
    "fails-at-half": {
      kind: "every",
      table: "failures",
      arms: [{}],
      condition: { any: [{ half_rows: 1, right_rows: 3 }, { half_rows: 2, right_rows: 2 }] },
      ...CLAIMS_EN.every(
        "two-layer nets that have not learned a separable function",
        "have the output ½ for one or two rows and are right on the others",
      ),
    },
    "two-layers-mostly-xor": mostRuns(
      { function: "xor", network: "two-layer", loss: "halfSquaredError" },
      "learn XOR",
      "with a hidden layer and squared error",
    ),
    "two-layers-mostly-xnor": mostRuns(
      { function: "xnor", network: "two-layer", loss: "halfSquaredError" },
      "learn XNOR",
      "with a hidden layer and squared error",
    ),
    "xor-as-hard-as-xnor": {
      kind: "every",
      table: "mirrored",
      arms: [{}],
      condition: { difference: { below: 1e-9 } },
      statement: "With the output weights negated, a two-layer start learns XNOR exactly as it learns XOR.",
      wording: exactWording(
        "XOR and XNOR are equally hard: from all {rows} two-layer starts tried, negating the output weights turns " +
          "training on XOR into its mirror image on XNOR.",
        "Negating the output weights turned {count} of {rows} trainings on XOR into mirror images on XNOR; an " +
          "exception: {counterexample}.",
      ),
    },
  },
  headline: [
    {
      when: { "all-but-xor-and-xnor": "supported", "descent-learns-the-separable": "supported" },
      text: "Fourteen: all but XOR and XNOR. Gradient descent learns them in all " +
        "{descent-learns-the-separable.rows} runs.",
    },
    {
      when: { "all-but-xor-and-xnor": "supported" },
      text: "At most fourteen: no straight line separates the ones of XOR or XNOR from their zeros.",
    },
  ],
  answer: ["all-but-xor-and-xnor", "perceptron-learns-the-separable", "descent-learns-the-separable"],
  views: [
    {
      ...HEAT,
      x: "network",
      y: "function",
      title: "Runs that learn each function, with one layer and with two",
      captionClaims: ["one-layer-never-the-others", "two-layers-learn-the-separable"],
    },
    {
      kind: "table",
      table: "failures",
      title: "Two-layer nets that have not learned a separable function",
      captionClaims: ["fails-at-half"],
      howToRead:
        "One line for each net: how far its outputs are from ½ and from their targets, and how many are right or near ½.",
    },
    {
      kind: "table",
      table: "sixteen",
      title: "The sixteen functions, each with its proof",
      captionClaims: ["all-but-xor-and-xnor", "certificates-hold"],
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
    "The experiment depth-xor shows why a two-layer net can output ½ for a row.",
    "The counts stop at four inputs; the argument by pairs of rows settles every function up to eight (Muroga 1971).",
    "XOR and XNOR are equally hard for starts that are as likely as their mirror images; the mirror is checked over 100 " +
    "epochs, to 10⁻⁹.",
    "Right is within 0.1 of the target, ½ within 0.01.",
  ],
  references: ["minsky1969", "muroga1971", "novikoff1962", "rosenblatt1958"],
});
