import { meanSquaredError, outputsOf } from "../../core/train_network.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { learningRate, LECTURE, lectureData, NETWORKS } from "./shared/lecture.ts";
import { HOW_TO_READ, solved } from "./shared/wording.ts";

/** The two δ, with e = d − y. As y(y − 1) = −y(1 − y), the second equals the first with a negative learning rate. */
const DELTAS = { "e·y(1−y)": 1, "e·y(y−1)": -1 } as const;

const directions = defineTable({
  meaning: "each δ against the output y, for the target 0 and the target 1",
  columns: {
    sign: { type: "string", meaning: "which δ" },
    target: { type: "string", meaning: "the target d" },
    y: { type: "number", meaning: "the output" },
    delta: { type: "number", meaning: "δ: direction and size of the change of v" },
  },
  key: ["sign", "target", "y"],
  rows: () =>
    Object.entries(DELTAS).flatMap(([sign, factor]) =>
      [0, 1].flatMap((d) =>
        Array.from({ length: 101 }, (_, i) => i / 100).map((y) => ({
          sign,
          target: `d = ${d}`,
          y,
          delta: factor * (d - y) * y * (1 - y),
        }))
      )
    ),
});

const changes = defineTable({
  meaning: "every run's mean squared error before and after training",
  columns: {
    function: { type: "string", meaning: "function to learn" },
    sign: { type: "string", meaning: "which δ" },
    replicate: { type: "integer", meaning: "index of the random draw" },
    before: { type: "number", meaning: "mean squared error of the start weights" },
    after: { type: "number", meaning: "mean squared error at the end; empty if the run diverged" },
  },
  key: ["function", "sign", "replicate"],
  rows: (outcomes) =>
    outcomes.map(({ run: { levels, replicate }, training, trained }) => {
      const errorOf = (parameters: readonly number[]) => meanSquaredError(training, outputsOf(training, parameters));
      return {
        function: levels.function!,
        sign: levels.sign!,
        replicate,
        before: errorOf(training.start),
        after: trained.status === "finished" ? errorOf(trained.snapshots.at(-1)!.parameters) : undefined,
      };
    }),
});

