import type { PartialConfig } from "../define/factors.ts";
import { defineExperiment } from "../experiment.ts";
import { CLAIMS_EN, exactWording } from "../words/claims_en.ts";
import { fewRuns, moreOften, sooner, timesTheEffort, timesTheEpochs } from "./shared/claim_builders.ts";
import { finiteNumber, levelsOf, LOSS } from "./shared/common_factors.ts";
import { ENDED_EARLY, STOP_WHEN_SOLVED, TWO_LAYER_XOR } from "./shared/lecture.ts";
import { RATES, SOLVED_AND_STOPPED } from "./shared/views.ts";
import { hiddenUnits } from "./tables/hidden_unit_tables.ts";

/** A level of `scale`: a finite number. */
function scaleLevel(text: string): PartialConfig | undefined {
  const scale = finiteNumber(text);
  return scale === undefined ? undefined : { initializer: { scale } };
}

const SCALED = ["0.001", "0.01", "0.1", "2", "5"] as const;

/** The lecture's initializer: uniform from −1 to 1. */
const UNIFORM = { initializer: "uniform", scale: "1" } as const;

type Loss = keyof typeof LOSS.levels;

/** A uniform start from −scale to scale. */
function uniform<const S extends typeof SCALED[number] | "1", const L extends Loss>(scale: S, loss: L) {
  return { initializer: "uniform", scale, loss } as const;
}

const LECTURE_START = uniform("1", "halfSquaredError");
const LECTURE_NAME = "weights from −1 to 1";
/** Failed runs are restarted at their end. */
const FULL_LENGTH = { after: "10,000" } as const;

/** The claim that XOR is solved more often from weights from −1 to 1 than from −0.001 to 0.001. */
function tinyHarms<const L extends Loss>(loss: L, lossName: string) {
  return moreOften(
    [uniform("1", loss), uniform("0.001", loss)],
    "XOR is solved",
    `with ${LECTURE_NAME}`,
    "from −0.001 to 0.001",
    `with ${lossName}`,
  );
}

/** A start by a rule, with squared error. */
function byRule<const R extends "glorotUniform" | "heUniform">(initializer: R) {
  return { initializer, scale: "1", loss: "halfSquaredError" } as const;
}

