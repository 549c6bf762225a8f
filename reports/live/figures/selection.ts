/** One choice for the whole page: from a mark or a row to a run, and back to the rows of tables. */
import type { Mark } from "./marks.ts";
import type { PageData } from "../../wire/page_data.ts";
import type { State, Store } from "../state.ts";

/** The run that a mark stands for: of the cells with its levels the one chosen already, or else the first. */
export function choiceOf(
  { cells, replicates }: Pick<PageData, "cells" | "replicates">,
  { cell, replicate }: Pick<State, "cell" | "replicate">,
  { levels, run }: Pick<Mark, "levels" | "run">,
): Pick<State, "cell" | "replicate"> {
  const fits = (cell: number) =>
    Object.entries(levels).every(([factor, level]) => cells[cell]!.levels[factor] === level);
  const found = [...cells.keys()].filter(fits);
  return {
    cell: fits(cell) ? cell : found[0] ?? cell,
    replicate: run !== undefined && found.length === 1 && run < replicates ? run : replicate,
  };
}

/** Marks the rows of the page's tables that belong to the choice, and chooses the run of a row that is clicked. */
export function mountTables(data: PageData, store: Store): void {
  const factors = Object.keys(data.cells[0]!.levels);
  const tables = [...document.querySelectorAll<HTMLTableElement>(".figure .rows table")].flatMap((table) => {
    const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent ?? "");
    const columns = factors.flatMap((factor) => {
      const at = heads.indexOf(factor.replaceAll("_", " "));
      return at < 0 ? [] : [{ factor, at }];
    });
    const replicate = heads.indexOf("replicate");
    return columns.length > 0 || replicate >= 0 ? [{ table, columns, replicate }] : [];
  });
  for (const { table, columns, replicate } of tables) {
    table.tBodies[0]?.addEventListener("click", ({ target }) => {
      const row = (target as Element).closest("tr"), text = (at: number) => row?.cells[at]?.textContent ?? "";
      if (!row) return;
      const levels = Object.fromEntries(columns.map(({ factor, at }) => [factor, text(at)]));
      const choice = choiceOf(data, store.state, { levels, run: undefined }), asked = Number(text(replicate));
      const run = replicate >= 0 && Number.isInteger(asked) && asked < data.replicates ? asked : choice.replicate;
      store.change({ ...choice, replicate: run, epoch: undefined, isChosen: true });
    });
  }
  const follow = ({ cell, replicate, isChosen }: State) => {
    const { levels } = data.cells[cell]!;
    for (const { table, columns, replicate: at } of tables) {
      for (const row of table.tBodies[0]?.rows ?? []) {
        const text = (at: number) => row.cells[at]?.textContent;
        const fits = isChosen && columns.every(({ factor, at }) => text(at) === levels[factor]) &&
          (at < 0 || text(at) === String(replicate));
        row.classList.toggle("chosen", fits);
      }
    }
  };
  store.listen(follow);
  follow(store.state);
}