/** Does the sign in δ matter? */
export const deltaSign = defineExperiment({
  id: "delta-sign",
  question: "Does the sign in δ matter?",
  background:
    "With e = d − y and Δw = α · δ · x, the delta rule needs δ = e · y(1 − y). Some lecture notes and forum posts " +
    "print y(y − 1) instead, which is the same number with the other sign: it walks up the error where the rule " +
    "should walk down. Training with it is training at the learning rate −0.9, and so it is run here, on one unit " +
    "and from the same starts.",
  base: { ...LECTURE, ...NETWORKS["single-layer"] },
  factors: {
    function: {
      meaning: "function to learn",
      levels: { lecture: lectureData("x1"), and: lectureData("and"), xor: lectureData("xor") },
    },
    sign: {
      meaning: "which δ: sets the sign of the learning rate 0.9",
      levels: { "e·y(1−y)": learningRate("0.9")!, "e·y(y−1)": learningRate("-0.9")! },
      read: learningRate,
    },
  },
  featuredCell: { function: "lecture", sign: "e·y(y−1)" },
  replicates: 200,
  curveReplicates: 10,
  tables: { changes, directions },
  claims: {
    "right-sign-solves": {
      kind: "every",
      table: "runs",
      where: { function: ["lecture", "and"], sign: "e·y(1−y)" },
      holds: solved,
      statement: "With δ = e·y(1 − y), every run solves the lecture's table and AND.",
      wording: {
        supported: "With δ = e·y(1 − y), the lecture's table and AND are solved in all {n} runs.",
        refuted: "With δ = e·y(1 − y), the lecture's table and AND are solved in {count} of {n} runs (an exception: " +
          "{counterexample}).",
        undecided: "No run was made with δ = e·y(1 − y) on the lecture's table or AND.",
      },
    },
    "wrong-sign-never-solves": {
      kind: "none",
      table: "runs",
      where: { sign: "e·y(y−1)" },
      holds: solved,
      statement: "With δ = e·y(y − 1), no run solves any of the three tables.",
      wording: {
        supported: "With the other sign, δ = e·y(y − 1), none of {n} runs solves its table.",
        refuted: "With the other sign, δ = e·y(y − 1), {count} of {n} runs solve their table all the same (one of " +
          "them: {counterexample}).",
        undecided: "No run was made with the other sign.",
      },
    },
    "wrong-sign-climbs": {
      kind: "every",
      table: "changes",
      where: { sign: "e·y(y−1)" },
      holds: ({ before, after }) => after !== undefined && after > before!,
      statement: "With δ = e·y(y − 1), the mean squared error of every run is larger after training than before.",
      wording: {
        supported:
          "The other sign makes things worse: in all {n} runs the mean squared error is larger after training than " +
          "before.",
        refuted:
          "With the other sign, in {count} of {n} runs the mean squared error is larger after training than before (an " +
          "exception: {counterexample}).",
        undecided: "No run was made with the other sign.",
      },
    },
    "wrong-sign-below-ignorance": {
      kind: "every",
      table: "runs",
      where: { sign: "e·y(y−1)" },
      holds: (run) => run.mean_squared_error! > 0.25,
      statement: "With δ = e·y(y − 1), every run ends with a mean squared error above 1/4, that of always answering ½.",
      wording: {
        supported:
          "With the other sign, all {n} end worse than a net that always answers ½, whose mean squared error is 1/4.",
        refuted:
          "With the other sign, {count} of {n} end worse than a net that always answers ½, whose mean squared error is 1/4 (an " +
          "exception: {counterexample}).",
        undecided: "No run was made with the other sign.",
      },
    },
    "wrong-sign-answers-opposite": {
      kind: "proportion",
      where: { function: "lecture", sign: "e·y(y−1)" },
      holds: (run) => run.accuracy === 0,
      is: "above",
      than: 0.5,
      statement: "With δ = e·y(y − 1), most runs on the lecture's table end with every row answered wrongly.",
      wording: {
        supported:
          "With δ = e·y(y − 1), {estimate} {interval} of {n} runs on the lecture's table end with every row answered " +
          "wrongly: they have learned the opposite.",
        refuted:
          "With δ = e·y(y − 1), only {estimate} {interval} of {n} runs on the lecture's table end with every row " +
          "answered wrongly.",
        undecided:
          "With δ = e·y(y − 1), {estimate} {interval} of {n} runs on the lecture's table end with every row answered " +
          "wrongly, which leaves open whether most do.",
      },
    },
  },
  answer: ["right-sign-solves", "wrong-sign-never-solves", "wrong-sign-climbs"],
  views: [
    {
      kind: "curves",
      y: "mean_squared_error",
      color: "sign",
      panel: "function",
      title: "Learning curves with either sign",
      captionClaims: ["wrong-sign-climbs", "wrong-sign-below-ignorance"],
      howToRead: HOW_TO_READ.curves,
    },
    {
      kind: "outputs",
      color: "sign",
      panel: "function",
      title: "What the trained nets answer to each row",
      captionClaims: ["right-sign-solves", "wrong-sign-answers-opposite"],
      howToRead: HOW_TO_READ.outputs,
    },
    {
      kind: "lines",
      table: "directions",
      x: "y",
      y: "delta",
      xTitle: "answer y",
      yTitle: "δ",
      color: "sign",
      panel: "target",
      title: "Which way each δ pushes",
      captionClaims: ["wrong-sign-never-solves"],
      howToRead:
        "Above 0 the answer is pushed up, below 0 down: for the target 0 it should go down, for the target 1 up.",
    },
  ],
  limits: [
    "It shows one unit. In a deeper net the wrong sign at the output turns every gradient round in the same way.",
    "Where e is defined as y − d, or the weights move by −α · δ · x, the signs change places: what counts is that " +
    "the whole product goes down the error.",
  ],
});
