/** The views of a report, drawn and laid out once for everything that shows them, and their data for the page. */
import type { View } from "../../experiments/define/view.ts";
import type { Drawing, Panel } from "../chart/drawing.ts";
import type { Chart } from "../chart/frame.ts";
import { draw } from "../chart/draw_view.ts";
import type { Report } from "../experiment_report.ts";
import type { FigureData, Plot } from "../wire/figure_data.ts";
import { packChart } from "../wire/packed.ts";

/** Width in pixels of a chart that is alone. */
export const WHOLE = 632;
/** Width in pixels of a chart beside others. */
export const SEVERAL = 304;
/** Width in pixels of a chart that is alone on a phone. */
export const NARROW = 328;

/** A view with its charts. */
export interface Figure {
  /** From 1. */
  readonly number: number;
  /** The name of its own files, without extension. */
  readonly name: string;
  readonly view: View;
  readonly drawing: Drawing;
  readonly panels: readonly FigurePanel[];
}

/** A panel with the charts that its page has space for. */
export interface FigurePanel extends Pick<Panel, "title" | "levels"> {
  /** Fits beside others and on a phone. */
  readonly small: Chart;
  /** Fits the text width; only where the panel takes it. */
  readonly large?: Chart;
}

/** The figures of a report, in order. */
export function figuresOf(report: Report): Figure[] {
  const { id, views } = report.plan.experiment;
  return views.map((view, i) => {
    const drawing = draw(view, report);
    const panels = drawing.panels.map((panel) => layOut(panel, drawing));
    return { number: i + 1, name: `${id}-${i + 1}`, view, drawing, panels };
  });
}

function layOut({ title, levels, chart }: Panel, drawing: Drawing): FigurePanel {
  const isWhole = !drawing.ownWidth && drawing.panels.length === 1;
  return {
    title,
    levels,
    small: chart({ width: isWhole ? NARROW : SEVERAL, direct: false }),
    ...(isWhole && { large: chart({ width: WHOLE, direct: drawing.direct ?? false }) }),
  };
}

/** The data of figures for the script that runs in their page, in order. */
export function figuresDataOf(figures: readonly Figure[]): FigureData[] {
  return figures.map(({ name, view: { title }, drawing: { seriesFactor }, panels }) => ({
    title,
    name,
    ...(seriesFactor !== undefined && { seriesFactor }),
    panels: panels.map(({ title, levels, small, large }) => {
      const charts = large ? [large, small] : [small];
      return { title, levels, plots: charts.map(plotOf), chart: packChart(charts[0]!) };
    }),
  }));
}

function plotOf({ padding: { left, top }, width, height }: Chart): Plot {
  return { left, top, width, height };
}
