/** The experiments that a command knows: those of the suite and of the user's own module. */
import { InputError, mapInputErrors } from "../../core/input/input_error.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import { isMeantAsExperiment, readExperiment } from "../../experiments/define/read_experiment.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { loadModule } from "../cli/load_module.ts";
import type { Options } from "../cli/options.ts";
import { SUITE_PAGES } from "../results/suite_pages.ts";

/** The experiments that a command knows. */
export interface KnownExperiments {
  /** All of them: the suite's in the order of the course, then those of the module. */
  readonly all: readonly Experiment[];
  /** Those that are meant where none is named: the module's, or the suite's if there is no module. */
  readonly meant: readonly Experiment[];
}

/** The experiments of the suite. */
export const SUITE_EXPERIMENTS: KnownExperiments = { all: CATALOG, meant: CATALOG };

/** The suite's experiments and those that the module of `--module` exports; the errors of `experimentsIn`. */
export async function knownExperiments({ module }: Pick<Options, "module">): Promise<KnownExperiments> {
  if (module === undefined) return SUITE_EXPERIMENTS;
  const meant = experimentsIn(module, await loadModule(module));
  return { all: [...CATALOG, ...meant], meant };
}

/**
 * The experiments among the exports of a module, each once.
 *
 * Throws an InputError if there are none, one is malformed, or an id is taken.
 */
function experimentsIn(file: string, exports: Readonly<Record<string, unknown>>): Experiment[] {
  const action = { verb: "load", object: file };
  const found = new Map<unknown, Experiment>();
  for (const [name, value] of Object.entries(exports)) {
    if (!isMeantAsExperiment(value)) continue;
    found.set(value, mapInputErrors((error) => error.during(action), () => readExperiment(value, name)));
  }
  const experiments = [...found.values()];
  if (experiments.length === 0) {
    throw new InputError({ action, rule: "it exports no experiment; export what defineExperiment returns" });
  }
  experiments.forEach(({ id }, i) => {
    const owner = ownerOf(id) ?? (experiments.findIndex((other) => other.id === id) < i ? "another export" : undefined);
    if (owner) throw new InputError({ action, rule: `the id "${id}" belongs to ${owner}` });
  });
  return experiments;
}

/** What has an id already. */
function ownerOf(id: string): string | undefined {
  if (CATALOG.some((experiment) => experiment.id === id)) return "an experiment of the suite";
  return SUITE_PAGES.includes(id) ? "a page of the suite" : undefined;
}
