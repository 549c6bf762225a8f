/**
 * Encodes a program as a WebAssembly function.
 *
 * A vector (f64x2) holds two runs, one in each lane; a group of such pairs is interleaved, so that one pair computes
 * while another waits. Values that outlive a few operations are spilled to fixed 16-byte-aligned addresses in scratch
 * memory: the engine's own spills may be unaligned, which makes code up to 50 % slower.
 */
import { groupBy } from "../maps.ts";
import { ADDRESS_BYTES, MAX_INTERVALS, pagesOf, PAIR_BYTES, type PairLayout, SCRATCH } from "../memory.ts";
import type { Stage } from "../plan/kernel_plan.ts";
import { liveOperations } from "../plan/liveness.ts";
import { type Instruction, isDataRow, loopInvariants, lower } from "../plan/lower.ts";
import { CHECK_SCHEDULING_SLACK, REGISTERS } from "../plan/processor.ts";
import { Assembler, type SimdOpcodes } from "./assembler.ts";
import { allocateRegisters } from "./registers.ts";
import { schedule } from "./schedule.ts";
import { createScratchMap, type PairBlock, type StateUpdate, stateUpdatesOf } from "./scratch.ts";
import { createValueWriter, type TableAddressOf } from "./value_writer.ts";

/** The parameters of a kernel, as locals. */
const FROM = 0, TO = 1, PAIR = 2, LIST = 3, REPEATS = 4, INTERVALS = 5, GROUPS = 6, PARAMETER_COUNT = 7;

/** The memory and the instruction set that a kernel is encoded for. */
interface Target {
  readonly layout: PairLayout;
  readonly tableAddressOf: TableAddressOf;
  readonly opcodes: SimdOpcodes;
}

/** A module whose function `kernel` is the `Kernel` of a stage: nested loops over groups, intervals and repeats. */
export function encodeKernel(stage: Stage, target: Target): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder(stage, target), { layout } = target;
  const { a, pairs, writer, isInvariant, locals, scratch, outOfBounds } = encoder;
  a.i32Const(0).v128Const(0).v128("store", outOfBounds);
  emitValues(encoder, ({ name }) => name === "constant");
  a.beginLoop(); // groups
  emitValues(encoder, ({ name }) => name === "state" || name === "runConstant");
  emitValues(encoder, ({ operands }, i) => operands.length > 0 && isInvariant[i]!);
  a.localGet(PAIR).localSet(locals.interval);
  a.localGet(LIST).localSet(locals.row);
  a.localGet(INTERVALS).localSet(locals.intervalsLeft);
  const updates = emitIntervals(encoder, stage);
  const wholeState = pairs.flatMap(({ nextState }, pair) => nextState.map((_, index) => ({ pair, index })));
  for (const { pair, index } of stage.inPlace ? updates : wholeState) {
    a.localGet(TO);
    writer.pushScratch(scratch.stateAddress(pair, index)).v128("store", pair * layout.pairBytes + PAIR_BYTES * index);
  }
  for (const address of [FROM, TO, PAIR, LIST]) a.addToLocal(address, pairs.length * layout.pairBytes);
  a.endLoop(GROUPS);
  return writer.pushScratch(outOfBounds).simd("v128.any_true").toModule(pagesOf(SCRATCH.end));
}

/** A kernel while it is encoded. */
type KernelEncoder = ReturnType<typeof createEncoder>;

