import { assertEquals, assertThrows } from "@std/assert";
import { InputError } from "../../../core/input/input_error.ts";
import { DiskError } from "../../../experiments/store/disk.ts";
import { decodeUtf8, hasFile, prepareFolder, readFile, writeFiles } from "../../../experiments/store/files.ts";
import { fileTest as test } from "../../command/run_command.ts";

const namesIn = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

test("writeFiles reports the file rather than its draft, and leaves no draft", async (folder) => {
  const long = "x".repeat(250);
  const files = new Map([["runs.csv", ""], [long, ""]]);
  const { path } = assertThrows(() => writeFiles(folder, files), DiskError);
  assertEquals([path, namesIn(folder)], [`${folder}/${long}`, []]);
  await Deno.mkdir(`${folder}/runs.csv`);
  const { message } = assertThrows(() => writeFiles(folder, new Map([["runs.csv", ""]])), InputError);
  assertEquals([message, namesIn(folder)], [`${folder}/runs.csv is a folder`, ["runs.csv"]]);
});

test("writeFiles writes nothing if one of the files is a link", async (folder) => {
  await Deno.writeTextFile(`${folder}/a`, "before");
  await Deno.symlink("a", `${folder}/b`);
  const { message } = assertThrows(() => writeFiles(folder, new Map([["a", "after"], ["b", "after"]])), InputError);
  assertEquals(message, `${folder}/b is a link; only the folder that you name may be one`);
  assertEquals([await Deno.readTextFile(`${folder}/a`), namesIn(folder)], ["before", ["a", "b"]]);
});

test("writeFiles follows a link to a folder only if the user named it", async (folder) => {
  await Deno.mkdir(`${folder}/target`);
  for (const to of ["target", "nothing", "link"]) {
    await Deno.symlink(to, `${folder}/link`);
    assertThrows(() => writeFiles(`${folder}/link`, new Map([["a", ""]])), InputError, "link is a link; only");
    if (to === "target") writeFiles(`${folder}/link`, new Map([["a", "x"]]), { isNamed: true });
    await Deno.remove(`${folder}/link`);
  }
  assertEquals(await Deno.readTextFile(`${folder}/target/a`), "x");
});

test("prepareFolder removes drafts of any file, and nothing else", async (folder) => {
  prepareFolder(`${folder}/absent`);
  const id = "0a1b2c3d-0000-4000-8000-0123456789ab";
  const others = [
    ".a.part",
    `.a.${id}`,
    `a.${id}.part`,
    `.a.${id.slice(1)}.part`,
    `.a.${id.toUpperCase()}.part`,
    ".lock",
  ];
  for (const name of [...others, `.a.${id}.part`, `.report.html.${id}.part`]) {
    await Deno.writeTextFile(`${folder}/${name}`, "");
  }
  await Deno.mkdir(`${folder}/notes`);
  prepareFolder(folder);
  assertEquals(namesIn(folder), [...others, "notes"].sort());
});

test("readFile names a file that is missing, a folder, or not accessible", async (folder) => {
  const messageOf = () => assertThrows(() => readFile(folder, "runs.csv"), InputError).message;
  assertEquals(messageOf(), `${folder}/runs.csv is missing`);
  await Deno.mkdir(`${folder}/runs.csv`);
  assertEquals(messageOf(), `${folder}/runs.csv is a folder`);
  await Deno.remove(`${folder}/runs.csv`);
  await Deno.writeTextFile(`${folder}/runs.csv`, "", { mode: 0 });
  const isRefused = await Deno.readTextFile(`${folder}/runs.csv`).then(() => false, () => true); // not for root
  if (isRefused) assertEquals(messageOf(), `${folder}/runs.csv cannot be read: the system does not allow it`);
});

test("hasFile is true for anything by that name, and false where nothing can be", async (folder) => {
  await Deno.writeTextFile(`${folder}/file`, "");
  await Deno.symlink("nothing", `${folder}/link`);
  await Deno.symlink("self", `${folder}/self`);
  const found = ["file", "link", "self", "nothing", "file/x", "self/x"].map((name) => hasFile(folder, name));
  assertEquals(found, [true, true, true, false, false, false]);
});

Deno.test("decodeUtf8 keeps a byte order mark and names the first line that is not UTF-8", () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  for (const text of ["", "\ufeffδ\n", "a\r\n\n"]) assertEquals(decodeUtf8(encode(text), "it"), text);
  const messageFor = (...bytes: number[]) =>
    assertThrows(() => decodeUtf8(new Uint8Array(bytes), "it"), InputError).message;
  assertEquals(messageFor(0xff), "it must be UTF-8 text, but line 1 is not");
  assertEquals(messageFor(0x61, 0x0a, 0x0a, 0x62, 0xff, 0x0a, 0xff), "it must be UTF-8 text, but line 3 is not");
  assertEquals(messageFor(0x61, 0x0a, 0xce), "it must be UTF-8 text, but line 2 is not");
});
