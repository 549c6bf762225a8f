/** Schedules: how the learning rate changes from epoch to epoch. */
import type { Arithmetic } from "../arithmetic/arithmetic.ts";
import type { OptimizerState, StateFields } from "./optimizer_state.ts";
import {
  type Choice,
  count,
  type NoSettings,
  notNegative,
  positive,
  type SettingsOf,
  type SettingValues,
} from "./settings.ts";

/** An entry of SCHEDULES; its state changes at the end of each epoch. */
export interface Schedule<V extends SettingValues = NoSettings, F extends StateFields = StateFields> {
  /** Textbook formula of the rate in epoch t, which counts from 0; α is the learning rate. */
  readonly formula: string;
  /** The settings it takes, by name. */
  readonly settings: SettingsOf<V>;
  /** The fields of its state, all of them per network. */
  readonly stateFields: F;
  /** The rate of the current epoch. */
  rate<T>(m: Arithmetic<T>, learningRate: T, state: OptimizerState<T, F>, settings: Readonly<V>): T;
  /** The state in the next epoch. */
  next<T>(m: Arithmetic<T>, state: OptimizerState<T, F>, settings: Readonly<V>): OptimizerState<T, F>;
}

/** A schedule with its settings fixed. */
export interface BoundSchedule {
  /** The fields of its state, all of them per network. */
  readonly stateFields: StateFields;
  /** The rate of the current epoch. */
  rate<T>(m: Arithmetic<T>, learningRate: T, state: OptimizerState<T>): T;
  /** The state in the next epoch. */
  next<T>(m: Arithmetic<T>, state: OptimizerState<T>): OptimizerState<T>;
}

type PerNetwork<Initial extends number> = { readonly per: "network"; readonly initial: Initial };

/** The number of epochs done, as a field of the state. */
const EPOCH = { per: "network", initial: 0 } as const;
/** The current factor of the learning rate, as a field of the state. */
const FACTOR = { per: "network", initial: 1 } as const;

/** An entry with the types of its settings and its state. */
function schedule<V extends SettingValues, F extends StateFields>(entry: Schedule<V, F>): Schedule<V, F> {
  return entry;
}

/**
 * The schedules by name; the rate is constant within an epoch.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { NUMBERS, SCHEDULES } from "../../mod.ts";
 *
 * const { exponential } = SCHEDULES, settings = { decay: 0.5 };
 * const second = exponential.next(NUMBERS, { rateFactor: 1 }, settings);
 * assertEquals(exponential.rate(NUMBERS, 0.5, second, settings), 0.25);
 * ```
 */
export const SCHEDULES = {
  /** PyTorch's ExponentialLR. */
  exponential: schedule({
    formula: "α γ^t",
    settings: { decay: positive() },
    stateFields: { rateFactor: FACTOR },
    rate: (m, learningRate, { rateFactor }) => m.mul(learningRate, rateFactor),
    next: (m, { rateFactor }, { decay }) => ({ rateFactor: m.mul(rateFactor, m.constant(decay)) }),
  }) as Schedule<{ decay: number }, { rateFactor: PerNetwork<1> }>,
  /** After Robbins & Monro 1951: the rates add up to ∞, their squares do not. Keras's InverseTimeDecay. */
  inverseTime: schedule({
    formula: "α / (1 + k t)",
    settings: { decay: notNegative() },
    stateFields: { epoch: EPOCH },
    rate: (m, learningRate, { epoch }, { decay }) =>
      m.div(learningRate, m.add(m.constant(1), m.mul(m.constant(decay), epoch))),
    next: (m, { epoch }) => ({ epoch: m.add(epoch, m.constant(1)) }),
  }) as Schedule<{ decay: number }, { epoch: PerNetwork<0> }>,
  /** PyTorch's StepLR: a factor γ after every n epochs. The field `epoch` counts from the last change. */
  step: schedule({
    formula: "α γ^⌊t/n⌋",
    settings: { every: count(), decay: positive(0.1) },
    stateFields: { epoch: EPOCH, rateFactor: FACTOR },
    rate: (m, learningRate, { rateFactor }) => m.mul(learningRate, rateFactor),
    next: (m, { epoch, rateFactor }, { every, decay }) => {
      const done = m.add(epoch, m.constant(1)), end = m.constant(every);
      return {
        epoch: m.ifEqual(done, end, m.constant(0), done),
        rateFactor: m.ifEqual(done, end, m.mul(rateFactor, m.constant(decay)), rateFactor),
      };
    },
  }) as Schedule<{ every: number; decay: number }, { epoch: PerNetwork<0>; rateFactor: PerNetwork<1> }>,
} as const satisfies Readonly<Record<string, Schedule>>;

/** The name of a schedule. */
export type ScheduleName = keyof typeof SCHEDULES;

/** Binds the settings of the schedule that a config names. */
export function bindSchedule(choice: Choice): BoundSchedule {
  const entry: Schedule = SCHEDULES[choice.name as ScheduleName];
  return {
    stateFields: entry.stateFields,
    rate: (m, learningRate, state) => entry.rate(m, learningRate, state, choice),
    next: (m, state) => entry.next(m, state, choice),
  };
}
