/**
 * A program becomes a WebAssembly module: two runs side by side in the lanes of f64x2 instructions.
 *
 * A module is bytes: a magic number, then sections, each with its number and its length. Numbers are LEB128: seven bits a
 * byte, low ones first. An instruction is its opcode and its immediates and takes its operands from a stack; those of
 * 128 bits begin with 0xfd. Here each value has a local of its own, which the compiler turns into a register.
 */
import type { Table } from "../arithmetic.ts";
import { type Kernel, type Layout, PAIR } from "./memory.ts";
import { neededFor, schedule } from "./schedule.ts";
import type { Operation, OperationName, Program } from "./trace.ts";

/** The instructions of 128 bits, by the names that the specification gives them. */
export const OPCODES = {
  "v128.load": 0x00,
  "v128.store": 0x0b,
  "v128.const": 0x0c,
  "i8x16.shuffle": 0x0d,
  "i32x4.extract_lane": 0x1b,
  "f64x2.eq": 0x47,
  "f64x2.lt": 0x49,
  "v128.and": 0x4e,
  "v128.andnot": 0x4f,
  "v128.or": 0x50,
  "v128.bitselect": 0x52,
  "v128.load64_lane": 0x57,
  "v128.load64_zero": 0x5d,
  "i64x2.shr_u": 0xcd,
  "f64x2.abs": 0xec,
  "f64x2.sqrt": 0xef,
  "f64x2.add": 0xf0,
  "f64x2.sub": 0xf1,
  "f64x2.mul": 0xf2,
  "f64x2.div": 0xf3,
  /** `b < a ? b : a`, the core's `min`; `f64x2.min` differs for NaN. */
  "f64x2.pmin": 0xf6,
  "f64x2.pmax": 0xf7,
} as const;

/** An opcode for each instruction. */
export type Opcodes = Readonly<Record<keyof typeof OPCODES, number>>;

/** Other opcodes. */
const LOCAL_GET = 0x20, LOCAL_SET = 0x21, I32_CONST = 0x41, I32_LOAD = 0x28, I32_ADD = 0x6a, I32_SUB = 0x6b;
const I32_SHL = 0x74, LOOP = 0x03, BR_IF = 0x0d, END = 0x0b, NO_RESULT = 0x40, TYPE_I32 = 0x7f, TYPE_V128 = 0x7b;
const TYPE_FUNCTION = 0x60, MEMORY = 0x02, SIXTEEN_BYTES = 4, EIGHT_BYTES = 3, FOUR_BYTES = 2;

/** The instructions that do what an operation does, on the same operands in the same order. */
const DIRECT: { readonly [N in OperationName]?: keyof typeof OPCODES } = {
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
};

/** What to encode. */
export interface KernelSpec {
  readonly program: Program;
  readonly layout: Layout;
  /** How many pairs interleave, to fill each other's waits. */
  readonly copies: number;
  /** Rows of the list that one time takes. */
  readonly rowsTaken: number;
  /** Where each table lies in memory. */
  readonly addressOf: (table: Table) => number;
}

/** A module with one function `kernel`, a `Kernel`; it imports its memory as `memory.memory`. */
export function encode(spec: KernelSpec, opcodes: Opcodes = OPCODES): Uint8Array<ArrayBuffer> {
  const { declarations, code } = bodyOf(spec, opcodes);
  const body = [...declarations, ...code, END];
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // "\0asm", version 1
    ...section(1, [1, TYPE_FUNCTION, 5, TYPE_I32, TYPE_I32, TYPE_I32, TYPE_I32, TYPE_I32, 0]), // type 0: five i32 -> ()
    ...section(2, [1, ...text("memory"), ...text("memory"), MEMORY, 0, 1]), // import a memory of at least a page
    ...section(3, [1, 0]), // function 0 is of type 0
    ...section(7, [1, ...text("kernel"), 0, 0]), // export function 0
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ]);
}

/** The parameters, and the one local that is no value: where the next time tells what it tells. */
const FROM = 0, TO = 1, BASE = 2, LIST = 3, TIMES = 4, TELL = 5, FIRST_LOCAL = 6;

/** An operation of one of the pairs. */
interface Instruction extends Pick<Operation, "operands" | "value" | "table"> {
  /** Of a look-up: the row in the first lane, the row in the second, and the columns of both put together. */
  readonly name: OperationName | "lane 0" | "lane 1" | "column 0" | "column 1";
  readonly pair: number;
}

