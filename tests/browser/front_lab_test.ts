/** The lab at the top of the front page, in real browsers. */
import { assert, assertEquals, assertLess, assertMatch } from "@std/assert";
import { trainAll } from "../../core/engine/engine.ts";
import { prepare } from "../../core/train_network.ts";
import { renderFrontPage } from "../../reports/front_page/front_page.ts";
import { labPageData } from "../../reports/lab/lab_data.ts";
import { parseLabAddress } from "../../reports/wire/lab_address.ts";
import { labConfigs } from "../../reports/wire/lab_config.ts";
import { violationsIn } from "./axe.ts";
import { BROWSER_NAMES } from "./browsers.ts";
import { testInBrowsers } from "./in_browsers.ts";
import { recordShift, shiftOf } from "./layout_shift.ts";
import { bundle, textOf, watched } from "./page.ts";

testInBrowsers(
  BROWSER_NAMES,
  "the front page begins with the lab, which plays and answers",
  async ({ t, name, browser, write }) => {
    const data = labPageData(), lab = { script: await bundle("lab_main.ts"), data };
    const html = renderFrontPage([], { digest: "0".repeat(64), command: undefined, lab });
    // the page opens the reader's language unless its address names one
    const address = `${await write("index.html", html)}?lang=en`;
    const { page, complaints } = await watched(browser);
    const epochOf = () => page.$eval("#lab .fan", (fan) => Number(fan.getAttribute("aria-valuenow")));
    await page.setViewport({ width: 1280, height: 900 });

    await t.step("plays XOR without a hidden layer at load, on the first screen", async () => {
      await page.goto(address);
      await page.waitForFunction(`Number(document.querySelector("#lab .fan")?.getAttribute("aria-valuenow")) > 3`);
      assertEquals(await page.$eval("#lab .number", ({ textContent }) => textContent), "0");
      assertEquals(await page.$eval("#lab .hint", (hint) => (hint as HTMLElement).hidden), false);
      const bottoms = await page.$$eval(
        "#lab .wall, #lab .plane, #lab .play, #lab .fan, #lab .lab-presets",
        (all) => all.map((each) => each.getBoundingClientRect().bottom),
      );
      assertEquals(bottoms.length, 5);
      assertLess(Math.max(...bottoms), 900);
      assertEquals(await page.evaluate(() => location.hash), "");
    });

    await t.step("answers a click, keeps title and address, and asks about the data", async () => {
      await page.$$eval(
        "#lab .chips button",
        (all) => (all.find(({ textContent }) => textContent === "4") as HTMLElement).click(),
      );
      await page.waitForFunction(() => location.hash === "#hidden=4:sigmoid");
      await page.focus("#lab .fan");
      await page.keyboard.press("End");
      await page.waitForFunction(() => {
        const fan = document.querySelector("#lab .fan")!;
        return fan.getAttribute("aria-valuenow") === fan.getAttribute("aria-valuemax");
      });
      const { state } = parseLabAddress("#hidden=4:sigmoid", data);
      const starts = Array.from({ length: state.starts }, (_, i) => i);
      const solved = trainAll(labConfigs(state, starts, data).map(prepare), "auto").filter(({ solved }) => solved);
      assertEquals(await page.$eval("#lab .number", ({ textContent }) => textContent), String(solved.length));
      await page.$$eval(
        "#lab .chips button",
        (all) => (all.find(({ textContent }) => textContent === "AND") as HTMLElement).click(),
      );
      assertMatch(await textOf(page, "header .lead", /AND/), /^Can this net learn AND\?/);
      assertEquals(await page.$eval("h1", ({ textContent }) => textContent), "What the smallest neural nets learn");
    });

    await t.step(
      "a preset opens the published runs, and a link to a part of the page leaves the lab alone",
      async () => {
        await page.$$eval("#lab .preset", (all) => (all[3] as HTMLElement).click());
        assertMatch(await textOf(page, "#lab .seeds", /✓/), /equals the published runs of depth-xor, bit for bit/);
        await page.goto("about:blank");
        await page.goto(`${address}#method`);
        await page.waitForFunction(
          `Number(document.querySelector("#lab .fan")?.getAttribute("aria-valuenow")) > 3`,
        );
        assertEquals((await page.$$(".lab-problem:not([hidden])")).length, 0);
        assertEquals(await page.evaluate(() => location.hash), "#method");
        const before = await epochOf();
        await page.evaluate(() => location.hash = "#course");
        assert(await epochOf() >= before);
        assertEquals((await page.$$(".lab-problem:not([hidden])")).length, 0);
      },
    );

    await t.step("on a phone the controls are offered beside the lab alone", async () => {
      await page.setViewport({ width: 390, height: 844 });
      await page.goto("about:blank");
      await page.goto(address);
      await page.waitForSelector("#lab .sheet-toggle");
      assert(await page.evaluate(() => document.documentElement.scrollWidth) <= 390);
      const bottom = () => page.$eval(".sheet-toggle", (toggle) => toggle.getBoundingClientRect().bottom);
      assertLess(await bottom(), 845);
      await page.$eval("#method", (method) => method.scrollIntoView());
      assertLess(await bottom(), 0);
    });

    await t.step("does not shift while it loads, and passes all axe-core rules, light and dark", async () => {
      if (name === "firefox") return;
      for (const [scheme, width, height] of [["light", 1280, 900], ["dark", 390, 844]] as const) {
        const tab = await browser.newPage();
        try {
          await tab.setViewport({ width, height });
          await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
          await recordShift(tab);
          await tab.goto(address);
          await tab.waitForFunction(
            `Number(document.querySelector("#lab .fan")?.getAttribute("aria-valuenow")) > 3`,
          );
          assertLess(await shiftOf(tab), 0.1);
          assertEquals(await violationsIn(tab), [], scheme);
        } finally {
          await tab.close();
        }
      }
    });

    assertEquals(complaints, []);
  },
);
