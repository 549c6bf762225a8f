/** Verifying a result whose files do not follow from its runs. */
import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { readPlannedResult } from "../../../command/results/results_folder.ts";
import { checkAll } from "../../../command/results/verify_result.ts";
import { checkSample } from "../../../command/results/verify_sample.ts";
import { CATALOG } from "../../../experiments/catalog.ts";
import { planOf, type Settings, SUITE_SEED } from "../../../experiments/plan.ts";
import { formatJson, writeFiles } from "../../../experiments/store/files.ts";
import { manifestOf } from "../../../experiments/store/manifest.ts";
import { runPlan } from "../../../experiments/training/run_plan.ts";
import { singleThreadTrainer, type Trainer } from "../../../experiments/training/trainer.ts";
import { publish } from "../../../reports/publish.ts";
import { fileTest } from "../run_command.ts";
import { needing } from "../../needs.ts";

/** A trainer that must not be needed. */
const noTrainer: Trainer = () => Promise.reject(new Error("trained"));

Deno.test({
  ...needing(
    ["read", "write"],
    "checkAll and checkSample find a planted summary.json that disagrees with the CSV, though its digest is right",
  ),
  fn: async () => {
    const folder = await Deno.makeTempDir();
    try {
      const experiment = CATALOG.find(({ id }) => id === "forward-pass")!;
      const plan = planOf(experiment, { suiteSeed: SUITE_SEED, seeds: 2 });
      const { files } = await publish(plan, await runPlan(plan, singleThreadTrainer(), { engine: "auto" }));
      const write = (summary: string) => {
        const changed = new Map([...files, ["summary.json", summary]]);
        changed.delete("manifest.json");
        writeFiles(folder, new Map([...changed, ["manifest.json", formatJson(manifestOf(plan, changed))]]));
      };
      const check = async () => {
        const result = await readPlannedResult(folder, undefined);
        const trainer = singleThreadTrainer();
        return [
          await checkAll(result, trainer, { engine: "auto" }),
          await checkSample(result, [{ from: 0, to: 1 }], trainer, { engine: "auto" }),
        ];
      };
      const sound = files.get("summary.json")!;
      write(sound);
      const problems = (await check()).filter((problem) => typeof problem === "string");
      // the page lacks its script
      assertEquals(problems.filter((problem) => !problem.includes("report.html")), []);
      write(sound.replace('"runs": 4', '"runs": 5'));
      for (const difference of await check()) {
        assertMatch(String(difference), /summary\.json, line \d+ must be " {2}\\"runs\\": 4/);
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

fileTest("checkAll trains nothing if runs.csv lists other runs than the manifest's plan", async (folder) => {
  const experiment = CATALOG.find(({ id }) => id === "delta-rule")!;
  const planWith = (settings: Partial<Settings>) =>
    planOf(experiment, { suiteSeed: SUITE_SEED, seeds: 2, epochs: 20, ...settings });
  const plan = planWith({});
  const { files } = await publish(plan, await runPlan(plan, singleThreadTrainer(), { engine: "auto" }));
  const runs = files.get("runs.csv")!;
  const check = async (settings: Partial<Settings>, csv = runs) => {
    writeFiles(folder, new Map([...files, ["runs.csv", csv]]));
    const result = await readPlannedResult(folder, undefined);
    return await checkAll({ ...result, plan: planWith(settings) }, noTrainer, { engine: "auto" });
  };
  const below = "rows must stand below the header";
  const missing = await check({ seeds: 3, set: { batch: ["online"] } });
  assertEquals(missing, `${folder}/runs.csv, row 4, column batch must be "online", but is "full"`);
  assertEquals(await check({}, ""), `${folder}/runs.csv, row 1, column batch is missing: the file is empty`);
  assertEquals(
    await check({ set: { batch: ["full"] } }),
    `${folder}/runs.csv, row 2, column batch must be "full", but is "online"`,
  );
  assertEquals(
    await check({ set: { batch: ["online"] } }),
    `${folder}/runs.csv, row 4, column batch is one too many: 2 ${below}`,
  );
  assertEquals(await check({ epochs: 30 }), `${folder}/runs.csv, row 2, column epochs must be 30, but is 20`);
  // malformed: of a plan with more runs there is nothing to compare, of this one the place is found by comparing
  const malformed = runs.replace("finished", '"');
  assertMatch((await check({ seeds: 3 }, malformed))!, /runs\.csv, row 2, column status is not CSV/);
  await assertRejects(() => check({}, malformed), Error, "trained");
  await assertRejects(() => check({}, runs.slice(0, -2)), Error, "trained");
  await assertRejects(() => check({}), Error, "trained");
});
