/**
 * The suite against an independent replication: tests/replication/replicate.py, NumPy alone, other starting weights.
 *
 * Of each cell the suite's first runs are trained, and two exact tests compare them with the replication: of the rate
 * of success, and of the epochs to solve (the median test: how many runs are solved by the median of both together).
 * Holm's correction over all of them lets one alarm in a hundred be false.
 */
import { assert, assertEquals } from "@std/assert";
import type { ResolvedConfig, TrainConfig } from "../../core/config/config.ts";
import { parseConfig } from "../../core/config/parse_config.ts";
import type { Trained } from "../../core/training.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import { planOf, SUITE_SEED } from "../../experiments/plan.ts";
import { median } from "../../experiments/statistics/statistics.ts";
import fixture from "../fixtures/replication.json" with { type: "json" };
import { fisher } from "../replication/fisher.ts";
import { holm } from "../replication/holm.ts";
import { listRuns, trainConfigs } from "./trained_runs.ts";

type ReplicatedCell = typeof fixture.cells[number];

const RUNS = 100, FALSE_ALARMS = 0.01;

/** A cell of the replication as a config, written from the script's description and not from the suite's catalogue. */
function configOf({ function: name, units, activation, loss, learning_rate }: ReplicatedCell): TrainConfig {
  const output = { units: 1, activation: "sigmoid", bias: false };
  return {
    data: { name, encoding: "binary", constant: true },
    network: { inputs: 3, layers: units === 0 ? [output] : [{ units, activation, bias: false }, output] },
    seed: "",
    loss: { name: loss },
    optimizer: { name: "gradientDescent", learningRate: learning_rate },
    batch: "online",
    epochs: 10000,
  } as TrainConfig;
}

/** What makes two runs replicates of one cell; the replication trains each to the end. */
function settingsOf({ seed: _, checkpoints: __, stop: ___, ...settings }: ResolvedConfig): string {
  return JSON.stringify(settings);
}

/** The suite's own configs of each cell; its experiment must have it. */
function suiteRuns(): { readonly cell: ReplicatedCell; readonly configs: readonly ResolvedConfig[] }[] {
  const byExperiment = Map.groupBy(fixture.cells, ({ experiment }) => experiment);
  return Array.from(byExperiment, ([name, cells]) => {
    const experiment = CATALOG.find(({ id }) => id === name);
    assert(experiment, `${name} is in the catalogue`);
    const runs = listRuns(planOf(experiment, { suiteSeed: SUITE_SEED, seeds: RUNS }));
    const replicates = Map.groupBy(runs.map(({ config }) => ({ ...config, stop: null })), settingsOf);
    return cells.map((cell) => {
      const configs = replicates.get(settingsOf(parseConfig(configOf(cell)).config)) ?? [];
      assertEquals(configs.length, RUNS, `${name} has ${describe(cell)}`);
      return { cell, configs };
    });
  }).flat();
}

/** The p of both tests. */
function compare(runs: readonly Trained[], { solved_epochs, runs: n, solved }: ReplicatedCell): number[] {
  const ours = runs.map(({ solvedEpoch }) => solvedEpoch);
  const theirs = solved_epochs.split(" ").filter((tens) => tens !== "").map((tens) => 10 * Number(tens));
  assertEquals(theirs.length, solved);
  const middle = median([...ours, ...theirs, ...new Array(n - solved).fill(undefined)]).estimate;
  const within = (epochs: readonly (number | undefined)[], limit: number, n: number) => ({
    successes: epochs.filter((epoch) => epoch !== undefined && epoch <= limit).length,
    n,
  });
  return [Number.MAX_VALUE, middle].map((limit) => fisher(within(ours, limit, runs.length), within(theirs, limit, n)));
}

Deno.test("rates and epochs of the suite agree with an independent replication in NumPy", async (test) => {
  const cells = suiteRuns();
  const trained = trainConfigs(cells.flatMap(({ configs }) => configs));
  const ps = cells.map(({ cell }, c) => compare(trained.slice(c * RUNS, (c + 1) * RUNS), cell));
  assert(cells.length >= 10);
  const alarms = holm(ps.flat()).map((p, i) => ({ p, cell: describe(cells[Math.floor(i / 2)]!.cell) }))
    .filter(({ p }) => p < FALSE_ALARMS);
  assertEquals(alarms, []);

  const lecture = cells.findIndex(({ cell: { function: name, units } }) => name === "xor" && units === 4);
  const { cell, configs } = cells[lecture]!;
  const faults = {
    "half the learning rate": configs.map((config) => ({
      ...config,
      optimizer: { ...config.optimizer, learningRate: config.optimizer.learningRate / 2 },
    })),
    "another loss": configs.map((config) => ({ ...config, loss: { ...config.loss!, name: "crossEntropy" } })),
  };
  for (const [fault, planted] of Object.entries(faults)) {
    await test.step(`catches a cell with ${fault}`, () => {
      const faulty = compare(trainConfigs(planted), cell);
      assert(Math.min(...holm(ps.with(lecture, faulty).flat())) < FALSE_ALARMS);
    });
  }
});

function describe({ solved_epochs: _, runs: __, solved: ___, ...cell }: ReplicatedCell): string {
  return JSON.stringify(cell);
}
