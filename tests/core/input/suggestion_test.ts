import { assertEquals } from "@std/assert";
import { nearest } from "../../../core/input/readers.ts";

Deno.test("nearest allows two edits, or a third of a long word", () => {
  assertEquals(nearest("learningrate", ["learningRate"]), "learningRate");
  assertEquals(nearest("lernigra", ["learningRate"]), undefined);
  assertEquals(nearest("LEARNINGRATE", ["learningRate"]), "learningRate");
  assertEquals(nearest("XRO", ["x1", "xor"]), "xor");
  assertEquals(nearest("w", ["b", "W"]), "W");
  assertEquals(nearest("xro", ["xor", "and"]), "xor");
  assertEquals(nearest("xro", ["x1", "xor"]), "xor");
  assertEquals(nearest("abc", []), undefined);
  assertEquals(nearest("b", ["W"]), undefined);
  assertEquals(nearest("", ["or"]), undefined);
});
