/** The lab: its nets play, answer each change of the setting, and can be looked at one by one. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { stream } from "../../../core/random.ts";
import { trainReference } from "../../../core/reference.ts";
import { outputsOf, prepare, trainingLoss } from "../../../core/train_network.ts";
import { parseLabAddress } from "../../../reports/wire/lab_address.ts";
import { labConfigs } from "../../../reports/wire/lab_config.ts";
import { violationsIn } from "../axe.ts";
import { BROWSER_NAMES } from "../browsers.ts";
import { testInBrowsers } from "../in_browsers.ts";
import { textOf } from "../page.ts";
import { click, countOf, data, finalCount, hashOf, labHtml, labPage, solvedOf } from "./lab_page.ts";

testInBrowsers(BROWSER_NAMES, "the lab trains 200 nets and shows them", async (test) => {
  const { t, name, write } = test;
  const { page, complaints, open } = await labPage(test);

  await t.step("plays XOR without a hidden layer on load, and gives a hint", async () => {
    await open();
    await page.waitForFunction(
      `Number(document.querySelector(".fan").getAttribute("aria-valuenow")) > 5`,
    );
    assertEquals(await countOf(page), 0);
    assertEquals(await page.$eval(".hint", (hint) => (hint as HTMLElement).hidden), false);
    assertEquals(await finalCount(page), 0);
  });

  await t.step("answers a click with 200 nets, and its address with the same", async () => {
    await click(page, ".chips button", "4");
    const count = await finalCount(page);
    const hash = await hashOf(page, /hidden=4:sigmoid/);
    assertEquals(count, solvedOf(hash));
    assert(count > 100);
    assertMatch(await page.$eval(".wall", (wall) => wall.getAttribute("aria-label")!), /^\d+ of 200 starts/);
    await open(hash);
    assertEquals(await finalCount(page), count);
  });

  await t.step("dims what is left of the old setting until the new one answers", async () => {
    await open("#hidden=4:sigmoid&against=");
    await finalCount(page);
    await textOf(page, ".difference", /points/);
    const busy = await page.evaluate(() => {
      [...document.querySelectorAll<HTMLElement>(".chips button")].find((chip) => chip.textContent === "3")!
        .click();
      return [".results", ".fan", ".one-net", ".against"].map((each) =>
        document.querySelector(each)!.getAttribute("aria-busy")
      );
    });
    assertEquals(busy, ["true", "true", "true", "true"]);
    await page.waitForFunction(`!document.querySelector(".lab-grid [aria-busy]")`);
  });

  await t.step("selects a net by keys and by a click, and rewinds by keys", async () => {
    await page.focus(".wall");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    assertEquals(await page.$eval(".where .start", (start) => start.textContent), "start 21");
    await hashOf(page, /replicate=21/);
    await page.locator(".wall").click({ offset: { x: 5, y: 5 } });
    assertEquals(await page.$eval(".where .start", (start) => start.textContent), "start 0");
    await page.focus(".fan");
    await page.keyboard.press("Home");
    assertEquals(await page.$eval(".where .epoch", (epoch) => epoch.textContent), "epoch 0");
    assertEquals(await countOf(page), 0);
    await page.keyboard.press("PageUp");
    const hash = await hashOf(page, /epoch=10/);
    await open(hash);
    await textOf(page, ".where .epoch", /^epoch 10$/);
  });

  await t.step("shows the net in four pictures", async () => {
    await open("#hidden=3:tanh");
    await finalCount(page);
    for (
      const [tab, selector] of [["Net", ".diagram svg"], ["Hidden space", ".stage svg"], [
        "Hidden units",
        ".unit",
      ]]
    ) {
      await click(page, ".tabs button", tab!);
      await page.waitForSelector(selector!);
    }
    await page.keyboard.press("ArrowRight");
    await page.waitForSelector(".stage .plane");
  });

  await t.step("advances by one step, and shows the loss of the net", async () => {
    await open();
    await finalCount(page);
    await page.focus(".fan");
    await page.keyboard.press("Home");
    await page.locator(`.icon[title="One step"]`).click();
    assertEquals(await page.$eval(".where .epoch", (epoch) => epoch.textContent), "epoch 1");
    const { state } = parseLabAddress("", data), training = prepare(labConfigs(state, [0], data)[0]!);
    const { snapshots } = trainReference({ ...training, checkpoints: [training.rows.length] });
    const loss = trainingLoss(training, outputsOf(training, snapshots[0]!.parameters)).toPrecision(2);
    assertEquals(await page.$eval(".where .loss", (each) => each.textContent), `loss ${loss}`);
  });

  await t.step("opens presets, whose nets are the published ones", async () => {
    await open();
    await click(
      page,
      ".preset:nth-child(4)",
      await page.$eval(".preset:nth-child(4)", (each) => each.textContent!),
    );
    assertMatch(await textOf(page, ".seeds", /✓/), /equals the published runs of depth-xor/);
    assertEquals(await finalCount(page), solvedOf(await hashOf(page, /experiment=depth-xor/)));
  });

  await t.step("opens the controls as a sheet on a phone", async () => {
    await page.setViewport({ width: 390, height: 844 });
    await open();
    const [width, top] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.querySelector(".play")!.getBoundingClientRect().bottom,
    ]);
    assert(width! <= 390, "no part is wider than the screen");
    assert(top! < 844, "Play is on the first screen");
    await page.locator(".sheet-toggle").click();
    await click(page, ".lab-controls .chips button", "4");
    await page.focus(".lab-controls .chips button");
    await page.keyboard.press("Escape");
    assertEquals(await page.$eval(".lab-controls", (sheet) => getComputedStyle(sheet).display), "none");
    assertEquals(await finalCount(page), solvedOf("#hidden=4:sigmoid"));
    await page.setViewport({ width: 1280, height: 900 });
  });

  await t.step("does not play where motion is reduced", async () => {
    if (name === "firefox") return;
    await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
    await open("#hidden=2:tanh");
    await page.waitForFunction(`!document.querySelector(".results[aria-busy]")`);
    // two frames, after which it would play
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assertEquals(await page.$eval(".where .epoch", (epoch) => epoch.textContent), "epoch 0");
    await page.emulateMediaFeatures([]);
  });

  await t.step("trains 20 nets where WebAssembly is refused", async () => {
    const html = (await labHtml()).replace(" &#39;wasm-unsafe-eval&#39;", "");
    await page.goto(`${await write("refused.html", html)}#hidden=2:tanh&epochs=300`);
    assertMatch(await textOf(page, ".lab-wall > .lab-problem", /./), /trains 20 nets/);
    assertEquals(await finalCount(page), solvedOf("#hidden=2:tanh&epochs=300&starts=20"));
  });

  await t.step("passes all axe-core rules, light and dark", async () => {
    if (name === "firefox") return;
    for (const scheme of ["light", "dark"]) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      for (const hash of ["#hidden=3:tanh,2:relu&against=", "#data=moons", "#data=placed&xy=0:0:0,1:1:1"]) {
        await open(hash);
        await finalCount(page);
        await page.$$eval("details", (all) => all.forEach((details) => details.open = true));
        assertEquals(await violationsIn(page), [], `${scheme} ${hash}`);
      }
    }
    await page.emulateMediaFeatures([]);
  });

  await t.step("counts what the command counts, for drawn settings", async () => {
    const random = stream("lab test", "settings");
    const draw = <V>(values: readonly V[]) => values[Math.floor(random.double() * values.length)]!;
    for (let i = 0; i < 10; i++) {
      const fields = [
        `data=${draw(["xor", "and", "parity3", "circles", "nand"])}`,
        `hidden=${draw(["2:tanh", "3:relu:bias", "4:sigmoid", "2:tanh,3:sigmoid:bias", "8:leakyRelu:slope:0.2"])}`,
        `optimizer=${draw(["gradientDescent", "momentum", "adam", "rmsprop"])}`,
        `rate=${draw(["0.05", "0.3", "0.9"])}`,
        `batch=${draw(["full", "online", "2"])}`,
        `order=${draw(["fixed", "shuffled"])}`,
        `epochs=${draw(["50", "155", "300"])}`,
        `starts=${draw(["1", "7", "40"])}`,
        `init=${draw(["uniform", "glorotNormal", "uniform:scale:3"])}`,
      ];
      const hash = `#${fields.join("&")}`;
      await open(hash);
      assertEquals(await finalCount(page), solvedOf(hash), hash);
    }
  });

  await t.step("writes nothing to the console and requests nothing", () => {
    assertEquals(complaints.filter((text) => !/WebAssembly|wasm/i.test(text)), []);
  });
});
