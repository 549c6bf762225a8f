/** From a chart to its Vega-Lite spec. */
import type { TopLevelSpec } from "vega-lite";
import { type Axis, type Chart, LABEL_GAP, type Series } from "../frame.ts";
import type { Key } from "../drawing.ts";
import type { Channel, Layer } from "../layer.ts";
import { fittingTicks, type Tick } from "../scales.ts";
import { CHART_CONFIG, color } from "../theme.ts";

/** The dialect that specs are written in. */
export const VEGA_LITE_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";

/** The whole spec of a chart, padding and style included. */
export function specOf(chart: Chart): TopLevelSpec {
  const frame = { $schema: VEGA_LITE_SCHEMA, padding: chart.padding, autosize: "none", config: CHART_CONFIG };
  return { ...frame, ...plotSpecOf(chart) } as TopLevelSpec;
}

/** The spec of a chart's plot alone: size, axes, layers and their rows; with a key, the names of its series, too. */
export function plotSpecOf({ x, y, series = [], layers, width, height, padding }: Chart, key?: Key): object {
  const title = { titleAngle: 0, titleAlign: "left", titleBaseline: "bottom", titleX: -padding.left, titleY: -14 };
  return {
    width,
    height,
    encoding: {
      x: { field: "x", ...axisSpecOf(x, fittingTicks(x.scale, width), { grid: x.grid ?? false }) },
      y: { field: "y", ...axisSpecOf(y, y.scale.ticks, { grid: y.grid ?? true, ...title }) },
    },
    layer: layers.map((layer) => layerSpecOf(layer, series, key)),
  };
}

/** How each channel reads its field. */
const CHANNELS: Readonly<Record<Channel, object>> = {
  x2: {},
  y2: {},
  text: { type: "nominal" },
  detail: { type: "nominal" },
  order: { type: "quantitative" },
  color: { type: "nominal", scale: null },
  fill: { type: "nominal", scale: null },
  strokeDash: { type: "nominal", scale: null },
  strokeWidth: { type: "quantitative", scale: null },
  fillOpacity: { type: "quantitative", scale: null },
};

function layerSpecOf(
  { rows, mark, series: by, channels = [] }: Layer,
  series: readonly Series[],
  key: Key | undefined,
): object {
  const legend = legendSpecOf(key);
  const channel = (range: readonly unknown[]) => ({
    field: "series",
    type: "nominal",
    scale: { domain: series.map(({ name }) => name), range },
    legend,
  });
  const styles = series.map(({ style }) => style);
  return {
    data: { values: rows },
    mark,
    encoding: {
      ...(by !== undefined && { color: channel(styles.map((style) => color(style.color))) }),
      ...(by === "dash" && { strokeDash: channel(styles.map(({ dash }) => [...dash])) }),
      ...(by === "shape" && { shape: channel(styles.map(({ shape }) => shape)) }),
      ...Object.fromEntries(channels.map((name) => [name, { field: name, ...CHANNELS[name] }])),
    },
  };
}

function legendSpecOf(key: Key | undefined): object | null {
  const entries = key?.entries.filter(({ series }) => series !== undefined) ?? [];
  if (!key || entries.length === 0) return null;
  return {
    title: key.title,
    orient: "bottom",
    values: entries.map(({ series }) => series),
    labelExpr: labelExpression(entries.map(({ series, label }) => ({ value: series!, label }))),
  };
}

function axisSpecOf(axis: Axis, ticks: readonly Tick[], more: object) {
  const { scale: { type, domain }, title, bare = false, gap = LABEL_GAP, slanted = false, reverse = false } = axis;
  return {
    type: "quantitative",
    scale: { type, domain: [...domain], nice: false, reverse, ...(type === "linear" && { zero: false }) },
    axis: {
      values: ticks.map(({ value }) => value),
      labelExpr: labelExpression(ticks),
      labelPadding: gap,
      labelFlush: false,
      title: title || null,
      ...(bare && { domain: false, ticks: false }),
      ...(slanted && { labelAngle: -45, labelAlign: "right", labelBaseline: "middle" }),
      ...more,
    },
  };
}

/** A Vega expression that looks the label of a value up: our labels, not Vega's number format. */
function labelExpression(labels: readonly { readonly value: string | number; readonly label: string }[]): string {
  return `${JSON.stringify(Object.fromEntries(labels.map(({ value, label }) => [value, label])))}[datum.value]`;
}
