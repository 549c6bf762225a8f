/** The data of a page's figures for the script that runs in it. */
import type { Chart } from "../chart/frame.ts";
import type { FigureData, PanelData, Plot } from "../wire/figure_data.ts";
import { packChart } from "../wire/packed.ts";
import type { Figure, FigurePanel } from "./draw_figures.ts";

/** The data of the figures, in order. */
export function figuresDataOf(figures: readonly Figure[]): FigureData[] {
  return figures.map(({ name, view: { title }, drawing: { seriesFactor }, panels }) => ({
    title,
    name,
    ...(seriesFactor !== undefined && { seriesFactor }),
    panels: panels.map(panelData),
  }));
}

function panelData({ title, levels, small, large }: FigurePanel): PanelData {
  const charts = large ? [large, small] : [small];
  return { title, levels, plots: charts.map(plotOf), chart: packChart(charts[0]!) };
}

function plotOf({ padding: { left, top }, width, height }: Chart): Plot {
  return { left, top, width, height };
}
