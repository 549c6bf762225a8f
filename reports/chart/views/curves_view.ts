import { type Columns, CURVE_COLUMNS, type Row } from "../../../experiments/define/columns.ts";
import { selectRows } from "../../../experiments/claims/column_table.ts";
import { median } from "../../../experiments/statistics/statistics.ts";
import { columnName } from "../../../experiments/words/display_names.ts";
import type { Draw } from "../drawing.ts";
import { axisLines, chartOfWidth } from "../frame.ts";
import {
  addNotes,
  groupView,
  keyOfRows,
  mapSeries,
  rowsBySeries,
  seedsDrawn,
  type SeriesRows,
  tableNamed,
} from "../grouping.ts";
import type { Layer, Marks } from "../layer.ts";
import { listOf, rowsOf } from "../rows.ts";
import { extent, logScale, numeral } from "../scales.ts";

const HEIGHT = 220;
/** Upper bound on the ratio of the largest to the smallest value drawn. */
const MAX_RATIO = 1e10;
/** The smallest number of curves with a median: that of two is their mean. */
const MIN_CURVES = 3;

type Value = (row: Row) => number | undefined;

const epochOf = (row: Row) => row.epoch as number;

/** A series with its curves and, if these are enough, their median. */
interface Bundle extends SeriesRows {
  readonly curves: readonly Row[][];
  readonly medians: ReturnType<typeof mediansOf>;
}

const isWithoutMedian = ({ curves }: Bundle) => curves.length < MIN_CURVES;

/** A thin line per run and a thick one for their median, or the runs alone if they are few; both axes logarithmic. */
export const drawCurves: Draw<"curves"> = (view, report) => {
  const { y: metric } = view;
  const value: Value = (row) => row[metric] as number | undefined;
  const { all, drawing, marksOf, ...group } = groupView(report, "curves", view, "line");
  const runOf = keyOfRows(report, "replicate");
  const runs = tableNamed(report, "runs").columnTable;
  const diverged = new Set(rowsOf(runs, selectRows(runs, { status: "diverged" })).map(runOf));
  const hasDiverged = (row: Row) => diverged.has(runOf(row));
  const panels = mapSeries(group.panels, (one): Bundle => {
    const curves = [...Map.groupBy(listOf(one.rows), runOf).values()];
    return { ...one, curves, medians: mediansOf(curves, value, hasDiverged) };
  });
  // epoch 0 has no place on a logarithmic axis
  const drawn = listOf(all).filter((row) => epochOf(row) > 0);
  const [smallest, largest] = extent(drawn.map(value).map((y) => y || undefined)) ?? [1, 1];
  const floor = Math.max(smallest, largest / MAX_RATIO);
  const [, end] = extent(drawn.map(epochOf)) ?? [1, 1];
  const x = { scale: logScale(1, Math.max(1, end)), title: "epochs" };
  const y = { scale: logScale(floor, largest), title: columnName(metric) };
  const { seeds, kept } = seedsDrawn(all, drawn.length);
  const marks = marksOf(axisLines({ x, y }));
  return {
    ...drawing,
    panels: panels.map(({ series, ...head }) => {
      const layers = layersOf(series, marks, value, floor, kept);
      return { ...head, chart: ({ width }) => chartOfWidth({ x, y, series, layers, height: HEIGHT }, width) };
    }),
    columns: { ...drawing.columns, ...summaryColumns(metric) },
    rows: rowsBySeries(view, panels, ({ medians }) => medians),
    notes: addNotes(
      drawing.notes,
      [seeds < report.plan.replicates, `Curves were kept of the first ${seeds} of ${report.plan.replicates} starts.`],
      [kept < seeds, `Thin lines are the first ${kept} of ${seeds} starts; the median is of all ${seeds}.`],
      [
        panels.some(({ series }) => series.some(isWithoutMedian)),
        `Fewer than ${MIN_CURVES} runs are drawn alone, without a median.`,
      ],
      [
        drawn.some((row) => (value(row) ?? floor) < floor),
        `Values below ${numeral(Number(floor.toPrecision(1)))} are drawn at the lower edge.`,
      ],
      [drawn.some(hasDiverged), "Runs that diverged end early."],
    ),
  };
};

function summaryColumns(metric: keyof typeof CURVE_COLUMNS): Columns {
  return {
    epoch: CURVE_COLUMNS.epoch,
    median: {
      type: "number",
      meaning: `median over the starts, empty of fewer than ${MIN_CURVES}: ${CURVE_COLUMNS[metric].meaning}`,
    },
    smallest: { type: "number", meaning: "the smallest of them" },
    largest: { type: "number", meaning: "the largest of them; empty where a run diverged" },
    seeds: { type: "integer", unit: "runs", meaning: "runs whose curves were kept" },
  };
}

/** Thin lines of the first `kept` replicates, and the medians of all; a layer without rows is left out. */
function layersOf(series: readonly Bundle[], marks: Marks, value: Value, floor: number, kept: number): Layer[] {
  const place = (x: number, y: number | undefined) => ({ x, y: y === undefined ? null : Math.max(y, floor) });
  const linesOf = (bundles: readonly Bundle[]) =>
    bundles.flatMap(({ name, curves }) =>
      curves.filter(([first]) => first!.replicate as number < kept).flatMap((curve, detail) =>
        curve.filter((row) => epochOf(row) > 0).map((row) => ({
          series: name,
          detail,
          replicate: row.replicate,
          ...place(epochOf(row), value(row)),
        }))
      )
    );
  const bundled = series.filter((one) => !isWithoutMedian(one));
  const alone = series.filter(isWithoutMedian);
  const medians = bundled.flatMap(({ name, medians }) =>
    medians.filter(({ epoch }) => epoch > 0).map(({ epoch, median }) => ({ series: name, ...place(epoch, median) }))
  );
  const runs = { channels: ["detail"], marks } as const;
  const layers: Layer[] = [
    { rows: linesOf(bundled), mark: { type: "line", strokeWidth: 1, opacity: 0.35 }, series: "color", ...runs },
    { rows: linesOf(alone), mark: { type: "line", strokeWidth: 1.5 }, series: "dash", ...runs },
    { rows: medians, mark: { type: "line", strokeWidth: 2.5 }, series: "dash", marks },
  ];
  return layers.filter(({ rows }) => rows.length > 0);
}

/**
 * The median of curves at each epoch.
 *
 * A diverged run ranks above all others; a run that stopped before the end keeps its last value.
 */
function mediansOf(curves: readonly (readonly Row[])[], value: Value, hasDiverged: (row: Row) => boolean) {
  const epochs = [...new Set(curves.flat().map(epochOf))].sort((a, b) => a - b);
  const valueAt = (curve: readonly Row[], epoch: number) => {
    const last = curve.findLast((row) => epochOf(row) <= epoch);
    const isOver = last !== undefined && epochOf(last) < epoch && last === curve.at(-1) && hasDiverged(last);
    return last && !isOver ? value(last) : undefined;
  };
  return epochs.map((epoch) => {
    const values = curves.map((curve) => valueAt(curve, epoch));
    const middle = values.length < MIN_CURVES ? NaN : median(values).estimate;
    const [low, high] = extent(values) ?? [];
    return {
      epoch,
      median: Number.isFinite(middle) ? middle : undefined,
      smallest: low,
      largest: values.includes(undefined) ? undefined : high,
      seeds: curves.length,
    };
  });
}
