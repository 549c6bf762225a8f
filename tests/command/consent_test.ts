/** A typed path is consent: what the starter grants is enough for the command, and nothing beside it is granted. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { commandFor } from "../../tools/start.ts";
import { communicate, processTest as test, readFilesIn, startDeno } from "./run_command.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const SHARD = ["run", "delta-rule", "--seeds", "1", "--epochs", "1", "--shard", "1/1", "--quiet"];

/** The command as the starter runs it, off a terminal. */
async function start(...args: string[]) {
  const [run, ...rest] = commandFor(args, ROOT);
  return await communicate(startDeno([run!, "--no-check", ...rest, ...args]));
}

/** What a process with the permissions of a command line can do at paths. */
async function attempts(args: readonly string[], paths: readonly string[]): Promise<Record<string, string[]>> {
  const code = `
    const attempt = (act) => { try { act(); return "done"; } catch (error) { return error.name; } };
    console.log(JSON.stringify(Object.fromEntries(${JSON.stringify(paths)}.map((path) => [path, [
      attempt(() => Deno.lstatSync(path)),
      attempt(() => Deno.mkdirSync(path + "/made", { recursive: true })),
    ]]))));
  `;
  const flags = commandFor(args, ROOT).slice(1, -1);
  const { results } = await communicate(
    startDeno(["run", "--no-check", "--no-prompt", ...flags, "--ext=js", "-"]),
    code,
  );
  return JSON.parse(results);
}

const BOTH = ["done", "done"], READ = ["done", "NotCapable"], NEITHER = ["NotCapable", "NotCapable"];

test("a typed folder may be used, but no neighbour, no parent and no other name of it", async (folder) => {
  const typed = `${folder}/typed`, near = `${folder}/typed2`;
  for (const path of [typed, near]) await Deno.mkdir(path);
  await Deno.symlink("typed", `${folder}/link`);
  const elsewhere = [near, folder, `${typed}/..`, `${typed}/../typed2`, `${folder}/link`, `${typed}x`];
  const refused = Object.fromEntries(elsewhere.map((path) => [path, NEITHER]));
  const all = [typed, ...elsewhere];
  assertEquals(await attempts(["run", "--out", typed], all), { [typed]: BOTH, ...refused });
  assertEquals(await attempts(["report", `${near}/../typed/`], all), { [typed]: BOTH, ...refused });
  assertEquals(await attempts(["verify", typed], all), { [typed]: READ, ...refused });
  assertEquals(await attempts(["run", "--module", typed], all), { [typed]: READ, ...refused });
  assertEquals(await attempts(["list", typed], all), { [typed]: NEITHER, ...refused });
});

test("a typed link may be used by its name, but what it leads to by no other", async (folder) => {
  const link = `${folder}/link`, target = `${folder}/target`;
  await Deno.mkdir(target);
  await Deno.symlink("target", link);
  assertEquals(await attempts(["run", "--out", link], [link, target]), { [link]: BOTH, [target]: NEITHER });
  assertEquals((await start(...SHARD, "--out", link)).code, 0);
  assertEquals((await Array.fromAsync(Deno.readDir(`${target}/delta-rule`))).length, 1);
});

for (
  const name of ["typed", "two words ", "-dash", "quo'te\"", "line\nfeed", "ünï", "deep/er", "a%2Cb", "$HOME", "*"]
) {
  test(`the folder ${JSON.stringify(name)} is granted when it is typed`, async (folder) => {
    const out = `${folder}/${name}`;
    const { code, messages } = await start(...SHARD, "--out", out);
    assertEquals([code, messages], [0, ""]);
    assertEquals((await Array.fromAsync(Deno.readDir(`${out}/delta-rule`))).length, 1);
    const compared = await start("diff", out, out);
    assertStringIncludes(compared.messages, "it has no results");
  });
}

test("a path with a comma grants nothing, and the message says why", async (folder) => {
  await Deno.mkdir(`${folder}/a`);
  const out = `${folder}/a,b`;
  assertEquals(await attempts(["run", "--out", out], [`${folder}/a`, out]), {
    [`${folder}/a`]: NEITHER,
    [out]: NEITHER,
  });
  assertEquals(await start(...SHARD, "--out", out), {
    code: 2,
    results: "",
    messages: `Cannot read and write "${out}": no permission can name a path with a comma; rename it\n`,
  });
});

test("a root is never granted, and a link to it is refused before anything is written", async (folder) => {
  await Deno.symlink("/", `${folder}/link`);
  assertEquals(await attempts(["run", "--out", "/"], ["/", folder]), { "/": NEITHER, [folder]: NEITHER });
  assertEquals(await attempts(["verify", "/"], ["/"]), { "/": NEITHER });
  for (const out of ["/", `${folder}/link`]) {
    assertEquals(await start(...SHARD, "--out", out), {
      code: 2,
      results: "",
      messages: `Cannot write to "${out}": it is the root of the file system; results need a folder of their own\n`,
    });
  }
});

test("a link inside a typed folder that leads away is refused, and nothing is written there", async (folder) => {
  const typed = `${folder}/typed`, away = `${folder}/away`;
  for (const path of [typed, away]) await Deno.mkdir(path);
  await Deno.symlink("../away", `${typed}/delta-rule`);
  assertEquals(await start(...SHARD, "--out", typed), {
    code: 2,
    results: "",
    messages: `Cannot run: ${typed}/delta-rule is a link; only the folder that you name may be one\n`,
  });
  assertEquals(await readFilesIn(away), {});
});

test("a path that a file names is not granted", async (folder) => {
  const config = `${folder}/config.json`;
  await Deno.writeTextFile(config, JSON.stringify({ data: `${folder}/other` }));
  const { code, messages } = await start("train", "--config", config);
  assertEquals([code, messages.startsWith("Cannot read the config: ")], [2, true]);
  assertEquals(await attempts(["train", "--config", config], [config, `${folder}/other`]), {
    [config]: ["done", "NotCapable"],
    [`${folder}/other`]: NEITHER,
  });
});

test("a module may be read, but not what lies beside it", async (folder) => {
  const [module, helper] = [`${folder}/mine.ts`, `${folder}/helper.ts`];
  await Deno.writeTextFile(helper, "export const value = 1;");
  await Deno.writeTextFile(module, 'export { value } from "./helper.ts";');
  const { code, messages } = await start("list", "--module", module);
  assertEquals([code, messages.startsWith(`Cannot read "${helper}" without permission; `)], [2, true], messages);
});
