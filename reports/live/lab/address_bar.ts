/** The address of the page: the setting, and what of it is shown. */
import { type Expected, expectedText } from "../../../core/input/expected.ts";
import { labAddress, parseLabAddress } from "../../wire/lab_address.ts";
import { DEFAULT_STATE, type LabBasis, type LabProblem } from "../../wire/lab_state.ts";
import { addressWithView, viewFieldsOf } from "../../wire/lab_view.ts";
import { html } from "../dom.ts";
import type { MountedLab } from "./lab.ts";
import { texts } from "./page_texts.ts";
import { type LabView, type Tab, TABS } from "./view_state.ts";

/** Delay before the view is written into the address, in milliseconds: browsers limit how often it may change. */
const DELAY = 200;

/** What an address shows. */
export interface AddressedView {
  readonly view: LabView;
  /** The epoch at which the training rests; undefined if it plays. */
  readonly epoch: number | undefined;
  readonly problems: readonly LabProblem[];
}

/** How a page writes what its lab shows into its address. */
export interface AddressForm {
  /** Reads the fragment of an address; undefined if it is not about the lab. */
  read(address: string): AddressedView | undefined;
  /** The fragment with `#`; empty for what the page shows by itself. */
  write(view: LabView, epoch: number | undefined): string;
  /** Shows what the reader followed a link to. */
  show(addressed: AddressedView): void;
}

/** The addresses of a page of the lab: fragments without the id of an element describe a view. */
export function labAddressForm(basis: LabBasis, lab: () => MountedLab | undefined): AddressForm {
  return {
    read: (address) => document.getElementById(address.slice(1)) ? undefined : viewOfAddress(address, basis),
    write: (view, epoch) => addressOfView(view, epoch),
    show: ({ view }) => lab()?.store.change(view),
  };
}

/** The view that an address describes, the epoch that it shows, and its mistakes. */
export function viewOfAddress(address: string, basis: LabBasis): AddressedView {
  const { state, problems } = parseLabAddress(address, basis);
  const { replicate, epoch, show, against } = viewFieldsOf(address);
  const pinned = against === undefined ? undefined : parseLabAddress(against, basis);
  const number = (field: string, text: string | undefined, min: number, max: number) => {
    const value = text === undefined || text.trim() === "" ? NaN : Number(text);
    if (value >= min && value <= max && (Number.isInteger(value) || field === "epoch")) return value;
    if (text !== undefined) ofView.push(problemOf(field, { kind: "number", isWhole: true, min, max }, text));
  };
  const ofView: LabProblem[] = [];
  const start = number("replicate", replicate, 0, state.starts - 1) ?? 0;
  const shownEpoch = number("epoch", epoch, 0, state.epochs);
  const isTab = (TABS as readonly string[]).includes(show ?? "surface");
  if (!isTab) ofView.push(problemOf("show", { kind: "word", words: TABS }, show));
  const tab = isTab && show ? show as Tab : "surface";
  const view: LabView = { setting: state, pinned: pinned?.state, start, tab };
  return { view, epoch: shownEpoch, problems: [...problems, ...ofView, ...pinned?.problems ?? []] };
}

function problemOf(field: string, expected: Expected, value: string | undefined): LabProblem {
  return { field, path: field, rule: `must be ${expectedText(expected)}`, expected, value };
}

/** The address of a view, whose fields that have the values of a base are left out. */
export function addressOfView(
  { setting, pinned, start, tab }: LabView,
  epoch: number | undefined,
  base = DEFAULT_STATE,
): string {
  return addressWithView(labAddress(setting, base), {
    ...(start > 0 && { replicate: String(start) }),
    ...(epoch !== undefined && { epoch: String(epoch) }),
    ...(tab !== "surface" && { show: tab }),
    ...(pinned && { against: labAddress(pinned, base).slice(1) }),
  });
}

/** Keeps the address and the view equal, and says what is wrong with an address. */
export function mountAddress(lab: MountedLab, form: AddressForm, problems: readonly LabProblem[]): void {
  const { element, store, player } = lab;
  const notice = html("div", { class: "lab-problem", role: "alert" });
  const complain = (found: readonly LabProblem[]) => {
    const items = found.map((problem) => html("li", {}, texts.problems.fault(problem.path, problem)));
    notice.replaceChildren(...(items.length === 0 ? [] : [texts.problems.inAddress, html("ul", {}, ...items)]));
    notice.hidden = items.length === 0;
  };
  element.before(notice);
  complain(problems);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { shown, isPlaying, awaited } = player;
      const isResting = shown && !isPlaying && shown.index > 0 && shown.index < shown.film.epochs.length - 1;
      const rest = isResting ? shown.film.frames[shown.index]!.epoch : undefined;
      const epoch = awaited === undefined ? rest : Number.isFinite(awaited) ? awaited : undefined;
      const address = form.write(store.state, epoch);
      // a link to a part of the page stays as long as the page shows what it shows by itself
      if (address !== "" || form.read(location.hash)) history.replaceState(null, "", address || "#");
    }, DELAY);
  };
  store.listen((state, previous) => {
    if (state.setting !== previous.setting) complain([]);
    write();
  });
  lab.listen({
    onShow: () => player.isPlaying || write(),
    onPlayState: write,
  });
  addEventListener("hashchange", () => {
    const addressed = form.read(location.hash);
    if (!addressed) return;
    form.show(addressed);
    if (addressed.epoch !== undefined) player.seek(addressed.epoch);
    complain(addressed.problems);
  });
}
