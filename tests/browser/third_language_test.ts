/** A third language made from English by a program: one file and one line give all its pages, and no English is left. */
import { assertEquals, assertGreater } from "@std/assert";
import type { Page } from "puppeteer-core";
import { CATALOG } from "../../experiments/catalog.ts";
import { LESSON_IDS } from "../../reports/course/course_parts.ts";
import { type Language, LANGUAGE_CODES, OTHER_LANGUAGES } from "../../reports/languages/languages.ts";
import { pathOf, SITE_PAGES } from "../../reports/site/site_paths.ts";
import { copyWithThirdLanguage, THIRD_LANGUAGE } from "../languages/project_copy.ts";
import { testInBrowsers } from "./in_browsers.ts";
import { watched } from "./page.ts";
import { unbracketed } from "./unbracketed.ts";

/** What every language says alike. */
const ALIKE: readonly RegExp[] = [
  /^xorlab( \d+\.\d+\.\d+)?$/, // the suite
  /^vega \S+, vega-lite \S+$/, // packages
  /^(MIT|SHA-256)$/, // a licence, a digest
  /^(AND|OR|XOR|NOT|x1|x2| )+$/, // truth tables
  /^[hv][₁₂]? \(ReLU\)$/, // an activation, in the head of a table of numbers
];

const codes = [...LANGUAGE_CODES, THIRD_LANGUAGE as Language];

/** The page's texts that are not from the table. */
async function foreign(page: Page): Promise<string[]> {
  return (await unbracketed(page)).filter((text) => !ALIKE.some((pattern) => pattern.test(text)));
}

/** The experiments of whose headlines none is true of so few starts; their answers are sentences about claims. */
function answersWithoutHeadline(results: string): string[] {
  return CATALOG.map(({ id }) => id).filter((id) => {
    const { translatedAnswers } = JSON.parse(Deno.readTextFileSync(`${results}/${id}/summary.json`));
    const answered = OTHER_LANGUAGES.filter((code) => code in translatedAnswers);
    assertEquals(
      THIRD_LANGUAGE in translatedAnswers,
      answered.length > 0,
      `${id} has a headline in all languages or none`,
    );
    return answered.length === 0;
  });
}

/** An address with a mistake of every kind. */
const MISTAKEN = "#hidden=99&rate=x&optimizer=x&data=x&epochs=-1&loss=hinge:a&claim=A&noise=1&show=x&replicate=-1&xy=1";

/** Settings that show what the first setting does not. */
const SETTINGS = [
  "#data=parity3&hidden=2:tanh&starts=5&epochs=50",
  "#data=circles&hidden=3:tanh,2:relu&starts=5&epochs=50",
];

testInBrowsers(
  ["chrome"],
  "a third language is one file and one line: its pages exist, link to the others, and hold no English",
  async ({ t, browser, folder, addressOf }) => {
    await copyWithThirdLanguage(folder);
    const run = ["run", "-R=.", "-W=.build", "--allow-run", "tools/start.ts", "run", "--seeds", "3", "--epochs", "200"];
    const { code, stderr } = await new Deno.Command(Deno.execPath(), { args: run, cwd: folder }).output();
    assertEquals(code, 0, new TextDecoder().decode(stderr));
    const address = (path: string) => addressOf(`results/${path}`);
    await t.step("every page of every language links to itself in all others", async () => {
      const { page } = await watched(browser);
      await page.setJavaScriptEnabled(false);
      for (const language of codes) {
        for (const sitePage of SITE_PAGES) {
          await page.goto(address(pathOf(sitePage, language)));
          assertEquals(await page.$eval("html", ({ lang }) => lang), language);
          const links = await page.$$eval(
            "nav.site a[hreflang]",
            (all) => all.map((link) => [link.getAttribute("hreflang"), (link as HTMLAnchorElement).href.split("?")[0]]),
          );
          const others = codes.filter((other) => other !== language);
          assertEquals(links, others.map((other) => [other, address(pathOf(sitePage, other))]));
        }
      }
      await page.close();
    });
    const { page, complaints } = await watched(browser);
    /** Opens a page, and waits until its lab has counted, if it has one. */
    const open = async (path: string) => {
      await page.goto("about:blank");
      await page.goto(address(path));
      const hasLab = await page.$("#lab, #lesson-lab");
      if (hasLab) await page.waitForFunction(() => document.querySelector(".count")?.textContent);
    };
    const lessons: readonly string[] = LESSON_IDS.map((id) => `course/${id}.html`);
    /** The elements that hold English, marked so: cited works, a claim's statement, answers that are no headline. */
    const englishOf = (sitePage: string) => {
      if (lessons.includes(sitePage)) return ["sources"];
      return sitePage === "index.html" ? ["method", ...answersWithoutHeadline(`${folder}/results`)] : [];
    };
    for (const sitePage of SITE_PAGES) {
      await t.step(`${sitePage} says nothing outside the table of texts`, async () => {
        await open(pathOf(sitePage, THIRD_LANGUAGE as Language));
        assertEquals(await foreign(page), []);
        assertGreater(await page.evaluate(() => document.body.textContent.split("⟦").length), 20);
        const marked = await page.$$eval('main [lang="en"]', (all) => all.map((each) => each.closest("[id]")!.id));
        assertEquals(new Set(marked), new Set(englishOf(sitePage)));
      });
    }
    const lab = pathOf("lab.html", THIRD_LANGUAGE as Language);
    await t.step("nor does the lab for other settings, whichever button is pressed", async () => {
      for (const setting of SETTINGS) {
        await open(lab + setting);
        for (const button of await page.$$("#lab button")) {
          await button.evaluate((element) => (element as HTMLButtonElement).click());
          assertEquals(await foreign(page), []);
        }
      }
    });
    await t.step("nor does it about mistakes in addresses and fields", async () => {
      await open(lab + MISTAKEN);
      assertGreater(await page.$$eval(".lab-problem li", ({ length }) => length), 8);
      assertEquals(await foreign(page), []);
      await page.$$eval('#lab input[type="text"]', (fields) => {
        for (const field of fields) {
          (field as HTMLInputElement).value = "x";
          field.dispatchEvent(new Event("change"));
        }
      });
      assertEquals(await foreign(page), []);
    });
    await t.step("what does not come from the table would be found", async () => {
      await page.evaluate(() => {
        document.querySelector("h1")!.append(" English");
        document.querySelector("nav a")!.setAttribute("title", "a title");
      });
      assertEquals(await foreign(page), ["a title", "English"]);
    });
    assertEquals(complaints, []);
  },
);
