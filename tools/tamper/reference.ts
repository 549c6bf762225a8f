/** An honest result, trained once, and the check of a copy against it along the path of `verify`. */
import { assertEquals } from "@std/assert";
import { inputErrorMessage } from "../../core/input/input_error.ts";
import {
  checkAll,
  checkFrontPage,
  firstDifferentFile,
  listedExperiments,
  problemWithRuns,
} from "../../command/results/verify_result.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import { type PlannedResult, readPlannedResult } from "../../command/results/results_folder.ts";
import {
  absentExperiments,
  findParts,
  lacksManifest,
  strayInResult,
  strayInSuite,
} from "../../command/results/survey_folder.ts";
import type { Files } from "../../experiments/store/files.ts";
import { runPlan } from "../../experiments/training/run_plan.ts";
import { singleThreadTrainer } from "../../experiments/training/trainer.ts";
import { pageScript } from "../../reports/page_script.ts";
import { publish } from "../../reports/publish.ts";
import { commandLine, startProcess } from "../drill/command.ts";
import { provenanceOf } from "../../experiments/store/provenance.ts";

const EXPERIMENTS = ["depth-xor", "forward-pass"];
const SMALL = ["--seeds", "2", "--epochs", "20", "--quiet"];

/** The lines of `verify` that report differences, and its warnings. */
export interface Findings {
  readonly differences: readonly string[];
  readonly strays: readonly string[];
}

/** An honest result. */
export interface Reference {
  /** The texts of its files by path below the folder, such as `depth-xor/runs.csv`. */
  readonly texts: ReadonlyMap<string, string>;
  /** Verifies a copy of its folder. */
  readonly verify: (copy: string) => Promise<Findings>;
}

const trainer = singleThreadTrainer();

/** Makes a result with the real command in `folder`, and trains it once more in this process. */
export async function makeReference(folder: string): Promise<Reference> {
  const words = ["run", ...EXPERIMENTS, ...SMALL, "--out", folder];
  assertEquals((await startProcess(commandLine(folder, words)).result).code, 0);
  const { suiteFolder, resultFolders } = findParts(folder, CATALOG);
  const texts = new Map([["index.html", await Deno.readTextFile(`${folder}/index.html`)]]);
  const filesByPlan = new Map<string, Files>();
  for (const path of resultFolders) {
    const { plan } = await readPlannedResult(path, suiteFolder);
    const tables = await runPlan(plan, trainer, { engine: "auto" });
    const { files } = await publish(plan, tables, { script: await pageScript() });
    filesByPlan.set(planKey(plan), files);
    for (const name of files.keys()) {
      const text = await Deno.readTextFile(`${path}/${name}`);
      texts.set(`${plan.experiment.id}/${name}`, text);
    }
  }
  const reference = { texts, verify: (copy: string) => verifyCopy(copy, filesByPlan) };
  assertEquals(await reference.verify(folder), { differences: [], strays: [] });
  return reference;
}

/** Equal for equal plans: all that a result depends on. */
function planKey(plan: PlannedResult["plan"]): string {
  return JSON.stringify([provenanceOf(plan), plan.cellRuns]);
}

/** What `verify` does, except that a plan of the reference is neither trained nor published again. */
async function verifyCopy(copy: string, filesByPlan: ReadonlyMap<string, Files>): Promise<Findings> {
  const { suiteFolder, resultFolders } = findParts(copy, CATALOG);
  const differences: string[] = [];
  const strays = suiteFolder ? strayInSuite(suiteFolder, CATALOG) : [];
  for (const folder of resultFolders) {
    const result = await readPlannedResult(folder, suiteFolder).catch(inputErrorMessage);
    if (typeof result === "string") {
      differences.push(result);
      continue;
    }
    strays.push(...strayInResult(folder, result.plan));
    const known = filesByPlan.get(planKey(result.plan));
    const difference = known
      ? problemWithRuns(folder, result.plan) ?? firstDifferentFile(folder, known)
      : await checkAll(result, trainer, { engine: "auto" });
    if (difference) differences.push(difference);
  }
  if (!suiteFolder) return { differences, strays };
  const gaps = [
    ...resultFolders.filter(lacksManifest),
    ...listedExperiments(suiteFolder, absentExperiments(suiteFolder, CATALOG)).map((id) => `${suiteFolder}/${id}`),
  ];
  differences.push(...gaps.map((gap) => `${suiteFolder}: incomplete: ${gap}`));
  if (differences.length > 0) return { differences, strays };
  const difference = await checkFrontPage(suiteFolder, CATALOG);
  return { differences: difference ? [difference] : [], strays };
}
