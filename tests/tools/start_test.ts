import { assertEquals, assertNotMatch } from "@std/assert";
import { COMMAND, commandFor } from "../../tools/start.ts";

/** The granted paths besides those of every command, for a line that is typed in /home/me. */
function granted(...line: string[]): { readonly read: string; readonly write: string } {
  const [run, read, write, env, main, ...more] = commandFor(line, "/home/me");
  assertEquals([run, env, main, ...more], ["run", "--allow-env=TERM,FORCE_COLOR", "command/main.ts"]);
  const after = (flag: string | undefined, start: string) => {
    assertEquals(flag?.startsWith(start), true, flag);
    return flag!.slice(start.length);
  };
  return { read: after(read, "--allow-read=."), write: after(write, "--allow-write=results") };
}

const CASES: readonly (readonly [line: readonly string[], read: string, write: string])[] = [
  [["run", "xor"], "", ""],
  [["run", "../xor"], "", ""],
  [["run", "--out", "../x"], ",/home/x", ",/home/x"],
  [["run", "--out=/data/x/"], ",/data/x", ",/data/x"],
  [["run", "--out", "a/../../x/./y"], ",/home/x/y", ",/home/x/y"],
  [["run", "--out", "-x"], ",/home/me/-x", ",/home/me/-x"],
  [["run", "--out", "a b "], ",/home/me/a b ", ",/home/me/a b "],
  [["run", "--module", "../m.ts"], ",/home/m.ts", ""],
  [["verify", "../x", "--sample", "3"], ",/home/x", ""],
  [["diff", "../x", "../y"], ",/home/x,/home/y", ""],
  [["diff", "../x", "../x/."], ",/home/x", ""],
  [["report", "../x"], ",/home/x", ",/home/x"],
  [["merge", "../a", "../b", "--out", "../c"], ",/home/a,/home/b,/home/c", ",/home/c"],
  [["train", "--config", "-"], "", ""],
];

for (const [line, read, write] of CASES) {
  Deno.test(`the starter grants the paths of "${line.join(" ")}", and nothing else`, () => {
    assertEquals(granted(...line), { read, write });
  });
}

Deno.test("the starter grants no root, no path that a comma would split, and none that has lost bytes", () => {
  for (const path of ["/", "//", "../..", "/a/..", "/a,/etc", ",", "/a,,b", "/a\ufffd", "/a\0/etc"]) {
    assertEquals([path, granted("run", "--out", path)], [path, { read: "", write: "" }]);
    assertEquals([path, granted("merge", path, "/b")], [path, { read: ",/b", write: "" }]);
  }
});

Deno.test("outside the project the command may also read the project", () => {
  assertEquals(commandFor(["run", "--out", "../x"], "/home/me", "/opt/xorlab"), [
    "run",
    "--allow-read=.,/opt/xorlab,/home/x",
    "--allow-write=results,/home/x",
    "--allow-env=TERM,FORCE_COLOR",
    "/opt/xorlab/command/main.ts",
  ]);
});

Deno.test("the starter grants no flag of Deno, whatever is typed", () => {
  for (const path of ["--allow-all", "-A", "x --allow-all", "\n--allow-all"]) {
    const flags = commandFor(["run", `--out=${path}`, "--module", "-A"], "/home/me");
    assertEquals(flags.length, COMMAND.length);
    flags.forEach((flag) => assertNotMatch(flag, /^(--allow-all|-A)/));
  }
});
