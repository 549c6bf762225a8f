import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { forward, outputsOf } from "../../core/network.ts";
import { defineExperiment, defineTable } from "../experiment.ts";
import { rowLabels } from "../records.ts";
import { labels, LECTURE, NETWORK } from "./shared/lecture.ts";
import { surfaces } from "./shared/surface_grid.ts";
import { mostly, noticed, READING, solved } from "./shared/wording.ts";

const failures = defineTable({
  meaning: "every two-layer net that was not solved: the row that it answers worst, and its hidden units there",
  columns: {
    function: { type: "string", meaning: "what is to be learned" },
    replicate: { type: "integer", meaning: "number of the draw" },
    row: { type: "string", meaning: "the row answered worst: x1 and x2" },
    target: { type: "number", meaning: "its target d" },
    output: { type: "number", meaning: "the net's answer y to it" },
    largest_hidden: { type: "number", meaning: "the largest of the hidden units' answers to it" },
    next_error: { type: "number", meaning: "|d − y| of the row answered second worst" },
  },
  rows: (outcomes) =>
    outcomes.filter(({ run, trained }) =>
      run.levels.network === "two-layer" && trained.status === "finished" && !trained.solved
    ).map(({ run, training: { network, rows }, trained }) => {
      const { parameters } = trained.snapshots.at(-1)!;
      const [worst, next] = rows.map(({ inputs, targets }, r) => {
        const pass = forward(NUMBERS, network, parameters, inputs), output = outputsOf(pass)[0]!, target = targets[0]!;
        const largest_hidden = Math.max(...pass.a[1]!), row = rowLabels(rows.length)[r]!;
        return { row, target, output, largest_hidden, error: Math.abs(target - output) };
      }).sort((a, b) => b.error - a.error);
      const { error: _, ...answer } = worst!;
      return { function: run.levels.function!, replicate: run.replicate, ...answer, next_error: next!.error };
    }),
});

