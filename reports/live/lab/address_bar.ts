/** The address of the page: the setting, and what of it is shown. */
import { labAddress, parseLabAddress, problemText } from "../../wire/lab_address.ts";
import type { LabPageData, LabProblem } from "../../wire/lab_state.ts";
import { addressWithView, viewFieldsOf } from "../../wire/lab_view.ts";
import { html } from "../dom.ts";
import type { Player } from "./film/film_player.ts";
import { texts } from "./page_texts.ts";
import { type LabStore, type LabView, type Tab, TABS } from "./view_state.ts";

/** Delay before the view is written into the address, in milliseconds: browsers limit how often it may change. */
const DELAY = 200;

/** The view that an address describes, the epoch that it shows, and its mistakes. */
export function viewOfAddress(address: string, data: LabPageData) {
  const { state, problems } = parseLabAddress(address, data);
  const { net, epoch, show, against } = viewFieldsOf(address);
  const pinned = against === undefined ? undefined : parseLabAddress(against, data);
  const number = (field: string, text: string | undefined, min: number, max: number) => {
    const value = text === undefined || text.trim() === "" ? NaN : Number(text);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    if (text !== undefined) ofView.push({ field, path: field, rule: texts.problems.whole(min, max), value: text });
  };
  const ofView: LabProblem[] = [];
  const start = number("net", net, 1, state.starts) ?? 1;
  const shownEpoch = number("epoch", epoch, 0, state.epochs);
  const isTab = (TABS as readonly string[]).includes(show ?? "surface");
  if (!isTab) ofView.push({ field: "show", path: "show", rule: texts.problems.oneOf(TABS), value: show });
  const tab = isTab && show ? show as Tab : "surface";
  const view: LabView = { setting: state, pinned: pinned?.state, start: start - 1, tab };
  return { view, epoch: shownEpoch, problems: [...problems, ...ofView, ...pinned?.problems ?? []] };
}

/** The address of a view; `epoch` is absent while the training plays, and at its end. */
export function addressOfView({ setting, pinned, start, tab }: LabView, epoch?: number): string {
  return addressWithView(labAddress(setting), {
    ...(start > 0 && { net: String(start + 1) }),
    ...(epoch !== undefined && { epoch: String(epoch) }),
    ...(tab !== "surface" && { show: tab }),
    ...(pinned && { against: labAddress(pinned).slice(1) }),
  });
}

/** Keeps the address and the view equal, and says what is wrong with an address. */
export function mountAddress(
  store: LabStore,
  data: LabPageData,
  { element, player }: { readonly element: HTMLElement; readonly player: Player },
  problems: readonly LabProblem[],
) {
  const notice = html("div", { class: "lab-problem", role: "alert" });
  const complain = (found: readonly LabProblem[]) => {
    const items = found.map((problem) => html("li", {}, problemText(problem)));
    notice.replaceChildren(...(items.length === 0 ? [] : [texts.problems.inAddress, html("ul", {}, ...items)]));
    notice.hidden = items.length === 0;
  };
  element.before(notice);
  complain(problems);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { shown, isPlaying } = player;
      const isResting = shown && !isPlaying && shown.index > 0 && shown.index < shown.film.epochs.length - 1;
      const epoch = isResting ? shown.film.frames[shown.index]!.epoch : undefined;
      history.replaceState(null, "", addressOfView(store.state, epoch) || "#");
    }, DELAY);
  };
  store.listen((state, previous) => {
    if (state.setting !== previous.setting) complain([]);
    write();
  });
  addEventListener("hashchange", () => {
    // a link to a part of the page
    if (location.hash !== "" && document.getElementById(location.hash.slice(1))) return;
    const { view, epoch, problems } = viewOfAddress(location.hash, data);
    store.change(view);
    if (epoch !== undefined) player.seek(epoch);
    complain(problems);
  });
  return { write };
}
