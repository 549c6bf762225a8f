/** The figures of a result page: marks to choose, series to hide, files to save, and claims that link to runs. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { compile, type TopLevelSpec } from "vega-lite";
import { BROWSER_NAMES } from "../browsers.ts";
import { testInBrowsers } from "../in_browsers.ts";
import { textOf } from "../page.ts";
import { depthXorPage } from "./depth_xor_page.ts";

testInBrowsers(
  BROWSER_NAMES,
  "figures and claims of a result page lead to runs, and figures are saved",
  async (test) => {
    const { t } = test;
    const { page, complaints, openTrained, fieldValue, waitForHash } = await depthXorPage(test);
    await page.evaluateOnNewDocument(() => {
      const make = URL.createObjectURL, saved: Blob[] = [];
      URL.createObjectURL = (blob: Blob) => {
        saved.push(blob);
        return make.call(URL, blob);
      };
      Object.assign(globalThis, { saved });
    });

    await t.step("a pointer at a mark reads it, and a click chooses its run everywhere", async () => {
      await openTrained();
      await page.$eval("#figure-1", (figure) => figure.scrollIntoView());
      const drawing = await page.$("#figure-1 .wide svg"), box = (await drawing!.boundingBox())!;
      const { x, y } = await page.evaluate(() => {
        const json = (id: string) => JSON.parse(document.getElementById(id)!.textContent!);
        const { plots: [{ left, top, width, height }] } = json("page-figures")[0].panels[0];
        return { x: left + width, y: top + height / 6 }; // AND is solved in 100 % of the runs
      });
      await page.mouse.move(box.x + x, box.y + y);
      await page.waitForSelector(".tip:not([hidden])");
      assertMatch(await textOf(page, ".tip", /runs solved/), /network: .*function: AND/);
      await page.locator("#figure-1 .wide svg").click({ offset: { x, y } });
      await waitForHash(/^#cell=and,/);
      const chosen = await page.$$eval("#figure-1 tr.chosen", (rows) => rows.map(({ textContent }) => textContent));
      assertEquals(chosen.length, 1);
      assertMatch(chosen[0]!, /^AND/);
    });

    await t.step("marks are read and chosen by keyboard, and the key takes series out", async () => {
      await page.focus("#figure-1 .tools summary");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#figure-1 .tools input");
      await page.keyboard.press("Tab");
      await page.keyboard.press("End");
      await textOf(page, "#figure-1 .mark-text", /two-layer.*function: XOR/);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await waitForHash(/^#cell=xor,two-layer/);
      await page.focus("#figure-2 .key button");
      await page.keyboard.press(" ");
      const keys = await page.$$eval(
        "figure",
        (figures) =>
          figures.map((figure) =>
            [...figure.querySelectorAll(".key button")].map((button) => button.getAttribute("aria-pressed"))
          ).filter((pressed) => pressed.length === 2),
      );
      assertEquals(keys, [["false", "true"], ["false", "true"], ["false", "true"]]);
    });

    await t.step("figures are saved as SVG and PNG, and their specs copied", async () => {
      const press = (words: string) =>
        page.$$eval(
          "#figure-2 .tools button",
          (all, words) => (all.find(({ textContent }) => textContent === words) as HTMLElement).click(),
          words,
        );
      const last = async (type: string) => {
        const found = await page.waitForFunction(
          (type) => {
            const blob = (globalThis as unknown as { saved: Blob[] }).saved.at(-1)!;
            return blob.type === type && blob.arrayBuffer().then((bytes) => [...new Uint8Array(bytes)]);
          },
          {},
          type,
        );
        return Uint8Array.from(await found.jsonValue() as number[]);
      };
      await page.$eval("#figure-2 .tools", (details) => (details as HTMLDetailsElement).open = true);
      await page.waitForSelector("#figure-2 .tools button");
      await press("SVG");
      const svg = new TextDecoder().decode(await last("image/svg+xml"));
      assertEquals(/var\(|NaN/.test(svg), false);
      assertStringIncludes(svg, "XOR");
      assert(
        await page.evaluate(
          (svg) => !new DOMParser().parseFromString(svg, "image/svg+xml").querySelector("parsererror"),
          svg,
        ),
      );
      await press("PNG");
      assertEquals([...(await last("image/png")).slice(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
      await page.evaluate(() => {
        Object.defineProperty(navigator, "clipboard", {
          value: { writeText: (text: string) => Promise.resolve(Object.assign(globalThis, { copied: text })) },
        });
      });
      await press("Copy Vega-Lite spec");
      await textOf(page, "#figure-2 .tools [role=status]", /clipboard/);
      const spec = await page.evaluate(() => (globalThis as unknown as { copied: string }).copied);
      assertEquals((compile(JSON.parse(spec) as TopLevelSpec).spec.marks?.length ?? 0) > 0, true);
    });

    await t.step("a refuted claim links to the run that refutes it, each time the link is followed", async () => {
      await openTrained();
      for (const _ of [1, 2]) {
        await page.focus("#claim-two-layers-and-or a");
        await page.keyboard.press("Enter");
        await waitForHash(/^#cell=and,two-layer&replicate=\d$/);
        await textOf(page, "#explorer .published", /✓ Equals.*not solved within 2000 epochs/);
        assertEquals(await fieldValue("#explorer input[type=number]"), new URL(page.url()).hash.at(-1));
        assert(await page.$eval("#explorer select", (select) => select === document.activeElement));
        const top = await page.$eval("#explorer", (section) => section.getBoundingClientRect().top);
        assert(Math.abs(top) < 2, `the explorer is at ${top}`);
        await page.evaluate(() => scrollTo(0, 0));
      }
    });

    await t.step("writes nothing to the console and requests nothing", () => assertEquals(complaints, []));
  },
);
