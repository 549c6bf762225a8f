/**
 * The run that a reader selects, and its address: `#cell=xor,two-layer&replicate=7`.
 *
 * Further fields are those of the lab, for what differs from the setting of the run: `&rate=2&epoch=120`.
 */
import { ACTIVATIONS } from "../../core/components/activations.ts";
import { fieldTexts, layerText } from "./lab_address.ts";
import { choiceAsText } from "./lab_fields.ts";
import { DEFAULT_STATE, type LabState } from "./lab_state.ts";
import { VIEW_FIELDS } from "./lab_view.ts";
import type { PageData } from "./page_data.ts";

/** A run of a page. */
export interface RunSelection {
  /** Index of the cell. */
  readonly cell: number;
  readonly replicate: number;
}

/** The first run. */
export const FIRST_RUN: RunSelection = { cell: 0, replicate: 0 };

/** Formats a run as the fragment of an address, `#` included. */
export function runAddress({ cell, replicate }: RunSelection, { cells }: Pick<PageData, "cells">): string {
  const levels = Object.values(cells[cell]!.levels).join(",");
  const fields = { ...(levels && { cell: levels }), replicate: String(replicate) };
  return `#${new URLSearchParams(fields).toString().replaceAll("%2C", ",")}`;
}

/** What an address selects. */
export interface AddressedRun extends RunSelection {
  /** The fields of the run whose values are not on the page. */
  readonly unknown: readonly { readonly field: string; readonly text: string }[];
}

/** Names of fields that older addresses have instead of those of the lab. */
const OLDER_FIELDS = ["learningRate", "activation", "width"];

/** Parses the run in an address; undefined if it has no field of a run or of the lab. Unknown values fall back. */
export function parseRun(address: string, { cells, featuredCell, replicates }: PageData): AddressedRun | undefined {
  const fields = new URLSearchParams(address.replace(/^#/, ""));
  const known = ["cell", ...OLDER_FIELDS, ...VIEW_FIELDS, ...Object.keys(fieldTexts(DEFAULT_STATE))];
  if (!known.some((field) => fields.get(field))) return undefined;
  const cell = cells.findIndex(({ levels }) => Object.values(levels).join(",") === fields.get("cell"));
  const values = {
    cell: cell < 0 ? undefined : cell,
    replicate: wholeNumber(fields.get("replicate"), replicates - 1),
  };
  const named = Object.entries(values).filter(([field]) => fields.get(field));
  return {
    cell: values.cell ?? featuredCell,
    replicate: values.replicate ?? FIRST_RUN.replicate,
    unknown: named.filter(([, value]) => value === undefined).map(([field]) => ({ field, text: fields.get(field)! })),
  };
}

function wholeNumber(text: string | null, max: number): number | undefined {
  const value = text === null || text.trim() === "" ? NaN : Number(text);
  return Number.isInteger(value) && value >= 0 && value <= max ? value : undefined;
}

/** The fields of an address that are not about its run; older ones in terms of the lab, for a run of some setting. */
export function labFieldsOf(address: string, { hidden }: LabState): string {
  const parts = address.replace(/^#/, "").split("&").map((part) => part.split("="));
  const older = new Map(parts.filter(([name = ""]) => OLDER_FIELDS.includes(name)) as [string, string][]);
  const others = parts.filter(([name = ""]) => !["cell", "replicate", ...OLDER_FIELDS].includes(name));
  const [rate, width, activation] = ["learningRate", "width", "activation"].map((name) => older.get(name));
  const layers = hidden.map(({ units, activation: own, bias }) =>
    layerText({ units: width ?? units, activation: activation ?? choiceAsText(own, ACTIVATIONS), bias })
  );
  const isOtherNet = width !== undefined || activation !== undefined;
  return [
    ...others.map((part) => part.join("=")),
    ...(rate === undefined ? [] : [`rate=${rate}`]),
    ...(isOtherNet && layers.length > 0 ? [`hidden=${layers.join(",")}`] : []),
    ...(layers.length === 0 && activation !== undefined ? [`output=${activation}`] : []),
  ].filter((part) => part !== "").join("&");
}
