import { tableOf } from "../../../core/config/config.ts";
import { select } from "../../../experiments/claims/claims.ts";
import type { Columns, Row } from "../../../experiments/define/columns.ts";
import { median } from "../../../experiments/statistics/statistics.ts";
import type { Draw } from "../drawing.ts";
import type { Report } from "../../experiment_report.ts";
import { color } from "../theme.ts";
import { arrange, factorColumns, keyOf, levelsOf, pooled, rowsOfTable, type Series } from "../arrange.ts";
import { chartOf, type Layer } from "../frame.ts";
import { extent, linearScale, type NumberScale, placeScale } from "../scales.ts";
import { pointChannels } from "../series.ts";

const HEIGHT = 220;
/** The most dots that a figure draws. */
const MOST_DOTS = 6000;
/** Answers further out are drawn at the edge: beyond this nothing can be read off. */
const LOWEST = -1, HIGHEST = 2;
/** The part of a row's place that its dots take, and the part of this that dots of one series take. */
const TAKEN = 0.8, FILLED = 0.85;
/** Multiples of it, less their whole part, spread evenly however many there are. */
const GOLDEN = 0.6180339887498949;

const COLUMNS = {
  row: { type: "string", meaning: "row of the truth table: its inputs" },
  target: { type: "number", meaning: "the wanted answer d; empty where it is not the same for all runs" },
  median: { type: "number", meaning: "median answer y at the end" },
  smallest: { type: "number", meaning: "smallest answer" },
  largest: { type: "number", meaning: "largest answer" },
  n: { type: "integer", unit: "runs", meaning: "runs" },
} as const satisfies Columns;

/** A row of the truth table. */
interface TableRow {
  readonly label: string;
  readonly answer: (run: Row) => number | undefined;
  readonly target: (run: Row) => number | undefined;
}

/** A dot a run for each row of the truth table, beside the target. */
export const drawOutputs: Draw<"outputs"> = (view, report) => {
  const all = select(rowsOfTable(report, "runs"), view.where), panels = arrange(report, all, view);
  const key = keyOf(view.color, panels, "point"), names = key?.entries.map(({ name }) => name) ?? [""];
  const rows = tableRows(report, all), answers = rows.flatMap(({ answer }) => all.map(answer));
  const beyond = answers.filter((y) => y !== undefined && (y < LOWEST || y > HIGHEST)).length;
  const diverged = all.filter(({ status }) => status === "diverged").length;
  const seeds = new Set(all.map((run) => run.replicate)).size;
  const kept = Math.max(1, Math.min(seeds, Math.floor(MOST_DOTS * seeds / Math.max(1, answers.length))));
  return {
    panels: panels.map(({ title, series }) => ({
      title,
      spec: ({ width }) =>
        chartOf({
          x: { scale: placeScale(rows.map(({ label }) => label)), title: "row x1 x2" },
          y: { scale: scaleOf(answers), title: "answer y" },
          height: HEIGHT,
          layers: layersOf(rows, series, names, kept),
        }, width),
    })),
    size: panels.length > 1 ? "several" : "whole",
    ...(key && { key }),
    direct: false,
    source: "runs",
    derived: true,
    columns: { ...factorColumns(report, [view.panel, view.color]), ...COLUMNS },
    rows: panels.flatMap(({ level, series }) =>
      series.flatMap(({ name, rows: runs }) =>
        rows.map((row) => ({ ...levelsOf(view, level, name), ...summary(row, runs) }))
      )
    ),
    notes: [
      ...pooled(report, all, [view.color, view.panel]),
      ...(kept < seeds ? [`Dots are the first ${kept} of ${seeds} seeds; the table counts all.`] : []),
      ...(beyond > 0 ? [`${beyond} answers lie further out and are drawn at the edge.`] : []),
      ...(diverged > 0
        ? [`${diverged} of ${all.length} runs diverged and ${diverged === 1 ? "has" : "have"} no answer.`]
        : []),
    ],
  };
};

/** The rows of the truth table, with each run's answer and, by the data of its cell, its target. */
function tableRows({ plan }: Report, runs: readonly Row[]): TableRow[] {
  const factors = Object.keys(plan.experiment.factors);
  const cell = (levels: Row) => factors.map((factor) => levels[factor]).join("\n");
  const targets = new Map(
    plan.runs.filter(({ replicate }) => replicate === 0)
      .map(({ levels, config }) => [cell(levels), tableOf(config.data).targets.flat()] as const),
  );
  return Object.keys(runs[0] ?? {}).filter((column) => column.startsWith("output_")).map((column, i) => ({
    label: column.slice("output_".length),
    answer: (run) => run[column] as number | undefined,
    target: (run) => targets.get(cell(run))?.[i],
  }));
}

function scaleOf(answers: readonly (number | undefined)[]): NumberScale {
  const [low, high] = extent(answers) ?? [0, 1];
  return linearScale(Math.max(LOWEST, Math.min(0, low)), Math.min(HIGHEST, Math.max(1, high)));
}

/** Targets as lines across the place of each series, and the first `kept` seeds as dots. */
function layersOf(
  rows: readonly TableRow[],
  series: readonly Series[],
  names: readonly string[],
  kept: number,
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
      rows.flatMap(({ answer }, row) => {
        const y = answer(run), aside = (k * GOLDEN % 1 - 0.5) * slot * FILLED;
        if (y === undefined) return [];
        return [{ series: name, x: middle(row, name) + aside, y: Math.min(HIGHEST, Math.max(LOWEST, y)) }];
      })
    )
  );
  return [
    {
      data: { values: targets },
      mark: { type: "rule", strokeWidth: 3, strokeCap: "butt", color: color("ink") },
      encoding: { x2: { field: "x2" } },
    },
    {
      data: { values: dots },
      mark: { type: "point", filled: true, size: 16, opacity: 1, fillOpacity: 0.6 },
      encoding: pointChannels(series),
    },
  ] as Layer[];
}

/** What some runs answer to a row. */
function summary({ label, answer, target }: TableRow, runs: readonly Row[]): Row {
  const answers = runs.map(answer), range = extent(answers), middle = median(answers).estimate;
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
