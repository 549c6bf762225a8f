/**
 * Tampers with a finished result at random, seals the digests again, and asks `verify` to find each tamper.
 *
 * `deno task audit tamper [--seed TEXT] [--count N] [--show]` makes a small result of two experiments, then N copies, in each
 * of which one thing is changed: a character, a row, a digit, a file. `verify` must name the file, and row and column
 * (in other files than CSV the line). It runs in this process, on a result that is trained once; every hundredth copy
 * also goes through the real command, which must print the same. Prints counts by kind and what was missed; `--show`
 * prints every finding. Exit code 1: something was missed.
 */
import { parseArgs } from "@std/cli";
import { escapeInvisible } from "../command/cli/text_output.ts";
import { stream } from "../core/random.ts";
import { commandLine, startProcess } from "./drill/command.ts";
import { writeTampered } from "./tamper/apply.ts";
import { locationOf } from "./tamper/location.ts";
import { type Findings, makeReference, type Reference } from "./tamper/reference.ts";
import { drawTamper, type Tamper } from "./tamper/tampers.ts";

/** Every so many copies, one also goes through the real command. */
const COMMAND_EVERY = 100;

/** Tampers with one copy; returns the kind, and what is wrong with how it was found. */
async function tryTamper(reference: Reference, copy: string, seed: string, n: number) {
  const random = stream(seed, `tamper ${n}`);
  let tamper: Tamper;
  do tamper = drawTamper(reference.texts, random); while (!await writeTampered(copy, reference.texts, tamper));
  const findings = await reference.verify(copy);
  const problem = problemWith(tamper, copy, findings) ??
    (n % COMMAND_EVERY === 0 ? await problemWithCommand(copy, findings) : undefined);
  await Deno.remove(copy, { recursive: true });
  return { tamper, findings, problem };
}

/** What is wrong with the findings; undefined if they name the tamper. */
function problemWith(tamper: Tamper, copy: string, { differences, strays }: Findings): string | undefined {
  const { path, before, after } = tamper;
  if (before === undefined) return strays.includes(`${copy}/${path}`) ? undefined : "not listed as a stray";
  if (differences.length === 0) return "MISSED";
  const places = placesOf(path, before, after);
  const isNamed = differences.some((line) => line.includes(`${copy}/${path}`) && places.test(line));
  if (isNamed || isOtherManifest(tamper, copy, differences)) return undefined;
  return `found, but not named: ${differences.join(" / ").replaceAll(copy, "").slice(0, 300)}`;
}

function placesOf(path: string, before: string, after: string | undefined): RegExp {
  if (after === undefined) return /is missing|has no manifest\.json/;
  const places = [locationOf(path, before, after)];
  // a table that ends between two cells is cut off after the first, and lacks the second
  if (before.startsWith(after)) places.push(locationOf(path, before, after.slice(0, -1)));
  return new RegExp(`\\b(?:${places.map(RegExp.escape).join("|")})\\b`);
}

/**
 * A manifest alone says what its result is. One of other settings makes it another result: then the tables differ, and
 * their cells are named. One that breaks a rule is named with the line where that shows, which may be another one.
 */
function isOtherManifest({ path }: Tamper, copy: string, differences: readonly string[]): boolean {
  const [id, name] = path.split("/");
  const patterns = [/\.csv, row \d+, column /, /manifest\.json, line \d+/];
  return name === "manifest.json" &&
    differences.some((line) => line.startsWith(`${copy}/${id}/`) && patterns.some((pattern) => pattern.test(line)));
}

/** What is wrong with the output of the real command, which must print the same lines. */
async function problemWithCommand(copy: string, { differences, strays }: Findings): Promise<string | undefined> {
  const { code, results, messages } = await startProcess(commandLine(copy, ["verify", copy, "--quiet"])).result;
  const printed = [...results, ...messages].join("\n");
  const expected = differences.length > 0 ? 1 : 0;
  const unprinted = [...differences, ...strays].filter((line) => !printed.includes(escapeInvisible(line)));
  if (code !== expected) return `the command ends with exit code ${code}: ${printed.slice(0, 300)}`;
  if (unprinted.length > 0) return `the command does not print ${unprinted[0]}, but ${printed.slice(0, 300)}`;
}

const { seed, count, show } = parseArgs(Deno.args, {
  string: ["seed", "count"],
  boolean: ["show"],
  default: { seed: "tamper", count: "5000" },
});
const folder = await Deno.realPath(await Deno.makeTempDir());
try {
  const reference = await makeReference(`${folder}/honest`);
  const counts = new Map<string, { tried: number; found: number }>();
  const misses: string[] = [];
  for (let n = 0; n < Number(count); n++) {
    const { tamper, findings, problem } = await tryTamper(reference, `${folder}/copy`, seed, n);
    const { kind, path } = tamper;
    const { tried, found } = counts.get(kind) ?? { tried: 0, found: 0 };
    counts.set(kind, { tried: tried + 1, found: found + (problem === undefined ? 1 : 0) });
    if (problem !== undefined) misses.push(`${n}: ${kind} in ${path}: ${problem}`);
    if (show) console.log(`${n}: ${kind} in ${path}: ${[...findings.differences, ...findings.strays].join(" / ")}`);
  }
  for (const [kind, { tried, found }] of counts) console.log(`${kind}: ${found} of ${tried} found and named`);
  misses.forEach((miss) => console.log(miss));
  console.log(`${Number(count) - misses.length} of ${count} tampers found and named`);
  if (misses.length > 0) Deno.exitCode = 1;
} finally {
  await Deno.remove(folder, { recursive: true });
}
