/** What a reader meets on a page: its figures' keys, marks and rows, its address, its layout and its print-out. */
import { assert, assertEquals, assertGreater, assertLess, assertMatch } from "@std/assert";
import type { Page } from "puppeteer-core";
import { activations } from "../../experiments/catalog/activations.ts";
import { depthXor } from "../../experiments/catalog/depth_xor.ts";
import { testInBrowsers } from "./in_browsers.ts";
import { recordShift, shiftOf } from "./layout_shift.ts";
import { bundle, pageOf, textOf, watched } from "./page.ts";

/** Opens every fold of a page. */
async function openAll(page: Page): Promise<void> {
  await page.$$eval("details", (all) => all.forEach((details) => details.open = true));
}

/** The pixels of a rectangle of the window, as PNG. */
async function pixels(page: Page, x: number, y: number, width: number, height: number): Promise<string> {
  const [left, top] = await page.evaluate(() => [scrollX, scrollY] as const);
  return await page.screenshot({ clip: { x: x + left, y: y + top, width, height }, encoding: "base64" });
}

testInBrowsers(
  ["chrome"],
  "a reader finds keys, marks, rows, the address, the layout and the print-out of a page as they should be",
  async ({ t, browser, addressOf, write }) => {
    const script = await bundle();
    const address = await write("page.html", await pageOf(depthXor, { seeds: 5, epochs: 2000 }, script));
    await write("long.html", await pageOf(activations, { seeds: 2, epochs: 50 }, script));
    const { page, complaints } = await watched(browser);
    await page.setViewport({ width: 1280, height: 900 });
    const open = async () => {
      await page.goto("about:blank");
      await page.goto(address);
      await textOf(page, "#explorer .published", /✓ Equals/);
      await openAll(page);
    };

    await t.step("a key hides its series with their labels, and leaves gridlines and axes as they are", async () => {
      await open();
      await page.$eval("#figure-1", (figure) => figure.scrollIntoView());
      const places = await page.evaluate(() => {
        const [panel] = JSON.parse(document.getElementById("page-figures")!.textContent!)[0].panels;
        const { left, top, width, height } = panel.plots[0];
        const box = document.querySelector("#figure-1 .wide svg")!.getBoundingClientRect();
        return {
          gridline: [box.left + left + width / 2 - 3, box.top + top + 1, 6, 4],
          axis: [box.left, box.top + top + height + 2, box.width, 30],
          labels: [box.left + left + width + 8, box.top + top, box.width - left - width - 8, height],
        };
      });
      const look = async () => {
        const shots: Record<string, string> = {};
        for (const [name, [x, y, width, height]] of Object.entries(places)) {
          shots[name] = await pixels(page, x!, y!, width!, height!);
        }
        return shots;
      };
      const before = await look();
      await page.$eval("#figure-1 .key button", (button) => (button as HTMLElement).click());
      await page.mouse.move(0, 0);
      const after = await look();
      assertEquals([after.gridline === before.gridline, after.axis === before.axis], [true, true]);
      assert(after.labels !== before.labels, "the labels fade with their series");
      const border = await page.$eval("#figure-1 .key li", (item) => getComputedStyle(item).borderTopWidth);
      assertEquals(border, "1px", "a key looks like a button");
    });

    await t.step("a click on a mark says which run it chose, and leads to it", async () => {
      await open();
      await page.$eval("#figure-1", (figure) => figure.scrollIntoView());
      const { x, y } = await page.evaluate(() => {
        const [panel] = JSON.parse(document.getElementById("page-figures")!.textContent!)[0].panels;
        const { left, top, width, height } = panel.plots[0];
        return { x: left + width, y: top + height / 6 };
      });
      await page.locator("#figure-1 .wide svg").click({ offset: { x, y } });
      const text = await textOf(page, ".run-link:not([hidden])", /watch/);
      assertMatch(text, /^AND, .*, start 0: watch [↑↓]$/);
      await page.locator(".run-link a").click();
      assertEquals(await page.$eval(".run-link", (link) => (link as HTMLElement).hidden), true);
      const top = await page.$eval("#explorer", (section) => section.getBoundingClientRect().top);
      assert(Math.abs(top) < 2, `the explorer is at ${top}`);
      assert(await page.evaluate(() => document.getElementById("explorer")!.contains(document.activeElement)));
      assertMatch(await textOf(page, "#explorer .published", /✓ Equals/), /runs.csv/);
    });

    await t.step("the rows of a figure have the width of the page", async () => {
      await open();
      const widths = await page.$$eval(".figure > .data", (all) => all.map(({ clientWidth }) => clientWidth));
      assertGreater(widths.length, 1);
      assertGreater(Math.min(...widths), 900);
    });

    await t.step("the address is true while a net plays", async () => {
      await open();
      const addressed = (pattern: string) =>
        page.waitForFunction((pattern) => new RegExp(pattern).test(location.hash), {}, pattern);
      await page.focus("#explorer .fan");
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowRight");
      await addressed("&epoch=1$");
      // an address without an epoch is that of a net that plays
      await page.keyboard.press(" ");
      await page.waitForFunction(() =>
        /^#cell=[^&]*&replicate=0$|^$/.test(location.hash) &&
        document.querySelector("#explorer .play")!.textContent === "Pause"
      );
      await page.keyboard.press(" ");
      const shown = await page.$eval("#explorer .fan", (fan) => fan.getAttribute("aria-valuenow"));
      await addressed(`&epoch=${shown}$`);
    });

    await t.step("the layout does not shift while a page loads, on a screen and on a phone", async () => {
      for (const [width, height] of [[1280, 900], [390, 844]] as const) {
        for (const hash of ["", "#cell=xor,two-layer&replicate=3"]) {
          const tab = await browser.newPage();
          await tab.setViewport({ width, height });
          await recordShift(tab);
          await tab.goto(address + hash);
          await textOf(tab, "#explorer .published", /✓ Equals/);
          assertLess(await shiftOf(tab), 0.1);
          await tab.close();
        }
      }
    });

    await t.step("the first key leads to a link that skips to the content", async () => {
      await page.goto("about:blank");
      await page.goto(address);
      await page.keyboard.press("Tab");
      assertEquals(await page.evaluate(() => document.activeElement!.textContent), "Skip to the content");
      assertGreater((await (await page.$(".skip"))!.boundingBox())!.height, 20);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      assert(await page.evaluate(() => document.getElementById("main")!.contains(document.activeElement)));
    });

    await t.step("controls and links outside of text are at least 24 pixels wide and high", async () => {
      await open();
      const small = await page.$$eval("a, button, input, select, summary", (all) =>
        all.filter((element) => {
          // a click on its label reaches a checkbox, too
          const target = element.matches("[type=checkbox]") ? element.closest("label")! : element;
          const { width, height } = target.getBoundingClientRect();
          const isInText = element.matches(":is(p, li, figcaption, dd, td, b) a:not(.key *)");
          return width > 0 && !isInText && (width < 24 || height < 24);
        }).map(({ outerHTML }) => outerHTML.slice(0, 100)));
      assertEquals(small, []);
    });

    await t.step("no text has a hyphen for a minus sign, an identifier, or digits without separators", async () => {
      await open();
      const found = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const texts: string[] = [];
        while (walker.nextNode()) {
          if (!walker.currentNode.parentElement!.closest("code, pre, script, style")) {
            texts.push(walker.currentNode.textContent!);
          }
        }
        const wrong = /(?:^|[\s([=·])-\d|(?<![.\d])\d{5,}(?![.\d]*\d)|\b[a-z]+[A-Z][A-Za-z]*\b/;
        return texts.filter((text) => wrong.test(text));
      });
      assertEquals(found, []);
    });

    await t.step("a print-out begins with the first figure, and keeps the panels of a figure together", async () => {
      for (const file of ["page.html", "long.html"]) {
        const tab = await browser.newPage();
        // the text area of A4 with margins of 18 mm, in CSS pixels
        const [width, height] = [658, 986];
        await tab.setViewport({ width, height });
        await tab.goto(addressOf(file));
        await tab.emulateMediaType("print");
        const first = await tab.$eval("#figure-1 .chart", (chart) => chart.getBoundingClientRect().bottom);
        assertLess(first, height, file);
        // what the claims say is not printed twice, and what cannot break leaves no page half empty
        const repeated = await tab.$$eval(".exact", (all) => all.map((exact) => getComputedStyle(exact).display));
        assert(repeated.every((display) => display === "none"), file);
        const charts = await tab.$$eval(".chart:has(.panel)", (all) =>
          all.map((chart) => ({
            height: chart.getBoundingClientRect().height,
            breakInside: getComputedStyle(chart).breakInside,
          })));
        for (const chart of charts) {
          assertEquals(
            [chart.height < 0.6 * height, chart.breakInside],
            [true, "avoid"],
            `${file}: ${chart.height}`,
          );
        }
        await tab.close();
      }
    });
    assertEquals(complaints, []);
  },
);
