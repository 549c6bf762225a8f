/**
 * What users of the package do: trains nets, runs an experiment of their own and one of the suite, and reads a result
 * back. It writes to `out`; whatever the runtime, the files must be the same.
 */
import { CATALOG, InputError, readReport, runExperiment, specsOf, trainNetwork, trainNetworks } from "@xorlab/xorlab";
import { InputError as CoreInputError, stream } from "@xorlab/xorlab/core";
import { pageScript } from "@xorlab/xorlab/reports";
import experiment from "./own_experiment.mjs";

const config = {
  data: "xor",
  network: {
    inputs: 2,
    layers: [{ units: 4, activation: "tanh", bias: true }, { units: 1, activation: "sigmoid", bias: true }],
  },
  seed: "package",
  loss: "crossEntropy",
  optimizer: { name: "adam", learningRate: 0.05 },
  epochs: 300,
};

function check(isTrue, what) {
  if (!isTrue) throw new Error(`Not so: ${what}`);
}

const fast = trainNetworks([config, { ...config, seed: 2 }]);
check(JSON.stringify(fast[0]) === JSON.stringify(trainNetwork(config)), "both engines train the same net");
check(InputError === CoreInputError, "all modules of the package share their classes");
check((await pageScript()).length > 50_000, "the package contains the script of pages");

const suite = CATALOG.find(({ id }) => id === "forward-pass");
await runExperiment(suite, { seeds: 3, out: "out/forward-pass" });
const written = await runExperiment(experiment, { out: "out/two-or-three" });
const read = await readReport("out/two-or-three", [experiment]);
check(read.answer === written.answer && read.answer !== "", "a report is read back as it was written");
check(specsOf(read).length === specsOf(written).length && specsOf(read).length > 0, "a report has charts");
console.log(JSON.stringify({ nets: fast, numbers: Array.from({ length: 3 }, () => stream("a", "b").next()) }));
