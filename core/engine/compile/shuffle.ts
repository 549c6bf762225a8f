/** Row orders drawn in WebAssembly: the permutations of `core/orders.ts`, written as lists of row addresses. */
import { TWO_TO_26, TWO_TO_MINUS_53 } from "../../random.ts";
import { ADDRESS_BYTES, PAGE_BYTES, type PairLayout, SCRATCH } from "../memory.ts";
import { Assembler, type ScalarName } from "./assembler.ts";

/**
 * Lists the rows of some epochs, each epoch in a new random order.
 *
 * All arguments but the last are addresses: of the stream's state (four words, which are updated), of the row list, and
 * of data row 0.
 */
export type Shuffle = (stream: number, list: number, firstRow: number, epochs: number) => void;

/** The parameters, as locals. */
const STREAM = 0, LIST = 1, FIRST_ROW = 2, EPOCHS = 3, PARAMETER_COUNT = 4;

/** Code that pushes a value. */
type Expression = () => void;

/** Code for a permutation while it is drawn: where it is kept, and how it is permuted. */
interface PermutationEncoding {
  /** Starts an epoch with the identity. */
  begin(): void;
  /** Swaps the row at a position with that at the last remaining position. */
  swap(position: Expression): void;
  /** Ends the epoch: writes the order to the row list and moves past it. */
  end(): void;
}

/**
 * A module whose function `kernel` is a `Shuffle` for a layout's rows, of which there are at least two.
 *
 * A permutation of up to eight rows is packed in an integer. Larger ones are swapped in memory, which is slower: a load
 * from an address that depends on a random number has to wait for the stores before it.
 */
export function encodeShuffle({ rowCount, rowWidth }: PairLayout): Uint8Array<ArrayBuffer> {
  const a = new Assembler(PARAMETER_COUNT), last = a.newLocal("i32"), rowBytes = 8 * rowWidth;
  const words = [a.newLocal("i32"), a.newLocal("i32"), a.newLocal("i32"), a.newLocal("i32")] as const;
  const { get, i32, load, set, store } = expressionsOf(a);
  const encoding = rowCount <= MAX_PACKED_ROWS ? packedInInteger : storedInList;
  const { begin, swap, end } = encoding(a, last, rowCount, rowBytes);
  for (const [i, word] of words.entries()) set(word, load(get(STREAM), 4 * i));
  a.beginLoop(); // epochs
  begin();
  set(last, i32(rowCount - 1));
  a.beginLoop(); // positions, from the last down to the second
  swap(randomIndex(a, words, last));
  a.endLoop(last);
  end();
  a.endLoop(EPOCHS);
  for (const [i, word] of words.entries()) store(get(STREAM), get(word), 4 * i);
  a.i32Const(0);
  return a.toModule(SCRATCH.end / PAGE_BYTES);
}

const MAX_PACKED_ROWS = 8, BITS_PER_ROW = 4, ROW_MASK = 15;
/** Rows 0 to 7 in order, row 0 in the lowest bits. */
const IDENTITY = 0x76543210;

/** The permutation as an integer of four bits per row; `last` is the last remaining position. */
function packedInInteger(a: Assembler, last: number, rowCount: number, rowBytes: number): PermutationEncoding {
  const order = a.newLocal("i32"), position = a.newLocal("i32"), difference = a.newLocal("i32");
  const { get, i32, op, set, store } = expressionsOf(a);
  const shiftByRows = (shift: "i32.shl" | "i32.shr_u", value: number, rows: number) =>
    op(shift, get(value), op("i32.mul", get(rows), i32(BITS_PER_ROW)));
  return {
    begin: () => set(order, i32(IDENTITY)),
    swap(index) {
      set(position, index);
      // flips, in both rows, the bits in which they differ
      const differing = op("i32.xor", shiftByRows("i32.shr_u", order, position), shiftByRows("i32.shr_u", order, last));
      set(difference, op("i32.and", differing, i32(ROW_MASK)));
      const flipped = op("i32.xor", get(order), shiftByRows("i32.shl", difference, position));
      set(order, op("i32.xor", flipped, shiftByRows("i32.shl", difference, last)));
    },
    end() {
      set(last, i32(rowCount));
      a.beginLoop(); // rows; the next one is in the lowest bits
      const row = op("i32.and", get(order), i32(ROW_MASK));
      store(get(LIST), op("i32.add", op("i32.mul", row, i32(rowBytes)), get(FIRST_ROW)));
      a.addToLocal(LIST, ADDRESS_BYTES);
      set(order, op("i32.shr_u", get(order), i32(BITS_PER_ROW)));
      a.endLoop(last);
    },
  };
}

