/** Which rows a claim is about. */
import type { Paired } from "../claims.ts";
import type { Row } from "../columns.ts";
import { type Factors, type FurtherTables, matches, type Tables } from "../experiment.ts";

/** The rows whose factors have the levels named. */
export function select(rows: readonly Row[], where: Readonly<Record<string, unknown>> = {}): Row[] {
  return rows.filter((row) => matches(row, where));
}

/** The points of each curve: those that share levels and replicate. */
export function curvesOf(points: readonly Row[]): Row[][] {
  const curves = Map.groupBy(
    points,
    (row) =>
      Object.keys(row).slice(0, Object.keys(row).indexOf("replicate") + 1).map((column) => row[column]).join("\n"),
  );
  return [...curves.values()];
}

/** Two arms side by side, seed by seed; what varies besides the arms' own levels is matched. */
export function pair({ first, second, among }: Paired<Factors, FurtherTables>, tables: Tables): [Row[], Row[]] {
  const counts = among as unknown as ((row: Row, tables: Tables) => boolean) | undefined;
  const runs = counts ? tables.runs!.filter((run) => counts(run, tables)) : tables.runs!;
  const arms = new Set([...Object.keys(first), ...Object.keys(second)]);
  const match = (row: Row) =>
    Object.keys(row).slice(0, Object.keys(row).indexOf("replicate") + 1)
      .filter((column) => !arms.has(column)).map((column) => row[column]).join("\n");
  const partners = new Map(select(runs, second).map((row) => [match(row), row]));
  const pairs = select(runs, first).flatMap((row) => {
    const partner = partners.get(match(row));
    return partner ? [[row, partner] as const] : [];
  });
  return [pairs.map(([row]) => row), pairs.map(([, partner]) => partner)];
}

/** The columns that tell which row it is: its words, and its replicate. */
export function named(row: Row): string {
  return Object.entries(row)
    .filter(([name, value]) => name === "replicate" || typeof value === "string" && name !== "status")
    .map(([name, value]) => `${name} ${value}`).join(", ");
}
