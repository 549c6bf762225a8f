/**
 * Trains many runs of one structure in lockstep: two per pair, several pairs interleaved in a kernel, and a batch of
 * such groups one after the other.
 *
 * Each call advances the batch to the next epoch in which a run is due, with checks on the way. A run that ends makes
 * room for the next one without affecting the others.
 */
import type { AdvancedRun, Trained, Training } from "../../training.ts";
import type { Backend } from "../backend.ts";
import type { KernelSet } from "./kernel_set.ts";
import { advance, createLaneBatch, updateActiveLanes } from "./lane_batch.ts";
import { clearLane, type Lane, type LoadedRun, loadRun } from "./lanes.ts";
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
  onEpochs?: (epochs: number) => void,
): Trained[] {
  const runs = trainings.map((training) => ({ training, from: undefined, toEpoch: Infinity }));
  return advanceLockstep(runs, kernelSet, backend, onEpochs).map(({ outcome }) => outcome as Trained);
}

/** Like `trainLockstep` for runs that were paused, and that pause again. */
export function advanceLockstep(
  runs: readonly LoadedRun[],
  kernelSet: KernelSet,
  backend: Backend,
  onEpochs: (epochs: number) => void = () => {},
): AdvancedRun[] {
  const results: AdvancedRun[] = new Array(runs.length);
  const batch = createLaneBatch(runs.map(({ training }) => training), kernelSet, backend);
  const { lanes, checkEvery } = batch;
  let loaded = 0, active: Lane[] = [];
  // a run joins the batch when its checks will take place together with those of the others
  const canLoadNext = () => loaded < runs.length && (batch.clock - (runs[loaded]!.from?.epoch ?? 0)) % checkEvery === 0;
  while (true) {
    if (active.length === 0) batch.clock = runs[loaded]?.from?.epoch ?? 0;
    if (canLoadNext() && active.length < lanes.length) {
      for (const lane of lanes) {
        if (lane.run || !canLoadNext()) continue;
        loadRun(kernelSet, lane, batch.from, batch.clock, loaded, runs[loaded]!);
        loaded++;
      }
      active = updateActiveLanes(batch);
    }
    if (active.length === 0) return results;
    const { clock } = batch, stride = advance(batch, active), epochs = stride.intervals * stride.epochsPerInterval;
    let ended = 0;
    for (const lane of stride.noVerdictChange && clock < batch.dueClock ? [] : active) {
      const run = lane.run!, outcome = applyChecks(batch, lane, stride);
      if (!outcome) continue;
      results[run.index] = { outcome, maxError: run.maxError };
      clearLane(lane);
      if ("status" in outcome) onEpochs(run.training.steps / run.stepsPerEpoch - (clock - run.startClock));
      ended++;
    }
    onEpochs(epochs * (active.length - ended));
    if (ended > 0 || clock >= batch.dueClock) active = updateActiveLanes(batch);
    [batch.from, batch.to] = [batch.to, batch.from];
    batch.clock += epochs;
  }
}
