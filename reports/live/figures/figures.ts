/** The figures of a page made interactive: tooltips, one selected run for all, series to hide, and files. */
import type { FigureData } from "../../wire/figure_data.ts";
import type { PageData } from "../../wire/page_data.ts";
import { settingsWith } from "../../wire/setting_lookup.ts";
import type { PageState, Store } from "../state.ts";
import { figureTools } from "./figure_tools.ts";
import { mountKeyFilter } from "./key_filter.ts";
import { type LiveChart, liveCharts } from "./live_chart.ts";
import type { Mark } from "./marks.ts";
import { chosenMarks, visibleSeries } from "./overlay.ts";
import { createTooltip, followPointer } from "./pointer.ts";
import { runAmong } from "./selection.ts";

/** Makes all figures interactive; the n-th of the data is the section `figure-n`. */
export function mountFigures(figures: readonly FigureData[], data: PageData, store: Store): void {
  const tooltip = createTooltip();
  const choose = ({ levels, replicate }: Mark) => {
    if (Object.keys(levels).length === 0) return;
    const run = runAmong(settingsWith(data.cells, levels), replicate, store.state, data);
    store.change({ ...run, epoch: undefined, isChosen: true });
  };
  const charts = figures.flatMap((figure, i) => {
    const id = `figure-${i + 1}`;
    const section = document.getElementById(id);
    if (!section || figure.panels.length === 0) return [];
    const subject = figure.seriesFactor ?? id;
    const charts = liveCharts(section, figure);
    for (const chart of charts) followPointer(chart, tooltip, choose);
    mountKeyFilter(section, subject, store);
    section.querySelector("figcaption")!.append(figureTools(section, figure, charts, choose));
    return charts.map((chart) => ({ chart, subject }));
  });
  const redraw = (state: PageState) => charts.forEach(({ chart, subject }) => drawOverlay(chart, subject, state, data));
  store.listen((state, previous) => {
    const fields = ["hidden", "cell", "replicate", "isChosen"] as const;
    if (fields.some((field) => state[field] !== previous[field])) redraw(state);
  });
  redraw(store.state);
}

function drawOverlay(chart: LiveChart, subject: string, state: PageState, data: PageData): void {
  const hidden = state.hidden[subject] ?? [];
  const chosen = data.cells[state.cell]!.levels;
  const isChosen = ({ levels, replicate }: Mark) =>
    Object.keys(levels).length > 0 && (replicate === undefined || replicate === state.replicate) &&
    Object.entries(levels).every(([factor, level]) => chosen[factor] === level);
  chart.showOverlay([
    ...(hidden.length > 0 ? visibleSeries(chart.drawn(), hidden) : []),
    ...(state.isChosen ? chosenMarks(chart.drawn(), chart.marks(), isChosen) : []),
  ]);
}
