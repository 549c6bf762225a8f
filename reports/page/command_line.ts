/** The command that reproduces a result. */
import { ownLevels, type Plan, type Settings, SUITE_SEED } from "../../experiments/plan.ts";

/** The command, with those settings that differ from the experiment's own. */
export function commandLine({ experiment, settings: { suiteSeed }, replicates, epochs, levels }: Plan): string {
  const set = Object.entries(levels)
    .filter(([factor, used]) => used.join("\n") !== ownLevels(experiment.factors[factor]!).join("\n"));
  const options = settingOptions({
    suiteSeed,
    ...(replicates !== experiment.replicates && { seeds: replicates }),
    ...(epochs !== undefined && { epochs }),
    set: Object.fromEntries(set),
  });
  return [`deno task experiment run ${experiment.id}`, ...options].join(" ");
}

/** Settings as options of `run`. */
export function settingOptions({ suiteSeed, seeds, epochs, set = {} }: Settings): string[] {
  return [
    ...(seeds !== undefined ? [`--seeds ${seeds}`] : []),
    ...(epochs !== undefined ? [`--epochs ${epochs}`] : []),
    ...(suiteSeed !== SUITE_SEED ? [`--suite-seed ${shellQuote(suiteSeed)}`] : []),
    ...Object.entries(set).map(([factor, levels]) => `--set ${shellQuote(`${factor}=${levels.join(",")}`)}`),
  ];
}

/** A word quoted for a shell; one with control characters becomes `$'…'` with escapes, so that it stays on one line. */
export function shellQuote(word: string): string {
  if (/^[\w.,=+:@%/-]+$/.test(word)) return word;
  if (!CONTROL.test(word)) return `'${word.replaceAll("'", `'\\''`)}'`;
  const escaped = [...word.replaceAll(/[\\']/g, "\\$&")].map((char) => CONTROL.test(char) ? hexEscapes(char) : char);
  return `$'${escaped.join("")}'`;
}

const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/u;

function hexEscapes(char: string): string {
  return [...new TextEncoder().encode(char)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
}
