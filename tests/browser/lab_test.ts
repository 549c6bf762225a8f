/** The lab, driven with real clicks and keys. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Page } from "puppeteer-core";
import { trainAll } from "../../core/engine/engine.ts";
import { outputsOf, prepare, trainingLoss } from "../../core/train_network.ts";
import { stream } from "../../core/random.ts";
import { trainReference } from "../../core/reference.ts";
import { runRow } from "../../experiments/records.ts";
import { csvLineOf } from "../../experiments/store/csv.ts";
import { labPageData } from "../../reports/lab/lab_data.ts";
import { renderLab } from "../../reports/lab/lab_page.ts";
import { parseLabAddress } from "../../reports/wire/lab_address.ts";
import { labConfigs } from "../../reports/wire/lab_config.ts";
import { labStatistics } from "../../reports/wire/lab_statistics.ts";
import { isInstalled, launch } from "./browsers.ts";
import { bundle, textOf, watched } from "./page.ts";

const data = labPageData();

/** The number of solved nets of an address, trained without a browser. */
function solvedOf(address: string): number {
  const { state, problems } = parseLabAddress(address, data);
  assertEquals(problems, []);
  const replicates = Array.from({ length: state.starts }, (_, i) => i);
  const trained = trainAll(labConfigs(state, replicates, data).map(prepare), "auto");
  return labStatistics(trained.map(({ solvedEpoch }) => solvedEpoch), state.epochs).solved;
}

/** The count on the page. */
function countOf(page: Page): Promise<number> {
  return page.$eval(".count .number", (element) => Number(element.textContent));
}

/** Shows the end of the training and returns the count. */
async function finalCount(page: Page): Promise<number> {
  await page.waitForFunction(`!document.querySelector(".results[aria-busy]")`);
  await page.click(`.icon[title^="To the end"]`);
  const epochs = await page.$eval(".fan", (fan) => Number(fan.getAttribute("aria-valuemax")));
  await page.waitForFunction(
    `Number(document.querySelector(".fan").getAttribute("aria-valuenow")) === ${epochs}`,
    { timeout: 60_000 },
  );
  return countOf(page);
}

/** Clicks the element that matches a selector and has this text. */
async function click(page: Page, selector: string, text: string): Promise<void> {
  const found = await page.evaluateHandle(
    (selector, text) => [...document.querySelectorAll(selector)].find((each) => each.textContent === text),
    selector,
    text,
  );
  const element = found.asElement();
  assert(element, `no ${selector} with the text ${text}`);
  await (element as unknown as { click(): Promise<void> }).click();
}

/** Replaces the text of the field with this label. */
async function enter(page: Page, label: string, text: string): Promise<void> {
  const found = await page.evaluateHandle((label) => {
    const labels = [...document.querySelectorAll<HTMLLabelElement>(".lab-controls label")];
    return labels.find((each) => each.offsetParent && each.querySelector("span")?.textContent === label)?.control;
  }, label);
  const field = found.asElement() as unknown as { click(options: object): Promise<void> } | null;
  assert(field, `no field ${label}`);
  await field.click({ count: 3 });
  await page.keyboard.press("Backspace");
  await page.keyboard.type(text);
  await page.keyboard.press("Tab");
}

/** The fragment of the address, once it has been written. */
async function hashOf(page: Page, pattern: RegExp): Promise<string> {
  await page.waitForFunction(`${pattern}.test(location.hash)`, { timeout: 10_000 });
  return new URL(page.url()).hash;
}

