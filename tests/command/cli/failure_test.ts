import { assertEquals } from "@std/assert";
import { describeFailure, IncompleteRun } from "../../../command/cli/failure.ts";
import { AccessDenied } from "../../../command/cli/file_access.ts";
import { InputError } from "../../../core/input/input_error.ts";
import { DiskError } from "../../../experiments/store/disk.ts";
import { TrainingFailed } from "../../../experiments/training/training_failed.ts";

Deno.test("describeFailure keeps the message of the suite's own errors", () => {
  assertEquals(describeFailure(new InputError({ action: { verb: "x" }, rule: "y" }), "run", []), {
    message: "Cannot x: y",
    code: 2,
  });
  assertEquals(describeFailure(new InputError("a must be b"), "run", []), {
    message: "Cannot run: a must be b",
    code: 2,
  });
  assertEquals(describeFailure(new IncompleteRun("it stopped"), "run", []), { message: "it stopped", code: 1 });
  assertEquals(describeFailure(new TrainingFailed(0, 3, "out of memory"), "run", [])?.code, 1);
});

Deno.test("describeFailure prints the exact command that grants a missing permission", () => {
  const error = new AccessDenied({ read: [], write: ["/a b/c"] }, { read: ["/a b/c"], write: ["/a b/c"] });
  assertEquals(describeFailure(error, "run", ["run", "depth-*", "--out", "/a b/c"]), {
    message: 'Cannot write "/a b/c" without permission; this grants it: deno run ' +
      "'--allow-read=.,/a b/c' '--allow-write=/a b/c' command/main.ts run 'depth-*' --out '/a b/c'",
    code: 2,
  });
});

Deno.test("describeFailure says that no command grants a path with a comma", () => {
  const both = { read: ["/a", "/b,c"], write: ["/b,c"] };
  assertEquals(describeFailure(new AccessDenied(both, both), "run", ["run", "--out", "/b,c"]), {
    message: 'Cannot read and write "/b,c": no permission can name a path with a comma; rename it',
    code: 2,
  });
});

Deno.test("describeFailure names all denied paths, and one command that grants them", () => {
  const read = ["/a", "/b"];
  assertEquals(
    describeFailure(new AccessDenied({ read, write: [] }, { read, write: [] }), "diff", ["diff", ...read])?.message,
    'Cannot read "/a" and "/b" without permission; this grants it: ' +
      "deno run --allow-read=.,/a,/b --allow-write=results command/main.ts diff /a /b",
  );
  const one = { read: ["/a"], write: ["/a"] };
  assertEquals(
    describeFailure(new AccessDenied(one, one), "report", ["report", "/a"])?.message,
    'Cannot read and write "/a" without permission; this grants it: ' +
      "deno run --allow-read=.,/a --allow-write=/a command/main.ts report /a",
  );
});

Deno.test("describeFailure grants write access only if it was denied", () => {
  const refused = (access: string) =>
    describeFailure(
      new Deno.errors.NotCapable(`Requires ${access} access to "x", run again with the --allow-${access} flag`),
      "verify",
      ["verify", "x"],
    )?.message.split(" deno ")[1];
  assertEquals(refused("read"), "run --allow-read=.,x --allow-write=results command/main.ts verify x");
  assertEquals(refused("write"), "run --allow-read=.,x --allow-write=x command/main.ts verify x");
  assertEquals(
    describeFailure(new Deno.errors.NotCapable("Requires env access"), "run", [])?.message,
    "Cannot continue: Requires env access",
  );
});

/** An error of the system, as Deno or node:fs reports it. */
function systemError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

Deno.test("describeFailure explains why a path cannot be used", () => {
  const cases: [string, string, string, number][] = [
    ["ENOENT", "No such file or directory (os error 2): open 'x'", "it does not exist", 2],
    ["EACCES", "Permission denied (os error 13): open 'x'", "the system does not allow it", 2],
    ["EPERM", "EPERM: operation not permitted, open 'x'", "the system does not allow it", 2],
    ["ENOTDIR", "ENOTDIR: not a directory, mkdir 'x'", "a file exists where a folder is needed", 2],
    ["EISDIR", "Is a directory (os error 21): read 'x'", "it is a folder", 2],
    ["EEXIST", "EEXIST: file already exists, mkdir 'x'", "a file exists where a folder is needed", 2],
    ["ENOSPC", "No space left on device (os error 28): open 'x'", "no space left on device", 1],
    ["EROFS", "EROFS: read-only file system, open 'x'", "read-only file system", 1],
  ];
  for (const [code, message, reason, exitCode] of cases) {
    const failure = { message: `Cannot use "x": ${reason}`, code: exitCode };
    assertEquals(describeFailure(systemError(code, message), "run", []), failure);
  }
});

Deno.test("describeFailure names the path even if the runtime does not", () => {
  const loop = systemError("ELOOP", "Too many levels of symbolic links (os error 40)");
  const full = systemError("ENOSPC", "ENOSPC: no space left on device, write");
  for (
    const [error, reason, code] of [[loop, "its links form a loop", 2], [full, "no space left on device", 1]] as const
  ) {
    const failure = { message: `Cannot use "it's/x": ${reason}`, code };
    assertEquals(describeFailure(new DiskError("it's/x", error), "train", []), failure);
  }
  const named = systemError("ENOSPC", "No space left on device (os error 28): open 'it's/x'");
  assertEquals(describeFailure(named, "run", []), { message: `Cannot use "it's/x": no space left on device`, code: 1 });
});

Deno.test("describeFailure treats a name that is too long as bad input", () => {
  const error = Object.assign(new Error("File name too long (os error 36): stat 'xxx'"), { code: "ENAMETOOLONG" });
  assertEquals(describeFailure(error, "verify", []), { message: 'Cannot use "xxx": its name is too long', code: 2 });
});

Deno.test("describeFailure returns nothing for a bug, so that its stack trace is shown", () => {
  assertEquals(describeFailure(new TypeError("x is undefined"), "run", []), undefined);
  assertEquals(describeFailure("x", "run", []), undefined);
});
