/** Finished results and journals that others made: resuming believes none of them unchecked. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { sha256Hex } from "../../../experiments/store/files.ts";
import { planOf, SUITE_SEED } from "../../../experiments/plan.ts";
import { CATALOG } from "../../../experiments/catalog.ts";
import { journalHeaderOf } from "../../../experiments/training/journal/journal_format.ts";
import { journalLine } from "../../../experiments/training/journal/journal_lines.ts";
import { fileTest as test, readFilesIn, runCommand } from "../run_command.ts";

const RUN = ["run", "depth-xor", "--seeds", "1", "--epochs", "1"];

/** Changes claims.csv, and gives it the digest that the manifest has. */
async function forgeClaims(folder: string, change: (text: string) => string): Promise<void> {
  const [claims, manifest] = [`${folder}/depth-xor/claims.csv`, `${folder}/depth-xor/manifest.json`];
  const before = await Deno.readTextFile(claims);
  const after = change(before);
  await Deno.writeTextFile(claims, after);
  const text = await Deno.readTextFile(manifest);
  await Deno.writeTextFile(manifest, text.replace(sha256Hex(before), sha256Hex(after)));
}

test("--resume runs again what is forged as finished", async (folder) => {
  await runCommand(...RUN, "--quiet", "--out", folder);
  const intact = await readFilesIn(folder);
  const forgeries: readonly (readonly [string, () => Promise<void>])[] = [
    ["manifest.json does not list runs.csv", async () => {
      const path = `${folder}/depth-xor/manifest.json`;
      await Deno.writeTextFile(path, JSON.stringify({ ...JSON.parse(await Deno.readTextFile(path)), files: {} }));
    }],
    [
      "claims.csv, row 2, column verdict must be one of supported, refuted, undecided",
      () => forgeClaims(folder, (text) => text.replace(/,(supported|refuted|undecided),/, ",\u001b[2J,")),
    ],
    [
      "claims.csv, row 2, column claim must be",
      () => forgeClaims(folder, (text) => text.replace(/\r\n[\w-]+,/, "\r\nother,")),
    ],
  ];
  for (const [message, forge] of forgeries) {
    await forge();
    const { code, messages } = await runCommand(...RUN, "--resume", "--out", folder);
    assertEquals(code, 0);
    assertStringIncludes(messages[0]!, `depth-xor: rerun from scratch, because `);
    assertStringIncludes(messages[0]!, message);
    assertEquals(await readFilesIn(folder), intact);
  }
});

test("--resume refuses a forged journal in one line with file and line, and changes nothing", async (folder) => {
  const experiment = CATALOG.find(({ id }) => id === "depth-xor")!;
  const header = journalHeaderOf(planOf(experiment, { suiteSeed: SUITE_SEED, seeds: 1, epochs: 1 }));
  const path = `${folder}/depth-xor/.journal`;
  await Deno.mkdir(`${folder}/depth-xor`);
  const journals: readonly (readonly [readonly unknown[], string])[] = [
    [[{ first: 0, runs: [] }], `${path}, line 1: first is not a field of the journal's header`],
    [[{ ...header, curves: header.curves + 1 }], "it was started with other settings (curves"],
    [
      [{ ...header, experiment: "losses" }],
      'it was started with other settings (experiment "losses", now "depth-xor")',
    ],
    [[header, null], `${path}, line 2: it must be an object, but is null`],
    [[header, { first: 0, count: 1, runs: [null] }], `${path}, line 2: runs[0] must be an object, but is null`],
    [
      [header, { first: 99, count: 1, runs: [{}] }],
      `${path}, line 2: first must be a whole number of at most 5, but is 99`,
    ],
  ];
  for (const [values, message] of journals) {
    const bytes = new Uint8Array(values.flatMap((value) => [...journalLine(value)]));
    await Deno.writeFile(path, bytes);
    const { code, results, messages } = await runCommand(...RUN, "--resume", "--quiet", "--out", folder);
    assertEquals([code, results, messages.length], [2, [], 1]);
    assertStringIncludes(messages[0]!, message);
    assertEquals(await Deno.readFile(path), bytes);
  }
});
