import { unflatten } from "../../core/network.ts";
import { stepsPerEpoch } from "../../core/training.ts";
import type { PartialConfig } from "../define/factors.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { LECTURE, lectureData, LOSS, NETWORKS } from "./shared/lecture.ts";
import { HOW_TO_READ, moreOften, solved, solvedEpoch, sooner } from "./shared/wording.ts";

/** A level of `scale`: a finite number. */
function scale(text: string): PartialConfig | undefined {
  const value = Number(text);
  return Number.isFinite(value) && String(value) === text ? { initializer: { scale: value } } : undefined;
}

const SCALED = ["0.001", "0.01", "0.1", "2", "5"] as const;

/** The levels of the lecture's initializer: uniform from −1 to 1. */
const LECTURE_LEVELS = { initializer: "uniform", scale: "1" } as const;

/** The claim that the lecture's initializer solves more seeds than the same at another scale. */
function worseThanLecture<S extends typeof SCALED[number], L extends keyof typeof LOSS.levels>(
  scale: S,
  loss: L,
  name: string,
) {
  return {
    kind: "difference",
    first: { ...LECTURE_LEVELS, loss },
    second: { initializer: "uniform", scale, loss },
    holds: solved,
    family: "scale",
    statement: `With ${name}, starts of scale 1 solve more seeds than starts of scale ${scale}.`,
    wording: moreOften("with weights from −1 to 1", `from −${scale} to ${scale}`, `With ${name}, `),
  } as const;
}

const hiddenUnits = defineTable({
  meaning: "the weights of each hidden unit through training, from the constant start and from the lecture's",
  columns: {
    initializer: { type: "string", meaning: "how weights start: all at one value, or uniform from −1 to 1" },
    loss: { type: "string", meaning: "loss that training minimizes" },
    net: { type: "string", meaning: "initializer and loss" },
    epoch: { type: "number", unit: "epochs", meaning: "epochs trained so far" },
    unit: { type: "string", meaning: "hidden unit" },
    w1: { type: "number", meaning: "its weight of x1" },
    w2: { type: "number", meaning: "its weight of x2" },
    w3: { type: "number", meaning: "its weight of the constant 1" },
    output: { type: "number", meaning: "weight from it to the output unit" },
  },
  rows: (outcomes) =>
    outcomes
      .filter(({ run: { levels, replicate } }) =>
        replicate === 0 && levels.scale === "1" && ["constant", "uniform"].includes(levels.initializer!)
      )
      .flatMap(({ run, training, trained }) => {
        const { initializer, loss } = run.levels as { initializer: string; loss: string };
        return trained.snapshots.flatMap(({ step, parameters }) => {
          const [hidden, output] = unflatten(training.network, parameters);
          return hidden!.W.map(([w1, w2, w3], u) => ({
            initializer,
            loss,
            net: `${initializer}, ${loss}`,
            epoch: step / stepsPerEpoch(training),
            unit: `h${u + 1}`,
            w1,
            w2,
            w3,
            output: output!.W[0]![u],
          }));
        });
      }),
});

