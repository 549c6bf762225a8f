/** A program becomes a WebAssembly function: two runs side by side in the lanes of f64x2, some pairs interleaved. */
import type { Table } from "../arithmetic.ts";
import { type Assembler, assembler, bothLanes, OPCODES, type Opcodes } from "./assembler.ts";
import { type Instruction, lower, steadyIn } from "./lower.ts";
import { INTERVALS, type Kernel, type Layout, PAGE, PAIR, WORKPLACE } from "./memory.ts";
import { REGISTERS } from "./processor.ts";
import { allocate } from "./registers.ts";
import { neededFor, schedule } from "./schedule.ts";
import type { Stage } from "./plan.ts";

/** The instruction that does what an operation does, with the same operands in the same order. */
const DIRECT: { readonly [N in Instruction["name"]]?: keyof Opcodes } = {
  add: "f64x2.add",
  sub: "f64x2.sub",
  mul: "f64x2.mul",
  div: "f64x2.div",
  sqrt: "f64x2.sqrt",
  abs: "f64x2.abs",
  min: "f64x2.pmin",
  max: "f64x2.pmax",
  less: "f64x2.lt",
  equal: "f64x2.eq",
  choose: "v128.bitselect",
  and: "v128.and",
  andNot: "v128.andnot",
  or: "v128.or",
};

/** Bytes 0 to 15 are those of the first operand, 16 to 31 those of the second. */
const LOW_HALVES = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23], HIGH_HALVES = LOW_HALVES.map((i) => i + 8);
const TWO_TO_52 = 4503599627370496, ONLY_52_BITS = 0xfffffffffffffn;

/** The parameters of a kernel, as locals. */
const FROM = 0, TO = 1, BASE = 2, LIST = 3, TIMES = 4, COUNT = 5, GROUPS = 6, PARAMETERS = 7;

/**
 * A module whose function `kernel` is the stage's `Kernel`; `addressOf` tells where each table lies in memory.
 *
 * What outlives a few operations has a home in the workplace, at an address known now, and is fetched and stored by
 * instructions of its own: a compiler that ran out of registers would put it on the stack, at addresses that may not be
 * multiples of 16, and take up to half as long again.
 */
