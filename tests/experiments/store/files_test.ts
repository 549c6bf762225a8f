import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { InputError } from "../../../core/input/input_error.ts";
import { textInMemory, textOnDisk } from "../../../experiments/store/content.ts";
import { DiskError } from "../../../experiments/store/disk.ts";
import { decodeUtf8, hasFile, prepareFolder, readFile, writeFiles } from "../../../experiments/store/files.ts";
import { communicate, fileTest as test, processTest } from "../../command/run_command.ts";

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

test("writeFiles writes contents in memory, and drafts that are on the disk", async (folder) => {
  const [sink, draft] = [textInMemory(), textOnDisk(`${folder}/.draft`)];
  const lines = Array.from({ length: 100_000 }, (_, i) => `${i} – 줄\n`);
  for (const line of lines) for (const to of [sink, draft]) to.write(line);
  const contents = [sink, draft].map((each) => each.finish());
  writeFiles(folder, new Map([["c", ""]]), undefined, new Map([["a", contents[0]!], ["b", contents[1]!]]));
  assertEquals(namesIn(folder), ["a", "b", "c"]);
  for (const name of ["a", "b"]) assertEquals(await Deno.readTextFile(`${folder}/${name}`), lines.join(""));
  assertEquals(contents[0]!.sha256, contents[1]!.sha256);
  assertEquals(contents[0]!.bytes, contents[1]!.bytes);
  assertEquals(contents[0]!.text, lines.join(""));
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

test("writeFiles gives its drafts names that nobody can predict", async (folder) => {
  const watcher = Deno.watchFs(folder);
  const timer = setTimeout(() => watcher.close(), 60_000);
  const count = 20;
  for (let i = 0; i < count; i++) writeFiles(folder, new Map([["a", ""]]));
  const drafts = new Set<string>();
  for await (const { paths } of watcher) {
    paths.filter((path) => path.endsWith(".part")).forEach((path) => drafts.add(path));
    if (drafts.size === count) break; // closes the watcher
  }
  clearTimeout(timer);
  assertEquals(drafts.size, count);
  for (const draft of drafts) assertMatch(draft, /\/\.a\.[\da-f-]{36}\.part$/);
});

/** The system calls of these names that a script makes, one per line; undefined if they cannot be traced here. */
async function systemCalls(names: string, script: string): Promise<string[] | undefined> {
  const trace = ["-f", "-e", `trace=${names}`, Deno.execPath(), "run", "-A", "--no-check", "--ext=ts", "-"];
  try {
    const child = new Deno.Command("strace", {
      args: trace,
      cwd: new URL("../../../", import.meta.url),
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    const { code, messages } = await communicate(child, script);
    return code === 0 ? messages.split("\n") : undefined;
  } catch {
    return undefined;
  }
}

processTest("writeFiles waits for the disk before it renames a draft, and afterwards", async (folder) => {
  const files = new URL("../../../experiments/store/files.ts", import.meta.url);
  const script = `
    import { writeFiles } from ${JSON.stringify(files)};
    writeFiles(${JSON.stringify(folder)}, new Map([["a", "x"], ["b", "y"]]));
  `;
  const calls = await systemCalls("openat,rename,renameat,renameat2,fsync", script);
  if (!calls) return;
  const from = calls.findIndex((call) => call.includes(`${folder}/.a.`));
  const steps = calls.slice(from).flatMap((call) => /\b(openat|rename|fsync)(?:at2?)?\(/.exec(call)?.[1] ?? []);
  const draft = ["openat", "fsync"];
  assertEquals(steps.slice(0, 8), [...draft, ...draft, "rename", "rename", "openat", "fsync"]);
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
