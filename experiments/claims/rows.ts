/** Which rows a claim is about. */
import type { Row } from "../define/columns.ts";
import { matches } from "../experiment.ts";

/** The rows whose factors have the levels named. */
export function select<R extends Row>(rows: readonly R[], where: Readonly<Record<string, unknown>> = {}): R[] {
  return rows.filter((row) => matches(row, where));
}

/** What tells a run: its levels, those of some factors left out, and its replicate. */
export function runKey(row: Row, without: readonly string[] = []): string {
  const columns = Object.keys(row);
  return columns.slice(0, columns.indexOf("replicate") + 1)
    .filter((column) => !without.includes(column)).map((column) => row[column]).join("\n");
}
