/** What the lab knows of the suite: its published settings are trained as in the suite. */
import { assert, assertEquals } from "@std/assert";
import type { ResolvedConfig } from "../../../core/config/config.ts";
import { datasetOf } from "../../../core/components/datasets.ts";
import { CATALOG } from "../../../experiments/catalog.ts";
import { planOf, runsOf, SUITE_SEED } from "../../../experiments/plan.ts";
import { labPageData } from "../../../reports/lab/lab_data.ts";
import { stateOfConfig } from "../../../reports/wire/state_of_config.ts";
import { labAddress, parseLabAddress } from "../../../reports/wire/lab_address.ts";
import { labConfig, labSeed } from "../../../reports/wire/lab_config.ts";
import { DEFAULT_STATE } from "../../../reports/wire/lab_state.ts";

const page = labPageData();

/** A config without what differs between trainings that are alike: the name of its data, and what it records. */
function alike({ data, ...config }: ResolvedConfig): object {
  return { ...config, data: datasetOf(data), checkpoints: null };
}

Deno.test("every setting of the suite is one of the lab, also where no address names it", () => {
  for (const experiment of CATALOG) {
    for (const { config } of runsOf(planOf(experiment, { suiteSeed: SUITE_SEED, seeds: 1 }))) {
      const state = { ...stateOfConfig(config), experiment: experiment.id };
      assertEquals(alike(labConfig(state, 0, page)), alike(config), experiment.id);
    }
  }
});

Deno.test("each published setting has the configs of the suite's runs, seeds included", () => {
  for (const experiment of CATALOG) {
    const plan = planOf(experiment, { suiteSeed: SUITE_SEED, seeds: 2 });
    const { cells } = plan;
    const { replicates } = page.experiments[experiment.id]!;
    let known = 0;
    for (const { cell, replicate, config } of runsOf(plan)) {
      const state = stateOfConfig(config), address = labAddress(state);
      if (state.data.kind === "given") continue;
      const isRandom = cells[cell]!.replicates === 2;
      assertEquals(replicates[address], isRandom ? experiment.replicates : 1, address);
      const published = parseLabAddress(`${address || "#"}&experiment=${experiment.id}`, page);
      assertEquals(published.problems, []);
      assertEquals(alike(labConfig(published.state, replicate, page)), alike(config));
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
