import { assertEquals, assertRejects } from "@std/assert";
import { requireAccess } from "../../../command/cli/file_access.ts";
import { InputError } from "../../../core/input/input_error.ts";
import { fileTest as test } from "../run_command.ts";

const ROOT_RULE = "it is the root of the file system; results need a folder of their own";

test("requireAccess refuses to write to the root, however it is written", async (folder) => {
  await Deno.symlink("/", `${folder}/link`);
  await Deno.symlink("link", `${folder}/link-to-link`);
  for (const path of ["/", "//", "/.", "/tmp/..", "../".repeat(99), `${folder}/link`, `${folder}/link-to-link/`]) {
    const error = await assertRejects(() => requireAccess({ write: ["results", path] }), InputError);
    assertEquals(error.message, `Cannot write to "${path}": ${ROOT_RULE}`);
  }
});

test("requireAccess lets a link to a folder and an absent folder be written, and the root be read", async (folder) => {
  await Deno.mkdir(`${folder}/there`);
  await Deno.symlink("there", `${folder}/link`);
  await requireAccess({ read: ["/"], write: [`${folder}/link`, `${folder}/absent/too`] });
});