/** The permutation in the row list, as addresses. */
function storedInList(a: Assembler, last: number, rowCount: number, rowBytes: number): PermutationEncoding {
  const entry = a.newLocal("i32"), otherEntry = a.newLocal("i32"), row = a.newLocal("i32");
  const { get, i32, load, op, set, store } = expressionsOf(a);
  const entryAt = (position: Expression) => op("i32.add", op("i32.mul", position, i32(ADDRESS_BYTES)), get(LIST));
  return {
    begin() {
      set(entry, get(LIST));
      set(row, get(FIRST_ROW));
      set(last, i32(rowCount));
      a.beginLoop(); // rows
      store(get(entry), get(row));
      a.addToLocal(entry, ADDRESS_BYTES);
      a.addToLocal(row, rowBytes);
      a.endLoop(last);
    },
    swap(index) {
      set(otherEntry, entryAt(index));
      set(entry, entryAt(get(last)));
      set(row, load(get(entry)));
      store(get(entry), load(get(otherEntry)));
      store(get(otherEntry), get(row));
    },
    end: () => a.addToLocal(LIST, ADDRESS_BYTES * rowCount),
  };
}

type Words = readonly [number, number, number, number];

/** ⌊u·(last + 1)⌋, where u is the stream's next double. */
function randomIndex(a: Assembler, words: Words, last: number): Expression {
  const { get, i32, f64, op } = expressionsOf(a);
  const upperBits = (count: number) =>
    op("f64.convert_i32_u", op("i32.shr_u", () => emitDraw(a, words), i32(32 - count)));
  const bits = op("f64.add", op("f64.mul", upperBits(27), f64(TWO_TO_26)), upperBits(26));
  const count = op("f64.convert_i32_u", op("i32.add", get(last), i32(1)));
  return op("i32.trunc_f64_u", op("f64.mul", op("f64.mul", bits, f64(TWO_TO_MINUS_53)), count));
}

/** Pushes the stream's next draw and updates its state, like `draw` in random.ts. */
function emitDraw(a: Assembler, [first, second, third, fourth]: Words): void {
  const { get, i32, op, set } = expressionsOf(a);
  const draw = op("i32.mul", op("i32.rotl", op("i32.mul", get(second), i32(5)), i32(7)), i32(9));
  const shifted = op("i32.shl", get(second), i32(9));
  draw();
  shifted();
  set(third, op("i32.xor", get(third), get(first)));
  set(fourth, op("i32.xor", get(fourth), get(second)));
  set(second, op("i32.xor", get(second), get(third)));
  set(first, op("i32.xor", get(first), get(fourth)));
  const onStack = () => {}; // the shifted second word
  set(third, op("i32.xor", onStack, get(third)));
  set(fourth, op("i32.rotl", get(fourth), i32(11)));
}

/** Functions that build expressions, and statements that evaluate them. */
function expressionsOf(a: Assembler) {
  return {
    get: (local: number): Expression => () => a.localGet(local),
    i32: (value: number): Expression => () => a.i32Const(value),
    f64: (value: number): Expression => () => a.f64Const(value),
    op: (name: ScalarName, ...operands: readonly Expression[]): Expression => () => {
      operands.forEach((push) => push());
      a.scalar(name);
    },
    load: (address: Expression, offset = 0): Expression => () => {
      address();
      a.i32Load(offset);
    },
    set(local: number, value: Expression): void {
      value();
      a.localSet(local);
    },
    store(address: Expression, value: Expression, offset = 0): void {
      address();
      value();
      a.i32Store(offset);
    },
  };
}
