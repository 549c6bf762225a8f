/** A map of two settings: the share of nets that solve it in each cell of a grid; a click opens the cell. */
import { labStatistics } from "../../../wire/lab_statistics.ts";
import type { LabBasis, LabState } from "../../../wire/lab_state.ts";
import { button, controlRow, html, labelled, replaceChildren, select } from "../../dom.ts";
import { changedSetting } from "../controls/form.ts";
import type { LabPool } from "../film/lab_pool.ts";
import type { Cancellable } from "../film/worker_jobs.ts";
import { fieldNames, texts } from "../page_texts.ts";
import type { LabStore } from "../view_state.ts";
import { AXES, type Axis } from "./map_axes.ts";

const words = texts.map;

/** Nets in each cell. */
const STARTS = 100;

/** Creates the map, folded. */
export function createSettingMap(store: LabStore, data: LabBasis, pool: LabPool) {
  const options = AXES.map(({ field }, i) => [i, fieldNames[field]!] as const);
  const [across, down] = [select(options), select(options)];
  across.value = "0";
  down.value = "1";
  const progress = html("p", { class: "note", role: "status" });
  const grid = html("div", { class: "scroll" });
  let jobs: Cancellable[] = [];

  const stop = () => {
    for (const job of jobs) job.cancel();
    jobs = [];
    draw.textContent = words.draw;
  };
  const start = () => {
    const [columns, rows] = [AXES[Number(across.value)]!, AXES[Number(down.value)]!];
    if (columns === rows) {
      progress.textContent = words.same;
      return;
    }
    const { setting } = store.state;
    const cells = cellsOf({ ...setting, starts: STARTS }, columns, rows, data);
    const buttons = cells.map((cell) =>
      cellButton(cell, () => cell.state && store.change({ setting: openedCell(cell.state, setting) }))
    );
    replaceChildren(grid, tableOf(columns, rows, buttons));
    const valid = cells.filter(({ state }) => state);
    let done = 0;
    progress.textContent = words.progress(0, valid.length);
    draw.textContent = words.stop;
    jobs = cells.flatMap(({ state, name }, i) => {
      if (!state) return [];
      const onDone = (solvedEpochs: readonly (number | undefined)[]) => {
        fillCell(buttons[i]!, name, labStatistics(solvedEpochs, state.epochs).estimate);
        progress.textContent = words.progress(++done, valid.length);
        if (done < valid.length) return;
        progress.textContent = words.caption(STARTS);
        draw.textContent = words.draw;
        jobs = [];
      };
      return [pool.count({ state, range: { first: 0, count: STARTS }, onDone, onFailure: () => {} })];
    });
  };
  const draw = button(words.draw, () => jobs.length > 0 ? stop() : start());
  return {
    element: html(
      "details",
      { class: "panel-box" },
      html("summary", {}, words.title),
      controlRow(labelled(words.columns, across), labelled(words.rows, down), draw),
      progress,
      grid,
    ),
  };
}

/** A cell; without state if its settings do not go together. */
interface Cell {
  readonly name: string;
  readonly state: LabState | undefined;
}

function cellsOf(setting: LabState, columns: Axis, rows: Axis, data: LabBasis): Cell[] {
  return rows.levels.flatMap((row) =>
    columns.levels.map((column): Cell => {
      const first = changedSetting(setting, rows.changes(row, setting), data).state;
      const { state, problems } = changedSetting(first, columns.changes(column, first), data);
      const name = `${levelOf(rows, row)}, ${levelOf(columns, column)}`;
      return { name, state: problems.length === 0 ? state : undefined };
    })
  );
}

function levelOf({ field, word }: Axis, level: string): string {
  return `${fieldNames[field]} ${word(level)}`;
}

function openedCell(state: LabState, { starts }: LabState): LabState {
  return { ...state, starts };
}

function cellButton({ name, state }: Cell, onClick: () => void): HTMLButtonElement {
  return button(state ? "…" : "–", onClick, {
    class: "map-cell",
    disabled: !state,
    title: state ? name : words.invalid,
    "aria-label": state ? name : `${name}: ${words.invalid}`,
  });
}

function fillCell(cell: HTMLButtonElement, name: string, share: number): void {
  const percent = `${Math.round(100 * share)} %`;
  cell.textContent = String(Math.round(100 * share));
  cell.title = words.cell(name, percent);
  cell.setAttribute("aria-label", words.cell(name, percent));
  cell.style.background = `color-mix(in srgb, var(--heat) ${Math.round(heatOf(share))}%, var(--paper))`;
  cell.style.color = share < MOST ? "var(--ink)" : "var(--paper)";
}

/** At this share or more, a cell is dark and its text light; in dark mode the other way round. */
const MOST = 0.8;

/** How much of a cell's colour is heat, in percent; between 60 and 80 no text would have a contrast of 4.5. */
function heatOf(share: number): number {
  return share < MOST ? 60 * share / MOST : 80 + 10 * (share - MOST) / (1 - MOST);
}

function tableOf(columns: Axis, rows: Axis, buttons: readonly HTMLElement[]): HTMLElement {
  const head = html(
    "tr",
    {},
    html("td", {}),
    ...columns.levels.map((level) => html("th", { scope: "col" }, columns.word(level))),
  );
  const body = rows.levels.map((row, i) => {
    const cells = buttons.slice(i * columns.levels.length, (i + 1) * columns.levels.length);
    return html("tr", {}, html("th", { scope: "row" }, rows.word(row)), ...cells.map((cell) => html("td", {}, cell)));
  });
  return html("table", { class: "map" }, html("thead", {}, head), html("tbody", {}, ...body));
}
