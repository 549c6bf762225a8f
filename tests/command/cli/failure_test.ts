import { assertEquals } from "@std/assert";
import { NotGranted } from "../../../command/cli/access.ts";
import { explain, Unfinished } from "../../../command/cli/failure.ts";
import { InputError } from "../../../core/input/input_error.ts";
import { DiskError } from "../../../experiments/store/disk.ts";
import { TrainingFailed } from "../../../experiments/training/pool.ts";

Deno.test("explain passes on what was written for a person", () => {
  assertEquals(explain(new InputError({ action: { verb: "x" }, rule: "y" }), "run", []), {
    message: "Cannot x: y",
    code: 2,
  });
  assertEquals(explain(new InputError("a must be b"), "run", []), { message: "Cannot run: a must be b", code: 2 });
  assertEquals(explain(new Unfinished("it stopped"), "run", []), { message: "it stopped", code: 1 });
  assertEquals(explain(new TrainingFailed(0, 3, "out of memory"), "run", [])?.code, 1);
});

Deno.test("explain gives the exact command where a permission is missing", () => {
  const error = new NotGranted({ read: [], write: ["/a b/c,d"] }, { read: ["/a b/c,d"], write: ["/a b/c,d"] });
  assertEquals(explain(error, "run", ["run", "depth-*", "--out", "/a b/c,d"]), {
    message: 'Cannot write "/a b/c,d" without permission; this grants it: deno run ' +
      "'--allow-read=.,/a b/c,,d' '--allow-write=/a b/c,,d' command/main.ts run 'depth-*' --out '/a b/c,d'",
    code: 2,
  });
});

Deno.test("explain names all that may not be used, and grants it at once", () => {
  const read = ["/a", "/b"];
  assertEquals(
    explain(new NotGranted({ read, write: [] }, { read, write: [] }), "diff", ["diff", ...read])?.message,
    'Cannot read "/a" and "/b" without permission; this grants it: ' +
      "deno run --allow-read=.,/a,/b --allow-write=results command/main.ts diff /a /b",
  );
  const one = { read: ["/a"], write: ["/a"] };
  assertEquals(
    explain(new NotGranted(one, one), "report", ["report", "/a"])?.message,
    'Cannot read and write "/a" without permission; this grants it: ' +
      "deno run --allow-read=.,/a --allow-write=/a command/main.ts report /a",
  );
});

Deno.test("explain grants no writing where reading alone was refused, whoever refused it", () => {
  const refused = (access: string) =>
    explain(
      new Deno.errors.NotCapable(`Requires ${access} access to "x", run again with the --allow-${access} flag`),
      "verify",
      ["verify", "x"],
    )?.message.split(" deno ")[1];
  assertEquals(refused("read"), "run --allow-read=.,x --allow-write=results command/main.ts verify x");
  assertEquals(refused("write"), "run --allow-read=.,x --allow-write=x command/main.ts verify x");
  assertEquals(
    explain(new Deno.errors.NotCapable("Requires env access"), "run", [])?.message,
    "Cannot go on: Requires env access",
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

Deno.test("explain names the file that the disk refused, whether the runtime does or not", () => {
  const bare = new Deno.errors.FilesystemLoop("Too many levels of symbolic links (os error 40)");
  assertEquals(explain(new DiskError("it's/x", bare), "train", []), {
    message: `Cannot use "it's/x": its links lead round in a circle`,
    code: 2,
  });
  const named = new Error("No space left on device (os error 28): open 'it's/x'");
  assertEquals(explain(named, "run", []), { message: `Cannot use "it's/x": no space left on device`, code: 1 });
});

Deno.test("explain calls a name that is too long a fault of the words", () => {
  const error = Object.assign(new Error("File name too long (os error 36): stat 'xxx'"), { code: "ENAMETOOLONG" });
  assertEquals(explain(error, "verify", []), { message: 'Cannot use "xxx": its name is too long', code: 2 });
});

Deno.test("explain leaves a fault of the suite alone, so that it shows with its trace", () => {
  assertEquals(explain(new TypeError("x is undefined"), "run", []), undefined);
  assertEquals(explain("x", "run", []), undefined);
});
