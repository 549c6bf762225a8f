/** Scratch memory: the fixed addresses at which a kernel keeps values that do not stay in registers. */
import { PAIR_BYTES, SCRATCH } from "../memory.ts";
import type { Instruction } from "../plan/lower.ts";

/** Assigns addresses to all numbers of the state and to the values for which `isStored` holds. */
export function createScratchMap(
  instructions: readonly Instruction[],
  isStored: (value: number) => boolean,
  groupSize: number,
  stateCount: number,
) {
  let end = SCRATCH.start + groupSize * stateCount * PAIR_BYTES;
  const next = () => {
    if (end >= SCRATCH.end) throw new RangeError(`Cannot encode "kernel": its values must fit in scratch memory`);
    return (end += PAIR_BYTES) - PAIR_BYTES;
  };
  /** The address of a number of a pair's state. */
  const stateAddress = (pair: number, index: number) => SCRATCH.start + (pair * stateCount + index) * PAIR_BYTES;
  const addresses = instructions.map(({ name, pair, value }, i) =>
    name === "state" ? stateAddress(pair, value) : isStored(i) ? next() : undefined
  );
  return {
    stateAddress,
    /** The address of a state load or a stored value; only these have one. */
    addressOf: (value: number) => addresses[value]!,
    /** Reserves spill slots; returns their addresses. */
    reserve: (count: number) => Array.from({ length: count }, next),
  };
}

/** A new value for a number of a pair's state. */
export interface StateUpdate {
  readonly pair: number;
  /** The index in the state. */
  readonly index: number;
  /** The new value. */
  readonly value: number;
  /** Whether it can be stored as soon as it is computed: the old value is not used afterwards. */
  readonly isImmediate: boolean;
}

/** What a basic block computes for a pair. */
export interface PairBlock {
  /** The state after the block; empty if it leaves the state alone. */
  readonly nextState: readonly number[];
  /** Parts of the max error. */
  readonly outputs: readonly number[];
}

/** The changes that an execution order makes to the state of some pairs. */
export function stateUpdatesOf(
  pairs: readonly PairBlock[],
  instructions: readonly Instruction[],
  order: readonly number[],
): StateUpdate[] {
  const computedAt = new Map(order.map((i, time) => [i, time])), lastUse = new Map<number, number>();
  for (const [time, i] of order.entries()) for (const a of instructions[i]!.operands) lastUse.set(a, time);
  for (const { nextState, outputs } of pairs) {
    for (const i of [...nextState, ...outputs]) if (!computedAt.has(i)) lastUse.set(i, Infinity);
  }
  const oldValues = new Map(
    instructions.flatMap(({ name, pair, value }, i) => name === "state" ? [[`${pair} ${value}`, i]] : []),
  );
  return pairs.flatMap(({ nextState }, pair) =>
    nextState.flatMap((value, index) => {
      const old = oldValues.get(`${pair} ${index}`);
      if (value === old) return [];
      const computed = computedAt.get(value), used = old === undefined ? -1 : lastUse.get(old) ?? -1;
      return [{ pair, index, value, isImmediate: computed !== undefined && computed >= used }];
    })
  );
}
