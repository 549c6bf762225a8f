/** Tables of paths through weight space and of the error around them. */
import { stream } from "../../../core/random.ts";
import { stepsPerEpoch, type Trained } from "../../../core/training.ts";
import type { Outcome } from "../../define/run.ts";
import { defineTable } from "../../define/tables.ts";
import { quantile } from "../../statistics/statistics.ts";
import { integerColumn, numberColumn, textColumn } from "../shared/column_builders.ts";
import {
  axisPositions,
  errorAt,
  largestRise,
  planeOf,
  pointInPlane,
  projectOnto,
  randomWalk,
} from "../analysis/landscape.ts";

const GRID = 41;
const LINE_STEPS = 50;
/** Random walks for each path: without any structure, the path exceeds all of them in 5 % of cases. */
const WALKS = 19;
/** The smallest rise of the mean squared error that counts. */
export const MIN_RISE = 0.001;

const WHICH_RUN = textColumn("which run");
const COORDINATES = {
  x: numberColumn("distance from the path's end along its first principal direction"),
  y: numberColumn("distance along the second"),
} as const;

/** The recorded paths, one per row. */
export const paths = defineTable({
  meaning: "each run whose learning curve was kept: its path through weight space, from the recorded points",
  columns: {
    loss: textColumn("loss that training minimizes"),
    end: textColumn("solved or unsolved, at the end"),
    replicate: integerColumn("the run"),
    first_share: numberColumn(
      "proportion of the path's squared distances from its end along one direction",
      "proportion",
    ),
    plane_share: numberColumn("proportion of them in the plane of the two largest principal components", "proportion"),
    walk_share: numberColumn("median of that fraction over 19 random walks with the path's step lengths", "proportion"),
    walk_highest: numberColumn("largest fraction of these walks", "proportion"),
    rise_on_path: numberColumn("largest rise of the mean squared error along the path"),
    rise_on_line: numberColumn("largest rise of it on the straight line from start to end"),
    solved_epoch: numberColumn("epoch from which on it was solved; empty if unsolved", "epochs"),
    plateau_epoch: numberColumn("last recorded epoch with a mean squared error of 0.2 or more", "epochs"),
    plateau_share: numberColumn(
      "epochs on the plateau as a fraction of those until solved, 0 if no recorded error is 0.2 or more; empty if unsolved",
      "proportion",
    ),
    late_change: numberColumn(
      "change of the mean squared error over the last nine tenths of the epochs, as a fraction of it",
      "proportion",
    ),
  },
  key: ["loss", "replicate"],
  needs: "run",
  rows: (outcomes) => outcomes.filter(hasPath).map(pathRow),
});

/** The error over the planes of some paths. */
export const grid = defineTable({
  meaning: "mean squared error over the plane of a path, 41 × 41 places",
  columns: {
    panel: WHICH_RUN,
    ...COORDINATES,
    mean_squared_error: numberColumn("mean of (d − y)² there, all other directions as at the end"),
  },
  rows: (outcomes) =>
    examplesOf(outcomes).flatMap(({ panel, outcome: { training, trained } }) => {
      const points = pathOf(trained);
      const plane = planeOf(points);
      const projected = points.map((point) => projectOnto(plane, point));
      const xs = axisPositions(projected.map(([x]) => x), GRID);
      const ys = axisPositions(projected.map(([, y]) => y), GRID);
      return ys.flatMap((y) =>
        xs.map((x) => ({ panel, x, y, mean_squared_error: errorAt(training, pointInPlane(plane, x, y)) }))
      );
    }),
});

/** The points of these paths. */
export const path = defineTable({
  meaning: "the paths in their planes",
  columns: {
    panel: WHICH_RUN,
    epoch: numberColumn("epochs trained so far", "epochs"),
    ...COORDINATES,
    mean_squared_error: numberColumn("mean of (d − y)² at the path's own point, which may lie off the plane"),
  },
  key: ["panel", "epoch"],
  rows: (outcomes) =>
    examplesOf(outcomes).flatMap(({ panel, outcome: { training, trained } }) => {
      const plane = planeOf(pathOf(trained));
      return trained.snapshots.map(({ step, parameters }) => {
        const [x, y] = projectOnto(plane, parameters);
        const epoch = step / stepsPerEpoch(training);
        return { panel, epoch, x, y, mean_squared_error: errorAt(training, parameters) };
      });
    }),
});

