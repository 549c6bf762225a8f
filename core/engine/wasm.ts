/** A program becomes a WebAssembly function: two runs side by side in the lanes of f64x2, some pairs interleaved. */
import { type Assembler, assembler, OPCODES, type Opcodes } from "./assembler.ts";
import { type Instruction, isRow, lower, type Lowered, steadyIn } from "./lower.ts";
import { ADDRESS, INTERVALS, type Kernel, type Layout, PAGE, PAIR, WORKPLACE } from "./memory.ts";
import { type AddressOf, constant, operate } from "./operate.ts";
import { LOOK_PATIENCE, REGISTERS } from "./processor.ts";
import { allocate } from "./registers.ts";
import { neededFor, schedule } from "./schedule.ts";
import type { Stage } from "./plan.ts";
import type { Shuffle } from "./shuffle.ts";

/** The parameters of a kernel, as locals. */
const FROM = 0, TO = 1, BASE = 2, LIST = 3, TIMES = 4, COUNT = 5, GROUPS = 6, PARAMETERS = 7;

/**
 * A module whose function `kernel` is the stage's `Kernel`.
 *
 * Three loops, one in the other: over groups of pairs, over intervals, over times. What outlives a few operations has a
 * home in the workplace, at an address known now, and is fetched and kept by instructions of its own: a compiler that
 * ran out of registers would put it on the stack, at addresses that may not be multiples of 16, and such code takes up to
 * half as long again.
 */
export function encode(
  { program, rowsTaken, inPlace, cost: { copies } }: Stage,
  layout: Layout,
  addressOf: AddressOf,
  opcodes: Opcodes = OPCODES,
): Uint8Array<ArrayBuffer> {
  const a = assembler(PARAMETERS, opcodes), { list, pairs } = lower(program, copies);
  const row = a.address(), told = a.address(), tell = a.address(), intervalsLeft = a.address(), timesLeft = a.address();
  const before = pairs.flatMap(({ before }, pair) => before.map((i) => ({ i, pair })));
  const during = pairs.flatMap(({ during }, pair) => during.map((i) => ({ i, pair })));
  const repeated = pairs.flatMap(({ next, during }) => [...next, ...during]);
  const early = neededFor(list, before.map(({ i }) => i)), late = neededFor(list, repeated), steady = steadyIn(list);
  const homes = homesFor(list, (i) => steady[i]! && (early[i]! || late[i]!), copies, layout.state);
  const { source, operation, bring, take, keep, load, store } = writer(a, list, layout, row, addressOf);
  const copy = (from: number, to: number) => {
    a.get(from);
    a.set(to);
  };
  const each = (wanted: (instruction: Instruction, i: number) => boolean | undefined, act: (i: number) => void) =>
    list.forEach((instruction, i) => (early[i] || late[i]) && wanted(instruction, i) && act(i));
  const settle = (act: (i: number) => void) => (i: number) => {
    act(i);
    keep(i, homes.of(i));
  };
  const changing = list.map((instruction, i) => steady[i] ? { ...instruction, operands: [] } : instruction);
  /** Makes results in a good order, says some of them, and takes the state of some pairs on; answers how that changes. */
  const make = (
    results: readonly number[],
    said: readonly Told[],
    say: (one: Told) => void,
    moved: typeof pairs,
    patience = 0,
  ) => {
    const order = withRows(list, schedule(changing, results, patience)), isMade = new Set(order);
    const changes = changesIn(moved, changing, order, homes), atEnd = changes.filter(({ atOnce }) => !atOnce);
    const saidAtEnd = said.filter(({ i }) => !isMade.has(i));
    const { steps, slots } = allocate(changing, order, [...atEnd, ...saidAtEnd].map(({ i }) => i), REGISTERS);
    const waiting = homes.more(slots), changesOf = byPlace(changes.filter(({ atOnce }) => atOnce));
    const saidOf = byPlace(said.filter(({ i }) => isMade.has(i)));
    for (const { act, value, slot } of steps) {
      const address = slot === undefined ? homes.of(value) : waiting[slot]!;
      if (act === "fetch") bring(value, address);
      else if (act === "keep") keep(value, address);
      else {
        if (isRow(list[value]!)) source(value);
        else operation(value);
        for (const { home } of changesOf(value)) keep(value, home);
        saidOf(value).forEach(say);
      }
    }
    saidAtEnd.forEach(say);
    for (const { i, home } of atEnd) keep(i, home);
    return changes;
  };

  const sight = a.value(), [alarm] = homes.more(1) as [number];
  a.integer(0);
  constant(a, 0);
  a.access("v128.store", alarm);
  each(({ name }) => name === "constant", settle(source));
  a.loop(); // over groups
  each(({ name }) => name === "state" || name === "setting", settle(source));
  each(({ operands }, i) => operands.length > 0 && steady[i], settle(operation));
  copy(BASE, told);
  copy(LIST, row);
  copy(COUNT, intervalsLeft);

  a.loop(); // over intervals
  make(before.map(({ i }) => i), before, ({ i, pair }) => store(told, pair, layout.before, i), [], LOOK_PATIENCE);
  copy(told, tell);
  copy(TIMES, timesLeft);

  a.loop(); // over times
  const changes = make(repeated, during, ({ i, pair }) => store(tell, pair, layout.during, i), pairs);
  if (rowsTaken > 0) a.advance(row, ADDRESS * rowsTaken);
  if (program.tells === "first") {
    // what later times tell goes where nobody reads
    copy(BASE, tell);
    a.advance(tell, INTERVALS * PAIR);
  }
  a.again(timesLeft);

  for (const pair of new Set([...before, ...during].map(({ pair }) => pair))) {
    a.integer(0);
    for (const offset of [layout.before, layout.during]) load(told, pair, offset);
    a.simd("f64x2.max");
    a.tee(sight);
    load(BASE, pair, layout.bounds);
    a.simd("f64x2.lt");
    a.get(sight);
    load(BASE, pair, layout.bounds + PAIR);
    a.simd("f64x2.lt");
    a.simd("v128.not");
    a.simd("v128.or");
    take(alarm);
    a.simd("v128.or");
    a.access("v128.store", alarm);
  }
  a.advance(told, PAIR);
  a.again(intervalsLeft);

  const written = inPlace ? changes : pairs.flatMap(({ next }, pair) => next.map((_, slot) => homes.slot(pair, slot)));
  for (const { pair, slot, home } of written) {
    a.get(TO);
    take(home);
    a.access("v128.store", pair * layout.pairBytes + PAIR * slot);
  }
  for (const address of [FROM, TO, BASE, LIST]) a.advance(address, copies * layout.pairBytes);
  a.again(GROUPS);
  take(alarm);
  a.simd("v128.any_true");
  return a.module(WORKPLACE.end / PAGE);
}