/** How should weights start? */
export const initialisation = defineExperiment({
  id: "initialisation",
  question: "How should weights start?",
  why: {
    theory:
      "Hidden units that start with equal weights have equal outputs, equal δ and equal steps: they stay equal, and " +
      "draw one line together. So the start must be random. Its size matters, too. Near 0 all units compute almost " +
      "the same, and δ, which passes through the output weights, is small. Far from 0 the sigmoids are flat, φ′(z) " +
      "is nearly 0, and little of δ passes. The rules of Glorot (Glorot & Bengio 2010) and He (He et al. 2015) " +
      "choose a size between, by the number of connections.",
    data: [
      {
        when: { "constant-stays-alike": "supported", "constant-never": "supported" },
        text: "From equal weights all recorded hidden units keep exactly the weights of the first, and neither loss " +
          "solves XOR.",
      },
      {
        when: { "large-helps-squared-error": "supported", "larger-harms-squared-error": "supported" },
        text:
          "With squared error, weights within ±2 solve it from more starts ({large-helps-squared-error.first_count} " +
          "of {large-helps-squared-error.n}) than within ±1 ({large-helps-squared-error.second_count}) or ±5 " +
          "({larger-harms-squared-error.second_count}).",
      },
      {
        when: { "glorot-as-fast-as-lecture": "supported" },
        text: "At this size Glorot's rule gives nearly the range ±1 of the other experiments, and takes " +
          "{glorot-as-fast-as-lecture.estimate} times the epochs (median).",
      },
    ],
  },
  base: { ...TWO_LAYER_XOR, ...STOP_WHEN_SOLVED },
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
  replicates: 600,
  curveReplicates: 5,
  tables: { hidden_units: hiddenUnits },
  claims: {
    "constant-never": {
      kind: "proof",
      table: "runs",
      arms: [{ initializer: "constant" }],
      condition: { solved: false },
      ...CLAIMS_EN.none("runs", "solve XOR", "from equal weights"),
      wording: exactWording(
        "From equal weights neither loss solves XOR: {rows} trainings, in which nothing is random.",
        "From equal weights {others} of {rows} trainings solve XOR; for example: {counterexample}.",
      ),
    },
    "constant-stays-alike": {
      kind: "proof",
      table: "hidden_units",
      arms: [{ initializer: "constant" }],
      condition: { distance: 0 },
      ...CLAIMS_EN.every("recorded hidden units", "have exactly the weights of the first", "from equal weights"),
    },
    "tiny-harms-squared-error": tinyHarms("halfSquaredError", "squared error"),
    "tiny-harms-cross-entropy": tinyHarms("crossEntropy", "cross entropy"),
    "tiny-kills-cross-entropy": fewRuns(
      uniform("0.001", "crossEntropy"),
      "solve XOR",
      "with cross entropy and weights from −0.001 to 0.001",
    ),
    "tiny-later": sooner(
      [LECTURE_START, uniform("0.1", "halfSquaredError")],
      "XOR is solved",
      `with ${LECTURE_NAME}`,
      "from −0.1 to 0.1",
      "with squared error",
    ),
    "large-helps-squared-error": moreOften(
      [uniform("2", "halfSquaredError"), LECTURE_START],
      "XOR is solved",
      "with weights from −2 to 2",
      "from −1 to 1",
      "with squared error",
    ),
    "larger-harms-squared-error": moreOften(
      [uniform("2", "halfSquaredError"), uniform("5", "halfSquaredError")],
      "XOR is solved",
      "with weights from −2 to 2",
      "from −5 to 5",
      "with squared error",
    ),
    "larger-helps-cross-entropy": timesTheEffort(
      [uniform("5", "crossEntropy"), uniform("1", "crossEntropy")],
      FULL_LENGTH,
      { is: "above", than: 1 },
      `a start with ${LECTURE_NAME}`,
      "one from −5 to 5",
      "with cross entropy",
    ),
    "he-beats-lecture": timesTheEffort(
      [byRule("heUniform"), LECTURE_START],
      FULL_LENGTH,
      { is: "above", than: 1 },
      `a start with ${LECTURE_NAME}`,
      "one by He's rule",
      "with squared error",
    ),
    "glorot-as-fast-as-lecture": timesTheEpochs(
      [LECTURE_START, byRule("glorotUniform")],
      { between: [0.9, 1.1] },
      "a start by Glorot's rule",
      `one with ${LECTURE_NAME}`,
      "with squared error",
    ),
    "glorot-about-as-dear-as-lecture": timesTheEffort(
      [LECTURE_START, byRule("glorotUniform")],
      FULL_LENGTH,
      { between: [0.67, 1.5] },
      "a start by Glorot's rule",
      `one with ${LECTURE_NAME}`,
      "with squared error",
    ),
  },
  headline: [
    {
      when: { "constant-never": "supported", "tiny-harms-squared-error": "supported" },
      text: "Unequal, and not tiny: with squared error, {tiny-harms-squared-error.first_count} of " +
        "{tiny-harms-squared-error.n} starts within ±1 solve XOR, {tiny-harms-squared-error.second_count} " +
        "within ±0.001.",
    },
    {
      when: { "constant-never": "supported" },
      text: "Unequal: from equal weights neither loss solves XOR.",
    },
  ],
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
        "large-helps-squared-error",
        "larger-harms-squared-error",
      ],
    },
    {
      ...RATES,
      by: "initializer",
      color: "loss",
      where: { scale: "1" },
      title: "Runs that solve XOR, by the kind of start",
      captionClaims: [
        "constant-never",
        "he-beats-lecture",
        "glorot-as-fast-as-lecture",
        "glorot-about-as-dear-as-lecture",
      ],
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
      howToRead: "One line for each hidden unit, until its net is solved; equal lines lie on top of each other.",
    },
    {
      ...SOLVED_AND_STOPPED,
      color: "scale",
      panel: "loss",
      where: { initializer: "uniform" },
      title: "Runs solved by each epoch, by the scale of a uniform start",
      captionClaims: ["tiny-later", "tiny-kills-cross-entropy", "larger-helps-cross-entropy"],
    },
  ],
  limits: [
    "Equal weights are shown at the value 0.5 alone; nothing is drawn, so one training of each loss stands for all.",
    "Glorot's and He's rules are meant for wide and deep nets; at this size their ranges, ±0.93 to ±1.41, are close " +
    "to ±1.",
    "A run that is unsolved after 10,000 epochs might be solved later: to fail here may be to be slow.",
    "Expected epochs count 10,000 epochs for each failed run; giving up at another time would change their ratios.",
    ENDED_EARLY,
  ],
  references: ["glorot2010", "he2015"],
});
