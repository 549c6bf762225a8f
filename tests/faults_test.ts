/** Errors stay data on their way out: each layer adds to the fault, none turns it into text. */
import { assertEquals, assertThrows } from "@std/assert";
import { selectExperiments } from "../command/run/plans.ts";
import { parseConfig } from "../core/config/parse_config.ts";
import { type Fault, InputError } from "../core/input/input_error.ts";
import { CATALOG } from "../experiments/catalog.ts";
import { planOf, SUITE_SEED } from "../experiments/plan.ts";
import { parseManifest } from "../experiments/store/manifest.ts";
import { rowsOf } from "../experiments/store/csv.ts";

const CONFIG = {
  data: "or",
  network: { inputs: 2, layers: [{ units: 1, activation: "sigmoid", bias: true }] },
  seed: 1,
  loss: "crossEntropy",
  optimizer: { name: "gradientDescent", learningRate: 1 },
  epochs: 1,
};

const faultOf = (act: () => unknown): Fault => (assertThrows(act, InputError) as InputError).fault;

Deno.test("parseConfig names field, rule, value and suggestion of a fault", () => {
  const layers = [{ units: 0, activation: "sigmoid", bias: true }];
  const { field, value } = faultOf(() => parseConfig({ ...CONFIG, network: { inputs: 2, layers } }));
  assertEquals([field, value], ["network.layers[0].units", 0]);
  const { suggestion } = faultOf(() => parseConfig({ ...CONFIG, loss: "crosEntropy" }));
  assertEquals(suggestion, "crossEntropy");
});

Deno.test("rowsOf names file, row, column and value of a fault", () => {
  const columns = { epoch: { type: "integer", meaning: "epochs" } } as const;
  const { file, row, column, value } = faultOf(() => rowsOf("epoch\r\n1\r\ntwo\r\n", { name: "curves", columns }));
  assertEquals([file, row, column, value], ["curves.csv", 3, "epoch", "two"]);
});

Deno.test("parseManifest adds the file to the field of a fault", () => {
  const { file, field } = faultOf(() => parseManifest("{}", "results/a/manifest.json"));
  assertEquals([file, field], ["results/a/manifest.json", "suite"]);
});

Deno.test("planOf and selectExperiments name what could not be done, and the nearest name", () => {
  const depth = CATALOG.find(({ id }) => id === "depth-xor")!;
  const unknown = faultOf(() => planOf(depth, { suiteSeed: SUITE_SEED, set: { funktion: ["xor"] } }));
  assertEquals([unknown.action, unknown.suggestion], [{ verb: "set", object: "funktion" }, "function"]);
  const misspelt = faultOf(() => selectExperiments("run", ["depht-xor"]));
  assertEquals([misspelt.action, misspelt.suggestion], [{ verb: "run", object: "depht-xor" }, "depth-xor"]);
});
