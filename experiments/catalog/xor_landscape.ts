import { stepsPerEpoch } from "../../core/training.ts";
import type { Outcome } from "../define/run.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import {
  axisPositions,
  errorAt,
  errorsOnLine,
  largestRise,
  planeOf,
  pointInPlane,
  projectOnto,
} from "./analysis/landscape.ts";
import { LECTURE, lectureData, LOSS, NETWORKS } from "./shared/lecture.ts";
import { HOW_TO_READ } from "./shared/wording.ts";

const GRID = 41;
const LINE_STEPS = 50;
/** The smallest rise of the mean squared error that counts. */
const MIN_RISE = 0.001;

const paths = defineTable({
  meaning: "each run whose learning curve was kept: its path through weight space, from the recorded points",
  columns: {
    loss: { type: "string", meaning: "loss that training minimizes" },
    end: { type: "string", meaning: "solved or stuck, at the end" },
    replicate: { type: "integer", meaning: "the run" },
    first_share: {
      type: "number",
      unit: "proportion",
      meaning: "proportion of the path's squared distances from its end along one direction",
    },
    plane_share: {
      type: "number",
      unit: "proportion",
      meaning: "proportion of them in the plane of the two largest principal components",
    },
    rise_on_path: { type: "number", meaning: "largest rise of the mean squared error along the path" },
    rise_on_line: { type: "number", meaning: "largest rise of it on the straight line from start to end" },
    solved_epoch: { type: "number", unit: "epochs", meaning: "epoch from which on it was solved; empty if unsolved" },
    plateau_epoch: {
      type: "number",
      unit: "epochs",
      meaning: "last recorded epoch with a mean squared error of 0.2 or more",
    },
    late_change: {
      type: "number",
      unit: "proportion",
      meaning: "change of the mean squared error over the last nine tenths of the epochs, as a fraction of it",
    },
  },
  key: ["loss", "replicate"],
  rows: (outcomes) => outcomes.filter(hasPath).map(pathRow),
});

const grid = defineTable({
  meaning: "mean squared error over the plane of a path, 41 × 41 places",
  columns: {
    panel: { type: "string", meaning: "which run" },
    x: { type: "number", meaning: "distance from the path's end along its first principal direction" },
    y: { type: "number", meaning: "distance along the second" },
    mean_squared_error: { type: "number", meaning: "mean of (d − y)² there, all other directions as at the end" },
  },
  rows: (outcomes) =>
    examplesOf(outcomes).flatMap(({ panel, outcome: { training, trained } }) => {
      const points = trained.snapshots.map(({ parameters }) => parameters);
      const plane = planeOf(points);
      const projected = points.map((point) => projectOnto(plane, point));
      const xs = axisPositions(projected.map(([x]) => x), GRID);
      const ys = axisPositions(projected.map(([, y]) => y), GRID);
      return ys.flatMap((y) =>
        xs.map((x) => ({ panel, x, y, mean_squared_error: errorAt(training, pointInPlane(plane, x, y)) }))
      );
    }),
});

const path = defineTable({
  meaning: "the paths in their planes",
  columns: {
    panel: { type: "string", meaning: "which run" },
    epoch: { type: "number", unit: "epochs", meaning: "epochs trained so far" },
    x: { type: "number", meaning: "distance from the path's end along its first principal direction" },
    y: { type: "number", meaning: "distance along the second" },
    mean_squared_error: {
      type: "number",
      meaning: "mean of (d − y)² at the path's own point, which may lie off the plane",
    },
  },
  key: ["panel", "epoch"],
  rows: (outcomes) =>
    examplesOf(outcomes).flatMap(({ panel, outcome: { training, trained } }) => {
      const plane = planeOf(trained.snapshots.map(({ parameters }) => parameters));
      return trained.snapshots.map(({ step, parameters }) => {
        const [x, y] = projectOnto(plane, parameters);
        const epoch = step / stepsPerEpoch(training);
        return { panel, epoch, x, y, mean_squared_error: errorAt(training, parameters) };
      });
    }),
});

const line = defineTable({
  meaning: "mean squared error on the straight line from a run's start to its end",
  columns: {
    run: { type: "string", meaning: "which run" },
    share: { type: "number", meaning: "fraction of the line: 0 at the start, 1 at the end" },
    mean_squared_error: { type: "number", meaning: "mean of (d − y)² there" },
  },
  rows: (outcomes) =>
    [...examplesOf(outcomes), ...highestRises(outcomes)].flatMap(({ panel, outcome }) =>
      lineOf(outcome).map(({ fraction, error }) => ({ run: panel, share: fraction, mean_squared_error: error }))
    ),
});

