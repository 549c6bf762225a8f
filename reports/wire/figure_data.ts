/** The figures that a page carries as data: axes, layers and what their marks stand for. */
import type { Cell } from "../../experiments/plan.ts";
import type { Drawing, Panel } from "../chart/drawing.ts";
import type { Chart } from "../chart/frame.ts";
import type { PackedRows } from "./packed.ts";

/** A figure. */
export interface FigureData extends Pick<Drawing, "seriesFactor"> {
  readonly title: string;
  /** The name of its files, without extension. */
  readonly name: string;
  readonly panels: readonly PanelData[];
}

/** A chart of a figure. */
export interface PanelData extends Pick<Panel, "title" | "levels"> {
  /** Where its drawings have their plots, in the order of the page: wide, then narrow. */
  readonly plots: readonly Plot[];
  /** The chart of the first drawing. */
  readonly chart: Chart<PackedRows>;
}

/** The rectangle of a plot in its drawing, in pixels. */
export type Plot = Readonly<Record<"left" | "top" | "width" | "height", number>>;

/** The id of the script element that holds the figures of a page, as JSON. */
export const FIGURES_ID = "page-figures";

/** Indices of the cells with these levels; levels of a few factors fit several cells. */
export function settingsWith(cells: readonly Cell[], levels: Readonly<Record<string, unknown>>): number[] {
  return [...cells.keys()].filter((i) =>
    Object.entries(levels).every(([factor, level]) => cells[i]!.levels[factor] === level)
  );
}
