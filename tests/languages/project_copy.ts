/** A copy of the project with a third language, added as anybody would: a file, and a line with its import. */
import { assertEquals } from "@std/assert";

const ROOT = new URL("../../", import.meta.url).pathname;

/** The code of the third language, which the world uses for English that a program has changed. */
export const THIRD_LANGUAGE = "en-XA";

/** What the command needs. */
const NEEDED = [
  "core",
  "experiments",
  "reports",
  "command",
  "std",
  "bench",
  "tools/start.ts",
  "deno.json",
  "deno.lock",
];

const LANGUAGES = "reports/languages/languages.ts";

/** Makes the copy in an empty folder. */
export async function copyWithThirdLanguage(folder: string): Promise<void> {
  await Deno.mkdir(`${folder}/tools`);
  for (const path of NEEDED) await copy(`${ROOT}${path}`, `${folder}/${path}`);
  await Deno.copyFile(`${ROOT}tests/languages/bracketed.ts`, `${folder}/reports/languages/bracketed.ts`);
  const table = await Deno.readTextFile(`${folder}/${LANGUAGES}`);
  const [head, end, ...more] = table.split("\n} as const satisfies");
  assertEquals([end === undefined, more], [false, []], `${LANGUAGES} has one table`);
  const imported = 'import { BRACKETED } from "./bracketed.ts";\n', line = `\n  "${THIRD_LANGUAGE}": BRACKETED,`;
  await Deno.writeTextFile(`${folder}/${LANGUAGES}`, `${imported}${head}${line}\n} as const satisfies${end}`);
}

async function copy(from: string, to: string): Promise<void> {
  if ((await Deno.stat(from)).isFile) return await Deno.copyFile(from, to);
  await Deno.mkdir(to);
  for await (const { name } of Deno.readDir(from)) await copy(`${from}/${name}`, `${to}/${name}`);
}
