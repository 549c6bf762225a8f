import { defineExperiment } from "../experiment.ts";
import type { EndPointKind } from "./analysis/end_point.ts";
import { errorLevels, ROWS_BETWEEN, type StuckRun, stuckRuns } from "./analysis/stuck_tables.ts";
import { allText, equallyOften, exactWording, moreOften, noneText, postHocLimit } from "./shared/claim_builders.ts";
import { BATCH, hiddenUnits, levelsOf, LOSS, outputBias } from "./shared/common_factors.ts";
import { TWO_LAYER_XOR } from "./shared/lecture.ts";
import { RATES } from "./shared/views.ts";

/** With more hidden units, the Hessians of all failed runs would take minutes. */
const MAX_UNITS = 24;
/** Tolerance for an error to be at a level: outputs near 0 and 1 are still approaching their limits. */
const TOLERANCE = 0.005;
const AT_REST: readonly EndPointKind[] = ["saddle", "plateau", "flat tail"];

/** Levels of the mean squared error. */
const LEVELS = {
  "1/16": 1 / 16,
  "1/8": 1 / 8,
  "1/6": 1 / 6,
  "3/16": 3 / 16,
  "1/4": 1 / 4,
  "0.127": 0.127,
  "0.171": 0.171,
} as const;

type Level = keyof typeof LEVELS;

function isAt({ mean_squared_error }: StuckRun, level: Level | undefined): boolean {
  return level !== undefined && Math.abs(mean_squared_error! - LEVELS[level]) < TOLERANCE;
}

/** The condition that a run's error is at one of the levels given, with the level as category. */
function atLevel(...levels: readonly Level[]) {
  const levelOf = (row: StuckRun) => levels.find((level) => isAt(row, level));
  return { holds: (row: StuckRun) => levelOf(row) !== undefined, category: (row: StuckRun) => levelOf(row)! };
}

/** The settings with full batch. */
const FULL_BATCH = ["squared error", "cross entropy"].flatMap((loss) =>
  ["output bias", "no output bias"].map((bias) => `${loss}, full batch, ${bias}`)
);

/** The error by number of rows between right and wrong: one or two have the output ½, three 1/3 or 2/3, all four ½. */
const LEVEL_BY_ROWS: Readonly<Record<number, Level>> = { 1: "1/16", 2: "1/8", 3: "1/6", 4: "1/4" };

function rowsBetween({ state }: StuckRun): number {
  return ROWS_BETWEEN.get(state!)!;
}

/** The words of a claim that failed runs at rest have an error at one of the levels, which are given as text. */
function errorsAtLevels(levels: string, setting: string) {
  return {
    statement: `${setting}, all failed runs at rest have a mean squared error of ${levels}, to 0.005.`,
    wording: exactWording(
      `${setting}, all {n} failed runs at rest have one of these mean squared errors (with the number of runs): ` +
        "{categories}.",
      `${setting}, {count} of {n} failed runs at rest have an error of ${levels}; an exception: {counterexample}.`,
    ),
  };
}