/** What does the error surface look like? */
export const xorLandscape = defineExperiment({
  id: "xor-landscape",
  question: "What does the error surface of XOR look like?",
  background:
    "The lecture's net has 16 weights, so its error is a surface over 16 dimensions. A slice shows two of them: here " +
    "the plane through a run's end along the two directions in which its path reaches furthest, and the straight " +
    "line from its start to its end. The path itself is recorded at about twelve epochs a decade and drawn into its " +
    "plane.",
  base: { ...LECTURE, ...NETWORKS["two-layer"], ...lectureData("xor") },
  factors: { loss: LOSS },
  replicates: 200,
  curveReplicates: 60,
  tables: { paths, grid, path, line },
  claims: {
    "plane-holds-path": {
      kind: "every",
      table: "paths",
      holds: ({ plane_share }) => plane_share! >= 0.9,
      statement: "Two directions hold at least 90 % of every path: of its squared distances from its end.",
      wording: {
        supported: "A path lies nearly in a plane: in all {n} runs two directions hold at least 90 % of its squared " +
          "distances from its end.",
        refuted: "A path does not always lie nearly in a plane: in {count} of {n} runs two directions hold at least " +
          "90 % of its squared distances from its end (an exception: {counterexample}).",
        undecided: "No path was recorded.",
      },
    },
    "no-barrier-to-solution": {
      kind: "every",
      table: "paths",
      where: { end: "solved" },
      holds: ({ rise_on_line }) => rise_on_line! < MIN_RISE,
      statement:
        "On the straight line from the start to a solution the error never rises by 0.001 or more (as Goodfellow, " +
        "Vinyals & Saxe 2015 found for large nets).",
      wording: {
        supported:
          "On the straight line from start to solution the error never rises by 0.001 or more, in all {n} solved runs.",
        refuted: "The straight way is not always downhill: on the line from start to solution the error rises by " +
          "0.001 or more in {others} of {n} solved runs (one: {counterexample}).",
        undecided: "No run with a recorded path was solved.",
      },
    },
    "path-downhill": {
      kind: "every",
      table: "paths",
      holds: ({ rise_on_path }) => rise_on_path! < MIN_RISE,
      statement: "Along the path, from one recorded point to any later one, the error never rises by 0.001 or more.",
      wording: {
        supported: "The path itself leads downhill all the way: between recorded points the error never rises by " +
          "0.001 or more, in all {n} runs.",
        refuted: "The path itself does not always lead downhill: between recorded points the error rises by 0.001 or " +
          "more in {others} of {n} runs (one: {counterexample}).",
        undecided: "No path was recorded.",
      },
    },
    "solved-after-plateau": {
      kind: "every",
      table: "paths",
      where: { end: "solved" },
      holds: ({ plateau_epoch, solved_epoch }) => plateau_epoch! >= solved_epoch! / 2,
      statement:
        "Every solved run spends at least half of its epochs until solved at an error of 0.2 or more: on a plateau.",
      wording: {
        supported: "Most of the time passes on a plateau: halfway to being solved, all {n} solved runs still have an " +
          "error of 0.2 or more (always answering ½ makes 0.25).",
        refuted: "The plateau at which nets answer about ½, with an error of 0.2 or more, is not most of the way: " +
          "halfway to being solved, {others} of {n} solved runs have left it (one: {counterexample}).",
        undecided: "No run with a recorded path was solved.",
      },
    },
    "stuck-on-level-ground": {
      kind: "every",
      table: "paths",
      where: { end: "stuck" },
      holds: ({ late_change }) => late_change! < 0.01,
      statement: "Over the last nine tenths of the epochs the error of every stuck run changes by less than 1 %.",
      wording: {
        supported: "Stuck runs stand on level ground: over the last nine tenths of the epochs the error of all {n} " +
          "changes by less than 1 %.",
        refuted: "Not all stuck runs have stood on level ground for long: over the last nine tenths of the epochs " +
          "the error of {count} of {n} changes by less than 1 % (an exception: {counterexample}).",
        undecided: "No run with a recorded path was stuck.",
      },
    },
  },
  answer: ["plane-holds-path", "no-barrier-to-solution", "solved-after-plateau"],
  views: [
    {
      kind: "lines",
      table: "line",
      x: "share",
      y: "mean_squared_error",
      xTitle: "share of the way from start to end",
      yTitle: "mean squared error",
      color: "run",
      title: "The error on the straight line from start to end",
      captionClaims: ["no-barrier-to-solution"],
      howToRead:
        "0 is where training began, 1 where it ended; training itself took another way. Drawn are the first solved and " +
        "the first stuck run of each loss, and the solved run of each whose line rises most; the table of recorded " +
        "paths has the rise of each.",
    },
    {
      kind: "field",
      table: "grid",
      x: "x",
      y: "y",
      xTitle: "first direction",
      yTitle: "second direction",
      value: "mean_squared_error",
      valueTitle: "mean squared error",
      panel: "panel",
      path: "path",
      title: "The paths in their planes, over the error",
      captionClaims: ["plane-holds-path"],
      howToRead:
        "The stronger the colour, the larger the error; a path ends at (0, 0). Each plane is the path's own, through its end.",
    },
    {
      kind: "curves",
      y: "mean_squared_error",
      panel: "loss",
      title: "Learning curves: plateaus seen from the side",
      captionClaims: ["solved-after-plateau", "stuck-on-level-ground"],
      howToRead: `${HOW_TO_READ.curves} A level stretch is a plateau.`,
    },
    {
      kind: "table",
      table: "paths",
      columns: [
        "loss",
        "end",
        "replicate",
        "plane_share",
        "rise_on_path",
        "rise_on_line",
        "solved_epoch",
        "plateau_epoch",
        "late_change",
      ],
      title: "Every recorded path",
      captionClaims: ["path-downhill"],
      howToRead:
        "One line for each run. Plane share is how much of its path lies in its plane; a rise is the largest of the " +
        "error, there or on the straight line; late change is what the error changes by over the last nine tenths of " +
        "the epochs, as a share of it.",
    },
  ],
  limits: [
    "A slice shows two of sixteen dimensions: what looks like a valley's floor may fall off in a direction that is " +
    "not drawn.",
    "Paths are known at the recorded epochs only; between them the error may rise and fall unseen.",
    "The panels show one solved and one stuck run of each loss; the statements rest on all recorded paths.",
  ],
});

