/** The lab of a result page: which nets it shows, and how addresses, keys and controls select them. */
import { assertEquals, assertMatch } from "@std/assert";
import { trainAll } from "../../../core/engine/engine.ts";
import { prepare } from "../../../core/train_network.ts";
import { hiddenWidth } from "../../../experiments/catalog/hidden_width.ts";
import { labPageData } from "../../../reports/lab/lab_data.ts";
import { parseLabAddress } from "../../../reports/wire/lab_address.ts";
import { labConfigs } from "../../../reports/wire/lab_config.ts";
import { labStatistics } from "../../../reports/wire/lab_statistics.ts";
import { BROWSER_NAMES } from "../browsers.ts";
import { testInBrowsers } from "../in_browsers.ts";
import { bundle, pageOf, textOf, watched } from "../page.ts";
import { depthXorPage, epochOf, EQUAL } from "./depth_xor_page.ts";

const labData = labPageData();

testInBrowsers(
  BROWSER_NAMES,
  "the lab of a result page plays its runs, and follows addresses and keys",
  async (test) => {
    const { t } = test;
    const { page, complaints, address, open, openTrained, fieldValue, waitForHash } = await depthXorPage(test);

    await t.step(
      "begins with the featured setting of the experiment, at epoch 0, and plays once it is seen",
      async () => {
        await page.setViewport({ width: 1280, height: 300 });
        await page.goto(address);
        await textOf(page, "#explorer .published", EQUAL);
        assertEquals(await fieldValue("#explorer select"), "5");
        assertMatch(await textOf(page, "#worked", /The run/), /The run XOR, two-layer net, start 0;/);
        assertEquals(await epochOf(page), 0);
        assertEquals(await page.$eval("#explorer .play", (button) => button.textContent), "Play");
        await page.$eval("#explorer .pictures", (pictures) => pictures.scrollIntoView());
        await page.waitForFunction(() =>
          Number(document.querySelector("#explorer .fan")!.getAttribute("aria-valuenow")) === 2000
        );
        assertEquals(await page.$eval("#explorer .play", (button) => button.textContent), "Play");
        // once
        await page.evaluate(() => scrollTo(0, 0));
        await page.$eval("#explorer .pictures", (pictures) => pictures.scrollIntoView());
        assertEquals(await epochOf(page), 2000);
        assertEquals(new URL(page.url()).hash, "");
        await page.setViewport({ width: 1280, height: 900 });
      },
    );

    await t.step("an older link selects a run, an epoch and settings, and survives a reload", async () => {
      await open("#cell=xor,two-layer&replicate=3&epoch=777&learningRate=2&width=6");
      for (const _ of [1, 2]) {
        await textOf(page, "#explorer .where .epoch", /^epoch 777$/);
        assertEquals(await page.$eval("#explorer .where .start", (start) => start.textContent), "start 3");
        assertEquals(await page.$eval("#explorer .play", (button) => button.textContent), "Play");
        assertEquals(await fieldValue("#explorer select"), "own");
        await textOf(page, "#explorer .published", /Your setting/);
        assertMatch(
          await textOf(page, "#explorer .against", /points/),
          /6 sigmoid, learning rate 2.*4 sigmoid, learning rate 0.9/,
        );
        await waitForHash(
          /^#cell=xor,two-layer&replicate=3&hidden=6:sigmoid&rate=2&epoch=777&against=$/,
        );
        await page.reload();
      }
      await textOf(page, "#explorer .published", /Your setting/);
      await page.$$eval(
        "#explorer .controls button",
        (all) =>
          (all.find(({ textContent }) => textContent === "Back to the published setting") as HTMLElement).click(),
      );
      await textOf(page, "#explorer .published", EQUAL);
      assertEquals(await fieldValue("#explorer select"), "5");
      await waitForHash(/^#cell=xor,two-layer&replicate=3$/);
      assertEquals((await page.$$("#explorer .difference")).length, 0);
    });

    await t.step(
      "the nets of a changed setting are those of the command line, with the seeds of the page",
      async () => {
        await open("#cell=and,single-layer&rate=0.05");
        await page.waitForFunction(`!document.querySelector("#explorer [aria-busy]")`);
        await page.focus("#explorer .fan");
        await page.keyboard.press("End");
        const count = await page.waitForFunction(() => {
          const fan = document.querySelector("#explorer .fan")!;
          const isEnded = fan.getAttribute("aria-valuenow") === fan.getAttribute("aria-valuemax");
          return isEnded && document.querySelector("#explorer .number")!.textContent;
        });
        const command = await page.$eval("#explorer .lab-wall pre:last-of-type", (pre) => pre.textContent!);
        const labAddress = /lab '([^']*)'/.exec(command)![1]!;
        const { state, problems } = parseLabAddress(labAddress, labData);
        assertEquals([problems, state.experiment, state.starts], [[], "depth-xor", 5]);
        const trained = trainAll(labConfigs(state, [0, 1, 2, 3, 4], labData).map(prepare), "auto");
        const { solved } = labStatistics(trained.map(({ solvedEpoch }) => solvedEpoch), state.epochs);
        assertEquals(await count.jsonValue(), String(solved));
      },
    );

    await t.step("start, epoch, play and pause work by keyboard", async () => {
      await openTrained("#cell=xor,two-layer&replicate=3");
      await page.focus("#explorer .fan");
      await page.keyboard.press("End");
      await textOf(page, "#explorer .where .epoch", /^epoch 2000$/);
      await page.keyboard.press("ArrowLeft");
      await waitForHash(/^#cell=xor,two-layer&replicate=3&epoch=\d+$/);
      await page.keyboard.press("Home");
      await textOf(page, "#explorer .where .epoch", /^epoch 0$/);
      await page.focus("#explorer .play");
      await page.keyboard.press("Enter");
      await textOf(page, "#explorer .where .epoch", /^epoch (?!0$)/);
      await page.keyboard.press("Enter");
      assertEquals(await page.$eval("#explorer .play", (button) => button.textContent), "Play");
      await page.focus("#explorer .wall");
      await page.keyboard.press("ArrowRight");
      assertEquals(await fieldValue("#explorer input[type=number]"), "4");
      assertMatch(
        await textOf(page, "#explorer .published", /Start 4/),
        /Start 4: .*\(row 3006 of runs.csv\)|row \d+/,
      );
      await waitForHash(/replicate=4/);
      await page.focus("#explorer .chips button:not([aria-pressed=true])");
      await page.keyboard.press("Enter");
      await textOf(page, "#explorer .published", /Your setting|Equals|Will be/);
      await waitForHash(/data=|cell=/);
    });

    await t.step("a diverging net is shown as such", async () => {
      await open("#cell=xor,two-layer&rate=1000&activation=identity&loss=crossEntropy&epoch=2000");
      await textOf(page, "#explorer .plane-key", /not finite/);
    });

    await t.step("an unknown run in the address is reported until another run is selected", async () => {
      await open("#cell=99&replicate=999");
      assertMatch(
        await textOf(page, "#explorer > .note", /Not on this page/),
        /^Not on this page: setting 99, start 999; shown instead: XOR, two-layer net, start 0\.$/,
      );
      await textOf(page, "#explorer .published", EQUAL);
      await page.select("#explorer select", "0");
      await page.waitForSelector("#explorer > .note", { hidden: true });
      await open("#cell=xor,two-layer&rate=fast");
      assertMatch(await textOf(page, "#explorer .lab-problem", /rate/), /"fast"/);
    });

    await t.step("the net names the input that is the constant 1", async () => {
      await openTrained();
      await page.$$eval("#explorer .tabs button", (all) => (all[1] as HTMLElement).click());
      assertMatch(await textOf(page, "#explorer .readout", /constant/), /\. x₃ is the constant 1\.$/);
    });

    await t.step("writes nothing to the console and requests nothing", () => assertEquals(complaints, []));
  },
);

