import { answersOf, meanSquaredError } from "../../core/train.ts";
import { defineExperiment, defineTable, type Outcome, type PartialConfig } from "../experiment.ts";
import { quantile } from "../statistics.ts";
import { labels, LECTURE, LOSS, NETWORKS } from "./lecture.ts";
import { type Kind, restOf } from "./rest.ts";

/** So many hidden units. */
function hidden(units: string): PartialConfig | undefined {
  return /^[1-9]\d{0,2}$/.test(units) ? { network: { layers: [{ units: Number(units) }] } } : undefined;
}

/** An error this near to a fraction counts as it: what is left where answers near 0 and 1 are still on their way. */
const NEAR = 0.005;
/** Errors of one state that lie further apart than this are two levels. */
const GAP = 0.01;

const FRACTIONS = [["1/16", 1 / 16], ["1/8", 1 / 8], ["1/6", 1 / 6], ["3/16", 3 / 16], ["1/4", 1 / 4]] as const;

const stuck = defineTable({
  meaning: "every run that was not solved at the end: what it answers, and how the error surface lies there",
  columns: {
    setting: { type: "string", meaning: "loss, batch and output bias in words" },
    replicate: { type: "integer", meaning: "the run" },
    state: {
      type: "string",
      meaning: "answers within 0.1 of their target (right), of its opposite (wrong), or between",
    },
    rank: { type: "integer", meaning: "place among the stuck runs of its setting, by mean squared error, from 1" },
    mean_squared_error: { type: "number", meaning: "mean of (d − y)² over the rows at the end" },
    gradient: { type: "number", meaning: "length of the gradient of the loss summed over the rows" },
    step: { type: "number", meaning: "how far one more epoch moves the weights" },
    smallest_eigenvalue: {
      type: "number",
      meaning: "smallest eigenvalue of the Hessian of the loss summed over the rows",
    },
    largest_eigenvalue: { type: "number", meaning: "largest eigenvalue" },
    kind: {
      type: "string",
      meaning:
        "falling: as many epochs again at the last pace would lower the loss by 1 % or more; saddle: a deviation " +
        "along some direction would grow e^10 times meanwhile; flat tail: neither, and the last epoch made the " +
        "weights longer; plateau: neither, and it did not",
    },
  },
  rows: (outcomes) =>
    Array.from(Map.groupBy(outcomes, ({ run }) => run.cell).values(), (cell) => {
      const failed = cell.filter(({ trained }) => !trained.solved && trained.status === "finished").map(stuckRow);
      return failed.sort((a, b) => a.mean_squared_error - b.mean_squared_error || a.replicate - b.replicate)
        .map((row, i) => ({ ...row, rank: i + 1 }));
    }).flat(),
});

const levels = defineTable({
  meaning: "the levels at which unsolved runs end: their states, split where errors lie more than 0.01 apart",
  columns: {
    setting: { type: "string", meaning: "loss, batch and output bias in words" },
    state: {
      type: "string",
      meaning: "answers within 0.1 of their target (right), of its opposite (wrong), or between",
    },
    runs: { type: "integer", meaning: "stuck runs at this level" },
    of: { type: "integer", meaning: "runs of the setting, solved ones included" },
    lowest: { type: "number", meaning: "smallest mean squared error" },
    median: { type: "number", meaning: "median mean squared error" },
    highest: { type: "number", meaning: "largest mean squared error" },
    fraction: {
      type: "string",
      meaning: "the fraction that the median is within 0.001 of, if any of 1/16, 1/8, 1/6, 3/16, 1/4",
    },
    kinds: { type: "string", meaning: "how the surface lies there, with the number of runs" },
  },
  rows: (outcomes) => {
    const runs = Map.groupBy(outcomes, ({ run }) => settingOf(run.levels));
    return Array.from(
      Map.groupBy(stuck.rows(outcomes), ({ setting }) => setting!),
      ([setting, rows]) =>
        levelsOf(rows).map((level) => {
          const errors = level.map(({ mean_squared_error }) => mean_squared_error!);
          const kinds = Array.from(
            Map.groupBy(level, ({ kind }) => kind!),
            ([kind, { length }]) => `${kind} ${length}`,
          );
          return {
            setting,
            state: level[0]!.state,
            runs: level.length,
            of: runs.get(setting)!.length,
            lowest: errors[0],
            median: quantile(errors, 0.5),
            highest: errors.at(-1),
            fraction: FRACTIONS.find(([, value]) => Math.abs(quantile(errors, 0.5) - value) < 0.001)?.[0],
            kinds: kinds.join(", "),
          };
        }),
    ).flat();
  },
});

type Stuck = ReturnType<typeof stuck.rows>[number];

const AT_REST: readonly Kind[] = ["saddle", "plateau", "flat tail"];

/** Whether an error is near one of some levels. */
function at(...levels: readonly number[]) {
  return ({ mean_squared_error }: Stuck) => levels.some((level) => Math.abs(mean_squared_error! - level) < NEAR);
}

