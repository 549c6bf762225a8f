import { defineExperiment } from "../experiment.ts";
import { equallyOften, moreOften, sooner, timesTheEpochs } from "./shared/claim_builders.ts";
import { learningRates } from "./shared/common_factors.ts";
import { TWO_LAYER_XOR } from "./shared/lecture.ts";
import { speedTable } from "./shared/speed_table.ts";
import { LEARNING_CURVES, RATES, SOLVED, SPEED } from "./shared/views.ts";

const FACTORS = {
  momentum: {
    meaning: "none, or momentum 0.9: kept throughout, or reset at the start of each epoch",
    levels: {
      none: { optimizer: { name: "gradientDescent" } },
      kept: { optimizer: { name: "momentum", momentum: 0.9, reset: "never" } },
      reset: { optimizer: { name: "momentum", momentum: 0.9, reset: "epoch" } },
    },
  },
  learning_rate: learningRates("0.09", "0.9"),
} as const;

const KEPT = { momentum: "kept", learning_rate: "0.09" } as const;
const RESET = { momentum: "reset", learning_rate: "0.09" } as const;
const PLAIN = { momentum: "none", learning_rate: "0.09" } as const;
/** Plain descent at the rate that steps as far as `KEPT` in the long run. */
const PLAIN_LARGE = { momentum: "none", learning_rate: "0.9" } as const;
const RESET_NAME = "momentum that is reset each epoch";

/** Does momentum help? */
export const momentum = defineExperiment({
  id: "momentum",
  question: "Does momentum help?",
  background:
    "With momentum a weight keeps nine tenths of its last velocity and adds the new gradient. Steps in one direction " +
    "add up to ten times the plain step (1 + 0.9 + 0.81 + … = 10). Some printed listings set the velocity to 0 at the " +
    "start of each epoch. If all rows pulled the same way, the steps of an epoch's four updates would then be 1, 1.9, " +
    "2.71 and 3.44 plain ones, 2.26 on average. Rate 0.09 with momentum stands beside rate 0.9 without, which steps " +
    "as far in the long run.",
  base: TWO_LAYER_XOR,
  factors: FACTORS,
  featuredCell: { momentum: "kept", learning_rate: "0.9" },
  replicates: 200,
  curveReplicates: 5,
  tables: { speed: speedTable(FACTORS) },
  claims: {
    "kept-sooner": {
      ...sooner("XOR is solved", "with momentum", "without", "at rate 0.09"),
      first: KEPT,
      second: PLAIN,
    },
    "kept-several-times": {
      ...timesTheEpochs([3, Infinity], "plain descent", "momentum", "at rate 0.09"),
      first: KEPT,
      second: PLAIN,
    },
    "reset-does-little": {
      ...timesTheEpochs([0.5, 2], "plain descent", RESET_NAME, "at rate 0.09"),
      first: RESET,
      second: PLAIN,
    },
    "reset-as-predicted": {
      ...timesTheEpochs([2, 2.5], "plain descent", RESET_NAME, "at rate 0.09"),
      first: RESET,
      second: PLAIN,
    },
    "kept-beats-reset": {
      ...timesTheEpochs([2, Infinity], RESET_NAME, "momentum that is kept", "at rate 0.09"),
      first: KEPT,
      second: RESET,
    },
    "only-a-larger-rate": {
      ...timesTheEpochs([0.8, 1.25], "plain descent at rate 0.9", "momentum at rate 0.09"),
      first: KEPT,
      second: PLAIN_LARGE,
    },
    "as-reliable-as-larger-rate": {
      ...equallyOften("XOR is solved", "with momentum at rate 0.09", "with plain descent at rate 0.9"),
      first: KEPT,
      second: PLAIN_LARGE,
    },
    "too-much-at-large-rate": {
      ...moreOften("XOR is solved", "without momentum", "with momentum", "at rate 0.9"),
      first: PLAIN_LARGE,
      second: { momentum: "kept", learning_rate: "0.9" },
    },
  },
  answer: ["kept-several-times", "reset-does-little", "only-a-larger-rate"],
  views: [
    {
      ...SOLVED,
      color: "momentum",
      panel: "learning_rate",
      captionClaims: ["kept-sooner", "kept-several-times", "reset-does-little", "kept-beats-reset"],
    },
    {
      ...RATES,
      by: "momentum",
      color: "learning_rate",
      captionClaims: ["as-reliable-as-larger-rate", "too-much-at-large-rate"],
    },
    { ...LEARNING_CURVES, color: "momentum", panel: "learning_rate", captionClaims: ["only-a-larger-rate"] },
    { ...SPEED, captionClaims: ["reset-as-predicted"] },
  ],
  limits: [
    "Online updates of four rows: how much a reset costs depends on the number of updates an epoch makes.",
    "The ratios count the starts that both solve.",
    "Momentum 0.9 at two rates only; each method at its own best rate is another comparison.",
  ],
});
