/** "Reproduce here": the page trains its runs again and compares them with the published ones. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { dataElement, dataOf } from "../../../reports/page/page_scripts.ts";
import { PAGE_DATA_ID, type PageData } from "../../../reports/wire/page_data.ts";
import { BROWSER_NAMES } from "../browsers.ts";
import { testInBrowsers } from "../in_browsers.ts";
import { textOf, watched } from "../page.ts";
import { depthXorPage, EQUAL } from "./depth_xor_page.ts";

testInBrowsers(BROWSER_NAMES, "a result page trains its runs again, and finds planted differences", async (test) => {
  const { t, browser, write } = test;
  const { page, complaints, text, open } = await depthXorPage(test);

  await t.step("retrains all runs and finds them identical", async () => {
    await open();
    await (await page.waitForSelector("#reproduce button"))!.click();
    assertStringIncludes(await textOf(page, "#reproduce .outcome", /identical/), "✓ 30 of 30 identical");
  });

  await t.step("retraining can be stopped by keyboard", async () => {
    await page.focus("#reproduce button");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#reproduce progress:not([hidden])");
    await page.keyboard.press("Enter");
    await textOf(page, "#reproduce .outcome", /Stopped|identical/);
  });

  await t.step("reports the first run whose digest differs", async () => {
    const data = dataOf(text, PAGE_DATA_ID) as PageData, { digests } = data;
    const changed = digests.slice(0, 20) + (digests[20] === "A" ? "B" : "A") + digests.slice(21);
    const planted = text.replace(
      dataElement(PAGE_DATA_ID, data).html,
      () => dataElement(PAGE_DATA_ID, { ...data, digests: changed }).html,
    );
    assert(planted !== text);
    await page.goto(await write("planted.html", planted));
    await (await page.waitForSelector("#reproduce button"))!.click();
    const outcome = await textOf(page, "#reproduce .outcome", /identical/);
    assertStringIncludes(outcome, "✗ 29 of 30 identical");
    assertStringIncludes(outcome, "AND, single-layer net, start 4, row 6 of runs.csv");
    await page.goto(`${await write("planted.html", planted)}#cell=and,single-layer&replicate=4`);
    await page.reload();
    assertMatch(
      await textOf(page, "#explorer .published", /✗/),
      /✗ Start 4 differs from its published run\..*row 6 of runs\.csv/,
    );
  });

  await t.step("retrains without WebAssembly", async () => {
    const refusing = text.replace(" &#39;wasm-unsafe-eval&#39;", "");
    assert(refusing !== text);
    const { page: tab } = await watched(browser); // some browsers log the refusal
    await tab.goto(await write("refused.html", refusing));
    await textOf(tab, "#explorer .published", EQUAL);
    await (await tab.waitForSelector("#reproduce button"))!.click();
    assertStringIncludes(await textOf(tab, "#reproduce .outcome", /identical/), "✓ 30 of 30 identical");
    await tab.close();
  });

  await t.step("writes nothing to the console and requests nothing", () => assertEquals(complaints, []));
});
