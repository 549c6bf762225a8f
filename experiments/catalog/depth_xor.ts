import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { forward, outputLayer } from "../../core/network.ts";
import { rowLabels } from "../define/columns.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { CLAIMS_EN, exactWording } from "../words/claims_en.ts";
import { allRuns, moreOften, mostRuns, noRuns } from "./shared/claim_builders.ts";
import { integerColumn, numberColumn, textColumn } from "./shared/column_builders.ts";
import { functions, NETWORK } from "./shared/common_factors.ts";
import { ABOUT_LECTURE, LECTURE } from "./shared/lecture.ts";
import { surfaceTable } from "./shared/surface_table.ts";
import { LEARNING_CURVES, RATES, SOLVED, SURFACE } from "./shared/views.ts";

const failures = defineTable({
  meaning: "every two-layer net that was not solved: the row with its largest error, and its hidden units there",
  columns: {
    function: textColumn("function to learn"),
    replicate: integerColumn("index of the random start"),
    row: textColumn("the row with the largest error: x1 and x2"),
    target: numberColumn("its target d"),
    output: numberColumn("the net's output y for it"),
    largest_hidden: numberColumn("the largest output of a hidden unit for it"),
    next_error: numberColumn("|d − y| of the row with the second largest error"),
  },
  needs: "run",
  rows: (outcomes) =>
    outcomes.filter(({ run, trained }) =>
      run.levels.network === "two-layer" && trained.status === "finished" && !trained.solved
    ).map(({ run, training: { network, rows }, trained }) => {
      const { parameters } = trained.snapshots.at(-1)!;
      const errorOf = (row: { readonly target: number; readonly output: number }) => Math.abs(row.target - row.output);
      const [worst, next] = rows.map(({ inputs, targets }, r) => {
        const pass = forward(NUMBERS, network, parameters, inputs);
        const largest_hidden = Math.max(...pass.a[1]!);
        return { row: rowLabels(rows.length)[r]!, target: targets[0]!, output: outputLayer(pass)[0]!, largest_hidden };
      }).sort((a, b) => errorOf(b) - errorOf(a));
      return { function: run.levels.function!, replicate: run.replicate, ...worst!, next_error: errorOf(next!) };
    }),
});

const TWO_LAYER_XOR = { function: "xor", network: "two-layer" } as const;

