/** The lab of result pages whose settings the lab itself does not offer. */
import { assertEquals, assertMatch } from "@std/assert";
import { trainReference } from "../../../core/reference.ts";
import { prepare } from "../../../core/train_network.ts";
import { perceptronCycle } from "../../../experiments/catalog/perceptron_cycle.ts";
import { defineExperiment } from "../../../experiments/experiment.ts";
import { planOf, runsOf, SUITE_SEED } from "../../../experiments/plan.ts";
import { toy } from "../../reports/toy.ts";
import { BROWSER_NAMES } from "../browsers.ts";
import { testInBrowsers } from "../in_browsers.ts";
import { bundle, pageOf, textOf } from "../page.ts";
import { EQUAL, wideTab } from "./depth_xor_page.ts";

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

testInBrowsers(
  BROWSER_NAMES,
  "the lab of a result page shows settings that it does not offer itself",
  async ({ t, browser, write }) => {
    const script = await bundle();

    await t.step(
      "a net that draws nothing has one start, and the perceptron is shown update by update",
      async () => {
        const tab = await wideTab(browser);
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
        const config =
          [...runsOf(planOf(perceptronCycle, { suiteSeed: SUITE_SEED }))].find(({ levels }) =>
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
                .map(({ textContent }) => textContent!.replace("−", "-")).join() === expected,
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
        const tab = await wideTab(browser);
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
  },
);
