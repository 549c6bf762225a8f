/** The address of the page: the setting, and what of it is shown. */
import { labAddress, parseLabAddress } from "../../wire/lab_address.ts";
import type { LabPageData, LabProblem } from "../../wire/lab_state.ts";
import { html } from "../dom.ts";
import { problemText } from "./controls/form.ts";
import { texts } from "./texts.ts";
import type { LabStore, LabView } from "./view_state.ts";

/** Delay before the view is written into the address, in milliseconds: browsers limit how often it may change. */
const DELAY = 200;

/** The view that an address describes, and its mistakes. */
export function viewOfAddress(address: string, data: LabPageData) {
  const { state, problems } = parseLabAddress(address, data);
  const view: LabView = { setting: state, pinned: undefined, start: 0, tab: "surface" };
  return { view, problems };
}

/** Keeps the address and the view equal, and says what is wrong with an address. */
export function mountAddress(
  store: LabStore,
  data: LabPageData,
  { element }: { readonly element: HTMLElement },
  problems: readonly LabProblem[],
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const notice = html("div", { class: "lab-problem", role: "alert" });
  const complain = (found: readonly LabProblem[]) => {
    const items = found.map((problem) => html("li", {}, problemText(problem.field, problem)));
    notice.replaceChildren(...(items.length === 0 ? [] : [texts.problems.inAddress, html("ul", {}, ...items)]));
    notice.hidden = items.length === 0;
  };
  element.before(notice);
  complain(problems);
  store.listen(() => {
    clearTimeout(timer);
    timer = setTimeout(() => history.replaceState(null, "", labAddress(store.state.setting) || "#"), DELAY);
  });
  addEventListener("hashchange", () => {
    const { view, problems } = viewOfAddress(location.hash, data);
    complain(problems);
    store.change(view);
  });
}
