/** The reference engine: one network after another, each update in textbook form. */
import { NUMBERS } from "./arithmetic/elementary.ts";
import {
  flattenTrainingState,
  initialState,
  type TrainingState,
  unflattenTrainingState,
} from "./components/optimizer_state.ts";
import {
  type AdvancedRun,
  applyCheck,
  batchOf,
  type Check,
  evaluateCheck,
  INITIAL_CHECK_STATE,
  maxErrorOrNaN,
  nextCheckStep,
  type PausedRun,
  type Snapshot,
  stepsPerEpoch,
  type Trained,
  trainedOf,
  type Training,
  update,
} from "./training.ts";

/** Trains one network. */
export function trainReference(training: Training): Trained {
  return advanceReference(training, undefined, Infinity).outcome as Trained;
}

/** Trains one network from its start, or from where it was paused, up to the end of an epoch. */
export function advanceReference(training: Training, from: PausedRun | undefined, toEpoch: number): AdvancedRun {
  const { network: { parameterCount }, optimizer: { stateFields, startEpoch, endEpoch }, learningRate, steps } =
    training;
  const { checkpoints } = training, perEpoch = stepsPerEpoch(training), orders = training.orders(from?.orders);
  const snapshots: Snapshot[] = [...from?.snapshots ?? []];
  let step = (from?.epoch ?? 0) * perEpoch, checkStep = nextCheckStep(training, step);
  const pauseStep = Math.max(step, toEpoch * perEpoch);
  let state: TrainingState<number> = from
    ? unflattenTrainingState(stateFields, parameterCount, from.state)
    : { parameters: training.start, optimizerState: initialState(stateFields, parameterCount) };
  let order: readonly number[] = [], checkState = from?.checkState ?? INITIAL_CHECK_STATE;
  const record = () => snapshots.push({ step, parameters: state.parameters });
  while (true) {
    let check: Check | undefined;
    if (checkpoints[snapshots.length] === step) record();
    if (step === checkStep || steps === 0) {
      check = evaluateCheck(training, state.parameters);
      checkState = applyCheck(training, checkState, step / perEpoch, check);
      checkStep = nextCheckStep(training, step);
      if (checkState.ended || step === steps) {
        if (checkpoints.length > snapshots.length && snapshots.at(-1)?.step !== step) record();
        return { outcome: trainedOf(checkState, step, snapshots), maxError: maxErrorOrNaN(check) };
      }
    }
    if (step === pauseStep) {
      const list = flattenTrainingState(stateFields, state), epoch = step / perEpoch;
      const outcome = { epoch, state: list, orders: orders.state(), snapshots, checkState };
      return { outcome, maxError: maxErrorOrNaN(check ?? evaluateCheck(training, state.parameters)) };
    }
    const stepInEpoch = step % perEpoch;
    if (stepInEpoch === 0) {
      order = orders.next();
      if (startEpoch) state = startEpoch(NUMBERS, state);
    }
    state = update(NUMBERS, training, learningRate, batchOf(training, order, stepInEpoch), state);
    step++;
    if (endEpoch && step % perEpoch === 0) state = endEpoch(NUMBERS, state);
  }
}
