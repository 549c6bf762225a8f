/** The script of the pages, tested with real clicks and keys in real browsers. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { compile, type TopLevelSpec } from "vega-lite";
import { depthXor } from "../../experiments/catalog/depth_xor.ts";
import { hiddenWidth } from "../../experiments/catalog/hidden_width.ts";
import { perceptronCycle } from "../../experiments/catalog/perceptron_cycle.ts";
import { trainAll } from "../../core/engine/engine.ts";
import { trainReference } from "../../core/reference.ts";
import { prepare } from "../../core/train_network.ts";
import { defineExperiment } from "../../experiments/experiment.ts";
import { planOf, runsOf, SUITE_SEED } from "../../experiments/plan.ts";
import { labPageData } from "../../reports/lab/lab_data.ts";
import { dataElement, dataOf } from "../../reports/page/page_scripts.ts";
import { parseLabAddress } from "../../reports/wire/lab_address.ts";
import { labConfigs } from "../../reports/wire/lab_config.ts";
import { labStatistics } from "../../reports/wire/lab_statistics.ts";
import { PAGE_DATA_ID, type PageData } from "../../reports/wire/page_data.ts";
import { toy } from "../reports/toy.ts";
import { isInstalled, launch } from "./browsers.ts";
import { bundle, pageOf, textOf, watched } from "./page.ts";

const labData = labPageData();

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

/** Nets whose settings no control of the lab makes. */
const special = defineExperiment({
  id: "special",
  question: "Does the lab show every setting?",
  why: toy.why,
  base: {
    data: { inputs: [[0, 0.5, 1], [1.5, 0, 1], [-1, 1, 1], [2, 2, 1], [0.25, -3, 1]], targets: [0, 1, 1, 0, 1] },
    network: {
      inputs: 3,
      layers: [{ units: 20, activation: "tanh", bias: true }, { units: 1, activation: "sigmoid", bias: true }],
    },
    loss: "halfSquaredError",
    optimizer: { name: "gradientDescent", learningRate: 0.5 },
    batch: 2,
    steps: 200,
  },
  factors: {
    kind: {
      meaning: "what no control makes",
      levels: {
        rows: {},
        weights: {
          network: { layers: [{ units: 1 }, {}] },
          parameters: [{ W: [[0.1, -0.2, 0.3]], b: [0.4] }, { W: [[0.5]], b: [-0.5] }],
        },
        outputs: {
          data: { targets: [[0, 1], [1, 0], [1, 1], [0, 0], [1, 0]] },
          network: { layers: [{}, { units: 2, activation: "tanh" }] },
        },
      },
    },
  },
  replicates: 3,
  curveReplicates: 0,
  tables: {},
  claims: {},
  answer: [],
  views: [],
  limits: [],
} as never);

const quiet = (views: typeof toy.views) => views.map((view) => ({ ...view, captionClaims: [] }));

