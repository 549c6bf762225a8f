import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { InputError } from "../../../core/input/input_error.ts";
import { DiskError, systemCode } from "../../../experiments/store/disk.ts";
import {
  ensureFile,
  makeFolder,
  MAX_TEXT_BYTES,
  openForAppending,
  plainFileAt,
  readNamedFile,
  readPlainFile,
  writeNewFile,
} from "../../../experiments/store/plain_files.ts";
import { fileTest as test, processTest } from "../../command/run_command.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const messageOf = (act: () => unknown) => assertThrows(act, InputError).message;

processTest("every access to a link or a special file is refused, and changes nothing", async (folder) => {
  await Deno.writeTextFile(`${folder}/target`, "before");
  const plants: Record<string, (path: string) => Promise<unknown>> = {
    "is a link; only the folder that you name may be one": (path) => Deno.symlink("target", path),
    "is a link; only the folder that you name may be one ": (path) => Deno.symlink("nothing", path),
    "is a link; only the folder that you name may be one  ": (path) => Deno.symlink("planted", path),
    "is not a regular file": (path) => new Deno.Command("mkfifo", { args: [path] }).output(),
  };
  const path = `${folder}/planted`;
  const accesses = [plainFileAt, readPlainFile, ensureFile, (path: string) => openForAppending(path, 0)];
  for (const [rule, plant] of Object.entries(plants)) {
    await plant(path);
    for (const access of accesses) assertEquals(messageOf(() => access(path)), `${path} ${rule.trimEnd()}`);
    // unless all permissions are granted, Deno resolves a path before it opens it: a link to itself is then a loop
    assertMatch(assertThrows(() => writeNewFile(path, [new Uint8Array(1)]), Error).message, /EEXIST|ELOOP/);
    await Deno.remove(path);
  }
  assertEquals(await Deno.readTextFile(`${folder}/target`), "before");
  assertEquals([...Deno.readDirSync(folder)].length, 1);
});

/** A worker's script that makes a path a plain file and a link in turn, for two seconds. */
const SWAPPER = `
  onmessage = ({ data: folder }) => {
    const until = performance.now() + 2000;
    while (performance.now() < until) {
      Deno.symlinkSync("secret", folder + "/link");
      Deno.renameSync(folder + "/link", folder + "/path");
      Deno.writeTextFileSync(folder + "/plain", "plain");
      Deno.renameSync(folder + "/plain", folder + "/path");
    }
    postMessage("done");
  };
`;

test("readPlainFile follows no link that replaces the file while it is opened", async (folder) => {
  await Deno.writeTextFile(`${folder}/secret`, "secret");
  const worker = new Worker(`data:text/javascript,${encodeURIComponent(SWAPPER)}`, { type: "module" });
  let isDone = false;
  worker.onmessage = () => isDone = true;
  worker.postMessage(folder);
  const found = new Set<string>();
  while (!isDone) {
    for (let i = 0; i < 100; i++) {
      try {
        found.add(new TextDecoder().decode(readPlainFile(`${folder}/path`)));
      } catch (error) {
        // links are refused, and the system refuses some itself
        if (!(error instanceof InputError) && systemCode(error) === undefined) throw error;
      }
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  worker.terminate();
  found.delete(""); // as it is being written
  assertEquals(found, new Set(["plain"]));
});

test("openForAppending appends after the part to keep, and creates a file", (folder) => {
  const path = `${folder}/file`;
  for (const [keep, text, expected] of [[0, "abc", "abc"], [2, "x", "abx"], [0, "y", "y"]] as const) {
    using file = openForAppending(path, keep);
    file.append(bytesOf(text));
    file.append(bytesOf("\n"));
    assertEquals(Deno.readTextFileSync(path), `${expected}\n`);
  }
  return Promise.resolve();
});

test("openForAppending refuses a file that has a second name", async (folder) => {
  await Deno.writeTextFile(`${folder}/other`, "before");
  await Deno.link(`${folder}/other`, `${folder}/.journal`);
  const message = messageOf(() => openForAppending(`${folder}/.journal`, 0));
  assertEquals(message, `${folder}/.journal is a hard link to another file`);
  assertEquals(await Deno.readTextFile(`${folder}/other`), "before");
});

test("readPlainFile reads every byte up to the limit, and states the size beyond it", async (folder) => {
  const path = `${folder}/file`;
  await Deno.writeFile(path, new Uint8Array([1, 2, 3]));
  assertEquals(readPlainFile(path, 3), new Uint8Array([1, 2, 3]));
  assertEquals(messageOf(() => readPlainFile(path, 2)), `${path} must have at most 2 bytes, but has 3`);
  await Deno.truncate(path, MAX_TEXT_BYTES + 1);
  const rule = `must have at most ${MAX_TEXT_BYTES} bytes, but has ${MAX_TEXT_BYTES + 1}`;
  assertEquals(messageOf(() => readPlainFile(path)), `${path} ${rule}`);
  assertEquals(messageOf(() => readNamedFile(path)), `"${path}" ${rule}`);
});

Deno.test("MAX_TEXT_BYTES is the length of the longest string", () => {
  assertEquals("x".repeat(MAX_TEXT_BYTES).length, MAX_TEXT_BYTES);
  assertThrows(() => "x".repeat(MAX_TEXT_BYTES + 1), RangeError);
});

processTest("readNamedFile follows a link, and refuses a file that would block", async (folder) => {
  await Deno.writeTextFile(`${folder}/file`, "{}");
  await Deno.symlink("file", `${folder}/link`);
  assertEquals(readNamedFile(`${folder}/link`), bytesOf("{}"));
  await new Deno.Command("mkfifo", { args: [`${folder}/fifo`] }).output();
  assertEquals(messageOf(() => readNamedFile(`${folder}/fifo`)), `"${folder}/fifo" is not a regular file`);
  assertThrows(() => readNamedFile(`${folder}/nothing`), DiskError, "ENOENT");
});

test("makeFolder creates a folder with its parents, and refuses a file in its place", async (folder) => {
  makeFolder(`${folder}/a/b`);
  makeFolder(`${folder}/a/b`);
  await Deno.writeTextFile(`${folder}/a/b/file`, "");
  assertEquals(messageOf(() => makeFolder(`${folder}/a/b/file`)), `${folder}/a/b/file is not a folder`);
  assertThrows(() => makeFolder(`${folder}/a/b/file/c`), DiskError, "ENOTDIR");
});
