/** What the lab knows of the suite: its published settings are trained as in the suite. */
import { assert, assertEquals } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import { planOf, SUITE_SEED } from "../../../experiments/plan.ts";
import { labPageData } from "../../../reports/lab/lab_data.ts";
import { stateOfConfig } from "../../../reports/lab/state_of_config.ts";
import { labAddress, parseLabAddress } from "../../../reports/wire/lab_address.ts";
import { labConfig, labSeed } from "../../../reports/wire/lab_config.ts";
import { DEFAULT_STATE } from "../../../reports/wire/lab_state.ts";

const page = labPageData();

Deno.test("each published setting has the configs of the suite's runs, seeds included", () => {
  for (const experiment of CATALOG) {
    const { cells, runs } = planOf(experiment, { suiteSeed: SUITE_SEED, seeds: 2 });
    const { replicates } = page.experiments[experiment.id]!;
    let known = 0;
    for (const { cell, replicate, config } of runs) {
      const state = stateOfConfig(config);
      if (!state) continue;
      const address = labAddress(state);
      const isRandom = cells[cell]!.replicates === 2;
      assertEquals(replicates[address], isRandom ? experiment.replicates : 1, address);
      const published = parseLabAddress(`${address || "#"}&experiment=${experiment.id}`, page);
      assertEquals(published.problems, []);
      assertEquals({ ...labConfig(published.state, replicate, page), checkpoints: config.checkpoints }, config);
      known++;
    }
    assert(known > 0, experiment.id);
  }
});

Deno.test("each experiment has its featured setting among the presets, in the order of the course", () => {
  assertEquals(page.presets.map(({ experiment }) => experiment), CATALOG.map(({ id }) => id));
  for (const { experiment, number, question, address } of page.presets) {
    assertEquals([CATALOG[number - 1]!.id, CATALOG[number - 1]!.question], [experiment, question]);
    const { state, problems } = parseLabAddress(address, page);
    assertEquals([state.experiment, problems, labAddress(state)], [experiment, [], address]);
  }
  assertEquals(page.presets.filter(({ isStep }) => isStep).length, 6);
});

Deno.test("seeds are the lab's own, or those of a published experiment with its seal", () => {
  assertEquals(labSeed(DEFAULT_STATE, 3, page), "xorlab\nlab\n3");
  const { seal } = page.experiments["depth-xor"]!;
  assertEquals(labSeed({ experiment: "depth-xor", claim: null }, 3, page), `xorlab\ndepth-xor\n${seal}\n3`);
});