/** Where do failed runs end? */
export const stuckStates = defineExperiment({
  id: "stuck-states",
  question: "Where do failed runs of XOR end?",
  background:
    "With two hidden units, half of the lecture's number, many starts do not solve XOR within the epochs given " +
    "(four units fail too rarely to study it). Each failed run is sorted here by what it answers, by its error, and " +
    "by how the error surface lies where it stands: its slope, and the eigenvalues of its second derivatives " +
    "(exact, by dual numbers), which say whether it bends upwards or downwards. Learning row by row stands beside " +
    "learning in batch, at 40,000 epochs of one mean step each, so that both go about as far.",
  base: { ...LECTURE, ...NETWORKS["two-layer"], ...labels("xor") },
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
      meaning: "when the weights move: after each row, or once an epoch",
      levels: { online: { batch: "online" }, full: { batch: "full", epochs: 40000 } },
    },
  },
  replicates: 200,
  curves: 10,
  tables: { levels, stuck },
  claims: {
    "squared-levels-with-bias": {
      kind: "every",
      table: "stuck",
      where: { setting: "squared error, full batch, output bias", kind: AT_REST },
      holds: at(1 / 4, 1 / 6, 1 / 8),
      statement:
        "Squared error, full batch, with output bias: every run stuck at rest has a mean squared error within 0.005 " +
        "of 1/4, 1/6 or 1/8.",
      says: {
        supported:
          "Errors are quantised: in full batch with squared error and output bias all {n} runs stuck within the " +
          "epochs stand at 1/4, 1/6 or 1/8.",
        refuted:
          "In full batch with squared error and output bias, {count} of {n} runs stuck within the epochs stand at " +
          "1/4, 1/6 or 1/8 (not: {counterexample}).",
        undecided: "In full batch with squared error and output bias no run was stuck.",
      },
    },
    "squared-levels-without-bias": {
      kind: "every",
      table: "stuck",
      where: { setting: "squared error, full batch, no output bias", kind: AT_REST },
      holds: at(3 / 16, 1 / 8, 1 / 16),
      statement:
        "Squared error, full batch, without output bias: every run stuck at rest has a mean squared error within " +
        "0.005 of 3/16, 1/8 or 1/16.",
      says: {
        supported: "Without output bias all {n} stand at 3/16, 1/8 or 1/16.",
        refuted: "Without output bias {count} of {n} stand at 3/16, 1/8 or 1/16 (not: {counterexample}).",
        undecided: "Without output bias no run was stuck.",
      },
    },
    "cross-entropy-levels": {
      kind: "every",
      table: "stuck",
      where: {
        setting: ["cross entropy, online, output bias", "cross entropy, online, no output bias"],
        kind: AT_REST,
      },
      holds: at(0.127, 0.171),
      statement:
        "Cross entropy, online: every run stuck at rest has a mean squared error within 0.005 of 0.127 or 0.171.",
      says: {
        supported: "Online with cross entropy all {n} stuck runs stand at 0.127 or 0.171.",
        refuted:
          "Online with cross entropy {count} of {n} stuck runs stand at 0.127 or 0.171; there are other levels " +
          "(such as that of {counterexample}).",
        undecided: "Online with cross entropy no run was stuck.",
      },
    },
    "none-falling": {
      kind: "none",
      table: "stuck",
      holds: ({ kind }) => kind === "falling",
      statement:
        "No failed run is still falling: none would lose another 1 % of its loss in as many epochs at its last pace.",
      says: {
        supported:
          "None of the {n} failed runs is just slow: at its last pace none would lose another 1 % of its loss in as " +
          "many epochs again.",
        refuted:
          "Of {n} failed runs {count} are just slow: at their last pace they would lose another 1 % of their loss " +
          "in as many epochs again (one of them: {counterexample}).",
        undecided: "No run failed.",
      },
    },
    "always-a-way-down": {
      kind: "every",
      table: "stuck",
      holds: (row) => row.smallest_eigenvalue! < -1e-12 * row.largest_eigenvalue!,
      statement:
        "At every failed run's end the surface bends downwards in some direction: the smallest eigenvalue is negative.",
      says: {
        supported:
          "At the end of every one of {n} failed runs the surface bends downwards in some direction, be it ever so " +
          "little: the smallest eigenvalue is below 0.",
        refuted:
          "At the end of {count} of {n} failed runs the surface bends downwards in some direction; at the others it " +
          "does not, to within rounding (such as {counterexample}).",
        undecided: "No run failed.",
      },
    },
    "saddles-are-rare": {
      kind: "none",
      table: "stuck",
      holds: ({ kind }) => kind === "saddle",
      statement: "No failed run stands at a saddle that as many epochs again would let it leave.",
      says: {
        supported: "None of the {n} stands at a saddle steep enough to leave in as many epochs again.",
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
      holds: (run) => run.solved === true,
      statement: "Online with squared error, a bias at the output solves more seeds.",
      says: {
        supported: "A bias at the output leaves fewer runs stuck: online with squared error it solves more seeds, by " +
          "{estimate} {interval}.",
        refuted:
          "A bias at the output leaves more runs stuck: online with squared error it solves fewer seeds: {estimate} " +
          "{interval}.",
        undecided:
          "Whether a bias at the output leaves fewer runs stuck is open: online with squared error it changes the " +
          "share solved by {estimate} {interval}.",
      },
    },
    "batch-sticks-as-online": {
      kind: "equivalence",
      first: { loss: "halfSquaredError", batch: "full", output_bias: "false" },
      second: { loss: "halfSquaredError", batch: "online", output_bias: "false" },
      holds: (run) => run.solved === true,
      margin: 0.1,
      statement:
        "With squared error and without output bias, batch and online learning solve equally many seeds, to within " +
        "10 percentage points.",
      says: {
        supported: "Batch and online learning fail equally often with squared error: batch less online is {estimate} " +
          "{interval}, within 10.",
        refuted:
          "Batch and online learning do not fail equally often with squared error: batch less online is {estimate} " +
          "{interval}.",
        undecided:
          "Whether batch and online learning fail equally often with squared error is open: batch less online is " +
          "{estimate} {interval}.",
      },
    },
  },
  answer: ["squared-levels-with-bias", "none-falling"],
  views: [
    {
      kind: "lines",
      table: "stuck",
      x: "rank",
      y: "mean_squared_error",
      xTitle: "stuck runs, by error",
      yTitle: "mean squared error",
      color: "state",
      panel: "setting",
      mark: "point",
      title: "The errors of stuck runs form steps",
      finding: ["squared-levels-with-bias", "squared-levels-without-bias", "cross-entropy-levels"],
      reading: "A dot a failed run, ordered by its error: a step is a level at which several ended.",
    },
    {
      kind: "table",
      table: "levels",
      title: "The levels, counted",
      finding: ["none-falling", "saddles-are-rare"],
      reading:
        "Runs at one level agree in which rows they answer rightly; the kind says how the error surface lies there.",
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
      title: "How the surface bends where runs are stuck",
      finding: ["always-a-way-down"],
      reading: "Below 0 the surface bends downwards in at least one direction; near 0 it is flat there.",
    },
    {
      kind: "rates",
      by: "batch",
      color: "output_bias",
      panel: "loss",
      title: "Share of runs that solve XOR",
      finding: ["output-bias-helps", "batch-sticks-as-online"],
      reading: "Each dot is the share of seeds solved at the end, the bar its 95 % Wilson interval.",
    },
  ],
  limits: [
    "Stuck means within the epochs given. Nothing here shows a place that no descent could leave.",
    "Eigenvalues are those of the loss over all rows; online learning follows it only to first order in the rate.",
    "The kinds are drawn by rules with thresholds; the table holds the numbers that they rest on.",
  ],
});

