/** Runs scenarios on a Slurm that it starts and ends; `drill.ts` isolates it. Exit code 1: a scenario failed. */
import { slurm } from "./context.ts";
import type { Scenario } from "./scenario.ts";
import { scenariosWith } from "./scenarios.ts";

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

const chosen = scenariosWith(Deno.args);
let passed = 0;
try {
  await slurm("start", "2");
  for (const scenario of chosen) if (await passes(scenario)) passed++;
} finally {
  await slurm("purge");
}
console.log(`${passed} passed, ${chosen.length - passed} failed`);
if (passed < chosen.length) Deno.exit(1);
