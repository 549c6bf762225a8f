/**
 * Assembles WebAssembly modules of one function.
 *
 * A module is a magic number, a version and sections, each with its number and length. Integers are in LEB128: seven
 * bits per byte, the low ones first. An instruction is an opcode and its immediates; operands come from a stack. The
 * opcodes of 128-bit (SIMD) instructions follow a prefix. https://webassembly.github.io/spec/core/binary/
 */

/** The SIMD instructions of kernels, by their names in the specification. */
export const SIMD_OPCODES = {
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
  /** NaN if one of the operands is NaN. */
  "f64x2.max": 0xf5,
  /** `b < a ? b : a`, like the core's `min`; `f64x2.min` differs for NaN and −0. */
  "f64x2.pmin": 0xf6,
  "f64x2.pmax": 0xf7,
} as const;

/** An opcode for each SIMD instruction. */
export type SimdOpcodes = Readonly<Record<keyof typeof SIMD_OPCODES, number>>;

/** Instructions on 32-bit integers and doubles, by their names in the specification. */
const SCALAR_OPCODES = {
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

/** The name of a scalar instruction. */
export type ScalarName = keyof typeof SCALAR_OPCODES;

/** Instructions with immediates. */
const OPCODES = {
  loop: 0x03,
  end: 0x0b,
  brIf: 0x0d,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  "i32.load": 0x28,
  "i32.store": 0x36,
  i32Const: 0x41,
  f64Const: 0x44,
} as const;
const SIMD_PREFIX = 0xfd;
const TYPES = { i32: 0x7f, v128: 0x7b, function: 0x60, empty: 0x40 } as const;
const SECTIONS = { types: 1, imports: 2, functions: 3, exports: 7, code: 10 } as const;
/** Kinds of exports and imports. */
const KINDS = { function: 0, memory: 2 } as const;
const HEADER = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]; // "\0asm", version 1

/** Assembles a function: its methods append instructions. Locals are numbered; the parameters come first. */
export class Assembler {
  readonly #parameterCount: number;
  readonly #opcodes: SimdOpcodes;
  readonly #code: number[] = [];
  readonly #localTypes: number[] = [];

  /** Starts a function of i32 parameters; its result is the i32 that its code leaves on the stack. */
  constructor(parameterCount: number, opcodes: SimdOpcodes = SIMD_OPCODES) {
    this.#parameterCount = parameterCount;
    this.#opcodes = opcodes;
  }

  /** Adds a local variable; returns its index. */
  newLocal(type: "i32" | "v128"): number {
    return this.#parameterCount + this.#localTypes.push(TYPES[type]) - 1;
  }

  /** Pushes a local. */
  localGet(local: number): this {
    return this.#withIndex(OPCODES.localGet, local);
  }

  /** Pops into a local. */
  localSet(local: number): this {
    return this.#withIndex(OPCODES.localSet, local);
  }

  /** Copies the top of the stack into a local. */
  localTee(local: number): this {
    return this.#withIndex(OPCODES.localTee, local);
  }

  /** Pushes an integer. */
  i32Const(value: number): this {
    this.#code.push(OPCODES.i32Const);
    pushSigned(this.#code, value);
    return this;
  }

  /** Pushes a double. */
  f64Const(value: number): this {
    this.#code.push(OPCODES.f64Const, ...littleEndianBytes(value));
    return this;
  }

  /** A scalar instruction without immediates. */
  scalar(name: ScalarName): this {
    this.#code.push(SCALAR_OPCODES[name]);
    return this;
  }

  /** A SIMD instruction. */
  simd(name: keyof SimdOpcodes, immediates: readonly number[] = []): this {
    this.#withIndex(SIMD_PREFIX, this.#opcodes[name]);
    for (const byte of immediates) this.#code.push(byte);
    return this;
  }

  /** Pushes a vector that holds the same 64 bits in both lanes. */
  v128Const(value: number | bigint): this {
    const lane = littleEndianBytes(value);
    return this.simd("v128.const", [...lane, ...lane]);
  }

  /** Loads or stores an aligned i32 at the address on the stack plus `offset`. */
  i32(access: "load" | "store", offset: number): this {
    this.#code.push(OPCODES[`i32.${access}`]);
    return this.#withIndex(2, offset); // log₂ of the alignment
  }

  /** Loads or stores an aligned vector at the address on the stack plus `offset`. */
  v128(access: "load" | "store", offset: number): this {
    return this.simd(`v128.${access}`).#withIndex(4, offset);
  }

  /** Adds an integer to a local. */
  addToLocal(local: number, amount: number): this {
    return this.localGet(local).i32Const(amount).scalar("i32.add").localSet(local);
  }

  /** Opens a loop. */
  beginLoop(): void {
    this.#code.push(OPCODES.loop, TYPES.empty);
  }

  /** Closes the loop: decrements the counter and repeats unless it is 0. */
  endLoop(counter: number): void {
    this.localGet(counter).i32Const(1).scalar("i32.sub").localTee(counter);
    this.#code.push(OPCODES.brIf, 0, OPCODES.end);
  }

  #withIndex(byte: number, index: number): this {
    this.#code.push(byte);
    pushUnsigned(this.#code, index);
    return this;
  }

  /** The module: exports the function as `kernel` and imports a memory of at least `pages` pages as `memory.memory`. */
  toModule(pages: number): Uint8Array<ArrayBuffer> {
    const code = this.#code, parameters = new Array(this.#parameterCount).fill(TYPES.i32);
    const locals = [...leb128(this.#localTypes.length), ...this.#localTypes.flatMap((type) => [1, type])];
    const body = [...leb128(locals.length + code.length + 1), ...locals];
    const head = [
      ...HEADER,
      ...section(SECTIONS.types, [1, TYPES.function, parameters.length, ...parameters, 1, TYPES.i32]),
      ...section(SECTIONS.imports, [1, ...text("memory"), ...text("memory"), KINDS.memory, 0, pages]),
      ...section(SECTIONS.functions, [1, 0]),
      ...section(SECTIONS.exports, [1, ...text("kernel"), KINDS.function, 0]),
      ...[SECTIONS.code, ...leb128(1 + body.length + code.length + 1), 1, ...body],
    ];
    const bytes = new Uint8Array(head.length + code.length + 1);
    bytes.set(head);
    bytes.set(code, head.length);
    bytes[bytes.length - 1] = OPCODES.end;
    return bytes;
  }
}

function littleEndianBytes(value: number | bigint): number[] {
  const bytes = new DataView(new ArrayBuffer(8));
  if (typeof value === "bigint") bytes.setBigUint64(0, value, true);
  else bytes.setFloat64(0, value, true);
  return [0, 1, 2, 3, 4, 5, 6, 7].map((i) => bytes.getUint8(i));
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...leb128(content.length), ...content];
}

function text(name: string): number[] {
  return [name.length, ...new TextEncoder().encode(name)];
}

function leb128(value: number): number[] {
  const bytes: number[] = [];
  pushUnsigned(bytes, value);
  return bytes;
}

/** Appends a non-negative integer as unsigned LEB128. */
function pushUnsigned(bytes: number[], value: number): void {
  let rest = value;
  for (; rest >= 128; rest >>>= 7) bytes.push(rest & 127 | 128);
  bytes.push(rest);
}

/** Appends an integer as signed LEB128: bit 6 of the last byte is the sign. */
function pushSigned(bytes: number[], value: number): void {
  let rest = value;
  for (; rest < -64 || rest >= 64; rest >>= 7) bytes.push(rest & 127 | 128);
  bytes.push(rest & 127);
}
