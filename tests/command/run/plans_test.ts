import { assertEquals, assertThrows } from "@std/assert";
import { findExperiment, selectExperiments } from "../../../command/run/plans.ts";
import { InputError } from "../../../core/input/input_error.ts";
import { toy } from "../../experiments/toy.ts";

const CATALOG = ["depth-xor", "xor-landscape", "losses", "a.b"].map((id) => ({ ...toy, id }));
const ids = (...patterns: string[]) =>
  selectExperiments("run", patterns, { all: CATALOG, meant: CATALOG }).map(({ id }) => id);
const message = (...patterns: string[]) => assertThrows(() => ids(...patterns), InputError).message;

Deno.test("selectExperiments returns all experiments without a pattern", () => {
  assertEquals(ids(), ["depth-xor", "xor-landscape", "losses", "a.b"]);
});

Deno.test("selectExperiments keeps the catalog's order, and returns each experiment once", () => {
  assertEquals(ids("losses", "*xor*", "depth-xor"), ["depth-xor", "xor-landscape", "losses"]);
});

Deno.test("selectExperiments matches whole ids, with * and ? as the only wildcards", () => {
  assertEquals(ids("l?sses"), ["losses"]);
  assertEquals(ids("a.b"), ["a.b"]);
  assertEquals(message("xor"), 'Cannot run "xor": no experiment has this name; the sub-command list shows all');
  assertEquals(message("d.*"), 'Cannot run "d.*": no experiment matches it');
  assertEquals(message(""), 'Cannot run "": no experiment has this name; the sub-command list shows all');
});

Deno.test("selectExperiments suggests the nearest id, or the only one that contains the word", () => {
  assertEquals(message("depth"), 'Cannot run "depth": no experiment has this name (did you mean "depth-xor"?)');
  assertEquals(
    message("losses", "depht-xor"),
    'Cannot run "depht-xor": no experiment has this name (did you mean "depth-xor"?)',
  );
});

Deno.test("findExperiment needs the whole id", () => {
  assertEquals(findExperiment("config", "losses", CATALOG).id, "losses");
  const { message } = assertThrows(() => findExperiment("config", "loss", CATALOG), InputError);
  assertEquals(message, 'Cannot config "loss": no experiment has this name (did you mean "losses"?)');
});
