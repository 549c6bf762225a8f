/** The marks of a chart: where they are, what they mean, and which runs they stand for. */
import type { Chart } from "../../chart/frame.ts";
import type { DataRow, Layer, TooltipLine } from "../../chart/layer.ts";
import { numeral, position } from "../../chart/scales.ts";
import { valueName } from "../../../experiments/words/display_names.ts";
import type { PanelData, Plot } from "../../wire/figure_data.ts";

type Point = Readonly<Record<"x" | "y", number>>;

/** A mark that a pointer finds, and its center on the chart's scales. */
export interface Mark extends Point {
  readonly layer: Layer;
  readonly row: DataRow;
  /** The levels it stands for, by factor. */
  readonly levels: Readonly<Record<string, string>>;
  /** Its run within its setting; undefined where it stands for several. */
  readonly replicate: number | undefined;
}

/** The marks of a panel, layer by layer; `chart` is the panel's, unpacked. */
export function marksOf({ levels }: Pick<PanelData, "levels">, chart: Chart): Mark[] {
  return chart.layers.flatMap((layer) => {
    const { marks, rows } = layer;
    if (!marks) return [];
    return rows.flatMap((row): Mark[] => {
      const x = centerOf(row.x, row.x2);
      const y = centerOf(row.y, row.y2);
      if (x === undefined || y === undefined) return [];
      const own = Object.entries(marks.levels).map(([factor, field]) => [factor, String(row[field])] as const);
      const replicate = typeof row.replicate === "number" ? row.replicate : undefined;
      return [{ layer, row, x, y, levels: { ...levels, ...Object.fromEntries(own) }, replicate }];
    });
  });
}

function centerOf(from: DataRow[string], to: DataRow[string]): number | undefined {
  if (typeof from !== "number") return undefined;
  return typeof to === "number" ? (from + to) / 2 : from;
}

/** The tooltip of a mark, line by line; what its row has no value for is left out. */
export function tooltipOf({ title }: Pick<PanelData, "title">, { layer, row }: Pick<Mark, "layer" | "row">): string[] {
  const lines = layer.marks!.tooltip.map((line) => {
    const text = valueText(line, row);
    return text === undefined ? "" : line.title === undefined ? text : `${line.title}: ${text}`;
  });
  return [title, ...lines].filter((line) => line !== "");
}

function valueText(line: TooltipLine, row: DataRow): string | undefined {
  const value = format(line, row[line.field]);
  if (value === undefined) return undefined;
  if (line.to !== undefined) return `${value} to ${format(line, row[line.to])}`;
  return line.of === undefined ? value : `${value} of ${format(line, row[line.of])} runs`;
}

function format({ format, factor }: TooltipLine, value: DataRow[string]): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value !== "number" || format === "text") {
    return factor === undefined ? String(value) : valueName(factor, String(value));
  }
  return format === "percent"
    ? `${numeral(Number((100 * value).toPrecision(3)))} %`
    : numeral(Number(value.toPrecision(4)));
}

/** Where a place on the scales of a chart is in a drawing, in pixels. */
export function pixelOf({ x, y }: Pick<Chart, "x" | "y">, { left, top, width, height }: Plot, at: Point): Point {
  const fraction = ({ scale, reverse }: Chart["x"], value: number) =>
    reverse ? 1 - position(scale, value) : position(scale, value);
  return { x: left + fraction(x, at.x) * width, y: top + (1 - fraction(y, at.y)) * height };
}
