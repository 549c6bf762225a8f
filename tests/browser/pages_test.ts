import { assert, assertEquals } from "@std/assert";
import { CATALOG } from "../../experiments/catalog.ts";
import { type BrowserName, isHere, launch } from "./browsers.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** Runs the whole suite on a small setting; the folder of its results. */
async function results(): Promise<string> {
  const folder = await Deno.makeTempDir();
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--allow-read",
      "--allow-write",
      "command/main.ts",
      "run",
      "--seeds",
      "5",
      "--epochs",
      "300",
      "--quiet",
      "--out",
      folder,
    ],
    cwd: ROOT,
  }).output();
  assertEquals(code, 0, new TextDecoder().decode(stderr));
  return folder;
}

for (const name of ["chrome", "firefox"] as const satisfies readonly BrowserName[]) {
  Deno.test({
    name: `pages in ${name} open without errors or requests and show title, verdicts and charts`,
    ignore: !isHere(name),
    // a browser's process and sockets outlive a step
    sanitizeOps: false,
    sanitizeResources: false,
    fn: async (t) => {
      const folder = await results(), browser = await launch(name);
      try {
        const page = await browser.newPage(), complaints: string[] = [];
        page.on("console", (message) => {
          if (["error", "warn"].includes(message.type())) complaints.push(message.text());
        });
        page.on("pageerror", (error) => complaints.push(String(error)));
        page.on("request", (request) => {
          if (!/^(file|data|blob):/.test(request.url())) complaints.push(`requests ${request.url()}`);
        });
        for (const { id, question } of CATALOG) {
          await t.step(id, async () => {
            await page.goto(`file://${folder}/${id}/report.html`);
            assertEquals(await page.$eval("h1", (h) => h.textContent), question);
            const { verdicts, charts, empty } = await page.evaluate(`({
              verdicts: document.querySelectorAll(".verdict").length,
              charts: document.querySelectorAll("figure svg").length,
              empty: [...document.querySelectorAll("figure svg")].filter((svg) =>
                svg.querySelectorAll("[class*=mark-] path, [class*=mark-] line, [class*=mark-] rect").length === 0).length,
            })`) as Record<"verdicts" | "charts" | "empty", number>;
            assert(verdicts > 0, "verdicts are shown");
            assert(charts > 0, "charts are shown");
            assertEquals(empty, 0, "every chart has marks");
          });
        }
        await t.step("front page", async () => {
          await page.goto(`file://${folder}/index.html`);
          for (const { id } of CATALOG) assert(await page.$(`a[href="${id}/report.html"]`), `${id} is linked`);
        });
        assertEquals(complaints, []);
      } finally {
        await browser.close();
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}