function bodyOf({ program, layout, copies, rowsTaken, addressOf }: KernelSpec, opcodes: Opcodes) {
  const { tells } = program;
  const { list, next, before, during } = lower(program, copies), results = [...next, ...during].flat();
  const inLoop = schedule(list, results), steady = steadyIn(list), needed = neededFor(list, [...results, ...before.flat()]);
  const code: number[] = [];
  const addresses = 2 * copies * rowsTaken, local: number[] = [];
  let locals = FIRST_LOCAL + addresses;

  const emit = (...bytes: readonly number[]) => {
    for (const byte of bytes) code.push(byte);
  };
  const simd = (name: keyof typeof OPCODES, ...immediates: readonly number[]) =>
    emit(0xfd, ...unsigned(opcodes[name]), ...immediates);
  const get = (index: number) => emit(LOCAL_GET, ...unsigned(index));
  const set = (index: number) => emit(LOCAL_SET, ...unsigned(index));
  const put = (i: number) => set(local[i] ??= locals++);
  const value = (i: number) => get(local[i]!);
  const at = (pair: number, offset: number) => unsigned(pair * layout.pairBytes + offset);
  const constant = (words: readonly number[]) => simd("v128.const", ...words);

  const addressLocal = (pair: number, row: number, lane: number) => FIRST_LOCAL + (pair * rowsTaken + row) * 2 + lane;
  const addressed = new Set<number>();
  const addressOfRow = (pair: number, row: number, lane: number) => {
    const index = addressLocal(pair, row, lane);
    if (!addressed.has(index)) {
      get(LIST);
      emit(I32_LOAD, FOUR_BYTES, ...at(pair, 8 * row + 4 * lane));
      set(index);
      addressed.add(index);
    }
    get(index);
  };
  const source = (i: number) => {
    const { name, pair, value: index } = list[i]!;
    if (name === "row") {
      const row = Math.floor(index / layout.width), offset = 8 * (index % layout.width);
      addressOfRow(pair, row, 0);
      simd("v128.load64_zero", EIGHT_BYTES, ...unsigned(offset));
      put(i);
      addressOfRow(pair, row, 1);
      value(i);
      simd("v128.load64_lane", EIGHT_BYTES, ...unsigned(offset), 1);
    } else if (name === "constant") constant(twice(index));
    else {
      get(name === "state" ? FROM : BASE);
      simd("v128.load", SIXTEEN_BYTES, ...at(pair, index * PAIR + (name === "state" ? 0 : layout.fixed)));
    }
    put(i);
  };
  const operation = (i: number) => {
    const { name, operands, table } = list[i]!;
    for (const a of operands) {
      if (list[a]!.name === "row" && local[a] === undefined) source(a);
    }
    for (const a of operands) value(a);
    const direct = DIRECT[name as OperationName];
    if (direct) simd(direct);
    else if (name === "lane 0" || name === "lane 1") {
      // an index is an integer in the low bits of a double; a row has 16 bytes
      simd("i32x4.extract_lane", name === "lane 0" ? 0 : 2);
      emit(I32_CONST, 4, I32_SHL);
      simd("v128.load", SIXTEEN_BYTES, ...unsigned(addressOf(table!)));
    } else if (name === "column 0" || name === "column 1") {
      const half = LOW_BYTES.map((byte) => name === "column 0" ? byte : byte + 8);
      simd("i8x16.shuffle", ...half, ...half.map((byte) => byte + 16));
    } else if (name === "exponent") {
      // the upper 12 bits, made the lower ones of 2^52
      emit(I32_CONST, 52);
      simd("i64x2.shr_u");
      constant(twice(4503599627370496));
      simd("v128.or");
      constant(twice(4503599627370496 + 1023));
      simd("f64x2.sub");
    } else {
      // the lower 52 bits, under the sign and exponent of 1
      constant(twiceBits(0xfffffffffffffn));
      simd("v128.and");
      constant(twice(1));
      simd("v128.or");
    }
    put(i);
  };

  list.forEach(({ operands, name }, i) => {
    if (needed[i] && operands.length === 0 && name !== "row") source(i);
  });
  const early = neededFor(list, before.flat());
  list.forEach(({ operands }, i) => {
    if (needed[i] && operands.length > 0 && (early[i] || steady[i])) operation(i);
  });
  before.forEach((told, pair) => {
    for (const i of told) {
      get(BASE);
      value(i);
      simd("v128.store", SIXTEEN_BYTES, ...at(pair, layout.before));
    }
  });
  get(BASE);
  set(TELL);
  emit(LOOP, NO_RESULT);
  for (const i of inLoop) if (!steady[i]) operation(i);
  during.forEach((told, pair) => {
    for (const i of told) {
      get(TELL);
      value(i);
      simd("v128.store", SIXTEEN_BYTES, ...at(pair, layout.during));
    }
  });
  // all new values are read before the first one changes
  const changes = list.flatMap(({ name, pair, value: index }, i) => {
    const now = next[pair]?.[index];
    return name === "state" && needed[i] && now !== undefined && now !== i ? [{ i, now }] : [];
  });
  for (const { now } of changes) value(now);
  for (const { i } of changes.toReversed()) put(i);
  if (rowsTaken > 0) {
    get(LIST);
    emit(I32_CONST, ...signed(8 * rowsTaken), I32_ADD);
    set(LIST);
  }
  if (tells === "first") {
    get(BASE);
    emit(I32_CONST, PAIR, I32_ADD);
    set(TELL);
  }
  get(TIMES);
  emit(I32_CONST, 1, I32_SUB, 0x22, TIMES, BR_IF, 0, END); // while (--times)
  const stateLocal = new Map(list.flatMap(({ name, pair, value: index }, i) =>
    name === "state" && needed[i] ? [[`${pair} ${index}`, i]] : []
  ));
  next.forEach((values, pair) =>
    values.forEach((now, index) => {
      get(TO);
      value(stateLocal.get(`${pair} ${index}`) ?? now);
      simd("v128.store", SIXTEEN_BYTES, ...at(pair, index * PAIR));
    })
  );
  const declarations = [
    2,
    ...unsigned(FIRST_LOCAL - TELL + addresses),
    TYPE_I32,
    ...unsigned(locals - FIRST_LOCAL - addresses),
    TYPE_V128,
  ];
  return { declarations, code };
}

