/** A folder of results from a stranger: links and special files at every place, which nothing may follow. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  assertSameFiles,
  communicate,
  processTest,
  readFilesIn,
  runCommand,
  SMALL_RUN,
  startCommand,
} from "./run_command.ts";

const EXPERIMENTS = ["delta-rule", "forward-pass"];
const RUN = ["run", ...EXPERIMENTS, ...SMALL_RUN];
const RESULT_FILES = [
  "runs.csv",
  "curves.csv",
  "claims.csv",
  "manifest.json",
  "datapackage.json",
  "summary.json",
  "report.html",
];

/** Each replaces a path by something that is neither a plain file nor a plain folder. */
const KINDS: Readonly<Record<string, (path: string, outside: string) => Promise<unknown>>> = {
  "a link to a file": (path, outside) => Deno.symlink(`${outside}/profile`, path),
  "a link to a folder": (path, outside) => Deno.symlink(outside, path),
  "a link to a result": (path, outside) => Deno.symlink(`${outside}/delta-rule`, path),
  "a link to nothing": (path, outside) => Deno.symlink(`${outside}/nothing`, path),
  "a link to itself": (path) => Deno.symlink(path.split("/").at(-1)!, path),
  "a FIFO": (path) => new Deno.Command("mkfifo", { args: [path] }).output(),
};

/** The places below a folder of results at which something is planted. */
const PLACES = [
  "index.html",
  "lab.html",
  "course",
  "course/index.html",
  "course/ko",
  "ko",
  ".lock",
  "delta-rule",
  "delta-rule/.journal",
  ...RESULT_FILES.map((name) => `delta-rule/${name}`),
];

/** The commands that write. */
const WRITING = (folder: string) => [
  [...RUN, "--out", folder],
  [...RUN, "--resume", "--out", folder],
  ["report", folder],
  ["report", `${folder}/delta-rule`],
];

/** A folder of results, and one outside with a file and a result. */
async function foldersIn(folder: string): Promise<{ results: string; outside: string }> {
  const [results, outside] = [`${folder}/results`, `${folder}/outside`];
  assertEquals((await runCommand(...RUN, "--out", results)).code, 0);
  await copyFolder(results, outside);
  await Deno.writeTextFile(`${outside}/profile`, "a file of the user\n");
  return { results, outside };
}

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to);
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copyFolder(`${from}/${name}`, `${to}/${name}`);
    else await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}

for (const [kind, plant] of Object.entries(KINDS)) {
  processTest(`run, report and verify refuse ${kind} at every place`, async (folder) => {
    const { results, outside } = await foldersIn(folder);
    const before = await readFilesIn(outside);
    const isFifo = kind === "a FIFO";
    for (const place of PLACES) {
      const hostile = `${folder}/hostile`, planted = `${hostile}/${place}`;
      await copyFolder(results, hostile);
      await Deno.remove(planted, { recursive: true }).catch(() => {});
      await plant(planted, outside);
      for (const args of WRITING(hostile)) {
        const { code, messages } = await runCommand(...args);
        const isUnused = args[0] === "report" && /^(?:index|lab|course|ko$)/.test(place) && args[1] !== hostile;
        // a FIFO instead of a whole result is a stray file
        const isStray = args[0] === "report" && place === "delta-rule" && isFifo && args[1] === hostile;
        const expected = [isUnused || isStray ? 0 : 2, isUnused ? 0 : 1];
        assertEquals([args, place, code, messages.length], [args, place, ...expected]);
        if (!isUnused) assertStringIncludes(messages[0]!, `${planted} is ${isFifo ? "not" : "a link"}`);
        assertSameFiles(await readFilesIn(outside), before);
      }
      if (!place.startsWith("delta-rule") || place.endsWith(".journal") || (isFifo && place === "delta-rule")) {
        await Deno.remove(hostile, { recursive: true });
        continue;
      }
      const { code, results: lines } = await runCommand("verify", hostile, "--quiet");
      assertEquals(code, 1);
      assert(lines.some((line) => line.startsWith(`${planted} `)), lines.join("\n"));
      assert(lines.some((line) => line.startsWith(`${hostile}/forward-pass: `) && line.endsWith(", no differences")));
      await Deno.remove(hostile, { recursive: true });
    }
  });
}

