/**
 * Encodes a program as a WebAssembly function.
 *
 * A vector (f64x2) holds two runs, one in each lane; a group of such pairs is interleaved, so that one pair computes
 * while another waits. Values that outlive a few operations are spilled to fixed 16-byte-aligned addresses in scratch
 * memory: the engine's own spills may be unaligned, which makes code up to 50 % slower.
 */
import { groupBy } from "../maps.ts";
import {
  ADDRESS_BYTES,
  type Kernel,
  MAX_INTERVALS,
  PAGE_BYTES,
  PAIR_BYTES,
  type PairLayout,
  SCRATCH,
} from "../memory.ts";
import type { Stage } from "../plan/kernel_plan.ts";
import { liveOperations } from "../plan/liveness.ts";
import { type Instruction, isDataRow, loopInvariants, lower, type PairResults } from "../plan/lower.ts";
import { CHECK_SCHEDULING_SLACK, REGISTERS } from "../plan/processor.ts";
import { Assembler, type SimdOpcodes } from "./assembler.ts";
import { emitConstant, type TableAddressOf } from "./instruction_selection.ts";
import { allocateRegisters } from "./registers.ts";
import { schedule } from "./schedule.ts";
import { createScratchMap, type StateUpdate, stateUpdatesOf } from "./scratch.ts";
import type { Shuffle } from "./shuffle.ts";
import { createValueWriter } from "./value_writer.ts";

/** The parameters of a kernel, as locals. */
const FROM = 0, TO = 1, PAIR = 2, LIST = 3, REPEATS = 4, INTERVALS = 5, GROUPS = 6, PARAMETER_COUNT = 7;

/** A module whose function `kernel` is the `Kernel` of a stage: nested loops over groups, intervals and repeats. */
export function encodeKernel(
  stage: Stage,
  layout: PairLayout,
  tableAddressOf: TableAddressOf,
  opcodes: SimdOpcodes,
): Uint8Array<ArrayBuffer> {
  const { inPlace, cost: { groupSize } } = stage;
  const encoder = createEncoder(stage, layout, tableAddressOf, opcodes), { a, writer, isInvariant, locals } = encoder;
  a.i32Const(0);
  emitConstant(a, 0);
  a.v128Access("v128.store", encoder.outOfBounds);
  emitValues(encoder, ({ name }) => name === "constant");
  a.beginLoop(); // groups
  emitValues(encoder, ({ name }) => name === "state" || name === "runConstant");
  emitValues(encoder, ({ operands }, i) => operands.length > 0 && isInvariant[i]!);
  emitCopy(a, PAIR, locals.interval);
  emitCopy(a, LIST, locals.row);
  emitCopy(a, INTERVALS, locals.intervalsLeft);
  const updates = emitIntervals(encoder, stage);
  emitStateStores(encoder, inPlace ? updates : wholeStateOf(encoder.pairs));
  for (const address of [FROM, TO, PAIR, LIST]) a.addToLocal(address, groupSize * layout.pairBytes);
  a.endLoop(GROUPS);
  writer.pushScratch(encoder.outOfBounds);
  a.simd("v128.any_true");
  return a.toModule(SCRATCH.end / PAGE_BYTES);
}

/** A kernel while it is encoded. */
type KernelEncoder = ReturnType<typeof createEncoder>;

function createEncoder(
  { program, cost: { groupSize } }: Stage,
  layout: PairLayout,
  tableAddressOf: TableAddressOf,
  opcodes: SimdOpcodes,
) {
  const a = new Assembler(PARAMETER_COUNT, opcodes), { instructions, pairs } = lower(program, groupSize);
  const results = pairs.flatMap((results) => [...results.nextState, ...results.checkBefore, ...results.checkDuring]);
  const isLive = liveOperations(instructions, results), isInvariant = loopInvariants(instructions);
  const isStored = (i: number) => isInvariant[i]! && isLive[i]!;
  const scratch = createScratchMap(instructions, isStored, groupSize, layout.stateCount);
  const locals = {
    /** The address of the next entry of the row list. */
    row: a.newLocal("i32"),
    /** Added to a check offset, the address of this interval's result. */
    interval: a.newLocal("i32"),
    /** The same for `checkDuring`; later repeats write past the last interval, where nothing is read. */
    duringInterval: a.newLocal("i32"),
    intervalsLeft: a.newLocal("i32"),
    repeatsLeft: a.newLocal("i32"),
    maxError: a.newLocal("v128"),
  };
  return {
    a,
    layout,
    instructions,
    pairs,
    isLive,
    isInvariant,
    /** The instructions as seen from the inner loops, where loop-invariant values are loads. */
    loopInstructions: instructions.map((instruction, i) =>
      isInvariant[i] ? { ...instruction, operands: [] } : instruction
    ),
    scratch,
    writer: createValueWriter(a, instructions, layout, { state: FROM, pair: PAIR, row: locals.row }, tableAddressOf),
    locals,
    /** Scratch address of the lanes whose max error was out of bounds. */
    outOfBounds: scratch.reserve(1)[0]!,
  };
}