export function encode(
  { program, rowsTaken, inPlace, cost: { copies } }: Stage,
  { pairBytes, ...layout }: Layout,
  addressOf: (table: Table) => number,
  opcodes: Opcodes = OPCODES,
): Uint8Array<ArrayBuffer> {
  const a = assembler(PARAMETERS, opcodes), { list, pairs } = lower(program, copies);
  const next = pairs.map(({ next }) => next), before = pairs.map(({ before }) => before);
  const during = pairs.map(({ during }) => during), repeated = [...next, ...during].flat();
  const needed = neededFor(list, [...repeated, ...before.flat()]), early = neededFor(list, before.flat());
  const steady = steadyIn(list), row = a.address(), told = a.address();
  const tell = a.address(), intervalsLeft = a.address(), timesLeft = a.address();
  const locals: (number | undefined)[] = [], rows = new Map<number, number>();

  let home = WORKPLACE.start;
  const newHome = () => (home += PAIR) - PAIR;
  const stateHomes = next.map(() => Array.from({ length: layout.state }, newHome)), homes = new Map<number, number>();
  list.forEach(({ name, pair, value }, i) => {
    if (name === "state") homes.set(i, stateHomes[pair]![value]!);
    else if (needed[i] && steady[i]) homes.set(i, newHome());
  });

  const get = (i: number) => a.get(locals[i]!);
  const set = (i: number) => a.set(locals[i] ??= a.value());
  const copy = (from: number, to: number) => {
    a.get(from);
    a.set(to);
  };
  const fetch = (i: number, address: number) => {
    a.integer(0);
    a.access("v128.load", address);
    set(i);
  };
  const keep = (i: number, address: number) => {
    a.integer(0);
    get(i);
    a.access("v128.store", address);
  };
  const store = (base: number, pair: number, offset: number, i: number) => {
    a.get(base);
    get(i);
    a.access("v128.store", pair * pairBytes + offset);
  };
  /** Puts the address of a lane's row on the stack. */
  const rowAddress = (pair: number, taken: number, lane: 0 | 1) => {
    const place = pair * pairBytes + 8 * taken + 4 * lane, known = rows.get(place);
    if (known !== undefined) return a.get(known);
    a.get(row);
    a.loadAddress(place);
    const local = a.address();
    rows.set(place, local);
    a.tee(local);
  };
  const source = (i: number) => {
    const { name, pair, value } = list[i]!, offset = pair * pairBytes + PAIR * value;
    if (name === "constant") constant(a, value);
    else if (name === "row") {
      const taken = Math.floor(value / layout.width), column = 8 * (value % layout.width);
      rowAddress(pair, taken, 0);
      a.access("v128.load64_zero", column);
      set(i);
      rowAddress(pair, taken, 1);
      get(i);
      a.access("v128.load64_lane", column, 1);
    } else {
      a.get(name === "state" ? FROM : BASE);
      a.access("v128.load", name === "state" ? offset : offset + layout.fixed);
    }
    set(i);
  };
  const operation = (i: number) => {
    list[i]!.operands.forEach(get);
    operate(a, list[i]!, addressOf);
    set(i);
  };
  const each = (wanted: (instruction: Instruction, i: number) => boolean, act: (i: number) => void) =>
    list.forEach((instruction, i) => needed[i] && wanted(instruction, i) && act(i));
  const isOperation = ({ operands }: Instruction) => operands.length > 0;

  each(({ name }) => name === "constant", (i) => {
    source(i);
    keep(i, homes.get(i)!);
  });
  a.loop();
  each(({ name }) => name === "state" || name === "setting", (i) => {
    source(i);
    keep(i, homes.get(i)!);
  });
  each((instruction, i) => isOperation(instruction) && steady[i]!, (i) => {
    operation(i);
    keep(i, homes.get(i)!);
  });
  copy(BASE, told);
  copy(LIST, row);
  copy(COUNT, intervalsLeft);

  a.loop();
  each(({ name }, i) => name === "state" && early[i]!, (i) => fetch(i, homes.get(i)!));
  each((instruction, i) => isOperation(instruction) && early[i]! && !steady[i], operation);
  before.flat().forEach((i, pair) => store(told, pair, layout.before, i));
  copy(told, tell);
  copy(TIMES, timesLeft);

  a.loop();
  const changing = list.map((instruction, i) => steady[i] ? { ...instruction, operands: [] } : instruction);
  const order = withRows(list, schedule(changing, repeated), repeated),
    time = new Map(order.map((i, time) => [i, time]));
  const lastUse: number[] = [];
  for (const [time, i] of order.entries()) for (const operand of changing[i]!.operands) lastUse[operand] = time;
  for (const i of repeated) if (!time.has(i)) lastUse[i] = Infinity;

  const own = new Map(list.flatMap(({ name, pair, value }, i) => name === "state" ? [[`${pair} ${value}`, i]] : []));
  const slots = next.flatMap((values, pair) =>
    values.map((now, slot) => ({ now, pair, slot, own: own.get(`${pair} ${slot}`) ?? -1 }))
  ).filter(({ now, own }) => now !== own);
  // a new state goes home as soon as it is there, unless the old one is still wanted
  const isFree = ({ now, own }: typeof slots[number]) => time.get(now)! >= (lastUse[own] ?? -1);
  const atOnce = Map.groupBy(slots.filter(isFree), ({ now }) => now), later = slots.filter((slot) => !isFree(slot));
  const tells = Map.groupBy(during.flatMap((told, pair) => told.map((i) => ({ i, pair }))), ({ i }) => i);
  const toldLater = [...tells.keys()].filter((i) => !time.has(i));
  const tellNow = (i: number) => tells.get(i)?.forEach(({ pair }) => store(tell, pair, layout.during, i));

  const { steps, slots: kept } = allocate(changing, order, [...later.map(({ now }) => now), ...toldLater], REGISTERS);
  const waiting = Array.from({ length: kept }, newHome);
  for (const { act, value, slot } of steps) {
    const address = slot === undefined ? homes.get(value)! : waiting[slot]!;
    if (act === "fetch") fetch(value, address);
    else if (act === "keep") keep(value, address);
    else {
      if (list[value]!.name === "row") source(value);
      else operation(value);
      for (const { pair, slot } of atOnce.get(value) ?? []) keep(value, stateHomes[pair]![slot]!);
      tellNow(value);
    }
  }
  toldLater.forEach(tellNow);
  for (const { now, pair, slot } of later) keep(now, stateHomes[pair]![slot]!);
  if (rowsTaken > 0) a.advance(row, 8 * rowsTaken);
  if (program.tells === "first") {
    // what later times tell goes where nobody reads
    copy(BASE, tell);
    a.advance(tell, INTERVALS * PAIR);
  }
  a.again(timesLeft);

  a.advance(told, PAIR);
  a.again(intervalsLeft);

  const changed = new Set(slots.map(({ pair, slot }) => stateHomes[pair]![slot]!));
  next.forEach((values, pair) =>
    values.forEach((_, slot) => {
      const address = stateHomes[pair]![slot]!;
      if (inPlace && !changed.has(address)) return;
      a.get(TO);
      a.integer(0);
      a.access("v128.load", address);
      a.access("v128.store", pair * pairBytes + PAIR * slot);
    })
  );
  for (const address of [FROM, TO, BASE, LIST]) a.advance(address, copies * pairBytes);
  a.again(GROUPS);
  if (home > WORKPLACE.end) throw new RangeError(`Cannot encode "kernel": its values must have room in the workplace`);
  return a.module(WORKPLACE.end / PAGE);
}

