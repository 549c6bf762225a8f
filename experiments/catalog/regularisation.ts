import { defineExperiment } from "../experiment.ts";
import { CLAIMS_EN, sentences } from "../words/claims_en.ts";
import { METHODS } from "./analysis/regularisation_methods.ts";
import {
  entropy,
  FAILURES,
  mostFailures,
  PLAIN,
  proportionAbove,
  scheduleHarms,
  smaller,
  squared,
  TASK,
  WITH_ENTROPY,
} from "./claims/regularisation_claims.ts";
import { ends, growth, settings } from "./tables/saturation_tables.ts";
import { moreOften, nearlyAllRuns, noRuns, sooner, timesTheEffort } from "./shared/claim_builders.ts";
import { LOSS } from "./shared/common_factors.ts";
import { ABOUT_LECTURE, LECTURE, NETWORKS } from "./shared/lecture.ts";
import { RATES, SOLVED } from "./shared/views.ts";

const WITH_SQUARED = "with squared error";
/** Failed runs are restarted at their end. */
const FULL_LENGTH = { after: "10,000" } as const;
const WEAK = "with weight decay 0.0001";
const STRONG = "with weight decay 0.001";
const CLIPPED =
  "clipping at norm 1 multiplies the norm of the final weights by {estimate} {interval} (median of {n} starts)";
/** The condition that the worst output is near ½. */
const UNDECIDED = { max_error: { near: 0.5, within: 0.1 } } as const;

