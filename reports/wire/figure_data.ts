/** The figures that a page carries as data: axes, layers and what their marks stand for. */
import type { Cell } from "../../experiments/plan.ts";
import type { Chart } from "../chart/frame.ts";
import type { Packed } from "./packed.ts";

/** A figure. */
export interface FigureData {
  readonly title: string;
  /** The name of its files, without extension. */
  readonly name: string;
  /** The factor whose levels the series are; absent where they are no levels. */
  readonly seriesFactor?: string;
  readonly panels: readonly PanelData[];
}

/** A chart of a figure. */
export interface PanelData {
  readonly title: string;
  /** The level it stands for, by factor. */
  readonly levels: Readonly<Record<string, string>>;
  /** Where its drawings have their plots, in the order of the page: wide, then narrow. */
  readonly plots: readonly Plot[];
  /** The chart of the first drawing. */
  readonly chart: Chart<Packed>;
}

/** The rectangle of a plot in its drawing, in pixels. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The id of the script element that holds the figures of a page, as JSON. */
export const FIGURES_ID = "page-figures";

/** Indices of the cells with these levels; levels of a few factors fit several cells. */
export function settingsWith(cells: readonly Cell[], levels: Readonly<Record<string, unknown>>): number[] {
  return [...cells.keys()].filter((i) =>
    Object.entries(levels).every(([factor, level]) => cells[i]!.levels[factor] === level)
  );
}
