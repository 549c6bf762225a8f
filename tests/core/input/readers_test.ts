import { assertEquals, assertThrows } from "@std/assert";
import { InputError, preview } from "../../../core/input/input_error.ts";
import {
  fieldPath,
  fields,
  finiteNumber,
  list,
  object,
  optional,
  type Read,
  trueOrFalse,
  wholeNumber,
  word,
} from "../../../core/input/readers.ts";

const say = (read: Read<unknown>, value: unknown, path = "here") =>
  assertThrows(() => read(value, path), InputError).message;

Deno.test("finiteNumber takes finite numbers alone", () => {
  assertEquals([-0.5, 0, 1e308].map((value) => finiteNumber(value, "here")), [-0.5, 0, 1e308]);
  assertEquals(say(finiteNumber, NaN), "here must be a finite number, but is NaN");
  assertEquals(say(finiteNumber, -Infinity), "here must be a finite number, but is -Infinity");
  assertEquals(say(finiteNumber, "1"), 'here must be a finite number, but is "1"');
  assertEquals(say(finiteNumber, null), "here must be a finite number, but is null");
  assertEquals(say(finiteNumber, undefined), "here must be a finite number, but is undefined");
  assertEquals(say(finiteNumber, 1n), "here must be a finite number, but is 1");
});

Deno.test("wholeNumber keeps its ends, and names the one that was passed", () => {
  const read = wholeNumber(1, 3);
  for (const value of [1, 2, 3]) assertEquals(read(value, "here"), value);
  for (const value of [0, -1, 1.5]) {
    assertEquals(say(read, value), `here must be a whole number of at least 1, but is ${value}`);
  }
  for (const value of [4, 4.5, 2 ** 53, 1e20, Infinity]) {
    assertEquals(say(read, value), `here must be a whole number of at most 3, but is ${value}`);
  }
  for (const value of [NaN, -Infinity, "2"]) {
    assertEquals(say(read, value), `here must be a whole number of at least 1, but is ${preview(value)}`);
  }
  assertEquals(
    say(wholeNumber(0), 2 ** 53),
    "here must be a whole number of at most 9007199254740991, but is 9007199254740992",
  );
});

Deno.test("word suggests a near word, and no far one", () => {
  const read = word("sigmoid", "tanh");
  assertEquals(read("tanh", "here"), "tanh");
  assertEquals(
    say(read, "sigmoyd"),
    'here must be one of sigmoid, tanh, but is "sigmoyd" (did you mean "sigmoid"?)',
  );
  assertEquals(say(read, "perceptron"), 'here must be one of sigmoid, tanh, but is "perceptron"');
  assertEquals(say(read, "toString"), 'here must be one of sigmoid, tanh, but is "toString"');
  assertEquals(say(read, 3), "here must be one of sigmoid, tanh, but is 3");
});

Deno.test("list reads every entry of an array, including holes, and names the invalid one", () => {
  assertEquals(list(finiteNumber)([], "here"), []);
  assertEquals(list(finiteNumber, 1)([3, 4], "here"), [3, 4]);
  assertEquals(say(list(finiteNumber, 1), []), "here must be a list of at least 1, but is []");
  assertEquals(say(list(finiteNumber), { 0: 1 }), 'here must be a list, but is {"0":1}');
  assertEquals(say(list(finiteNumber), [1, "2"]), 'here[1] must be a finite number, but is "2"');
  // deno-lint-ignore no-sparse-arrays
  assertEquals(say(list(finiteNumber), [1, , 2]), "here[1] must be a finite number, but is undefined");
});

Deno.test("object rejects arrays and null", () => {
  assertEquals(object({ a: 1 }, "here"), { a: 1 });
  assertEquals(say(object, []), "here must be an object, but is []");
  assertEquals(say(object, null), "here must be an object, but is null");
});

Deno.test("fields names missing, unknown and invalid fields with their paths", () => {
  const read = fields({ every: wholeNumber(1), deep: optional(fields({ yes: trueOrFalse }), "none") });
  assertEquals(read({ every: 2 }, ""), { every: 2, deep: "none" });
  assertEquals(read({ deep: { yes: true }, every: 2 }, "here"), { every: 2, deep: { yes: true } });
  assertEquals(say(read, {}, ""), "every is missing");
  assertEquals(say(read, {}), "here.every is missing");
  assertEquals(say(read, { every: 1, evry: 2 }), 'here.evry is not a field (did you mean "every"?)');
  assertEquals(say(read, { every: 1, somethingElse: 2 }), "here.somethingElse is not a field");
  assertEquals(say(read, { every: 1, deep: { yes: 1 } }), "here.deep.yes must be true or false, but is 1");
  assertEquals(say(read, { every: 1, deep: null }), "here.deep must be an object, but is null");
  assertEquals(say(read, "text", ""), 'it must be an object, but is "text"');
});

Deno.test("fields reads own properties only", () => {
  const read = fields({ every: wholeNumber(1) });
  assertEquals(say(read, Object.create({ every: 1 }), ""), "every is missing");
  assertEquals(say(read, JSON.parse('{"every":1,"__proto__":2}'), ""), "__proto__ is not a field");
  assertEquals(say(read, { every: 1, constructor: 2 }, ""), "constructor is not a field");
});

Deno.test("fieldPath quotes a name that would break the line", () => {
  assertEquals(fieldPath("a", "b"), "a.b");
  assertEquals(fieldPath("", "b"), "b");
  assertEquals(fieldPath("a", "two\nlines"), 'a["two\\nlines"]');
  assertEquals(fieldPath("", ""), 'it[""]');
});

Deno.test("preview is one short line for any value", () => {
  assertEquals(preview("two\nlines"), '"two\\nlines"');
  assertEquals(preview([1, "a", null]), '[1,"a",null]');
  assertEquals(preview(Symbol("s")), "Symbol(s)");
  assertEquals(preview([1n]), "something that is no JSON");
  assertEquals(preview({ toJSON: () => undefined }), "nothing");
  const long = preview("x".repeat(100));
  assertEquals([long.length, long.at(-1)], [58, "…"]);
});
