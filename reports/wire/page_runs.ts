/** The runs of a page: their configs, rows, digests and names. */
import { sha256 } from "@noble/hashes/sha2.js";
import { parseConfig } from "../../core/config/parse_config.ts";
import { csvLineOf } from "../../experiments/store/csv.ts";
import { sealedSeed } from "../../experiments/plan.ts";
import { runRow } from "../../experiments/records.ts";
import { numeral } from "../chart/scales.ts";
import { settingName } from "../../experiments/words/display_names.ts";
import { EN } from "../languages/en/lab_en.ts";
import type { PageData } from "./page_data.ts";
import type { Outcome, Run } from "../../experiments/define/run.ts";

/** Letters of a digest: 30 bits in base64url, so that one in 10⁹ changed rows would pass; a page holds thousands. */
export const DIGEST_LENGTH = 5;

/** A run of the page, with its config and seed; a cell that draws nothing has one run, which stands for every start. */
export function runOf({ cells, suiteSeed, experiment, seal }: PageData, cell: number, start: number): Run {
  const { levels, config, replicates } = cells[cell]!;
  const replicate = Math.min(start, replicates - 1);
  const seed = sealedSeed(suiteSeed, experiment, seal, String(replicate));
  return { cell, levels, replicate, config: parseConfig({ ...config, seed }).config };
}

/** The line of a run in `runs.csv`, without its line end. */
export function csvLine({ columns }: PageData, outcome: Outcome): string {
  return csvLineOf(columns, runRow(outcome));
}

/** Digest of a CSV line: the first 30 bits of its SHA-256, in base64url. */
export function rowDigest(line: string): string {
  const bytes = sha256(new TextEncoder().encode(line)).slice(0, 8);
  return btoa(String.fromCharCode(...bytes)).slice(0, DIGEST_LENGTH).replaceAll("+", "-").replaceAll("/", "_");
}

/** The index of a run among those of cells with the given numbers of runs. */
function runIndex(counts: readonly number[], cell: number, replicate: number): number {
  return counts.slice(0, cell).reduce((sum, count) => sum + count, 0) + Math.min(replicate, counts[cell]! - 1);
}

/** The number of runs of each cell that the page can repeat. */
function runCounts({ cells }: Pick<PageData, "cells">): number[] {
  return cells.map(({ replicates }) => replicates);
}

/** The number of runs of a page. */
export function countRuns({ cells }: Pick<PageData, "cells">): number {
  return cells.reduce((sum, { replicates }) => sum + replicates, 0);
}

/** The digest that the page holds for a run. */
export function expectedDigest(data: Pick<PageData, "cells" | "digests">, cell: number, replicate: number): string {
  const { digests } = data;
  const offset = DIGEST_LENGTH * runIndex(runCounts(data), cell, replicate);
  return digests.slice(offset, offset + DIGEST_LENGTH);
}

/** The place of a run in `runs.csv`; row 1 holds the column names. */
export function csvRowName(data: Pick<PageData, "cells" | "rows">, cell: number, replicate: number): string {
  return `row ${numeral(runIndex(data.rows ?? runCounts(data), cell, replicate) + 2)} of runs.csv`;
}

/** A cell in words, such as `XOR, two-layer net`. */
export function cellName({ cells }: Pick<PageData, "cells">, cell: number): string {
  return Object.entries(cells[cell]!.levels).map(([factor, level]) => settingName(factor, level)).join(", ");
}

/** A run in words, such as `XOR, two-layer net, start 0`. */
export function runName(data: Pick<PageData, "cells">, cell: number, replicate: number): string {
  const setting = cellName(data, cell);
  return `${setting}${setting && ", "}${EN.play.start(replicate)}`;
}
