/**
 * WebAssembly as bytes.
 *
 * A module is a magic number, a version, and sections, each with its number and its length. Numbers are in LEB128: seven
 * bits a byte, the low ones first. An instruction is an opcode and its immediates, and takes its operands from a stack;
 * the opcodes of 128 bits come after a prefix. https://webassembly.github.io/spec/core/binary/
 */

/** The instructions of 128 bits that kernels consist of, by the names of the specification. */
export const OPCODES = {
  "v128.load": 0x00,
  "v128.store": 0x0b,
  "v128.const": 0x0c,
  "i8x16.shuffle": 0x0d,
  "i32x4.extract_lane": 0x1b,
  "f64x2.eq": 0x47,
  "f64x2.lt": 0x49,
  "v128.not": 0x4d,
  "v128.and": 0x4e,
  /** The first operand where the second has zeros. */
  "v128.andnot": 0x4f,
  "v128.or": 0x50,
  "v128.bitselect": 0x52,
  "v128.any_true": 0x53,
  "i64x2.shr_u": 0xcd,
  "f64x2.abs": 0xec,
  "f64x2.sqrt": 0xef,
  "f64x2.add": 0xf0,
  "f64x2.sub": 0xf1,
  "f64x2.mul": 0xf2,
  "f64x2.div": 0xf3,
  /** NaN where one of the two is. */
  "f64x2.max": 0xf5,
  /** `b < a ? b : a`, as the core's `min` is; `f64x2.min` treats NaN and −0 otherwise. */
  "f64x2.pmin": 0xf6,
  "f64x2.pmax": 0xf7,
} as const;

/** An opcode for each instruction of 128 bits. */
export type Opcodes = Readonly<Record<keyof typeof OPCODES, number>>;

/** The instructions on single numbers, integers of 32 bits and doubles, by the same names. */
const SCALARS = {
  "i32.add": 0x6a,
  "i32.sub": 0x6b,
  "i32.mul": 0x6c,
  "i32.and": 0x71,
  "i32.xor": 0x73,
  "i32.shl": 0x74,
  "i32.shr_u": 0x76,
  "i32.rotl": 0x77,
  "f64.add": 0xa0,
  "f64.mul": 0xa2,
  "i32.trunc_f64_u": 0xab,
  "f64.convert_i32_u": 0xb8,
} as const;

/** The instructions besides, and what sections are made of. */
const CODE = {
  loop: 0x03,
  end: 0x0b,
  brIf: 0x0d,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  i32Load: 0x28,
  i32Store: 0x36,
  i32Const: 0x41,
  f64Const: 0x44,
} as const;
const PREFIX_128 = 0xfd, TYPE_I32 = 0x7f, TYPE_V128 = 0x7b, TYPE_FUNCTION = 0x60, NO_RESULT = 0x40;
const SECTION = { types: 1, imports: 2, functions: 3, exports: 7, code: 10 } as const;
const FUNCTION = 0, MEMORY = 2;

/** Accesses of integers and of 128 bits are at multiples of 2^2 and 2^4. */
const ALIGNED = { integer: 2, pair: 4 } as const;

/** A function in the making. Its locals are numbered; the parameters come first. */
export interface Assembler {
  /** A new local for an address or another integer. */
  address(): number;
  /** A new local for a pair of numbers. */
  value(): number;
  /** Puts a local on the stack. */
  get(local: number): void;
  /** Takes what is on the stack into a local. */
  set(local: number): void;
  /** Takes it, and leaves it there. */
  tee(local: number): void;
  /** Puts an integer on the stack. */
  integer(value: number): void;
  /** Puts a double on the stack. */
  double(value: number): void;
  /** An instruction on single numbers. */
  scalar(name: keyof typeof SCALARS): void;
  /** Adds to a local. */
  advance(local: number, by: number): void;
  /** Begins a loop. */
  loop(): void;
  /** Ends it: counts a local down, and goes back to the beginning unless it is 0. */
  again(local: number): void;
  /** Loads an integer from the address on the stack plus `offset`. */
  loadInteger(offset: number): void;
  /** Stores the integer on the stack at the address below it plus `offset`. */
  storeInteger(offset: number): void;
  /** An instruction of 128 bits. */
  simd(name: keyof Opcodes, immediates?: readonly number[]): void;
  /** Loads or stores at the address on the stack plus `offset`. */
  access(name: "v128.load" | "v128.store", offset: number): void;
  /** A module with this function, exported as `kernel`; it imports a memory of so many pages as `memory.memory`. */
  module(pages: number): Uint8Array<ArrayBuffer>;
}

