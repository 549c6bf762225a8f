import { tableOf } from "../../core/config.ts";
import { select } from "../../experiments/claims.ts";
import type { Columns, Row } from "../../experiments/columns.ts";
import { median } from "../../experiments/statistics.ts";
import type { Draw } from "../drawing.ts";
import type { Report } from "../report.ts";
import { color } from "../theme.ts";
import { arrange, factorColumns, keyOf, levelsOf, pooled, rowsOfTable } from "./arrange.ts";
import { chartOf, type Layer } from "./frame.ts";
import { extent, linearScale, placeScale } from "./scales.ts";
import { pointChannels } from "./series.ts";

const HEIGHT = 220;
/** The most dots that a figure draws. */
const MOST_DOTS = 6000;
/** Answers further out are drawn at the edge: beyond this nothing can be read off. */
const LOWEST = -1, HIGHEST = 2;
/** The part of a row's place that its dots take. */
const TAKEN = 0.8;

/** A dot a run for each row of the truth table, beside the target. */
export const drawOutputs: Draw<"outputs"> = (view, report) => {
  const all = select(rowsOfTable(report, "runs"), view.where), panels = arrange(report, all, view);
  const key = keyOf(view.color, panels, "point"), names = key?.entries.map(({ name }) => name) ?? [""];
  const columns = Object.keys(all[0] ?? {}).filter((name) => name.startsWith("output_"));
  const labels = columns.map((column) => column.slice("output_".length)), targets = targetsOf(report, labels);
  const answers = all.flatMap((run) => columns.map((column) => run[column] as number | undefined));
  const [low, high] = extent(answers) ?? [0, 1];
  const inside = low >= 0 && high <= 1;
  const y = inside
    ? linearScale(0, 1)
    : linearScale(Math.max(LOWEST, Math.min(0, low)), Math.min(HIGHEST, Math.max(1, high)));
  const beyond = answers.filter((y) => y !== undefined && (y < LOWEST || y > HIGHEST)).length;
  const empty = all.filter(({ status }) => status === "diverged").length;
  const replicates = new Set(all.map((run) => run.replicate)).size;
  const kept = Math.max(1, Math.min(replicates, Math.floor(MOST_DOTS * replicates / Math.max(1, answers.length))));
  const slot = TAKEN / names.length,
    place = (row: number, name: string) => row + (names.indexOf(name) + 0.5) * slot - TAKEN / 2;
  const layersOf = (series: ReturnType<typeof arrange>[number]["series"]): Layer[] => {
    const dots = series.flatMap(({ name, rows }) =>
      rows.filter((run) => run.replicate as number < kept).flatMap((run, k) =>
        columns.flatMap((column, row) => {
          const answer = run[column] as number | undefined;
          if (answer === undefined) return [];
          const x = place(row, name) + (k * GOLDEN % 1 - 0.5) * slot * 0.85;
          return [{ series: name, x, y: Math.min(HIGHEST, Math.max(LOWEST, answer)) }];
        })
      )
    );
    const marks = series.flatMap(({ name, rows }) =>
      labels.flatMap((label, row) =>
        [...new Set(rows.map((run) => targets(run, label)))].filter((target) => target !== undefined)
          .map((target) => ({ x: place(row, name) - slot / 2, x2: place(row, name) + slot / 2, y: target }))
      )
    );
    return [
      {
        data: { values: marks },
        mark: { type: "rule", strokeWidth: 3, strokeCap: "butt", color: color("ink") },
        encoding: { x2: { field: "x2" } },
      },
      {
        data: { values: dots },
        mark: { type: "point", filled: true, size: 16, opacity: 1, fillOpacity: 0.6 },
        encoding: pointChannels(series),
      },
    ] as Layer[];
  };
  return {
    panels: panels.map(({ title, series }) => ({
      title,
      spec: ({ width }) =>
        chartOf({
          x: { scale: placeScale(labels), title: "row x1 x2" },
          y: { scale: y, title: "answer y" },
          height: HEIGHT,
          layers: layersOf(series),
        }, width),
    })),
    size: panels.length > 1 ? "several" : "whole",
    ...(key && { key }),
    direct: false,
    source: "runs",
    derived: true,
    columns: {
      ...factorColumns(report, [view.panel, view.color]),
      ...COLUMNS,
    },
    rows: panels.flatMap(({ level, series }) =>
      series.flatMap(({ name, rows }) =>
        columns.map((column, row) => {
          const values = rows.map((run) => run[column] as number | undefined), range = extent(values);
          const wanted = new Set(rows.map((run) => targets(run, labels[row]!)));
          const middle = median(values).estimate;
          return {
            ...levelsOf(view, level, name),
            row: labels[row]!,
            target: wanted.size === 1 ? [...wanted][0] : undefined,
            median: Number.isFinite(middle) ? middle : undefined,
            smallest: range?.[0],
            largest: range?.[1],
            n: rows.length,
          };
        })
      )
    ),
    notes: [
      ...pooled(report, all, [view.color, view.panel]),
      ...(kept < replicates ? [`Dots are the first ${kept} of ${replicates} seeds; the table counts all.`] : []),
      ...(beyond > 0 ? [`${beyond} answers lie further out and are drawn at the edge.`] : []),
      ...(empty > 0 ? [`${empty} of ${all.length} runs diverged and ${empty === 1 ? "has" : "have"} no answer.`] : []),
    ],
  };
};

/** Multiples of it, less their whole part, spread evenly however many there are. */
const GOLDEN = 0.6180339887498949;

const COLUMNS = {
  row: { type: "string", meaning: "row of the truth table: x1 and x2" },
  target: { type: "number", meaning: "the wanted answer d; empty where it is not the same for all runs" },
  median: { type: "number", meaning: "median answer y at the end" },
  smallest: { type: "number", meaning: "smallest answer" },
  largest: { type: "number", meaning: "largest answer" },
  n: { type: "integer", unit: "runs", meaning: "runs" },
} as const satisfies Columns;

/** What a run should answer to a row, by its cell's data. */
function targetsOf({ plan }: Report, labels: readonly string[]): (run: Row, label: string) => number | undefined {
  const factors = Object.keys(plan.experiment.factors);
  const cell = (levels: Row) => factors.map((factor) => levels[factor]).join("\n");
  const byCell = new Map(
    plan.runs.filter(({ replicate }) => replicate === 0)
      .map(({ levels, config }) => [cell(levels), tableOf(config.data).targets.flat()] as const),
  );
  return (run, label) => byCell.get(cell(run))?.[labels.indexOf(label)];
}
