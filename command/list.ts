/** `list`: what can be run. */
import { CATALOG } from "../experiments/catalog.ts";
import type { Experiment } from "../experiments/experiment.ts";
import { planOf, SUITE_SEED } from "../experiments/plan.ts";
import { select } from "./select.ts";
import type { Subcommand } from "./subcommand.ts";
import { layOut } from "./text_table.ts";

/** The sub-command `list`. */
export const list: Subcommand = {
  summary: "lists the experiments: id, question, cells, seeds",
  operands: { shown: "[PATTERN]", least: 0, most: 1 },
  options: ["json"],
  notes: ["PATTERN is a part of an id, or a whole one with * and ? in it."],
  run: ({ operands, options }, terminal) => {
    const listed = matching(operands[0]).map((experiment) => {
      const { cells, replicates, runs } = planOf(experiment, { suiteSeed: SUITE_SEED });
      return {
        id: experiment.id,
        question: experiment.question,
        cells: cells.length,
        seeds: replicates,
        runs: runs.length,
      };
    });
    if (options.json) terminal.result(JSON.stringify(listed));
    else {
      const rows = listed.map(({ id, question, cells, seeds }) => [id, String(cells), String(seeds), question]);
      layOut(["experiment", "cells", "seeds", "question"], rows, [1, 2]).forEach(terminal.result);
    }
    return Promise.resolve(0);
  },
};

function matching(pattern: string | undefined): Experiment[] {
  if (pattern === undefined) return [...CATALOG];
  const within = CATALOG.filter(({ id }) => id.includes(pattern));
  return within.length > 0 ? within : select("list", [pattern], CATALOG);
}
