import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { InputError } from "../../core/input/input_error.ts";
import { readComplete } from "../../reports/page_script.ts";

const MAIN = new URL("../../reports/live/page_main.ts", import.meta.url);
const WHOLE = "let a;\n/*! The script of the page ends here. */\n";

Deno.test("readComplete reads again while a bundle is being written, and gives up if it never ends", async () => {
  const states = ["", WHOLE.slice(0, 20), WHOLE];
  assertEquals(await readComplete(() => Promise.resolve(states.shift()!)), WHOLE);
  const error = await assertRejects(() => readComplete(() => Promise.resolve("let a;")), InputError);
  assertStringIncludes(error.message, "it is incomplete");
});

Deno.test({
  name: "live/page_main.ts ends in the mark that readComplete waits for",
  ignore: (await Deno.permissions.query({ name: "read", path: MAIN })).state !== "granted",
  fn: async () => {
    assertStringIncludes(await Deno.readTextFile(MAIN), "/*! The script of the page ends here. */");
  },
});
