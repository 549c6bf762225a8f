import { defineExperiment } from "../experiment.ts";
import { CLAIMS_EN, exactWording, sentences } from "../words/claims_en.ts";
import { grid, line, MIN_RISE, path, paths } from "./tables/landscape_tables.ts";
import { MOST_RUNS, proportionOf } from "./shared/claim_builders.ts";
import { LOSS } from "./shared/common_factors.ts";
import { TWO_LAYER_XOR } from "./shared/lecture.ts";
import { LEARNING_CURVES } from "./shared/views.ts";

type Loss = "halfSquaredError" | "crossEntropy";

/** The claim that most paths with a loss do something. */
function mostPaths<const L extends Loss, const C>(loss: L, condition: C, predicate: string, setting: string) {
  const phrases = { ...MOST_RUNS, subject: "paths", predicate, setting };
  return proportionOf("paths", { loss }, condition, { is: "above", than: 0.5 }, phrases);
}

/** The claim that paths have more of their spread in two directions than random walks. */
function flatterThanWalks<const L extends Loss>(loss: L, setting: string) {
  const predicate =
    "have more of their spread in two directions than each of 19 random walks with the same step lengths";
  return mostPaths(loss, { plane_share: { above: { column: "walk_highest" } } }, predicate, setting);
}

/** The claim that most paths lead downhill. */
function downhill<const L extends Loss>(loss: L, setting: string) {
  const predicate = "never rise by 0.001 or more in error, from one recorded point to any later one";
  return mostPaths(loss, { rise_on_path: { below: MIN_RISE } }, predicate, setting);
}

/** The claim that solved runs leave the plateau in the first half of their epochs. */
function leavesPlateauEarly<const L extends Loss>(loss: L, setting: string) {
  const measured = "solved runs have an error of 0.2 or more, a plateau, until {estimate} {interval} of their epochs " +
    "(median of {n})";
  return {
    kind: "median",
    table: "paths",
    arms: [{ loss, end: "solved" }],
    value: "plateau_share",
    is: "below",
    than: 0.5,
    ...sentences(setting, {
      statement: "solved runs leave the plateau, an error of 0.2 or more, within half of their epochs until solved " +
        "(median)",
      supported: measured,
      refuted: `${measured}: longer than half of them`,
      undecided: `${measured}. It stays open whether for less than half of them`,
    }),
  } as const;
}

