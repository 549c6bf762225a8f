/** Benchmarks of the reference engine; in a file of its own so that the tracer does not make its code polymorphic. */
import { parseConfig } from "../core/config/parse_config.ts";
import { trainReference } from "../core/reference.ts";
import { prepare } from "../core/train_network.ts";
import { SETTINGS } from "./settings.ts";

for (const { name, config } of SETTINGS.slice(0, 2)) {
  const training = prepare(parseConfig({ ...config, seed: 1, epochs: 1000 }).config);
  Deno.bench(`reference: 1000 epochs of ${name}`, () => {
    trainReference(training);
  });
}
