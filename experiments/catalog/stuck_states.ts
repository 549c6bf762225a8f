import { defineExperiment } from "../experiment.ts";
import { CLAIMS_EN, sentences } from "../words/claims_en.ts";
import { continued, errorsAtLevels, mostUnsolved } from "./claims/unsolved_claims.ts";
import { attempts, budgets, criteria, errorLevels, unsolvedRuns } from "./tables/unsolved_tables.ts";
import { moreOften } from "./shared/claim_builders.ts";
import { hiddenUnits, levelsOf, LOSS, outputBias } from "./shared/common_factors.ts";
import { STOP_WHEN_SOLVED, TWO_LAYER_XOR } from "./shared/lecture.ts";
import { RATES } from "./shared/views.ts";

/** With more hidden units, the Hessians of all unsolved runs would take minutes. */
const MAX_UNITS = 24;

const ONLINE_WITH_BIAS = "squared error, online, output bias";
const ONLINE_WITHOUT_BIAS = "squared error, online, no output bias";
const FULL_WITH_BIAS = "squared error, full batch, output bias";
const FULL_WITHOUT_BIAS = "squared error, full batch, no output bias";
const ENTROPY_WITH_BIAS = "cross entropy, online, output bias";
const ENTROPY_WITHOUT_BIAS = "cross entropy, online, no output bias";

const HOW_TO_READ_BUDGETS =
  "One line for each setting: the proportion of its runs that are solved within a budget of epochs.";

/** How many runs the criterion calls solved. */
const BY_CRITERION = "{count} of {rows} unsolved runs are solved by the 40-20-40 criterion: {estimate} {interval}";

