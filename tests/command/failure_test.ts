import { assertEquals } from "@std/assert";
import { explain, Unfinished } from "../../command/failure.ts";
import { InputError } from "../../core/reading.ts";
import { TrainingFailed } from "../../experiments/pool.ts";

Deno.test("explain passes on what was written for a person", () => {
  assertEquals(explain(new InputError("Cannot x"), "run", []), { message: "Cannot x", code: 2 });
  assertEquals(explain(new InputError("a must be b"), "run", []), { message: "Cannot run: a must be b", code: 2 });
  assertEquals(explain(new Unfinished("it stopped"), "run", []), { message: "it stopped", code: 1 });
  assertEquals(explain(new TrainingFailed(0, 3, "out of memory"), "run", [])?.code, 1);
});

Deno.test("explain gives the exact command where a permission is missing", () => {
  const error = new Deno.errors.NotCapable(
    'Requires write access to "/a b/c,d", run again with the --allow-write flag',
  );
  assertEquals(explain(error, "run", ["run", "depth-*", "--out", "/a b/c,d"]), {
    message: 'Cannot write "/a b/c,d" without permission; this grants it: deno run ' +
      "--allow-read='.,/a b/c,,d' --allow-write='/a b/c,,d' command/main.ts run 'depth-*' --out '/a b/c,d'",
    code: 2,
  });
});

Deno.test("explain keeps the results writable where only reading is not allowed", () => {
  const error = new Deno.errors.NotCapable('Requires read access to "x", run again with the --allow-read flag');
  assertEquals(
    explain(error, "run", ["report", "x"])?.message,
    'Cannot read "x" without permission; this grants it: deno run --allow-read=.,x --allow-write=results,x ' +
      "command/main.ts report x",
  );
});

Deno.test("explain says in words what the disk refused", () => {
  const cases: [Error, string, number][] = [
    [new Deno.errors.NotFound("No such file or directory (os error 2): open 'x'"), "it does not exist", 2],
    [new Deno.errors.PermissionDenied("Permission denied (os error 13): open 'x'"), "the system does not allow it", 2],
    [
      new Deno.errors.NotADirectory("Not a directory (os error 20): mkdir 'x'"),
      "a file is in the way of the folder",
      2,
    ],
    [new Deno.errors.AlreadyExists("File exists (os error 17): mkdir 'x'"), "a file is in the way of the folder", 2],
    [new Error("No space left on device (os error 28): open 'x'"), "no space left on device", 1],
    [new Error("Read-only file system (os error 30): open 'x'"), "read-only file system", 1],
  ];
  for (const [error, reason, code] of cases) {
    assertEquals(explain(error, "run", []), { message: `Cannot use "x": ${reason}`, code });
  }
});

Deno.test("explain names the file rather than its draft", () => {
  const error = new Error("No space left on device (os error 28): open 'results/a/.runs.csv.part'");
  assertEquals(explain(error, "run", [])?.message, 'Cannot use "results/a/runs.csv": no space left on device');
});

Deno.test("explain leaves a fault of the suite alone, so that it shows with its trace", () => {
  assertEquals(explain(new TypeError("x is undefined"), "run", []), undefined);
  assertEquals(explain("x", "run", []), undefined);
});
