import { assertEquals, assertThrows } from "@std/assert";
import { InputError } from "../../../core/input/input_error.ts";
import { csvOf, rowsOf } from "../../../experiments/store/csv.ts";
import type { Columns } from "../../../experiments/define/columns.ts";

const columns = {
  name: { type: "string", meaning: "" },
  n: { type: "integer", meaning: "" },
  x: { type: "number", meaning: "" },
  yes: { type: "boolean", meaning: "" },
} as const satisfies Columns;
const schema = { name: "t", meaning: "", columns, key: [] };
const rows = [
  { name: 'a "quoted", one', n: 1, x: 0.1 + 0.2, yes: true },
  { name: "line\nbreak", n: -3, x: 5e-324, yes: false },
  { name: "empty", n: undefined, x: undefined, yes: undefined },
  { name: "big", n: 2 ** 53 - 1, x: 1.7976931348623157e308, yes: true },
];
const text = csvOf({ ...schema, rows });

Deno.test("csvOf writes RFC 4180 with CRLF, numbers as String(x), missing values as empty fields", () => {
  assertEquals(text.split("\r\n")[0], "name,n,x,yes");
  assertEquals(text.split("\r\n")[1], '"a ""quoted"", one",1,0.30000000000000004,true');
  assertEquals(text.split("\r\n").at(-3), "empty,,,");
});

Deno.test("rowsOf reads back what csvOf wrote, to the last bit", () => {
  assertEquals(rowsOf(text, schema), rows);
});

const faults: Readonly<Record<string, readonly [text: string, message: string]>> = {
  "a renamed column": [text.replace("name,n", "name,m"), 't.csv, row 1, column 2 must be "n", but is "m"'],
  "an extra column": [text.replace("x,yes", "x,yes,z"), "t.csv, row 1 must have 4 columns, but has 5"],
  "a missing field": [text.replace("empty,,,", "empty,,"), "t.csv, row 4 must have 4 columns, but has 3"],
  "a word instead of a number": [text.replace("5e-324", "tiny"), "t.csv, row 3, column x must be a number"],
  "a number in another notation": [
    text.replace("0.30000000000000004", "0.300000000000000040"),
    "t.csv, row 2, column x",
  ],
  "a fraction instead of a whole number": [
    text.replace(",-3,", ",-3.5,"),
    "t.csv, row 3, column n must be a whole number",
  ],
  "NaN": [text.replace("5e-324", "NaN"), "t.csv, row 3, column x"],
  "a word instead of a boolean": [text.replace(",true", ",yes"), "t.csv, row 2, column yes must be true or false"],
  "a last line without line end": [text.slice(0, -2), "t.csv is cut off: row 5 has no end"],
  "a byte order mark": ["\ufeff" + text, "t.csv begins with a byte order mark"],
  "other line ends": [text.replaceAll("\r\n", "\n"), "t.csv, row 1 must end in CRLF, but ends in LF"],
  "an unclosed quote": ['name,n,x,yes\r\n"a,1,2,true\r\n', "t.csv is not CSV"],
};

for (const [fault, [broken, message]] of Object.entries(faults)) {
  Deno.test(`rowsOf rejects ${fault} with file, row and column`, () => {
    assertThrows(() => rowsOf(broken, schema), InputError, message);
  });
}
