import { assertEquals } from "@std/assert";
import { jsonPieces } from "../../../command/cli/json_pieces.ts";
import { jsonLine } from "../../../command/cli/text_output.ts";

const join = (value: unknown) => [...jsonPieces(value)].join("");

Deno.test("jsonPieces gives the text of jsonLine", () => {
  const values = [
    3,
    NaN,
    null,
    'a\n"b',
    [],
    {},
    [[]],
    [{}],
    [1, "a", null, NaN, -0, true],
    { a: undefined, "b c": [{ d: Infinity }, [1, [2]]], e: null },
    Array.from({ length: 10_000 }, (_, i) => i / 7),
  ];
  for (const value of values) assertEquals(join(value), jsonLine(value));
});

Deno.test("jsonPieces reads a lazy list once, while it writes", () => {
  const read: number[] = [];
  const lazy = () => [1, 2, 3].values().map((x) => (read.push(x), { x }));
  assertEquals(join({ list: lazy(), empty: [].values() }), '{"list":[{"x":1},{"x":2},{"x":3}],"empty":[]}');
  assertEquals(read, [1, 2, 3]);
});

Deno.test("jsonPieces keeps its pieces short", () => {
  const pieces = [...jsonPieces(Array.from({ length: 300 }, () => Array(1000).fill(1 / 3)))];
  assertEquals(Math.max(...pieces.map(({ length }) => length)) < 200_000, true);
});
