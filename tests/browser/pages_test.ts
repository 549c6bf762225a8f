/** Every page of the suite in real browsers: it opens, shows its contents, and trains. */
import { assert, assertEquals } from "@std/assert";
import type { Page } from "puppeteer-core";
import { CATALOG } from "../../experiments/catalog.ts";
import { LESSON_IDS } from "../../reports/course/course_parts.ts";
import { styleOf } from "../../reports/page/document.ts";
import { BROWSER_NAMES } from "./browsers.ts";
import { testInBrowsers } from "./in_browsers.ts";
import { bundle, textOf, watched, writeSuite } from "./page.ts";

/** Upper bounds on the size of a page, plain and gzipped, in bytes. */
const MAX_BYTES = 700_000;
const MAX_GZIPPED_BYTES = 250_000;

async function gzippedSize(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

/** The links to experiments that the front page shows. */
async function links(page: Page): Promise<(string | null)[]> {
  return await page.$$eval(
    ".experiments h3 a",
    (all) => all.filter((link) => link.getClientRects().length > 0).map((link) => link.getAttribute("href")),
  );
}

testInBrowsers(
  ["chrome"],
  "the front page fits a phone, prints all experiments despite a search, and works without scripts",
  async ({ browser, folder, addressOf }) => {
    await writeSuite(folder, { seeds: 2, epochs: 50 });
    const { page, complaints } = await watched(browser), address = addressOf("index.html");
    await page.setViewport({ width: 360, height: 700 });
    await page.goto(address);
    assertEquals(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    const scales = await page.$$eval(
      ".thumbnail > svg",
      (all) => all.map((chart) => chart.getBoundingClientRect().width / Number(chart.getAttribute("width"))),
    );
    assert(scales.length > 0 && scales.every((scale) => scale < 0.5), "thumbnails are half as large as charts");
    await page.type("#search-words", "parity");
    assert((await links(page)).length < CATALOG.length);
    await page.emulateMediaType("print");
    assertEquals((await links(page)).length, CATALOG.length);
    assertEquals(await page.$eval("#search", (search) => search.getClientRects().length), 0);
    await page.emulateMediaType("screen");
    await page.setJavaScriptEnabled(false);
    await page.goto(address);
    assertEquals((await links(page)).length, CATALOG.length);
    assertEquals(await page.$eval("#search", (search) => search.getClientRects().length), 0);
    assertEquals(complaints, []);
  },
);

testInBrowsers(
  ["chrome"],
  "a table wider than its box is shaded at the edges where it continues, light and dark",
  async ({ browser }) => {
    const page = await browser.newPage();
    await page.setContent(
      `<style>${styleOf()}.scroll{width:300px;height:40px;scrollbar-width:none}i{display:block;width:900px;height:40px}</style>` +
        `<div class="scroll"><i></i></div>`,
    );
    const box = (await (await page.$(".scroll"))!.boundingBox())!;
    /** Whether the left and the right edge look like the middle. */
    const plain = async (to: number) => {
      await page.$eval(".scroll", (scroll, to) => scroll.scrollLeft = to, to);
      const at = (x: number) => page.screenshot({ clip: { x: box.x + x, y: box.y + 10, width: 4, height: 20 } });
      const [left, middle, right] = [await at(0), await at(148), await at(296)].map(String);
      return [left === middle, right === middle];
    };
    for (const value of ["light", "dark"]) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
      assertEquals([await plain(0), await plain(300), await plain(600)], [[true, false], [false, false], [
        false,
        true,
      ]]);
    }
    await page.$eval("i", (content) => content.style.width = "300px");
    assertEquals(await plain(0), [true, true]);
  },
);

testInBrowsers(
  ["chrome"],
  "pages link to the course and to their own sections, by keyboard and without scripts, but not in print",
  async ({ browser, folder, addressOf }) => {
    await writeSuite(folder, { seeds: 2, epochs: 50 }, await bundle());
    const { page, complaints } = await watched(browser), place = 3;
    const pageAt = (at: number) => addressOf(`${CATALOG[at]!.id}/report.html`);
    const follow = async (selector: string) => {
      await page.focus(selector);
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
      return page.$eval("h1", ({ textContent }) => textContent);
    };
    const shown = (selector: string) =>
      page.$$eval(selector, (all) => all.filter((element) => element.getClientRects().length > 0).length);
    for (const isLive of [true, false]) {
      await page.setJavaScriptEnabled(isLive);
      await page.goto(pageAt(place));
      if (isLive) await page.waitForSelector(".live");
      assertEquals(await follow("footer a[rel=next]"), CATALOG[place + 1]!.question);
      assertEquals(await follow("header a[rel=next]"), CATALOG[place + 2]!.question);
      assertEquals(await follow("footer a[rel=prev]"), CATALOG[place + 1]!.question);
      assertEquals(await follow("header a[rel=prev]"), CATALOG[place]!.question);
      if (isLive) await page.waitForSelector(".live");
      assertEquals(await shown(".contents a"), isLive ? 10 : 7);
      const ends = page.$$eval(".contents a", (all) => all.map(({ hash }) => document.querySelector(hash) !== null));
      assert((await ends).every((exists) => exists));
      await page.emulateMediaType("print");
      assertEquals(await shown("nav, nav a, footer, .cards .live-only"), 0);
      await page.emulateMediaType("screen");
      await page.setViewport({ width: 360, height: 700 });
      assertEquals(await page.evaluate(() => document.documentElement.scrollWidth), 360);
      await page.setViewport({ width: 1280, height: 700 });
    }
    await page.goto(pageAt(0));
    assertEquals([await shown("a[rel=prev]"), await shown("a[rel=next]")], [0, 2]);
    await page.goto(pageAt(CATALOG.length - 1));
    assertEquals([await shown("a[rel=prev]"), await shown("a[rel=next]")], [2, 0]);
    assertEquals(await follow("footer p a"), "What the smallest neural nets learn");
    assertEquals(complaints, []);
  },
);

testInBrowsers(
  BROWSER_NAMES,
  "pages open without errors or requests, show title, verdicts and charts, and train",
  async ({ t, browser, folder, addressOf }) => {
    await writeSuite(folder, { seeds: 5, epochs: 300 }, await bundle());
    const { page, complaints } = await watched(browser);
    for (const { id, question, base } of CATALOG) {
      await t.step(id, async () => {
        await page.goto(addressOf(`${id}/report.html`));
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
        await textOf(page, "#explorer .published", /✓ Equals the published runs, bit for bit/);
        if (base.epochs !== 0) await textOf(page, "#worked", /1 Forward/);
        await page.locator("#reproduce button").click();
        await textOf(page, "#reproduce .outcome", /✓ ([\d,]+) of \1 identical/);
        const bytes = await Deno.readFile(`${folder}/${id}/report.html`);
        assert(bytes.length <= MAX_BYTES && await gzippedSize(bytes) <= MAX_GZIPPED_BYTES, `${bytes.length} bytes`);
      });
    }
    await t.step("the front page lists all experiments, and its search finds them by words and synonyms", async () => {
      await page.goto(addressOf("index.html"));
      assertEquals(await links(page), CATALOG.map(({ id }) => `${id}/report.html`));
      await page.focus("#search-words");
      await page.keyboard.type("MATTER  delta-sign");
      // Words match in any order and case.
      await textOf(
        page,
        "#search output",
        new RegExp(`^1 of ${CATALOG.length + LESSON_IDS.length} lessons and experiments$`),
      );
      assertEquals(await links(page), ["delta-sign/report.html"]);
      await page.keyboard.press("Enter");
      assertEquals(
        await page.evaluate(() => document.activeElement?.getAttribute("href")),
        "delta-sign/report.html",
      );
      for (
        const [query, expected] of [
          ["backpropagation", "delta-rule"],
          ["dead relu", "dead-units"],
          ["vanishing gradient", "stuck-states"],
          ["Xavier", "initialisation"],
          ["RMSProp", "optimisers"],
        ] as const
      ) {
        await page.focus("#search-words");
        await page.keyboard.press("Escape");
        await page.keyboard.type(query);
        assert((await links(page)).includes(`${expected}/report.html`), query);
      }
      await page.focus("#search-words");
      await page.keyboard.press("Escape");
      await page.keyboard.type("leraning");
      await textOf(page, ".suggestions", /Nothing fits. Try learning/);
      await page.locator(".suggestions button").click();
      assert((await links(page)).includes("learning-rate/report.html"));
      await page.keyboard.press("Escape");
      await page.focus("#search-words");
      await page.keyboard.type("nowhere to be found");
      await textOf(page, "#search output", /^0 of /);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
      await textOf(page, "#search", /^\D*$/);
      assertEquals((await links(page)).length, CATALOG.length);
    });
    assertEquals(complaints, []);
  },
);
