/** The commands that reproduce results. */
import { CATALOG } from "../../experiments/catalog.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { ownLevels, type Plan, planOf, type Settings, SUITE_SEED } from "../../experiments/plan.ts";
import { type Provenance, provenanceOf } from "../../experiments/store/provenance.ts";

/** Stands for the module of experiments that are not of the suite: a result does not know its path. */
const OWN_MODULE = "--module FILE";

/** The command that reproduces a result, with those settings that differ from the experiment's own. */
export function commandLine(
  { experiment, settings: { suiteSeed }, replicates, epochs, levels }: Plan,
  suite: readonly Experiment[] = CATALOG,
): string {
  const set = Object.entries(levels)
    .filter(([factor, used]) => used.join("\n") !== ownLevels(experiment.factors[factor]!).join("\n"));
  return runCommand(wordsFor([experiment], suite), {
    suiteSeed,
    ...(replicates !== experiment.replicates && { seeds: replicates }),
    ...(epochs !== undefined && { epochs }),
    set: Object.fromEntries(set),
  });
}

/** An experiment and the settings of its result. */
type ExperimentResult = Pick<Plan, "experiment"> & Pick<Provenance, "settings">;

/** The command that reproduces the results, of the whole suite or of a part; undefined where no single command does. */
export function suiteCommand(
  results: readonly ExperimentResult[],
  isWholeSuite: boolean,
  suite: readonly Experiment[] = CATALOG,
): string | undefined {
  const otherSeeds = results.find(({ experiment, settings }) => settings.replicates !== experiment.replicates);
  const epochs = results.find(({ settings }) => settings.epochs !== null)?.settings.epochs;
  const settings: Settings = {
    suiteSeed: results[0]?.settings.suiteSeed ?? SUITE_SEED,
    ...(otherSeeds && { seeds: otherSeeds.settings.replicates }),
    ...(typeof epochs === "number" && { epochs }),
  };
  if (!results.every((result) => leadsTo(settings, result))) return undefined;
  const experiments = results.map(({ experiment }) => experiment);
  return runCommand(isWholeSuite && areOf(suite, experiments) ? [] : wordsFor(experiments, suite), settings);
}

/** The words that name experiments. */
function wordsFor(experiments: readonly Experiment[], suite: readonly Experiment[]): string[] {
  return [...experiments.map(({ id }) => id), ...areOf(suite, experiments) ? [] : [OWN_MODULE]];
}

function areOf(suite: readonly Experiment[], experiments: readonly Experiment[]): boolean {
  return experiments.every(({ id }) => suite.some((experiment) => experiment.id === id));
}

/** Whether a run with some settings leads to those of a result. */
function leadsTo(given: Settings, { experiment, settings }: ExperimentResult): boolean {
  // the other settings do not depend on the number of seeds, and a plan for one is made sooner
  const planned = provenanceOf(planOf(experiment, { ...given, seeds: 1 })).settings;
  const replicates = given.seeds ?? experiment.replicates;
  return JSON.stringify({ ...planned, replicates }) === JSON.stringify(settings);
}

function runCommand(experiments: readonly string[], { suiteSeed, seeds, epochs, set = {} }: Settings): string {
  const words = [
    ...experiments,
    ...(seeds !== undefined ? [`--seeds ${seeds}`] : []),
    ...(epochs !== undefined ? [`--epochs ${epochs}`] : []),
    ...(suiteSeed !== SUITE_SEED ? [`--suite-seed ${shellQuote(suiteSeed)}`] : []),
    ...Object.entries(set).map(([factor, levels]) => `--set ${shellQuote(`${factor}=${levels.join(",")}`)}`),
  ];
  return ["deno task experiment", ...(words.length > 0 ? ["run", ...words] : [])].join(" ");
}

/** A word quoted for a shell; one with control characters becomes `$'…'` with escapes, so that it stays on one line. */
export function shellQuote(word: string): string {
  if (/^[\w.,=+:@%/-]+$/.test(word)) return word;
  const control = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
  if (word.search(control) < 0) return `'${word.replaceAll("'", `'\\''`)}'`;
  const hexEscapes = (char: string) => new TextEncoder().encode(char).toHex().replaceAll(/../g, "\\x$&");
  return `$'${word.replaceAll(/[\\']/g, "\\$&").replaceAll(control, hexEscapes)}'`;
}
