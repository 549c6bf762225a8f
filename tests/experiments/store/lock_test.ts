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

test("checkPlace refuses a folder in whose place a link, or a link above it, leads elsewhere", async (folder) => {
  const path = `${folder}/above/results`;
  await Deno.mkdir(`${folder}/other/results`, { recursive: true });
  for (const swapped of [path, `${folder}/above`]) {
    {
      using lock = lockFolder(path);
      lock.checkPlace();
      await Deno.rename(swapped, `${folder}/old`);
      await Deno.symlink(swapped === path ? "../other/results" : "other", swapped);
      await Deno.writeTextFile(`${folder}/other/results/.lock`, "theirs");
      const { message } = assertThrows(() => lock.checkPlace(), InputError);
      const rule = "it was replaced in the meantime, and leads to another folder";
      assertEquals(message, `Cannot write to "${path}": ${rule}`);
    }
    assertEquals(await Deno.readTextFile(`${folder}/other/results/.lock`), "theirs");
    await Deno.remove(swapped);
    await Deno.rename(`${folder}/old`, swapped);
  }
});

test("checkPlace refuses a link that the user named when it is turned elsewhere", async (folder) => {
  for (const name of ["one", "two"]) await Deno.mkdir(`${folder}/${name}`);
  await Deno.symlink("one", `${folder}/link`);
  using lock = lockFolder(`${folder}/link`);
  lock.checkPlace();
  await Deno.remove(`${folder}/link`);
  await Deno.symlink("two", `${folder}/link`);
  assertThrows(() => lock.checkPlace(), InputError, "leads to another folder");
});

test("checkPlace allows a folder that was moved behind a link, removed, or made again", async (folder) => {
  const path = `${folder}/results`;
  using lock = lockFolder(path);
  await Deno.rename(path, `${folder}/moved`);
  await Deno.symlink("moved", path);
  lock.checkPlace();
  await Deno.remove(path);
  lock.checkPlace();
  await Deno.mkdir(path);
  lock.checkPlace();
});