/** The error on straight lines from start to end. */
export const line = defineTable({
  meaning: "mean squared error on the straight line from a run's start to its end",
  columns: {
    run: WHICH_RUN,
    share: numberColumn("fraction of the line: 0 at the start, 1 at the end"),
    mean_squared_error: numberColumn("mean of (d − y)² there"),
  },
  rows: (outcomes) =>
    [...examplesOf(outcomes), ...highestRises(outcomes)].flatMap(({ panel, outcome }) =>
      lineOf(outcome).map(({ fraction, error }) => ({ run: panel, share: fraction, mean_squared_error: error }))
    ),
});

function hasPath({ trained }: Outcome): boolean {
  return trained.snapshots.length > 1 && trained.status === "finished";
}

function pathOf({ snapshots }: Trained) {
  return snapshots.map(({ parameters }) => parameters);
}

/** Mean squared errors at equidistant points of the straight line from start to end, both included. */
function lineOf({ training, trained }: Outcome) {
  const end = trained.snapshots.at(-1)!.parameters;
  return Array.from({ length: LINE_STEPS + 1 }, (_, i) => {
    const fraction = i / LINE_STEPS;
    return { fraction, error: errorAt(training, training.start.map((w, k) => w + fraction * (end[k]! - w))) };
  });
}

function riseOf(outcome: Outcome): number {
  return largestRise(lineOf(outcome).map(({ error }) => error));
}

function pathRow(outcome: Outcome) {
  const { run, training, trained } = outcome;
  const { snapshots, solved, solvedEpoch } = trained;
  const path = pathOf(trained);
  const { explainedFractions } = planeOf(path);
  const walkShares = walkSharesOf(outcome);
  const errors = path.map((parameters) => errorAt(training, parameters));
  const end = errors.at(-1)!;
  const late = snapshots.findLastIndex(({ step }) => step <= trained.steps / 10);
  const plateau = errors.findLastIndex((error) => error >= 0.2);
  const plateauEpoch = plateau < 0 ? undefined : snapshots[plateau]!.step / stepsPerEpoch(training);
  const plateauShare = solvedEpoch === undefined ? undefined : (plateauEpoch ?? 0) / solvedEpoch;
  return {
    loss: run.levels.loss,
    end: solved ? "solved" : "unsolved",
    replicate: run.replicate,
    first_share: explainedFractions[0],
    plane_share: explainedFractions[1],
    walk_share: quantile(walkShares, 0.5),
    walk_highest: quantile(walkShares, 1),
    rise_on_path: largestRise(errors),
    rise_on_line: riseOf(outcome),
    solved_epoch: solvedEpoch,
    plateau_epoch: plateauEpoch,
    plateau_share: plateauShare,
    late_change: Math.abs(errors[late]! - end) / errors[late]!,
  };
}

/** The fractions of their spread that random walks with a path's step lengths have in two directions, ascending. */
function walkSharesOf({ run, trained }: Outcome): number[] {
  const random = stream(String(run.config.seed), "walk");
  const path = pathOf(trained);
  return Array.from({ length: WALKS }, () => planeOf(randomWalk(random, path)).explainedFractions[1])
    .sort((a, b) => a - b);
}

interface ExampleRun {
  readonly panel: string;
  readonly outcome: Outcome;
}

/** For each loss, the solved run with a recorded path whose straight line rises most. */
function highestRises(outcomes: readonly Outcome[]): ExampleRun[] {
  return recordedByLoss(outcomes).flatMap(([loss, runs]) => {
    const [first, ...others] = runs.filter(({ trained }) => trained.solved);
    const highest = first && others.reduce((highest, run) => riseOf(run) > riseOf(highest) ? run : highest, first);
    return exampleOf(`${loss}, highest rise`, highest);
  });
}

/** For each loss, the first solved and the first unsolved run with a recorded path. */
function examplesOf(outcomes: readonly Outcome[]): ExampleRun[] {
  return recordedByLoss(outcomes).flatMap(([loss, runs]) => [
    ...exampleOf(`${loss}, solved`, runs.find(({ trained }) => trained.solved)),
    ...exampleOf(`${loss}, unsolved`, runs.find(({ trained }) => !trained.solved)),
  ]);
}

function recordedByLoss(outcomes: readonly Outcome[]) {
  return [...Map.groupBy(outcomes.filter(hasPath), ({ run }) => run.levels.loss!)];
}

function exampleOf(name: string, outcome: Outcome | undefined): ExampleRun[] {
  return outcome ? [{ panel: `${name} (replicate ${outcome.run.replicate})`, outcome }] : [];
}