/** An order with the numbers of rows in it, each before its first use or at the end where it is a result itself. */
function withRows(list: readonly Instruction[], order: readonly number[], results: readonly number[]): number[] {
  const seen = new Set<number>(), isNew = (i: number) => list[i]!.name === "row" && !seen.has(i) && seen.add(i);
  return [...order.flatMap((i) => [...list[i]!.operands.filter(isNew), i]), ...results.filter(isNew)];
}

/** Does an operation on the operands that are on the stack. */
function operate(a: Assembler, { name, table }: Instruction, addressOf: (table: Table) => number): void {
  const direct = DIRECT[name];
  if (direct) a.simd(direct);
  else if (name === "lane 0" || name === "lane 1") {
    // the index is an integer in the low half of a double, and a row of the table has 16 bytes
    a.simd("i32x4.extract_lane", [name === "lane 0" ? 0 : 2]);
    a.integer(4);
    a.shiftLeft();
    a.access("v128.load", addressOf(table!));
  } else if (name === "column 0" || name === "column 1") {
    a.simd("i8x16.shuffle", name === "column 0" ? LOW_HALVES : HIGH_HALVES);
  } else if (name === "exponent") {
    // the upper 12 bits as the last digits of 2^52
    a.integer(52);
    a.simd("i64x2.shr_u");
    constant(a, TWO_TO_52);
    a.simd("v128.or");
    constant(a, TWO_TO_52 + 1023);
    a.simd("f64x2.sub");
  } else {
    // the significand: the lower 52 bits, under sign and exponent of 1
    constant(a, ONLY_52_BITS);
    a.simd("v128.and");
    constant(a, 1);
    a.simd("v128.or");
  }
}

function constant(a: Assembler, value: number | bigint): void {
  a.simd("v128.const", bothLanes(value));
}

/** The smallest module that shows whether kernels are possible: it stores 0 in both lanes. */
export function smallest(): Uint8Array<ArrayBuffer> {
  const a = assembler(1, OPCODES);
  a.get(0);
  constant(a, 0);
  a.access("v128.store", 0);
  return a.module(1);
}

/** Makes a module's kernel. Throws where WebAssembly is refused. */
export function load(bytes: Uint8Array<ArrayBuffer>, memory: WebAssembly.Memory): Kernel {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { memory: { memory } });
  return exports.kernel as Kernel;
}