/** Does a hidden layer cure XOR? */
export const depthXor = defineExperiment({
  id: "depth-xor",
  question: "Does a hidden layer cure XOR?",
  background:
    "A single unit divides the plane of its two inputs with one straight line. AND and OR need no more; for XOR the " +
    "two points that should answer 1 lie across from each other. A hidden layer of four units gives the output unit " +
    "four lines to combine. Both nets are trained from the same random draws, by the same rule.",
  base: LECTURE,
  factors: {
    function: {
      meaning: "what is to be learned",
      levels: { and: labels("and"), or: labels("or"), xor: labels("xor") },
    },
    network: NETWORK,
  },
  start: { function: "xor", network: "two-layer" },
  replicates: 200,
  curves: 10,
  tables: {
    failures,
    surface: surfaces(({ function: name, network }) => name === "xor" ? `XOR, ${network}` : undefined),
  },
  claims: {
    "one-layer-never-xor": {
      kind: "none",
      table: "runs",
      where: { function: "xor", network: "single-layer" },
      holds: solved,
      statement: "A single-layer net never solves XOR.",
      says: {
        supported: "Without a hidden layer, none of {n} runs solves XOR.",
        refuted:
          "Without a hidden layer, {count} of {n} runs solve XOR, against what the geometry allows (one of them: " +
          "{counterexample}).",
        undecided: "No run without a hidden layer was made on XOR.",
      },
    },
    "two-layers-mostly-xor": {
      kind: "share",
      where: { function: "xor", network: "two-layer" },
      holds: solved,
      is: "above",
      than: 0.5,
      statement: "A two-layer net solves XOR from more than half of all starts.",
      says: mostly("With a hidden layer of four units, XOR is solved"),
    },
    "two-layers-always-xor": {
      kind: "every",
      table: "runs",
      where: { function: "xor", network: "two-layer" },
      holds: solved,
      statement: "A two-layer net solves XOR from every start.",
      says: {
        supported: "It suffices from every one of {n} starts.",
        refuted:
          "It is no guarantee: not all {n} starts lead there within the epochs given (an exception: {counterexample}).",
        undecided: "No run with a hidden layer was made on XOR.",
      },
    },
    "hidden-layer-helps-xor": {
      kind: "difference",
      first: { function: "xor", network: "two-layer" },
      second: { function: "xor", network: "single-layer" },
      holds: solved,
      statement: "On XOR the two-layer net solves more seeds than the single-layer net.",
      says: {
        supported: "The hidden layer adds {estimate} {interval} to the share of runs that solve XOR.",
        refuted: "The hidden layer lowers the share of runs that solve XOR: the difference is {estimate} {interval}.",
        undecided: "Whether the hidden layer raises or lowers the share of runs that solve XOR remains open: the " +
          "difference is {estimate} {interval}.",
      },
    },
    "one-layer-and-or": {
      kind: "every",
      table: "runs",
      where: { function: ["and", "or"], network: "single-layer" },
      holds: solved,
      statement: "A single-layer net solves AND and OR from every start.",
      says: {
        supported: "One layer is enough for AND and OR: all {n} runs solve theirs.",
        refuted: "One layer solves AND and OR in {count} of {n} runs (an exception: {counterexample}).",
        undecided: "No single-layer run was made on AND or OR.",
      },
    },
    "two-layers-and-or": {
      kind: "every",
      table: "runs",
      where: { function: ["and", "or"], network: "two-layer" },
      holds: solved,
      statement: "A two-layer net solves AND and OR from every start.",
      says: {
        supported: "The hidden layer does no harm where it is not needed: all {n} two-layer runs solve AND and OR.",
        refuted: "Where it is not needed the hidden layer can do harm: two layers solve AND and OR in {count} of {n} " +
          "runs (an exception: {counterexample}).",
        undecided: "No two-layer run was made on AND or OR.",
      },
    },
    "switched-off": {
      kind: "every",
      table: "failures",
      where: { function: ["and", "or"] },
      holds: ({ output, largest_hidden, next_error }) =>
        largest_hidden! < 0.01 && Math.abs(output! - 0.5) < 0.01 && next_error! < 0.1,
      statement: "Every two-layer run that fails on AND or OR has three rows right (within 0.1); for the fourth all " +
        "hidden units answer less than 0.01 and the net ½, to 0.01.",
      says: {
        supported: "All {n} of these failures are of one kind: three rows are right, and the fourth switches all " +
          "hidden units off (each below 0.01). Without a bias at the output v is then near 0 and the answer ½, " +
          "whatever it should be.",
        refuted: "Of these {n} failures, {count} have three rows right while the fourth switches all hidden units " +
          "off (each below 0.01), so that the answer is ½, whatever it should be (an exception: {counterexample}).",
        undecided: "No two-layer run fails on AND or OR.",
      },
    },
  },
  answer: ["one-layer-never-xor", "two-layers-mostly-xor", "two-layers-always-xor"],
  views: [
    {
      kind: "rates",
      by: "function",
      color: "network",
      title: "Share of runs that solve the task",
      finding: ["hidden-layer-helps-xor", "one-layer-and-or"],
      reading: READING.rates,
    },
    {
      kind: "solved",
      color: "network",
      panel: "function",
      title: "Share of runs solved by each epoch",
      finding: ["two-layers-mostly-xor", "two-layers-always-xor"],
      reading: READING.solved,
    },
    {
      kind: "surface",
      table: "surface",
      x: "x1",
      y: "x2",
      value: "output",
      panel: "panel",
      target: "target",
      title: "What the nets answer over the plane, before and after training",
      finding: ["hidden-layer-helps-xor"],
      reading: READING.surface,
    },
    {
      kind: "table",
      table: "failures",
      title: "Two-layer nets that fail, and their worst row",
      finding: ["two-layers-and-or", "switched-off"],
      reading:
        "One line for each net: the row that it answers worst, and the largest answer of a hidden unit to that row.",
    },
    {
      kind: "curves",
      y: "mean_squared_error",
      color: "network",
      panel: "function",
      title: "Learning curves",
      finding: ["one-layer-never-xor"],
      reading: READING.curves,
    },
  ],
  limits: [
    "It shows this net, this learning rate and 10,000 epochs; a run that is stuck within them might move later.",
    "It does not show how many hidden units are needed, nor what other activations, losses or starts would do.",
    noticed("failures on AND and OR leave one row at ½, its hidden units switched off"),
  ],
});