/** What becomes of unsolved runs? */
export const stuckStates = defineExperiment({
  id: "stuck-states",
  question: "Are unsolved runs of XOR stuck, or only slow?",
  why: {
    theory:
      "Descent ends where the slope is 0: in a pit, or on flat ground that still leads down. The surface of XOR with " +
      "two hidden units and biases has no pit (Hamey 1998), nor has that of the simplest XOR net " +
      "(Sprinkhuizen-Kuyper & Boers 1996); that of a 2-3-1 net has one (Sprinkhuizen-Kuyper & Boers 1999). But large " +
      "weights make units flat. Rows that no unit tells apart get one output, at best the mean of their targets: two " +
      "rows with different targets leave a mean squared error of 1/8, three 1/6, four ¼. A row for which all units " +
      "are off has v = 0 and y = ½ without output bias, which leaves 1/16.",
    data: [
      "With two hidden units many starts fail. Each run goes on until it is solved, or for ten times the usual " +
      "epochs; second derivatives, exact by dual numbers, say how the surface bends there.",
      {
        when: { "level-by-rows-between": "supported" },
        text:
          "In full batch without output bias, {level-by-rows-between.count} of {level-by-rows-between.rows} unsolved " +
          "runs end at the error that their undecided rows leave.",
      },
      {
        when: { "never-a-pit": "supported" },
        text: "None of {never-a-pit.rows} ends in a pit (bent upwards by 0.0001 or more in all directions).",
      },
    ],
  },
  base: { ...TWO_LAYER_XOR, ...STOP_WHEN_SOLVED },
  factors: {
    units: hiddenUnits(["2"], MAX_UNITS),
    loss: LOSS,
    output_bias: {
      meaning: "whether the output unit has a bias",
      levels: levelsOf(["true", "false"], outputBias),
    },
    batch: {
      meaning: "when the weights are updated: after each row, or once per epoch",
      levels: { online: { batch: "online", epochs: 100000 }, full: { batch: "full", epochs: 400000 } },
    },
  },
  exclude: [{ loss: "crossEntropy", batch: "full" }],
  featuredCell: { loss: "halfSquaredError", output_bias: "false", batch: "online" },
  replicates: 200,
  curveReplicates: 10,
  tables: { attempts, budgets, unsolved: unsolvedRuns, levels: errorLevels, criteria },
  claims: {
    "twice-without-bias": continued(ONLINE_WITHOUT_BIAS, "10,000 epochs", "fewer than a fifth", 2, {
      is: "below",
      than: 0.2,
    }),
    "ten-times-without-bias": continued(ONLINE_WITHOUT_BIAS, "10,000 epochs", "more than a third", 10, {
      is: "above",
      than: 1 / 3,
    }),
    "ten-times-with-bias": continued(ONLINE_WITH_BIAS, "10,000 epochs", "fewer than a third", 10, {
      is: "below",
      than: 1 / 3,
    }),
    "ten-times-full-batch": continued(FULL_WITHOUT_BIAS, "40,000 epochs", "more than a third", 10, {
      is: "above",
      than: 1 / 3,
    }),
    "ten-times-cross-entropy": continued(ENTROPY_WITHOUT_BIAS, "10,000 epochs", "fewer than half", 10, {
      is: "below",
      than: 0.5,
    }),
    "ten-times-cross-entropy-with-bias": continued(ENTROPY_WITH_BIAS, "10,000 epochs", "fewer than a fifth", 10, {
      is: "below",
      than: 0.2,
    }),
    "squared-levels-with-bias": errorsAtLevels(FULL_WITH_BIAS, ["1/4", "1/6", "1/8"], "1/4, 1/6 or 1/8"),
    "squared-levels-without-bias": errorsAtLevels(FULL_WITHOUT_BIAS, ["1/6", "1/8", "1/16"], "1/6, 1/8 or 1/16"),
    "cross-entropy-levels": errorsAtLevels(ENTROPY_WITH_BIAS, ["0.127", "1/6", "0.171"], "0.127, 1/6 or 0.171"),
    "cross-entropy-levels-without-bias": errorsAtLevels(
      ENTROPY_WITHOUT_BIAS,
      ["3/16", "1/8", "1/16"],
      "3/16, 1/8 or 1/16",
    ),
    "level-by-rows-between": mostUnsolved(
      FULL_WITHOUT_BIAS,
      { level: { equals: { column: "level_of_state" } } } as const,
      "end with a mean squared error of 1/16, 1/8, 1/6 or 1/4, to 0.0005, for 1, 2, 3 or 4 undecided rows",
    ),
    "always-a-way-down": {
      ...CLAIMS_EN.every("unsolved runs", "end where the surface bends downwards in some direction"),
      kind: "every",
      table: "unsolved",
      arms: [{}],
      condition: { bends_down: true },
    },
    "never-a-pit": {
      ...CLAIMS_EN.none("unsolved runs", "end where the surface bends upwards by 0.0001 or more in all directions"),
      kind: "none",
      table: "unsolved",
      arms: [{}],
      condition: { smallest_eigenvalue: { atLeast: 0.0001 } },
    },
    "criterion-hardly-matters": {
      kind: "proportion",
      table: "unsolved",
      arms: [{ setting: ENTROPY_WITHOUT_BIAS }],
      condition: { within_0_4: true },
      is: "below",
      than: 0.1,
      ...sentences(`with ${ENTROPY_WITHOUT_BIAS}`, {
        statement: "fewer than a tenth of the unsolved runs are solved by the 40-20-40 criterion (Fahlman 1988)",
        supported: BY_CRITERION,
        refuted: BY_CRITERION,
        undecided: `${BY_CRITERION}, which leaves open whether fewer than a tenth are`,
      }),
    },
    "output-bias-helps": moreOften(
      [
        { loss: "halfSquaredError", batch: "online", output_bias: "true" },
        { loss: "halfSquaredError", batch: "online", output_bias: "false" },
      ],
      "XOR is solved",
      "with an output bias",
      "without",
      "online with squared error, within 100,000 epochs",
    ),
    "full-batch-sooner": {
      kind: "difference",
      table: "attempts",
      arms: [{ setting: FULL_WITHOUT_BIAS }, { setting: ONLINE_WITHOUT_BIAS }],
      condition: { solved_at_first: true },
      is: "above",
      than: 0,
      ...CLAIMS_EN.difference.more(
        "XOR is solved",
        "within 40,000 epochs in full batch",
        "within 10,000 online",
        "with squared error and no output bias",
      ),
    },
  },
  headline: [
    {
      when: { "ten-times-without-bias": "supported", "ten-times-with-bias": "supported" },
      text: "Both: ten times the epochs solve {ten-times-without-bias.count} of {ten-times-without-bias.rows} failed " +
        "two-unit nets without output bias, {ten-times-with-bias.count} of {ten-times-with-bias.rows} with one.",
    },
    {
      when: { "ten-times-without-bias": ["supported", "undecided"], "ten-times-with-bias": ["supported", "undecided"] },
      text: "Ten times the epochs solve {ten-times-without-bias.count} of {ten-times-without-bias.rows} unsolved " +
        "runs without output bias, and {ten-times-with-bias.count} of {ten-times-with-bias.rows} with one.",
    },
  ],
  answer: ["ten-times-without-bias", "ten-times-with-bias", "level-by-rows-between"],
  views: [
    {
      kind: "lines",
      table: "budgets",
      x: "epochs",
      y: "share_solved",
      xTitle: "epochs",
      yTitle: "runs solved by then",
      color: "setting",
      scale: "log",
      yScale: "linear",
      where: { setting: [ONLINE_WITHOUT_BIAS, ONLINE_WITH_BIAS, FULL_WITHOUT_BIAS, FULL_WITH_BIAS] },
      title: "Runs solved within growing budgets, with squared error",
      captionClaims: [
        "ten-times-without-bias",
        "ten-times-with-bias",
        "ten-times-full-batch",
        "twice-without-bias",
        "full-batch-sooner",
      ],
      howToRead: HOW_TO_READ_BUDGETS,
    },
    {
      kind: "lines",
      table: "budgets",
      x: "epochs",
      y: "share_solved",
      xTitle: "epochs",
      yTitle: "runs solved by then",
      color: "setting",
      scale: "log",
      yScale: "linear",
      where: { setting: [ENTROPY_WITHOUT_BIAS, ENTROPY_WITH_BIAS] },
      title: "Runs solved within growing budgets, with cross entropy",
      captionClaims: ["ten-times-cross-entropy", "ten-times-cross-entropy-with-bias"],
      howToRead: HOW_TO_READ_BUDGETS,
    },
    {
      kind: "lines",
      table: "unsolved",
      x: "rank",
      y: "mean_squared_error",
      xTitle: "unsolved runs, by error",
      yTitle: "mean squared error",
      color: "state",
      panel: "setting",
      mark: "point",
      title: "The errors of runs unsolved at the end",
      captionClaims: [
        "level-by-rows-between",
        "squared-levels-with-bias",
        "squared-levels-without-bias",
        "cross-entropy-levels",
        "cross-entropy-levels-without-bias",
      ],
      howToRead: "One dot for each unsolved run, ordered by error: a step is a level at which several ended.",
    },
    {
      kind: "dots",
      table: "levels",
      by: "state",
      x: "runs",
      xTitle: "unsolved runs",
      panel: "setting",
      title: "The levels, counted",
      captionClaims: ["level-by-rows-between"],
      howToRead:
        "Runs at one level leave equally many rows undecided, neither right nor wrong; its error is in the rows.",
    },
    {
      kind: "lines",
      table: "unsolved",
      x: "largest_eigenvalue",
      y: "smallest_eigenvalue",
      xTitle: "largest eigenvalue",
      yTitle: "smallest eigenvalue",
      color: "state",
      panel: "setting",
      mark: "point",
      title: "How the surface bends where unsolved runs end",
      captionClaims: ["never-a-pit", "always-a-way-down"],
      howToRead:
        "Below 0 the surface bends downwards in at least one direction; near 0 it is nearly flat there (see the table " +
        "for the sign).",
    },
    {
      kind: "table",
      table: "criteria",
      title: "Runs solved at the end, by three criteria",
      captionClaims: ["criterion-hardly-matters"],
      howToRead: "A run ends when all its errors are below 0.1, or unsolved after ten times its first budget.",
    },
    {
      ...RATES,
      by: "batch",
      color: "output_bias",
      panel: "loss",
      captionClaims: ["output-bias-helps"],
    },
  ],
  limits: [
    "Unsolved means after 100,000 epochs online, or 400,000 in full batch: more epochs might solve more runs.",
    "A run ends at the first check that it passes, so the 40-20-40 criterion is compared at the end of runs only.",
    "We found no proven local minimum. Eigenvalues describe the surface where a run ends, not what it would do next. " +
    "A pit that is flatter than 0.0001 in some direction, as large weights make it, would not be seen.",
    "Eigenvalues are those of the loss over all rows; online learning follows it only to first order in the rate.",
  ],
  references: ["fahlman1988", "hamey1998", "sprinkhuizen1996", "sprinkhuizen1999"],
});
