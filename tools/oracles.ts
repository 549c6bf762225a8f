/**
 * Asks the core everything that the files of outside references know, and tells how far off it is.
 *
 * `deno run --allow-read tools/oracles.ts [DIR]`; without DIR, the references are looked for beside the project. Exit
 * code 1 where an answer is farther off than allowed.
 */
import { trainNetwork } from "../core/train_network.ts";
import { ORACLES } from "../tests/oracles/oracles.ts";
import { askAll, told } from "../tests/oracles/question.ts";

const directory = Deno.args[0] ?? "../shared/reference", SHOWN = 10;
if (!await isFolder(directory)) {
  console.error(`Cannot ask the references: there is no folder "${directory}"; another may be named`);
  Deno.exit(2);
}
let failed = 0;

for (const [name, questionsOf] of Object.entries(ORACLES)) {
  const questions = questionsOf(JSON.parse(await Deno.readTextFile(`${directory}/${name}`)));
  const { trainings, compared, leftOut, farthest, tightest, failures } = askAll(questions, trainNetwork);
  failed += failures.length;
  console.log(`${name}: ${trainings} trainings, ${compared} numbers compared, ${leftOut} left out`);
  if (farthest) console.log(`  largest deviation: ${told(farthest)}`);
  if (tightest) console.log(`  nearest its bound: ${told(tightest)}`);
  for (const failure of failures.slice(0, SHOWN)) console.log(`  FAILED ${told(failure)}`);
  if (failures.length > SHOWN) console.log(`  … and ${failures.length - SHOWN} more`);
}
console.log(failed === 0 ? "every answer is within its bound" : `${failed} numbers are out of bounds`);
if (failed > 0) Deno.exit(1);

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isDirectory;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
