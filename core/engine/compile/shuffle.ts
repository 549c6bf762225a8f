/** Row orders drawn in WebAssembly: the permutations of `core/orders.ts`, written as lists of row addresses. */
import { TWO_TO_26, TWO_TO_MINUS_53 } from "../../random.ts";
import { ADDRESS_BYTES, pagesOf, type PairLayout, SCRATCH } from "../memory.ts";
import { Assembler } from "./assembler.ts";

/**
 * Lists the rows of some epochs, each epoch in a new random order.
 *
 * All arguments but the last are addresses: of the stream's state (four words, which are updated), of the row list, and
 * of data row 0.
 */
export type Shuffle = (stream: number, list: number, firstRow: number, epochs: number) => void;

/** The parameters, as locals. */
const STREAM = 0, LIST = 1, FIRST_ROW = 2, EPOCHS = 3, PARAMETER_COUNT = 4;

/** Code for a permutation while it is drawn: where it is kept, and how it is permuted. */
interface PermutationEncoding {
  /** Starts an epoch with the identity. */
  begin(): void;
  /** Pops a position and swaps its row with that at the last remaining position. */
  swap(): void;
  /** Ends the epoch: writes the order to the row list and moves past it. */
  end(): void;
}

/**
 * A module whose function `kernel` is a `Shuffle` for the rows of a layout, at least two.
 *
 * A permutation of up to eight rows is packed in an integer. Larger ones are swapped in memory, which is slower: a load
 * from an address that depends on a random number has to wait for the stores before it.
 */
export function encodeShuffle({ rowCount, rowWidth }: PairLayout): Uint8Array<ArrayBuffer> {
  const a = new Assembler(PARAMETER_COUNT), last = a.newLocal("i32");
  const words = [a.newLocal("i32"), a.newLocal("i32"), a.newLocal("i32"), a.newLocal("i32")] as const;
  const encoding = rowCount <= MAX_PACKED_ROWS ? packedInInteger : storedInList;
  const { begin, swap, end } = encoding(a, last, rowCount, 8 * rowWidth);
  for (const [i, word] of words.entries()) a.localGet(STREAM).i32("load", 4 * i).localSet(word);
  a.beginLoop(); // epochs
  begin();
  a.i32Const(rowCount - 1).localSet(last);
  a.beginLoop(); // positions, from the last down to the second
  emitRandomIndex(a, words, last);
  swap();
  a.endLoop(last);
  end();
  a.endLoop(EPOCHS);
  for (const [i, word] of words.entries()) a.localGet(STREAM).localGet(word).i32("store", 4 * i);
  return a.i32Const(0).toModule(pagesOf(SCRATCH.end));
}

const MAX_PACKED_ROWS = 8, BITS_PER_ROW = 4, ROW_MASK = 15;
/** Rows 0 to 7 in order, row 0 in the lowest bits. */
const IDENTITY = 0x76543210;

/** The permutation as an integer of four bits per row; `last` is the last remaining position. */
function packedInInteger(a: Assembler, last: number, rowCount: number, rowBytes: number): PermutationEncoding {
  const order = a.newLocal("i32"), position = a.newLocal("i32"), difference = a.newLocal("i32");
  /** Pushes `value` shifted by the bits of `rows` rows; both are locals. */
  const pushShifted = (shift: "i32.shl" | "i32.shr_u", value: number, rows: number) =>
    a.localGet(value).localGet(rows).i32Const(BITS_PER_ROW).scalar("i32.mul").scalar(shift);
  return {
    begin: () => a.i32Const(IDENTITY).localSet(order),
    swap() {
      a.localSet(position);
      // difference = (order >>> position ^ order >>> last) & mask: the bits in which the two rows differ
      pushShifted("i32.shr_u", order, position);
      pushShifted("i32.shr_u", order, last).scalar("i32.xor").i32Const(ROW_MASK).scalar("i32.and").localSet(difference);
      // order ^= difference << position ^ difference << last: flips these bits in both rows
      a.localGet(order);
      pushShifted("i32.shl", difference, position).scalar("i32.xor");
      pushShifted("i32.shl", difference, last).scalar("i32.xor").localSet(order);
    },
    end() {
      a.i32Const(rowCount).localSet(last);
      a.beginLoop(); // rows; the next one is in the lowest bits
      a.localGet(LIST).localGet(order).i32Const(ROW_MASK).scalar("i32.and"); // row
      a.i32Const(rowBytes).scalar("i32.mul").localGet(FIRST_ROW).scalar("i32.add").i32("store", 0); // its address
      a.addToLocal(LIST, ADDRESS_BYTES);
      a.localGet(order).i32Const(BITS_PER_ROW).scalar("i32.shr_u").localSet(order);
      a.endLoop(last);
    },
  };
}

