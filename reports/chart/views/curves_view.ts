import { select } from "../../../experiments/claims/claims.ts";
import { type Columns, CURVE_COLUMNS, type Row } from "../../../experiments/define/columns.ts";
import { median } from "../../../experiments/statistics/statistics.ts";
import type { Draw } from "../drawing.ts";
import type { Report } from "../../experiment_report.ts";
import { arrange, factorColumns, keyOf, levelsOf, pooled, rowsOfTable, type Series, words } from "../arrange.ts";
import { chartOf, type Layer } from "../frame.ts";
import { extent, logScale, numeral } from "../scales.ts";
import { colorChannel, lineChannels } from "../series.ts";

const HEIGHT = 220;
/** The most points of single seeds that a figure draws, and the most that its largest value is of its smallest. */
const MOST_POINTS = 6000, MOST_TIMES = 1e10;
/** Fewer curves than this have no median to speak of: that of two is their mean. */
const FEWEST = 3;

type Value = (row: Row) => number | undefined;

/** A series with its curves and, where these are enough, their median. */
interface Bundle extends Series {
  readonly curves: readonly Row[][];
  readonly medians: readonly Median[];
}

/** A thin line a seed and a thick one for their median, or the seeds alone where they are few; both axes logarithmic. */
export const drawCurves: Draw<"curves"> = (view, report) => {
  const { y: metric } = view, value: Value = (row) => row[metric] as number | undefined;
  const all = select(rowsOfTable(report, "curves"), view.where), later = all.filter((row) => epochOf(row) > 0);
  const diverged = divergedRuns(report),
    arranged = arrange(report, all, view),
    key = keyOf(view.color, arranged, "line");
  const panels = arranged.map((panel) => ({
    ...panel,
    series: panel.series.map((one): Bundle => {
      const curves = curvesOf(one.rows);
      return { ...one, curves, medians: mediansOf(curves, value, diverged) };
    }),
  }));
  const [smallest, largest] = extent(later.map(value).map((y) => y || undefined)) ?? [1, 1];
  const floor = Math.max(smallest, largest / MOST_TIMES),
    below = later.some((row) => (value(row) ?? floor) < floor);
  const [, end] = extent(later.map(epochOf)) ?? [1, 1], x = logScale(1, Math.max(1, end)), y = logScale(floor, largest);
  const isFew = panels.some(({ series }) => series.some(isAlone));
  const { replicates } = report.plan, seeds = new Set(all.map((row) => row.replicate)).size;
  const kept = Math.max(1, Math.min(seeds, Math.floor(MOST_POINTS * seeds / Math.max(1, later.length))));
  return {
    panels: panels.map(({ title, series }) => ({
      title,
      spec: ({ width }) =>
        chartOf({
          x: { scale: x, title: "epochs" },
          y: { scale: y, title: words(metric) },
          height: HEIGHT,
          layers: layersOf(series, value, floor, kept),
        }, width),
    })),
    size: panels.length > 1 ? "several" : "whole",
    ...(key && { key }),
    direct: false,
    source: "curves",
    derived: true,
    columns: {
      ...factorColumns(report, [view.panel, view.color]),
      epoch: CURVE_COLUMNS.epoch,
      median: {
        type: "number",
        meaning: `median over the seeds, empty of fewer than ${FEWEST}: ${CURVE_COLUMNS[metric].meaning}`,
      },
      smallest: { type: "number", meaning: "the smallest of them" },
      largest: { type: "number", meaning: "the largest of them; empty where a run diverged" },
      seeds: { type: "integer", unit: "runs", meaning: "runs whose curves were kept" },
    } satisfies Columns,
    rows: panels.flatMap(({ level, series }) =>
      series.flatMap(({ name, medians }) => medians.map((point) => ({ ...levelsOf(view, level, name), ...point })))
    ),
    notes: [
      ...pooled(report, all, [view.color, view.panel]),
      ...(seeds < replicates ? [`Curves were kept of the first ${seeds} of ${replicates} seeds.`] : []),
      ...(kept < seeds ? [`Thin lines are the first ${kept} of ${seeds} seeds; the median is of all ${seeds}.`] : []),
      ...(isFew ? [FEW] : []),
      ...(below ? [`Values below ${numeral(Number(floor.toPrecision(1)))} are drawn at the lower edge.`] : []),
      ...(later.some(diverged) ? ["Runs that diverged end early."] : []),
    ],
  };
};

