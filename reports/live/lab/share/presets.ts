/** The steps of the course: settings to start from. */
import { labAddress, parseLabAddress, settingAddress } from "../../../wire/lab_address.ts";
import type { LabBasis, LabPreset, LabSeeds, LabState } from "../../../wire/lab_state.ts";
import { button, html, setAttributes } from "../../dom.ts";
import { texts } from "../page_texts.ts";
import type { LabStore } from "../view_state.ts";

/** Creates the row of presets. */
export function createPresets(store: LabStore, { suiteSeed, experiments }: LabBasis, all: readonly LabPreset[]) {
  const presets = all.filter(({ isStep }) => isStep).map((preset) => {
    const { state } = parseLabAddress(preset.address, { suiteSeed, experiments });
    const open = () => store.change({ setting: state, start: 0 });
    const number = html("small", {}, String(preset.number));
    const element = button("", open, { class: "preset" });
    element.append(html("span", {}, number, " ", preset.question));
    return { state, element };
  });
  const update = ({ setting }: { readonly setting: LabState }) => {
    for (const { state, element } of presets) {
      setAttributes(element, { "aria-current": labAddress(state) === labAddress(setting) ? "step" : undefined });
    }
  };
  store.listen(update);
  update(store.state);
  return {
    element: html(
      "nav",
      { class: "lab-presets", "aria-label": texts.page.presets },
      ...presets.map(({ element }) => element),
    ),
  };
}

/** The experiment whose published runs the nets of a setting are; undefined if there is none. */
export function publishedExperiment(setting: LabState, { experiments }: LabSeeds): string | undefined {
  const { experiment, starts, claim } = setting;
  const published = experiment === null || claim !== null ? undefined : experiments[experiment];
  const replicates = published?.replicates[settingAddress(setting)] ?? 0;
  return replicates >= starts ? experiment! : undefined;
}