processTest("the permissions of the task do not let a link lead out of the results", async (folder) => {
  const { results, outside } = await foldersIn(folder);
  const before = await readFilesIn(outside);
  for (const place of PLACES) {
    const planted = `${results}/${place}`;
    await Deno.remove(planted, { recursive: true }).catch(() => {});
    await Deno.symlink(`${outside}/profile`, planted);
    for (const args of WRITING(results).slice(1, 3)) {
      const { code, messages } = await communicate(startCommand(results, args));
      assertEquals([place, code], [place, 2], messages);
      assertStringIncludes(messages, `${planted} is a link`);
    }
    await Deno.remove(planted);
    await copyFolder(outside, `${folder}/copy`);
    await Deno.rename(`${folder}/copy/${place}`, planted).catch(() => {});
    await Deno.remove(`${folder}/copy`, { recursive: true });
  }
  assertSameFiles(await readFilesIn(outside), before);
});

processTest("run, report and verify follow a link that the user names", async (folder) => {
  const { results } = await foldersIn(folder);
  const before = await readFilesIn(results);
  await Deno.symlink(results, `${folder}/named`);
  await Deno.symlink(`${results}/delta-rule`, `${folder}/one`);
  for (
    const args of [
      [...RUN, "--out", `${folder}/named`],
      ["report", `${folder}/named`],
      ["verify", "--quiet", `${folder}/named`],
      ["report", `${folder}/one`],
      ["verify", "--quiet", `${folder}/one`],
      ["verify", "--quiet", `${folder}/one/`],
      ["diff", `${folder}/one`, `${folder}/named`],
    ]
  ) {
    const { code, messages } = await runCommand(...args);
    assertEquals([args, code, messages], [args, args[0] === "diff" ? 1 : 0, []]);
  }
  assertSameFiles(await readFilesIn(results), before);
});

processTest("verify and report state the size of a file that is too large", async (folder) => {
  const { results } = await foldersIn(folder);
  await Deno.truncate(`${results}/delta-rule/manifest.json`, 600 * 2 ** 20);
  const rule = "manifest.json must have at most 536870888 bytes, but has 629145600";
  const verified = await runCommand("verify", results, "--quiet");
  assertEquals([verified.code, verified.results.includes(`${results}/delta-rule/${rule}`)], [1, true]);
  const reported = await runCommand("report", results);
  assertEquals([reported.code, reported.messages], [2, [`Cannot report: ${results}/delta-rule/${rule}`]]);
});

processTest("verify and report read a table of any size up to the first row that is wrong", async (folder) => {
  const { results } = await foldersIn(folder);
  await Deno.truncate(`${results}/delta-rule/runs.csv`, 600 * 2 ** 20);
  const { code, messages } = await runCommand("report", results);
  const row = `${results}/delta-rule/runs.csv, row 6`;
  assertEquals([code, messages], [2, [`Cannot report: ${row} is not a row as this suite writes it`]]);
  const verified = await runCommand("verify", results, "--quiet");
  assertEquals([verified.code, verified.results.some((line) => line.startsWith(row))], [1, true]);
});

processTest("run removes the drafts of a killed run, and no other file", async (folder) => {
  const { results } = await foldersIn(folder);
  const before = await readFilesIn(results);
  const id = "0a1b2c3d-0000-4000-8000-0123456789ab";
  for (const draft of [`.index.html.${id}.part`, `delta-rule/.runs.csv.${id}.part`]) {
    await Deno.writeTextFile(`${results}/${draft}`, "half a fi");
  }
  await Deno.writeTextFile(`${results}/delta-rule/.notes.part`, "mine");
  assertEquals((await runCommand(...RUN, "--out", results)).code, 0);
  assertSameFiles(await readFilesIn(results), { ...before, "/delta-rule/.notes.part": "mine" });
});

processTest("no command asks for the whole file system, nor for a path that is not UTF-8", async () => {
  for (
    const args of [["report", "/"], ["report", "/delta-rule"], [...RUN, "--out", "/"], ["report", "../".repeat(99)]]
  ) {
    const { code, messages } = await communicate(startCommand("results", args));
    assertEquals([args[0], code], [args[0], 2]);
    assertStringIncludes(messages, `it is the root of the file system`);
  }
  const [command, root] = [
    new URL("../../command/main.ts", import.meta.url).pathname,
    new URL("../../", import.meta.url),
  ];
  const script = `exec "$0" run -A --no-check "$1" run delta-rule --out "$(printf 'results/\\377')"`;
  const args = ["-c", script, Deno.execPath(), command];
  const { code, stderr } = await new Deno.Command("sh", { args, cwd: root }).output();
  assertEquals(code, 2);
  assertEquals(new TextDecoder().decode(stderr), 'Cannot use "results/\ufffd": its name is not UTF-8\n');
});
