/** Instruction selection: the WebAssembly instructions of a vector instruction. */
import type { LookupTable } from "../../arithmetic/arithmetic.ts";
import type { Instruction } from "../plan/lower.ts";
import { type Assembler, bytesOfBothLanes, type SimdOpcodes } from "./assembler.ts";

/** Instructions that WebAssembly has, with the same operands in the same order. */
const DIRECT: { readonly [N in Instruction["name"]]?: keyof SimdOpcodes } = {
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

/** Shuffle patterns: bytes 0 to 15 are the first operand, 16 to 31 the second. */
const LOW_HALVES = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];
const HIGH_HALVES = LOW_HALVES.map((byte) => byte + 8);

const TWO_TO_52 = 4503599627370496;
const SIGNIFICAND_MASK = 0xfffffffffffffn;

/** The address of each table in memory. */
export type TableAddressOf = (table: LookupTable) => number;

/** Emits the instruction for the operands on the stack. */
export function emitInstruction(a: Assembler, { name, table }: Instruction, tableAddressOf: TableAddressOf): void {
  const direct = DIRECT[name];
  if (direct) a.simd(direct);
  else if (name === "tableRow0" || name === "tableRow1") {
    // the low half of the double is the row index as an integer, and a table row has 16 bytes
    a.simd("i32x4.extract_lane", [name === "tableRow0" ? 0 : 2]);
    a.i32Const(4);
    a.scalar("i32.shl");
    a.v128Access("v128.load", tableAddressOf(table!));
  } else if (name === "lowHalves" || name === "highHalves") {
    a.simd("i8x16.shuffle", name === "lowHalves" ? LOW_HALVES : HIGH_HALVES);
  } else if (name === "exponent") {
    // sign and exponent become the last digits of a number between 2^52 and 2^53
    a.i32Const(52);
    a.simd("i64x2.shr_u");
    emitConstant(a, TWO_TO_52);
    a.simd("v128.or");
    emitConstant(a, TWO_TO_52 + 1023);
    a.simd("f64x2.sub");
  } else {
    // significand: the lower 52 bits with the sign and exponent of 1
    emitConstant(a, SIGNIFICAND_MASK);
    a.simd("v128.and");
    emitConstant(a, 1);
    a.simd("v128.or");
  }
}

/** Pushes a constant in both lanes. */
export function emitConstant(a: Assembler, value: number | bigint): void {
  a.simd("v128.const", bytesOfBothLanes(value));
}
