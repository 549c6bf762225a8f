import { defineExperiment } from "../experiment.ts";
import { labels, LECTURE, NETWORK } from "./lecture.ts";
import { surfaces } from "./surface.ts";

/** Does a hidden layer cure XOR? */
export const depthXor = defineExperiment({
  id: "depth-xor",
  question: "Does a hidden layer cure XOR?",
  background:
    "A single unit divides the plane of its two inputs with one straight line. AND and OR need no more; for XOR " +
    "the two points that should answer 1 lie across from each other. A hidden layer of four units gives the output unit four " +
    "lines to combine. Both nets start from the same seeds and learn by the same rule.",
  base: LECTURE,
  factors: {
    function: {
      meaning: "what is to be learned",
      levels: { and: labels("and"), or: labels("or"), xor: labels("xor") },
    },
    network: NETWORK,
  },
  replicates: 200,
  curves: 10,
  tables: {
    surface: surfaces(({ function: name, network }) => name === "xor" ? `XOR, ${network}` : undefined),
  },
  claims: {
    "one-layer-never-xor": {
      kind: "none",
      table: "runs",
      where: { function: "xor", network: "single-layer" },
      holds: (run) => run.solved === true,
      statement: "A single-layer net never solves XOR.",
      says: {
        supported: "Without a hidden layer, none of {n} runs solved XOR.",
        refuted: "{count} of {n} runs without a hidden layer solved XOR, against what the geometry allows.",
        undecided: "No run without a hidden layer was made on XOR.",
      },
    },
    "two-layers-mostly-xor": {
      kind: "share",
      where: { function: "xor", network: "two-layer" },
      holds: (run) => run.solved === true,
      is: "above",
      than: 0.5,
      statement: "A two-layer net solves XOR from more than half of all starts.",
      says: {
        supported: "With one of four units, {count} of {n} did: {estimate} {interval}.",
        refuted: "With one of four units, only {count} of {n} did: {estimate} {interval}, no majority.",
        undecided:
          "With one of four units, {count} of {n} did: {estimate} {interval}, which leaves open whether most do.",
      },
    },
    "two-layers-always-xor": {
      kind: "every",
      table: "runs",
      where: { function: "xor", network: "two-layer" },
      holds: (run) => run.solved === true,
      statement: "A two-layer net solves XOR from every start.",
      says: {
        supported: "A hidden layer sufficed from every one of {n} starts.",
        refuted: "It is no guarantee: {count} of {n} starts end well, others stay stuck within the epochs given " +
          "(one of them: {counterexample}).",
        undecided: "No run with a hidden layer was made on XOR.",
      },
    },
    "hidden-layer-helps-xor": {
      kind: "difference",
      first: { function: "xor", network: "two-layer" },
      second: { function: "xor", network: "single-layer" },
      holds: (run) => run.solved === true,
      statement: "On XOR the two-layer net solves more seeds than the single-layer net.",
      says: {
        supported: "Seed by seed, the hidden layer adds {estimate} {interval} to the rate of success on XOR.",
        refuted: "Seed by seed, the hidden layer lowers the rate of success on XOR: {estimate} {interval}.",
        undecided: "Seed by seed, the hidden layer's effect on XOR is open: {estimate} {interval}.",
      },
    },
    "one-layer-and-or": {
      kind: "every",
      table: "runs",
      where: { function: ["and", "or"], network: "single-layer" },
      holds: (run) => run.solved === true,
      statement: "A single-layer net solves AND and OR from every start.",
      says: {
        supported: "One layer is enough for AND and OR: all {n} runs solved theirs.",
        refuted: "One layer solved AND and OR in {count} of {n} runs only (not: {counterexample}).",
        undecided: "No single-layer run was made on AND or OR.",
      },
    },
    "two-layers-and-or": {
      kind: "every",
      table: "runs",
      where: { function: ["and", "or"], network: "two-layer" },
      holds: (run) => run.solved === true,
      statement: "A two-layer net solves AND and OR from every start.",
      says: {
        supported: "The hidden layer does no harm where it is not needed: all {n} two-layer runs solved AND and OR.",
        refuted: "The two-layer net solved AND and OR in {count} of {n} runs only (not: {counterexample}).",
        undecided: "No two-layer run was made on AND or OR.",
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
      reading: "Each dot is the share of seeds solved at the end, the bar its 95 % Wilson interval.",
    },
    {
      kind: "solved",
      color: "network",
      panel: "function",
      title: "Share of runs solved by each epoch",
      finding: ["two-layers-and-or", "two-layers-always-xor"],
      reading: "The line rises as runs solve their task for good. Where it ends below 100 %, the rest never did.",
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
      finding: ["one-layer-never-xor"],
      reading:
        "Colour is the answer y, the line is where it is ½; the four points should be on the side of their own mark.",
    },
    {
      kind: "curves",
      y: "mean_squared_error",
      color: "network",
      panel: "function",
      title: "Learning curves",
      finding: ["two-layers-mostly-xor"],
      reading: "A thin line a seed, the thick line their median; both axes are logarithmic.",
    },
  ],
  limits: [
    "It shows this net, this learning rate and 10,000 epochs; a run that is stuck within them might move later.",
    "It does not show how many hidden units are needed, nor what other activations, losses or starts would do.",
  ],
});