function stuckRow({ run, training, trained }: Outcome) {
  const { parameters } = trained.snapshots.at(-1)!, answers = answersOf(training, parameters);
  const { gradient, step, smallestEigenvalue, largestEigenvalue, kind } = restOf(training, parameters);
  return {
    setting: settingOf(run.levels),
    replicate: run.replicate,
    state: stateOf(answers.map(([y], row) => Math.abs(training.rows[row]!.targets[0]! - y!))),
    mean_squared_error: meanSquaredError(training, answers),
    gradient,
    step,
    smallest_eigenvalue: smallestEigenvalue,
    largest_eigenvalue: largestEigenvalue,
    kind,
  };
}

const WORDS: Readonly<Record<string, string>> = {
  halfSquaredError: "squared error",
  crossEntropy: "cross entropy",
  full: "full batch",
  true: "output bias",
  false: "no output bias",
};

function settingOf({ units, loss, batch, output_bias }: Readonly<Record<string, string>>): string {
  const parts = [loss!, batch!, output_bias!].map((level) => WORDS[level] ?? level);
  return (units === "2" ? parts : [`${units} units`, ...parts]).join(", ");
}

/** Counts answers that are right, between, and wrong. */
function stateOf(errors: readonly number[]): string {
  const right = errors.filter((error) => error < 0.1).length, wrong = errors.filter((error) => error > 0.9).length;
  const counts = [[right, "right"], [errors.length - right - wrong, "between"], [wrong, "wrong"]] as const;
  return counts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`).join(", ");
}

/** Rows in the order of their errors, in groups of one state without a gap. */
function levelsOf(rows: readonly Stuck[]): Stuck[][] {
  return Array.from(Map.groupBy(rows, ({ state }) => state).values(), (same) => {
    const groups: Stuck[][] = [];
    for (const row of same) {
      const last = groups.at(-1)?.at(-1);
      if (last && row.mean_squared_error! - last.mean_squared_error! <= GAP) groups.at(-1)!.push(row);
      else groups.push([row]);
    }
    return groups;
  }).flat().sort((a, b) => b[0]!.mean_squared_error! - a[0]!.mean_squared_error!);
}