/** What does the error surface look like? */
export const xorLandscape = defineExperiment({
  id: "xor-landscape",
  question: "What does the error surface of XOR look like?",
  why: {
    theory:
      "The net has 16 weights, so its error is a surface over 16 dimensions. A slice shows two (Li et al. 2018): " +
      "here the plane through a run's end in which its path reaches furthest. At the start all outputs are near ½, " +
      "the error is about 0.25, and the pulls of the rows nearly cancel: a plateau. Descent follows the slope of the " +
      "place where it is, which need not point to the solution. Goodfellow, Vinyals & Saxe 2015 found no hills on " +
      "the straight line in large nets. Even a random walk has most of its spread in few directions (Antognini & " +
      "Sohl-Dickstein 2018).",
    data: [
      "Paths are recorded at about twelve epochs a decade; their spread is the sum of squared distances from their " +
      "end.",
      {
        when: { "plane-holds-path": "supported", "plane-holds-path-cross-entropy": "supported" },
        text: "Most paths are flatter than random walks: {plane-holds-path.count} of {plane-holds-path.rows} with " +
          "squared error have more spread in two directions than each of 19.",
      },
      {
        when: { "no-barrier-to-solution": "refuted" },
        text: "But straight is not the way: the line to the solution climbs in {no-barrier-to-solution.others} of " +
          "{no-barrier-to-solution.rows} solved runs.",
      },
      {
        when: { "plateau-left-early": "supported" },
        text:
          "With squared error solved runs leave the plateau early, after a fraction of {plateau-left-early.estimate} " +
          "of their epochs until solved (median).",
      },
    ],
  },
  base: TWO_LAYER_XOR,
  factors: { loss: LOSS },
  replicates: 200,
  curveReplicates: 60,
  tables: { paths, grid, path, line },
  claims: {
    "plane-holds-path": flatterThanWalks("halfSquaredError", "with squared error"),
    "plane-holds-path-cross-entropy": flatterThanWalks("crossEntropy", "with cross entropy"),
    "no-barrier-to-solution": {
      kind: "every",
      table: "paths",
      arms: [{ end: "solved" }],
      condition: { rise_on_line: { below: MIN_RISE } },
      statement:
        "On the straight line from start to solution the error never rises by 0.001 or more (as Goodfellow, Vinyals & " +
        "Saxe 2015 found for large nets).",
      wording: exactWording(
        "On the straight line from start to solution, the error of all {rows} solved runs never rises by 0.001.",
        "On the straight line from start to solution, the error rises by 0.001 or more in {others} of {rows} solved runs; for " +
          "example: {counterexample}.",
      ),
    },
    "path-downhill": downhill("halfSquaredError", "with squared error"),
    "path-downhill-cross-entropy": downhill("crossEntropy", "with cross entropy"),
    "plateau-left-early": leavesPlateauEarly("halfSquaredError", "with squared error"),
    "plateau-left-early-cross-entropy": leavesPlateauEarly("crossEntropy", "with cross entropy"),
    "unsolved-on-level-ground": {
      ...CLAIMS_EN.every(
        "unsolved runs",
        "change their error by less than 1 % over the last nine tenths of the epochs",
      ),
      kind: "every",
      table: "paths",
      arms: [{ end: "unsolved" }],
      condition: { late_change: { below: 0.01 } },
    },
  },
  headline: [
    {
      when: { "no-barrier-to-solution": "refuted", "path-downhill": "supported", "plateau-left-early": "supported" },
      text: "A plateau, then a bent path: in {no-barrier-to-solution.others} of " +
        "{no-barrier-to-solution.rows} solved runs the straight line to the solution climbs.",
    },
    {
      when: { "no-barrier-to-solution": "refuted" },
      text: "It has ridges: in {no-barrier-to-solution.others} of {no-barrier-to-solution.rows} solved runs the " +
        "error rises on the straight line to the solution.",
    },
  ],
  answer: ["plane-holds-path", "no-barrier-to-solution", "plateau-left-early"],
  views: [
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
      captionClaims: ["plane-holds-path", "plane-holds-path-cross-entropy"],
      howToRead:
        "The stronger the colour, the larger the error; a path ends at (0, 0). Each path has a plane of its own.",
    },
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
        "first unsolved run of each loss, and the solved run of each whose line rises most; the table of recorded paths " +
        "has the rise of each.",
    },
    {
      ...LEARNING_CURVES,
      panel: "loss",
      title: "Learning curves: plateaus seen from the side",
      captionClaims: ["plateau-left-early", "plateau-left-early-cross-entropy", "unsolved-on-level-ground"],
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
        "walk_share",
        "walk_highest",
        "rise_on_path",
        "rise_on_line",
        "solved_epoch",
        "plateau_epoch",
        "late_change",
      ],
      title: "Every recorded path",
      captionClaims: ["path-downhill", "path-downhill-cross-entropy"],
      howToRead:
        "One line for each run. Plane share is the fraction of its spread in its plane, walk share the median of random " +
        "walks, walk highest the largest of them; a rise is the largest of the " +
        "error; late change is the relative change of the error over the last nine tenths of the epochs.",
    },
  ],
  limits: [
    "A slice shows two of sixteen dimensions: what looks like a valley's floor may fall off in a direction that is " +
    "not drawn.",
    "A random walk has most of its spread in few directions, too (Antognini & Sohl-Dickstein 2018); the walks compared " +
    "take steps as long as the path's between recorded points, but in directions of their own, all equally likely.",
    "Paths are known at the recorded epochs only; between them the error may rise and fall unseen.",
    "The panels show one solved and one unsolved run of each loss; the claims rest on all recorded paths.",
  ],
  references: ["antognini2018", "goodfellow2015", "li2018"],
});
