import { select } from "../../experiments/claims.ts";
import { type Columns, CURVE_COLUMNS, type Row } from "../../experiments/columns.ts";
import { median } from "../../experiments/statistics.ts";
import type { Draw } from "../drawing.ts";
import type { Report } from "../report.ts";
import { arrange, factorColumns, keyOf, levelsOf, pooled, rowsOfTable, words } from "./arrange.ts";
import { chartOf, type Layer } from "./frame.ts";
import { extent, logScale, numeral } from "./scales.ts";
import { colorChannel, lineChannels } from "./series.ts";

const HEIGHT = 220;
/** The most points of single seeds that a figure draws, and the most decades that an axis spans. */
const MOST_POINTS = 6000, MOST_DECADES = 10;

/** A thin line a seed and a thick one for their median; both axes logarithmic. */
export const drawCurves: Draw<"curves"> = (view, report) => {
  const all = select(rowsOfTable(report, "curves"), view.where), panels = arrange(report, all, view);
  const key = keyOf(view.color, panels, "line"), { y: metric } = view;
  const value = (row: Row) => row[metric] as number | undefined, epoch = (row: Row) => row.epoch as number;
  const later = all.filter((row) => epoch(row) > 0), reached = extent(later.map(value));
  const positive = extent(later.map(value).map((y) => y || undefined)) ?? [1, 1];
  const floor = Math.max(positive[0], positive[1] / 10 ** MOST_DECADES);
  const x = logScale(1, Math.max(1, ...all.map(epoch))), y = logScale(floor, positive[1]);
  const diverged = divergedRuns(report), seeds = new Set(all.map((row) => row.replicate as number));
  const kept = Math.max(1, Math.min(seeds.size, Math.floor(MOST_POINTS * seeds.size / Math.max(1, later.length))));
  const medians = panels.map(({ level, title, series }) => ({
    level,
    title,
    series: series.map((one) => ({ ...one, points: mediansOf(runsOf(one.rows), value, diverged) })),
  }));
  const drawn = (epoch: number, y: number | undefined) => ({
    x: epoch,
    y: y === undefined ? null : Math.max(y, floor),
  });
  return {
    panels: medians.map(({ title, series }) => {
      const lines = series.flatMap(({ name, rows }) =>
        runsOf(rows).filter(([first]) => first!.replicate as number < kept).flatMap((run, i) =>
          run.filter((row) => epoch(row) > 0).map((row) => ({ series: name, run: i, ...drawn(epoch(row), value(row)) }))
        )
      );
      const middles = series.flatMap(({ name, points }) =>
        points.filter(({ epoch }) => epoch > 0).map(({ epoch, median }) => ({ series: name, ...drawn(epoch, median) }))
      );
      return {
        title,
        spec: ({ width }) =>
          chartOf({
            x: { scale: x, title: "epochs" },
            y: { scale: y, title: words(metric) },
            height: HEIGHT,
            layers: [
              {
                data: { values: lines },
                mark: { type: "line", strokeWidth: 1, opacity: 0.35 },
                encoding: { ...colorChannel(series), detail: { field: "run", type: "nominal" } },
              },
              {
                data: { values: middles },
                mark: { type: "line", strokeWidth: 2.5 },
                encoding: lineChannels(series),
              },
            ] as Layer[],
          }, width),
      };
    }),
    size: panels.length > 1 ? "several" : "whole",
    ...(key && { key }),
    direct: false,
    source: "curves",
    derived: true,
    columns: {
      ...factorColumns(report, [view.panel, view.color]),
      epoch: CURVE_COLUMNS.epoch,
      median: { type: "number", meaning: `median over the seeds: ${CURVE_COLUMNS[metric].meaning}` },
      smallest: { type: "number", meaning: "the smallest of them" },
      largest: { type: "number", meaning: "the largest of them; empty where one is not finite" },
      seeds: { type: "integer", unit: "runs", meaning: "runs whose curves were kept" },
    } satisfies Columns,
    rows: medians.flatMap(({ level, series }) =>
      series.flatMap(({ name, points }) =>
        points.map((point) => ({
          ...levelsOf(view, level, name),
          ...point,
        }))
      )
    ),
    notes: [
      ...pooled(report, all, [view.color, view.panel]),
      ...(kept < seeds.size ? [`Thin lines are the first ${kept} of ${seeds.size} seeds; the median is of all.`] : []),
      ...(reached && reached[0] < floor
        ? [`Values below ${numeral(Number(floor.toPrecision(1)))} are drawn at the lower edge.`]
        : []),
      ...(later.some(diverged) ? ["Runs that diverged end early."] : []),
    ],
  };
};

/** The rows of a series by run: each has a replicate and, where levels are pooled, a cell of its own. */
function runsOf(rows: readonly Row[]): readonly Row[][] {
  const runs: Row[][] = [];
  for (const row of rows) {
    const run = runs.at(-1), before = run?.at(-1);
    const same = before && before.replicate === row.replicate && (before.epoch as number) < (row.epoch as number);
    same ? run!.push(row) : runs.push([row]);
  }
  return runs;
}

/**
 * The median of a series at each epoch.
 *
 * A run that has diverged ranks above all others; one that stopped before the end keeps its last value.
 */
function mediansOf(
  runs: readonly (readonly Row[])[],
  value: (row: Row) => number | undefined,
  diverged: (row: Row) => boolean,
) {
  const finite = (number: number) => Number.isFinite(number) ? number : undefined;
  const epochs = [...new Set(runs.flat().map((row) => row.epoch as number))].sort((a, b) => a - b);
  return epochs.map((epoch) => {
    const values = runs.map((run) => {
      const last = run.findLast((row) => (row.epoch as number) <= epoch);
      return last && !((last.epoch as number) < epoch && last === run.at(-1) && diverged(last))
        ? value(last)
        : undefined;
    });
    const [low, high] = extent(values) ?? [undefined, undefined];
    return {
      epoch,
      median: finite(median(values).estimate),
      smallest: low,
      largest: values.includes(undefined) ? undefined : high,
      seeds: runs.length,
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
