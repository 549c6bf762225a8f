/** The parts of the course, as the front page groups the experiments. */

/** The experiments of each part, in the order of the catalogue. */
export const PARTS = {
  "one-layer": [
    "forward-pass",
    "delta-rule",
    "delta-sign",
    "single-layer-xor",
    "boolean-functions",
    "perceptron-cycle",
  ],
  "hidden-layer": [
    "depth-xor",
    "activation-collapse",
    "losses",
    "activations",
    "dead-units",
    "decay-laws",
    "hidden-width",
    "solutions",
  ],
  "training": ["initialisation", "learning-rate", "update-rule", "momentum", "optimisers"],
  "failing": ["xor-landscape", "stuck-states", "regularisation", "parity"],
} as const;

/** The id of an experiment of the suite. */
export type ExperimentId = (typeof PARTS)[keyof typeof PARTS][number];

/** The id of a part, or that of all experiments that belong to none. */
export type PartOfResults = keyof typeof PARTS | "others";

/** The parts that have entries, with these; what belongs to none is last. */
export function partsOf<E extends { readonly summary: { readonly experiment: string } }>(
  entries: readonly E[],
): { part: PartOfResults; entries: readonly E[] }[] {
  const parts = Object.entries(PARTS) as [PartOfResults, readonly string[]][];
  const known = parts.flatMap(([, experiments]) => experiments);
  const groups = parts.map(([part, experiments]) => ({
    part,
    entries: entries.filter(({ summary }) => experiments.includes(summary.experiment)),
  }));
  const others = entries.filter(({ summary }) => !known.includes(summary.experiment));
  return [...groups, { part: "others" as const, entries: others }].filter(({ entries }) => entries.length > 0);
}