/** Where do failed runs end? */
export const stuckStates = defineExperiment({
  id: "stuck-states",
  question: "Where do failed runs of XOR end?",
  background:
    "With two hidden units many starts do not solve XOR within the epochs given; with four too few fail to be studied. " +
    "We sort each failed run by its outputs, by its error, and by the shape of the error surface at its end: the " +
    "gradient, and the eigenvalues of the second derivatives (exact, by dual numbers), which say whether the surface " +
    "bends upwards or downwards. A run that is not falling any more is at rest. Online learning stands beside full " +
    "batch with 40,000 epochs of one mean step each, so that both go about as far.",
  base: TWO_LAYER_XOR,
  factors: {
    units: hiddenUnits(["2"], MAX_UNITS),
    loss: LOSS,
    output_bias: {
      meaning: "whether the output unit has a bias",
      levels: levelsOf(["true", "false"], outputBias),
    },
    batch: BATCH,
  },
  featuredCell: { loss: "halfSquaredError", output_bias: "false", batch: "online" },
  replicates: 200,
  curveReplicates: 10,
  tables: { stuck: stuckRuns, levels: errorLevels },
  claims: {
    "squared-levels-with-bias": {
      ...errorsAtLevels("1/4, 1/6 or 1/8", "In full batch with squared error and output bias"),
      kind: "every",
      table: "stuck",
      where: { setting: "squared error, full batch, output bias", kind: AT_REST },
      ...atLevel("1/4", "1/6", "1/8"),
    },
    "squared-levels-without-bias": {
      ...errorsAtLevels("3/16, 1/8 or 1/16", "In full batch with squared error and no output bias"),
      kind: "every",
      table: "stuck",
      where: { setting: "squared error, full batch, no output bias", kind: AT_REST },
      ...atLevel("3/16", "1/8", "1/16"),
    },
    "cross-entropy-levels": {
      ...errorsAtLevels("0.127 or 0.171", "Online with cross entropy"),
      kind: "every",
      table: "stuck",
      where: {
        setting: ["cross entropy, online, output bias", "cross entropy, online, no output bias"],
        kind: AT_REST,
      },
      ...atLevel("0.127", "0.171"),
    },
    "level-by-rows-between": {
      kind: "every",
      table: "stuck",
      where: { setting: FULL_BATCH, kind: AT_REST },
      holds: (row) => isAt(row, LEVEL_BY_ROWS[rowsBetween(row)]),
      category: (row) => {
        const rows = rowsBetween(row);
        return `${rows} undecided ${rows === 1 ? "row" : "rows"} at ${LEVEL_BY_ROWS[rows]}`;
      },
      statement:
        "In full batch, failed runs at rest have a mean squared error of 1/16, 1/8, 1/6 or 1/4, to 0.005, for " +
        "1, 2, 3 or 4 undecided rows.",
      wording: exactWording(
        "In full batch, all {n} failed runs at rest stop at fixed errors (with the number of runs): {categories}.",
        "In full batch, {count} of {n} failed runs at rest stop at 1/16, 1/8, 1/6 or 1/4 for 1 to 4 undecided rows; an " +
          "exception: {counterexample}.",
      ),
    },
    "none-falling": {
      ...noneText("failed runs", "are still falling by 1 % or more in as many epochs again"),
      kind: "none",
      table: "stuck",
      holds: ({ kind }) => kind === "falling",
    },
    "always-a-way-down": {
      ...allText("failed runs", "end where the surface bends downwards in some direction"),
      kind: "every",
      table: "stuck",
      holds: (row) => row.smallest_eigenvalue! < -1e-12 * row.largest_eigenvalue!,
    },
    "saddles-are-rare": {
      ...noneText("failed runs", "end at a saddle that they could leave in as many epochs again"),
      kind: "none",
      table: "stuck",
      holds: ({ kind }) => kind === "saddle",
    },
    "output-bias-helps": {
      ...moreOften("XOR is solved", "with an output bias", "without", "online with squared error"),
      first: { loss: "halfSquaredError", batch: "online", output_bias: "true" },
      second: { loss: "halfSquaredError", batch: "online", output_bias: "false" },
    },
    "batch-sticks-as-online": {
      ...equallyOften("XOR is solved", "in full batch", "online", "with squared error and no output bias"),
      first: { loss: "halfSquaredError", batch: "full", output_bias: "false" },
      second: { loss: "halfSquaredError", batch: "online", output_bias: "false" },
    },
  },
  answer: ["level-by-rows-between", "none-falling"],
  views: [
    {
      kind: "lines",
      table: "stuck",
      x: "rank",
      y: "mean_squared_error",
      xTitle: "failed runs, by error",
      yTitle: "mean squared error",
      color: "state",
      panel: "setting",
      mark: "point",
      title: "The errors of failed runs",
      captionClaims: [
        "level-by-rows-between",
        "squared-levels-with-bias",
        "squared-levels-without-bias",
        "cross-entropy-levels",
      ],
      howToRead: "One dot for each failed run, ordered by error: a step is a level at which several ended.",
    },
    {
      kind: "table",
      table: "levels",
      title: "The levels, counted",
      captionClaims: ["none-falling", "saddles-are-rare"],
      howToRead:
        "Runs at one level leave equally many rows between right and wrong. The kind describes the error surface: " +
        "falling where learning goes on, a saddle where more epochs would find a way down, a flat tail where the " +
        "weights still grow, else a plateau.",
    },
    {
      kind: "lines",
      table: "stuck",
      x: "largest_eigenvalue",
      y: "smallest_eigenvalue",
      xTitle: "largest eigenvalue",
      yTitle: "smallest eigenvalue",
      color: "kind",
      panel: "setting",
      mark: "point",
      title: "How the surface bends where failed runs end",
      captionClaims: ["always-a-way-down"],
      howToRead:
        "Below 0 the surface bends downwards in at least one direction; near 0 it is nearly flat there (see the table " +
        "for the sign).",
    },
    {
      ...RATES,
      by: "batch",
      color: "output_bias",
      panel: "loss",
      captionClaims: ["output-bias-helps", "batch-sticks-as-online"],
    },
  ],
  limits: [
    "Failed means within the epochs given. We found no proven local minimum.",
    "Eigenvalues are those of the loss over all rows; online learning follows it only to first order in the rate.",
    "The kinds follow from thresholds; the table has the numbers.",
    postHocLimit("that the error depends on the number of rows between right and wrong"),
  ],
});
