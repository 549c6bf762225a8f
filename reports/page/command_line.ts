/** The line that makes a result again. */
import { ownLevels, type Plan, type Settings, SUITE_SEED } from "../../experiments/plan.ts";

/** The command with the settings that are not the experiment's own. */
export function commandLine({ experiment, settings: { suiteSeed }, replicates, epochs, levels }: Plan): string {
  const set = Object.entries(levels)
    .filter(([factor, used]) => used.join("\n") !== ownLevels(experiment.factors[factor]!).join("\n"));
  const words = optionsOf({
    suiteSeed,
    ...(replicates !== experiment.replicates && { seeds: replicates }),
    ...(epochs !== undefined && { epochs }),
    set: Object.fromEntries(set),
  });
  return [`deno task experiment run ${experiment.id}`, ...words].join(" ");
}

/** Settings as options of the command. */
export function optionsOf({ suiteSeed, seeds, epochs, set = {} }: Settings): string[] {
  return [
    ...(seeds !== undefined ? [`--seeds ${seeds}`] : []),
    ...(epochs !== undefined ? [`--epochs ${epochs}`] : []),
    ...(suiteSeed !== SUITE_SEED ? [`--suite-seed ${quoted(suiteSeed)}`] : []),
    ...Object.entries(set).map(([factor, levels]) => `--set ${quoted(`${factor}=${levels.join(",")}`)}`),
  ];
}

/** A word as a shell takes it; control characters are written as `$'…'` has them, so that it stays on its line. */
export function quoted(word: string): string {
  if (/^[\w.,=+:@%/-]+$/.test(word)) return word;
  if (!CONTROL.test(word)) return `'${word.replaceAll("'", `'\\''`)}'`;
  const written = [...word.replaceAll(/[\\']/g, "\\$&")].map((sign) => CONTROL.test(sign) ? bytesOf(sign) : sign);
  return `$'${written.join("")}'`;
}

const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/u;

function bytesOf(sign: string): string {
  return [...new TextEncoder().encode(sign)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
}
