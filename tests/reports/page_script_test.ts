import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { InputError } from "../../core/input/input_error.ts";
import { wholeScript } from "../../reports/page_script.ts";

const MAIN = new URL("../../reports/live/main.ts", import.meta.url);
const WHOLE = "let a;\n/*! The script of the page ends here. */\n";

Deno.test("wholeScript reads again while a bundle is being written, and gives up where it never ends", async () => {
  const states = ["", WHOLE.slice(0, 20), WHOLE];
  assertEquals(await wholeScript(() => Promise.resolve(states.shift()!)), WHOLE);
  const error = await assertRejects(() => wholeScript(() => Promise.resolve("let a;")), InputError);
  assertStringIncludes(error.message, "it is not whole");
});

Deno.test({
  name: "the script of the page has the end that readers wait for",
  ignore: (await Deno.permissions.query({ name: "read", path: MAIN })).state !== "granted",
  fn: async () => {
    assertStringIncludes(await Deno.readTextFile(MAIN), "/*! The script of the page ends here. */");
  },
});
