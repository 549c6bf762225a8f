/** What a result page forbids its script and texts, and what is left of it without scripts. */
import { assertEquals } from "@std/assert";
import { defineExperiment } from "../../../experiments/experiment.ts";
import { toy } from "../../reports/toy.ts";
import { BROWSER_NAMES } from "../browsers.ts";
import { testInBrowsers } from "../in_browsers.ts";
import { bundle, pageOf, textOf, watched } from "../page.ts";
import { depthXorPage, EQUAL } from "./depth_xor_page.ts";

const HOSTILE = `<img src=x onerror=alert(1)>"'&</script><script>alert(2)</script>`;

/** The toy with names that would run scripts if they were inserted as HTML. */
const hostile = defineExperiment({
  ...toy,
  id: "hostile",
  question: HOSTILE,
  tables: {},
  views: toy.views.filter(({ kind }) => ["rates", "solved", "curves", "outputs"].includes(kind)),
  factors: {
    function: { meaning: HOSTILE, levels: { [HOSTILE]: { data: "and" }, xor: { data: "xor" } } },
    activation: { meaning: HOSTILE, levels: { [HOSTILE]: {}, tanh: {} } },
  },
  claims: { [HOSTILE]: { ...toy.claims["relu-mostly"], where: {}, statement: HOSTILE } },
  answer: [],
} as never);

const quiet = (views: typeof toy.views) => views.map((view) => ({ ...view, captionClaims: [] }));

testInBrowsers(
  BROWSER_NAMES,
  "a result page runs and loads nothing foreign, and can be read without scripts",
  async (test) => {
    const { t, name, browser, write } = test;
    const { text, address } = await depthXorPage(test);

    await t.step("the policy holds: no eval, no script or style from elsewhere, no request", async () => {
      const tab = await watched(browser);
      await tab.page.goto(address);
      const refused = await tab.page.evaluate(async () => {
        const inject = (element: HTMLElement) => {
          document.body.append(element);
          return element;
        };
        inject(Object.assign(document.createElement("script"), { textContent: "globalThis.intruded = 1" }));
        const fetched = await fetch("data:text/plain,x").then(() => true, () => false);
        return [(globalThis as unknown as { intruded?: number }).intruded === undefined, !fetched];
      });
      assertEquals(refused, [true, true]);
      await tab.page.close();
    });

    await t.step("hostile names are shown as text and have no effect", async () => {
      const tab = await watched(browser);
      const file = await write(
        "hostile.html",
        await pageOf(
          { ...hostile, claims: {}, views: quiet(hostile.views) as never },
          { seeds: 2, epochs: 50 },
          await bundle(),
        ),
      );
      await tab.page.goto(
        `${file}#cell=${encodeURIComponent(`${HOSTILE},${HOSTILE}`)}&replicate=${encodeURIComponent(HOSTILE)}`,
      );
      await textOf(tab.page, "#explorer .published", EQUAL);
      await (await tab.page.waitForSelector("#reproduce button"))!.click();
      await textOf(tab.page, "#reproduce .outcome", /✓ 8 of 8 identical/);
      await tab.page.$eval("#figure-1 .tools", (details) => (details as HTMLDetailsElement).open = true);
      await (await tab.page.waitForSelector("#figure-1 .tools input"))!.focus();
      await tab.page.keyboard.press("ArrowRight");
      await textOf(tab.page, "#figure-1 .mark-text", /<img src=x/);
      assertEquals(await tab.page.$$eval("img, body script:not([id])", (all) => all.length), 0);
      assertEquals(tab.complaints, []);
      await tab.page.close();
    });

    await t.step("without scripts everything is readable and no control is shown", async () => {
      const tab = await watched(browser);
      if (name === "chrome") await tab.page.setJavaScriptEnabled(false);
      // Firefox can't disable scripts here; instead change the script, so that the policy refuses its hash.
      const silent = name === "chrome" ? text : text.replace('<script type="module" id="script-loader">', "$& ");
      await tab.page.goto(await write("silent.html", silent));
      const shown = await tab.page.$$eval(
        // the place of the explorer is kept wherever scripts are enabled, as they are in Firefox
        `#worked, #reproduce, button, select, input, a[href^='#cell']${name === "chrome" ? ", #explorer" : ""}`,
        (all) => all.filter((element) => element.getClientRects().length > 0).length,
      );
      assertEquals(shown, 0);
      assertEquals(await tab.page.$$eval("figure svg", (all) => all.length > 0), true);
      await tab.page.close();
    });
  },
);
