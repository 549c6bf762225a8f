/**
 * Fault injection on the real command with small settings.
 *
 * Each fault must end in recovery or in one clear message; nothing may be lost, half written or wrongly accepted.
 *
 * `deno task drill GROUP [--kills N] [--seed TEXT] [--quick] [WORD…]` injects the faults of a group, or those whose names
 * contain one of the words, and prints a line for each. `--quick` tries a sample of the hostile folders. Exit code 1: a
 * fault was not handled.
 */
import { parseArgs } from "@std/cli";
import { stripVTControlCharacters } from "node:util";
import { DAMAGE } from "./drill/damage.ts";
import { DISK } from "./drill/disk.ts";
import { type DrillOptions, type Fault, Unavailable } from "./drill/fault.ts";
import { HOSTILE } from "./drill/hostile/hostile.ts";
import { SIGNALLED } from "./drill/signals.ts";
import { STOPS } from "./drill/stops.ts";
import { SURROUNDINGS } from "./drill/surroundings.ts";

/** The faults by the name of their group. */
const GROUPS: Readonly<Record<string, readonly Fault[]>> = {
  stops: STOPS,
  disk: DISK,
  damage: DAMAGE,
  surroundings: SURROUNDINGS,
  hostile: HOSTILE,
  signals: SIGNALLED,
};

/** Injects a fault in a new folder; returns whether it was handled or cannot be injected here. */
async function isHandled({ name, attempt }: Fault, options: DrillOptions): Promise<boolean> {
  const folder = await Deno.realPath(await Deno.makeTempDir());
  const started = performance.now();
  const print = (verdict: string, details: string) =>
    console.log(`${verdict} ${name} (${((performance.now() - started) / 1000).toFixed(0)} s): ${details}`);
  try {
    print("handled", await attempt(folder, options));
    return true;
  } catch (error) {
    if (error instanceof Unavailable) print("skipped", error.message);
    else print("FAILED ", stripVTControlCharacters((error as Error).message).replaceAll(/\s+/g, " "));
    return error instanceof Unavailable;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const { kills, seed, quick, _: [group, ...words] } = parseArgs(Deno.args, {
  string: ["kills", "seed", "_"],
  boolean: ["quick"],
  default: { kills: "100", seed: "drill" },
});
const chosen = GROUPS[group!]!.filter(({ name }) =>
  words.length === 0 || words.some((word) => name.includes(String(word)))
);
let handled = 0;
for (const fault of chosen) {
  if (await isHandled(fault, { kills: Number(kills), seed, quick: Boolean(quick) })) handled++;
}
console.log(`${handled} of ${chosen.length} faults handled`);
if (handled < chosen.length) Deno.exit(1);