/** How should weights start? */
export const initialisation = defineExperiment({
  id: "initialisation",
  question: "How should weights start?",
  background:
    "Hidden units that start alike get the same corrections and stay alike, so the start must break the symmetry; " +
    "that is what the random numbers are for. Their size matters too: near 0 all units see almost the same, far from " +
    "0 the sigmoids are flat and pass back little of δ. Glorot's and He's rules set the size by the number of " +
    "connections.",
  base: { ...LECTURE, ...lectureData("xor"), ...NETWORKS["two-layer"] },
  factors: {
    initializer: {
      meaning: "how weights start: uniform from −1 to 1, all at 0.5, or by Glorot's or He's rule",
      levels: {
        uniform: { initializer: { name: "uniform" } },
        constant: { initializer: { name: "constant", value: 0.5 } },
        glorotUniform: { initializer: { name: "glorotUniform" } },
        heUniform: { initializer: { name: "heUniform" } },
      },
    },
    scale: {
      meaning: "factor of every start weight",
      levels: {
        "0.001": scale("0.001")!,
        "0.01": scale("0.01")!,
        "0.1": scale("0.1")!,
        "1": scale("1")!,
        "2": scale("2")!,
        "5": scale("5")!,
      },
      read: scale,
    },
    loss: LOSS,
  },
  exclude: [{ initializer: ["constant", "glorotUniform", "heUniform"], scale: SCALED }],
  featuredCell: { initializer: "uniform", scale: "1", loss: "halfSquaredError" },
  replicates: 200,
  curveReplicates: 5,
  tables: { hidden_units: hiddenUnits },
  claims: {
    "constant-never": {
      kind: "none",
      table: "runs",
      where: { initializer: "constant" },
      holds: solved,
      statement: "From a constant start no run solves XOR.",
      wording: {
        supported: "Not all alike: from equal weights XOR is never solved ({n} runs; nothing is drawn, so those of " +
          "one loss are all the same).",
        refuted: "From equal weights XOR is solved in {count} of {n} runs (one of them: {counterexample}).",
        undecided: "No run was made from a constant start.",
      },
    },
    "constant-stays-alike": {
      kind: "every",
      table: "hidden_units",
      where: { initializer: "constant" },
      holds: (line, { hidden_units }) => {
        const first = hidden_units.find(({ net, epoch, unit }) =>
          net === line.net && epoch === line.epoch && unit === "h1"
        )!;
        return (["w1", "w2", "w3", "output"] as const).every((weight) => Object.is(line[weight], first[weight]));
      },
      statement: "From a constant start all hidden units have the same weights, bit for bit, at every epoch recorded.",
      wording: {
        supported: "From equal weights the hidden units stay equal, bit for bit, at every epoch recorded ({n} lines " +
          "of the table): four units that are one.",
        refuted: "From equal weights the hidden units do not stay equal: {count} of {n} lines are as the first " +
          "unit's (an exception: {counterexample}).",
        undecided: "No run was made from a constant start.",
      },
    },
    "tiny-harms-squared-error": worseThanLecture("0.001", "halfSquaredError", "squared error"),
    "tiny-harms-cross-entropy": worseThanLecture("0.001", "crossEntropy", "cross entropy"),
    "large-harms-squared-error": worseThanLecture("5", "halfSquaredError", "squared error"),
    "large-harms-cross-entropy": worseThanLecture("5", "crossEntropy", "cross entropy"),
    "tiny-kills-cross-entropy": {
      kind: "proportion",
      where: { initializer: "uniform", scale: "0.001", loss: "crossEntropy" },
      holds: solved,
      is: "below",
      than: 0.5,
      statement: "With cross entropy, fewer than half of the starts of scale 0.001 solve XOR.",
      wording: {
        supported: "With cross entropy and weights from −0.001 to 0.001, XOR is solved in {count} of {n} runs.",
        refuted:
          "With cross entropy and weights from −0.001 to 0.001, XOR is solved in {estimate} {interval} of {n} runs.",
        undecided: "With cross entropy and weights from −0.001 to 0.001, XOR is solved in {estimate} {interval} of " +
          "{n} runs, which leaves open whether in half.",
      },
    },
    "glorot-beats-lecture": {
      kind: "difference",
      first: { initializer: "glorotUniform", scale: "1", loss: "halfSquaredError" },
      second: { ...LECTURE_LEVELS, loss: "halfSquaredError" },
      holds: solved,
      family: "rules",
      statement: "With squared error, Glorot's rule solves more seeds than uniform from −1 to 1.",
      wording: moreOften("with Glorot's rule", "with weights from −1 to 1", "With squared error, "),
    },
    "he-beats-lecture": {
      kind: "difference",
      first: { initializer: "heUniform", scale: "1", loss: "halfSquaredError" },
      second: { ...LECTURE_LEVELS, loss: "halfSquaredError" },
      holds: solved,
      family: "rules",
      statement: "With squared error, He's rule solves more seeds than uniform from −1 to 1.",
      wording: moreOften("with He's rule", "with weights from −1 to 1", "With squared error, "),
    },
    "tiny-later": {
      kind: "sooner",
      first: { ...LECTURE_LEVELS, loss: "halfSquaredError" },
      second: { initializer: "uniform", scale: "0.1", loss: "halfSquaredError" },
      value: solvedEpoch,
      statement: "With squared error, starts of scale 1 solve XOR in fewer epochs than starts of scale 0.1.",
      wording: sooner("with weights from −1 to 1", "from −0.1 to 0.1", "With squared error, "),
    },
  },
  answer: ["constant-never", "tiny-harms-squared-error", "tiny-harms-cross-entropy"],
  views: [
    {
      kind: "rates",
      by: "scale",
      color: "loss",
      where: { initializer: "uniform" },
      title: "Share of runs that solve XOR, by the scale of a uniform start",
      captionClaims: [
        "tiny-harms-squared-error",
        "tiny-harms-cross-entropy",
        "large-harms-squared-error",
        "large-harms-cross-entropy",
      ],
      howToRead: HOW_TO_READ.rates,
    },
    {
      kind: "rates",
      by: "initializer",
      color: "loss",
      where: { scale: "1" },
      title: "Share of runs that solve XOR, by the kind of start",
      captionClaims: ["constant-never", "glorot-beats-lecture", "he-beats-lecture"],
      howToRead: HOW_TO_READ.rates,
    },
    {
      kind: "lines",
      table: "hidden_units",
      x: "epoch",
      y: "w1",
      xTitle: "epoch",
      yTitle: "weight of x1",
      color: "unit",
      panel: "net",
      title: "The hidden units' weights of x1 through training, replicate 0",
      captionClaims: ["constant-stays-alike"],
      howToRead: "One line for each hidden unit; lines that are equal lie on top of each other.",
    },
    {
      kind: "solved",
      color: "scale",
      panel: "loss",
      where: { initializer: "uniform" },
      title: "Share of runs solved by each epoch, by the scale of a uniform start",
      captionClaims: ["tiny-later", "tiny-kills-cross-entropy"],
      howToRead: HOW_TO_READ.solved,
    },
  ],
  limits: [
    "A constant start is shown at the value 0.5 alone.",
    "Glorot's and He's rules are meant for wide and deep nets; at this size their ranges, ±0.93 to ±1.41, are close " +
    "to the lecture's ±1.",
    "Unsolved means unsolved within 10,000 epochs; whether such a run is stuck or only slow is not told apart.",
  ],
});
