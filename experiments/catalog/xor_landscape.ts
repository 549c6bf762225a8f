import { defineExperiment } from "../experiment.ts";
import { grid, line, MIN_RISE, path, paths } from "./analysis/landscape_tables.ts";
import { allText, exactWording } from "./shared/claim_builders.ts";
import { LOSS } from "./shared/common_factors.ts";
import { TWO_LAYER_XOR } from "./shared/lecture.ts";
import { LEARNING_CURVES } from "./shared/views.ts";

/** What does the error surface look like? */
export const xorLandscape = defineExperiment({
  id: "xor-landscape",
  question: "What does the error surface of XOR look like?",
  background:
    "A net of 3 inputs, 4 hidden units and 1 output has 16 weights, so its error is a surface over 16 dimensions. A " +
    "slice shows two of them: here the plane through a run's end along the two directions in which its path reaches " +
    "furthest, and the straight line from its start to its end. The path is recorded at about twelve epochs a decade.",
  base: TWO_LAYER_XOR,
  factors: { loss: LOSS },
  replicates: 200,
  curveReplicates: 60,
  tables: { paths, grid, path, line },
  claims: {
    "plane-holds-path": {
      ...allText("paths", "have at least 90 % of their spread about their end in two directions"),
      kind: "every",
      table: "paths",
      holds: ({ plane_share }) => plane_share! >= 0.9,
    },
    "no-barrier-to-solution": {
      kind: "every",
      table: "paths",
      where: { end: "solved" },
      holds: ({ rise_on_line }) => rise_on_line! < MIN_RISE,
      statement:
        "On the straight line from start to solution the error never rises by 0.001 or more (as Goodfellow, Vinyals & " +
        "Saxe 2015 found for large nets).",
      wording: exactWording(
        "On the straight line from start to solution, the error of all {n} solved runs never rises by 0.001.",
        "On the straight line from start to solution, the error rises by 0.001 or more in {others} of {n} solved runs; for example: " +
          "{counterexample}.",
      ),
    },
    "path-downhill": {
      kind: "every",
      table: "paths",
      holds: ({ rise_on_path }) => rise_on_path! < MIN_RISE,
      statement: "Along the path, from one recorded point to any later one, the error never rises by 0.001 or more.",
      wording: exactWording(
        "Along the path itself, the error of all {n} runs never rises by 0.001 between recorded points.",
        "Along the path itself, the error of {others} of {n} runs rises by 0.001 or more; for example: " +
          "{counterexample}.",
      ),
    },
    "solved-after-plateau": {
      kind: "every",
      table: "paths",
      where: { end: "solved" },
      holds: ({ plateau_epoch, solved_epoch }) => plateau_epoch! >= solved_epoch! / 2,
      statement:
        "Every solved run has an error of 0.2 or more, a plateau, for at least half of its epochs until solved.",
      wording: exactWording(
        "All {n} solved runs spend at least half of their epochs until solved on a plateau.",
        "Nets can leave the plateau early: {others} of {n} solved runs do so within half of their epochs; for example: " +
          "{counterexample}.",
      ),
    },
    "stuck-on-level-ground": {
      ...allText("stuck runs", "change their error by less than 1 % over the last nine tenths of the epochs"),
      kind: "every",
      table: "paths",
      where: { end: "stuck" },
      holds: ({ late_change }) => late_change! < 0.01,
    },
  },
  answer: ["plane-holds-path", "no-barrier-to-solution", "solved-after-plateau"],
  views: [
    {
      kind: "lines",
      table: "line",
      x: "share",
      y: "mean_squared_error",
      xTitle: "fraction of the way from start to end",
      yTitle: "mean squared error",
      color: "run",
      title: "The error on the straight line from start to end",
      captionClaims: ["no-barrier-to-solution"],
      howToRead:
        "0 is the start of training, 1 its end; training itself took another way. Shown are the first solved and the " +
        "first stuck run of each loss, and the solved run of each whose line rises most; the table of recorded paths " +
        "has the rise of each.",
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
        "The stronger the colour, the larger the error; a path ends at (0, 0). Each path has a plane of its own.",
    },
    {
      ...LEARNING_CURVES,
      panel: "loss",
      title: "Learning curves: plateaus seen from the side",
      captionClaims: ["solved-after-plateau", "stuck-on-level-ground"],
      howToRead: `${LEARNING_CURVES.howToRead} A plateau is a level stretch; the output ½ for every row makes 0.25.`,
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
        "One line for each run. Plane share is the fraction of its spread in its plane; a rise is the largest of the " +
        "error; late change is the relative change of the error over the last nine tenths of the epochs.",
    },
  ],
  limits: [
    "A slice shows two of sixteen dimensions: what looks like a valley's floor may fall off in a direction that is " +
    "not drawn.",
    "A random walk has most of its spread in few directions, too; we did not compare the paths with one.",
    "Paths are known at the recorded epochs only; between them the error may rise and fall unseen.",
    "The panels show one solved and one stuck run of each loss; the claims rest on all recorded paths.",
  ],
});
