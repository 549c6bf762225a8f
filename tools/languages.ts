/**
 * Runs the README's snippets in other languages on a result, as a user would, and compares what they print.
 *
 * `deno task audit languages` trains two experiments with few starts into a temporary folder. Each snippet must print the
 * proportion of solved runs of each setting, and read every training loss to the last bit. Then it runs the trainer in
 * Python. A line for each; exit code 1 if any is wrong, or its program is not installed.
 */
import { assertEquals } from "@std/assert";
import { CATALOG, type Row, runExperiment } from "../mod.ts";
import { type Language, snippetOf, SNIPPETS } from "./languages/snippets.ts";

const ROOT = new URL("..", import.meta.url).pathname;

/** Runs a program and returns its output; throws an Error with its messages if it fails. */
async function outputOf([command, ...args]: readonly [string, ...string[]], cwd: string): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(command, { args, cwd }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

/** Trains what the snippets read; returns the rows of runs.csv of depth-xor. */
async function trainInto(folder: string): Promise<readonly Row[]> {
  const train = (id: string) =>
    runExperiment(CATALOG.find((experiment) => experiment.id === id)!, {
      seeds: 20,
      epochs: 1000,
      out: `${folder}/${id}`,
    });
  await train("perceptron-cycle");
  const { tables } = await train("depth-xor");
  return tables.find(({ name }) => name === "runs")!.rows;
}

/** The proportion of solved runs by setting, as `function network`. */
function solvedBySetting(runs: readonly Row[]): Record<string, number> {
  const settings = Map.groupBy(runs, (run) => `${run.function} ${run.network}`);
  const proportionOf = (rows: readonly Row[]) => rows.filter(({ solved }) => solved === true).length / rows.length;
  return Object.fromEntries([...settings].map(([setting, rows]) => [setting, proportionOf(rows)]));
}

/** The proportions that a snippet printed as a table: the last number of each line that names a setting. */
function printedProportions(printed: string, settings: readonly string[]): Record<string, number> {
  const lines = printed.split("\n").map((line) => line.replaceAll(/["│]/g, " ").trim().split(/\s+/));
  return Object.fromEntries(settings.map((setting) => {
    const words = setting.split(" ");
    const line = lines.find((line) => words.every((word) => line.includes(word)));
    return [setting, Number(line?.at(-1) ?? NaN)];
  }));
}

/** Runs one snippet; throws an Error that says what is wrong. */
async function tryLanguage(language: Language, folder: string, runs: readonly Row[], readme: string): Promise<void> {
  const code = snippetOf(language, readme);
  const expected = solvedBySetting(runs);
  await Deno.writeTextFile(`${folder}/${language.file}`, `${code}\n${language.exact}\n`);
  const printed = await outputOf([...language.command, language.file], folder);
  const [table, exact] = printed.split(/^exact$/m);
  const shown = printedProportions(table!, Object.keys(expected));
  for (const [setting, proportion] of Object.entries(expected)) {
    if (Math.abs(shown[setting]! - proportion) > 1e-6) {
      throw new Error(`prints ${shown[setting]} instead of ${proportion} for ${setting}:\n${table}`);
    }
  }
  const losses = exact!.trim().split("\n").map(language.parse);
  assertEquals(losses, runs.map(({ training_loss }) => training_loss));
}

/** Runs the trainer in Python, which must print a line for each number of hidden units. */
async function tryTrainer(): Promise<void> {
  const printed = await outputOf(["python3", "examples/python/train.py"], ROOT);
  assertEquals(printed.match(/^\d hidden units: \d+ of 100 starts solve XOR$/gm)?.length, 3, printed);
}

/** Runs a check and prints how it went; returns whether it passed. */
async function report(name: string, check: () => Promise<void>): Promise<boolean> {
  try {
    await check();
    console.log(`ok      ${name}`);
    return true;
  } catch (error) {
    console.log(`failed  ${name}: ${(error as Error).message.trim()}`);
    return false;
  }
}

const folder = await Deno.makeTempDir();
try {
  const runs = await trainInto(`${folder}/results`);
  const readme = await Deno.readTextFile(`${ROOT}/README.md`);
  const outcomes = [await report("train.py", tryTrainer)];
  for (const language of SNIPPETS) {
    outcomes.push(await report(language.name, () => tryLanguage(language, folder, runs, readme)));
  }
  if (outcomes.includes(false)) Deno.exitCode = 1;
} finally {
  await Deno.remove(folder, { recursive: true });
}