/** What do weight decay, label smoothing, clipping, schedules and noise change? */
export const regularisation = defineExperiment({
  id: "regularisation",
  question: "What do weight decay, label smoothing, clipping, schedules and noise change?",
  why: {
    theory:
      "Cross entropy has no minimum on XOR: outputs only approach 0 and 1, and weights grow. A hidden unit with " +
      "large weights is flat and hardly learns. Weight decay adds λ·w to the gradient and pulls each weight back " +
      "(Krogh & Hertz 1992). Label smoothing 0.1 trains towards 0.05 and 0.95, so the best |v| is ln 19 = 2.94 " +
      "(Szegedy et al. 2016). Clipping shortens gradients longer than a limit (Pascanu, Mikolov & Bengio 2013). " +
      "Schedules reduce the rate (Robbins & Monro 1951). Noise on inputs drawn anew for each update acts like a " +
      "penalty on the slope of the net (Bishop 1995); here it is drawn once, for four copies of each row.",
    data: [
      "Each method trains the 3-4-1 net online at rate 0.9, with 40,000 updates.",
      {
        when: { "failures-hidden-off": "supported" },
        text:
          "Plain training mostly fails as theory warns: {failures-hidden-off.count} of {failures-hidden-off.rows} " +
          "unsolved runs end with every hidden unit off for their worst row.",
      },
      {
        when: { "decay-helps": "supported", "strong-decay-prevents-squared-error": "supported" },
        text: "Weak decay helps; with squared error, ten times as much prevents learning: none of " +
          "{strong-decay-prevents-squared-error.rows} runs solves XOR.",
      },
      {
        when: { "exponential-harms": "supported", "inverse-time-harms": "supported", "step-harms": "supported" },
        text: "Exponential, inverse-time and step schedules solve XOR less often than a constant rate.",
      },
    ],
  },
  base: { ...LECTURE, ...NETWORKS["two-layer"] },
  factors: {
    method: {
      meaning: "what is added to plain training: weight decay λ, label smoothing 0.1, clipping at a norm, a schedule " +
        "(exponential: 0.9995 each epoch; inverse time: 1/(1 + 0.001 t); step: ½ each 1000 epochs), or noise 0.1",
      levels: METHODS,
    },
    loss: LOSS,
  },
  exclude: [{
    method: ["smoothing", "clip-1", "clip-0.05", "exponential", "inverseTime", "step", "noise"],
    loss: "halfSquaredError",
  }],
  featuredCell: { method: "none", loss: "crossEntropy" },
  replicates: 240,
  curveReplicates: 10,
  tables: { ends, settings, growth },
  claims: {
    "never-confidently-wrong": {
      kind: "none",
      table: "ends",
      arms: [FAILURES],
      condition: { max_error: { above: 0.9 } },
      ...CLAIMS_EN.none("unsolved runs", "have a row with an error above 0.9", PLAIN),
    },
    "failures-undecided": mostFailures(UNDECIDED, "end with their worst output within 0.1 of ½"),
    "failures-hidden-off": mostFailures(
      { hidden_output: { below: 0.01 } },
      "end with all hidden outputs below 0.01 for their worst row",
    ),
    "decay-helps": moreOften([entropy("decay-0.0001"), entropy("none")], TASK, WEAK, "without", WITH_ENTROPY),
    "decay-nearly-all": nearlyAllRuns(
      90,
      entropy("decay-0.0001"),
      "solve XOR",
      `${WITH_ENTROPY} and weight decay 0.0001`,
    ),
    "decay-helps-squared-error": moreOften(
      [squared("decay-0.0001"), squared("none")],
      TASK,
      WEAK,
      "without",
      WITH_SQUARED,
    ),
    "strong-decay-prevents-squared-error": noRuns(
      squared("decay-0.001"),
      "solve XOR",
      `${WITH_SQUARED} and weight decay 0.001`,
    ),
    "strong-decay-nearly-all": nearlyAllRuns(
      90,
      entropy("decay-0.001"),
      "solve XOR",
      `${WITH_ENTROPY} and weight decay 0.001`,
    ),
    "strong-decay-sooner": sooner([entropy("decay-0.001"), entropy("none")], TASK, STRONG, "without", WITH_ENTROPY),
    "smoothing-helps": moreOften(
      [entropy("smoothing"), entropy("none")],
      TASK,
      "with label smoothing 0.1",
      "without",
      WITH_ENTROPY,
    ),
    "smoothing-costs-more-than-decay": timesTheEffort(
      [entropy("decay-0.0001"), entropy("smoothing")],
      FULL_LENGTH,
      { is: "above", than: 1 },
      "label smoothing 0.1",
      "weight decay 0.0001",
      WITH_ENTROPY,
    ),
    "smoothing-shrinks-weights": smaller("smoothing", "none", "weights end smaller with label smoothing than without"),
    "decay-shrinks-weights": smaller("decay-0.0001", "none", `weights end smaller ${WEAK} than without`),
    "smoothing-bounds-logit": proportionAbove(
      { ...entropy("smoothing"), solved: true },
      { logit: { near: 2.944, within: 0.01 } },
      0.9,
      "90 %",
      "solved runs",
      "end with their largest |v| within 0.01 of ln 19 = 2.944",
      `${WITH_ENTROPY} and label smoothing 0.1`,
    ),
    "large-logit-without": proportionAbove(
      { ...entropy("none"), solved: true },
      { logit: { above: 6 } },
      0.9,
      "90 %",
      "solved runs",
      "end with their largest |v| above 6",
    ),
    "clipping-at-1-idle": {
      kind: "ratio",
      table: "ends",
      arms: [entropy("none"), entropy("clip-1")],
      value: "weight_norm",
      between: [0.999, 1.001],
      ...sentences(WITH_ENTROPY, {
        statement: "clipping at norm 1 changes the norm of the final weights by less than 0.1 % (median)",
        supported: CLIPPED,
        refuted: `${CLIPPED}, a change of 0.1 % or more`,
        undecided: `${CLIPPED}. It stays open whether it changes by less than 0.1 %`,
      }),
    },
    "clipping-less-undecided": {
      kind: "difference",
      table: "ends",
      arms: [entropy("none"), entropy("clip-0.05")],
      condition: UNDECIDED,
      is: "above",
      than: 0,
      ...CLAIMS_EN.difference.more(
        "the worst output ends within 0.1 of ½",
        "without clipping",
        "with clipping at norm 0.05",
        WITH_ENTROPY,
      ),
    },
    "clipping-later": sooner(
      [entropy("none"), entropy("clip-0.05")],
      TASK,
      "without clipping",
      "with clipping at norm 0.05",
      WITH_ENTROPY,
    ),
    "exponential-harms": scheduleHarms("exponential", "with an exponential schedule"),
    "inverse-time-harms": scheduleHarms("inverseTime", "with an inverse-time schedule"),
    "step-harms": scheduleHarms("step", "with a step schedule"),
    "none-costs-more-than-decay": timesTheEffort(
      [entropy("decay-0.0001"), entropy("none")],
      FULL_LENGTH,
      { is: "above", than: 2 },
      "plain training",
      "weight decay 0.0001",
      WITH_ENTROPY,
    ),
    "noise-grows-weights": smaller("none", "noise", "weights end smaller on the clean rows than on noisy copies"),
  },
  headline: [
    {
      when: { "decay-helps": "supported", "smoothing-helps": "supported" },
      text: "With cross entropy, weight decay lifts solved starts from {decay-helps.second_count} to " +
        "{decay-helps.first_count} of {decay-helps.n}; label smoothing helps, too.",
    },
    {
      when: { "decay-helps": "supported" },
      text: "With cross entropy, weight decay lifts solved starts from {decay-helps.second_count} to " +
        "{decay-helps.first_count} of {decay-helps.n}.",
    },
  ],
  answer: ["failures-undecided", "decay-helps", "smoothing-helps"],
  views: [
    {
      ...RATES,
      by: "method",
      color: "loss",
      captionClaims: [
        "decay-helps",
        "decay-nearly-all",
        "decay-helps-squared-error",
        "strong-decay-prevents-squared-error",
        "strong-decay-nearly-all",
        "smoothing-helps",
        "exponential-harms",
        "inverse-time-harms",
        "step-harms",
      ],
    },
    {
      kind: "table",
      table: "settings",
      title: "How runs fail, and how large their weights become",
      captionClaims: [
        "failures-undecided",
        "never-confidently-wrong",
        "failures-hidden-off",
        "clipping-less-undecided",
        "none-costs-more-than-decay",
        "smoothing-costs-more-than-decay",
      ],
      howToRead:
        "The worst row has the largest error; |v| is the largest of the four rows. Expected updates allow for a fresh " +
        "start after each failure.",
    },
    {
      kind: "lines",
      table: "growth",
      x: "epoch",
      y: "median_logit",
      xTitle: "epoch",
      yTitle: "largest |v| (median)",
      color: "method",
      panel: "loss",
      scale: "log",
      title: "Growth of the largest weighted sum |v| of the output unit",
      captionClaims: [
        "large-logit-without",
        "smoothing-bounds-logit",
        "smoothing-shrinks-weights",
        "decay-shrinks-weights",
        "clipping-at-1-idle",
        "noise-grows-weights",
      ],
      howToRead: "Each line is the median of ten runs; both axes are logarithmic. y = 0.95 is |v| = 2.94.",
    },
    {
      ...SOLVED,
      color: "method",
      where: {
        method: ["none", "decay-0.0001", "decay-0.001", "smoothing", "clip-0.05", "exponential", "inverseTime", "step"],
        loss: "crossEntropy",
      },
      title: "Runs solved by each epoch, with cross entropy",
      captionClaims: ["strong-decay-sooner", "clipping-later"],
    },
  ],
  limits: [
    "The net has no output bias: a row for which all hidden units are off has v = 0 and y = ½. A net with an output " +
    "bias fails in other ways.",
    "Each method has one or two strengths, and all have learning rate 0.9; other strengths may do " +
    "better or worse.",
    "The same λ weighs more against squared error: its δ has the factor y(1 − y), which is at most ¼.",
    "The rates of a schedule add up to a fifth to a quarter of those of the constant rate: a run that is unsolved after " +
    "10,000 epochs may only have moved less far.",
    "The noisy copies are drawn once and are the same for all runs: noise drawn anew for each update may do better. A " +
    "run with them is solved if all 16 noisy rows are right; weights and outputs are measured on the four clean rows.",
    "Expected epochs count 10,000 epochs for each failed run. Who gives up sooner pays less for failures, and less of a " +
    "method's advantage is left where it mainly prevents them.",
    ABOUT_LECTURE,
  ],
  references: ["bishop1995", "kim2017", "krogh1992", "pascanu2013", "robbins1951", "szegedy2016"],
});
