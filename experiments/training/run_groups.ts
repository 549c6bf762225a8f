/** Runs to train as groups: a plan's runs need no memory until they are trained. */
import type { ResolvedConfig } from "../../core/config/config.ts";
import { cellAt, configOf, type Plan, seedOf } from "../plan.ts";
import type { Range } from "./ranges.ts";

/** Consecutive runs whose configs differ only in their seed, which is a prefix and the number of the replicate. */
export interface RunGroup {
  /** Index of the first run in the plan. */
  readonly first: number;
  readonly count: number;
  /** The config of the runs; its seed must be replaced. */
  readonly config: ResolvedConfig;
  readonly seedPrefix: string;
  /** The replicate of the first run. */
  readonly replicate: number;
}

/** All runs of a plan, as a range. */
export function allRuns({ runCount }: Plan): Range[] {
  return runCount > 0 ? [{ from: 0, to: runCount }] : [];
}

/** Runs of a plan as groups: of one cell each, all with or all without a learning curve. */
export function groupsOf(plan: Plan, ranges: readonly Range[] = allRuns(plan)): RunGroup[] {
  const { experiment, settings: { suiteSeed }, cells } = plan;
  const seedPrefix = seedOf(suiteSeed, experiment, "");
  return ranges.flatMap(({ from, to }) => {
    const groups: RunGroup[] = [];
    for (let first = from; first < to;) {
      const { cell, first: cellStart } = cellAt(plan, first);
      const replicate = first - cellStart;
      const isCurve = replicate < experiment.curveReplicates;
      const end = isCurve ? Math.min(experiment.curveReplicates, cells[cell]!.replicates) : cells[cell]!.replicates;
      const count = Math.min(to, cellStart + end) - first;
      groups.push({ first, count, config: configOf(plan, cell, replicate), seedPrefix, replicate });
      first += count;
    }
    return groups;
  });
}

/** A part of a group: `count` of its runs from the `offset`-th on. */
export function partOf(group: RunGroup, offset: number, count: number): RunGroup {
  return { ...group, first: group.first + offset, replicate: group.replicate + offset, count };
}

/** The configs of a group's runs. */
export function configsOf({ config, count, seedPrefix, replicate }: RunGroup): ResolvedConfig[] {
  return Array.from({ length: count }, (_, i) => ({ ...config, seed: `${seedPrefix}${replicate + i}` }));
}
