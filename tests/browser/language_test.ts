/** The pages in other languages, in a browser: which one opens, how they link, what the search finds, and axe's rules. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Page } from "puppeteer-core";
import { CATALOG } from "../../experiments/catalog.ts";
import { writeFiles } from "../../experiments/store/files.ts";
import { publishCourse } from "../../reports/course/publish_course.ts";
import type { Entry } from "../../reports/front_page/entry.ts";
import { renderFrontPage } from "../../reports/front_page/front_page.ts";
import { pageWords } from "../../reports/front_page/page_words.ts";
import { labPageData } from "../../reports/lab/lab_data.ts";
import { renderLab } from "../../reports/lab/lab_page.ts";
import { LANGUAGE_CODES } from "../../reports/languages/languages.ts";
import { pathOf } from "../../reports/site/site_paths.ts";
import { violationsIn } from "./axe.ts";
import { testInBrowsers } from "./in_browsers.ts";
import { bundle, textOf, watched } from "./page.ts";

/** A site whose front page lists the catalogue with no results. */
async function writeSite(folder: string): Promise<void> {
  const entries = CATALOG.map((experiment, i): Entry => ({
    number: i + 1,
    summary: {
      experiment: experiment.id,
      question: experiment.question,
      answer: "Yes.",
      translatedAnswers: { ko: "그렇다." },
      verdicts: { supported: 1, refuted: 0, undecided: 1 },
      intervalClaims: 1,
      runs: 10,
      epochs: 1000,
      thumbnail: null,
    },
    words: pageWords(experiment),
    manifest: {
      suite: { name: "xorlab", version: "1.2.3" },
      settings: { suiteSeed: "xorlab", replicates: 5, epochs: null, levels: {} },
      versions: {},
      files: {},
    },
  }));
  const script = await bundle("lab_main.ts");
  const pages = LANGUAGE_CODES.flatMap((language) =>
    [
      [
        pathOf("index.html", language),
        renderFrontPage(entries, { digest: "0".repeat(64), command: undefined, language }),
      ],
      [pathOf("lab.html", language), renderLab(labPageData(undefined, language), script, language)],
    ] as const
  );
  writeFiles(folder, new Map([...pages, ...publishCourse(folder, new Map())]));
}

/** What the search leaves on the page. */
function found(page: Page): Promise<(string | null)[]> {
  return page.$$eval(
    "[data-words]",
    (all) =>
      all.filter((entry) => entry.getClientRects().length > 0).map((entry) =>
        (entry.closest("a") ?? entry.querySelector("a"))!.getAttribute("href")
      ),
  );
}

async function search(page: Page, query: string): Promise<(string | null)[]> {
  await page.focus("#search-words");
  await page.keyboard.press("Escape");
  await page.$eval("#search-words", (field, query) => {
    (field as HTMLInputElement).value = query;
    field.dispatchEvent(new Event("input"));
  }, query);
  return found(page);
}

testInBrowsers(
  ["chrome"],
  "pages in Korean: the front page opens the reader's language, links keep it, and the search knows both",
  async ({ t, browser, folder, addressOf: address }) => {
    await writeSite(folder);
    const path = (page: Page) => decodeURI(page.url()).slice(address("").length);
    const { page, complaints } = await watched(browser);
    await t.step("a Korean browser gets the Korean front page, unless the address chose", async () => {
      await page.evaluateOnNewDocument(() => {
        Object.defineProperty(navigator, "languages", { get: () => ["ko-KR", "en"] });
      });
      await page.goto(address("index.html"));
      await page.waitForFunction(`document.documentElement.lang === "ko"`);
      assertEquals(path(page), "ko/index.html");
      await page.locator('nav.site a[hreflang="en"]').click();
      await page.waitForFunction(`document.documentElement.lang === "en"`);
      assertEquals(path(page), "index.html?lang=en");
      await page.locator('nav.site a[href="course/index.html"]').click();
      await page.waitForSelector(".lessons");
      await page.locator('nav.site a[href^="../index.html"]').click();
      await page.waitForSelector("#search");
      assertEquals(path(page), "index.html?lang=en");
    });
    await t.step("the search finds lessons and experiments by words of both languages", async () => {
      for (const file of ["index.html?lang=en", "ko/index.html"]) {
        await page.goto(address(file));
        const all = await found(page);
        for (const query of ["역전파", "backpropagation"]) {
          const matches = await search(page, query);
          assert(matches.length > 0 && matches.length < all.length, `${file}: ${query}: ${matches.length}`);
          assert(matches.some((href) => href!.endsWith("/back-propagation.html")), `${file}: ${query}`);
          assert(matches.some((href) => href!.endsWith("delta-rule/report.html")), `${file}: ${query}`);
        }
        assert((await search(page, "은닉 노드가 몇 개")).some((href) => href!.endsWith("hidden-width/report.html")));
        assertEquals((await search(page, "")).length, all.length);
      }
      await search(page, "없는말");
      await textOf(page, ".suggestions", /맞는 것이 없습니다.*역전파/);
    });
    await t.step("the lab keeps its setting when the language changes", async () => {
      await page.goto(address("ko/lab.html#hidden=2:tanh:bias&epochs=50&starts=10"));
      await textOf(page, ".count", /초깃값 10개 중/);
      assertMatch(await page.$eval("h1", ({ textContent }) => textContent), /배울 수 있을까/);
      await page.locator('nav.site a[hreflang="en"]').click();
      await textOf(page, ".count", /of 10 starts/);
      assert(path(page).startsWith("lab.html#hidden=2:tanh:bias&epochs=50&starts=10"), path(page));
    });
    for (const file of ["ko/index.html", "ko/lab.html", "index.html?lang=en"]) {
      for (const scheme of ["light", "dark"]) {
        await t.step(`${file} passes axe, ${scheme}`, async () => {
          await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
          await page.goto("about:blank");
          await page.goto(address(file));
          assertEquals(await violationsIn(page), []);
          await page.setViewport({ width: 390, height: 800 });
          assert(await page.evaluate(() => document.documentElement.scrollWidth <= 390));
          await page.setViewport({ width: 1280, height: 800 });
        });
      }
    }
    assertEquals(complaints, []);
  },
);
