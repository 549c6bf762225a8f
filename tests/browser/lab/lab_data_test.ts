/** The data of the lab: targets, tables, sets and placed points, and what it says of wrong entries. */
import { assertEquals, assertMatch } from "@std/assert";
import { BROWSER_NAMES } from "../browsers.ts";
import { testInBrowsers } from "../in_browsers.ts";
import { textOf } from "../page.ts";
import { click, enter, finalCount, hashOf, labPage, solvedOf } from "./lab_page.ts";

testInBrowsers(
  BROWSER_NAMES,
  "the lab trains on whatever data a reader makes, and refuses what is wrong",
  async (test) => {
    const { t } = test;
    const { page, complaints, open } = await labPage(test);

    await t.step("says in words what is wrong, and replaces nothing", async () => {
      await open("#hidden=2:tanh,2:tanh");
      const before = solvedOf("#hidden=2:tanh,2:tanh");
      for (
        const [label, text, rule] of [
          ["Units", "100", /Units must be a whole number of at most 64, but is 100/],
          ["Learning rate", "fast", /Learning rate must be a number.*"fast"/],
          ["Learning rate", "", /Enter a value/],
        ] as const
      ) {
        await enter(page, label, text);
        assertMatch(await textOf(page, ".problem:not([hidden])", /./), rule);
        const entered = await page.$eval("[aria-invalid=true]", (field) => (field as HTMLInputElement).value);
        assertEquals(entered, text);
        assertEquals(await finalCount(page), before);
        await enter(page, label, label === "Units" ? "2" : "0.9");
      }
      assertEquals((await page.$$(".problem:not([hidden])")).length, 0);
      await click(page, ".more > summary", "Optimiser, start, batch …");
      await enter(page, "Epochs", "many");
      assertMatch(await textOf(page, ".more .problem:not([hidden])", /./), /Epochs must be a whole number/);
      await open("#rate=quick&hiden=4");
      assertMatch(await textOf(page, "#lab > .lab-problem", /./), /quick.*hidden/s);
    });

    await t.step("changes targets, tables, sets and placed points", async () => {
      await open("#starts=20");
      await page.locator(".truth-table tbody tr:nth-child(4) .target").click();
      await hashOf(page, /data=or/);
      await click(page, ".chips button", "parity 3");
      await hashOf(page, /data=parity3/);
      assertEquals((await page.$$(".truth-table tbody tr")).length, 8);
      await click(page, ".chips button", "moons");
      await hashOf(page, /data=moons/);
      await enter(page, "Points", "20");
      const hash = await hashOf(page, /points=20/);
      assertEquals(await finalCount(page), solvedOf(hash));
      await click(page, ".chips button", "your points");
      await page.waitForSelector(".stage .plane");
      await finalCount(page);
      const before = await hashOf(page, /data=placed/);
      await page.locator(".stage .plane").click({ offset: { x: 100, y: 60 } });
      await page.waitForFunction(`location.hash !== ${JSON.stringify(before)}`);
      const placed = await hashOf(page, /xy=.*,.*,.*,.*,/);
      assertEquals(await finalCount(page), solvedOf(placed));
    });

    await t.step("draws new points, and places and removes points with Shift and Alt", async () => {
      await open("#data=moons&points=10&split=0.5&starts=4&epochs=20");
      await click(page, "button", "Draw new points");
      await hashOf(page, /dataSeed=2/);
      await finalCount(page);
      await click(page, ".test-set label span", "Show the test set");
      const display = await page.$eval(".plane rect", (square) => getComputedStyle(square).display);
      assertEquals(display, "none");
      await open("#data=placed&xy=0:0:0,1:1:1&starts=4&epochs=20");
      const point = { offset: { x: 100, y: 130 } };
      for (const [key, pattern] of [["Shift", /1:1:1,[-\d.]+:[-\d.]+:0&/], ["Alt", /xy=0:0:0,1:1:1&/]] as const) {
        await finalCount(page);
        await page.waitForSelector(".one-net:not([aria-busy]) .stage .plane");
        await page.keyboard.down(key);
        await page.locator(".stage .plane").click(point);
        await page.keyboard.up(key);
        await hashOf(page, pattern);
      }
    });

    await t.step("says why a click places no point more than 64", async () => {
      const points = Array.from({ length: 64 }, (_, i) => `${i % 8}:${Math.floor(i / 8)}:${i % 2}`).join();
      await open(`#data=placed&xy=${points}&starts=4&epochs=20`);
      await finalCount(page);
      await page.waitForSelector(".one-net:not([aria-busy]) .stage .plane");
      await page.locator(".stage .plane").click({ offset: { x: 3, y: 3 } });
      const problem = await page.waitForSelector(".pictures .problem:not([hidden])");
      const text = await problem!.evaluate((element) => element.textContent);
      assertEquals(text, "your points must have at most 64 points, but has 65.");
    });

    await t.step("writes nothing to the console and requests nothing", () => assertEquals(complaints, []));
  },
);
