/**
 * Compares the core with all reference data from outside the project.
 *
 * `deno run --allow-read tools/oracles.ts [DIR]`; by default DIR is ../shared/reference. Exit code 1: a deviation
 * exceeds its bound.
 */
import { trainNetwork } from "../core/train_network.ts";
import { ORACLES } from "../tests/oracles/oracles.ts";
import { formatDeviation, runCases } from "../tests/oracles/oracle_case.ts";

const MAX_SHOWN = 10;
const directory = Deno.args[0] ?? "../shared/reference";
if (!await isFolder(directory)) {
  console.error(`Cannot read the references: there is no folder "${directory}"; pass another as argument`);
  Deno.exit(2);
}
let failed = 0;

for (const [name, questionsOf] of Object.entries(ORACLES)) {
  const questions = questionsOf(JSON.parse(await Deno.readTextFile(`${directory}/${name}`)));
  const { trainings, compared, excluded, largest, closestToTolerance, failures } = runCases(questions, trainNetwork);
  failed += failures.length;
  console.log(`${name}: ${trainings} trainings, ${compared} numbers compared, ${excluded} left out`);
  if (largest) console.log(`  largest deviation: ${formatDeviation(largest)}`);
  if (closestToTolerance) console.log(`  nearest its bound: ${formatDeviation(closestToTolerance)}`);
  for (const failure of failures.slice(0, MAX_SHOWN)) console.log(`  FAILED ${formatDeviation(failure)}`);
  if (failures.length > MAX_SHOWN) console.log(`  … and ${failures.length - MAX_SHOWN} more`);
}
console.log(failed === 0 ? "every deviation is within its bound" : `${failed} numbers are out of bounds`);
if (failed > 0) Deno.exit(1);

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isDirectory;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
