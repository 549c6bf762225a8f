/** The reference engine: one net after the other, each update as the textbook writes it. */
import { NUMBERS } from "./arithmetic/elementary.ts";
import type { Step } from "./components/optimizers.ts";
import {
  batchOf,
  judge,
  look,
  nextCheck,
  outcome,
  type Snapshot,
  stepsPerEpoch,
  type Trained,
  type Training,
  UNDECIDED,
} from "./training.ts";
import { update } from "./update.ts";

/** Trains one net. */
export function trainReference(training: Training): Trained {
  const { network, optimizer, learningRate, start, steps, checkpoints } = training;
  const perEpoch = stepsPerEpoch(training), orders = training.orders(), snapshots: Snapshot[] = [];
  const fresh = optimizer.memory(network.parameterCount);
  let state: Step<number> = { parameters: start, memory: fresh }, order: readonly number[] = [], verdict = UNDECIDED;
  let step = 0, check = nextCheck(training, step);
  const keep = () => snapshots.push({ step, parameters: state.parameters });
  while (true) {
    if (checkpoints[snapshots.length] === step) keep();
    if (step === check || steps === 0) {
      verdict = judge(training, verdict, step / perEpoch, look(training, state.parameters));
      check = nextCheck(training, step);
      if (verdict.ended || step === steps) break;
    }
    const inEpoch = step % perEpoch;
    if (inEpoch === 0) {
      order = orders.next();
      if (optimizer.forgets) state = { ...state, memory: fresh };
    }
    state = update(NUMBERS, training, learningRate, batchOf(training, order, inEpoch), state);
    step++;
  }
  const last = snapshots.at(-1)?.step;
  if (checkpoints.length > snapshots.length && last !== step) keep();
  return outcome(verdict, step, snapshots);
}
