/** Rows grouped into panels and series, and what these are called. */
import { factorColumn, type Row } from "../../experiments/define/columns.ts";
import { type AnyWhere, select } from "../../experiments/define/factors.ts";
import { selectRows } from "../../experiments/claims/column_table.ts";
import type { StoredTable } from "../../experiments/define/stored.ts";
import type { Report } from "../experiment_report.ts";
import { columnName, levelName, settingName, valueName } from "../../experiments/words/display_names.ts";
import type { Drawing, KeyEntry, Panel } from "./drawing.ts";
import type { Series } from "./frame.ts";
import type { Marks, TooltipLine } from "./layer.ts";
import { distinctValues, groupRows, listOf, type Rows, rowsOf } from "./rows.ts";
import { DEFAULT_STYLE, type SeriesStyle, stylesOf } from "./theme.ts";

/** The rows of a series. */
export interface SeriesRows extends Series {
  /** What a reader sees. */
  readonly label: string;
  readonly rows: Rows;
}

/** A panel with its series. */
export interface PanelOf<S> extends Pick<Panel, "title" | "levels"> {
  readonly series: readonly S[];
}

/** The parts of a view that select and group rows. */
type Grouping = { readonly color?: string; readonly panel?: string; readonly where?: AnyWhere };

/** One of the report's tables; throws a RangeError if there is none of that name. */
export function tableNamed({ tables }: Report, name: string): StoredTable {
  const table = tables.find((table) => table.name === name);
  if (table) return table;
  const known = tables.map(({ name }) => name).join(", ");
  throw new RangeError(`Cannot draw the table "${name}": it must be one of ${known}`);
}

/** The parts of a drawing that shows a further table. */
export function tableDrawing(report: Report, name: string): Omit<Drawing, "panels"> {
  const { columns, rows } = tableNamed(report, name);
  return { source: name, derived: false, columns, rows, notes: [] };
}

/** The panels of a further table whose rows are one series. */
export function tablePanels(
  report: Report,
  table: string,
  panel: string | undefined,
  chartOf: (rows: readonly Row[]) => Panel["chart"],
): Panel[] {
  const { panels } = groupView(report, table, { ...(panel !== undefined && { panel }) }, "area");
  return panels.map(({ title, levels, series: [all] }) => ({ title, levels, chart: chartOf(listOf(all!.rows)) }));
}

/** The levels of a factor that rows have, in the order of the plan. */
export function presentLevels({ plan }: Report, factor: string, rows: Rows): string[] {
  const present = distinctValues(rows, factor);
  return plan.levels[factor]!.filter((level) => present.has(level));
}

/**
 * Groups the rows that a view selects from a table; `axes` are the factors whose levels have places on an axis.
 *
 * A panel or series without rows is left out. `names` are the series of the key, or one without a name. `drawing` is
 * what the drawing of computed rows has in common with those of other views: the columns of the factors that the view
 * distinguishes, and notes of those that it pools. `marksOf` makes marks with the level of their series, its name
 * first in their tooltip.
 */
export function groupView(
  report: Report,
  table: string,
  { color, panel, where }: Grouping,
  mark: KeyEntry["mark"],
  axes: readonly string[] = [],
) {
  const all = selected(tableNamed(report, table), where);
  const styles = color === undefined ? undefined : stylesIn(report, color, all);
  const { experiment: { factors }, levels } = report.plan;
  const varied = Object.keys(levels).filter((factor) => levels[factor]!.length > 1);
  const present = varied.map((factor) => [factor, presentLevels(report, factor, all)] as const);
  const common = Object.fromEntries(
    present.flatMap(([factor, [level]]) => all.every((row) => row[factor] === level) ? [[factor, level!]] : []),
  );
  const panels = groupBy(report, all, panel).map(([value, rows]): PanelOf<SeriesRows> => {
    const { title, levels } = panelHead(report, panel, value);
    const series = groupBy(report, rows, color).map(([name, rows]) => ({
      name,
      label: labelOf(report, color, name),
      style: styles?.get(name) ?? DEFAULT_STYLE,
      rows,
    }));
    return { title, levels: { ...common, ...levels }, series };
  });
  // where the levels on an axis have colours, the axis is the key
  const keyColumn = color !== undefined && axes.includes(color) ? undefined : color;
  const named = new Map(panels.flatMap(({ series }) => series.map((one) => [one.name, one])));
  const key = keyColumn === undefined ? undefined : {
    title: columnName(keyColumn),
    entries: [...named.values()].map(({ name, label, style }) => ({ label, series: name, style, mark })),
  };
  const seriesFactor = factorOf(report, color);
  const shown = [panel, ...axes, color].filter((column) => factorOf(report, column) !== undefined) as string[];
  const pooled = present.filter(([factor, levels]) => !shown.includes(factor) && levels.length > 1);
  return {
    all,
    panels,
    names: key?.entries.map(({ series }) => series) ?? [""],
    drawing: {
      ...(key && { key }),
      ...(seriesFactor !== undefined && { seriesFactor }),
      source: table,
      derived: true,
      columns: Object.fromEntries(shown.map((factor) => [factor, factorColumn(factors[factor]!.meaning)])),
      notes: pooled.map(([factor]) => `Runs of every ${columnName(factor)} are taken together.`),
    } satisfies Partial<Drawing>,
    marksOf: <F extends string>(
      lines: readonly TooltipLine<F>[],
      levels: Marks<F>["levels"] = {},
    ): Marks<F | "series"> => ({
      levels: { ...(seriesFactor !== undefined && { [seriesFactor]: "series" as const }), ...levels },
      tooltip: [...(keyColumn === undefined ? [] : [levelLine(keyColumn, "series")]), ...lines],
    }),
  };
}

