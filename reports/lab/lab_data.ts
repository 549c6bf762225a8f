/** What the lab knows of the suite: the seeds and settings of its experiments, and settings to start from. */
import { CATALOG } from "../../experiments/catalog.ts";
import { sealOf } from "../../experiments/claims/seal.ts";
import { matches } from "../../experiments/define/factors.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { type Plan, planOf, SUITE_SEED } from "../../experiments/plan.ts";
import { labAddress, settingAddress } from "../wire/lab_address.ts";
import {
  DEFAULT_STATE,
  type LabPageData,
  type LabPreset,
  type LabState,
  type PublishedExperiment,
} from "../wire/lab_state.ts";
import { stateOfConfig } from "./state_of_config.ts";

/** The experiments that the lab shows as steps of the course; the other presets are in a list. */
const STEPS = ["forward-pass", "delta-rule", "single-layer-xor", "depth-xor", "activations", "hidden-width"];

/** The data of the lab's page. */
export function labPageData(catalog: readonly Experiment[] = CATALOG): LabPageData {
  const published = catalog.map((experiment, i) => {
    // two replicates show whether the training of a cell is random; one that is not is run once
    const plan = planOf(experiment, { suiteSeed: SUITE_SEED, seeds: 2 });
    const settings = settingsOf(plan);
    return {
      id: experiment.id,
      entry: publishedOf(experiment, settings),
      preset: presetOf(experiment, i + 1, settings),
    };
  });
  return {
    suiteSeed: SUITE_SEED,
    experiments: Object.fromEntries(published.map(({ id, entry }) => [id, entry])),
    presets: published.flatMap(({ preset }) => preset ?? []),
  };
}

/** A cell of an experiment that the lab can train. */
interface PublishedSetting {
  readonly levels: Readonly<Record<string, string>>;
  readonly state: LabState;
  readonly replicates: number;
}

function settingsOf({ experiment, cells, runs }: Plan): PublishedSetting[] {
  return cells.flatMap(({ levels, replicates }, cell) => {
    const state = stateOfConfig(runs.find((run) => run.cell === cell)!.config);
    return state ? [{ levels, state, replicates: replicates === 1 ? 1 : experiment.replicates }] : [];
  });
}

function publishedOf(experiment: Experiment, settings: readonly PublishedSetting[]): PublishedExperiment {
  const replicates = settings.map(({ state, replicates }) => [settingAddress(state), replicates]);
  return { seal: sealOf(experiment), replicates: Object.fromEntries(replicates) };
}

/** The setting that the page of an experiment shows first, with its seeds. */
function presetOf(
  { id, question, featuredCell = {} }: Experiment,
  number: number,
  settings: readonly PublishedSetting[],
): LabPreset | undefined {
  const featured = settings.find(({ levels }) => matches(levels, featuredCell));
  if (!featured) return undefined;
  const starts = Math.min(featured.replicates, DEFAULT_STATE.starts);
  const address = labAddress({ ...featured.state, starts, experiment: id });
  return { number, experiment: id, question, isStep: STEPS.includes(id), address };
}
