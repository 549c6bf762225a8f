/** The front page of what lies in a folder. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import { planOf, SUITE_SEED } from "../../../experiments/plan.ts";
import { runPlan } from "../../../experiments/training/run_plan.ts";
import { writeFiles } from "../../../experiments/store/files.ts";
import { trainerHere } from "../../../experiments/training/trainer.ts";
import { publish } from "../../../reports/publish.ts";
import { publishIndex } from "../../../reports/front_page/publish_index.ts";

const states = await Promise.all(
  (["read", "write"] as const).map((name) => Deno.permissions.query({ name })),
);
const mayWrite = states.every(({ state }) => state === "granted");

Deno.test({
  name: `publishIndex counts what was trained, in the order of the course${
    mayWrite ? "" : " (needs to read and write)"
  }`,
  ignore: !mayWrite,
  fn: async () => {
    const folder = await Deno.makeTempDir();
    try {
      for (const id of ["depth-xor", "forward-pass"]) {
        const experiment = CATALOG.find((one) => one.id === id)!;
        const plan = planOf(experiment, { suiteSeed: SUITE_SEED, seeds: 2, epochs: 30 });
        writeFiles(`${folder}/${id}`, await publish(plan, await runPlan(plan, trainerHere(), { engine: "auto" })));
      }
      const page = (await publishIndex(folder)).files.get("index.html")!;
      const numbers = [...page.matchAll(/<li id="([^"]*)">[\s\S]*?<span class="place">(\d+)/g)];
      assertEquals(numbers.map(([, id, number]) => [id, Number(number)]), [["forward-pass", 1], ["depth-xor", 7]]);
      // forward-pass: 2 cells of 2 seeds that are not trained; depth-xor: 6 cells of 2 seeds, 30 epochs each
      assertStringIncludes(page, "16 trainings of 360 epochs in all");
      assertStringIncludes(page, "deno task experiment run forward-pass depth-xor --seeds 2 --epochs 30<");

      const leavesOut = async (fault: string) => {
        const { files, leftOut } = await publishIndex(folder),
          [, id] = /<li id="(.*?)">/.exec(files.get("index.html")!)!;
        assertEquals([id, leftOut], ["forward-pass", [`${folder}/depth-xor/${fault}`]]);
      };
      const runs = `${folder}/depth-xor/runs.csv`, text = await Deno.readTextFile(runs);
      for (const broken of [text.replace(",epochs,", ",epoch,"), text.replace(",30,", ",many,"), ""]) {
        await Deno.writeTextFile(runs, broken);
        await leavesOut("runs.csv must be a table of runs with their epochs");
      }
      await Deno.remove(runs);
      await leavesOut("runs.csv is missing");
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
