/** Orders drawn in WebAssembly: the permutations of `core/orders.ts`, as lists of rows' addresses. */
import { TWO_TO_26, TWO_TO_MINUS_53 } from "../random.ts";
import { type Assembler, assembler, OPCODES } from "./assembler.ts";
import { ADDRESS, PAGE, WORKPLACE } from "./memory.ts";

/**
 * Lists the rows of so many epochs, each epoch in a fresh order.
 *
 * At `stream` are the four words of the stream's state, which it takes on; `list` is the address where the first row
 * goes, `first` that of the row 0, and `rowBytes` how far it is to the next one. There are from 2 to `MOST_ROWS` rows.
 */
export type Shuffle = (
  stream: number,
  list: number,
  first: number,
  rowBytes: number,
  rows: number,
  epochs: number,
) => void;

/** As many as 32 bits have room for, four each. */
export const MOST_ROWS = 8;

/** The rows in turn, row 0 in the lowest bits. */
const IN_TURN = 0x76543210, BITS_A_ROW = 4, ONE_ROW = 15;

/** The parameters, as locals. */
const STREAM = 0, LIST = 1, FIRST = 2, ROW_BYTES = 3, ROWS = 4, EPOCHS = 5, PARAMETERS = 6;

/**
 * A module whose function `kernel` is a `Shuffle`.
 *
 * An order is held in one integer: a place in memory that has just been written, nobody knows yet which, is one that the
 * processor would have to wait for.
 */
export function encodeShuffle(): Uint8Array<ArrayBuffer> {
  const a = assembler(PARAMETERS, OPCODES);
  const [order, left, place, bits] = [a.address(), a.address(), a.address(), a.address()];
  const words = [0, 1, 2, 3].map((word) => ({ local: a.address(), offset: 4 * word }));
  for (const { local, offset } of words) {
    a.get(STREAM);
    a.loadInteger(offset);
    a.set(local);
  }

  a.loop(); // over epochs
  a.integer(IN_TURN);
  a.set(order);
  a.get(ROWS);
  a.integer(1);
  a.scalar("i32.sub");
  a.set(left);

  const lastPlace = () => {
    a.get(left);
    a.integer(BITS_A_ROW);
    a.scalar("i32.mul");
  };
  a.loop(); // over places, from the last one to the second
  below(a, words.map(({ local }) => local), left);
  a.integer(BITS_A_ROW);
  a.scalar("i32.mul");
  a.set(place);
  // what differs between the two rows is changed in both
  shifted(a, "i32.shr_u", order, () => a.get(place));
  shifted(a, "i32.shr_u", order, lastPlace);
  a.scalar("i32.xor");
  a.integer(ONE_ROW);
  a.scalar("i32.and");
  a.set(bits);
  a.get(order);
  shifted(a, "i32.shl", bits, () => a.get(place));
  a.scalar("i32.xor");
  shifted(a, "i32.shl", bits, lastPlace);
  a.scalar("i32.xor");
  a.set(order);
  a.again(left);

  a.get(ROWS);
  a.set(left);
  a.loop(); // over rows
  a.get(LIST);
  a.get(order);
  a.integer(ONE_ROW);
  a.scalar("i32.and");
  a.get(ROW_BYTES);
  a.scalar("i32.mul");
  a.get(FIRST);
  a.scalar("i32.add");
  a.storeInteger(0);
  a.advance(LIST, ADDRESS);
  shifted(a, "i32.shr_u", order, () => a.integer(BITS_A_ROW));
  a.set(order);
  a.again(left);
  a.again(EPOCHS);

  for (const { local, offset } of words) {
    a.get(STREAM);
    a.get(local);
    a.storeInteger(offset);
  }
  a.integer(0);
  return a.module(WORKPLACE.end / PAGE);
}

/** ⌊u·(left + 1)⌋, u being the stream's next double. */
function below(a: Assembler, words: readonly number[], left: number): void {
  draw(a, words);
  a.integer(5);
  a.scalar("i32.shr_u");
  a.scalar("f64.convert_i32_u");
  a.double(TWO_TO_26);
  a.scalar("f64.mul");
  draw(a, words);
  a.integer(6);
  a.scalar("i32.shr_u");
  a.scalar("f64.convert_i32_u");
  a.scalar("f64.add");
  a.double(TWO_TO_MINUS_53);
  a.scalar("f64.mul");
  a.get(left);
  a.integer(1);
  a.scalar("i32.add");
  a.scalar("f64.convert_i32_u");
  a.scalar("f64.mul");
  a.scalar("i32.trunc_f64_u");
}

/** The stream's next draw: see `draw` in random.ts. */
function draw(a: Assembler, words: readonly number[]): void {
  const [first, second, third, fourth] = words as [number, number, number, number];
  const mix = (word: number, other: number) => {
    a.get(word);
    a.get(other);
    a.scalar("i32.xor");
    a.set(word);
  };
  a.get(second);
  a.integer(5);
  a.scalar("i32.mul");
  a.integer(7);
  a.scalar("i32.rotl");
  a.integer(9);
  a.scalar("i32.mul"); // the draw, which stays on the stack
  shifted(a, "i32.shl", second, () => a.integer(9));
  mix(third, first);
  mix(fourth, second);
  mix(second, third);
  mix(first, fourth);
  a.get(third);
  a.scalar("i32.xor"); // with what was shifted
  a.set(third);
  shifted(a, "i32.rotl", fourth, () => a.integer(11));
  a.set(fourth);
}

/** Puts a local on the stack, shifted by what `by` puts there. */
function shifted(a: Assembler, how: "i32.shl" | "i32.shr_u" | "i32.rotl", local: number, by: () => void): void {
  a.get(local);
  by();
  a.scalar(how);
}
