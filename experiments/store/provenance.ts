/** What a result depends on: settings, configs and versions. */
import project from "../../deno.json" with { type: "json" };
import { sealOf } from "../claims/seal.ts";
import type { Plan, Settings } from "../plan.ts";
import { type Difference, differences } from "./differences.ts";

/** Name and version of the suite. */
export const SUITE = { name: "xorlab", version: project.version } as const;

/** Versions of the packages that draw the charts. */
export const CHART_VERSIONS = {
  vega: versionOf(project.imports.vega),
  "vega-lite": versionOf(project.imports["vega-lite"]),
} as const;

/** The version in an import specifier, such as `npm:vega@6.4.0`. */
function versionOf(specifier: string): string {
  return specifier.slice(specifier.lastIndexOf("@") + 1);
}

/** Everything that a result depends on. */
export interface Provenance {
  readonly suite: typeof SUITE;
  readonly experiment: string;
  /** The digest of the experiment's rules, part of every seed. */
  readonly seal: string;
  /** The settings that a plan is made from, in full. */
  readonly settings: {
    readonly suiteSeed: string;
    readonly replicates: number;
    /** Epochs of every cell that trains; null: each cell's own. */
    readonly epochs: number | null;
    /** The levels of each factor. */
    readonly levels: Readonly<Record<string, readonly string[]>>;
  };
  /** Levels and config of each cell, without seed and checkpoints. */
  readonly cells: readonly unknown[];
  /** Versions of packages by name. */
  readonly versions: Readonly<Record<string, string>>;
}

/** What a plan's result depends on. */
export function provenanceOf(plan: Plan): Provenance {
  const { experiment, settings, replicates, levels, epochs, cells, cellRuns } = plan;
  return {
    suite: SUITE,
    experiment: experiment.id,
    seal: sealOf(experiment),
    settings: { suiteSeed: settings.suiteSeed, replicates, epochs: epochs ?? null, levels },
    cells: cells.map(({ levels }, cell) => {
      const { seed: _, checkpoints: __, ...rest } = cellRuns[cell]!.config;
      return { levels, config: rest };
    }),
    versions: CHART_VERSIONS,
  };
}

/** The settings from which the same plan is made again. */
export function planSettings({ settings: { suiteSeed, replicates, epochs, levels } }: Provenance): Settings {
  return { suiteSeed, seeds: replicates, set: levels, ...(epochs !== null && { epochs }) };
}

/** The differences between two provenances: of suite, settings and versions, or only if these agree, of the configs. */
export function provenanceDifferences(before: Provenance, after: Provenance): Difference[] {
  const settingsOf = ({ suite, experiment, seal, settings: { replicates, ...settings }, versions }: Provenance) => {
    return { suite, experiment, seal, seeds: replicates, ...settings, versions };
  };
  const changed = differences(settingsOf(before), settingsOf(after));
  return changed.length > 0 ? changed : differences({ cells: before.cells }, { cells: after.cells });
}
