/** Trains in short slices, so that a worker can answer messages in between. */
import type { LiveTraining } from "../../../../core/engine/live_training.ts";

/** Duration of a slice in milliseconds, about. */
const SLICE = 15;
/** The number of epochs grows at most by this factor from one slice to the next. */
const MAX_GROWTH = 4;

/** Creates a trainer of runs that have not begun. */
export function createSliceTrainer(training: LiveTraining) {
  let epoch = 0, slice = 1;
  return {
    training,
    /** Advances all runs to an epoch; pauses between two slices. */
    *advance(toEpoch: number): Generator<void, void> {
      if (toEpoch === 0) training.advance(0);
      while (epoch < toEpoch) {
        const epochs = Math.min(slice, toEpoch - epoch);
        const startTime = performance.now();
        training.advance(epoch + epochs);
        epoch += epochs;
        const fitting = epochs * SLICE / Math.max(0.01, performance.now() - startTime);
        slice = Math.max(1, Math.min(Math.floor(fitting), MAX_GROWTH * Math.max(slice, epochs)));
        if (epoch < toEpoch) yield;
      }
    },
  };
}
