/** The reference engine: one network after another, each update in textbook form. */
import { NUMBERS } from "./arithmetic/elementary.ts";
import { initialState, type TrainingState } from "./components/optimizer_state.ts";
import {
  applyCheck,
  batchOf,
  evaluateCheck,
  INITIAL_CHECK_STATE,
  nextCheckStep,
  type Snapshot,
  stepsPerEpoch,
  type Trained,
  trainedOf,
  type Training,
  update,
} from "./training.ts";

/** Trains one network. */
export function trainReference(training: Training): Trained {
  const { network, optimizer, learningRate, start, steps, checkpoints } = training;
  const perEpoch = stepsPerEpoch(training), orders = training.orders(), snapshots: Snapshot[] = [];
  const initial = initialState(optimizer.stateFields, network.parameterCount);
  let state: TrainingState<number> = { parameters: start, optimizerState: initial };
  let order: readonly number[] = [], checks = INITIAL_CHECK_STATE, step = 0, checkStep = nextCheckStep(training, step);
  const record = () => snapshots.push({ step, parameters: state.parameters });
  while (true) {
    if (checkpoints[snapshots.length] === step) record();
    if (step === checkStep || steps === 0) {
      checks = applyCheck(training, checks, step / perEpoch, evaluateCheck(training, state.parameters));
      checkStep = nextCheckStep(training, step);
      if (checks.ended || step === steps) break;
    }
    const stepInEpoch = step % perEpoch;
    if (stepInEpoch === 0) {
      order = orders.next();
      if (optimizer.resetsEachEpoch) state = { ...state, optimizerState: initial };
    }
    state = update(NUMBERS, training, learningRate, batchOf(training, order, stepInEpoch), state);
    step++;
  }
  if (checkpoints.length > snapshots.length && snapshots.at(-1)?.step !== step) record();
  return trainedOf(checks, step, snapshots);
}
