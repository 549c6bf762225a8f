/** What a result depends on: settings, configs and versions. */
import type { Plan, Settings } from "../plan.ts";
import { type Difference, differences } from "./differences.ts";
import { CHART_VERSIONS, SUITE } from "./versions.ts";

/** Everything that a result depends on. */
export interface Provenance {
  readonly suite: typeof SUITE;
  readonly experiment: string;
  readonly settings: ProvenanceSettings;
  /** Levels and config of each cell, without seed and checkpoints. */
  readonly cells: readonly unknown[];
  /** Versions of packages by name. */
  readonly versions: Readonly<Record<string, string>>;
}

/** The settings that a plan is made from, in full. */
export interface ProvenanceSettings {
  readonly suiteSeed: string;
  readonly replicates: number;
  /** Epochs of every cell that trains; null: each cell's own. */
  readonly epochs: number | null;
  /** The levels of each factor. */
  readonly levels: Readonly<Record<string, readonly string[]>>;
}

/** What a plan's result depends on. */
export function provenanceOf({ experiment, settings, replicates, levels, epochs, runs }: Plan): Provenance {
  return {
    suite: SUITE,
    experiment: experiment.id,
    settings: { suiteSeed: settings.suiteSeed, replicates, epochs: epochs ?? null, levels },
    cells: runs.filter(({ replicate }) => replicate === 0).map(({ levels, config }) => {
      const { seed: _, checkpoints: __, ...rest } = config;
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
  const settingsOf = ({ suite, settings: { replicates, ...settings }, versions }: Provenance) => {
    return { suite, seeds: replicates, ...settings, versions };
  };
  const changed = differences(settingsOf(before), settingsOf(after));
  return changed.length > 0 ? changed : differences({ cells: before.cells }, { cells: after.cells });
}
