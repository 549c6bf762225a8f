/** The frame of a chart: two axes whose labels are known beforehand, and margins that hold them. */
import type { TopLevelSpec } from "vega-lite";
import { textWidth } from "./text_width.ts";
import { CHART_CONFIG, LETTERS } from "./theme.ts";
import { fitting, type NumberScale, type Tick, widest } from "./scales.ts";

type Layered = Extract<TopLevelSpec, { readonly layer: readonly unknown[] }>;
/** A layer of a chart; its marks stand by the fields `x` and `y`. */
export type Layer = Layered["layer"][number];

/** An axis. */
export interface Axis {
  readonly scale: NumberScale;
  /** With its unit; empty where the labels speak for themselves. */
  readonly title: string;
  readonly grid?: boolean;
  /** Without a line and marks: labels alone. */
  readonly bare?: boolean;
  /** Space between the labels and the plot, in pixels. */
  readonly gap?: number;
  /** Labels on the slant, for which there is no room side by side. */
  readonly slanted?: boolean;
  /** From top to bottom instead of upwards. */
  readonly reverse?: boolean;
}

/** A chart but for its width. */
export interface Chart {
  readonly x: Axis;
  readonly y: Axis;
  /** Height of the plot in pixels. */
  readonly height: number;
  readonly layers: readonly Layer[];
  /** Room on the right for names of series. */
  readonly right?: number;
}

/** Space below the plot: marks, labels and a title. */
const BOTTOM = 46, BOTTOM_UNTITLED = 24;
/** Space between labels and plot unless told otherwise. */
const GAP = 6;
/** Space above the plot for half a label, and for a title. */
const TOP = 10, TOP_TITLED = 32;

/** A chart as wide as told. */
export function chartOf(chart: Chart, width: number): TopLevelSpec {
  const { left, right } = sides(chart);
  return plotOf(chart, width - left - right, { left, right });
}

/** A chart whose plot is as wide as told. */
export function plotOf(chart: Chart, plotWidth: number, { left, right } = sides(chart)): TopLevelSpec {
  const { x, y, height, layers } = chart, { ticks } = x.scale;
  const below = x.slanted ? Math.ceil(widest(ticks.map(({ label }) => label)) * Math.SQRT1_2) : 0;
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width: plotWidth,
    height,
    padding: { left, right, top: y.title ? TOP_TITLED : TOP, bottom: below + (x.title ? BOTTOM : BOTTOM_UNTITLED) },
    autosize: "none",
    config: CHART_CONFIG,
    encoding: {
      x: {
        field: "x",
        type: "quantitative",
        scale: scaleOf(x),
        axis: { ...axisOf(x, fitting(x.scale, plotWidth)), grid: x.grid ?? false },
      },
      y: {
        field: "y",
        type: "quantitative",
        scale: scaleOf(y),
        axis: {
          ...axisOf(y, y.scale.ticks),
          grid: y.grid ?? true,
          titleAngle: 0,
          titleAlign: "left",
          titleBaseline: "bottom",
          titleX: -left,
          titleY: -14,
        },
      },
    },
    layer: [...layers],
  } as Layered;
}

/** Space on the left for the labels of y, on the right for names or half a label of x. */
function sides({ x, y, right = 0 }: Chart): { readonly left: number; readonly right: number } {
  const ends = x.scale.ticks.length > 0 ? [x.scale.ticks[0]!, x.scale.ticks.at(-1)!] : [];
  const half = Math.ceil(Math.max(0, ...ends.map(({ label }) => textWidth(label, LETTERS) / 2)));
  const labels = widest(y.scale.ticks.map(({ label }) => label)) + (y.gap ?? GAP);
  return { left: Math.max(labels + 4, half), right: Math.max(right, half) + 2 };
}

function scaleOf({ scale: { type, domain }, reverse = false }: Axis) {
  const whole = { type, domain: [...domain], nice: false, reverse };
  return type === "linear" ? { ...whole, zero: false } : whole;
}

function axisOf({ title, bare = false, gap = GAP, slanted = false }: Axis, ticks: readonly Tick[]) {
  return {
    values: ticks.map(({ value }) => value),
    labelExpr: labelled(ticks),
    labelPadding: gap,
    labelFlush: false,
    title: title || null,
    ...(bare && { domain: false, ticks: false }),
    ...(slanted && { labelAngle: -45, labelAlign: "right", labelBaseline: "middle" }),
  };
}

/** An expression that finds the label of a value: an axis is told what to write, not how to format. */
function labelled(ticks: readonly Tick[]): string {
  return `${JSON.stringify(Object.fromEntries(ticks.map(({ value, label }) => [value, label])))}[datum.value]`;
}
