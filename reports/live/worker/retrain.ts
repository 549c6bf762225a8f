/** Trains all runs of a page again and compares each with its digest. */
import { type KernelCache, trainAll } from "../../../core/engine/engine.ts";
import { prepare } from "../../../core/train_network.ts";
import { stepsPerEpoch } from "../../../core/training.ts";
import type { PageData } from "../../wire/page_data.ts";
import { countRuns, csvLine, expectedDigest, rowDigest, runOf } from "../../wire/page_runs.ts";

/** The number of runs that are identical to the published ones, and the first that is not. */
export type Agreement = ReturnType<typeof retrain>;

/** Trains cell by cell; `onProgress` receives numbers in [0, 1]. */
export function retrain(data: PageData, kernels: KernelCache, onProgress: (progress: number) => void) {
  const { cells } = data;
  const differences = cells.flatMap(({ replicates }, cell) => {
    const runs = Array.from({ length: replicates }, (_, replicate) => runOf(data, cell, replicate));
    const trainings = runs.map(({ config }) => prepare(config));
    const epochs = trainings.reduce((sum, training) => sum + training.steps / stepsPerEpoch(training), 0);
    const trained = trainAll(trainings, "auto", {
      kernels,
      onProgress: (done) => onProgress((cell + (epochs > 0 ? done / epochs : 1)) / cells.length),
    });
    onProgress((cell + 1) / cells.length);
    return runs.flatMap((run, replicate) => {
      const line = csvLine(data, { run, training: trainings[replicate]!, trained: trained[replicate]! });
      const digest = rowDigest(line);
      const expected = expectedDigest(data, cell, replicate);
      return digest === expected ? [] : [{ cell, replicate, line, digest, expected }];
    });
  });
  const total = countRuns(data);
  return { identical: total - differences.length, total, firstDifference: differences[0] };
}
