import type { Row } from "../../../experiments/define/columns.ts";
import { significant } from "../../../experiments/format.ts";
import type { Draw, Key } from "../drawing.ts";
import { color, hueOf } from "../theme.ts";
import { panelTitle, rowsOfTable, splitBy, tableNamed } from "../arrange.ts";
import { placeLabels } from "../edge_labels.ts";
import { type Layer, plotOf } from "../frame.ts";
import { extent, type NumberScale } from "../scales.ts";

/** Distance of two units of a layer, where there is room on either side and where not, radius of a unit, and size of letters in pixels. */
const APART = 72, APART_NARROW = 96, RADIUS = 24, SMALL = 11;
/** Below this width a drawing is narrow. */
const ROOMY = 480;
/** Space on the left and on the right for half the name of a layer. */
const EDGE = 40;
/** Width of the thickest line. */
const THICKEST = 5;

/** Units as circles with their values, weights as lines with their numbers. */
export const drawDiagram: Draw<"diagram"> = ({ table, nodes, panel }, report) => {
  const weights = rowsOfTable(report, table), units = rowsOfTable(report, String(nodes));
  const names = panel === undefined ? [""] : splitBy(weights, panel).map(([name]) => name);
  const here = (rows: readonly Row[], name: string) =>
    panel === undefined ? rows : rows.filter((row) => String(row[panel]) === name);
  return {
    panels: names.map((name) => ({
      title: panelTitle(panel, name),
      spec: ({ width }) => netOf(here(weights, name), here(units, name), width),
    })),
    size: names.length > 1 ? "several" : "whole",
    key: KEY,
    direct: false,
    source: table,
    derived: false,
    columns: tableNamed(report, table).columns,
    rows: weights,
    notes: [],
  };
};

const KEY: Key = {
  title: "weight",
  entries: [
    { name: "positive", style: { color: "blue", dash: [], shape: "circle" }, mark: "line" },
    { name: "negative", style: { color: "vermillion", dash: [6, 3], shape: "circle" }, mark: "line" },
  ],
};

function netOf(weights: readonly Row[], units: readonly Row[], width: number) {
  const [, last] = extent(units.map((unit) => unit.layer as number)) ?? [0, 0], layers = 1 + last;
  const counts = Array.from({ length: layers }, (_, l) => units.filter((unit) => unit.layer === l).length);
  const tallest = Math.max(1, ...counts), apart = width < ROOMY ? APART_NARROW : APART, height = tallest * apart;
  const margin = RADIUS - EDGE / 2, plotWidth = width - 2 * EDGE;
  const across = (layer: number) => margin + (layers > 1 ? layer / (layers - 1) : 0.5) * (plotWidth - 2 * margin);
  const down = (layer: number, place: number) => height / 2 + (place - (counts[layer]! - 1) / 2) * apart;
  const digits = width < ROOMY ? 2 : 3,
    [, strongest] = extent(weights.map((row) => Math.abs(row.weight as number))) ?? [1, 1];
  const edges = weights.map((row) => {
    const weight = row.weight as number, from = row.from_layer as number, to = row.to_layer as number;
    return {
      x: across(from),
      y: down(from, row.from_place as number),
      x2: across(to),
      y2: down(to, row.to_place as number),
      text: significant(weight, digits),
      thick: Math.max(0.75, THICKEST * Math.abs(weight) / strongest),
      color: color(hueOf(weight)),
      dash: weight < 0 ? [6, 3] : [1, 0],
    };
  });
  const circles = units.map((unit) => ({
    x: across(unit.layer as number),
    y: down(unit.layer as number, unit.place as number),
    name: String(unit.node),
    value: unit.value === undefined ? "" : significant(unit.value as number, 3),
  }));
  const scale = (end: number, ticks: NumberScale["ticks"] = []): NumberScale => ({
    type: "linear",
    domain: [0, end],
    ticks,
  });
  const heads = counts.map((_, l) => ({
    value: across(l),
    label: l === 0 ? "inputs" : l < layers - 1 ? "hidden layer" : "output",
  }));
  const values = placeLabels(edges, RADIUS, SMALL), text = { type: "text", baseline: "middle", fontSize: SMALL };
  return plotOf(
    {
      x: { scale: scale(plotWidth, heads), title: "", bare: true },
      y: { scale: scale(height), title: "", grid: false, reverse: true },
      height,
      layers: [
        {
          data: { values: edges },
          mark: { type: "rule", opacity: 0.75 },
          encoding: {
            x2: { field: "x2" },
            y2: { field: "y2" },
            color: { field: "color", type: "nominal", scale: null },
            strokeWidth: { field: "thick", type: "quantitative", scale: null },
            strokeDash: { field: "dash", type: "nominal", scale: null },
          },
        },
        {
          data: { values },
          mark: { ...text, stroke: color("paper"), strokeWidth: 4, strokeJoin: "round" },
          encoding: { text: { field: "text", type: "nominal" } },
        },
        { data: { values }, mark: text, encoding: { text: { field: "text", type: "nominal" } } },
        {
          data: { values: circles },
          mark: {
            type: "point",
            shape: "circle",
            size: Math.PI * RADIUS * RADIUS,
            opacity: 1,
            fill: color("paper"),
            stroke: color("ink"),
            strokeWidth: 1.5,
          },
        },
        {
          data: { values: circles },
          mark: { ...text, dy: -7, color: color("quiet") },
          encoding: { text: { field: "name", type: "nominal" } },
        },
        {
          data: { values: circles },
          mark: { ...text, dy: 8, fontWeight: "bold" },
          encoding: { text: { field: "value", type: "nominal" } },
        },
      ] as Layer[],
    },
    plotWidth,
    { left: EDGE, right: EDGE },
  );
}
