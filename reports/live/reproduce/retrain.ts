/** Makes all runs of a page again and compares each with its digest. */
import { type Kernels, trainAll } from "../../../core/engine/engine.ts";
import { prepare } from "../../../core/train_network.ts";
import { stepsPerEpoch } from "../../../core/training.ts";
import type { PageData } from "../../wire/page_data.ts";
import { csvLine, digestAt, digestOf, runOf } from "../../wire/page_runs.ts";

/** A run that came out otherwise. */
export interface Difference {
  readonly cell: number;
  readonly replicate: number;
  /** Its line as made here. */
  readonly line: string;
  readonly made: string;
  readonly expected: string;
}

/** How many runs came out as their digests say. */
export interface Agreement {
  readonly identical: number;
  readonly total: number;
  /** The first run that does not. */
  readonly first?: Difference;
}

/** Trains cell by cell; `onProgress` is told the share that is done. */
export function retrain(data: PageData, kernels: Kernels, onProgress: (share: number) => void): Agreement {
  const { cells, replicates } = data, total = cells.length * replicates;
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
      const made = digestOf(line), expected = digestAt(data, cell, replicate);
      if (made === expected) identical++;
      else first ??= { cell, replicate, line, made, expected };
    }
    onProgress((cell + 1) / cells.length);
  }
  return { identical, total, ...(first && { first }) };
}
