import type { Row } from "../define/columns.ts";

/** A text that identifies the run of a row of runs.csv or curves.csv: its levels, except of ignored factors, and replicate. */
export function runKey(row: Row, ignored: readonly string[] = []): string {
  const columns = Object.keys(row);
  // both tables begin with the factors, followed by the replicate
  const key = columns.slice(0, columns.indexOf("replicate") + 1).filter((column) => !ignored.includes(column));
  return key.map((column) => row[column]).join("\n");
}
