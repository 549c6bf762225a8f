/** The line that makes a result again. */
import { ownLevels, type Plan, SUITE_SEED } from "../experiments/plan.ts";

/** The command with the settings that are not the experiment's own. */
export function commandLine({ experiment, settings, replicates, epochs, levels }: Plan): string {
  const changed = Object.entries(levels)
    .filter(([factor, used]) => used.join("\n") !== ownLevels(experiment.factors[factor]!).join("\n"));
  return [
    `deno task experiment run ${experiment.id}`,
    ...(replicates !== experiment.replicates ? [`--seeds ${replicates}`] : []),
    ...(epochs !== undefined ? [`--epochs ${epochs}`] : []),
    ...(settings.suiteSeed !== SUITE_SEED ? [`--suite-seed ${quoted(settings.suiteSeed)}`] : []),
    ...changed.map(([factor, used]) => `--set ${quoted(`${factor}=${used.join(",")}`)}`),
  ].join(" ");
}

/** A word as a shell takes it. */
export function quoted(word: string): string {
  return /^[\w.,=+:@%/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
