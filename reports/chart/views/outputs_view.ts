import { datasetOf } from "../../../core/components/datasets.ts";
import type { Columns, Row } from "../../../experiments/define/columns.ts";
import { median } from "../../../experiments/statistics/statistics.ts";
import type { Report } from "../../experiment_report.ts";
import type { Draw } from "../drawing.ts";
import { axisLine, chartOfWidth } from "../frame.ts";
import { addNotes, groupView, keyOfRows, rowsBySeries, seedsDrawn, type SeriesRows, tableNamed } from "../grouping.ts";
import { type Layer, layerOf, type Marks } from "../layer.ts";
import type { Rows } from "../rows.ts";
import { categoryScale, extent, linearScale } from "../scales.ts";
import { color } from "../theme.ts";

const HEIGHT = 220;
/** Outputs further out are drawn at the edge: beyond this nothing can be read off. */
const LOWEST = -1;
const HIGHEST = 2;
/** The fraction of a row's place that its dots take, and the fraction of this that dots of one series take. */
const TAKEN = 0.8;
const FILLED = 0.85;
/** The fractional parts of its multiples spread evenly however many there are. */
const GOLDEN_RATIO = 0.6180339887498949;

const COLUMNS = {
  row: { type: "string", meaning: "row of the truth table: its inputs" },
  target: { type: "number", meaning: "the target d; empty where it is not the same for all runs" },
  median: { type: "number", meaning: "median output y at the end" },
  smallest: { type: "number", meaning: "smallest output" },
  largest: { type: "number", meaning: "largest output" },
  n: { type: "integer", unit: "runs", meaning: "runs" },
} as const satisfies Columns;

/** A row of the truth table. */
interface TruthRow {
  readonly label: string;
  readonly output: (run: Row) => number | undefined;
  readonly target: (run: Row) => number | undefined;
}

/** A dot per run for each row of the truth table, beside the target. */
export const drawOutputs: Draw<"outputs"> = (view, report) => {
  const { all, panels, names, drawing, marksOf } = groupView(report, "runs", view, "point");
  const rows = truthRows(report, all);
  const outputs = rows.flatMap(({ output }) => all.map(output));
  const { seeds, kept } = seedsDrawn(all, outputs.length);
  const x = { scale: categoryScale(rows.map(({ label }) => label)), title: "row x1 x2" };
  const [low, high] = extent(outputs) ?? [0, 1];
  const scale = linearScale(Math.max(LOWEST, Math.min(0, low)), Math.min(HIGHEST, Math.max(1, high)));
  const y = { scale, title: "output y" };
  const beyond = outputs.filter((y) => y !== undefined && (y < LOWEST || y > HIGHEST)).length;
  const diverged = all.filter(({ status }) => status === "diverged").length;
  const marks = marksOf([{ title: x.title, field: "row", format: "text" }, axisLine(y, "y")]);
  return {
    ...drawing,
    panels: panels.map(({ series, ...head }) => {
      const layers = layersOf(rows, series, names, kept, marks);
      return { ...head, chart: ({ width }) => chartOfWidth({ x, y, series, layers, height: HEIGHT }, width) };
    }),
    columns: { ...drawing.columns, ...COLUMNS },
    rows: rowsBySeries(view, panels, ({ rows: runs }) => rows.map((row) => summaryOf(row, runs))),
    notes: addNotes(
      drawing.notes,
      [kept < seeds, `Dots are the first ${kept} of ${seeds} starts; the table counts all.`],
      [beyond > 0, `${beyond} outputs lie further out and are drawn at the edge.`],
      [diverged > 0, `${diverged} of ${all.length} runs diverged and ${diverged === 1 ? "has" : "have"} no output.`],
    ),
  };
};

/** The rows of the truth table, with each run's output and, by the data of its cell, its target. */
function truthRows(report: Report, runs: Rows): TruthRow[] {
  const cellOf = keyOfRows(report);
  const targets = new Map(
    report.plan.cellRuns.map(({ cell, config }) => [
      cellOf(report.plan.cells[cell]!.levels),
      datasetOf(config.data).targets.flat(),
    ]),
  );
  const columns = runs.length > 0 ? Object.keys(tableNamed(report, "runs").columns) : [];
  return columns.filter((column) => column.startsWith(PREFIX)).map((column, i) => ({
    label: column.slice(PREFIX.length),
    output: (run) => run[column] as number | undefined,
    target: (run) => targets.get(cellOf(run))?.[i],
  }));
}

/** How the names of the columns of outputs begin. */
const PREFIX = "output_";

/** Targets as lines across the place of each of all series `names`, and the first `kept` replicates as dots. */
function layersOf(
  rows: readonly TruthRow[],
  series: readonly SeriesRows[],
  names: readonly string[],
  kept: number,
  marks: Marks<"series" | "row" | "y">,
): Layer[] {
  const slot = TAKEN / names.length;
  const middle = (row: number, name: string) => row + (names.indexOf(name) + 0.5) * slot - TAKEN / 2;
  const targets = series.flatMap(({ name, rows: runs }) =>
    rows.flatMap(({ target }, row) =>
      [...new Set(runs.map(target))].filter((target) => target !== undefined)
        .map((y) => ({ x: middle(row, name) - slot / 2, x2: middle(row, name) + slot / 2, y }))
    )
  );
  const dots = series.flatMap(({ name, rows: runs }) =>
    runs.filter((run) => run.replicate as number < kept).flatMap((run, k) =>
      rows.flatMap(({ label, output }, row) => {
        const y = output(run);
        if (y === undefined) return [];
        const aside = (k * GOLDEN_RATIO % 1 - 0.5) * slot * FILLED;
        const position = { x: middle(row, name) + aside, y: Math.min(HIGHEST, Math.max(LOWEST, y)) };
        return [{ series: name, row: label, replicate: run.replicate, ...position }];
      })
    )
  );
  return [
    { rows: targets, mark: { type: "rule", strokeWidth: 3, strokeCap: "butt", color: color("ink") }, channels: ["x2"] },
    layerOf({
      rows: dots,
      mark: { type: "point", filled: true, size: 16, opacity: 1, fillOpacity: 0.6 },
      series: "shape",
      marks,
    }),
  ];
}

/** The outputs of some runs for a row. */
function summaryOf({ label, output, target }: TruthRow, runs: Rows): Row {
  const outputs = runs.map(output);
  const range = extent(outputs);
  const middle = median(outputs).estimate;
  const targets = new Set(runs.map(target));
  return {
    row: label,
    target: targets.size === 1 ? [...targets][0] : undefined,
    median: Number.isFinite(middle) ? middle : undefined,
    smallest: range?.[0],
    largest: range?.[1],
    n: runs.length,
  };
}
