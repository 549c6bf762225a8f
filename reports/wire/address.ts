/** The run that a reader selects, and its address: `#cell=xor,two-layer&replicate=7&epoch=120&width=8`. */
import { ACTIVATIONS } from "../../core/components/activations.ts";
import { LOSSES } from "../../core/components/losses.ts";
import type { PageData } from "./page_data.ts";

/** What an address names: a run, an epoch, and changed settings. */
export interface RunSelection {
  /** Index of the cell. */
  readonly cell: number;
  readonly replicate: number;
  /** The epoch shown; undefined means the last one. */
  readonly epoch: number | undefined;
  readonly changes: SettingChanges;
}

/** Settings that differ from those of the suite; an absent one is unchanged. */
export interface SettingChanges {
  readonly learningRate?: number;
  /** Of all hidden layers, or of the only layer. */
  readonly activation?: string;
  readonly loss?: string;
  /** Units of each hidden layer. */
  readonly width?: number;
  readonly batch?: number | "online" | "full";
}

/** Upper bound on the units of a hidden layer. */
export const MAX_HIDDEN_UNITS = 64;

/** The first run, at its last epoch, as the suite trains it. */
export const FIRST_RUN: RunSelection = { cell: 0, replicate: 0, epoch: undefined, changes: {} };

/** Formats a selection as the fragment of an address, `#` included. */
export function addressOf(
  { cell, replicate, epoch, changes }: RunSelection,
  { cells }: Pick<PageData, "cells">,
): string {
  const levels = Object.values(cells[cell]!.levels).join(",");
  const fields = { ...(levels && { cell: levels }), replicate, ...(epoch !== undefined && { epoch }), ...changes };
  const texts = Object.entries(fields).map(([name, value]) => [name, String(value)]);
  return `#${new URLSearchParams(texts).toString().replaceAll("%2C", ",")}`;
}

/** What an address selects. */
export interface AddressedRun extends RunSelection {
  /** The fields of the address whose values are invalid or not on the page. */
  readonly unknown: readonly { readonly field: string; readonly text: string }[];
}

/** Parses the fragment of an address; undefined if it has none of our fields. Unknown values fall back to defaults. */
export function parseAddress(address: string, { cells, featuredCell, replicates }: PageData): AddressedRun | undefined {
  const fields = new URLSearchParams(address.replace(/^#/, ""));
  const cell = cells.findIndex(({ levels }) => Object.values(levels).join(",") === fields.get("cell"));
  const run = {
    cell: cell < 0 ? undefined : cell,
    replicate: integerIn(fields.get("replicate"), 0, replicates - 1),
    epoch: numberIn(fields.get("epoch"), 0),
  };
  const changes = parseChanges((name) => fields.get(name));
  const values: Readonly<Record<string, unknown>> = { ...run, ...changes };
  const named = [...Object.keys(run), ...Object.keys(PARSERS)].filter((field) => fields.get(field));
  if (named.length === 0) return undefined;
  return {
    cell: run.cell ?? featuredCell,
    replicate: run.replicate ?? FIRST_RUN.replicate,
    epoch: run.epoch,
    changes,
    unknown: named.filter((field) => values[field] === undefined).map((field) => ({ field, text: fields.get(field)! })),
  };
}

/** Parses changed settings, given the text of each field of an address or a form; invalid ones are left out. */
export function parseChanges(textOf: (name: keyof SettingChanges) => string | null): SettingChanges {
  const parsed = Object.entries(PARSERS).map(([name, parse]) => [name, parse(textOf(name as keyof SettingChanges))]);
  return Object.fromEntries(parsed.filter(([, value]) => value !== undefined));
}

const PARSERS: { readonly [N in keyof SettingChanges]-?: (text: string | null) => SettingChanges[N] | undefined } = {
  learningRate: numberIn,
  activation: (text) => keyOf(ACTIVATIONS, text),
  loss: (text) => keyOf(LOSSES, text),
  width: (text) => integerIn(text, 1, MAX_HIDDEN_UNITS),
  batch: (text) => text === "online" || text === "full" ? text : integerIn(text, 1, 1024),
};

function keyOf(table: object, text: string | null): string | undefined {
  return text !== null && Object.hasOwn(table, text) ? text : undefined;
}

function numberIn(text: string | null, min = -Infinity, max = Infinity): number | undefined {
  const value = text === null || text.trim() === "" ? NaN : Number(text);
  return Number.isFinite(value) && value >= min && value <= max ? value : undefined;
}

function integerIn(text: string | null, min: number, max: number): number | undefined {
  const value = numberIn(text, min, max);
  return Number.isInteger(value) ? value : undefined;
}
