/** Trains all runs of a page again and compares each with its digest. */
import { type KernelCache, trainAll } from "../../../core/engine/engine.ts";
import { prepare } from "../../../core/train_network.ts";
import { stepsPerEpoch } from "../../../core/training.ts";
import type { PageData } from "../../wire/page_data.ts";
import { csvLine, expectedDigest, rowDigest, runOf } from "../../wire/page_runs.ts";

/** A run whose result differs from the published one. */
export interface Difference {
  readonly cell: number;
  readonly replicate: number;
  /** The CSV line of the new result. */
  readonly line: string;
  readonly digest: string;
  readonly expected: string;
}

/** How many runs are identical to the published ones. */
export interface Agreement {
  readonly identical: number;
  readonly total: number;
  /** The first run that is not. */
  readonly first?: Difference;
}

/** Trains cell by cell; `onProgress` receives numbers in [0, 1]. */
export function retrain(data: PageData, kernels: KernelCache, onProgress: (progress: number) => void): Agreement {
  const { cells, replicates } = data;
  let identical = 0, first: Difference | undefined;
  for (const cell of cells.keys()) {
    const runs = Array.from({ length: replicates }, (_, replicate) => runOf(data, cell, replicate));
    const trainings = runs.map(({ config }) => prepare(config));
    const epochs = trainings.reduce((sum, training) => sum + training.steps / stepsPerEpoch(training), 0);
    const trained = trainAll(trainings, "auto", {
      kernels,
      onProgress: (done) => onProgress((cell + (epochs > 0 ? done / epochs : 1)) / cells.length),
    });
    for (const [replicate, run] of runs.entries()) {
      const line = csvLine(data, { run, training: trainings[replicate]!, trained: trained[replicate]! });
      const digest = rowDigest(line), expected = expectedDigest(data, cell, replicate);
      if (digest === expected) identical++;
      else first ??= { cell, replicate, line, digest, expected };
    }
    onProgress((cell + 1) / cells.length);
  }
  return { identical, total: cells.length * replicates, ...(first && { first }) };
}