testInBrowsers(
  ["chrome"],
  "the lab of a page does not play by itself under reduced motion, fits a phone, and is not printed",
  async ({ browser, write }) => {
    const { page, complaints } = await watched(browser);
    await page.setViewport({ width: 360, height: 700 });
    await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
    const address = await write("page.html", await pageOf(hiddenWidth, { seeds: 2, epochs: 500 }, await bundle()));
    await page.goto(`${address}#replicate=1`);
    await textOf(page, "#explorer .published", /✓ Equals/);
    await page.$eval("#explorer .pictures", (pictures) => pictures.scrollIntoView());
    // two frames, after which the observer has called back
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assertEquals(await page.$eval("#explorer .where .epoch", (epoch) => epoch.textContent), "epoch 0");
    await page.locator("#explorer .play").click();
    await textOf(page, "#explorer .where .epoch", /^epoch (?!0$)/);
    assertEquals(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    await page.locator("#explorer .sheet-toggle").click();
    await page.waitForSelector("#explorer .lab-controls.open");
    await page.emulateMediaType("print");
    assertEquals(
      await page.$$eval(
        "button:not(.key *), select, input",
        (all) => all.filter((e) => e.getClientRects().length > 0).length,
      ),
      0,
    );
    assertEquals(complaints, []);
  },
);