/** Begins a function with so many parameters, all of them i32, which answers the i32 that is on the stack at its end. */
export function assembler(parameters: number, opcodes: Opcodes): Assembler {
  const code: number[] = [], types: number[] = [];
  const withIndex = (opcode: number, index: number) => {
    code.push(opcode);
    unsigned(code, index);
  };
  const integer = (value: number) => {
    code.push(CODE.i32Const);
    signed(code, value);
  };
  const scalar = (name: keyof typeof SCALARS) => void code.push(SCALARS[name]);
  const simd = (name: keyof Opcodes, immediates: readonly number[] = []) => {
    code.push(PREFIX_128);
    unsigned(code, opcodes[name]);
    for (const byte of immediates) code.push(byte);
  };
  const local = (type: number) => parameters + types.push(type) - 1;
  return {
    address: () => local(TYPE_I32),
    value: () => local(TYPE_V128),
    get: (index: number) => withIndex(CODE.localGet, index),
    set: (index: number) => withIndex(CODE.localSet, index),
    tee: (index: number) => withIndex(CODE.localTee, index),
    integer,
    double: (value: number) => void code.push(CODE.f64Const, ...bytesOf(value)),
    scalar,
    advance(index: number, by: number): void {
      withIndex(CODE.localGet, index);
      integer(by);
      scalar("i32.add");
      withIndex(CODE.localSet, index);
    },
    loop: () => void code.push(CODE.loop, NO_RESULT),
    again(index: number): void {
      withIndex(CODE.localGet, index);
      integer(1);
      scalar("i32.sub");
      withIndex(CODE.localTee, index);
      code.push(CODE.brIf, 0, CODE.end);
    },
    loadInteger(offset: number): void {
      code.push(CODE.i32Load, ALIGNED.integer);
      unsigned(code, offset);
    },
    storeInteger(offset: number): void {
      code.push(CODE.i32Store, ALIGNED.integer);
      unsigned(code, offset);
    },
    simd,
    access(name: "v128.load" | "v128.store", offset: number): void {
      simd(name);
      code.push(ALIGNED.pair);
      unsigned(code, offset);
    },
    module(pages: number): Uint8Array<ArrayBuffer> {
      const locals = [...leb128(types.length), ...types.flatMap((type) => [1, type])];
      const body = [...leb128(locals.length + code.length + 1), ...locals];
      const head = [
        ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // "\0asm", version 1
        ...section(SECTION.types, [1, TYPE_FUNCTION, parameters, ...new Array(parameters).fill(TYPE_I32), 1, TYPE_I32]),
        ...section(SECTION.imports, [1, ...text("memory"), ...text("memory"), MEMORY, 0, pages]),
        ...section(SECTION.functions, [1, 0]),
        ...section(SECTION.exports, [1, ...text("kernel"), FUNCTION, 0]),
        ...[SECTION.code, ...leb128(1 + body.length + code.length + 1), 1, ...body],
      ];
      const bytes = new Uint8Array(head.length + code.length + 1);
      bytes.set(head);
      bytes.set(code, head.length);
      bytes[bytes.length - 1] = CODE.end;
      return bytes;
    },
  };
}

/** The bytes of a number's 64 bits, once for each lane. */
export function bothLanes(value: number | bigint): number[] {
  const lane = bytesOf(value);
  return [...lane, ...lane];
}

function bytesOf(value: number | bigint): number[] {
  const bytes = new DataView(new ArrayBuffer(8));
  if (typeof value === "bigint") bytes.setBigUint64(0, value, true);
  else bytes.setFloat64(0, value, true);
  return [0, 1, 2, 3, 4, 5, 6, 7].map((i) => bytes.getUint8(i));
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...leb128(content.length), ...content];
}

function leb128(value: number): number[] {
  const bytes: number[] = [];
  unsigned(bytes, value);
  return bytes;
}

function text(name: string): number[] {
  return [name.length, ...new TextEncoder().encode(name)];
}

/** Appends a number that is not negative as LEB128. */
function unsigned(bytes: number[], value: number): void {
  let rest = value;
  for (; rest >= 128; rest >>>= 7) bytes.push(rest & 127 | 128);
  bytes.push(rest);
}

/** Appends a number as LEB128: bit 6 of the last byte is its sign. */
function signed(bytes: number[], value: number): void {
  let rest = value;
  for (; rest < -64 || rest >= 64; rest >>= 7) bytes.push(rest & 127 | 128);
  bytes.push(rest & 127);
}
