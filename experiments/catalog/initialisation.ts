import { unflatten } from "../../core/network.ts";
import { stepsPerEpoch } from "../../core/training.ts";
import { matches, type PartialConfig } from "../define/factors.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { allText, fewRuns, moreOften, noRuns, sooner } from "./shared/claim_builders.ts";
import { numberColumn, textColumn } from "./shared/column_builders.ts";
import { finiteNumber, levelsOf, LOSS } from "./shared/common_factors.ts";
import { TWO_LAYER_XOR } from "./shared/lecture.ts";
import { firstReplicates } from "./shared/outcomes.ts";
import { RATES, SOLVED } from "./shared/views.ts";

/** A level of `scale`: a finite number. */
function scaleLevel(text: string): PartialConfig | undefined {
  const scale = finiteNumber(text);
  return scale === undefined ? undefined : { initializer: { scale } };
}

const SCALED = ["0.001", "0.01", "0.1", "2", "5"] as const;

/** The levels of the lecture's initializer: uniform from −1 to 1. */
const UNIFORM = { initializer: "uniform", scale: "1" } as const;

/** The claim that XOR is solved more often from weights from −1 to 1 than from another scale. */
function betterThan<S extends typeof SCALED[number], L extends keyof typeof LOSS.levels>(
  scale: S,
  loss: L,
  lossName: string,
) {
  return {
    ...moreOften("XOR is solved", "with weights from −1 to 1", `from −${scale} to ${scale}`, `with ${lossName}`),
    first: { ...UNIFORM, loss },
    second: { initializer: "uniform", scale, loss },
    family: "scale",
  } as const;
}

/** The claim that XOR is solved more often by a rule for the scale than with weights from −1 to 1. */
function ruleHelps<R extends "glorotUniform" | "heUniform">(initializer: R, name: string) {
  return {
    ...moreOften("XOR is solved", `by ${name} rule`, "with weights from −1 to 1", "with squared error"),
    first: { initializer, scale: "1", loss: "halfSquaredError" },
    second: { ...UNIFORM, loss: "halfSquaredError" },
    family: "rules",
  } as const;
}

const hiddenUnits = defineTable({
  meaning: "the weights of each hidden unit through training, from the constant start and from the uniform one",
  columns: {
    initializer: textColumn("how weights start: all at one value, or uniform from −1 to 1"),
    loss: textColumn("loss that training minimizes"),
    net: textColumn("initializer and loss"),
    epoch: numberColumn("epochs trained so far", "epochs"),
    unit: textColumn("hidden unit"),
    w1: numberColumn("its weight of x1"),
    w2: numberColumn("its weight of x2"),
    w3: numberColumn("its weight of the constant 1"),
    output: numberColumn("weight from it to the output unit"),
  },
  rows: (outcomes) =>
    firstReplicates(outcomes)
      .filter(({ run: { levels } }) => matches(levels, { scale: "1", initializer: ["constant", "uniform"] }))
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
    "Hidden units that start alike get the same corrections and stay alike, so the start must break the symmetry: that " +
    "is what the random numbers are for. Their size matters too: near 0 all units compute almost the same, far from 0 " +
    "the sigmoids are flat and propagate back little of δ. Glorot's and He's rules set the size by the number of " +
    "connections.",
  base: TWO_LAYER_XOR,
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
      levels: levelsOf(["0.001", "0.01", "0.1", "1", "2", "5"], scaleLevel),
      read: scaleLevel,
    },
    loss: LOSS,
  },
  exclude: [{ initializer: ["constant", "glorotUniform", "heUniform"], scale: SCALED }],
  featuredCell: { ...UNIFORM, loss: "halfSquaredError" },
  replicates: 200,
  curveReplicates: 5,
  tables: { hidden_units: hiddenUnits },
  claims: {
    "constant-never": {
      ...noRuns("solve XOR", "from equal weights"),
      where: { initializer: "constant" },
    },
    "constant-stays-alike": {
      ...allText("recorded hidden units", "equal the first, bit for bit", "from equal weights"),
      kind: "every",
      table: "hidden_units",
      where: { initializer: "constant" },
      holds: ({ net, epoch, ...unit }, { hidden_units }) => {
        const first = hidden_units.find((row) => matches(row, { net, epoch, unit: "h1" }))!;
        return (["w1", "w2", "w3", "output"] as const).every((weight) => Object.is(unit[weight], first[weight]));
      },
    },
    "tiny-harms-squared-error": betterThan("0.001", "halfSquaredError", "squared error"),
    "tiny-harms-cross-entropy": betterThan("0.001", "crossEntropy", "cross entropy"),
    "large-harms-squared-error": betterThan("5", "halfSquaredError", "squared error"),
    "large-harms-cross-entropy": betterThan("5", "crossEntropy", "cross entropy"),
    "tiny-kills-cross-entropy": {
      ...fewRuns("solve XOR", "with cross entropy and weights from −0.001 to 0.001"),
      where: { initializer: "uniform", scale: "0.001", loss: "crossEntropy" },
    },
    "glorot-beats-lecture": ruleHelps("glorotUniform", "Glorot's"),
    "he-beats-lecture": ruleHelps("heUniform", "He's"),
    "tiny-later": {
      ...sooner("XOR is solved", "with weights from −1 to 1", "from −0.1 to 0.1", "with squared error"),
      first: { ...UNIFORM, loss: "halfSquaredError" },
      second: { initializer: "uniform", scale: "0.1", loss: "halfSquaredError" },
    },
  },
  answer: ["constant-never", "tiny-harms-squared-error", "tiny-harms-cross-entropy"],
  views: [
    {
      ...RATES,
      by: "scale",
      color: "loss",
      where: { initializer: "uniform" },
      title: "Runs that solve XOR, by the scale of a uniform start",
      captionClaims: [
        "tiny-harms-squared-error",
        "tiny-harms-cross-entropy",
        "large-harms-squared-error",
        "large-harms-cross-entropy",
      ],
    },
    {
      ...RATES,
      by: "initializer",
      color: "loss",
      where: { scale: "1" },
      title: "Runs that solve XOR, by the kind of start",
      captionClaims: ["constant-never", "glorot-beats-lecture", "he-beats-lecture"],
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
      title: "The hidden units' weights of x1 through training, start 0",
      captionClaims: ["constant-stays-alike"],
      howToRead: "One line for each hidden unit; equal lines lie on top of each other.",
    },
    {
      ...SOLVED,
      color: "scale",
      panel: "loss",
      where: { initializer: "uniform" },
      title: "Runs solved by each epoch, by the scale of a uniform start",
      captionClaims: ["tiny-later", "tiny-kills-cross-entropy"],
    },
  ],
  limits: [
    "Equal weights are shown at the value 0.5 alone; nothing is drawn, so all runs of one loss are the same.",
    "Glorot's and He's rules are meant for wide and deep nets; at this size their ranges, ±0.93 to ±1.41, are close " +
    "to ±1.",
    "Unsolved means unsolved within 10,000 epochs, whether stuck or only slow.",
  ],
});
