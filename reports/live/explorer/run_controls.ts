/** The controls that select a run: its setting and its start. */
import { numeral } from "../../chart/scales.ts";
import type { PageData } from "../../wire/page_data.ts";
import { cellName } from "../../wire/page_runs.ts";
import { button, controlRow, html, labelled, readInteger, replaceChildren, select } from "../dom.ts";
import { unknownText } from "../run_texts.ts";
import { isSameRun, type PageState, type Store } from "../state.ts";

/** Creates the controls and the note about an address that names an unknown run. */
export function createRunControls(data: PageData, store: Store) {
  // A newly selected run is shown at its end.
  const choose = (part: Partial<PageState>) => store.change({ ...part, epoch: undefined, isChosen: true });
  const cells = data.cells.map((_, cell) => [cell, cellName(data, cell)] as const);
  const setting = select(cells, (cell) => choose({ cell: Number(cell) }));
  const last = data.replicates - 1;
  const start = html("input", { type: "number", min: 0, max: last, step: 1 });
  start.addEventListener("change", () => choose({ replicate: readInteger(start) }));
  const clear = button("Remove the highlight from the figures", () => {
    store.change({ isChosen: false });
    setting.focus();
  });
  const note = html("p", { role: "status", class: "note" });
  const controls = controlRow(
    cells.length > 1 ? labelled("setting", setting) : undefined,
    last > 0 ? labelled(`start, 0 to ${numeral(last)}`, start) : undefined,
    clear,
  );
  return {
    elements: [controls, note],
    /** Updates the controls; the note stays until another run is selected. */
    applyState(state: PageState, previous?: PageState) {
      setting.value = String(state.cell);
      start.value = String(state.replicate);
      clear.hidden = !state.isChosen;
      if (state.unknown !== previous?.unknown) {
        note.hidden = state.unknown.length === 0;
        replaceChildren(note, note.hidden ? undefined : unknownText(data, state));
      } else if (!isSameRun(state, previous)) note.hidden = true;
    },
  };
}
