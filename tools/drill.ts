/**
 * The drill: what can go wrong, tried on the real command with small settings.
 *
 * Each fault must end in recovery or in one clear line, with nothing lost, half written or believed.
 *
 * `deno run -A tools/drill.ts [--kills N] [WORD…]` tries the faults whose names have one of the words, or all; a line
 * each. Exit code 1: one did not end as it must.
 */
import { parseArgs } from "@std/cli";
import { stripVTControlCharacters } from "node:util";
import { DAMAGE } from "./drill/damage.ts";
import { DISK } from "./drill/disk.ts";
import { type DrillOptions, type Fault, NotHere } from "./drill/fault.ts";
import { STOPS } from "./drill/stops.ts";
import { SURROUNDINGS } from "./drill/surroundings.ts";

const FAULTS: readonly Fault[] = [...STOPS, ...DISK, ...DAMAGE, ...SURROUNDINGS];

/** Tries a fault in a folder of its own; whether it ended as it must, or could not be tried. */
async function isMet({ name, tried }: Fault, options: DrillOptions): Promise<boolean> {
  const folder = await Deno.realPath(await Deno.makeTempDir()), began = performance.now();
  const tell = (verdict: string, said: string) =>
    console.log(`${verdict} ${name} (${((performance.now() - began) / 1000).toFixed(0)} s): ${said}`);
  try {
    tell("met    ", await tried(folder, options));
    return true;
  } catch (error) {
    if (error instanceof NotHere) tell("skipped", error.message);
    else tell("NOT MET", stripVTControlCharacters((error as Error).message).replaceAll(/\s+/g, " "));
    return error instanceof NotHere;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const { kills, _: words } = parseArgs(Deno.args, { string: ["kills", "_"], default: { kills: "100" } });
const chosen = FAULTS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(String(word))));
let met = 0;
for (const fault of chosen) if (await isMet(fault, { kills: Number(kills) })) met++;
console.log(`${met} of ${chosen.length} faults met`);
if (met < chosen.length) Deno.exit(1);
