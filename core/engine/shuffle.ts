/** Orders drawn in WebAssembly: the permutations of `core/orders.ts`, as lists of rows' addresses. */
import { TWO_TO_26, TWO_TO_MINUS_53 } from "../random.ts";
import { type Assembler, assembler, OPCODES } from "./assembler.ts";
import { ADDRESS, type Layout, PAGE, WORKPLACE } from "./memory.ts";

/**
 * Lists the rows of so many epochs, each epoch in a fresh order.
 *
 * At `stream` are the four words of the stream's state, which it takes on; `list` is the address where the first row's
 * goes, and `first` that of row 0.
 */
export type Shuffle = (stream: number, list: number, first: number, epochs: number) => void;

/** The parameters, as locals. */
const STREAM = 0, LIST = 1, FIRST = 2, EPOCHS = 3, PARAMETERS = 4;

/** How an order is held while it is drawn. */
interface Holding {
  /** Begins an epoch: the rows in turn. */
  begin(): void;
  /** Swaps the row in the last place that is left with that in the place on the stack. */
  swap(): void;
  /** Ends the epoch: its order is listed, and the list goes on behind it. */
  end(): void;
}

/**
 * A module whose function `kernel` is a `Shuffle` for a layout's rows, of which there are at least two.
 *
 * Few rows are held in one integer. More are swapped in the list, for which the processor has to wait: it does not know
 * beforehand in which place something has just been written.
 */
export function encodeShuffle({ rows, width }: Layout): Uint8Array<ArrayBuffer> {
  const a = assembler(PARAMETERS, OPCODES), left = a.address(), rowBytes = 8 * width;
  const words = [0, 1, 2, 3].map((word) => ({ local: a.address(), offset: 4 * word }));
  const { begin, swap, end } = (rows <= MOST_ROWS ? inInteger : inList)(a, left, rows, rowBytes);
  for (const { local, offset } of words) {
    a.get(STREAM);
    a.loadInteger(offset);
    a.set(local);
  }
  a.loop(); // over epochs
  begin();
  a.integer(rows - 1);
  a.set(left);
  a.loop(); // over places, from the last one to the second
  below(a, words.map(({ local }) => local), left);
  swap();
  a.again(left);
  end();
  a.again(EPOCHS);
  for (const { local, offset } of words) {
    a.get(STREAM);
    a.get(local);
    a.storeInteger(offset);
  }
  a.integer(0);
  return a.module(WORKPLACE.end / PAGE);
}

/** As many rows as an integer has room for, in turn, row 0 in the lowest bits. */
const MOST_ROWS = 8, IN_TURN = 0x76543210, BITS_A_ROW = 4, ONE_ROW = 15;

/** Rows in an integer, four bits each; `left` is the last place that is left. */
function inInteger(a: Assembler, left: number, rows: number, rowBytes: number): Holding {
  const order = a.address(), place = a.address(), bits = a.address();
  const bitsOf = (local: number) => {
    a.get(local);
    a.integer(BITS_A_ROW);
    a.scalar("i32.mul");
  };
  return {
    begin() {
      a.integer(IN_TURN);
      a.set(order);
    },
    swap() {
      a.set(place);
      // what differs between the two rows is changed in both
      shifted(a, "i32.shr_u", order, () => bitsOf(place));
      shifted(a, "i32.shr_u", order, () => bitsOf(left));
      a.scalar("i32.xor");
      a.integer(ONE_ROW);
      a.scalar("i32.and");
      a.set(bits);
      a.get(order);
      shifted(a, "i32.shl", bits, () => bitsOf(place));
      a.scalar("i32.xor");
      shifted(a, "i32.shl", bits, () => bitsOf(left));
      a.scalar("i32.xor");
      a.set(order);
    },
    end() {
      a.integer(rows);
      a.set(left);
      a.loop(); // over rows, of which the next one is in the lowest bits
      a.get(LIST);
      a.get(order);
      a.integer(ONE_ROW);
      a.scalar("i32.and");
      a.integer(rowBytes);
      a.scalar("i32.mul");
      a.get(FIRST);
      a.scalar("i32.add");
      a.storeInteger(0);
      a.advance(LIST, ADDRESS);
      shifted(a, "i32.shr_u", order, () => a.integer(BITS_A_ROW));
      a.set(order);
      a.again(left);
    },
  };
}

/** Rows in the list, as the addresses that they become. */
function inList(a: Assembler, left: number, rows: number, rowBytes: number): Holding {
  const here = a.address(), there = a.address(), row = a.address();
  /** From a place in the list to its address, on the stack. */
  const toAddress = () => {
    a.integer(ADDRESS);
    a.scalar("i32.mul");
    a.get(LIST);
    a.scalar("i32.add");
  };
  return {
    begin() {
      a.get(LIST);
      a.set(here);
      a.get(FIRST);
      a.set(row);
      a.integer(rows);
      a.set(left);
      a.loop(); // over rows
      a.get(here);
      a.get(row);
      a.storeInteger(0);
      a.advance(here, ADDRESS);
      a.advance(row, rowBytes);
      a.again(left);
    },
    swap() {
      toAddress();
      a.set(there);
      a.get(left);
      toAddress();
      a.set(here);
      a.get(here);
      a.loadInteger(0);
      a.set(row);
      a.get(here);
      a.get(there);
      a.loadInteger(0);
      a.storeInteger(0);
      a.get(there);
      a.get(row);
      a.storeInteger(0);
    },
    end() {
      a.advance(LIST, ADDRESS * rows);
    },
  };
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
