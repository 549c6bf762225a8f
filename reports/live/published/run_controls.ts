/** The controls that select a run of the page: its setting and its start. */
import type { PageData } from "../../wire/page_data.ts";
import { cellName } from "../../wire/page_runs.ts";
import { button, controlRow, html, labelled, readInteger, replaceChildren, select, setAttributes } from "../dom.ts";
import { texts } from "../lab/page_texts.ts";
import { unknownText } from "../run_texts.ts";
import { chosenRun, isSameRun, type PageState, type Store } from "../state.ts";

const words = texts.published;
/** The value of the option that stands for a setting that is not the page's. */
const OWN = "own";

/** Creates the controls and the note about an address that names an unknown run. */
export function createRunControls(data: PageData, store: Store) {
  const choose = (part: Partial<Pick<PageState, "cell" | "replicate">>) =>
    store.change(chosenRun({ ...store.state, ...part }));
  const own = html("option", { value: OWN, hidden: true }, words.ownSetting);
  const cells = data.cells.map((_, cell) => [cell, cellName(data, cell)] as const);
  const setting = select(cells, (cell) => choose({ cell: Number(cell) }));
  setting.append(own);
  const last = data.replicates - 1;
  const start = html("input", { type: "number", min: 0, max: last, step: 1 });
  start.addEventListener("change", () => choose({ replicate: readInteger(start) }));
  const clear = button(words.clear, () => {
    store.change({ isChosen: false });
    setting.focus();
  });
  const back = button(words.back, () => {
    choose({});
    setting.focus();
  });
  const note = html("p", { role: "status", class: "note" });
  const controls = controlRow(
    cells.length > 1 ? labelled(words.setting, setting) : undefined,
    last > 0 ? labelled(words.start(last), start) : undefined,
    back,
    clear,
  );
  const show = (state: PageState, previous?: PageState) => {
    setAttributes(own, { hidden: state.isPublished });
    setting.value = state.isPublished ? String(state.cell) : OWN;
    start.value = String(state.replicate);
    clear.hidden = !state.isChosen;
    back.hidden = state.isPublished;
    if (state.unknown !== previous?.unknown) {
      note.hidden = state.unknown.length === 0;
      replaceChildren(note, note.hidden ? undefined : unknownText(data, state));
    } else if (!isSameRun(state, previous)) note.hidden = true;
  };
  store.listen(show);
  show(store.state);
  return { elements: [controls, note] };
}