/** Does a hidden layer cure XOR? */
export const depthXor = defineExperiment({
  id: "depth-xor",
  question: "Does a hidden layer cure XOR?",
  why: {
    theory:
      "One unit divides the plane with one straight line. AND and OR need no more; the ones of XOR lie diagonally " +
      "across, and no line separates them from the zeros (Minsky & Papert 1969). Two hidden units draw two lines, " +
      "such as OR and NOT AND, and the output unit keeps what lies between. Back-propagation passes δ down through " +
      "the output weights, so hidden weights have a slope to follow, too (Rumelhart, Hinton & Williams 1986). But " +
      "that slope can vanish: hidden units that are switched off hardly learn, and without a bias the output is then " +
      "½.",
    data: [
      "Both nets are trained from the same starts, by the rule of a textbook (Kim 2017).",
      {
        when: { "hidden-layer-helps-xor": "supported", "two-layers-always-xor": "refuted" },
        text:
          "The hidden layer turns {hidden-layer-helps-xor.second_count} solved starts of {hidden-layer-helps-xor.n} " +
          "into {hidden-layer-helps-xor.first_count}; the other {two-layers-always-xor.others} are not solved within " +
          "the epochs.",
      },
      {
        when: { "switched-off": "supported" },
        text: "All {switched-off.rows} failures on AND and OR have every hidden unit switched off for one row.",
      },
    ],
  },
  base: LECTURE,
  factors: { function: functions("and", "or", "xor"), network: NETWORK },
  featuredCell: TWO_LAYER_XOR,
  replicates: 600,
  curveReplicates: 10,
  tables: {
    failures,
    surface: surfaceTable(({ function: name, network }) => name === "xor" ? `XOR, ${network}` : undefined),
  },
  claims: {
    "one-layer-never-xor": noRuns({ function: "xor", network: "single-layer" }, "solve XOR", "without a hidden layer"),
    "two-layers-mostly-xor": mostRuns(TWO_LAYER_XOR, "solve XOR", "with a hidden layer of four units"),
    "two-layers-always-xor": {
      ...allRuns(TWO_LAYER_XOR, "solve XOR", "with a hidden layer of four units"),
      wording: exactWording(
        "With a hidden layer of four units, all {rows} runs solve XOR.",
        "It is no guarantee: {others} of {rows} starts had not solved XOR within 10,000 epochs; for example: {counterexample}.",
      ),
    },
    "hidden-layer-helps-xor": moreOften(
      [TWO_LAYER_XOR, { function: "xor", network: "single-layer" }],
      "XOR is solved",
      "with a hidden layer",
      "without",
    ),
    "one-layer-and-or": allRuns(
      { function: ["and", "or"], network: "single-layer" },
      "on AND and OR solve their function",
      "with one layer",
    ),
    "two-layers-and-or": allRuns(
      { function: ["and", "or"], network: "two-layer" },
      "solve them",
      "with a hidden layer, which AND and OR do not need",
    ),
    "switched-off": {
      kind: "every",
      table: "failures",
      arms: [{ function: ["and", "or"] }],
      condition: {
        largest_hidden: { below: 0.01 },
        output: { near: 0.5, within: 0.01 },
        next_error: { below: 0.1 },
      },
      ...CLAIMS_EN.every(
        "failures on AND or OR",
        "have three rows right and switch all hidden units off for the fourth, so that its output is ½",
      ),
    },
  },
  headline: [
    {
      when: {
        "one-layer-never-xor": "supported",
        "two-layers-mostly-xor": "supported",
        "two-layers-always-xor": "refuted",
      },
      text: "Mostly: with four hidden units {two-layers-always-xor.count} of {two-layers-always-xor.rows} starts " +
        "solve XOR; without them, none of {one-layer-never-xor.rows}.",
    },
    {
      when: {
        "one-layer-never-xor": "supported",
        "two-layers-mostly-xor": "supported",
        "two-layers-always-xor": "supported",
      },
      text: "Yes: with four hidden units all {two-layers-always-xor.rows} starts solve XOR; without them, none " +
        "of {one-layer-never-xor.rows}.",
    },
    {
      when: { "one-layer-never-xor": "supported", "two-layers-mostly-xor": "undecided" },
      text: "It stays open how often: with four hidden units {two-layers-mostly-xor.count} of " +
        "{two-layers-mostly-xor.rows} starts solve XOR; without them, none.",
    },
  ],
  answer: ["one-layer-never-xor", "two-layers-mostly-xor", "two-layers-always-xor"],
  views: [
    {
      ...RATES,
      by: "function",
      color: "network",
      title: "Runs that solve each function",
      captionClaims: ["hidden-layer-helps-xor", "one-layer-and-or"],
    },
    {
      ...SOLVED,
      color: "network",
      panel: "function",
      captionClaims: ["two-layers-mostly-xor", "two-layers-always-xor"],
    },
    {
      ...SURFACE,
      title: "Outputs of the nets over the plane, before and after training",
      captionClaims: ["hidden-layer-helps-xor"],
    },
    {
      kind: "table",
      table: "failures",
      title: "Two-layer nets that fail, and their worst row",
      captionClaims: ["two-layers-and-or", "switched-off"],
      howToRead:
        "One line for each net: the row with its largest error, and the largest output of a hidden unit there.",
    },
    { ...LEARNING_CURVES, color: "network", panel: "function", captionClaims: ["one-layer-never-xor"] },
  ],
  limits: [
    "One net, one learning rate and 10,000 epochs: a run that is not solved by then might be solved later.",
    "How many hidden units XOR needs, and what other activations, losses and starts do, is not tested here.",
    "A hidden unit counts as switched off below 0.01; right is within 0.1 of the target, ½ within 0.01.",
    ABOUT_LECTURE,
  ],
  references: ["kim2017", "minsky1969", "rumelhart1986"],
});
