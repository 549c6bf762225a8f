/** The accessibility rules of axe-core on every page, light and dark, with all details open. */
import { assertEquals } from "@std/assert";
import { CATALOG } from "../../experiments/catalog.ts";
import { violationsIn } from "./axe.ts";
import { testInBrowsers } from "./in_browsers.ts";
import { bundle, textOf, writeSuite } from "./page.ts";

testInBrowsers(
  ["chrome"],
  "pages pass all axe-core rules, light and dark",
  async ({ t, browser, folder, addressOf }) => {
    await writeSuite(folder, { seeds: 3, epochs: 100 }, await bundle());
    const page = await browser.newPage();
    for (const scheme of ["light", "dark"]) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      for (
        const file of [
          "index.html",
          ...CATALOG.map(({ id }) => `${id}/report.html#replicate=1&learningRate=0.123`),
        ]
      ) {
        await t.step(`${file}, ${scheme}`, async () => {
          await page.goto("about:blank");
          await page.goto(addressOf(file));
          if (file !== "index.html") await textOf(page, "#explorer .published", /Your setting|✓ Equals/);
          // what is dimmed while it waits for an answer is no text to read
          await page.waitForFunction(`!document.querySelector("[aria-busy]")`);
          await page.$$eval("details", (all) => all.forEach((details) => details.open = true));
          assertEquals(await violationsIn(page), []);
        });
      }
    }
  },
);
