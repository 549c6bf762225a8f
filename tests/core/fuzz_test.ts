/** Any input gives a result or one clear error. */
import { assert, assertEquals, assertGreater, assertMatch } from "@std/assert";
import fc from "fast-check";
import { parseConfig } from "../../core/config/parse_config.ts";
import { InputError } from "../../core/input/input_error.ts";
import { trainNetwork } from "../../core/train_network.ts";
import { junk, mutated, mutations, randomConfig } from "./random_configs.ts";

/** A path (`network.layers[0].units`, `it["odd name"]`) and the rule it violates. */
const ERROR_MESSAGE = /^(it|\w+)(\.\w+|\[\d+\]|\["[^\n]*"\])* (is|must|has|are)\b[^\n]*$/;

/** Counts results; all other outcomes must be errors with a path, on one line. */
function countResults(configs: readonly unknown[]): number {
  let count = 0;
  for (const given of configs) {
    try {
      // Long runs are valid, but too slow for this test.
      const { config } = parseConfig(given);
      if ((config.epochs ?? config.steps!) > 1000) continue;
      const result = trainNetwork(config);
      assertEquals(result.checkpoints.length > 0, true);
      assertEquals(result.solvedEpoch === null, !result.solved);
      count++;
    } catch (error) {
      assert(error instanceof InputError, `${String(error)} for ${Deno.inspect(given, { depth: 9 })}`);
      assertMatch(error.message, ERROR_MESSAGE);
    }
  }
  return count;
}

Deno.test("trainNetwork gives a result or an error: 1,000 random configs", () => {
  const count = countResults(fc.sample(randomConfig, { seed: 1, numRuns: 1000 }));
  assertGreater(count, 200);
});

Deno.test("parseConfig accepts or rejects with a path: 1,500 mutated configs", () => {
  const cases = fc.sample(fc.tuple(randomConfig, mutations), { seed: 2, numRuns: 1500 });
  countResults(cases.map(([valid, mutations]) => mutations.reduce<unknown>(mutated, valid)));
});

Deno.test("parseConfig rejects values that are no configs: 500 values", () => {
  assertEquals(countResults(fc.sample(junk, { seed: 3, numRuns: 500 })), 0);
});