for (const name of ["chrome", "firefox"] as const) {
  Deno.test({
    name: `the lab in ${name}`,
    ignore: !isInstalled(name),
    // The browser's process and sockets outlive a step.
    sanitizeOps: false,
    sanitizeResources: false,
    fn: async (t) => {
      const folder = await Deno.makeTempDir(), browser = await launch(name);
      try {
        const html = renderLab(data, await bundle("lab_main.ts"));
        await Deno.writeTextFile(`${folder}/lab.html`, html);
        await Deno.writeTextFile(`${folder}/refused.html`, html.replace(" &#39;wasm-unsafe-eval&#39;", ""));
        const address = `file://${folder}/lab.html`;
        const { page, complaints } = await watched(browser);
        await page.setViewport({ width: 1280, height: 900 });
        const open = async (hash = "") => {
          await page.goto("about:blank");
          await page.goto(address + hash);
          await page.waitForSelector(".lab-grid");
        };

        await t.step("plays XOR without a hidden layer on load, and gives a hint", async () => {
          await open();
          await page.waitForFunction(
            `Number(document.querySelector(".fan").getAttribute("aria-valuenow")) > 5`,
            { timeout: 10_000 },
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
          await page.waitForFunction(`!document.querySelector(".lab-grid [aria-busy]")`, { timeout: 10_000 });
        });

        await t.step("selects a net by keys and by a click, and rewinds by keys", async () => {
          await page.focus(".wall");
          await page.keyboard.press("ArrowDown");
          await page.keyboard.press("ArrowRight");
          assertEquals(await page.$eval(".where .start", (start) => start.textContent), "start 21 of 0–199");
          await hashOf(page, /replicate=21/);
          await page.click(".wall", { offset: { x: 5, y: 5 } });
          assertEquals(await page.$eval(".where .start", (start) => start.textContent), "start 0 of 0–199");
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
            await page.waitForSelector(selector!, { timeout: 5000 });
          }
          await page.keyboard.press("ArrowRight");
          await page.waitForSelector(".stage .plane");
        });

        await t.step("says in words what is wrong, and replaces nothing", async () => {
          await open("#hidden=2:tanh,2:tanh");
          const before = solvedOf("#hidden=2:tanh,2:tanh");
          for (
            const [label, text, rule] of [
              ["Units", "100", /Units must be a whole number of at most 64, but is 100/],
              ["Learning rate", "fast", /Learning rate must be a number.*"fast"/],
              ["Learning rate", "", /Enter a value/],
            ] as const
          ) {
            await enter(page, label, text);
            assertMatch(await textOf(page, ".problem:not([hidden])", /./), rule);
            const entered = await page.$eval("[aria-invalid=true]", (field) => (field as HTMLInputElement).value);
            assertEquals(entered, text);
            assertEquals(await finalCount(page), before);
            await enter(page, label, label === "Units" ? "2" : "0.9");
          }
          assertEquals((await page.$$(".problem:not([hidden])")).length, 0);
          await click(page, ".more > summary", "Optimiser, start, batch …");
          await enter(page, "Epochs", "many");
          assertMatch(await textOf(page, ".more .problem:not([hidden])", /./), /Epochs must be a whole number/);
          await open("#rate=quick&hiden=4");
          assertMatch(await textOf(page, "#lab > .lab-problem", /./), /quick.*hidden/s);
        });

        await t.step("changes targets, tables, sets and placed points", async () => {
          await open("#starts=20");
          await page.click(".truth-table tbody tr:nth-child(4) .target");
          await hashOf(page, /data=or/);
          await click(page, ".chips button", "parity 3");
          await hashOf(page, /data=parity3/);
          assertEquals((await page.$$(".truth-table tbody tr")).length, 8);
          await click(page, ".chips button", "moons");
          await hashOf(page, /data=moons/);
          await enter(page, "Points", "20");
          const hash = await hashOf(page, /points=20/);
          assertEquals(await finalCount(page), solvedOf(hash));
          await click(page, ".chips button", "your points");
          await page.waitForSelector(".stage .plane");
          await finalCount(page);
          const before = await hashOf(page, /data=placed/);
          await page.click(".stage .plane", { offset: { x: 100, y: 60 } });
          await page.waitForFunction(`location.hash !== ${JSON.stringify(before)}`, { timeout: 10_000 });
          const placed = await hashOf(page, /xy=.*,.*,.*,.*,/);
          assertEquals(await finalCount(page), solvedOf(placed));
        });

        await t.step("draws new points, and places and removes points with Shift and Alt", async () => {
          await open("#data=moons&points=10&split=0.5&starts=4&epochs=20");
          await click(page, "button", "Draw new points");
          await hashOf(page, /dataSeed=2/);
          await finalCount(page);
          await click(page, ".test-set label span", "Show the test set");
          const display = await page.$eval(".plane rect", (square) => getComputedStyle(square).display);
          assertEquals(display, "none");
          await open("#data=placed&xy=0:0:0,1:1:1&starts=4&epochs=20");
          const point = { offset: { x: 100, y: 130 } };
          for (const [key, pattern] of [["Shift", /1:1:1,[-\d.]+:[-\d.]+:0&/], ["Alt", /xy=0:0:0,1:1:1&/]] as const) {
            await finalCount(page);
            await page.waitForSelector(".one-net:not([aria-busy]) .stage .plane");
            await page.keyboard.down(key);
            await page.click(".stage .plane", point);
            await page.keyboard.up(key);
            await hashOf(page, pattern);
          }
        });

        await t.step("says why a click places no point more than 64", async () => {
          const points = Array.from({ length: 64 }, (_, i) => `${i % 8}:${Math.floor(i / 8)}:${i % 2}`).join();
          await open(`#data=placed&xy=${points}&starts=4&epochs=20`);
          await finalCount(page);
          await page.waitForSelector(".one-net:not([aria-busy]) .stage .plane");
          await page.click(".stage .plane", { offset: { x: 3, y: 3 } });
          const problem = await page.waitForSelector(".pictures .problem:not([hidden])");
          const text = await problem!.evaluate((element) => element.textContent);
          assertEquals(text, "your points must have at most 64 points, but has 65.");
        });

        await t.step("goes on by one step, and says the loss of the net", async () => {
          await open();
          await finalCount(page);
          await page.focus(".fan");
          await page.keyboard.press("Home");
          await page.click(`.icon[title="One step"]`);
          assertEquals(await page.$eval(".where .epoch", (epoch) => epoch.textContent), "epoch 1");
          const { state } = parseLabAddress("", data), training = prepare(labConfigs(state, [0], data)[0]!);
          const { snapshots } = trainReference({ ...training, checkpoints: [training.rows.length] });
          const loss = trainingLoss(training, outputsOf(training, snapshots[0]!.parameters)).toPrecision(2);
          assertEquals(await page.$eval(".where .loss", (each) => each.textContent), `loss ${loss}`);
        });

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
          await page.click(".guess-form input", { count: 3 });
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
          await page.click(".map tbody tr:nth-child(5) td:nth-of-type(7) button");
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

        await t.step("opens presets, whose nets are the published ones", async () => {
          await open();
          // the presets move a little when the first frame arrives, so that a click could miss
          await page.waitForSelector(".wall[role=slider]");
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
          await page.click(".sheet-toggle");
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
          await new Promise((resolve) => setTimeout(resolve, 500));
          assertEquals(await page.$eval(".where .epoch", (epoch) => epoch.textContent), "epoch 0");
          await page.emulateMediaFeatures([]);
        });

        await t.step("trains 20 nets where WebAssembly is refused", async () => {
          await page.goto(`file://${folder}/refused.html#hidden=2:tanh&epochs=300`);
          assertMatch(await textOf(page, ".lab-wall > .lab-problem", /./), /trains 20 nets/);
          assertEquals(await finalCount(page), solvedOf("#hidden=2:tanh&epochs=300&starts=20"));
        });

        await t.step("passes all axe-core rules, light and dark", async () => {
          if (name === "firefox") return;
          const { default: axe } = await import("axe-core");
          for (const scheme of ["light", "dark"]) {
            await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
            for (const hash of ["#hidden=3:tanh,2:relu&against=", "#data=moons", "#data=placed&xy=0:0:0,1:1:1"]) {
              await open(hash);
              await finalCount(page);
              await page.$$eval("details", (all) => all.forEach((details) => details.open = true));
              await page.evaluate(axe.source);
              const violations = await page.evaluate(async () => {
                const { axe } = globalThis as unknown as {
                  axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
                };
                const { violations } = await axe.run({ resultTypes: ["violations"] });
                return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`);
              });
              assertEquals(violations, [], `${scheme} ${hash}`);
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
              `hidden=${
                draw(["2:tanh", "3:relu:bias", "4:sigmoid", "2:tanh,3:sigmoid:bias", "8:leakyRelu:slope:0.2"])
              }`,
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
      } finally {
        await browser.close();
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}
