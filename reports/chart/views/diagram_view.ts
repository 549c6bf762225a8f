import type { Row } from "../../../experiments/define/columns.ts";
import { formatSignificant } from "../../../experiments/format.ts";
import type { Draw, Key } from "../drawing.ts";
import { placeEdgeLabels } from "../labels/edge_labels.ts";
import { type Chart, chartOfPlotWidth } from "../frame.ts";
import { tableDrawing, tableNamed, tablePanels } from "../grouping.ts";
import { type Layer, layerOf } from "../layer.ts";
import { extent, type NumberScale } from "../scales.ts";
import { color, signColor } from "../theme.ts";

/** Vertical distance of two units of a layer in pixels, in wide and in narrow drawings. */
const UNIT_DISTANCE = 72;
const UNIT_DISTANCE_NARROW = 96;
/** Radius of a unit in pixels. */
const RADIUS = 24;
/** Size of letters in pixels. */
const LABEL_SIZE = 11;
/** Below this width in pixels a drawing is narrow. */
const NARROW = 480;
/** Space on the left and on the right for half the name of a layer, in pixels. */
const EDGE = 40;
/** Width of the thickest and of the thinnest line in pixels. */
const THICKEST = 5;
const THINNEST = 0.75;

/** Units as circles with their values, weights as lines with their numbers. */
export const drawDiagram: Draw<"diagram"> = ({ table, nodes, panel }, report) => {
  const units = tableNamed(report, String(nodes)).rows;
  const panels = tablePanels(report, table, panel, (weights) => {
    const own = panel === undefined ? units : units.filter((unit) => unit[panel] === weights[0]![panel]);
    return ({ width }) => netChart(weights, own, width);
  });
  return { ...tableDrawing(report, table), panels, key: KEY };
};

const KEY: Key = {
  title: "weight",
  entries: [
    { label: "positive", style: { color: "blue", dash: [], shape: "circle" }, mark: "line" },
    { label: "negative", style: { color: "vermillion", dash: [6, 3], shape: "circle" }, mark: "line" },
  ],
};

function netChart(weights: readonly Row[], units: readonly Row[], width: number): Chart {
  const isNarrow = width < NARROW;
  const [, last] = extent(units.map((unit) => unit.layer as number)) ?? [0, 0];
  const counts = Array.from({ length: 1 + last }, (_, l) => units.filter((unit) => unit.layer === l).length);
  const distance = isNarrow ? UNIT_DISTANCE_NARROW : UNIT_DISTANCE;
  const height = Math.max(1, ...counts) * distance;
  const margin = RADIUS - EDGE / 2;
  const plotWidth = width - 2 * EDGE;
  const xOf = (layer: number) => margin + (last > 0 ? layer / last : 0.5) * (plotWidth - 2 * margin);
  const placeOf: PlaceOf = (layer, place) => ({
    x: xOf(layer as number),
    y: height / 2 + (place as number - (counts[layer as number]! - 1) / 2) * distance,
  });
  const ticks = counts.map((_, l) => ({
    value: xOf(l),
    label: l === 0 ? "inputs" : l < last ? "hidden layer" : "output",
  }));
  const content = {
    x: { scale: pixelScale(plotWidth, ticks), title: "", bare: true },
    y: { scale: pixelScale(height), title: "", grid: false, reverse: true },
    height,
    layers: [...edgeLayers(weights, placeOf, isNarrow ? 2 : 3), ...unitLayers(units, placeOf)],
  };
  return chartOfPlotWidth(content, plotWidth, { left: EDGE, right: EDGE });
}

/** The middle of a unit in the plot, by its layer and its place there. */
type PlaceOf = (layer: Row[string], place: Row[string]) => Readonly<Record<"x" | "y", number>>;

function pixelScale(end: number, ticks: NumberScale["ticks"] = []): NumberScale {
  return { type: "linear", domain: [0, end], ticks };
}

/** The common part of all text marks. */
const TEXT = { type: "text", baseline: "middle", fontSize: LABEL_SIZE } as const;

/** Weights as lines, as thick as their size among them, and their numbers on a halo of paper. */
function edgeLayers(weights: readonly Row[], placeOf: PlaceOf, digits: number): Layer[] {
  const [, strongest] = extent(weights.map((row) => Math.abs(row.weight as number))) ?? [1, 1];
  const edges = weights.map((row) => {
    const weight = row.weight as number;
    const { x: x2, y: y2 } = placeOf(row.to_layer, row.to_place);
    return {
      ...placeOf(row.from_layer, row.from_place),
      x2,
      y2,
      text: formatSignificant(weight, digits),
      strokeWidth: Math.max(THINNEST, THICKEST * Math.abs(weight) / strongest),
      color: color(signColor(weight)),
      strokeDash: weight < 0 ? [6, 3] : [1, 0],
    };
  });
  const rows = placeEdgeLabels(edges, RADIUS, LABEL_SIZE);
  return [
    {
      rows: edges,
      mark: { type: "rule", opacity: 0.75 },
      channels: ["x2", "y2", "color", "strokeWidth", "strokeDash"],
    },
    { rows, mark: { ...TEXT, stroke: color("paper"), strokeWidth: 4, strokeJoin: "round" }, channels: ["text"] },
    { rows, mark: TEXT, channels: ["text"] },
  ];
}

/** Circles with the names and values of units. */
function unitLayers(units: readonly Row[], placeOf: PlaceOf): Layer[] {
  const rows = units.map(({ layer, place, node, value }) => ({
    ...placeOf(layer, place),
    name: String(node),
    value: value === undefined ? "" : formatSignificant(value as number, 3),
  }));
  const size = Math.PI * RADIUS * RADIUS;
  const [fill, stroke] = [color("paper"), color("ink")];
  const textsOf = (field: "name" | "value") => rows.map((unit) => ({ x: unit.x, y: unit.y, text: unit[field] }));
  return [
    layerOf({
      rows,
      mark: { type: "point", shape: "circle", size, opacity: 1, fill, stroke, strokeWidth: 1.5 },
      marks: {
        levels: {},
        tooltip: [{ title: "unit", field: "name", format: "text" }, { title: "value", field: "value", format: "text" }],
      },
    }),
    { rows: textsOf("name"), mark: { ...TEXT, dy: -7, color: color("quiet") }, channels: ["text"] },
    { rows: textsOf("value"), mark: { ...TEXT, dy: 8, fontWeight: "bold" }, channels: ["text"] },
  ];
}