/** The permutation in the row list, as addresses. */
function storedInList(a: Assembler, last: number, rowCount: number, rowBytes: number): PermutationEncoding {
  const entry = a.newLocal("i32"), otherEntry = a.newLocal("i32"), row = a.newLocal("i32");
  /** Replaces the position on the stack by the address of its entry. */
  const toEntry = () => a.i32Const(ADDRESS_BYTES).scalar("i32.mul").localGet(LIST).scalar("i32.add");
  return {
    begin() {
      a.localGet(LIST).localSet(entry);
      a.localGet(FIRST_ROW).localSet(row);
      a.i32Const(rowCount).localSet(last);
      a.beginLoop(); // rows
      a.localGet(entry).localGet(row).i32("store", 0);
      a.addToLocal(entry, ADDRESS_BYTES).addToLocal(row, rowBytes);
      a.endLoop(last);
    },
    swap() {
      toEntry().localSet(otherEntry);
      a.localGet(last);
      toEntry().localSet(entry);
      a.localGet(entry).i32("load", 0).localSet(row);
      a.localGet(entry).localGet(otherEntry).i32("load", 0).i32("store", 0);
      a.localGet(otherEntry).localGet(row).i32("store", 0);
    },
    end: () => a.addToLocal(LIST, ADDRESS_BYTES * rowCount),
  };
}

/** Pushes ⌊u·(last + 1)⌋, where u is the stream's next double, made of two draws like `double` in random.ts. */
function emitRandomIndex(a: Assembler, words: readonly [number, number, number, number], last: number): void {
  const pushUpperBits = (count: number) =>
    emitDraw(a, words).i32Const(32 - count).scalar("i32.shr_u").scalar("f64.convert_i32_u");
  pushUpperBits(27).f64Const(TWO_TO_26).scalar("f64.mul");
  pushUpperBits(26).scalar("f64.add").f64Const(TWO_TO_MINUS_53).scalar("f64.mul");
  a.localGet(last).i32Const(1).scalar("i32.add").scalar("f64.convert_i32_u").scalar("f64.mul");
  a.scalar("i32.trunc_f64_u");
}

/** Pushes the stream's next draw and updates its state, like `draw` in random.ts; the words are locals. */
function emitDraw(a: Assembler, [s0, s1, s2, s3]: readonly [number, number, number, number]): Assembler {
  const xorInto = (target: number, source: number) =>
    a.localGet(target).localGet(source).scalar("i32.xor").localSet(target);
  a.localGet(s1).i32Const(5).scalar("i32.mul").i32Const(7).scalar("i32.rotl").i32Const(9).scalar("i32.mul"); // the draw
  a.localGet(s1).i32Const(9).scalar("i32.shl"); // stays on the stack until it is xored into s2
  xorInto(s2, s0);
  xorInto(s3, s1);
  xorInto(s1, s2);
  xorInto(s0, s3);
  a.localGet(s2).scalar("i32.xor").localSet(s2);
  return a.localGet(s3).i32Const(11).scalar("i32.rotl").localSet(s3);
}
