import { FUNCTIONS_OF_TWO } from "../../core/components/datasets.ts";
import { stepsPerEpoch } from "../../core/training.ts";
import { rowLabels } from "../define/columns.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { CLAIMS_EN, exactWording } from "../words/claims_en.ts";
import { epochEnds, longTermBehaviourOf, perceptronSteps } from "./analysis/perceptron_course.ts";
import { certificateOf } from "./analysis/separability.ts";
import { integerColumn, numberColumn, textColumn } from "./shared/column_builders.ts";
import { functions } from "./shared/common_factors.ts";
import { LECTURE } from "./shared/lecture.ts";
import { firstReplicates } from "./shared/outcomes.ts";

const COLUMNS = {
  function: textColumn("function to learn"),
  epoch: integerColumn("the epoch, from 1; 0 is the start", "epochs"),
} as const;

const WEIGHTS = {
  w1: integerColumn("weight of x1"),
  w2: integerColumn("weight of x2"),
  w3: integerColumn("weight of the constant 1"),
} as const;

function weightColumns([w1, w2, w3]: readonly number[]) {
  return { w1, w2, w3 };
}

const lessons = defineTable({
  meaning: "every training row of the first epochs, with the weights after it",
  columns: {
    ...COLUMNS,
    row: textColumn("the training row: x1 and x2"),
    v: integerColumn("the weighted sum before the update"),
    output: integerColumn("the output: 1 if v ≥ 0"),
    target: integerColumn("the target d"),
    ...WEIGHTS,
  },
  key: ["function", "epoch", "row"],
  needs: "run",
  rows: (outcomes) =>
    firstReplicates(outcomes).flatMap(({ run, training }) =>
      perceptronSteps(training).map(({ epoch, row, v, output, target, weights }) => ({
        function: run.levels.function!,
        epoch,
        row: rowLabels(training.rows.length)[row]!,
        v,
        output,
        target,
        ...weightColumns(weights),
      }))
    ),
});

const epochs = defineTable({
  meaning: "the weights at the end of each of the first epochs",
  columns: {
    ...COLUMNS,
    ...WEIGHTS,
    mistakes: integerColumn("rows misclassified in the epoch; empty for the start"),
    seen: integerColumn("the first earlier epoch that ended with the same weights; empty if none did", "epochs"),
    as_trained: {
      type: "boolean",
      meaning: "whether the training had the same weights then; empty if it recorded none",
    },
  },
  key: ["function", "epoch"],
  needs: "run",
  rows: (outcomes) =>
    firstReplicates(outcomes).flatMap(({ run, training, trained }) =>
      epochEnds(training).map(({ epoch, weights, mistakes, seen }) => {
        const kept = trained.snapshots.find(({ step }) => step === epoch * stepsPerEpoch(training));
        const as_trained = kept && String(kept.parameters) === String(weights);
        return { function: run.levels.function!, epoch, ...weightColumns(weights), mistakes, seen, as_trained };
      })
    ),
});

const fates = defineTable({
  meaning: "how it ends for each function, and how many corrections the convergence theorem allows",
  columns: {
    function: COLUMNS.function,
    separable: { type: "boolean", meaning: "whether a straight line parts its ones from its zeros" },
    fate: textColumn(
      "settles: an epoch without mistakes, after which nothing changes; cycles: weights return after mistakes, so " +
        "the same epochs repeat; open: neither within the epochs followed",
    ),
    epoch: integerColumn("the epoch after which it has settled, or is in its cycle", "epochs"),
    period: integerColumn("length of the cycle; empty if there is none", "epochs"),
    ...WEIGHTS,
    corrections: integerColumn("corrections made in the epochs followed"),
    bound: numberColumn(
      "most corrections that the theorem allows (Novikoff 1962): largest |x|² × |w|² of weights w with w·x at " +
        "least 1 on its side in each row; empty where there are none",
    ),
  },
  key: ["function"],
  needs: "run",
  rows: (outcomes) =>
    firstReplicates(outcomes).map(({ run, training }) => {
      const name = run.levels.function!;
      const ends = epochEnds(training);
      const { weights, ...behaviour } = longTermBehaviourOf(ends);
      const certificate = certificateOf(2, (FUNCTIONS_OF_TWO as readonly string[]).indexOf(name));
      return {
        function: name,
        separable: certificate.separable,
        ...behaviour,
        ...weightColumns(weights),
        corrections: ends.reduce((sum, { mistakes = 0 }) => sum + mistakes, 0),
        bound: certificate.separable
          ? Math.max(...training.rows.map(({ inputs }) => squaredNorm(inputs))) * squaredNorm(certificate.weights)
          : undefined,
      };
    }),
});

function squaredNorm(vector: readonly number[]): number {
  return vector.reduce((sum, value) => sum + value * value, 0);
}

/** The condition that the weights of an epoch equal those that a function ends with exactly from some epoch on. */
function learnedAfter(epoch: number, [w1, w2, w3]: readonly [number, number, number]) {
  const weights = { w1, w2, w3 };
  return {
    any: [
      { epoch: { atLeast: epoch }, ...weights },
      { all: [{ epoch: { below: epoch } }, { not: weights }] },
    ],
  };
}