/** Computes live values and stores them in scratch memory. */
function emitValues(
  { instructions, isLive, scratch, writer }: KernelEncoder,
  isWanted: (instruction: Instruction, i: number) => boolean,
): void {
  instructions.forEach((instruction, i) => {
    if (!isLive[i] || !isWanted(instruction, i)) return;
    writer.compute(i);
    writer.spill(i, scratch.addressOf(i));
  });
}

/** The loop over intervals: the check before, the loop over repeats, and the comparison with the bounds. */
function emitIntervals(encoder: KernelEncoder, { program, rowsConsumed }: Stage): StateUpdate[] {
  const { a, layout, pairs, writer, locals } = encoder;
  const before = checkOutputsOf(pairs, "checkBefore"), during = checkOutputsOf(pairs, "checkDuring");
  a.beginLoop(); // intervals
  emitBlock(encoder, {
    results: before.map(({ value }) => value),
    outputs: before,
    store: ({ pair, value }) => writer.storeInPair(locals.interval, pair, layout.checkBeforeOffset, value),
    updatedPairs: [],
    slack: CHECK_SCHEDULING_SLACK,
  });
  emitCopy(a, locals.interval, locals.duringInterval);
  emitCopy(a, REPEATS, locals.repeatsLeft);
  a.beginLoop(); // repeats
  const updates = emitBlock(encoder, {
    results: pairs.flatMap(({ nextState, checkDuring }) => [...nextState, ...checkDuring]),
    outputs: during,
    store: ({ pair, value }) => writer.storeInPair(locals.duringInterval, pair, layout.checkDuringOffset, value),
    updatedPairs: pairs,
  });
  if (rowsConsumed > 0) a.addToLocal(locals.row, ADDRESS_BYTES * rowsConsumed);
  if (program.checkedRepeat === "first") {
    emitCopy(a, PAIR, locals.duringInterval);
    a.addToLocal(locals.duringInterval, MAX_INTERVALS * PAIR_BYTES);
  }
  a.endLoop(locals.repeatsLeft);
  for (const pair of new Set([...before, ...during].map(({ pair }) => pair))) emitBoundsCheck(encoder, pair);
  a.addToLocal(locals.interval, PAIR_BYTES);
  a.endLoop(locals.intervalsLeft);
  return updates;
}

/** Copies numbers of the state from scratch memory to the state that is written. */
function emitStateStores(
  { a, layout, scratch, writer }: KernelEncoder,
  numbers: readonly Pick<StateUpdate, "pair" | "index">[],
): void {
  for (const { pair, index } of numbers) {
    a.localGet(TO);
    writer.pushScratch(scratch.stateAddress(pair, index));
    a.v128Access("v128.store", pair * layout.pairBytes + PAIR_BYTES * index);
  }
}

function wholeStateOf(pairs: readonly PairResults[]): Pick<StateUpdate, "pair" | "index">[] {
  return pairs.flatMap(({ nextState }, pair) => nextState.map((_, index) => ({ pair, index })));
}

function emitCopy(a: Assembler, from: number, to: number): void {
  a.localGet(from);
  a.localSet(to);
}

/** A part of a pair's max error. */
interface CheckOutput {
  readonly pair: number;
  readonly value: number;
}

