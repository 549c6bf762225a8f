/**
 * Shards on a real Slurm and with GNU parallel, undisturbed and with faults.
 *
 * `deno task drill:cluster [WORD…]` runs all scenarios, or those whose names contain one of the words, and prints a line
 * for each. It needs root, installs Slurm from Debian, and starts it on the loopback. Exit code 1: a scenario failed.
 */
import { slurm } from "./context.ts";
import { FILES } from "./files.ts";
import { INTERRUPTIONS } from "./interruptions.ts";
import type { Scenario } from "./scenario.ts";
import { SURROUNDINGS } from "./surroundings.ts";
import { UNDISTURBED } from "./undisturbed.ts";

const SCENARIOS: readonly Scenario[] = [...UNDISTURBED, ...INTERRUPTIONS, ...FILES, ...SURROUNDINGS];

async function passes({ name, attempt }: Scenario): Promise<boolean> {
  const folder = await Deno.makeTempDir({ prefix: "xorlab-cluster-" });
  const started = performance.now();
  const print = (verdict: string, details: string) =>
    console.log(`${verdict} ${name} (${((performance.now() - started) / 1000).toFixed(0)} s): ${details}`);
  try {
    print("passed", await attempt(folder));
    await Deno.remove(folder, { recursive: true });
    return true;
  } catch (error) {
    print("FAILED", `${(error as Error).message.replaceAll(/\s+/g, " ")} (files: ${folder})`);
    return false;
  }
}

const chosen = SCENARIOS.filter(({ name }) => Deno.args.length === 0 || Deno.args.some((word) => name.includes(word)));
if (chosen.length === 0) {
  console.error(`no scenario has one of these words in its name: ${Deno.args.join(", ")}`);
  Deno.exit(2);
}
let passed = 0;
try {
  await slurm("start", "2");
  for (const scenario of chosen) if (await passes(scenario)) passed++;
} finally {
  await slurm("purge");
}
console.log(`${passed} passed, ${chosen.length - passed} failed`);
if (passed < chosen.length) Deno.exit(1);
