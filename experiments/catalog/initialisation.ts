import { unflatten } from "../../core/network.ts";
import { stepsPerEpoch } from "../../core/training.ts";
import { defineExperiment, defineTable, type PartialConfig } from "../experiment.ts";
import { labels, LECTURE, LOSS, NETWORKS } from "./lecture.ts";

/** A factor that multiplies every start weight. */
function scale(text: string): PartialConfig | undefined {
  const value = Number(text);
  return Number.isFinite(value) && String(value) === text ? { initializer: { scale: value } } : undefined;
}

const SCALED = ["0.001", "0.01", "0.1", "0.5", "2", "5"] as const;

/** Uniform from −1 to 1, the lecture's start. */
const LECTURES = { initializer: "uniform", scale: "1" } as const;

const hiddenUnits = defineTable({
  meaning: "the weights of each hidden unit through training, from the constant start and from the lecture's",
  columns: {
    initializer: { type: "string", meaning: "how weights start: all at one value, or uniform from −1 to 1" },
    loss: { type: "string", meaning: "what learning descends" },
    net: { type: "string", meaning: "both of these" },
    epoch: { type: "number", unit: "epochs", meaning: "epochs trained so far" },
    unit: { type: "string", meaning: "hidden unit" },
    w1: { type: "number", meaning: "its weight of x1" },
    w2: { type: "number", meaning: "its weight of x2" },
    w3: { type: "number", meaning: "its weight of the constant 1" },
    output: { type: "number", meaning: "the output unit's weight of it" },
  },
  rows: (outcomes) =>
    outcomes
      .filter(({ run: { levels, replicate } }) =>
        replicate === 0 && levels.scale === "1" && ["constant", "uniform"].includes(levels.initializer!)
      )
      .flatMap(({ run, training, trained }) => {
        const initializer = run.levels.initializer!, loss = run.levels.loss!;
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
    "that " +
    "is what the random numbers are for. Their size matters too: near 0 all units see almost the same, far from 0 " +
    "the " +
    "sigmoids are flat and learn slowly. Glorot's and He's rules set the size by the number of connections.",
  base: { ...LECTURE, ...labels("xor"), ...NETWORKS["two-layer"] },
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
      meaning: "what every start weight is multiplied by",
      levels: {
        "0.001": scale("0.001")!,
        "0.01": scale("0.01")!,
        "0.1": scale("0.1")!,
        "0.5": scale("0.5")!,
        "1": scale("1")!,
        "2": scale("2")!,
        "5": scale("5")!,
      },
      read: scale,
    },
    loss: LOSS,
  },
  without: [{ initializer: ["constant", "glorotUniform", "heUniform"], scale: SCALED }],
  replicates: 200,
  curves: 5,
  tables: { hidden_units: hiddenUnits },
  claims: {
    "constant-never": {
      kind: "none",
      table: "runs",
      where: { initializer: "constant" },
      holds: (run) => run.solved === true,
      statement: "From a constant start no run solves XOR.",
      says: {
        supported:
          "If all weights start alike, XOR is solved with neither loss ({n} runs, those of one loss being all the " +
          "same).",
        refuted: "{count} of {n} runs from a constant start solve XOR ({counterexample}).",
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
      says: {
        supported: "Its hidden units stay the same, bit for bit, at every epoch recorded ({n} lines of the table): " +
          "four units that are one.",
        refuted:
          "Its hidden units do not stay the same: {count} of {n} lines equal the first unit's ({counterexample}).",
        undecided: "No run was made from a constant start.",
      },
    },
    "tiny-harms-squared-error": {
      kind: "difference",
      first: { ...LECTURES, loss: "halfSquaredError" },
      second: { initializer: "uniform", scale: "0.001", loss: "halfSquaredError" },
      holds: (run) => run.solved === true,
      family: "scale",
      statement: "With squared error, starts of scale 1 solve more seeds than starts of scale 0.001.",
      says: {
        supported:
          "With squared error, weights from −0.001 to 0.001 are worse than from −1 to 1, by {estimate} {interval}.",
        refuted:
          "With squared error, weights from −0.001 to 0.001 are better than from −1 to 1: the larger scale's rate " +
          "differs by {estimate} {interval}.",
        undecided: "Whether weights from −1 to 1 or from −0.001 to 0.001 are better with squared error is open: the " +
          "difference is {estimate} {interval}.",
      },
    },
    "tiny-harms-cross-entropy": {
      kind: "difference",
      first: { ...LECTURES, loss: "crossEntropy" },
      second: { initializer: "uniform", scale: "0.001", loss: "crossEntropy" },
      holds: (run) => run.solved === true,
      family: "scale",
      statement: "With cross entropy, starts of scale 1 solve more seeds than starts of scale 0.001.",
      says: {
        supported:
          "With cross entropy, weights from −0.001 to 0.001 are worse than from −1 to 1, by {estimate} {interval}.",
        refuted:
          "With cross entropy, weights from −0.001 to 0.001 are better than from −1 to 1: the larger scale's rate " +
          "differs by {estimate} {interval}.",
        undecided: "Whether weights from −1 to 1 or from −0.001 to 0.001 are better with cross entropy is open: the " +
          "difference is {estimate} {interval}.",
      },
    },
    "large-harms-squared-error": {
      kind: "difference",
      first: { ...LECTURES, loss: "halfSquaredError" },
      second: { initializer: "uniform", scale: "5", loss: "halfSquaredError" },
      holds: (run) => run.solved === true,
      family: "scale",
      statement: "With squared error, starts of scale 1 solve more seeds than starts of scale 5.",
      says: {
        supported: "With squared error, weights from −5 to 5 are worse than from −1 to 1, by {estimate} {interval}.",
        refuted:
          "With squared error, weights from −5 to 5 are better than from −1 to 1: the smaller scale's rate differs " +
          "by " +
          "{estimate} {interval}.",
        undecided:
          "Whether weights from −1 to 1 or from −5 to 5 are better with squared error is open: the difference is " +
          "{estimate} {interval}.",
      },
    },
    "large-harms-cross-entropy": {
      kind: "difference",
      first: { ...LECTURES, loss: "crossEntropy" },
      second: { initializer: "uniform", scale: "5", loss: "crossEntropy" },
      holds: (run) => run.solved === true,
      family: "scale",
      statement: "With cross entropy, starts of scale 1 solve more seeds than starts of scale 5.",
      says: {
        supported: "With cross entropy, weights from −5 to 5 are worse than from −1 to 1, by {estimate} {interval}.",
        refuted:
          "With cross entropy, weights from −5 to 5 are better than from −1 to 1: the smaller scale's rate differs " +
          "by " +
          "{estimate} {interval}.",
        undecided:
          "Whether weights from −1 to 1 or from −5 to 5 are better with cross entropy is open: the difference is " +
          "{estimate} {interval}.",
      },
    },
    "tiny-kills-cross-entropy": {
      kind: "share",
      where: { initializer: "uniform", scale: "0.001", loss: "crossEntropy" },
      holds: (run) => run.solved === true,
      is: "below",
      than: 0.5,
      statement: "With cross entropy, fewer than half of the starts of scale 0.001 solve XOR.",
      says: {
        supported: "From starts of scale 0.001, cross entropy solves XOR in only {estimate} {interval} of {n} runs.",
        refuted:
          "From starts of scale 0.001, cross entropy solves XOR in {estimate} {interval} of {n} runs, more than half.",
        undecided:
          "From starts of scale 0.001, cross entropy solves XOR in {estimate} {interval} of {n} runs, which leaves " +
          "open whether in half.",
      },
    },
    "glorot-beats-lecture": {
      kind: "difference",
      first: { initializer: "glorotUniform", scale: "1", loss: "halfSquaredError" },
      second: { ...LECTURES, loss: "halfSquaredError" },
      holds: (run) => run.solved === true,
      family: "rules",
      statement: "With squared error, Glorot's rule solves more seeds than uniform from −1 to 1.",
      says: {
        supported: "With squared error, Glorot's rule is better than uniform from −1 to 1, by {estimate} {interval}.",
        refuted: "With squared error, Glorot's rule is worse than uniform from −1 to 1: {estimate} {interval}.",
        undecided:
          "With squared error, Glorot's rule and uniform from −1 to 1 cannot be told apart: {estimate} {interval}.",
      },
    },
    "he-beats-lecture": {
      kind: "difference",
      first: { initializer: "heUniform", scale: "1", loss: "halfSquaredError" },
      second: { ...LECTURES, loss: "halfSquaredError" },
      holds: (run) => run.solved === true,
      family: "rules",
      statement: "With squared error, He's rule solves more seeds than uniform from −1 to 1.",
      says: {
        supported: "With squared error, He's rule is better than uniform from −1 to 1, by {estimate} {interval}.",
        refuted: "With squared error, He's rule is worse than uniform from −1 to 1: {estimate} {interval}.",
        undecided:
          "With squared error, He's rule and uniform from −1 to 1 cannot be told apart: {estimate} {interval}.",
      },
    },
    "tiny-later": {
      kind: "sooner",
      first: { ...LECTURES, loss: "halfSquaredError" },
      second: { initializer: "uniform", scale: "0.1", loss: "halfSquaredError" },
      value: (run) => run.solved_epoch,
      statement: "With squared error, starts of scale 1 solve XOR in fewer epochs than starts of scale 0.1.",
      says: {
        supported:
          "Small weights take longer: from −1 to 1 is faster than from −0.1 to 0.1 in {estimate} {interval} of {n} " +
          "pairs of runs.",
        refuted:
          "Small weights are faster: from −1 to 1 is ahead of −0.1 to 0.1 in only {estimate} {interval} of {n} pairs.",
        undecided:
          "Whether small weights take longer is open: from −1 to 1 is ahead of −0.1 to 0.1 in {estimate} {interval} " +
          "of {n} pairs.",
      },
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
      finding: [
        "tiny-harms-squared-error",
        "tiny-harms-cross-entropy",
        "large-harms-squared-error",
        "large-harms-cross-entropy",
      ],
      reading: "Each dot is the share of seeds solved at the end, the bar its 95 % Wilson interval.",
    },
    {
      kind: "rates",
      by: "initializer",
      color: "loss",
      where: { scale: "1" },
      title: "Share of runs that solve XOR, by the kind of start",
      finding: ["constant-never", "glorot-beats-lecture", "he-beats-lecture"],
      reading: "Each dot is the share of seeds solved at the end, the bar its 95 % Wilson interval.",
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
      finding: ["constant-stays-alike"],
      reading: "A line a hidden unit. From the constant start all four lie on top of each other.",
    },
    {
      kind: "solved",
      color: "scale",
      panel: "loss",
      where: { initializer: "uniform" },
      title: "Share of runs solved by each epoch, by the scale of a uniform start",
      finding: ["tiny-later", "tiny-kills-cross-entropy"],
      reading: "The line rises as runs solve XOR for good. Where it ends below 100 %, the rest never did.",
    },
  ],
  limits: [
    "A constant start draws nothing at random, so all its replicates are one and the same run; it is shown at the " +
    "value 0.5 alone.",
    "Glorot's and He's rules are meant for wide and deep nets; at this size their ranges, ±0.93 to ±1.41, are " +
    "close to the lecture's ±1.",
    "A run that has not solved XOR is stuck within 10,000 epochs, which does not say for how long.",
  ],
});