/** What does the perceptron of 1957 do? */
export const perceptronCycle = defineExperiment({
  id: "perceptron-cycle",
  question: "What does the perceptron of 1957 do?",
  why: {
    theory:
      "The perceptron (Rosenblatt 1958) outputs 1 if its weighted sum v is at least 0, and learns from mistakes " +
      "alone: a row that should have been 1 is added to the weights, one that should have been 0 is subtracted. If " +
      "some weights w* are right for all rows, each correction adds at least a fixed amount to w · w*, while the " +
      "length of w grows at most like the square root of their number. So that number is bounded (Novikoff 1962). " +
      "Otherwise corrections go on for ever, but the weights stay bounded (Minsky & Papert 1969).",
    data: [
      "From 0 the weights stay whole numbers, so we follow them without rounding. Rows come in a fixed order: " +
      "weights that return at the end of an epoch after mistakes prove a cycle without end.",
      {
        when: { "separable-settles": "supported", "xor-cycles": "supported" },
        text: "As theory says, the weights settle on all separable functions and cycle on XOR and XNOR.",
      },
      {
        when: { "within-the-bound": "supported" },
        text: "All {within-the-bound.rows} separable functions stay within the bound on corrections.",
      },
    ],
  },
  base: {
    network: { inputs: 3, layers: [{ units: 1, activation: "step", bias: false }] },
    loss: null,
    optimizer: { name: "perceptron", learningRate: 1 },
    initializer: { name: "constant", value: 0 },
    batch: LECTURE.batch,
    order: LECTURE.order,
    epochs: 100,
    check: { every: 1 },
  },
  factors: { function: functions("and", "or", "xor", "nand", "nor", "xnor") },
  featuredCell: { function: "xor" },
  replicates: 1,
  curveReplicates: 1,
  tables: { fates, epochs, lessons },
  claims: {
    "and-after-five": {
      kind: "proof",
      table: "epochs",
      arms: [{ function: "and" }],
      condition: learnedAfter(5, [2, 1, -3]),
      statement: "On AND the weights are (2, 1, −3) from epoch 5 on, not before.",
      wording: exactWording(
        "AND is learned after 5 epochs: the weights are then (2, 1, −3), and stay so.",
        "On AND the weights are not (2, 1, −3) from epoch 5 on and only then: {counterexample}.",
      ),
    },
    "or-after-three": {
      kind: "proof",
      table: "epochs",
      arms: [{ function: "or" }],
      condition: learnedAfter(3, [1, 1, -1]),
      statement: "On OR the weights are (1, 1, −1) from epoch 3 on, not before.",
      wording: exactWording(
        "OR is learned after 3 epochs, with the weights (1, 1, −1).",
        "On OR the weights are not (1, 1, −1) from epoch 3 on and only then: {counterexample}.",
      ),
    },
    "xor-cycles": {
      kind: "proof",
      table: "fates",
      arms: [{ function: "xor" }],
      condition: { fate: "cycles" },
      statement: "On XOR the weights return to earlier values after mistakes, and so cycle forever.",
      wording: exactWording(
        "On XOR it never stops: the weights return to earlier values after mistakes, and so cycle forever.",
        "On XOR no cycle was found within the epochs followed.",
      ),
    },
    "separable-settles": {
      kind: "proof",
      table: "fates",
      arms: [{}],
      condition: { any: [{ separable: true, fate: "settles" }, { separable: false, fate: "cycles" }] },
      statement: "It learns the separable functions and cycles on the others.",
      wording: exactWording(
        "As theory predicts, it learns the 4 separable functions and cycles on XOR and XNOR.",
        "For {others} of {rows} functions it does not end as theory predicts; for example: {counterexample}.",
      ),
    },
    "within-the-bound": {
      kind: "proof",
      table: "fates",
      arms: [{ separable: true }],
      condition: { corrections: { atMost: { column: "bound" } } },
      ...CLAIMS_EN.every("separable functions", "take no more corrections than the convergence theorem allows"),
    },
    "followed-as-trained": {
      kind: "proof",
      table: "epochs",
      arms: [{ as_trained: [true, false] }],
      condition: { as_trained: true },
      ...CLAIMS_EN.every("epochs in the table that training recorded", "have the weights of the training"),
    },
  },
  headline: [
    {
      when: { "and-after-five": "supported", "or-after-three": "supported", "xor-cycles": "supported" },
      text: "From weights 0 it learns AND in 5 epochs and OR in 3; on XOR its weights cycle forever.",
    },
  ],
  answer: ["and-after-five", "or-after-three", "xor-cycles"],
  views: [
    {
      kind: "lines",
      table: "epochs",
      x: "epoch",
      y: "mistakes",
      xTitle: "epoch",
      yTitle: "rows with a wrong output",
      panel: "function",
      where: { function: ["and", "or", "xor"] },
      title: "Mistakes in each epoch on AND, OR and XOR",
      captionClaims: ["xor-cycles", "separable-settles"],
      howToRead: "Once a line is at 0 nothing changes any more; above 0 the perceptron keeps correcting its weights.",
    },
    {
      kind: "table",
      table: "fates",
      title: "How it ends",
      captionClaims: ["separable-settles", "within-the-bound"],
      howToRead: "w1 w2 w3 are the weights when they first equal those at the end of an earlier epoch.",
    },
    {
      kind: "table",
      table: "epochs",
      title: "The weights, epoch by epoch",
      captionClaims: ["and-after-five", "or-after-three", "followed-as-trained"],
      howToRead: "The column seen gives the first earlier epoch that ended with the same weights.",
    },
    {
      kind: "table",
      table: "lessons",
      title: "Row by row",
      captionClaims: ["xor-cycles"],
      howToRead:
        "Where output and target differ, the row [x1 x2 1] is added to the weights (target 1) or subtracted (target 0).",
    },
  ],
  limits: [
    "One start (0), one order of the rows and one learning rate. From 0 the rate only scales all weights; other starts " +
    "and orders, and a step at v > 0 instead of v ≥ 0, can give other weights.",
  ],
  references: ["minsky1969", "novikoff1962", "rosenblatt1958"],
});
