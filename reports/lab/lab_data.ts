/** What the lab knows of the suite: the seeds and settings of its experiments, and settings to start from. */
import { CATALOG } from "../../experiments/catalog.ts";
import { canonicalJson } from "../../experiments/claims/canonical_json.ts";
import { sealOf } from "../../experiments/claims/seal.ts";
import { matches } from "../../experiments/define/factors.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { MAIN_LANGUAGE } from "../../experiments/words/names.ts";
import { type Plan, planOf, SUITE_SEED } from "../../experiments/plan.ts";
import { questionIn } from "../languages/printed_texts.ts";
import type { Language } from "../languages/languages.ts";
import { labAddress, parseLabAddress, settingAddress } from "../wire/lab_address.ts";
import {
  DEFAULT_STATE,
  type LabPageData,
  type LabPreset,
  type LabState,
  type PublishedExperiment,
} from "../wire/lab_state.ts";
import { stateOfConfig } from "../wire/state_of_config.ts";

/** The experiments that the lab shows as steps of the course; the other presets are in a list. */
const STEPS = ["forward-pass", "delta-rule", "single-layer-xor", "depth-xor", "activations", "hidden-width"];

/** The data of the lab's page in a language. */
export function labPageData(
  catalog: readonly Experiment[] = CATALOG,
  language: Language = MAIN_LANGUAGE,
): LabPageData {
  const published = catalog.map((experiment, i) => {
    const settings = settingsOf(experiment);
    return {
      id: experiment.id,
      entry: publishedOf(experiment, settings),
      preset: presetOf(experiment, i + 1, settings, language),
    };
  });
  return {
    suiteSeed: SUITE_SEED,
    experiments: Object.fromEntries(published.map(({ id, entry }) => [id, entry])),
    presets: published.flatMap(({ preset }) => preset ?? []),
  };
}

/** A cell of an experiment whose setting has an address. */
interface PublishedSetting {
  readonly levels: Readonly<Record<string, string>>;
  readonly state: LabState;
  readonly address: string;
  readonly replicates: number;
}

/** The pages of a command ask for the same settings. */
const known = new WeakMap<Experiment, readonly PublishedSetting[]>();

function settingsOf(experiment: Experiment): readonly PublishedSetting[] {
  const settings = known.get(experiment) ?? addressedSettings(planOf(experiment, { suiteSeed: SUITE_SEED }));
  known.set(experiment, settings);
  return settings;
}

function addressedSettings({ cells, cellRuns }: Plan): PublishedSetting[] {
  return cells.flatMap(({ levels, replicates }, cell) => {
    const state = stateOfConfig(cellRuns[cell]!.config), address = settingAddress(state);
    return isAddressed(state, address) ? [{ levels, state, address, replicates }] : [];
  });
}

/** Whether the address of a setting says all of it. */
function isAddressed(state: LabState, address: string): boolean {
  const { state: read, problems } = parseLabAddress(address, { suiteSeed: "", experiments: {} });
  return problems.length === 0 && canonicalJson(read) === canonicalJson(state);
}

function publishedOf(experiment: Experiment, settings: readonly PublishedSetting[]): PublishedExperiment {
  const replicates = settings.map(({ address, replicates }) => [address, replicates]);
  return { seal: sealOf(experiment), replicates: Object.fromEntries(replicates) };
}

/** The setting that the page of an experiment shows first, with its seeds. */
function presetOf(
  experiment: Experiment,
  number: number,
  settings: readonly PublishedSetting[],
  language: Language,
): LabPreset | undefined {
  const { id, featuredCell = {} } = experiment;
  const featured = settings.find(({ levels }) => matches(levels, featuredCell));
  if (!featured) return undefined;
  const starts = Math.min(featured.replicates, DEFAULT_STATE.starts);
  const address = labAddress({ ...featured.state, starts, experiment: id });
  return { number, experiment: id, question: questionIn(language, experiment), isStep: STEPS.includes(id), address };
}
