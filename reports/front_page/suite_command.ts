/** The command that made several results together. */
import type { Experiment } from "../../experiments/experiment.ts";
import type { ManifestSettings } from "../../experiments/store/manifest.ts";
import { planOf, type Settings, SUITE_SEED } from "../../experiments/plan.ts";
import { optionsOf } from "../page/command_line.ts";

/** An experiment and the settings of its result. */
export interface Made {
  readonly experiment: Experiment;
  readonly settings: ManifestSettings;
}

/** The command that makes results again, of all experiments or of some; undefined where no single command does. */
export function suiteCommand(made: readonly Made[], isWhole: boolean): string | undefined {
  const seeds = made.filter(({ experiment, settings }) => settings.replicates !== experiment.replicates)
    .map(({ settings }) => settings.replicates);
  const epochs = made.flatMap(({ settings }) => settings.epochs ?? []);
  const wanted: Settings = {
    suiteSeed: made[0]?.settings.suiteSeed ?? SUITE_SEED,
    ...(seeds.length > 0 && { seeds: seeds[0]! }),
    ...(epochs.length > 0 && { epochs: epochs[0]! }),
  };
  if (!made.every((one) => isMadeBy(wanted, one))) return undefined;
  const words = [...(isWhole ? [] : made.map(({ experiment }) => experiment.id)), ...optionsOf(wanted)];
  return ["deno task experiment", ...(words.length > 0 ? ["run", ...words] : [])].join(" ");
}

/** Whether such settings lead to those of a result. */
function isMadeBy(
  wanted: Settings,
  { experiment, settings: { suiteSeed, replicates, epochs, levels } }: Made,
): boolean {
  if (wanted.suiteSeed !== suiteSeed || (wanted.seeds ?? experiment.replicates) !== replicates) return false;
  // one seed is enough to see what becomes of epochs and levels
  const plan = planOf(experiment, { ...wanted, seeds: 1 });
  return (plan.epochs ?? null) === epochs && JSON.stringify(plan.levels) === JSON.stringify(levels);
}
