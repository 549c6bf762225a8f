import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import type { TrainConfig } from "../../core/config/config.ts";
import { InputError } from "../../core/input/input_error.ts";
import { trainNetwork } from "../../core/train_network.ts";
import { startTraining, trainNetworks } from "../../core/train_networks.ts";
import { trainConfig } from "./engine/random_configs.ts";
import { BASE } from "./engine/trainings.ts";

Deno.test("trainNetworks gives the results of trainNetwork, with every engine", () => {
  const engines = fc.constantFrom(undefined, "auto", "wasm", "reference");
  fc.assert(
    fc.property(fc.array(trainConfig, { maxLength: 4 }), engines, (written, engine) => {
      const configs = written.map((config, i): TrainConfig => ({ ...config, seed: i, gradient: i % 2 === 0 }));
      const results = trainNetworks(configs, engine ? { engine } : {});
      assertEquals(results, configs.map(trainNetwork));
    }),
    { seed: 41, numRuns: 30 },
  );
});

Deno.test("trainNetworks takes the engine of each config, and reports progress over all of them", () => {
  const engines = ["reference", "wasm", "auto", "reference"] as const;
  const configs = engines.map((engine, seed): TrainConfig => ({ ...BASE, seed, engine, epochs: 10 + seed }));
  const reports: [number, number][] = [];
  const results = trainNetworks(configs, { onProgress: (epochs, total) => reports.push([epochs, total]) });
  assertEquals(results, configs.map(trainNetwork));
  assertEquals(reports.at(-1), [46, 46]);
  assert(reports.every(([epochs, total], i) => total === 46 && epochs >= (reports[i - 1]?.[0] ?? 0)));
});

Deno.test("trainNetworks names the config that is wrong", () => {
  const error = assertThrows(() => trainNetworks([{ ...BASE, seed: 1 }, { ...BASE, epochs: -1 }]), InputError);
  assertEquals(error.message, "[1].epochs must be a whole number of at least 0, but is -1");
});

Deno.test("startTraining advances networks, which go on from states that passed through JSON", () => {
  const configs = [1, 2, 3].map((seed) => ({ ...BASE, seed, batch: "online", order: "shuffled" }) as const);
  const from = startTraining(configs).advance(17).map(({ paused }) => JSON.parse(JSON.stringify(paused)));
  const training = startTraining(configs, { engine: "wasm", from });
  training.advance(Infinity);
  const expected = configs.map(trainNetwork);
  assertEquals(training.runs.map(({ trained }) => trained!.solved), expected.map(({ solved }) => solved));
  for (const [i, { parameters }] of training.runs.entries()) {
    const { parameters: layers } = expected[i]!.checkpoints.at(-1)!;
    assertEquals(parameters, layers.flatMap(({ W, b }) => [...W.flat(), ...b ?? []]));
  }
});
