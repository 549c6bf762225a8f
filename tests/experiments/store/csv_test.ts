import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
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
  "an extra column": [text.replace("x,yes", "x,yes,z"), "t.csv, row 1, column 5 is one too many: a row has 4"],
  "a missing field": [text.replace("empty,,,", "empty,,"), "t.csv, row 4, column yes is missing: a row has 4"],
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
  "a last line without line end": [text.slice(0, -2), "t.csv, row 5, column yes is cut off: no CRLF follows"],
  "a byte order mark": ["\ufeff" + text, "t.csv, row 1, column name begins with a byte order mark"],
  "other line ends": [
    text.replaceAll("\r\n", "\n"),
    "t.csv, row 1, column yes must be followed by CRLF, but is followed by LF",
  ],
  "an unclosed quote": ['name,n,x,yes\r\n"a,1,2,true\r\n', "t.csv, row 2, column name is not CSV: it has a stray"],
  "a stray quote": [text.replace("tiny", "").replace("empty", 'em"pty'), "t.csv, row 4, column name is not CSV"],
  "text after a quoted field": [text.replace('one",', 'one"x,'), "t.csv, row 2, column name is not CSV"],
  "a cut in a quoted field": [text.slice(0, text.indexOf("break")), "t.csv, row 3, column name is cut off"],
  "an empty file": ["", "t.csv, row 1, column name is missing: the file is empty"],
  "a blank line": [text.replace("empty", "\r\nempty"), "t.csv, row 4, column name is missing: the row is blank"],
};

for (const [fault, [broken, message]] of Object.entries(faults)) {
  Deno.test(`rowsOf rejects ${fault} with file, row and column`, () => {
    assertThrows(() => rowsOf(broken, schema), InputError, message);
  });
}

Deno.test("rowsOf refuses a table of too many rows or fields before it parses any", () => {
  const schema = { name: "t", columns: { x: { type: "integer", meaning: "" } } } as const;
  const refusal = (text: string) => assertThrows(() => rowsOf(text, schema), InputError).message;
  assertEquals(refusal(",".repeat(2 ** 25 + 2)), "t.csv must have at most 33554432 fields, but has 33554434");
  assertEquals(refusal("\r\n".repeat(2 ** 22 + 2)), "t.csv must have at most 4194304 rows, but has 4194306");
  assertStringIncludes(refusal("\r\n".repeat(2 ** 22)), "t.csv, row 1");
  assertStringIncludes(refusal(`x\r\n${",".repeat(2 ** 25)}\r\n`), "t.csv, row 2");
});