/** The rows of a table that a view selects; those of runs.csv, which may be large, are read from its columns. */
function selected(table: StoredTable, where: AnyWhere = {}): Rows {
  const { name, columnTable } = table;
  return name === "runs" ? rowsOf(columnTable, selectRows(columnTable, where)) : select(table.rows, where);
}

/** Rows by the values of a column: levels of a factor in the order of the plan, others in the order of the rows. */
function groupBy(report: Report, rows: Rows, column: string | undefined): [string, Rows][] {
  if (column === undefined) return rows.length > 0 ? [["", rows]] : [];
  const groups = groupRows(rows, column);
  const factor = factorOf(report, column);
  const values = factor === undefined ? [...groups.keys()] : presentLevels(report, factor, rows);
  return values.map((value) => [value, groups.get(value)!]);
}

/** The styles of series: a level of a factor has the same whichever others are shown. */
function stylesIn(report: Report, column: string, rows: Rows): ReadonlyMap<string, SeriesStyle> {
  if (factorOf(report, column) === undefined) return stylesOf(groupBy(report, rows, column).map(([name]) => name));
  const own = Object.keys(report.plan.experiment.factors[column]!.levels);
  return stylesOf([...new Set([...own, ...report.plan.levels[column]!])]);
}

/** The column if it is a factor of the experiment: a further table may have columns of other names. */
function factorOf({ plan }: Report, column: string | undefined): string | undefined {
  return column !== undefined && Object.hasOwn(plan.experiment.factors, column) ? column : undefined;
}

/** What a reader sees of a series. */
function labelOf(report: Report, column: string | undefined, name: string): string {
  if (column === undefined) return "";
  return factorOf(report, column) === undefined ? valueName(column, name) : levelName(column, name);
}

/** The title of the panel of a value, and the level that it represents. */
function panelHead(report: Report, column: string | undefined, value: string): Pick<Panel, "title" | "levels"> {
  const factor = factorOf(report, column);
  if (factor !== undefined) return { title: settingName(factor, value), levels: { [factor]: value } };
  const isNumber = column !== undefined && value !== "" && !Number.isNaN(Number(value));
  const name = column === undefined ? value : valueName(column, value);
  return { title: isNumber ? `${columnName(column)} ${value}` : name, levels: {} };
}

/** The line of a tooltip that names a level. */
export function levelLine<F extends string>(column: string, field: F): TooltipLine<F> {
  return { title: columnName(column), field, factor: column, format: "text" };
}

/** A function whose text is the same for rows that have the same levels and agree in some further columns. */
export function keyOfRows({ plan }: Report, ...columns: readonly string[]): (row: Row) => string {
  const all = [...Object.keys(plan.levels), ...columns];
  return (row) => JSON.stringify(all.map((column) => row[column]));
}

/** Panels whose series are extended. */
export function mapSeries<S>(panels: readonly PanelOf<SeriesRows>[], extend: (series: SeriesRows) => S): PanelOf<S>[] {
  return panels.map((panel) => ({ ...panel, series: panel.series.map(extend) }));
}

/** Rows of a drawing: those of each series, together with its levels. */
export function rowsBySeries<S extends { readonly name: string }>(
  { color }: Grouping,
  panels: readonly PanelOf<S>[],
  rowsOf: (series: S) => readonly Row[],
): Row[] {
  return panels.flatMap(({ levels, series }) =>
    series.flatMap((one) =>
      rowsOf(one).map((row) => ({ ...levels, ...(color !== undefined && { [color]: one.name }), ...row }))
    )
  );
}

/** How many seeds rows have, and of how many a figure draws `marks` marks without exceeding its bound. */
export function seedsDrawn(rows: Rows, marks: number): { readonly seeds: number; readonly kept: number } {
  const seeds = distinctValues(rows, "replicate").size;
  return { seeds, kept: Math.max(1, Math.min(seeds, Math.floor(MAX_MARKS * seeds / Math.max(1, marks)))) };
}

/** Upper bound on the marks of single runs in a figure. */
const MAX_MARKS = 6000;

/** Notes, and those of the further ones that apply. */
export function addNotes(
  notes: readonly string[],
  ...further: readonly (readonly [applies: boolean, note: string])[]
): readonly string[] {
  return [...notes, ...further.flatMap(([applies, note]) => applies ? [note] : [])];
}