function hasPath({ trained }: Outcome): boolean {
  return trained.snapshots.length > 1 && trained.status === "finished";
}

function lineOf({ training, trained }: Outcome) {
  return errorsOnLine(training, training.start, trained.snapshots.at(-1)!.parameters, LINE_STEPS);
}

function riseOf(outcome: Outcome): number {
  return largestRise(lineOf(outcome).map(({ error }) => error));
}

function pathRow(outcome: Outcome) {
  const { run, training, trained } = outcome;
  const { snapshots, solved, solvedEpoch } = trained;
  const { explainedFractions } = planeOf(snapshots.map(({ parameters }) => parameters));
  const errors = snapshots.map(({ parameters }) => errorAt(training, parameters));
  const end = errors.at(-1)!;
  const late = snapshots.findLastIndex(({ step }) => step <= trained.steps / 10);
  const plateau = errors.findLastIndex((error) => error >= 0.2);
  return {
    loss: run.levels.loss,
    end: solved ? "solved" : "stuck",
    replicate: run.replicate,
    first_share: explainedFractions[0],
    plane_share: explainedFractions[1],
    rise_on_path: largestRise(errors),
    rise_on_line: riseOf(outcome),
    solved_epoch: solvedEpoch,
    plateau_epoch: plateau < 0 ? undefined : snapshots[plateau]!.step / stepsPerEpoch(training),
    late_change: Math.abs(errors[late]! - end) / errors[late]!,
  };
}

interface ExampleRun {
  readonly panel: string;
  readonly outcome: Outcome;
}

/** For each loss, the solved run with a recorded path whose straight line rises most. */
function highestRises(outcomes: readonly Outcome[]): ExampleRun[] {
  const solved = outcomes.filter((outcome) => hasPath(outcome) && outcome.trained.solved);
  return [...Map.groupBy(solved, ({ run }) => run.levels.loss!)].map(([loss, runs]) => {
    const outcome = runs.reduce((highest, run) => riseOf(run) > riseOf(highest) ? run : highest);
    return { panel: `${loss}, highest rise (replicate ${outcome.run.replicate})`, outcome };
  });
}

/** For each loss, the first solved and the first stuck run with a recorded path. */
function examplesOf(outcomes: readonly Outcome[]): ExampleRun[] {
  const recorded = outcomes.filter(hasPath);
  return [...Map.groupBy(recorded, ({ run }) => run.levels.loss!)].flatMap(([loss, runs]) =>
    [true, false].flatMap((solved) => {
      const outcome = runs.find(({ trained }) => trained.solved === solved);
      return outcome
        ? [{ panel: `${loss}, ${solved ? "solved" : "stuck"} (replicate ${outcome.run.replicate})`, outcome }]
        : [];
    })
  );
}
