import { assertEquals } from "@std/assert";
import { needing, program } from "./needs.ts";

/** The permissions of a test that this file can take away. */
const NONE = { permissions: "none" } as const;

Deno.test("needing ignores a test without a permission, and its name says so", NONE, () => {
  assertEquals(needing(["read", "write"], "a file is written"), {
    name: "a file is written (needs --allow-read, --allow-write)",
    ignore: true,
  });
});

Deno.test("needing ignores a test without a program", () => {
  const absent = { program: "gcc", isInstalled: false }, present = { program: "sh", isInstalled: true };
  assertEquals(needing([present, absent], "C"), { name: "C (needs gcc)", ignore: true });
  assertEquals(needing([present], "sh"), { name: "sh", ignore: false });
});

Deno.test("a program is absent where it may not be run", NONE, () => {
  assertEquals(program("sh", ["-c", ""]), { program: "sh", isInstalled: false });
});

Deno.test(needing(["run"], "a program is absent that is not found or fails"), () => {
  assertEquals(program("no-such-program-here").isInstalled, false);
  assertEquals(program(Deno.execPath(), ["no-such-subcommand"]).isInstalled, false);
  assertEquals(program(Deno.execPath()).isInstalled, true);
});
