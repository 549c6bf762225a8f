/** What the lab looks like: nothing cut, nothing covered, nothing on paper that one can only click. */
import { assert, assertEquals, assertGreater, assertMatch } from "@std/assert";
import { testInBrowsers } from "../in_browsers.ts";
import { textOf } from "../page.ts";
import { click, finalCount, hashOf, labPage } from "./lab_page.ts";

testInBrowsers(["chrome"], "the lab cuts nothing, covers nothing, and prints what it found", async (test) => {
  const { t } = test;
  const { page, complaints, open } = await labPage(test);

  await t.step("its hint adds what is missing", async () => {
    await open();
    await click(page, ".hint", "Add four hidden units");
    await hashOf(page, /hidden=4:sigmoid/);
    assertEquals(await page.$eval(".hint", (hint) => (hint as HTMLElement).hidden), true);
    assertGreater(await finalCount(page), 150);
  });

  await t.step("each list is wide enough for each of its choices", async () => {
    await open("#hidden=4:sigmoid,2:tanh");
    await page.$eval(".more", (more) => (more as HTMLDetailsElement).open = true);
    const cut = (selector: string, which: "all" | "chosen") =>
      page.$$eval(selector, (all, which) => {
        const context = document.createElement("canvas").getContext("2d")!;
        return (all as HTMLSelectElement[]).filter(({ offsetParent }) => offsetParent).flatMap((select) => {
          const { font, paddingLeft, paddingRight } = getComputedStyle(select);
          context.font = font;
          // the arrow of a list takes about a line's height
          const space = select.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - 20;
          return [...which === "all" ? select.options : select.selectedOptions].map(({ text }) => text)
            .filter((text) => context.measureText(text).width > space);
        });
      }, which);
    assertEquals(await cut(".lab-controls .field.list select", "all"), []);
    assertEquals(await cut(".lab-controls select.chip", "chosen"), []);
    await open("#loss=crossEntropyFromLogits&data=impliedBy");
    assertEquals(await page.$$eval("select.chip.on", (all) => all.length), 2);
    assertEquals(await cut(".lab-controls select.chip", "chosen"), []);
  });

  await t.step("hidden units are shown at once, and large where they are few", async () => {
    await open("#hidden=4:sigmoid&epochs=200&show=hiddenUnits");
    await page.waitForSelector(".units .unit canvas", { timeout: 20_000 });
    assertEquals(await page.$$eval(".stage details", (all) => all.length), 0);
    const widths = await page.$$eval(".unit canvas", (all) => all.map(({ clientWidth }) => clientWidth));
    assertEquals(widths.length, 4);
    assertGreater(Math.min(...widths), 120);
  });

  await t.step("each cell of a map names both of its settings", async () => {
    await open("#hidden=2:tanh&epochs=100");
    await click(page, "summary", "Map of two settings");
    await page.select(".panel-box .controls label:nth-of-type(1) select", "2");
    await click(page, "button", "Draw the map");
    const names = await page.$$eval(".map-cell", (all) => all.map((cell) => cell.getAttribute("aria-label")!));
    assertEquals(names.length, 64);
    for (const name of names) assertMatch(name, /^hidden units \d+, activation \S[^,]*$/);
    assert(names.some((name) => name.startsWith("hidden units 4, activation leaky ReLU")), names.join("; "));
  });

  await t.step("a map of twelve columns fits a phone", async () => {
    await page.setViewport({ width: 390, height: 844 });
    await open("#hidden=2:tanh&epochs=100");
    await click(page, "summary", "Map of two settings");
    await click(page, "button", "Draw the map");
    const { scrollWidth, clientWidth } = await page.$eval(".scroll:has(.map)", ({ scrollWidth, clientWidth }) => ({
      scrollWidth,
      clientWidth,
    }));
    assert(scrollWidth <= clientWidth, `${scrollWidth} px do not fit ${clientWidth} px`);
    await page.setViewport({ width: 1280, height: 900 });
  });

  await t.step("a guess is repeated until its answer comes", async () => {
    await open("#hidden=2:tanh");
    await finalCount(page);
    await click(page, ".panel-box label b", "Guess before each run");
    await click(page, ".chips button", "3");
    await page.type(".guess-form input", "150");
    await page.keyboard.press("Enter");
    assertMatch(await textOf(page, ".panel-box [role=status]", /You said/), /^You said 150\./);
  });

  await t.step("on a phone, the button of the controls hides whatever lies below it", async () => {
    await page.setViewport({ width: 390, height: 844 });
    await open();
    const { bottom, shadow } = await page.$eval(".sheet-toggle", (button) => ({
      bottom: innerHeight - button.getBoundingClientRect().bottom,
      shadow: Number(/(\d+)px$/.exec(getComputedStyle(button).boxShadow)?.[1] ?? 0),
    }));
    assertGreater(bottom, 0);
    assert(shadow >= bottom, `a strip of ${bottom} px is not covered`);
    await page.setViewport({ width: 1280, height: 900 });
  });

  await t.step("on paper it has no buttons, but the command that trains its nets", async () => {
    await open("#hidden=4:relu");
    await finalCount(page);
    await page.emulateMediaType("print");
    const visible = await page.$$eval(
      ".lab-grid :is(button:not([role=tab]), select, input, summary)",
      (all) => all.filter((each) => each.checkVisibility()).map(({ outerHTML }) => outerHTML),
    );
    assertEquals(visible, []);
    assertEquals(
      await page.$eval(".share pre", (pre) => pre.checkVisibility() && pre.textContent),
      "deno task experiment lab '#hidden=4:relu'",
    );
    await page.emulateMediaType("screen");
  });

  assertEquals(complaints, []);
});
