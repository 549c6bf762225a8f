import type { PartialConfig } from "../define/factors.ts";
import { defineExperiment } from "../experiment.ts";
import type { EndPointKind } from "./analysis/end_point.ts";
import { errorLevels, ROWS_BETWEEN, type StuckRun, stuckRuns } from "./analysis/stuck_tables.ts";
import { LECTURE, lectureData, LOSS, NETWORKS } from "./shared/lecture.ts";
import { HOW_TO_READ, moreOften, postHocLimit, solved } from "./shared/wording.ts";

/** A level of `units`, from 1 to 24: with more, the Hessians of all failed runs would take minutes. */
function hidden(units: string): PartialConfig | undefined {
  return /^([1-9]|1\d|2[0-4])$/.test(units) ? { network: { layers: [{ units: Number(units) }] } } : undefined;
}

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

/** Where do failed runs end? */
export const stuckStates = defineExperiment({
  id: "stuck-states",
  question: "Where do failed runs of XOR end?",
  background:
    "With two hidden units, half of the lecture's number, many starts do not solve XOR within the epochs given; with " +
    "four too few fail to be studied. Each failed run is sorted here by what it answers, by its error, and by how " +
    "the error surface lies where it stands: its slope, and the eigenvalues of its second derivatives (exact, by " +
    "dual numbers), which say whether it bends upwards or downwards. Where a run is not falling any more, it is at " +
    "rest. Learning row by row stands beside learning in batch, at 40,000 epochs of one mean step each, so that both " +
    "go about as far.",
  base: { ...LECTURE, ...NETWORKS["two-layer"], ...lectureData("xor") },
  factors: {
    units: {
      meaning: "hidden units",
      levels: { "2": hidden("2")! },
      read: hidden,
    },
    loss: LOSS,
    output_bias: {
      meaning: "whether the output unit has a bias",
      levels: {
        true: { network: { layers: [{}, { bias: true }] } },
        false: { network: { layers: [{}, { bias: false }] } },
      },
    },
    batch: {
      meaning: "when the weights are updated: after each row, or once per epoch",
      levels: { online: { batch: "online" }, full: { batch: "full", epochs: 40000 } },
    },
  },
  featuredCell: { loss: "halfSquaredError", output_bias: "false", batch: "online" },
  replicates: 200,
  curveReplicates: 10,
  tables: { stuck: stuckRuns, levels: errorLevels },
  claims: {
    "squared-levels-with-bias": {
      kind: "every",
      table: "stuck",
      where: { setting: "squared error, full batch, output bias", kind: AT_REST },
      ...atLevel("1/4", "1/6", "1/8"),
      statement:
        "Squared error, full batch, with output bias: every run stuck at rest has a mean squared error within 0.005 " +
        "of 1/4, 1/6 or 1/8.",
      wording: {
        supported: "In full batch with squared error and output bias, the mean squared error of all {n} failed " +
          "runs at rest is at one of its levels: {categories}.",
        refuted: "In full batch with squared error and output bias, {count} of {n} failed runs at rest have an error " +
          "of 1/4, 1/6 or 1/8 (an exception: {counterexample}).",
        undecided: "In full batch with squared error and output bias, no failed run is at rest.",
      },
    },
    "squared-levels-without-bias": {
      kind: "every",
      table: "stuck",
      where: { setting: "squared error, full batch, no output bias", kind: AT_REST },
      ...atLevel("3/16", "1/8", "1/16"),
      statement:
        "Squared error, full batch, without output bias: every run stuck at rest has a mean squared error within " +
        "0.005 of 3/16, 1/8 or 1/16.",
      wording: {
        supported: "Without output bias that of all {n} is, too: {categories}.",
        refuted:
          "Without output bias {count} of {n} have an error of 3/16, 1/8 or 1/16 (an exception: {counterexample}).",
        undecided: "Without output bias, no failed run is at rest.",
      },
    },
    "cross-entropy-levels": {
      kind: "every",
      table: "stuck",
      where: {
        setting: ["cross entropy, online, output bias", "cross entropy, online, no output bias"],
        kind: AT_REST,
      },
      ...atLevel("0.127", "0.171"),
      statement:
        "Cross entropy, online: every run stuck at rest has a mean squared error within 0.005 of 0.127 or 0.171.",
      wording: {
        supported: "Online with cross entropy, that of all {n} is at one of its levels: {categories}.",
        refuted:
          "Online with cross entropy, {count} of {n} have an error of 0.127 or 0.171 (an exception: {counterexample}).",
        undecided: "Online with cross entropy, no failed run is at rest.",
      },
    },
    "level-by-rows-between": {
      kind: "every",
      table: "stuck",
      where: { setting: FULL_BATCH, kind: AT_REST },
      holds: (row) => isAt(row, LEVEL_BY_ROWS[rowsBetween(row)]),
      category: (row) => `${rowsBetween(row)} of 4 rows at ${LEVEL_BY_ROWS[rowsBetween(row)]}`,
      statement: "Full batch: every run at rest that leaves 1, 2, 3 or 4 rows between right and wrong has a mean " +
        "squared error within 0.005 of 1/16, 1/8, 1/6 or 1/4.",
      wording: {
        supported: "Errors come in steps: in full batch, with either loss, the mean squared error of each of {n} " +
          "failed runs at rest goes, to 0.005, with how many rows it leaves between right and wrong (in brackets the " +
          "number of runs): {categories}.",
        refuted: "Errors come in steps, but not without exception: in full batch, with either loss, {count} of {n} " +
          "failed runs at rest have an error of 1/16, 1/8, 1/6 or 1/4 (to 0.005), according to whether they leave 1, " +
          "2, 3 or 4 rows between right and wrong (an exception: {counterexample}).",
        undecided: "In full batch no failed run is at rest.",
      },
    },
    "none-falling": {
      kind: "none",
      table: "stuck",
      holds: ({ kind }) => kind === "falling",
      statement:
        "No failed run is still falling: none would lose another 1 % of its loss in as many epochs at its last pace.",
      wording: {
        supported: "None of the {n} failed runs is just slow: at its last pace none would lose another 1 % of its " +
          "loss in as many epochs again.",
        refuted: "Of all {n} failed runs, {count} are just slow: at their last pace they would lose another 1 % of " +
          "their loss in as many epochs again (one of them: {counterexample}).",
        undecided: "No run failed.",
      },
    },
    "always-a-way-down": {
      kind: "every",
      table: "stuck",
      holds: (row) => row.smallest_eigenvalue! < -1e-12 * row.largest_eigenvalue!,
      statement:
        "At every failed run's end the surface bends downwards in some direction: the smallest eigenvalue is negative.",
      wording: {
        supported: "Where each of {n} failed runs stands, the surface bends downwards in some direction: the " +
          "smallest eigenvalue is below 0.",
        refuted: "Where {count} of {n} failed runs stand, the surface bends downwards in some direction; where the " +
          "others stand it does not, to within rounding (one of these: {counterexample}).",
        undecided: "No run failed.",
      },
    },
    "saddles-are-rare": {
      kind: "none",
      table: "stuck",
      holds: ({ kind }) => kind === "saddle",
      statement: "No failed run stands at a saddle that as many epochs again would let it leave.",
      wording: {
        supported: "None of the {n} failed runs stands at a saddle steep enough to leave in as many epochs again.",
        refuted:
          "{count} of {n} failed runs stand at a saddle steep enough to leave in as many epochs again (one of them: " +
          "{counterexample}).",
        undecided: "No run failed.",
      },
    },
    "output-bias-helps": {
      kind: "difference",
      first: { loss: "halfSquaredError", batch: "online", output_bias: "true" },
      second: { loss: "halfSquaredError", batch: "online", output_bias: "false" },
      holds: solved,
      statement: "Online with squared error, a bias at the output solves more seeds.",
      wording: moreOften("with an output bias", "without", "Online with squared error, "),
    },
    "batch-sticks-as-online": {
      kind: "equivalence",
      first: { loss: "halfSquaredError", batch: "full", output_bias: "false" },
      second: { loss: "halfSquaredError", batch: "online", output_bias: "false" },
      holds: solved,
      margin: 0.1,
      statement:
        "With squared error and without output bias, batch and online learning solve equally many seeds, to within " +
        "10 percentage points.",
      wording: {
        supported: "With squared error and no output bias, XOR is solved about equally often in batch and online: " +
          "the difference is {estimate} {interval}, within ±10.",
        refuted: "With squared error and no output bias, XOR is not solved equally often in batch and online: the " +
          "difference is {estimate} {interval}, beyond ±10.",
        undecided: "With squared error and no output bias, it remains open whether XOR is solved equally often in " +
          "batch and online, to within ±10: the difference is {estimate} {interval}.",
      },
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
        "Runs at one level leave equally many rows between right and wrong. The kind says how the error surface lies " +
        "there: falling where learning goes on, a saddle where more epochs would find a way down, else a plateau, or a " +
        "flat tail where the weights still grow.",
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
      title: "How the surface bends where failed runs stand",
      captionClaims: ["always-a-way-down"],
      howToRead:
        "Below 0 the surface bends downwards in at least one direction; near 0 it is nearly flat there, and on which " +
        "side of 0 such a run lies the rows tell.",
    },
    {
      kind: "rates",
      by: "batch",
      color: "output_bias",
      panel: "loss",
      title: "Share of runs that solve XOR",
      captionClaims: ["output-bias-helps", "batch-sticks-as-online"],
      howToRead: HOW_TO_READ.rates,
    },
  ],
  limits: [
    "Failed means within the epochs given. Nothing here shows a place that no descent could leave.",
    "Eigenvalues are those of the loss over all rows; online learning follows it only to first order in the rate.",
    "The kinds are drawn by rules with thresholds; the table holds the numbers that they rest on.",
    postHocLimit("the error goes by the number of rows between right and wrong"),
  ],
});
