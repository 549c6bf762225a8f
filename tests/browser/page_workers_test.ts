/** The workers of a result page: started when they are needed, and awaited without a shift. */
import { assertEquals } from "@std/assert";
import { depthXor } from "../../experiments/catalog/depth_xor.ts";
import { testInBrowsers } from "./in_browsers.ts";
import { bundle, pageOf, textOf } from "./page.ts";

testInBrowsers(
  ["chrome"],
  "a result page starts the workers of its lab, and that of the worked update on demand",
  async ({ t, browser, write }) => {
    const address = await write("report.html", await pageOf(depthXor, { seeds: 2, epochs: 20 }, await bundle()));
    await t.step("two workers at first, a third once the worked update is unfolded", async () => {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(() => {
        let started = 0;
        const Counted = class extends Worker {
          constructor(url: string | URL, options?: WorkerOptions) {
            super(url, options);
            started++;
          }
        };
        Object.assign(globalThis, { started: () => started, Worker: Counted });
      });
      const started = () => page.evaluate("started()");
      await page.goto(address);
      await textOf(page, "#explorer .published", /✓ Equals/);
      assertEquals(await started(), 2);
      await page.$eval("details:has(#worked)", (fold) => (fold as HTMLDetailsElement).open = true);
      await textOf(page, "#worked .formulas", /sigmoid/);
      assertEquals(await started(), 3);
      await page.close();
    });
    await t.step("the place of the picture is kept on a phone", async () => {
      const page = await browser.newPage();
      await page.setViewport({ width: 390, height: 844 });
      await page.evaluateOnNewDocument(() => {
        Object.assign(globalThis, {
          Worker: class {
            postMessage() {}
          },
        });
      });
      await page.goto(address);
      await page.waitForSelector("#explorer .stage");
      assertEquals(await page.$eval("#explorer .stage", (stage) => stage.getBoundingClientRect().height), 358);
      await page.close();
    });
  },
);
