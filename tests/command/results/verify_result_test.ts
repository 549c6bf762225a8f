/** Verifying a result whose files do not follow from its runs. */
import { assertEquals, assertMatch } from "@std/assert";
import { readPlannedResult } from "../../../command/results/results_folder.ts";
import { checkAll } from "../../../command/results/verify_result.ts";
import { checkSample } from "../../../command/results/verify_sample.ts";
import { CATALOG } from "../../../experiments/catalog.ts";
import { planOf, SUITE_SEED } from "../../../experiments/plan.ts";
import { formatJson, writeFiles } from "../../../experiments/store/files.ts";
import { manifestOf } from "../../../experiments/store/manifest.ts";
import { runPlan } from "../../../experiments/training/run_plan.ts";
import { singleThreadTrainer } from "../../../experiments/training/trainer.ts";
import { publish } from "../../../reports/publish.ts";

const states = await Promise.all((["read", "write"] as const).map((name) => Deno.permissions.query({ name })));
const mayWrite = states.every(({ state }) => state === "granted");

Deno.test({
  name: `checkAll and checkSample find a planted summary.json that disagrees with the CSV, though its digest is right${
    mayWrite ? "" : " (needs to read and write)"
  }`,
  ignore: !mayWrite,
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
          await checkSample(result, plan.runs.slice(0, 1), trainer, { engine: "auto" }),
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
