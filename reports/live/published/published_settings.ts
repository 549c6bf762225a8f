/** The settings of a page's experiment, as the lab trains them. */
import { parseConfig } from "../../../core/config/parse_config.ts";
import { canonicalJson } from "../../../experiments/claims/canonical_json.ts";
import type { RunSelection } from "../../wire/address.ts";
import { DEFAULT_STATE, type LabSeeds, type LabState } from "../../wire/lab_state.ts";
import type { PageData } from "../../wire/page_data.ts";
import { stateOfConfig } from "../../wire/state_of_config.ts";

/** The settings. */
export type PublishedSettings = ReturnType<typeof publishedSettings>;

/** Makes the settings of a page on demand. */
export function publishedSettings({ experiment, suiteSeed, seal, cells }: PageData) {
  const states = new Map<string, LabState>(), keys: string[] = [];
  const stateOf = (cell: number, starts: number): LabState => {
    const id = `${cell} ${starts}`;
    const state = states.get(id) ??
      { ...stateOfConfig(parseConfig({ ...cells[cell]!.config, seed: "" }).config), starts, experiment };
    states.set(id, state);
    return state;
  };
  const keyOf = (setting: LabState) => canonicalJson({ ...setting, starts: 0 });
  const isSetting = (setting: LabState, cell: number) => (keys[cell] ??= keyOf(stateOf(cell, 1))) === keyOf(setting);
  return {
    /** The seeds of the page's runs. */
    seeds: { suiteSeed, experiments: { [experiment]: { seal, replicates: {} } } } satisfies LabSeeds,
    /** The setting of a run, with enough starts for it; equal settings are one object. */
    settingOf({ cell, replicate }: RunSelection): LabState {
      const { replicates } = cells[cell]!;
      return stateOf(cell, replicate < DEFAULT_STATE.starts ? Math.min(replicates, DEFAULT_STATE.starts) : replicates);
    },
    /** The cell whose published runs the nets of a setting repeat; undefined if none. `preferred` goes first. */
    cellOf(setting: LabState, preferred: number): number | undefined {
      if (isSetting(setting, preferred)) return preferred;
      const cell = cells.findIndex((_, cell) => isSetting(setting, cell));
      return cell < 0 ? undefined : cell;
    },
  };
}
