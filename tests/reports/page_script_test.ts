import { assertEquals, assertMatch, assertRejects, assertStringIncludes } from "@std/assert";
import { InputError } from "../../core/input/input_error.ts";
import { readComplete } from "../../reports/page_script.ts";

const WHOLE = "let a;\n/*! The script of the page ends here. */\n";

Deno.test("readComplete reads again while a bundle is being written, and gives up if it never ends", async () => {
  const states = ["", WHOLE.slice(0, 20), WHOLE];
  assertEquals(await readComplete(() => Promise.resolve(states.shift()!)), WHOLE);
  const error = await assertRejects(() => readComplete(() => Promise.resolve("let a;")), InputError);
  assertStringIncludes(error.message, "it is incomplete");
});

for (const main of ["page_main.ts", "lab_main.ts"]) {
  const source = new URL(`../../reports/live/${main}`, import.meta.url);
  Deno.test({
    name: `live/${main} ends in the mark that readComplete waits for`,
    ignore: (await Deno.permissions.query({ name: "read", path: source })).state !== "granted",
    fn: async () => assertMatch(await Deno.readTextFile(source), /\/\*! The script of the page ends here. \*\/\n$/),
  });
}
