/** The figures of a page made interactive: tooltips, one selected run for all, series to hide, and files. */
import type { PageData } from "../../wire/page_data.ts";
import { type FigureData, settingsWith } from "../../wire/figure_data.ts";
import { html, replaceChildren, setAttributes } from "../dom.ts";
import { chosenRun, type PageState, type Store } from "../state.ts";
import { figureTools } from "./figure_tools.ts";
import { type LiveChart, liveCharts } from "./live_chart.ts";
import type { Mark } from "./marks.ts";
import { chosenMarks, fadeSeries } from "./overlay.ts";
import { createTooltip, followPointer } from "./pointer.ts";
import type { RunLink } from "./run_link.ts";
import { runAmong } from "./selection.ts";

/** Makes all figures interactive; the n-th of the data is the section `figure-n`. */
export function mountFigures(figures: readonly FigureData[], data: PageData, store: Store, runLink: RunLink): void {
  const tooltip = createTooltip();
  const choose = ({ levels, replicate }: Mark) => {
    if (Object.keys(levels).length === 0) return undefined;
    const run = runAmong(settingsWith(data.cells, levels), replicate, store.state, data);
    store.change(chosenRun(run));
    return run;
  };
  const chooseAt = (mark: Mark, event: MouseEvent) => {
    const run = choose(mark);
    if (run) runLink.showAt(event, run);
  };
  const chooseByKey = (mark: Mark) => {
    const run = choose(mark);
    return run && runLink.linkTo(run);
  };
  const charts = figures.flatMap((figure, i) => {
    const id = `figure-${i + 1}`;
    const section = document.getElementById(id);
    if (!section || figure.panels.length === 0) return [];
    const subject = figure.seriesFactor ?? id;
    const charts = liveCharts(section, figure);
    for (const chart of charts) followPointer(chart, tooltip, chooseAt);
    mountKeyFilter(section, subject, store);
    section.append(figureTools(section, figure, charts, chooseByKey));
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
    ...(hidden.length > 0 ? fadeSeries(chart.drawn(), hidden) : []),
    ...(state.isChosen ? chosenMarks(chart.drawn(), chart.marks(), isChosen) : []),
  ]);
}

/**
 * Makes the series of a figure's key toggles that hide them in every figure whose series are levels of the same factor.
 *
 * `subject` is this factor, or the figure where the series are no levels.
 */
function mountKeyFilter(section: Element, subject: string, store: Store): void {
  for (const item of section.querySelectorAll<HTMLLIElement>(".key li[data-series]")) {
    const series = item.dataset.series!;
    const title = "Hide or show this series in all figures";
    const toggle = html("button", { type: "button", "aria-pressed": "true", title }, ...item.childNodes);
    toggle.addEventListener("click", () => {
      const hidden = store.state.hidden[subject] ?? [];
      const next = hidden.includes(series) ? hidden.filter((name) => name !== series) : [...hidden, series];
      store.change({ hidden: { ...store.state.hidden, [subject]: next } });
    });
    store.listen(({ hidden }) => setAttributes(toggle, { "aria-pressed": String(!hidden[subject]?.includes(series)) }));
    replaceChildren(item, toggle);
  }
}
