import { assertEquals, assertThrows } from "@std/assert";
import { experimentOf, select } from "../../../command/run/select.ts";
import { InputError } from "../../../core/input/input_error.ts";
import { toy } from "../../experiments/toy.ts";

const CATALOG = ["depth-xor", "xor-landscape", "losses", "a.b"].map((id) => ({ ...toy, id }));
const ids = (...words: string[]) => select("run", words, CATALOG).map(({ id }) => id);
const complaint = (...words: string[]) => assertThrows(() => ids(...words), InputError).message;

Deno.test("select takes everything where nothing is named", () => {
  assertEquals(ids(), ["depth-xor", "xor-landscape", "losses", "a.b"]);
});

Deno.test("select keeps the catalogue's order, and each experiment once", () => {
  assertEquals(ids("losses", "*xor*", "depth-xor"), ["depth-xor", "xor-landscape", "losses"]);
});

Deno.test("select matches whole ids, * any letters, ? one, and nothing else is special", () => {
  assertEquals(ids("l?sses"), ["losses"]);
  assertEquals(ids("a.b"), ["a.b"]);
  assertEquals(complaint("xor"), 'Cannot run "xor": no experiment has this name');
  assertEquals(complaint("d.*"), 'Cannot run "d.*": no experiment matches it');
  assertEquals(complaint(""), 'Cannot run "": no experiment has this name');
});

Deno.test("select suggests the name that is near", () => {
  assertEquals(
    complaint("losses", "depht-xor"),
    'Cannot run "depht-xor": no experiment has this name (did you mean "depth-xor"?)',
  );
});

Deno.test("experimentOf wants the whole id", () => {
  assertEquals(experimentOf("config", "losses", CATALOG).id, "losses");
  const { message } = assertThrows(() => experimentOf("config", "loss", CATALOG), InputError);
  assertEquals(message, 'Cannot config "loss": no experiment has this name (did you mean "losses"?)');
});
