/** Which runs stand in which panel, and in which series. */
import { select } from "../../experiments/claims/claims.ts";
import { type Cell, type Columns, factorColumn, type Row } from "../../experiments/define/columns.ts";
import type { Factors, Where } from "../../experiments/experiment.ts";
import type { Table } from "../../experiments/records.ts";
import type { Key, KeyEntry } from "./drawing.ts";
import type { Report } from "../experiment_report.ts";
import { ONE_STYLE, type Style, stylesOf } from "./theme.ts";

/** Rows that share a level. */
export interface Series {
  readonly name: string;
  readonly style: Style;
  readonly rows: readonly Row[];
}

/** The series of a panel. */
export interface PanelRows {
  /** The panel's level; empty where there is one panel. */
  readonly level: string;
  readonly title: string;
  readonly series: readonly Series[];
}

/** The parts of a view that say how rows are laid out. */
export interface Layout {
  readonly color?: string;
  readonly panel?: string;
  readonly where?: Where<Factors>;
}

/** One of the report's tables. */
export function tableNamed({ tables }: Report, name: string): Table {
  const table = tables.find((table) => table.name === name);
  if (table) return table;
  const known = tables.map(({ name }) => name).join(", ");
  throw new RangeError(`Cannot draw the table "${name}": it must be one of ${known}`);
}

/** The rows of one of the report's tables. */
export function rowsOfTable(report: Report, name: string): readonly Row[] {
  return tableNamed(report, name).rows;
}

/** The levels of a factor that rows have, in the order of the plan. */
export function levelsIn({ plan }: Report, factor: string, rows: readonly Row[]): string[] {
  const present = new Set(rows.map((row) => row[factor]));
  return plan.levels[factor]!.filter((level) => present.has(level));
}

/** The style of each level of a factor, the same whichever of them are shown. */
function factorStyles({ plan }: Report, factor: string): ReadonlyMap<string, Style> {
  const own = Object.keys(plan.experiment.factors[factor]!.levels);
  return stylesOf([...new Set([...own, ...plan.levels[factor]!])]);
}

/** Rows by panel and series; a panel or series without rows is left out. */
export function arrange(report: Report, all: readonly Row[], { color, panel, where }: Layout): PanelRows[] {
  const rows = select(all, where), styles = color === undefined ? undefined : factorStyles(report, color);
  return split(report, rows, panel).map(([level, rows]) => ({
    level,
    title: panel === undefined ? "" : `${words(panel)} ${level}`,
    series: split(report, rows, color).map(([name, rows]) => ({ name, rows, style: styles?.get(name) ?? ONE_STYLE })),
  }));
}

function split(report: Report, rows: readonly Row[], factor: string | undefined): [string, readonly Row[]][] {
  if (factor === undefined) return rows.length > 0 ? [["", rows]] : [];
  return levelsIn(report, factor, rows).map((level) => [level, rows.filter((row) => row[factor] === level)]);
}

/** Rows of a further table by the values of a column, in the order in which these appear. */
export function splitBy(rows: readonly Row[], column: string | undefined): [string, readonly Row[]][] {
  if (column === undefined) return rows.length > 0 ? [["", rows]] : [];
  const groups = new Map<Cell, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[column]);
    group ? group.push(row) : groups.set(row[column], [row]);
  }
  return [...groups].map(([value, rows]) => [String(value ?? ""), rows]);
}

/** The key to the series of all panels, or nothing where there is one alone. */
export function keyOf(
  factor: string | undefined,
  panels: readonly PanelRows[],
  mark: KeyEntry["mark"],
): Key | undefined {
  if (factor === undefined) return undefined;
  const entries = new Map(
    panels.flatMap(({ series }) => series.map(({ name, style }) => [name, { name, style, mark }] as const)),
  );
  return { title: words(factor), entries: [...entries.values()] };
}

/** A column's name in words. */
export function words(name: string): string {
  return name.replaceAll("_", " ");
}

/** What a panel's value of a column is called: by itself where it is a name. */
export function panelTitle(column: string | undefined, value: string): string {
  return column === undefined || Number.isNaN(Number(value)) ? value : `${words(column)} ${value}`;
}

/** The columns of some factors. */
export function factorColumns({ plan: { experiment } }: Report, factors: readonly (string | undefined)[]): Columns {
  return Object.fromEntries(
    factors.filter((factor) => factor !== undefined)
      .map((factor) => [factor, factorColumn(experiment.factors[factor]!.meaning)]),
  );
}

/** The levels that a series stands for, as part of a row. */
export function levelsOf({ panel, color }: Layout, level: string, name: string): Row {
  return { ...(panel !== undefined && { [panel]: level }), ...(color !== undefined && { [color]: name }) };
}

/** Says which factors' levels were taken together because the view does not tell them apart. */
export function pooled(report: Report, rows: readonly Row[], shown: readonly (string | undefined)[]): string[] {
  const together = Object.keys(report.plan.levels)
    .filter((factor) => !shown.includes(factor) && levelsIn(report, factor, rows).length > 1);
  return together.map((factor) => `Runs of every ${words(factor)} are taken together.`);
}
