/** The front page of a results folder. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import { planOf, SUITE_SEED } from "../../../experiments/plan.ts";
import { writeFiles } from "../../../experiments/store/files.ts";
import { runPlan } from "../../../experiments/training/run_plan.ts";
import { singleThreadTrainer } from "../../../experiments/training/trainer.ts";
import { publishFrontPage } from "../../../reports/front_page/publish_front_page.ts";
import { publish } from "../../../reports/publish.ts";

const states = await Promise.all(
  (["read", "write"] as const).map((name) => Deno.permissions.query({ name })),
);
const mayWrite = states.every(({ state }) => state === "granted");

/** A folder with two small results; depth-xor is the later one in the course. */
async function twoResults(): Promise<string> {
  const folder = await Deno.makeTempDir();
  for (const id of ["depth-xor", "forward-pass"]) {
    const experiment = CATALOG.find((experiment) => experiment.id === id)!;
    const plan = planOf(experiment, { suiteSeed: SUITE_SEED, seeds: 2, epochs: 30 });
    const { files } = await publish(plan, await runPlan(plan, singleThreadTrainer(), { engine: "auto" }));
    writeFiles(`${folder}/${id}`, files);
  }
  return folder;
}

function test(promise: string, fn: (folder: string) => Promise<void>): void {
  Deno.test({
    name: `publishFrontPage ${promise}${mayWrite ? "" : " (needs to read and write)"}`,
    ignore: !mayWrite,
    fn: async () => {
      const folder = await twoResults();
      try {
        await fn(folder);
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}

test("sums runs and epochs, in the order of the course", async (folder) => {
  const page = (await publishFrontPage(folder)).files.get("index.html")!;
  const numbers = [...page.matchAll(/<li id="([^"]*)">[\s\S]*?<span class="place">(\d+)/g)];
  assertEquals(numbers.map(([, id, number]) => [id, Number(number)]), [["forward-pass", 1], ["depth-xor", 7]]);
  // forward-pass: 2 settings of 2 starts, not trained; depth-xor: 6 settings of 2 starts, 30 epochs each
  assertStringIncludes(page, "16 runs of 360 epochs in total");
  assertStringIncludes(page, "deno task experiment run forward-pass depth-xor --seeds 2 --epochs 30<");
});

test("needs nothing but the manifests and summaries", async (folder) => {
  const { files } = await publishFrontPage(folder);
  await Deno.writeTextFile(`${folder}/depth-xor/report.html`, "<figure class='thumbnail'>broken");
  for (const name of ["report.html", "runs.csv", "claims.csv", "datapackage.json"]) {
    await Deno.remove(`${folder}/forward-pass/${name}`);
  }
  assertEquals(await publishFrontPage(folder), { files, leftOut: [] });
});

test("leaves out a result whose summary is missing, changed, broken or another's", async (folder) => {
  const leavesOut = async (fault: string) => {
    const { files, leftOut } = await publishFrontPage(folder);
    assertEquals([...files.get("index.html")!.matchAll(/<li id="(.*?)">/g)].map(([, id]) => id), ["forward-pass"]);
    assertEquals(leftOut, [`${folder}/depth-xor/${fault}`]);
  };
  const path = `${folder}/depth-xor/summary.json`;
  const text = await Deno.readTextFile(path);
  await Deno.writeTextFile(path, text.replace('"runs": 12', '"runs": 13'));
  await leavesOut("summary.json does not have the digest in manifest.json");
  await Deno.writeTextFile(path, text.replace('"runs": 12', '"runs": "12"'));
  await leavesOut('summary.json: runs must be a whole number of at least 0, but is "12"');
  await Deno.writeTextFile(path, "");
  await leavesOut("summary.json must be JSON");
  await Deno.remove(path);
  await leavesOut("summary.json is missing");
  for (const name of ["manifest.json", "summary.json"]) {
    await Deno.copyFile(`${folder}/forward-pass/${name}`, `${folder}/depth-xor/${name}`);
  }
  await leavesOut('summary.json: experiment must be "depth-xor", but is "forward-pass"');
});
