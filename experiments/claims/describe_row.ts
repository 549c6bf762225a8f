/** Rows in words. */
import type { CsvValue, Row } from "../define/columns.ts";
import { isNumeric } from "../define/factors.ts";
import { levelName, settingName } from "../words/display_names.ts";
import { START } from "./kind.ts";

/** A row by its key columns, or else by its texts and start: “full batch, learning rate 0.9, start 3”. */
export function describeRow(row: Row, key: readonly string[]): string {
  const isNamed = (name: string) =>
    key.length > 0 ? key.includes(name) : name === START || typeof row[name] === "string";
  return Object.entries(row)
    .filter(([name, value]) => isNamed(name) && value !== undefined)
    .map(([name, value]) => (isSelfExplanatory(value) ? levelName : settingName)(name, String(value)))
    .join(", ");
}

/** Whether a level needs no column name before it: a word, not a number or truth value. */
function isSelfExplanatory(value: CsvValue): boolean {
  return typeof value === "string" && !isNumeric(value) && value !== "true" && value !== "false";
}
