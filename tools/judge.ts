/**
 * Judges the claims of results once more with an independent program, tests/replication/judge.py.
 *
 * `deno task audit judge [FOLDER] [--seeds N] [--faults]` judges the results in a folder (`results` by default), or with
 * `--seeds` those of a suite trained for it, and prints each difference. `--faults` also plants faults in copies of the
 * results, each of which the judge must find. Exit code 1: a difference, or a fault that was missed; 2: no results.
 */
import { parseArgs } from "@std/cli";
import { terminal } from "../command/cli/terminal.ts";
import { main as runCommand } from "../command/main.ts";
import { FAULTS } from "./judge/faults.ts";
import { plantFault, resultsIn } from "./judge/plant.ts";
import { judgeFolders } from "./judge/python.ts";

/** Judges the results in a folder; returns the exit code. */
async function judgeResults(folder: string, withFaults: boolean): Promise<number> {
  const results = await resultsIn(folder).catch(() => []);
  if (results.length === 0) {
    console.error(`Cannot judge ${folder}: it has no results; deno task experiment makes some`);
    return 2;
  }
  const { code, lines } = await judgeFolders(...results);
  lines.forEach((line) => console.log(line));
  const allCaught = !withFaults || await plantAll(results);
  return allCaught ? code : 1;
}

/** Plants every fault, prints how it fared, and returns whether the judge found all. */
async function plantAll(results: readonly string[]): Promise<boolean> {
  let caught = 0;
  for (const fault of FAULTS) {
    const { outcome, details } = await plantFault(fault, results);
    console.log(`${outcome}: ${fault.name}: ${details}`);
    if (outcome === "caught") caught++;
  }
  console.log(`${caught} of ${FAULTS.length} faults caught`);
  return caught === FAULTS.length;
}

/** Trains the suite into a temporary folder and judges it. */
async function judgeNewResults(seeds: string, withFaults: boolean): Promise<number> {
  const folder = await Deno.makeTempDir();
  try {
    const ignore = () => {};
    const silent = { ...terminal(), printResult: ignore, printPieces: ignore, printStyled: ignore };
    const code = await runCommand(["run", "--seeds", seeds, "--quiet", "--out", folder], silent);
    return code === 0 ? await judgeResults(folder, withFaults) : code;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const { seeds, faults, _: [folder = "results"] } = parseArgs(Deno.args, {
  string: ["seeds", "_"],
  boolean: ["faults"],
});
Deno.exitCode = seeds === undefined
  ? await judgeResults(String(folder), Boolean(faults))
  : await judgeNewResults(seeds, Boolean(faults));
