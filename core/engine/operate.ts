/** What an operation on a pair of numbers is in WebAssembly. */
import type { Table } from "../arithmetic/arithmetic.ts";
import { type Assembler, bothLanes, type Opcodes } from "./assembler.ts";
import type { Instruction } from "./lower.ts";

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

/** Tells where each table lies in memory. */
export type AddressOf = (table: Table) => number;

/** Does an operation on the operands that are on the stack. */
export function operate(a: Assembler, { name, table }: Instruction, addressOf: AddressOf): void {
  const direct = DIRECT[name];
  if (direct) a.simd(direct);
  else if (name === "lane 0" || name === "lane 1") {
    // the index is an integer in the low half of a double, and a row of the table has 16 bytes
    a.simd("i32x4.extract_lane", [name === "lane 0" ? 0 : 2]);
    a.integer(4);
    a.scalar("i32.shl");
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

/** Puts a number in both lanes on the stack. */
export function constant(a: Assembler, value: number | bigint): void {
  a.simd("v128.const", bothLanes(value));
}
