/** The reader's notation: chosen beside a worked update, it lasts from page to page. */
import { assert, assertEquals } from "@std/assert";
import { depthXor } from "../../experiments/catalog/depth_xor.ts";
import { writeFiles } from "../../experiments/store/files.ts";
import { renderLesson } from "../../reports/course/lesson_page.ts";
import { labPageData } from "../../reports/lab/lab_data.ts";
import { testInBrowsers } from "./in_browsers.ts";
import { bundle, pageOf, textOf, watched } from "./page.ts";

testInBrowsers(
  ["chrome"],
  "a worked update is written in the reader's notation, which lessons take over",
  async ({ browser, folder, addressOf }) => {
    const live = { script: await bundle("lesson_main.ts"), seeds: labPageData() };
    writeFiles(
      folder,
      new Map([
        ["report.html", await pageOf(depthXor, { seeds: 2, epochs: 20 }, await bundle())],
        ["lesson.html", renderLesson("back-propagation", "en", { live })],
      ]),
    );
    const { page, complaints } = await watched(browser);
    await page.goto(addressOf("report.html#cell=xor,two-layer&replicate=1"));
    await textOf(page, "#worked .formulas", /sigmoid/);
    const showBack = () => page.$$eval("#worked .beats button", (all) => (all[2] as HTMLElement).click());
    await showBack();
    await textOf(page, "#worked .formulas", /−δ⁽²⁾ =/);
    const select = '#worked select:has(option[value="minus"])';
    await page.select(select, "minus");
    await textOf(page, "#worked .formulas", /sigmoid/);
    await showBack();
    const back = await textOf(page, "#worked .formulas", /∂L\/∂v⁽²⁾ =/);
    assert(!back.includes("δ"), back);
    await page.goto(addressOf("lesson.html"));
    await page.waitForSelector(".live");
    assertEquals(await page.$eval("#notation-minus", (choice) => (choice as HTMLInputElement).checked), true);
    await page.locator("#notation-plus").click();
    await page.goto(addressOf("report.html"));
    await textOf(page, "#worked .formulas", /sigmoid/);
    assertEquals(await page.$eval(select, (field) => (field as HTMLSelectElement).value), "plus");
    await page.evaluateOnNewDocument(() => {
      const observer = new MutationObserver(() => {
        const choice = document.getElementById("notation-minus");
        if (choice) observer.disconnect();
        choice?.click();
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    await page.goto(addressOf("lesson.html"));
    await page.waitForSelector(".live");
    const isMinus = await page.$eval("#notation-minus", (choice) => (choice as HTMLInputElement).checked);
    assert(isMinus, "a choice made before the script started must stay");
    assertEquals(complaints, []);
  },
);
