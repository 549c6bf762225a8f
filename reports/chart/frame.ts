/** The frame of a chart: two axes whose labels are known beforehand, and margins that hold them. */
import type { Layer, TooltipLine } from "./layer.ts";
import { type NumberScale, widestLabel } from "./scales.ts";
import { textWidth } from "./labels/text_width.ts";
import { FONT_SIZE, type SeriesStyle } from "./theme.ts";

/** An axis. */
export interface Axis {
  readonly scale: NumberScale;
  /** With its unit; empty where the labels need none. */
  readonly title: string;
  readonly grid?: boolean;
  /** Labels alone, without a line and ticks. */
  readonly bare?: boolean;
  /** Space between the labels and the plot, in pixels. */
  readonly gap?: number;
  /** Labels at 45°, if they are too long to fit side by side. */
  readonly slanted?: boolean;
  /** Values increase downwards. */
  readonly reverse?: boolean;
}

/** Rows with one style: those of one level of a factor, or of one value of a column. */
export interface Series {
  /** The level or value, as the rows have it. */
  readonly name: string;
  readonly style: SeriesStyle;
}

/** What a chart shows. */
export interface ChartContent<R = Layer["rows"]> {
  readonly x: Axis;
  readonly y: Axis;
  /** The series that its layers distinguish. */
  readonly series?: readonly Series[];
  readonly layers: readonly Layer<R>[];
  /** Height of the plot in pixels. */
  readonly height: number;
}

/** A chart laid out. */
export interface Chart<R = Layer["rows"]> extends ChartContent<R> {
  /** Width of the plot in pixels. */
  readonly width: number;
  /** Space around the plot in pixels. */
  readonly padding: Readonly<Record<"left" | "right" | "top" | "bottom", number>>;
}

/** Space below the plot: ticks, labels and a title. */
const BOTTOM = 46;
const BOTTOM_UNTITLED = 24;
/** Space above the plot for half a label, and for a title. */
const TOP = 10;
const TOP_TITLED = 32;
/** Space between labels and plot, unless the axis has its own. */
export const LABEL_GAP = 6;

/** A chart of a total width in pixels; `right` is the space for names of series beside the plot. */
export function chartOfWidth(content: ChartContent, width: number, right = 0): Chart {
  const sides = sidesOf(content, right);
  return chartOfPlotWidth(content, width - sides.left - sides.right, sides);
}

/** A chart whose plot has a width in pixels. */
export function chartOfPlotWidth(content: ChartContent, width: number, sides = sidesOf(content, 0)): Chart {
  const { x, y, series } = content;
  const slant = x.slanted ? Math.ceil(widestLabel(x.scale.ticks.map(({ label }) => label)) * Math.SQRT1_2) : 0;
  const bottom = slant + (x.title ? BOTTOM : BOTTOM_UNTITLED);
  return {
    ...content,
    // without the rows that a series may carry: charts are sent to the page
    ...(series && { series: series.map(({ name, style }) => ({ name, style })) }),
    width,
    padding: { ...sides, top: y.title ? TOP_TITLED : TOP, bottom },
  };
}

/** Space on the left for the labels of y, on the right for names or half a label of x. */
function sidesOf({ x, y }: ChartContent, right: number): Pick<Chart["padding"], "left" | "right"> {
  const { ticks } = x.scale;
  const ends = ticks.length > 0 ? [ticks[0]!, ticks.at(-1)!] : [];
  const half = Math.ceil(Math.max(0, ...ends.map(({ label }) => textWidth(label, FONT_SIZE) / 2)));
  const labels = widestLabel(y.scale.ticks.map(({ label }) => label)) + (y.gap ?? LABEL_GAP);
  return { left: Math.max(labels + 4, half), right: Math.max(right, half) + 2 };
}

/** The lines of a tooltip with a mark's position on both axes. */
export function axisLines({ x, y }: Pick<ChartContent, "x" | "y">): TooltipLine<"x" | "y">[] {
  return [axisLine(x, "x"), axisLine(y, "y")];
}

/** The line of a tooltip with a mark's position on one axis. */
export function axisLine<F extends "x" | "y">({ title, scale: { format } }: Axis, field: F): TooltipLine<F> {
  return { ...(title && { title }), field, format: format === "percent" ? format : "number" };
}
