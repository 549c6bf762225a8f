import { assertEquals, assertThrows } from "@std/assert";
import { InputError } from "../../../core/input/input_error.ts";
import { parseJson, readJson } from "../../../core/input/json.ts";
import { fields, wholeNumber } from "../../../core/input/readers.ts";

const refusal = (text: string) => assertThrows(() => parseJson(text, "a.json"), InputError).message;

Deno.test("parseJson returns what JSON.parse returns", () => {
  const texts = [
    "3",
    '"a"',
    "[]",
    '{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
    '["a","a",":"]',
    '{"\\"":"\\\\","{":"}","a\\\\":["\\"{",1]}',
    ' { "a" :\n"b:" } ',
    '{"__proto__":1}',
  ];
  for (const text of texts) assertEquals(parseJson(text, "a.json"), JSON.parse(text), text);
});

Deno.test("parseJson refuses a key that an object has twice, however it is written, and names the line", () => {
  assertEquals(refusal('{"a":1,"a":1}'), 'a.json, line 1 names "a" twice in one object');
  assertEquals(refusal('{\n"b":[{"a":1},\n{"\\u0061":1,\n "a"\n:2}]}'), 'a.json, line 4 names "a" twice in one object');
  assertEquals(refusal('{"__proto__":1,"__proto__":2}'), 'a.json, line 1 names "__proto__" twice in one object');
});

Deno.test("parseJson refuses deep nesting and what is not JSON", () => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  parseJson(nested(100), "a.json");
  assertEquals(refusal(nested(101)), "a.json, line 1 nests values more than 100 deep");
  assertEquals(refusal(nested(1_000_000)), "a.json, line 1 nests values more than 100 deep");
  assertEquals(refusal("").startsWith("a.json, line 1 is not JSON ("), true);
  assertEquals(refusal("{\n}\n}").includes("\n"), false);
});

Deno.test("parseJson reads a string of ten million characters", () => {
  const text = JSON.stringify({ ['\\"'.repeat(1000)]: "x".repeat(1e7) });
  assertEquals(Object.keys(parseJson(text, "a.json") as object).length, 1);
});

Deno.test("readJson names the file and the line in the errors of its reader", () => {
  assertEquals(readJson("3", "a.json", wholeNumber(1)), 3);
  assertThrows(() => readJson("0", "a.json", wholeNumber(1)), InputError, "a.json: it must be a whole number");
  const read = fields({ a: wholeNumber(1) });
  assertThrows(() => readJson('{\n"a": 0}', "a.json", read), InputError, "a.json, line 2: a must be a whole number");
  assertThrows(() => readJson("\n{}", "a.json", read), InputError, "a.json, line 2: a is missing");
});