function createEncoder({ program, cost: { groupSize } }: Stage, { layout, tableAddressOf, opcodes }: Target) {
  const a = new Assembler(PARAMETER_COUNT, opcodes), { instructions, pairs } = lower(program, groupSize);
  const results = pairs.flatMap((results) => [...results.nextState, ...results.checkBefore, ...results.checkDuring]);
  const isLive = liveOperations(instructions, results), isInvariant = loopInvariants(instructions);
  const scratch = createScratchMap(instructions, (i) => isInvariant[i]! && isLive[i]!, groupSize, layout.stateCount);
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
function emitValues(encoder: KernelEncoder, isWanted: (instruction: Instruction, i: number) => boolean): void {
  const { instructions, isLive, scratch, writer } = encoder;
  instructions.forEach((instruction, i) => {
    if (!isLive[i] || !isWanted(instruction, i)) return;
    writer.compute(i);
    writer.spill(i, scratch.addressOf(i));
  });
}

/** The loop over intervals: the check before, the loop over repeats, and the comparison with the bounds. */
function emitIntervals(encoder: KernelEncoder, { program, rowsConsumed }: Stage): StateUpdate[] {
  const { a, layout, pairs, locals } = encoder;
  a.beginLoop(); // intervals
  const before = pairs.map(({ checkBefore }) => ({ nextState: [], outputs: checkBefore }));
  emitBlock(encoder, before, locals.interval, layout.checkBeforeOffset, CHECK_SCHEDULING_SLACK);
  a.localGet(locals.interval).localSet(locals.duringInterval);
  a.localGet(REPEATS).localSet(locals.repeatsLeft);
  a.beginLoop(); // repeats
  const during = pairs.map(({ nextState, checkDuring }) => ({ nextState, outputs: checkDuring }));
  const updates = emitBlock(encoder, during, locals.duringInterval, layout.checkDuringOffset);
  if (rowsConsumed > 0) a.addToLocal(locals.row, ADDRESS_BYTES * rowsConsumed);
  if (program.checkedRepeat === "first") {
    a.localGet(PAIR).localSet(locals.duringInterval);
    a.addToLocal(locals.duringInterval, MAX_INTERVALS * PAIR_BYTES);
  }
  a.endLoop(locals.repeatsLeft);
  if (program.checkBefore.length + program.checkDuring.length > 0) {
    for (const pair of pairs.keys()) emitBoundsCheck(encoder, pair);
  }
  a.addToLocal(locals.interval, PAIR_BYTES);
  a.endLoop(locals.intervalsLeft);
  return updates;
}

/**
 * Schedules a basic block of an inner loop, allocates registers and emits its code; returns the changes to the state.
 *
 * Outputs are stored at `offset` from the address in `outputLocal`, pair by pair; for `slack` see `schedule`.
 */
function emitBlock(
  { instructions, loopInstructions, scratch, writer }: KernelEncoder,
  pairs: readonly PairBlock[],
  outputLocal: number,
  offset: number,
  slack = 0,
): StateUpdate[] {
  const outputs = pairs.flatMap(({ outputs }, pair) => outputs.map((value) => ({ pair, value })));
  const results = pairs.flatMap(({ nextState, outputs }) => [...nextState, ...outputs]);
  const order = withDataRows(instructions, schedule(loopInstructions, results, slack)), computed = new Set(order);
  const updates = stateUpdatesOf(pairs, loopInstructions, order);
  const deferredUpdates = updates.filter(({ isImmediate }) => !isImmediate);
  const deferredOutputs = outputs.filter(({ value }) => !computed.has(value));
  const liveOut = [...deferredUpdates, ...deferredOutputs].map(({ value }) => value);
  const { steps, slots } = allocateRegisters(loopInstructions, order, liveOut, REGISTERS);
  const spillSlots = scratch.reserve(slots);
  const immediateUpdates = groupBy(updates.filter(({ isImmediate }) => isImmediate), ({ value }) => value);
  const immediateOutputs = groupBy(outputs, ({ value }) => value);
  const store = ({ pair, value }: typeof outputs[number]) => writer.storeInPair(outputLocal, pair, offset, value);
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
  writer.pushFromPair(interval, pair, layout.checkDuringOffset).simd("f64x2.max").localTee(maxError);
  writer.pushFromPair(PAIR, pair, layout.boundsOffset).simd("f64x2.lt").localGet(maxError);
  writer.pushFromPair(PAIR, pair, layout.boundsOffset + PAIR_BYTES).simd("f64x2.lt");
  a.simd("v128.not").simd("v128.or"); // not below the upper bound, which holds for NaN too
  writer.pushScratch(outOfBounds).simd("v128.or").v128("store", outOfBounds);
}