/** A value that is told of a pair: its place in the list. */
interface Told {
  readonly i: number;
  readonly pair: number;
}

/** Writes what is done with values, each of which has a local of its own. */
function writer(a: Assembler, list: readonly Instruction[], layout: Layout, row: number, addressOf: AddressOf) {
  const locals: (number | undefined)[] = [], rows = new Map<number, number>();
  const get = (i: number) => a.get(locals[i]!);
  const set = (i: number) => a.set(locals[i] ??= a.value());
  /** Puts the address of a lane's row on the stack. */
  const rowAddress = (pair: number, taken: number, lane: 0 | 1) => {
    const place = pair * layout.pairBytes + lane * layout.listBytes + ADDRESS * taken, known = rows.get(place);
    if (known !== undefined) return a.get(known);
    a.get(row);
    a.loadInteger(place);
    const local = a.address();
    rows.set(place, local);
    a.tee(local);
  };
  /** Puts what is at an address in the workplace on the stack. */
  const take = (address: number) => {
    a.integer(0);
    a.access("v128.load", address);
  };
  return {
    /** A constant, or a number from a pair's place in memory. */
    source(i: number): void {
      const { name, pair, value } = list[i]!, offset = pair * layout.pairBytes + PAIR * value;
      if (name === "constant") constant(a, value);
      else if (isRow(list[i]!)) {
        rowAddress(pair, Math.floor(value / layout.width), name === "row 0" ? 0 : 1);
        a.access("v128.load", 8 * (value % layout.width));
      } else {
        a.get(name === "state" ? FROM : BASE);
        a.access("v128.load", name === "state" ? offset : offset + layout.fixed);
      }
      set(i);
    },
    operation(i: number): void {
      list[i]!.operands.forEach(get);
      operate(a, list[i]!, addressOf);
      set(i);
    },
    /** From an address in the workplace. */
    bring(i: number, address: number): void {
      take(address);
      set(i);
    },
    take,
    /** At an address in the workplace. */
    keep(i: number, address: number): void {
      a.integer(0);
      get(i);
      a.access("v128.store", address);
    },
    /** From a pair's place in memory, `base` being that of the first pair. */
    load(base: number, pair: number, offset: number): void {
      a.get(base);
      a.access("v128.load", pair * layout.pairBytes + offset);
    },
    /** In a pair's place in memory. */
    store(base: number, pair: number, offset: number, i: number): void {
      a.get(base);
      get(i);
      a.access("v128.store", pair * layout.pairBytes + offset);
    },
  };
}

