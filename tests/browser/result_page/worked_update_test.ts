/** The worked update of a result page: five beats, and numbers that the reader works out. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { BROWSER_NAMES } from "../browsers.ts";
import { testInBrowsers } from "../in_browsers.ts";
import { textOf } from "../page.ts";
import { depthXorPage } from "./depth_xor_page.ts";

testInBrowsers(
  BROWSER_NAMES,
  "an update is worked out on a result page, by the page or by its reader",
  async (test) => {
    const { t } = test;
    const { page, complaints, open, fieldValue } = await depthXorPage(test);

    await t.step(
      "an update is worked out in five beats, beginning with the row (1, 0), with four digits",
      async () => {
        await open("#cell=xor,two-layer&replicate=3");
        await page.evaluate(() => {
          for (let at = document.getElementById("worked"); at; at = at.parentElement) {
            if (at instanceof HTMLDetailsElement) at.open = true;
          }
        });
        const forward = await textOf(page, "#worked .formulas", /sigmoid/);
        assertEquals(await fieldValue("#worked input[type=number]"), "3");
        assertEquals(/-|\d\.\d{7}/.test(forward), false, forward);
        assertMatch(forward, /^v⁽¹⁾₁ = w⁽¹⁾₁₁·x₁ \+ w⁽¹⁾₁₂·x₂/);
        const countOf = (selector: string) => page.$$eval(`#worked ${selector}`, ({ length }) => length);
        assert(await countOf("svg > g[font-size] > text") > 0, "values beside the units");
        const beats = await page.$$eval(
          "#worked .beats button",
          (all) => all.map(({ textContent }) => textContent),
        );
        assertEquals(beats, ["1 Forward", "2 Error", "3 Back", "4 Gradient", "5 New weights"]);
        const next = () => page.$eval("#worked .next", (button) => (button as HTMLElement).click());
        for (
          const [pattern, title] of [[/e = d − y/, "2 Error"], [/δ⁽²⁾ =/, "3 Back"], [/^∂w/, "4 Gradient"]] as const
        ) {
          await next();
          await textOf(page, "#worked .formulas", pattern);
          assertEquals(
            await page.$eval("#worked .beats [aria-pressed=true]", (b) => b.textContent),
            title,
          );
        }
        await next();
        await page.focus("#worked button.back");
        await page.keyboard.press("ArrowLeft");
        await textOf(page, "#worked .formulas", /^∂w/);
        assertMatch(await textOf(page, "#worked [role=status].visually-hidden", /./), /^Step 4 of 5: Gradient\. /);
        await page.keyboard.press("ArrowRight");
        const last = await textOf(page, "#worked .formulas", /′ = w/);
        await page.$eval("#worked details", (details) => (details as HTMLDetailsElement).open = true);
        const all = await textOf(page, "#worked pre", /New weights/);
        assertMatch(all, /\d\.\d{12}/);
        const rounded = Number(last.split("= ").at(-1)!.replace("−", "-"));
        const exact = Number(all.trim().split("= ").at(-1));
        assertEquals(Number(exact.toPrecision(4)), rounded);
        await page.focus("#worked input[type=number]");
        await page.keyboard.press("ArrowUp");
        await page.keyboard.press("Enter"); // some browsers change a field no sooner
        await textOf(page, "#worked pre", /^Row 4, x = \(1, 1/);
      },
    );

    await t.step("a reader may work out a number of an update", async () => {
      await page.$$eval("#worked .controls button", (all) => (all.at(-1) as HTMLElement).click());
      await page.waitForSelector("#worked .answer-field");
      const numbersOnNet = () => page.$eval("#worked .worked-net", (net) => net.textContent);
      const asked = await numbersOnNet();
      const value = await page.$eval("#worked .answer-field button", (show) => {
        (show as HTMLElement).click();
        return Number((show.previousElementSibling as HTMLInputElement).value);
      });
      await textOf(page, "#worked .answer-field", /✓/);
      assert(await numbersOnNet() !== asked, "the net shows the number no sooner than the reader knows it");
      await page.$eval("#worked .answer-field input", (field) => (field as HTMLInputElement).value = "");
      await page.type("#worked .answer-field input", String(value + 1));
      await page.keyboard.press("Enter");
      await textOf(page, "#worked .answer-field", /✗ not yet/);
    });

    await t.step("writes nothing to the console and requests nothing", () => assertEquals(complaints, []));
  },
);
