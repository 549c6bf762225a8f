/** The runs of a page, made from what it carries, and how their rows are compared with those of `runs.csv`. */
import { sha256 } from "@noble/hashes/sha2.js";
import { parseConfig } from "../../core/config/config.ts";
import { lineOf } from "../../experiments/store/csv.ts";
import type { Outcome } from "../../experiments/experiment.ts";
import { type Run, seedOf } from "../../experiments/plan.ts";
import { runRow } from "../../experiments/records.ts";
import { numeral } from "../chart/scales.ts";
import type { PageData } from "./page_data.ts";

/** Letters of a digest: 64 bits in base64url. */
const LETTERS = 11;

/** A run of the page. */
export function runOf({ cells, suiteSeed, experiment }: PageData, cell: number, replicate: number): Run {
  const { levels, config } = cells[cell]!, seed = seedOf(suiteSeed, experiment, replicate);
  return { cell, levels, replicate, config: parseConfig({ ...config, seed }).config };
}

/** The line that a run has in `runs.csv`. */
export function csvLine({ columns }: PageData, outcome: Outcome): string {
  return lineOf(columns, runRow(outcome));
}

/** The first 64 bits of the SHA-256 of a line without its end, in base64url. */
export function digestOf(line: string): string {
  const bytes = sha256(new TextEncoder().encode(line)).slice(0, 8);
  return btoa(String.fromCharCode(...bytes)).slice(0, LETTERS).replaceAll("+", "-").replaceAll("/", "_");
}

/** The digest that the page has for a run. */
export function digestAt({ digests, replicates }: PageData, cell: number, replicate: number): string {
  const from = LETTERS * (cell * replicates + replicate);
  return digests.slice(from, from + LETTERS);
}

/** Where a run stands in the file, whose first row names the columns. */
export function rowNameOf({ replicates }: Pick<PageData, "replicates">, cell: number, replicate: number): string {
  return `row ${numeral(cell * replicates + replicate + 2)} of runs.csv`;
}

/** A run in words: its levels and its replicate. */
export function nameOf({ cells }: Pick<PageData, "cells">, cell: number, replicate: number): string {
  return [
    ...Object.entries(cells[cell]!.levels).map(([factor, level]) => `${factor.replaceAll("_", " ")} ${level}`),
    `replicate ${replicate}`,
  ].join(", ");
}
