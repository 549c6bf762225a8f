import { assert, assertStringIncludes } from "@std/assert";
import { needing } from "./needs.ts";

const readme = new URL("../README.md", import.meta.url);

/** The TypeScript examples of the README, in order. */
function examples(text: string): string[] {
  return [...text.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code!);
}

/** Runs an example in a temporary folder. */
async function run(code: string): Promise<{ readonly printed: string; readonly folder: string }> {
  const folder = await Deno.makeTempDir();
  const file = `${folder}/example.ts`;
  await Deno.writeTextFile(
    file,
    code.replaceAll('"./mod.ts"', JSON.stringify(new URL("../mod.ts", import.meta.url).href)),
  );
  const config = new URL("../deno.json", import.meta.url).pathname;
  const { code: exit, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--config", config, "--check", "--allow-read", "--allow-write", file],
    cwd: folder,
  }).output();
  assert(exit === 0, new TextDecoder().decode(stderr));
  return { printed: new TextDecoder().decode(stdout), folder };
}

Deno.test({
  ...needing(["read", "write", "run"], "README trains a net in five lines"),
  fn: async () => {
    const { printed, folder } = await run(examples(await Deno.readTextFile(readme))[0]!);
    assert(/^\d+ \[/.test(printed), printed);
    await Deno.remove(folder, { recursive: true });
  },
});

Deno.test({
  ...needing(["read", "write", "run"], "README defines an experiment outside the suite and gets its CSV and page"),
  fn: async () => {
    const { printed, folder } = await run(examples(await Deno.readTextFile(readme))[1]!);
    assert(printed.trim().length > 0);
    const out = `${folder}/results/two-or-three`;
    assertStringIncludes(await Deno.readTextFile(`${out}/runs.csv`), "units,replicate,status");
    assertStringIncludes(await Deno.readTextFile(`${out}/report.html`), "Are three hidden units better than two?");
    await Deno.remove(folder, { recursive: true });
  },
});