for (const name of ["chrome", "firefox"] as const) {
  Deno.test({
    name: `the script of a page in ${name} trains, plays, compares, links and saves`,
    ignore: !isInstalled(name),
    // The browser's process and sockets outlive a step.
    sanitizeOps: false,
    sanitizeResources: false,
    fn: async (t) => {
      const folder = await Deno.makeTempDir(), script = await bundle(), browser = await launch(name);
      const write = async (file: string, text: string) => {
        await Deno.writeTextFile(`${folder}/${file}`, text);
        return `file://${folder}/${file}`;
      };
      try {
        const text = await pageOf(depthXor, { seeds: 5, epochs: 2000 }, script);
        const address = await write("page.html", text), EQUAL = /✓ Equals the published runs, bit for bit/;
        const { page, complaints } = await watched(browser);
        await page.setViewport({ width: 1280, height: 900 });
        await page.evaluateOnNewDocument(() => {
          const make = URL.createObjectURL, saved: Blob[] = [];
          URL.createObjectURL = (blob: Blob) => {
            saved.push(blob);
            return make.call(URL, blob);
          };
          Object.assign(globalThis, { saved });
        });
        const fieldValue = (selector: string) => page.$eval(selector, (field) => (field as HTMLInputElement).value);
        /** Waits until the fragment of the address matches. */
        const waitForHash = (pattern: RegExp) =>
          page.waitForFunction(`${pattern}.test(decodeURIComponent(location.hash))`, { timeout: 10_000 });

        /** The epoch that the lab shows. */
        const epochOf = (tab = page) => tab.$eval("#explorer .fan", (fan) => Number(fan.getAttribute("aria-valuenow")));

        await t.step(
          "begins with the featured setting of the experiment, at epoch 0, and plays once it is seen",
          async () => {
            await page.setViewport({ width: 1280, height: 300 });
            await page.goto(address);
            await textOf(page, "#explorer .published", EQUAL);
            assertEquals(await fieldValue("#explorer select"), "5");
            assertMatch(await textOf(page, "#worked", /The run/), /The run XOR, two-layer net, start 0 of 0–4/);
            assertEquals(await epochOf(), 0);
            assertEquals(await page.$eval("#explorer .play", (button) => button.textContent), "Play");
            await page.$eval("#explorer .pictures", (pictures) => pictures.scrollIntoView());
            await page.waitForFunction(() =>
              Number(document.querySelector("#explorer .fan")!.getAttribute("aria-valuenow")) === 2000
            );
            assertEquals(await page.$eval("#explorer .play", (button) => button.textContent), "Play");
            // once
            await page.evaluate(() => scrollTo(0, 0));
            await page.$eval("#explorer .pictures", (pictures) => pictures.scrollIntoView());
            assertEquals(await epochOf(), 2000);
            assertEquals(new URL(page.url()).hash, "");
            await page.setViewport({ width: 1280, height: 900 });
          },
        );

        await t.step("retrains all runs and finds them identical", async () => {
          await page.goto(address);
          await (await page.waitForSelector("#reproduce button"))!.click();
          assertStringIncludes(await textOf(page, "#reproduce .outcome", /identical/), "✓ 30 of 30 identical");
        });

        await t.step("retraining can be stopped by keyboard", async () => {
          await page.focus("#reproduce button");
          await page.keyboard.press("Enter");
          await page.waitForSelector("#reproduce progress:not([hidden])");
          await page.keyboard.press("Enter");
          await textOf(page, "#reproduce .outcome", /Stopped|identical/);
        });

        await t.step("reports the first run whose digest differs", async () => {
          const data = dataOf(text, PAGE_DATA_ID) as PageData, { digests } = data;
          const changed = digests.slice(0, 20) + (digests[20] === "A" ? "B" : "A") + digests.slice(21);
          const planted = text.replace(
            dataElement(PAGE_DATA_ID, data).html,
            () => dataElement(PAGE_DATA_ID, { ...data, digests: changed }).html,
          );
          assert(planted !== text);
          await page.goto(await write("planted.html", planted));
          await (await page.waitForSelector("#reproduce button"))!.click();
          const outcome = await textOf(page, "#reproduce .outcome", /identical/);
          assertStringIncludes(outcome, "✗ 29 of 30 identical");
          assertStringIncludes(outcome, "AND, single-layer net, start 4 of 0–4, row 6 of runs.csv");
          await page.goto(`${await write("planted.html", planted)}#cell=and,single-layer&replicate=4`);
          await page.reload();
          assertMatch(
            await textOf(page, "#explorer .published", /✗/),
            /✗ Start 4 differs from its published run\..*row 6 of runs\.csv/,
          );
        });

        await t.step("retrains without WebAssembly", async () => {
          const refusing = text.replace(" &#39;wasm-unsafe-eval&#39;", "");
          assert(refusing !== text);
          const { page: tab } = await watched(browser); // some browsers log the refusal
          await tab.goto(await write("refused.html", refusing));
          await textOf(tab, "#explorer .published", EQUAL);
          await (await tab.waitForSelector("#reproduce button"))!.click();
          assertStringIncludes(await textOf(tab, "#reproduce .outcome", /identical/), "✓ 30 of 30 identical");
          await tab.close();
        });

        await t.step("an older link selects a run, an epoch and settings, and survives a reload", async () => {
          await page.goto("about:blank");
          await page.goto(`${address}#cell=xor,two-layer&replicate=3&epoch=777&learningRate=2&width=6`);
          for (const _ of [1, 2]) {
            await textOf(page, "#explorer .where .epoch", /^epoch 777$/);
            assertEquals(await page.$eval("#explorer .where .start", (start) => start.textContent), "start 3 of 0–4");
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
            await page.goto("about:blank");
            await page.goto(`${address}#cell=and,single-layer&rate=0.05`);
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
          await page.goto("about:blank");
          await page.goto(`${address}#cell=xor,two-layer&replicate=3`);
          await textOf(page, "#explorer .published", EQUAL);
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
          await page.goto("about:blank");
          await page.goto(`${address}#cell=xor,two-layer&rate=1000&activation=identity&loss=crossEntropy&epoch=2000`);
          await textOf(page, "#explorer .plane-key", /not finite/);
        });

        await t.step("an unknown run in the address is reported until another run is selected", async () => {
          await page.goto("about:blank");
          await page.goto(`${address}#cell=99&replicate=999`);
          assertMatch(
            await textOf(page, "#explorer > .note", /Not on this page/),
            /^Not on this page: setting 99, start 999; shown instead: XOR, two-layer net, start 0 of 0–4\.$/,
          );
          await textOf(page, "#explorer .published", EQUAL);
          await page.select("#explorer select", "0");
          await page.waitForSelector("#explorer > .note", { hidden: true });
          await page.goto("about:blank");
          await page.goto(`${address}#cell=xor,two-layer&rate=fast`);
          assertMatch(await textOf(page, "#explorer .lab-problem", /rate/), /"fast"/);
        });

        await t.step("a pointer at a mark reads it, and a click chooses its run everywhere", async () => {
          await page.goto("about:blank");
          await page.goto(address);
          await textOf(page, "#explorer .published", EQUAL);
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
          await page.mouse.click(box.x + x, box.y + y);
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
          await page.goto("about:blank");
          await page.goto(address);
          await textOf(page, "#explorer .published", EQUAL);
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

        await t.step("the net names the input that is the constant 1", async () => {
          await page.$$eval("#explorer .tabs button", (all) => (all[1] as HTMLElement).click());
          assertMatch(await textOf(page, "#explorer .readout", /constant/), /\. x₃ is the constant 1\.$/);
        });

        await t.step(
          "an update is worked out in five beats, beginning with the row (1, 0), with four digits",
          async () => {
            await page.goto("about:blank");
            await page.goto(`${address}#cell=xor,two-layer&replicate=3`);
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

        assertEquals(complaints, []);

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

        await t.step(
          "a net that draws nothing has one start, and the perceptron is shown update by update",
          async () => {
            const tab = await watched(browser);
            await tab.page.setViewport({ width: 1280, height: 900 });
            await tab.page.goto(await write("perceptron.html", await pageOf(perceptronCycle, {}, script)));
            assertMatch(
              await textOf(tab.page, "#explorer .published", EQUAL),
              /Start 0: not solved within 100 epochs \(row 4 of runs.csv\)/,
            );
            assertEquals(await tab.page.$$eval("#explorer input[type=number]", ({ length }) => length), 0);
            await tab.page.focus("#explorer .fan");
            await tab.page.keyboard.press("Home");
            const steps = [];
            for (let i = 0; i < 5; i++) {
              steps.push(await tab.page.$eval("#explorer .where .epoch", ({ textContent }) => textContent));
              await tab.page.keyboard.press("ArrowRight");
            }
            const updates = ["1 update", "2 updates", "3 updates"];
            assertEquals(steps, ["epoch 0", ...updates.map((text) => `epoch 0 + ${text}`), "epoch 1"]);
            // the weights after the second update, which adds the row (0, 1), and after the fourth
            await tab.page.$$eval("#explorer .tabs button", (all) => (all[1] as HTMLElement).click());
            await tab.page.$eval(
              "#explorer .diagram details",
              (details) => (details as HTMLDetailsElement).open = true,
            );
            const config = [...runsOf(planOf(perceptronCycle, { suiteSeed: SUITE_SEED }))].find(({ levels }) =>
              levels.function === "xor"
            )!.config;
            const training = prepare({ ...config, unit: "step", checkpoints: [1, 2, 3, 4] });
            await tab.page.keyboard.press("Home");
            await tab.page.focus("#explorer .fan");
            await tab.page.keyboard.press("Home");
            for (const { step, parameters } of trainReference(training).snapshots) {
              await tab.page.keyboard.press("ArrowRight");
              await textOf(tab.page, "#explorer .where .epoch", step === 4 ? /^epoch 1$/ : new RegExp(`\\+ ${step} `));
              await tab.page.waitForFunction(
                (expected) =>
                  [...document.querySelectorAll("#explorer .diagram tbody td")]
                    .map(({ textContent }) =>
                      textContent!.replace("−", "-")
                    ).join() === expected,
                {},
                parameters.join(),
              );
            }
            assertEquals(tab.complaints, []);
            await tab.page.close();
          },
        );

        await t.step(
          "settings that no control makes are shown, too: own rows, given weights, several outputs",
          async () => {
            const tab = await watched(browser);
            await tab.page.setViewport({ width: 1280, height: 900 });
            const page = await pageOf(special, {}, script);
            await tab.page.goto(await write("special.html", page));
            await textOf(tab.page, "#explorer .published", EQUAL);
            await tab.page.select("#explorer select", "1");
            await textOf(tab.page, "#explorer .published", EQUAL);
            await tab.page.$$eval(
              "#explorer .chips button",
              (all) => (all.find(({ textContent }) => textContent === "cross entropy") as HTMLElement).click(),
            );
            await textOf(tab.page, "#explorer .published", /Your setting/);
            await textOf(tab.page, "#explorer .difference", /points/);
            await tab.page.waitForFunction(`location.hash.includes("loss=crossEntropy")`);
            await tab.page.reload();
            await textOf(tab.page, "#explorer .published", /Your setting/);
            assertEquals(
              await tab.page.$$eval("#explorer .lab-problem:not([hidden])", ({ length }) => length),
              0,
            );
            assertEquals(tab.complaints, []);
            await tab.page.close();
          },
        );

        await t.step("hostile names are shown as text and have no effect", async () => {
          const tab = await watched(browser);
          const file = await write(
            "hostile.html",
            await pageOf(
              { ...hostile, claims: {}, views: quiet(hostile.views) as never },
              { seeds: 2, epochs: 50 },
              script,
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
      } finally {
        await browser.close();
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}

Deno.test({
  name: "the lab of a page does not play by itself under reduced motion, fits a phone, and is not printed",
  ignore: !isInstalled("chrome"),
  sanitizeOps: false,
  sanitizeResources: false,
  fn: async () => {
    const folder = await Deno.makeTempDir(), script = await bundle(), browser = await launch("chrome");
    try {
      await Deno.writeTextFile(`${folder}/page.html`, await pageOf(hiddenWidth, { seeds: 2, epochs: 500 }, script));
      const { page, complaints } = await watched(browser);
      await page.setViewport({ width: 360, height: 700 });
      await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
      await page.goto(`file://${folder}/page.html#replicate=1`);
      await textOf(page, "#explorer .published", /✓ Equals/);
      await page.$eval("#explorer .pictures", (pictures) => pictures.scrollIntoView());
      // two frames, after which the observer has called back
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      assertEquals(await page.$eval("#explorer .where .epoch", (epoch) => epoch.textContent), "epoch 0");
      await page.click("#explorer .play");
      await textOf(page, "#explorer .where .epoch", /^epoch (?!0$)/);
      assertEquals(await page.evaluate(() => document.documentElement.scrollWidth), 360);
      await page.click("#explorer .sheet-toggle");
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
    } finally {
      await browser.close();
      await Deno.remove(folder, { recursive: true });
    }
  },
});
