/** The selected run in the address of a page: `#cell=xor,two-layer&replicate=7&epoch=120&width=8`. */
import { ACTIVATIONS } from "../../core/components/activations.ts";
import { LOSSES } from "../../core/components/losses.ts";
import type { PageData } from "./page_data.ts";
import { FIRST_RUN, MAX_HIDDEN_UNITS, type RunSelection, type SettingChanges } from "./run_selection.ts";

/** Formats a selection as the fragment of an address, `#` included. */
export function addressOf(
  { cell, replicate, epoch, changes }: RunSelection,
  { cells }: Pick<PageData, "cells">,
): string {
  const fields = new URLSearchParams();
  const levels = Object.values(cells[cell]!.levels);
  if (levels.length > 0) fields.set("cell", levels.join(","));
  fields.set("replicate", String(replicate));
  if (epoch !== undefined) fields.set("epoch", String(epoch));
  for (const [name, value] of Object.entries(changes)) fields.set(name, String(value));
  return `#${fields.toString().replaceAll("%2C", ",")}`;
}

/** A field of an address whose value is invalid or not on the page. */
export interface UnknownField {
  readonly field: string;
  readonly text: string;
}

/** What an address selects. */
export interface ParsedAddress {
  readonly selection: RunSelection;
  readonly unknown: readonly UnknownField[];
}

/** Parses the fragment of an address; undefined if it has none of our fields. Unknown values fall back to defaults. */
export function parseAddress(
  address: string,
  { cells, featuredCell, replicates }: PageData,
): ParsedAddress | undefined {
  const fields = new URLSearchParams(address.replace(/^#/, ""));
  const cell = cells.findIndex(({ levels }) => Object.values(levels).join(",") === fields.get("cell"));
  const run = {
    cell: cell < 0 ? undefined : cell,
    replicate: integerIn(fields.get("replicate"), 0, replicates - 1),
    epoch: nonNegative(fields.get("epoch")),
  };
  const changes = parseChanges((name) => fields.get(name));
  const values: Record<string, unknown> = { ...run, ...changes };
  const named = [...Object.keys(run), ...Object.keys(PARSERS)].filter((field) => fields.get(field));
  if (named.length === 0) return undefined;
  return {
    selection: {
      cell: run.cell ?? featuredCell,
      replicate: run.replicate ?? FIRST_RUN.replicate,
      epoch: run.epoch,
      changes,
    },
    unknown: named.filter((field) => values[field] === undefined).map((field) => ({ field, text: fields.get(field)! })),
  };
}

/** Parses changed settings, given the text of each field of an address or a form; invalid ones are left out. */
export function parseChanges(textOf: (name: keyof SettingChanges) => string | null): SettingChanges {
  const parsed = Object.entries(PARSERS).map(([name, parse]) =>
    [name, parse(textOf(name as keyof SettingChanges))] as const
  );
  return Object.fromEntries(parsed.filter(([, value]) => value !== undefined));
}

const PARSERS: {
  readonly [N in keyof SettingChanges]-?: (text: string | null) => SettingChanges[N] | undefined;
} = {
  learningRate: finite,
  activation: (text) => keyOf(ACTIVATIONS, text),
  loss: (text) => keyOf(LOSSES, text),
  width: (text) => integerIn(text, 1, MAX_HIDDEN_UNITS),
  batch: (text) => text === "online" || text === "full" ? text : integerIn(text, 1, 1024),
};

function keyOf(table: object, text: string | null): string | undefined {
  return text !== null && Object.hasOwn(table, text) ? text : undefined;
}

function finite(text: string | null): number | undefined {
  const value = text === null || text.trim() === "" ? NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function nonNegative(text: string | null): number | undefined {
  const value = finite(text);
  return value !== undefined && value >= 0 ? value : undefined;
}

function integerIn(text: string | null, min: number, max: number): number | undefined {
  const value = finite(text);
  return Number.isInteger(value) && value! >= min && value! <= max ? value : undefined;
}
