/**
 * Trains many runs of one structure in lockstep: two per pair, several pairs interleaved in a kernel, and a batch of
 * such groups one after the other.
 *
 * Each call advances the batch to the next epoch in which a run is due, with checks on the way. A run that ends makes
 * room for the next one without affecting the others.
 */
import type { Trained, Training } from "../../training.ts";
import type { Backend } from "../backend.ts";
import type { KernelSet } from "./kernel_set.ts";
import { advance, createLaneBatch, updateActiveLanes } from "./lane_batch.ts";
import { clearLane, type Lane, loadRun } from "./lanes.ts";
import { applyChecks } from "./run_checks.ts";

/**
 * Trains runs of one structure with equal check intervals; results are in the order of the trainings.
 *
 * `onEpochs` receives the epochs done since its last call; a run that stops early counts as complete.
 */
export function trainLockstep(
  trainings: readonly Training[],
  kernelSet: KernelSet,
  backend: Backend,
  onEpochs: (epochs: number) => void = () => {},
): Trained[] {
  const results: Trained[] = new Array(trainings.length), batch = createLaneBatch(trainings, kernelSet, backend);
  const { lanes, checkEvery } = batch;
  let loaded = 0, active: Lane[] = [];
  while (true) {
    if (active.length === 0) batch.clock = 0;
    if (batch.clock % checkEvery === 0 && loaded < trainings.length && active.length < lanes.length) {
      for (const lane of lanes) {
        if (lane.run || loaded === trainings.length) continue;
        loadRun(kernelSet, lane, batch.from, batch.clock, loaded, trainings[loaded]!);
        loaded++;
      }
      active = updateActiveLanes(batch);
    }
    if (active.length === 0) return results;
    const { clock } = batch, stride = advance(batch, active), epochs = stride.intervals * stride.epochsPerInterval;
    let ended = 0;
    for (const lane of stride.noVerdictChange && clock < batch.dueClock ? [] : active) {
      const run = lane.run!, result = applyChecks(batch, lane, stride);
      if (!result) continue;
      results[run.index] = result;
      clearLane(lane);
      onEpochs(run.training.steps / run.stepsPerEpoch - (clock - run.startClock));
      ended++;
    }
    onEpochs(epochs * (active.length - ended));
    if (ended > 0 || clock >= batch.dueClock) active = updateActiveLanes(batch);
    [batch.from, batch.to] = [batch.to, batch.from];
    batch.clock += epochs;
  }
}
