/** The state in the page's address, so that a link leads to it: `#cell=xor,two-layer&replicate=7&epoch=120&width=8`. */
import { ACTIVATIONS } from "../../core/components/activations.ts";
import { LOSSES } from "../../core/components/losses.ts";
import { type Changes, MOST_UNITS } from "../live/explorer/changes.ts";
import type { PageData } from "./page_data.ts";
import type { State } from "../live/state.ts";

/** Where a page begins, but for its cell, which its data name. */
export const START: State = {
  cell: 0,
  replicate: 0,
  epoch: undefined,
  changes: {},
  isChosen: false,
  missing: [],
  hidden: {},
};

/** The address of a state, from its `#` on. */
export function addressOf(
  { cell, replicate, epoch, changes }: State,
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

/**
 * The state that an address names. What makes no sense, or is not on the page, is left as at the start, and told.
 *
 * Undefined where the address names none.
 */
export function stateFrom(address: string, { cells, start, replicates }: PageData): Omit<State, "hidden"> | undefined {
  const fields = new URLSearchParams(address.replace(/^#/, ""));
  const found = cells.findIndex(({ levels }) => Object.values(levels).join(",") === fields.get("cell"));
  const run = {
    cell: found < 0 ? undefined : found,
    replicate: whole(fields.get("replicate"), 0, replicates - 1),
    epoch: atLeastZero(fields.get("epoch")),
  };
  const changes = changesFrom((name) => fields.get(name)), read: Record<string, unknown> = { ...run, ...changes };
  const named = [...Object.keys(run), ...Object.keys(READERS)].filter((name) => fields.get(name));
  if (named.length === 0) return undefined;
  return {
    cell: run.cell ?? start,
    replicate: run.replicate ?? START.replicate,
    epoch: run.epoch,
    changes,
    isChosen: true,
    missing: named.filter((name) => read[name] === undefined).map((name) => `${name} ${fields.get(name)}`),
  };
}

/** The changes among texts by name, of an address or of a form; what makes no sense is left out. */
export function changesFrom(text: (name: keyof Changes) => string | null): Changes {
  const read = Object.entries(READERS).map(([name, read]) => [name, read(text(name as keyof Changes))] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

const READERS: { readonly [N in keyof Changes]-?: (text: string | null) => Changes[N] | undefined } = {
  learningRate: number,
  activation: (text) => among(ACTIVATIONS, text),
  loss: (text) => among(LOSSES, text),
  width: (text) => whole(text, 1, MOST_UNITS),
  batch: (text) => text === "online" || text === "full" ? text : whole(text, 1, 1024),
};

function among(table: object, text: string | null): string | undefined {
  return text !== null && Object.hasOwn(table, text) ? text : undefined;
}

function number(text: string | null): number | undefined {
  const value = text === null || text.trim() === "" ? NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function atLeastZero(text: string | null): number | undefined {
  const value = number(text);
  return value !== undefined && value >= 0 ? value : undefined;
}

function whole(text: string | null, from: number, to: number): number | undefined {
  const value = number(text);
  return Number.isInteger(value) && value! >= from && value! <= to ? value : undefined;
}
