import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { InputError } from "../../../core/input/input_error.ts";
import { DiskError } from "../../../experiments/store/disk.ts";
import { decodeUtf8, readFile, writeFiles } from "../../../experiments/store/files.ts";
import { fileTest as test } from "../../command/run_command.ts";

test("writeFiles reports the file rather than its draft, and leaves no draft", async (folder) => {
  await Deno.mkdir(`${folder}/runs.csv`);
  const { path } = assertThrows(() => writeFiles(folder, new Map([["runs.csv", ""]])), DiskError);
  assertEquals([path, [...Deno.readDirSync(folder)].length], [`${folder}/runs.csv`, 1]);
});

test("readFile reports a missing file as InputError and an unreadable one as DiskError", async (folder) => {
  const { message } = await assertRejects(() => readFile(folder, "runs.csv"), InputError);
  assertEquals(message, `${folder}/runs.csv is missing`);
  await Deno.mkdir(`${folder}/runs.csv`);
  const { path } = await assertRejects(() => readFile(folder, "runs.csv"), DiskError);
  assertEquals(path, `${folder}/runs.csv`);
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