/** The operations of all pairs; constants are shared, and a look-up fetches a whole row for each lane. */
function lower({ list, next, before, during }: Program, copies: number) {
  const lowered: Instruction[] = [], constants = new Map<number, number>();
  const pairs = Array.from({ length: copies }, (_, pair) => {
    const place: number[] = [], rows = new Map<Table, Map<number, readonly number[]>>();
    const emit = (name: Instruction["name"], operands: readonly number[], value: number, table?: Table): number =>
      lowered.push({ name, operands, value, pair, ...(table && { table }) }) - 1;
    const rowsAt = (index: number, table: Table): readonly number[] => {
      const known = rows.get(table) ?? new Map<number, readonly number[]>();
      const lanes = known.get(index) ?? [emit("lane 0", [index], 0, table), emit("lane 1", [index], 0, table)];
      rows.set(table, known.set(index, lanes));
      return lanes;
    };
    list.forEach(({ name, operands: names, value, table }, i) => {
      const operands = names.map((a) => place[a]!);
      if (name === "constant") place[i] = constants.get(i) ?? emit(name, operands, value);
      else if (name === "lookup") place[i] = emit(value === 0 ? "column 0" : "column 1", rowsAt(operands[0]!, table!), 0);
      else place[i] = emit(name, operands, value);
      if (name === "constant") constants.set(i, place[i]!);
    });
    const at = (i: number) => place[i]!;
    return { next: next.map(at), before: before.map(at), during: during.map(at) };
  });
  return {
    list: lowered,
    next: pairs.map(({ next }) => next),
    before: pairs.map(({ before }) => before),
    during: pairs.map(({ during }) => during),
  };
}

/** How many instructions a program comes to for one pair. */
export function operationsOf(program: Program): number {
  const { list, next, before, during } = lower(program, 1);
  const needed = neededFor(list, [...next, ...before, ...during].flat());
  return list.filter(({ operands }, i) => needed[i] && operands.length > 0).length;
}

/** Which values stay the same from time to time. */
function steadyIn(list: readonly Instruction[]): boolean[] {
  const steady: boolean[] = [];
  for (const { name, operands } of list) {
    steady.push(operands.length === 0 ? name === "constant" || name === "setting" : operands.every((a) => steady[a]));
  }
  return steady;
}

const LOW_BYTES = [0, 1, 2, 3, 4, 5, 6, 7];

/** The bytes of a number in both lanes. */
function twice(value: number): number[] {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, value, true);
  return twiceBits(bytes.getBigUint64(0, true));
}

/** The bytes of 64 bits in both lanes. */
function twiceBits(bits: bigint): number[] {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setBigUint64(0, bits, true);
  const lane = LOW_BYTES.map((byte) => bytes.getUint8(byte));
  return [...lane, ...lane];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function text(name: string): number[] {
  const bytes = new TextEncoder().encode(name);
  return [bytes.length, ...bytes];
}

/** LEB128 of a number that is not negative. */
function unsigned(n: number): number[] {
  return n < 128 ? [n] : [n & 127 | 128, ...unsigned(n >>> 7)];
}

/** LEB128 of a number that may be negative: the last byte's bit 6 is its sign. */
function signed(n: number): number[] {
  return n >= -64 && n < 64 ? [n & 127] : [n & 127 | 128, ...signed(n >> 7)];
}

/** Makes a module's kernel. Throws where WebAssembly is refused. */
export function load(bytes: Uint8Array<ArrayBuffer>, memory: WebAssembly.Memory): Kernel {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { memory: { memory } });
  return exports.kernel as Kernel;
}
