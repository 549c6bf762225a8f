/** Experiments in the lab: comparisons, guesses, claims and maps, and files to take away. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { trainReference } from "../../../core/reference.ts";
import { prepare } from "../../../core/train_network.ts";
import { runRow } from "../../../experiments/records.ts";
import { csvLineOf } from "../../../experiments/store/csv.ts";
import { parseLabAddress } from "../../../reports/wire/lab_address.ts";
import { labConfigs } from "../../../reports/wire/lab_config.ts";
import { BROWSER_NAMES } from "../browsers.ts";
import { testInBrowsers } from "../in_browsers.ts";
import { textOf } from "../page.ts";
import { click, data, finalCount, hashOf, labPage, solvedOf } from "./lab_page.ts";

testInBrowsers(BROWSER_NAMES, "the lab compares settings, judges claims, and saves what it shows", async (test) => {
  const { t } = test;
  const { page, complaints, open } = await labPage(test);

  await t.step("compares A with B, start by start", async () => {
    await open();
    await click(page, ".panel-head button", "Pin as B");
    await click(page, ".chips button", "4");
    const count = await finalCount(page);
    const share = (count / 2).toFixed(1);
    assertStringIncludes(await textOf(page, ".difference", /points/), `+${share} points`);
    assertMatch(await page.$eval(".against", (each) => each.textContent!), /4 sigmoid.*no hidden layer/);
    await open(await hashOf(page, /against=/));
    await finalCount(page);
    assertStringIncludes(await textOf(page, ".difference", /points/), `+${share} points`);
  });

  await t.step("asks for a guess first", async () => {
    await open("#hidden=2:tanh");
    await finalCount(page);
    await click(page, ".panel-box label b", "Guess before each run");
    await click(page, ".chips button", "3");
    await page.waitForSelector(".guess-form:not([hidden])");
    await page.type(".guess-form input", "300");
    await page.keyboard.press("Enter");
    assertMatch(await textOf(page, ".guess-form .problem", /./), /whole number from 0 to 200/);
    await textOf(page, ".where .epoch", /^epoch 0$/);
    await page.locator(".guess-form input").click({ count: 3 });
    await page.keyboard.type("150");
    await click(page, ".guess-form button", "Run and see");
    const count = await finalCount(page);
    await textOf(page, ".panel-box", /./);
    assertStringIncludes(
      await page.$eval(".lab-wall", (wall) => wall.textContent!),
      `You said 150; it is ${count}.`,
    );
  });

  await t.step("judges a claim on fresh starts, and links to them", async () => {
    await open("#hidden=4:sigmoid");
    await click(page, "summary", "Make it a claim");
    const starts = await page.waitForSelector("details[open] input[inputmode=numeric]");
    await starts!.evaluate((input) => input.value = "0");
    await click(page, "button", "Judge on fresh starts");
    assertMatch(await textOf(page, "details[open] .problem", /./), /whole number from 1 to 2000/);
    await starts!.evaluate((input) => input.value = "200");
    await click(page, "button", "Judge on fresh starts");
    assertMatch(await textOf(page, ".claim-outcome", /%/), /✓ supported: .* %.*claim=half-/s);
    const link = await page.$eval(".claim-outcome a", (a) => a.getAttribute("href")!);
    assertStringIncludes(
      await page.$eval(".claim-outcome", (each) => each.textContent!),
      `${(solvedOf(link) / 2).toFixed(1)} %`,
    );
  });

  await t.step("maps two settings; a click on a cell opens it", async () => {
    await open("#epochs=200");
    await click(page, "summary", "Map of two settings");
    await click(page, "button", "Draw the map");
    await textOf(page, ".panel-box .note[role=status]", /Each cell/);
    assertEquals((await page.$$(".map-cell")).length, 96);
    await page.locator(".map tbody tr:nth-child(5) td:nth-of-type(7) button").click();
    await hashOf(page, /hidden=4:sigmoid/);
  });

  await t.step("saves rows, wall and config", async () => {
    await open("#hidden=2:tanh&starts=10&epochs=300");
    await finalCount(page);
    await page.evaluate(() => {
      const saved: Blob[] = [], make = URL.createObjectURL;
      URL.createObjectURL = (blob: Blob) => {
        saved.push(blob);
        return make.call(URL, blob);
      };
      Object.assign(globalThis, { saved });
    });
    await click(page, "summary", "Save and share");
    for (const button of ["Rows as CSV", "Wall as PNG", "Config as JSON"]) await click(page, "button", button);
    await page.waitForFunction("saved.length === 3");
    const texts = await page.evaluate(() =>
      Promise.all((globalThis as unknown as { saved: Blob[] }).saved.map((blob) => blob.text()))
    );
    const rows = texts.find((text) => text.startsWith("replicate,status"))!.trim().split("\r\n");
    assertEquals(rows.length, 11);
    const { state } = parseLabAddress("#hidden=2:tanh&starts=10&epochs=300", data);
    const config = labConfigs(state, [3], data)[0]!, training = prepare(config);
    const outcome = {
      run: { cell: 0, levels: {}, replicate: 3, config },
      training,
      trained: trainReference(training),
    };
    assertEquals(rows[4], csvLineOf(rows[0]!.split(","), runRow(outcome)));
    const saved = JSON.parse(texts.find((text) => text.startsWith("{"))!);
    assertEquals(saved, JSON.parse(JSON.stringify(labConfigs(state, [0], data)[0])));
    assert(texts.some((text) => text.includes("PNG")));
    assertStringIncludes(await page.$eval(".lab-wall pre:last-of-type", (each) => each.textContent!), "lab '#");
  });

  await t.step("writes nothing to the console and requests nothing", () => assertEquals(complaints, []));
});
