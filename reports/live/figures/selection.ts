/** One selected run for the whole page: from a mark or a table row to a run, and back to the rows. */
import type { PageData } from "../../wire/page_data.ts";
import type { RunSelection } from "../../wire/address.ts";
import { chosenRun, type PageState, type Store } from "../state.ts";
import type { RunLink } from "./run_link.ts";

/** A run. */
type Run = RunSelection;

/**
 * The run that a mark or row stands for, given the indices of its cells.
 *
 * The current cell stays if it is among them, else the first is taken; so does the current replicate without another.
 */
export function runAmong(
  settings: readonly number[],
  replicate: number | undefined,
  current: Run,
  { replicates }: Pick<PageData, "replicates">,
): Run {
  if (settings.length === 0) return current;
  return {
    cell: settings.includes(current.cell) ? current.cell : settings[0]!,
    replicate: replicate !== undefined && replicate < replicates ? replicate : current.replicate,
  };
}

/** Highlights the rows of the page's tables that belong to the selected run; a click on a row selects its run. */
export function mountTables(data: PageData, store: Store, runLink: RunLink): void {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>("tr[data-setting]")].map((element) => ({
    element,
    settings: element.dataset.setting!.split(" ").map(Number),
    replicate: element.dataset.start === undefined ? undefined : Number(element.dataset.start),
  }));
  for (const { element, settings, replicate } of rows) {
    element.addEventListener("click", (event) => {
      const run = runAmong(settings, replicate, store.state, data);
      store.change(chosenRun(run));
      runLink.showAt(event, run);
    });
  }
  const highlight = ({ cell, replicate, isChosen }: PageState) => {
    for (const row of rows) {
      const isStart = row.replicate === undefined || row.replicate === replicate;
      row.element.classList.toggle("chosen", isChosen && isStart && row.settings.includes(cell));
    }
  };
  store.listen(highlight);
  highlight(store.state);
}