function checkOutputsOf(pairs: readonly PairResults[], part: "checkBefore" | "checkDuring"): CheckOutput[] {
  return pairs.flatMap((results, pair) => results[part].map((value) => ({ pair, value })));
}

/** A basic block of an inner loop. */
interface Block {
  /** The values to compute. */
  readonly results: readonly number[];
  /** The results that are stored, and how to store one. */
  readonly outputs: readonly CheckOutput[];
  readonly store: (output: CheckOutput) => void;
  /** Pairs whose state the block replaces. */
  readonly updatedPairs: readonly PairResults[];
  /** See `schedule`. */
  readonly slack?: number;
}

/** Schedules a block, allocates registers and emits its code; returns the changes to the state. */
function emitBlock(
  { instructions, loopInstructions, scratch, writer }: KernelEncoder,
  { results, outputs, store, updatedPairs, slack }: Block,
): StateUpdate[] {
  const order = withDataRows(instructions, schedule(loopInstructions, results, slack)), computed = new Set(order);
  const updates = stateUpdatesOf(updatedPairs, loopInstructions, order);
  const deferredUpdates = updates.filter(({ isImmediate }) => !isImmediate);
  const deferredOutputs = outputs.filter(({ value }) => !computed.has(value));
  const liveOut = [...deferredUpdates, ...deferredOutputs].map(({ value }) => value);
  const { steps, slots } = allocateRegisters(loopInstructions, order, liveOut, REGISTERS);
  const spillSlots = scratch.reserve(slots);
  const immediateUpdates = groupBy(updates.filter(({ isImmediate }) => isImmediate), ({ value }) => value);
  const immediateOutputs = groupBy(outputs, ({ value }) => value);
  const update = ({ pair, index, value }: StateUpdate) => writer.spill(value, scratch.stateAddress(pair, index));
  for (const { action, value, slot } of steps) {
    const address = slot === undefined ? scratch.addressOf(value) : spillSlots[slot]!;
    if (action === "reload") writer.reload(value, address);
    else if (action === "spill") writer.spill(value, address);
    else {
      writer.compute(value);
      immediateUpdates.get(value)?.forEach(update);
      immediateOutputs.get(value)?.forEach(store);
    }
  }
  deferredOutputs.forEach(store);
  deferredUpdates.forEach(update);
  return updates;
}

/** Inserts each data-row load before its first use. */
function withDataRows(instructions: readonly Instruction[], order: readonly number[]): number[] {
  const loaded = new Set<number>();
  const isNewLoad = (i: number) => isDataRow(instructions[i]!) && !loaded.has(i) && loaded.add(i);
  return order.flatMap((i) => [...instructions[i]!.operands.filter(isNewLoad), i]);
}

/** Marks the lanes of a pair whose max error is out of bounds. */
function emitBoundsCheck(encoder: KernelEncoder, pair: number): void {
  const { a, layout, writer, locals: { interval, maxError }, outOfBounds } = encoder;
  a.i32Const(0);
  writer.pushFromPair(interval, pair, layout.checkBeforeOffset);
  writer.pushFromPair(interval, pair, layout.checkDuringOffset);
  a.simd("f64x2.max");
  a.localTee(maxError);
  writer.pushFromPair(PAIR, pair, layout.boundsOffset);
  a.simd("f64x2.lt");
  a.localGet(maxError);
  writer.pushFromPair(PAIR, pair, layout.boundsOffset + PAIR_BYTES);
  a.simd("f64x2.lt");
  a.simd("v128.not"); // not below the upper bound, which holds for NaN too
  a.simd("v128.or");
  writer.pushScratch(outOfBounds);
  a.simd("v128.or");
  a.v128Access("v128.store", outOfBounds);
}

/** The smallest module that needs SIMD, to test whether kernels are possible. */
export function encodeProbe(): Uint8Array<ArrayBuffer> {
  const a = new Assembler(0);
  emitConstant(a, 0);
  a.simd("v128.any_true");
  return a.toModule(1);
}

/** Instantiates a module and returns its function. Throws if WebAssembly is unavailable. */
export function instantiate<F extends Kernel | Shuffle>(
  bytes: Uint8Array<ArrayBuffer>,
  memory: WebAssembly.Memory,
): F {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { memory: { memory } });
  return exports.kernel as F;
}
