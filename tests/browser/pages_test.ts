/** Every page of the suite in real browsers: it opens, shows what it must, and does its first training. */
import { assert, assertEquals } from "@std/assert";
import { CATALOG } from "../../experiments/catalog.ts";
import { isHere, launch } from "./browsers.ts";
import { bundle, suite, textOf, watched } from "./page.ts";

/** Most that a page may weigh, plain and packed, in bytes. */
const MOST_BYTES = 700_000, MOST_PACKED = 250_000;

async function packed(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

for (const name of ["chrome", "firefox"] as const) {
  Deno.test({
    name: `pages in ${name} open without errors or requests, show title, verdicts and charts, and train`,
    ignore: !isHere(name),
    // a browser's process and sockets outlive a step
    sanitizeOps: false,
    sanitizeResources: false,
    fn: async (t) => {
      const folder = await suite({ seeds: 5, epochs: 300 }, await bundle()), browser = await launch(name);
      try {
        const { page, complaints } = await watched(browser);
        for (const { id, question } of CATALOG) {
          await t.step(id, async () => {
            await page.goto(`file://${folder}/${id}/report.html`);
            assertEquals(await page.$eval("h1", (h) => h.textContent), question);
            const counts = await page.evaluate(() => ({
              verdicts: document.querySelectorAll(".verdict").length,
              charts: document.querySelectorAll("figure svg").length,
              empty: [...document.querySelectorAll(".panel > svg, .wide > svg, .narrow > svg")]
                .filter((svg) => svg.querySelectorAll("path, line, rect, use, text").length < 3).length,
            }));
            assert(counts.verdicts > 0, "verdicts are shown");
            assert(counts.charts > 0, "charts are shown");
            assertEquals(counts.empty, 0, "every chart has marks");
            await textOf(page, "#explorer .outcome", /✓ Equal to the CSV/);
            await textOf(page, "#worked", /Step 1 of|There is no such update/);
            await page.click("#reproduce button");
            await textOf(page, "#reproduce .outcome", /✓ ([\d,]+) of \1 identical/);
            const bytes = await Deno.readFile(`${folder}/${id}/report.html`);
            assert(bytes.length <= MOST_BYTES && await packed(bytes) <= MOST_PACKED, `${bytes.length} bytes`);
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
