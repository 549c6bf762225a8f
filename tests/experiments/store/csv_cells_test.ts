import { assertEquals } from "@std/assert";
import { permutation } from "../../../core/orders.ts";
import { stream } from "../../../core/random.ts";
import { isWellQuoted, valueOfCell, writtenCells } from "../../../experiments/store/csv_cells.ts";

Deno.test("writtenCells gives each cell with its row, its column and what follows", () => {
  const cells = [...writtenCells('a,"b, c"\r\n,"1\r\n2"\nx\r')].map((
    { row, column, text, end },
  ) => [row, column, text, end]);
  assertEquals(cells, [
    [1, 1, "a", ","],
    [1, 2, '"b, c"', "\r\n"],
    [2, 1, "", ","],
    [2, 2, '"1\r\n2"', "\n"],
    [3, 1, "x", "\r"],
  ]);
});

Deno.test("writtenCells loses nothing of any text", () => {
  const random = stream("cells", "texts");
  for (let i = 0; i < 2000; i++) {
    const letters = permutation(random, 12).slice(0, i % 12).map((letter) => '",\r\na",\r\nb\n'[letter] ?? ",");
    const text = letters.join("");
    const written = [...writtenCells(text)];
    assertEquals(written.map(({ text, end }) => text + end).join(""), text);
    written.forEach(({ row, column }, c) => {
      const before = written[c - 1];
      const isSameRow = before?.end === ",";
      assertEquals([row, column], isSameRow ? [before!.row, before!.column + 1] : [(before?.row ?? 0) + 1, 1]);
    });
  }
});

Deno.test("valueOfCell reads a quoted cell, and leaves one that is no CSV", () => {
  assertEquals(['"a ""b"""', "a", '"', 'a"b', '"a"b', '""'].map(valueOfCell), ['a "b"', "a", '"', 'a"b', '"a"b', ""]);
  assertEquals(['"a ""b"""', "a", '"', 'a"b', '"a"b', '""'].map(isWellQuoted), [true, true, false, false, false, true]);
});

Deno.test("isWellQuoted tells cells that are CSV from others, of any length", () => {
  const long = "x".repeat(20_000_000);
  const good = ["", "a", "a b", '""', '"a"', '"a,b"', '"a""b"', '""""', '""""""', long, `"${long}"`];
  const bad = ['"', '"""', 'a"', '"a', 'a"b"', '"a"b', '"a"b"', '"a""', '"a"""b"', `"${long}`];
  assertEquals(good.map(isWellQuoted), good.map(() => true));
  assertEquals(bad.map(isWellQuoted), bad.map(() => false));
});
