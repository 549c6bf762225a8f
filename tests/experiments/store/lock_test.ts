import { assertEquals, assertThrows } from "@std/assert";
import { InputError } from "../../../core/input/input_error.ts";
import { lockFolder } from "../../../experiments/store/lock.ts";
import { fileTest as test } from "../../command/run_command.ts";

test("lockFolder refuses a second lock until the first is disposed of, and leaves no file", (folder) => {
  const path = `${folder}/new/results`;
  for (let i = 0; i < 2; i++) {
    using _lock = lockFolder(path);
    const { message } = assertThrows(() => lockFolder(path), InputError);
    const rule = "another run is writing there; run --out names another folder";
    assertEquals(message, `Cannot write to "${path}": ${rule}`);
  }
  assertEquals([...Deno.readDirSync(path)], []);
  return Promise.resolve();
});

test("lockFolder refuses a link, and neither creates nor removes the file it leads to", async (folder) => {
  await Deno.mkdir(`${folder}/results`);
  for (const target of ["target", "nothing"]) {
    await Deno.writeTextFile(`${folder}/target`, "before");
    await Deno.symlink(`../${target}`, `${folder}/results/.lock`);
    assertThrows(() => lockFolder(`${folder}/results`), InputError, ".lock is a link; only the folder");
    await Deno.remove(`${folder}/results/.lock`);
  }
  assertEquals(await Deno.readTextFile(`${folder}/target`), "before");
  assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name).sort(), ["results", "target"]);
});

test("lockFolder follows a link to the folder itself, which the user named", async (folder) => {
  await Deno.mkdir(`${folder}/results`);
  await Deno.symlink("results", `${folder}/link`);
  using _lock = lockFolder(`${folder}/link`);
  assertThrows(() => lockFolder(`${folder}/results`), InputError, "another run is writing there");
});
