import { assertEquals, assertThrows } from "@std/assert";
import { InputError, mapInputErrors, renderFault } from "../../../core/input/input_error.ts";

Deno.test("renderFault writes location, rule, value and suggestion as one sentence", () => {
  assertEquals(renderFault({ rule: "no result is there" }), "no result is there");
  assertEquals(renderFault({ field: "", rule: "must be an object", value: 3 }), "it must be an object, but is 3");
  assertEquals(
    renderFault({ field: "loss", rule: "must be one of hinge", value: "hing", suggestion: "hinge" }),
    'loss must be one of hinge, but is "hing" (did you mean "hinge"?)',
  );
  assertEquals(
    renderFault({ file: "runs.csv", row: 2, column: "solved", rule: "must be true or false", value: "maybe" }),
    'runs.csv, row 2, column solved must be true or false, but is "maybe"',
  );
  assertEquals(
    renderFault({ file: "manifest.json", field: "settings.epochs", rule: "is missing" }),
    "manifest.json: settings.epochs is missing",
  );
  assertEquals(
    renderFault({ field: "W", rule: "must have 2 rows", value: 3, relation: "has" }),
    "W must have 2 rows, but has 3",
  );
  assertEquals(
    renderFault({ action: { verb: "run", object: "x" }, rule: "no experiment has this name" }),
    'Cannot run "x": no experiment has this name',
  );
  assertEquals(
    renderFault({ action: { verb: "train" }, field: "seed", rule: "is missing" }),
    "Cannot train: seed is missing",
  );
});

Deno.test("InputError.within adds folder, file or outer field to the location, and keeps the rest", () => {
  const inner = new InputError({ field: "W[0]", rule: "must be a finite number", value: null });
  assertEquals(inner.within({ field: "parameters[1]" }).fault.field, "parameters[1].W[0]");
  assertEquals(inner.within({ field: "" }).fault.field, "W[0]");
  assertEquals(new InputError({ field: "[3]", rule: "is missing" }).within({ field: "data" }).fault.field, "data[3]");
  assertEquals(new InputError({ field: "", rule: "is missing" }).within({ field: "[1]" }).message, "[1] is missing");
  const inFile = inner.within({ file: "manifest.json" });
  assertEquals(inFile.within({ folder: "results/a" }).fault, {
    file: "results/a/manifest.json",
    field: "W[0]",
    rule: "must be a finite number",
    value: null,
  });
});

Deno.test("InputError.during keeps the action that was named first", () => {
  const error = new InputError("no result is there").during({ verb: "report", object: "a" });
  assertEquals(error.during({ verb: "run" }).message, 'Cannot report "a": no result is there');
});

Deno.test("changingInputErrors lets other errors pass as they are", () => {
  const add = (error: InputError) => error.within({ folder: "f", file: "a.csv" });
  assertThrows(
    () =>
      mapInputErrors(add, () => {
        throw new InputError({ rule: "is empty" });
      }),
    InputError,
    "f/a.csv is empty",
  );
  assertThrows(
    () =>
      mapInputErrors(add, () => {
        throw new TypeError("other");
      }),
    TypeError,
    "other",
  );
});

Deno.test("renderFault shortens long words wherever they stand, and keeps whole characters", () => {
  const long = "😀".repeat(10_000);
  for (
    const fault of [
      { action: { verb: "run", object: long }, rule: "is unknown" },
      { action: { verb: long }, rule: "is unknown" },
      { file: long, rule: "is missing" },
      { source: long, action: { verb: "run" }, rule: "is missing" },
      { file: "a.csv", row: 1, column: long, rule: "is missing" },
      { field: long, rule: "is missing", value: long },
    ]
  ) {
    const message = renderFault(fault);
    assertEquals([message.length < 400, message.isWellFormed()], [true, true], Object.keys(fault).join());
  }
});
