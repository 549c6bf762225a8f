/** Records of CSV files in pieces, against the same text read at once. */
import { assertEquals, assertThrows } from "@std/assert";
import { stream } from "../../../core/random.ts";
import { InputError } from "../../../core/input/input_error.ts";
import type { Content } from "../../../experiments/define/stored.ts";
import { csvRecords } from "../../../experiments/store/csv.ts";
import { recordsOf } from "../../../experiments/store/tables/csv_stream.ts";

/** The content of bytes in pieces of a length. */
function contentIn(bytes: Uint8Array, length: number): Content {
  const pieces = function* () {
    for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length);
  };
  return { bytes: bytes.length, sha256: "", pieces };
}

const encode = (text: string) => new TextEncoder().encode(text);

Deno.test("recordsOf gives the records of the whole text, however it is cut into pieces", () => {
  const random = stream("csv", "pieces");
  const draw = (from: readonly string[]) => from[Math.floor(random.double() * from.length)]!;
  const cells = ["1", "", "0.25", "한국어", '"a,b"', '"two\r\nlines"', '"quoted ""word"""', '"\n"'];
  for (let round = 0; round < 50; round++) {
    const rows = Array.from({ length: 6 }, () => `${draw(cells)},${draw(cells)},x`);
    for (const end of ["\r\n", "\n"]) {
      for (const text of [rows.join(end), rows.map((row) => row + end).join("")]) {
        const bytes = encode(text);
        const length = 1 + Math.floor(random.double() * 20);
        assertEquals(
          [...recordsOf(contentIn(bytes, length), "t.csv")],
          csvRecords(text, "t.csv"),
          JSON.stringify(text),
        );
      }
    }
  }
});

/** Texts that are no CSV, and what is said of them. */
const FAULTS: readonly (readonly [bytes: Uint8Array, message: string])[] = [
  [encode('a,b\r\n1,2\r\n3,4\r\n5,6"7\r\n8,9\r\n'), "t.csv, row 4, column b is not CSV: it has a stray quotation mark"],
  [encode('a,b\r\n1,"2\r\n3,4\r\n'), "t.csv, row 2, column b is not CSV: it has a stray quotation mark"],
  [new Uint8Array([...encode("a\r\n1\r\n"), 0xff, 10]), "t.csv must be UTF-8 text, but line 3 is not"],
  [encode(`a\r\n${"1".repeat(3_000_000)}\r\n2\r\n`), "t.csv, row 2 must have at most 1048576 characters"],
  [encode(`a\r\n"${"1".repeat(3_000_000)}`), "t.csv, row 2, column a is not CSV: it has a stray quotation mark"],
];

Deno.test("recordsOf names the file, the row and the column of a fault in any piece", () => {
  for (const [bytes, message] of FAULTS) {
    for (const length of [5, 12, 1 << 18]) {
      if (bytes.length / length > 1000) continue;
      assertEquals(assertThrows(() => [...recordsOf(contentIn(bytes, length), "t.csv")], InputError).message, message);
    }
  }
});
