/** The lab of a result page: it shows the page's settings, and follows the runs that the reader chooses. */
import { type AddressedRun, labFieldsOf, parseRun, runAddress } from "../../wire/address.ts";
import type { LabState } from "../../wire/lab_state.ts";
import type { PageData } from "../../wire/page_data.ts";
import { html } from "../dom.ts";
import {
  type AddressedView,
  type AddressForm,
  addressOfView,
  mountAddress,
  viewOfAddress,
} from "../lab/address_bar.ts";
import { type MountedLab, mountLab } from "../lab/lab.ts";
import type { LabView } from "../lab/view_state.ts";
import { isSameRun, type PageState, type Store } from "../state.ts";
import { createPublishedOutcome } from "./published_outcome.ts";
import { type PublishedSettings, publishedSettings } from "./published_settings.ts";
import { createRunControls } from "./run_controls.ts";

/** Fills the section with the lab, whose nets are the page's runs; undefined if the browser refuses workers. */
export function mountPublishedLab(
  section: HTMLElement,
  data: PageData,
  store: Store,
  script: string,
): MountedLab | undefined {
  const settings = publishedSettings(data), place = html("div");
  const outcome = createPublishedOutcome(data, settings, () => store.state.cell);
  section.append(...createRunControls(data, store).elements, place);

  const addressed = readAddress(location.hash, data, settings);
  const setting = addressed?.view.setting ?? settings.settingOf(store.state);
  const isPublished = settings.cellOf(setting, store.state.cell) !== undefined;
  if (!isPublished) store.change({ isPublished, isChosen: false });
  // the setting of the chosen run, whose values fields have that an address leaves out
  const base = () => settings.settingOf(store.state);
  const lab = mountLab(place, setting, {
    basis: settings.seeds,
    script,
    view: { start: Math.min(store.state.replicate, setting.starts - 1), ...addressed?.view },
    epoch: addressed?.epoch,
    plays: "in view",
    addressOf: (setting) =>
      `${runAddress(store.state, data)}${
        fieldsAfter(addressOfView({ ...lab!.store.state, setting }, undefined, base()))
      }`,
    note: outcome.element,
  });
  if (!lab) return undefined;
  outcome.watch(lab);
  const link = linkStores(store, lab, settings);
  link.pinPublished(base(), isPublished);
  const form: AddressForm = {
    read: (address) => readAddress(address, data, settings),
    write: (view, epoch) => writeAddress(view, epoch, store.state, data, settings),
    show: (addressed) => link.show(parseRun(location.hash, data)!, addressed),
  };
  mountAddress(lab, form, addressed?.problems ?? []);
  return lab;
}

function readAddress(address: string, data: PageData, settings: PublishedSettings): AddressedView | undefined {
  const run = parseRun(address, data);
  if (!run) return undefined;
  const base = settings.settingOf(run);
  const { view, ...rest } = viewOfAddress(labFieldsOf(address, base), { ...settings.seeds, base });
  return { view: { ...view, start: Math.min(run.replicate, view.setting.starts - 1) }, ...rest };
}

function writeAddress(
  view: LabView,
  epoch: number | undefined,
  state: PageState,
  data: PageData,
  settings: PublishedSettings,
): string {
  const fields = addressOfView({ ...view, start: 0 }, epoch, settings.settingOf(state));
  const isDefault = state.cell === data.featuredCell && state.replicate === 0 && !state.isChosen;
  return isDefault && fields === "" ? "" : `${runAddress(state, data)}${fieldsAfter(fields)}`;
}

/** The fields of a fragment that follow other fields. */
function fieldsAfter(fragment: string): string {
  return fragment === "" ? "" : `&${fragment.slice(1)}`;
}

/** Keeps the run of the page and the setting and start of the lab together, whichever of them changes. */
function linkStores(store: Store, lab: MountedLab, settings: PublishedSettings) {
  let isOwnChange = false;
  const changeTogether = (act: () => void) => {
    isOwnChange = true;
    act();
    isOwnChange = false;
  };
  store.listen((state, previous) => {
    if (isOwnChange || isSameRun(state, previous) && state.isPublished === previous.isPublished) return;
    const { setting: current } = lab.store.state;
    const isShown = settings.cellOf(current, state.cell) === state.cell && state.replicate < current.starts;
    const setting = isShown ? current : settings.settingOf(state);
    changeTogether(() => lab.store.change({ setting, start: Math.min(state.replicate, setting.starts - 1) }));
    pinPublished(setting, true);
  });
  lab.store.listen(({ setting, start }, previous) => {
    if (isOwnChange || setting === previous.setting && start === previous.start) return;
    const { state } = store, cell = settings.cellOf(setting, state.cell);
    const isPublished = cell !== undefined;
    const replicate = Math.min(state.replicate, setting.starts - 1) === start ? state.replicate : start;
    changeTogether(() =>
      store.change({ cell: cell ?? state.cell, replicate, isPublished, isChosen: isPublished, unknown: [] })
    );
    pinPublished(previous.setting, isPublished);
  });
  /** Compares a setting of the reader's with the published one that it departs from, until the reader returns to it. */
  const pinPublished = (published: LabState, isPublished: boolean) => {
    const { cell } = store.state, { pinned } = lab.store.state;
    const isPinned = pinned && settings.cellOf(pinned, cell) === cell;
    if (isPublished && isPinned) lab.store.change({ pinned: undefined });
    if (isPublished || pinned || settings.cellOf(published, cell) === undefined) return;
    lab.store.change({ pinned: published });
  };
  return {
    pinPublished,
    /** Shows a run and a view of it. */
    show(run: AddressedRun, { view }: AddressedView) {
      const isPublished = settings.cellOf(view.setting, run.cell) !== undefined;
      changeTogether(() => {
        store.change({ ...run, isPublished, isChosen: isPublished });
        lab.store.change(view);
      });
      pinPublished(settings.settingOf(run), isPublished);
    },
  };
}
