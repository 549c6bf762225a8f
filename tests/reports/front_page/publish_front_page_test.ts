/** The front page of a results folder. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import { planOf, SUITE_SEED } from "../../../experiments/plan.ts";
import { formatJson, sha256Hex, writeFiles } from "../../../experiments/store/files.ts";
import { runPlan } from "../../../experiments/training/run_plan.ts";
import { singleThreadTrainer } from "../../../experiments/training/trainer.ts";
import { listsExperiment } from "../../../reports/front_page/front_page.ts";
import { publishFrontPage } from "../../../reports/front_page/publish_front_page.ts";
import { publish } from "../../../reports/publish.ts";
import { needing } from "../../needs.ts";

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
    ...needing(["read", "write"], `publishFrontPage ${promise}`),
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

test("needs nothing but the manifests, summaries and judged claims", async (folder) => {
  const { files } = await publishFrontPage(folder);
  await Deno.writeTextFile(`${folder}/depth-xor/report.html`, "<figure class='thumbnail'>broken");
  for (const name of ["report.html", "runs.csv", "datapackage.json"]) {
    await Deno.remove(`${folder}/forward-pass/${name}`);
  }
  assertEquals(await publishFrontPage(folder), { files, leftOut: [] });
});

test("leaves out a result whose summary is missing, changed, broken or another's", async (folder) => {
  const leavesOut = async (fault: string) => {
    const { files, leftOut } = await publishFrontPage(folder);
    assertEquals([...files.get("index.html")!.matchAll(/<li id="(.*?)">/g)].map(([, id]) => id), ["forward-pass"]);
    assertEquals(leftOut.length, 1);
    assertStringIncludes(leftOut[0]!, `${folder}/depth-xor/`);
    assertStringIncludes(leftOut[0]!, fault);
  };
  const path = `${folder}/depth-xor/summary.json`;
  const text = await Deno.readTextFile(path);
  await Deno.writeTextFile(path, text.replace('"runs": 12', '"runs": 13'));
  await leavesOut("summary.json does not have the digest in manifest.json");
  await Deno.writeTextFile(path, text.replace('"runs": 12', '"runs": "12"'));
  await leavesOut(': runs must be a whole number of at least 0, but is "12"');
  await Deno.writeTextFile(path, "");
  await leavesOut("summary.json, line 1 is not JSON (");
  await Deno.remove(path);
  await leavesOut("summary.json is missing");
  for (const name of ["manifest.json", "summary.json"]) {
    await Deno.copyFile(`${folder}/forward-pass/${name}`, `${folder}/depth-xor/${name}`);
  }
  await leavesOut(': experiment must be "depth-xor", but is "forward-pass"');
});

test("leaves out a result behind a link", async (folder) => {
  await Deno.rename(`${folder}/depth-xor`, `${folder}/elsewhere`);
  await Deno.symlink("elsewhere", `${folder}/depth-xor`);
  const { files, leftOut } = await publishFrontPage(folder);
  assertEquals(listsExperiment(files.get("index.html")!, "depth-xor"), false);
  assertEquals(leftOut, [`${folder}/depth-xor is a link; only the folder that you name may be one`]);
});

/** Changes the summary and the manifest of a result, and gives the summary the digest that the manifest has. */
async function forge(
  folder: string,
  // deno-lint-ignore no-explicit-any
  change: (summary: any, manifest: any) => void,
): Promise<void> {
  const read = async (name: string) => JSON.parse(await Deno.readTextFile(`${folder}/${name}`));
  const summary = await read("summary.json");
  const manifest = await read("manifest.json");
  change(summary, manifest);
  const text = formatJson(summary);
  manifest.files["summary.json"] = sha256Hex(text);
  writeFiles(folder, new Map([["summary.json", text], ["manifest.json", formatJson(manifest)]]));
}

const HOSTILE = [
  '<meta http-equiv="refresh" content="0;url=https://example.org/">',
  "</h2><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "<a href='https://example.org/'>results</a>",
  "javascript:alert(1)",
  "a\u202eb\u0007",
];

test("copies no markup from a neighbour, and makes no link of what it says", async (folder) => {
  const before = (await publishFrontPage(folder)).files.get("index.html")!;
  const elements = (page: string) => [...page.matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag.split(/[ >]/)[0]).sort();
  const links = (page: string) => [...page.matchAll(/(?:href|src|action)="[^"]*"/g)].map(([link]) => link).sort();
  for (const hostile of HOSTILE) {
    await Deno.writeTextFile(`${folder}/depth-xor/report.html`, hostile);
    await forge(`${folder}/depth-xor`, (summary, manifest) => {
      Object.assign(summary, { question: hostile, answer: hostile });
      Object.assign(summary.thumbnail, { title: hostile, panel: hostile });
      manifest.suite.version = hostile;
      manifest.versions = { [hostile]: hostile };
      manifest.settings.suiteSeed = hostile;
    });
    const { files, leftOut } = await publishFrontPage(folder);
    const page = files.get("index.html")!;
    assertEquals(leftOut, []);
    assertEquals(page.includes(hostile), hostile === "javascript:alert(1)", hostile);
    assertEquals(links(page), links(before));
    // two code elements for the seed, and what marks the panel
    const added = elements(page).filter((tag) => !["<code", "<p", "<span"].includes(tag!));
    assertEquals(added, elements(before).filter((tag) => !["<code", "<p", "<span"].includes(tag!)));
  }
});

test("leaves out a result whose manifest names what the experiment does not have", async (folder) => {
  const changes: readonly (readonly [
    // deno-lint-ignore no-explicit-any
    change: (summary: any, manifest: any) => void,
    message: string,
  ])[] = [
    [(_, manifest) => manifest.settings.levels = { other: ["1"] }, 'Cannot set "other"'],
    [(_, manifest) => manifest.settings.levels.function = ["<b>"], 'Cannot set function to "<b>"'],
    [
      (_, manifest) => manifest.settings.levels.function = Array.from({ length: 30_000 }, (_, i) => `${i}`),
      "combinations of levels are more than 50000",
    ],
    [(_, manifest) => manifest.experiment = "../../etc", 'experiment must be "depth-xor", but is "../../etc"'],
    [(summary) => summary.experiment = "https://example.org", 'experiment must be "depth-xor"'],
    [(summary) => summary.epochs = 1e300, "epochs must be a number from 0 to"],
    [(summary) => summary.html = "<b>", "html is not a field"],
    [(_, manifest) => manifest.files = { "../index.html": "0".repeat(64) }, "must be the plain name of a file"],
  ];
  const intact = ["summary.json", "manifest.json"];
  const texts = new Map(intact.map((name) => [name, Deno.readTextFileSync(`${folder}/depth-xor/${name}`)]));
  for (const [change, message] of changes) {
    await forge(`${folder}/depth-xor`, change);
    const { files, leftOut: [problem] } = await publishFrontPage(folder);
    assertStringIncludes(problem ?? "", message);
    assertEquals(listsExperiment(files.get("index.html")!, "depth-xor"), false);
    writeFiles(`${folder}/depth-xor`, texts);
  }
});