/** A number of a pair's state, and where its home is. */
interface Slot {
  readonly pair: number;
  readonly slot: number;
  readonly home: number;
}

/** Gives homes in the workplace: to all numbers of the state, and to what stays the same. */
function homesFor(list: readonly Instruction[], stays: (i: number) => boolean, copies: number, state: number) {
  let end = WORKPLACE.start + copies * state * PAIR;
  const next = () => {
    if (end >= WORKPLACE.end) {
      throw new RangeError(`Cannot encode "kernel": its values must have room in the workplace`);
    }
    return (end += PAIR) - PAIR;
  };
  const slot = (pair: number, slot: number): Slot => ({
    pair,
    slot,
    home: WORKPLACE.start + (pair * state + slot) * PAIR,
  });
  const homes = list.map(({ name, pair, value }, i) =>
    name === "state" ? slot(pair, value).home : stays(i) ? next() : undefined
  );
  return { slot, of: (i: number) => homes[i]!, more: (count: number) => Array.from({ length: count }, next) };
}

/**
 * What becomes of the state: the value with the place `i` is the new one of a slot.
 *
 * It goes home at once, unless the old one is still wanted after it is made.
 */
function changesIn(
  pairs: Lowered["pairs"],
  list: readonly Instruction[],
  order: readonly number[],
  { slot: slotOf }: ReturnType<typeof homesFor>,
): (Slot & { readonly i: number; readonly atOnce: boolean })[] {
  const time = new Map(order.map((i, time) => [i, time])), lastUse = new Map<number, number>();
  for (const [time, i] of order.entries()) for (const a of list[i]!.operands) lastUse.set(a, time);
  for (const { next, during } of pairs) {
    for (const i of [...next, ...during]) if (!time.has(i)) lastUse.set(i, Infinity);
  }
  const states = new Map(list.flatMap(({ name, pair, value }, i) => name === "state" ? [[`${pair} ${value}`, i]] : []));
  return pairs.flatMap(({ next }, pair) =>
    next.flatMap((i, slot) => {
      const old = states.get(`${pair} ${slot}`);
      if (i === old) return [];
      const made = time.get(i), used = old === undefined ? -1 : lastUse.get(old) ?? -1;
      return [{ ...slotOf(pair, slot), i, atOnce: made !== undefined && made >= used }];
    })
  );
}

/** Items by their `i`. */
function byPlace<T extends { readonly i: number }>(items: readonly T[]): (i: number) => readonly T[] {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(item.i);
    if (group) group.push(item);
    else groups.set(item.i, [item]);
  }
  return (i) => groups.get(i) ?? [];
}

/** An order with what is fetched of rows in it, each before its first use. */
function withRows(list: readonly Instruction[], order: readonly number[]): number[] {
  const seen = new Set<number>(), isNew = (i: number) => isRow(list[i]!) && !seen.has(i) && seen.add(i);
  return order.flatMap((i) => [...list[i]!.operands.filter(isNew), i]);
}

/** The smallest module that shows whether kernels are possible: it looks whether 0 has a bit that is set. */
export function smallest(): Uint8Array<ArrayBuffer> {
  const a = assembler(0, OPCODES);
  constant(a, 0);
  a.simd("v128.any_true");
  return a.module(1);
}

/** Makes a module's function. Throws where WebAssembly is refused. */
export function load<F extends Kernel | Shuffle>(bytes: Uint8Array<ArrayBuffer>, memory: WebAssembly.Memory): F {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { memory: { memory } });
  return exports.kernel as F;
}
