/** The parts of the course. */
import type { Entry } from "./entry.ts";

/** A part of the course. */
export interface Part {
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly lead: string;
  /** The ids of its experiments, in order. */
  readonly experiments: readonly string[];
}

/** The parts, which hold the experiments of the catalogue in its order. */
export const PARTS: readonly Part[] = [
  {
    title: "One layer",
    lead: "A single unit draws one straight line: enough for fourteen of sixteen functions, but not for XOR.",
    experiments: [
      "forward-pass",
      "delta-rule",
      "delta-sign",
      "single-layer-xor",
      "boolean-functions",
      "perceptron-cycle",
    ],
  },
  {
    title: "A hidden layer",
    lead: "Two nonlinear units can compute XOR; whether a net learns it depends on width, activation and loss.",
    experiments: [
      "depth-xor",
      "activation-collapse",
      "losses",
      "activations",
      "dead-units",
      "decay-laws",
      "hidden-width",
      "solutions",
    ],
  },
  {
    title: "How to train it",
    lead: "Start, step and update rule decide how soon a net learns, and from how many starts.",
    experiments: ["initialisation", "learning-rate", "update-rule", "momentum", "optimisers"],
  },
  {
    title: "When it fails",
    lead: "What stuck nets look like, what helps them, and how fast the task grows with its inputs.",
    experiments: ["xor-landscape", "stuck-states", "regularisation", "parity"],
  },
];

/** The part of experiments that belong to no other. */
const OTHERS = { title: "Further experiments", lead: "Outside the course." } as const;

/** The parts that have entries, with these. */
export function partsOf(entries: readonly Entry[]): { part: Omit<Part, "experiments">; entries: readonly Entry[] }[] {
  const others = entries.filter(({ summary }) =>
    !PARTS.some(({ experiments }) => experiments.includes(summary.experiment))
  );
  const parts = PARTS.map((part) => ({
    part,
    entries: entries.filter(({ summary }) => part.experiments.includes(summary.experiment)),
  }));
  return [...parts, { part: OTHERS, entries: others }].filter(({ entries }) => entries.length > 0);
}