/** Whether a series has too few curves for a median. */
function isAlone({ curves }: Bundle): boolean {
  return curves.length < FEWEST;
}

const FEW = `Fewer than ${FEWEST} runs are drawn alone, without a median.`;

/** Thin lines of the first `kept` seeds, and the medians of all; epoch 0 has no place on a logarithmic axis. */
function layersOf(series: readonly Bundle[], value: Value, floor: number, kept: number): Layer[] {
  const point = (epoch: number, y: number | undefined) => ({
    x: epoch,
    y: y === undefined ? null : Math.max(y, floor),
  });
  const linesOf = (some: readonly Bundle[]) =>
    some.flatMap(({ name, curves }) =>
      curves.filter(([first]) => first!.replicate as number < kept).flatMap((curve, run) =>
        curve.filter((row) => epochOf(row) > 0)
          .map((row) => ({ series: name, run, ...point(epochOf(row), value(row)) }))
      )
    );
  const alone = series.filter(isAlone), others = series.filter((one) => !isAlone(one));
  const middles = others.flatMap(({ name, medians }) =>
    medians.filter(({ epoch }) => epoch > 0).map(({ epoch, median }) => ({ series: name, ...point(epoch, median) }))
  );
  const detail = { field: "run", type: "nominal" };
  const layers = [
    {
      data: { values: linesOf(others) },
      mark: { type: "line", strokeWidth: 1, opacity: 0.35 },
      encoding: { ...colorChannel(series), detail },
    },
    {
      data: { values: linesOf(alone) },
      mark: { type: "line", strokeWidth: 1.5 },
      encoding: { ...lineChannels(series), detail },
    },
    { data: { values: middles }, mark: { type: "line", strokeWidth: 2.5 }, encoding: lineChannels(series) },
  ];
  return layers.filter(({ data }) => data.values.length > 0) as Layer[];
}

function epochOf(row: Row): number {
  return row.epoch as number;
}

/** The rows of a series by run: where levels are pooled, a replicate has several. */
function curvesOf(rows: readonly Row[]): Row[][] {
  const curves: Row[][] = [];
  for (const row of rows) {
    const curve = curves.at(-1), before = curve?.at(-1);
    if (before && before.replicate === row.replicate && epochOf(before) < epochOf(row)) curve!.push(row);
    else curves.push([row]);
  }
  return curves;
}

type Median = Readonly<Record<"median" | "smallest" | "largest", number | undefined>> & {
  readonly epoch: number;
  readonly seeds: number;
};

/**
 * The median of curves at each epoch.
 *
 * A run that has diverged ranks above all others; one that stopped before the end keeps its last value.
 */
function mediansOf(curves: readonly (readonly Row[])[], value: Value, diverged: (row: Row) => boolean): Median[] {
  const epochs = [...new Set(curves.flat().map(epochOf))].sort((a, b) => a - b);
  const at = (curve: readonly Row[], epoch: number) => {
    const last = curve.findLast((row) => epochOf(row) <= epoch);
    const gone = last !== undefined && epochOf(last) < epoch && last === curve.at(-1) && diverged(last);
    return last && !gone ? value(last) : undefined;
  };
  return epochs.map((epoch) => {
    const values = curves.map((curve) => at(curve, epoch));
    const middle = values.length < FEWEST ? undefined : median(values).estimate;
    const [low, high] = extent(values) ?? [undefined, undefined];
    return {
      epoch,
      median: middle !== undefined && Number.isFinite(middle) ? middle : undefined,
      smallest: low,
      largest: values.includes(undefined) ? undefined : high,
      seeds: curves.length,
    };
  });
}

/** Tells of a row of the curves whether its run diverged. */
function divergedRuns(report: Report): (row: Row) => boolean {
  const factors = Object.keys(report.plan.experiment.factors);
  const run = (row: Row) => [...factors, "replicate"].map((column) => row[column]).join("\n");
  const diverged = new Set(rowsOfTable(report, "runs").filter(({ status }) => status === "diverged").map(run));
  return (row) => diverged.has(run(row));
}
