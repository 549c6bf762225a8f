/** The course in real browsers: accessible in both languages, light and dark, on a phone, and without scripts. */
import { assert, assertEquals } from "@std/assert";
import type { Page } from "puppeteer-core";
import { writeFiles } from "../../experiments/store/files.ts";
import { LESSONS } from "../../reports/course/lessons.ts";
import { labPageData } from "../../reports/lab/lab_data.ts";
import { publishCourse } from "../../reports/course/publish_course.ts";
import { BROWSERS, isInstalled, launch } from "./browsers.ts";
import { bundle, textOf, watched } from "./page.ts";

/** The number of elements that are shown. */
async function shown(page: Page, selector: string): Promise<number> {
  return await page.$$eval(selector, (all) => all.filter((each) => each.getClientRects().length > 0).length);
}

for (const name of Object.keys(BROWSERS) as (keyof typeof BROWSERS)[]) {
  Deno.test({
    name: `the course in ${name} passes all axe-core rules, fits a phone and switches its notation`,
    ignore: !isInstalled(name),
    // The browser's process and sockets outlive a step.
    sanitizeOps: false,
    sanitizeResources: false,
    fn: async (t) => {
      const { default: axe } = await import("axe-core");
      const folder = await Deno.makeTempDir();
      const files = publishCourse(folder, new Map());
      writeFiles(folder, files);
      const browser = await launch(name);
      try {
        const { page, complaints } = await watched(browser);
        await page.setViewport({ width: 390, height: 800 });
        for (const scheme of name === "chrome" ? ["light", "dark"] : ["light"]) {
          if (name === "chrome") await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
          for (const path of files.keys()) {
            await t.step(`${path}, ${scheme}`, async () => {
              await page.goto(`file://${folder}/${path}`);
              assert(await page.evaluate(() => document.documentElement.scrollWidth <= 390));
              await page.$$eval("details", (all) => all.forEach((details) => details.open = true));
              await page.evaluate(axe.source);
              const violations = await page.evaluate(async () => {
                const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResult> } };
                const { violations } = await axe.run({ resultTypes: ["violations"] });
                return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`);
              });
              assertEquals(violations, []);
              const hasFormulas = Object.keys(LESSONS).some((id) => path.endsWith(`/${id}.html`));
              assertEquals(await shown(page, "math") > 10, hasFormulas);
              const choice = await page.$("#notation-minus");
              if (!choice) return;
              assertEquals(await shown(page, ".minus"), 0);
              const before = await shown(page, ".plus");
              await choice.click();
              assertEquals(await shown(page, ".plus"), 0);
              assert(before > 0 && await shown(page, ".minus") > 0);
            });
          }
        }
        assertEquals(complaints.filter((complaint) => !HALF_READ_FORMULA.test(complaint)), []);
      } finally {
        await browser.close();
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}

/**
 * Firefox complains of a formula at whose middle it pauses reading a large file, before the rest of it has arrived.
 *
 * course_pages_test counts the children of every formula's elements.
 */
const HALF_READ_FORMULA = /^Error: Invalid markup: Incorrect number of children for <\w+\/> tag\.$/;

/** The lab and the lines of a lesson, as text. */
const MOVED = {
  handle: '[data-end="0"]',
  counts: ".counts-of-lines",
  solved: "#lesson-lab .count .number",
} as const;

for (const name of Object.keys(BROWSERS) as (keyof typeof BROWSERS)[]) {
  Deno.test({
    name: `a lesson's lab trains, its lines move by key and pointer, and its notation lasts, in ${name}`,
    ignore: !isInstalled(name),
    sanitizeOps: false,
    sanitizeResources: false,
    fn: async (t) => {
      const { default: axe } = await import("axe-core");
      const folder = await Deno.makeTempDir();
      const script = await bundle("lesson_main.ts");
      writeFiles(folder, publishCourse(folder, new Map(), { script, seeds: labPageData() }));
      const browser = await launch(name);
      try {
        for (const path of ["course/one-layer.html", "course/ko/one-layer.html"]) {
          await t.step(path, async () => {
            const { page, complaints } = await watched(browser);
            await page.setViewport({ width: 1280, height: 900 });
            await page.goto(`file://${folder}/${path}`);
            await page.waitForSelector(MOVED.handle);
            const counts = () => page.$eval(MOVED.counts, ({ textContent }) => textContent.match(/\d+/g)!.map(Number));
            const before = await counts();
            await page.$eval(MOVED.handle, (handle) => (handle as SVGElement).focus());
            for (let i = 0; i < 10; i++) await page.keyboard.press("ArrowUp");
            assert((await counts()).join() !== before.join(), "keys move a line");
            const buttons = await page.$$(".interactive button");
            await buttons[0]!.click();
            // English adds "of 4" to each count
            assertEquals((await counts()).at(path.includes("/ko/") ? -1 : -2), 4);
            await buttons[1]!.click();
            assertEquals(await counts(), before);
            const { x, y, width, height } = (await (await page.$(MOVED.handle))!.boundingBox())!;
            await page.mouse.move(x + width / 2, y + height / 2);
            await page.mouse.down();
            await page.mouse.move(x + width / 2, y - 150, { steps: 5 });
            await page.mouse.up();
            assert((await counts()).join() !== before.join(), "a pointer moves a line");
            await page.$eval("#lesson-lab", (lab) => lab.scrollIntoView());
            await textOf(page, MOVED.solved, /^0$/);
            await page.click("#notation-minus");
            await page.reload();
            assertEquals(await page.$eval("#notation-minus", (choice) => (choice as HTMLInputElement).checked), true);
            await page.waitForSelector(MOVED.handle);
            await page.evaluate(axe.source);
            const violations = await page.evaluate(async () => {
              const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResult> } };
              const { violations } = await axe.run({ resultTypes: ["violations"] });
              return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`);
            });
            assertEquals(violations, []);
            assertEquals(complaints.filter((complaint) => !HALF_READ_FORMULA.test(complaint)), []);
            await page.close();
          });
        }
      } finally {
        await browser.close();
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
