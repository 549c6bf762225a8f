import { assertEquals, assertThrows } from "@std/assert";
import { ACTIVATIONS } from "../../../core/components/activations.ts";
import { DATA_NAME_RULE } from "../../../core/components/datasets.ts";
import { INITIALIZERS } from "../../../core/components/initializers.ts";
import { LOSSES } from "../../../core/components/losses.ts";
import { OPTIMIZERS } from "../../../core/components/optimizers.ts";
import { parseConfig } from "../../../core/config/parse_config.ts";
import { InputError } from "../../../core/input/input_error.ts";
import {
  changed,
  layers,
  OUTPUT,
  PARAMETERS,
  PERCEPTRON,
  scheduled,
  SEEDLESS,
  table,
  TWO_LAYERS,
  VALID,
} from "./configs.ts";

const names = (table: Readonly<Record<string, unknown>>) => Object.keys(table).join(", ");

/** Invalid configs with their messages. */
const ERRORS: readonly (readonly [unknown, string])[] = [
  [null, "it must be an object, but is null"],
  [[VALID], `it must be an object, but is ${shortened([VALID])}`],
  [changed({ epoch: 3 }), 'epoch is not a field (did you mean "epochs"?)'],
  [changed({ data: undefined }), "data is missing"],
  [changed({ network: undefined }), "network is missing"],
  [changed({ optimizer: undefined }), "optimizer is missing"],
  [changed({ loss: undefined }), "loss is missing"],
  [changed({ loss: null }), "loss is missing"],

  [changed({ data: "xro" }), `data must be ${DATA_NAME_RULE}, but is "xro" (did you mean "xor"?)`],
  [changed({ data: "XOR" }), `data must be ${DATA_NAME_RULE}, but is "XOR" (did you mean "xor"?)`],
  [
    changed({ data: { name: "parity9" } }),
    `data.name must be ${DATA_NAME_RULE}, but is "parity9" (did you mean "parity1"?)`,
  ],
  [changed({ data: { name: 3 } }), `data.name must be ${DATA_NAME_RULE}, but is 3`],
  [changed({ data: 3 }), "data must be an object or a name, but is 3"],
  [
    changed({ data: { name: "xor", encoding: "bipolr" } }),
    'data.encoding must be one of binary, bipolar, but is "bipolr" (did you mean "bipolar"?)',
  ],
  [changed({ data: { name: "xor", constant: 1 } }), "data.constant must be true or false, but is 1"],
  [changed({ data: { name: "xor", inputs: [] } }), "data.inputs is not a field"],
  [changed({ data: { encoding: "binary" } }), "data.name is missing"],
  [changed({ data: { constant: true } }), "data.name is missing"],
  [changed({ data: { inputs: [[1, 2]], targets: [1], encoding: "binary" } }), "data.encoding is not a field"],
  [changed({ data: {} }), "data.inputs is missing"],
  [changed({ data: { input: [[1, 2]], targets: [1] } }), 'data.input is not a field (did you mean "inputs"?)'],
  [changed({ data: { inputs: [[1, 2]] } }), "data.targets is missing"],
  [changed({ data: "moon" }), `data must be ${DATA_NAME_RULE}, but is "moon" (did you mean "moons"?)`],
  [
    changed({ data: { name: "moons", encoding: "binary" } }),
    'data.encoding is not a field of the data set "moons"',
  ],
  [changed({ data: { name: "moons", points: 1 } }), "data.points must be a whole number of at least 2, but is 1"],
  [
    changed({ data: { name: "moons", points: 1001 } }),
    "data.points must be a whole number of at most 1000, but is 1001",
  ],
  [changed({ data: { name: "moons", noise: -1 } }), "data.noise must be a finite number of at least 0, but is -1"],
  [changed({ data: { name: "moons", split: 0 } }), "data.split must be a number above 0 and at most 1, but is 0"],
  [changed({ data: { name: "moons", balance: 2 } }), "data.balance must be a number from 0 to 1, but is 2"],
  [changed({ data: { name: "moons", seed: 0.5 } }), "data.seed must be a whole number or a text, but is 0.5"],
  [
    changed({ data: { inputs: [[0, 1]], targets: [1], test: { inputs: [[0]], targets: [1] } } }),
    "data.test.inputs[0] must have 2 numbers, but has 1",
  ],
  [
    changed({ data: { inputs: [[0, 1]], targets: [1], test: { inputs: [[0, 0]], targets: [[1]] } } }),
    "data.test.targets[0] must be a finite number, but is [1]",
  ],
  [
    changed({ data: { inputs: [[0, 1]], targets: [1], test: { inputs: [[0, 0]], targets: [3] } } }),
    "data.test.targets[0] must be from 0 to 1 for crossEntropy, but is 3",
  ],
  [
    changed({ data: { inputs: [[0, 1]], targets: [1], test: { inputs: [], targets: [] } } }),
    "data.test.inputs must be a list of at least 1, but is []",
  ],
  [table([], []), "data.inputs must be a list of at least 1, but is []"],
  [table([[]], [1]), "data.inputs[0] must be a list of at least 1, but is []"],
  [table([[0, 1], [0]], [1, 0]), "data.inputs[1] must have 2 numbers, but has 1"],
  [table([[0, NaN]], [1]), "data.inputs[0][1] must be a finite number, but is NaN"],
  [table([[0, 1]], [1, 0]), "data.targets must have 1 entries, one per row, but has 2"],
  [table([[0, 1], [1, 1]], [1, "0"]), 'data.targets[1] must be a finite number, but is "0"'],
  [table([[0, 1], [1, 1]], [1, [0]]), "data.targets[1] must be a finite number, but is [0]"],
  [table([[0, 1], [1, 1]], [[1], 0]), "data.targets[1] must be a list of at least 1, but is 0"],
  [table([[0, 1], [1, 1]], [[1], [0, 1]]), "data.targets[1] must have 1 numbers, but has 2"],
  [table([[0, 1]], [[]]), "data.targets[0] must be a list of at least 1, but is []"],
  [table([[0, 1]], [2]), "data.targets[0] must be from 0 to 1 for crossEntropy, but is 2"],
  [table([[0, 1]], [[-1]]), "data.targets[0][0] must be from 0 to 1 for crossEntropy, but is -1"],

  [changed({ network: { layers: [OUTPUT] } }), "network.inputs is missing"],
  [changed({ network: { inputs: 2, layers: [] } }), "network.layers must be a list of at least 1, but is []"],
  [changed({ network: { inputs: 3, layers: [OUTPUT] } }), "network.inputs must be 2, the width of the data, but is 3"],
  [layers({ ...OUTPUT, units: 2 }), "network.layers[0].units must be 1, the number of targets a row, but is 2"],
  [layers({ ...OUTPUT, units: 0 }, OUTPUT), "network.layers[0].units must be a whole number of at least 1, but is 0"],
  [layers({ units: 1, activation: "tanh" }), "network.layers[0].bias is missing"],
  [layers({ ...OUTPUT, bias: 0 }), "network.layers[0].bias must be true or false, but is 0"],
  [
    layers({ ...OUTPUT, activation: "sigmoyd" }),
    `network.layers[0].activation must be one of ${names(ACTIVATIONS)}, but is "sigmoyd" (did you mean "sigmoid"?)`,
  ],
  [
    layers({ ...OUTPUT, activation: { name: "reul" } }),
    `network.layers[0].activation.name must be one of ${names(ACTIVATIONS)}, but is "reul" (did you mean "relu"?)`,
  ],
  [layers({ ...OUTPUT, activation: { slope: 1 } }), "network.layers[0].activation.name is missing"],
  [layers({ ...OUTPUT, activation: 1 }), "network.layers[0].activation must be an object or a name, but is 1"],
  [
    layers({ ...OUTPUT, activation: { name: "leakyRelu", slop: 1 } }),
    'network.layers[0].activation.slop is not a field of the activation "leakyRelu" (did you mean "slope"?)',
  ],
  [
    layers({ ...OUTPUT, activation: { name: "tanh", slope: 1 } }),
    'network.layers[0].activation.slope is not a field of the activation "tanh"',
  ],
  [
    layers({ ...OUTPUT, activation: { name: "elu", alpha: Infinity } }),
    "network.layers[0].activation.alpha must be a finite number, but is Infinity",
  ],

  [changed({ seed: undefined }), "parameters is missing, and so is a seed to draw them from"],
  [changed({ seed: 1.5 }), "seed must be a whole number or a text, but is 1.5"],
  [changed({ seed: 1e30 }), "seed must be a whole number of at most 9007199254740991, but is 1e+30"],
  [changed({ seed: -1e30 }), "seed must be a whole number of at least -9007199254740991, but is -1e+30"],
  [
    changed({ parameters: PARAMETERS, initializer: "normal" }),
    "initializer must be absent where parameters are given",
  ],
  [changed({ parameters: PARAMETERS.slice(1) }), "parameters must have 2 entries, one per layer, but has 1"],
  [changed({ parameters: [{ W: [[1, 2]], b: [0] }, PARAMETERS[1]] }), "parameters[0].W must have 2 rows, but has 1"],
  [
    changed({ parameters: [{ W: [[1, 2], [3]], b: [0, 0] }, PARAMETERS[1]] }),
    "parameters[0].W[1] must have 2 numbers, but has 1",
  ],
  [changed({ parameters: [{ W: [[1, 2], [3, 4]] }, PARAMETERS[1]] }), "parameters[0].b is missing"],
  [
    changed({ parameters: [{ W: [[1, 2], [3, 4]], b: [0] }, PARAMETERS[1]] }),
    "parameters[0].b must have 2 numbers, but has 1",
  ],
  [changed({ parameters: [PARAMETERS[0], { W: [[5, 6]], b: [0] }] }), "parameters[1].b is not a field"],
  [
    changed({ parameters: [PARAMETERS[0], { W: [[5, null]] }] }),
    "parameters[1].W[0][1] must be a finite number, but is null",
  ],
  [
    changed({ initializer: "glorot" }),
    `initializer must be one of ${names(INITIALIZERS)}, but is "glorot"`,
  ],
  [changed({ initializer: "constant" }), "initializer.value is missing"],
  [
    changed({ initializer: { name: "normal", deviation: -1 } }),
    "initializer.deviation must be a finite number of at least 0, but is -1",
  ],
  [
    changed({ initializer: { name: "normal", biases: "none" } }),
    'initializer.biases must be a finite number, but is "none"',
  ],

  [changed({ loss: "mse" }), `loss must be one of ${names(LOSSES)}, but is "mse"`],
  [
    changed({ loss: { name: "huber", delta: 0 } }),
    "loss.delta must be a finite number above 0, but is 0",
  ],
  [
    changed({ loss: { name: "squaredError", reduction: "average" } }),
    'loss.reduction must be one of mean, sum, but is "average"',
  ],
  [changed({ optimizer: { name: "adam" } }), "optimizer.learningRate is missing"],
  [changed({ optimizer: "adam" }), "optimizer.learningRate is missing"],
  [
    changed({ optimizer: { name: "sgd", learningRate: 1 } }),
    `optimizer.name must be one of ${names(OPTIMIZERS)}, but is "sgd"`,
  ],
  [
    changed({ optimizer: { name: "adam", learningrate: 1 } }),
    'optimizer.learningrate is not a field of the optimizer "adam" (did you mean "learningRate"?)',
  ],
  [
    changed({ optimizer: { name: "adam", learningRate: 1, beta1: 1 } }),
    "optimizer.beta1 must be a number from 0 to below 1, but is 1",
  ],
  [
    changed({ optimizer: { name: "momentum", learningRate: 1, reset: "always" } }),
    'optimizer.reset must be "never" or "epoch", but is "always"',
  ],
  [
    changed({ loss: { name: "crossEntropy", smoothing: 1 } }),
    "loss.smoothing must be a number from 0 to below 1, but is 1",
  ],
  [
    changed({ loss: { name: "hinge", smoothing: 0.1 } }),
    'loss.smoothing is not a field of the loss "hinge"',
  ],
  [
    changed({ optimizer: { name: "adam", learningRate: 1, clipNorm: 0 } }),
    "optimizer.clipNorm must be a finite number above 0, but is 0",
  ],
  [
    changed({ optimizer: { name: "adam", learningRate: 1, clipNorm: null } }),
    "optimizer.clipNorm must be a finite number above 0, but is null",
  ],
  [
    { ...PERCEPTRON, optimizer: { ...PERCEPTRON.optimizer, clipNorm: 1 } },
    'optimizer.clipNorm is not a field of the optimizer "perceptron"',
  ],
  [scheduled("step"), "optimizer.schedule.every is missing"],
  [
    scheduled("exponantial"),
    'optimizer.schedule must be one of exponential, inverseTime, step, but is "exponantial" (did you mean "exponential"?)',
  ],
  [scheduled({ name: "exponential" }), "optimizer.schedule.decay is missing"],
  [scheduled({ name: "exponential", decay: 0 }), "optimizer.schedule.decay must be a finite number above 0, but is 0"],
  [
    scheduled({ name: "inverseTime", decay: -1 }),
    "optimizer.schedule.decay must be a finite number of at least 0, but is -1",
  ],
  [
    scheduled({ name: "step", every: 0.5 }),
    "optimizer.schedule.every must be a whole number of at least 1, but is 0.5",
  ],
  [
    scheduled({ name: "exponential", decay: 1, every: 1 }),
    'optimizer.schedule.every is not a field of the schedule "exponential"',
  ],
  [{ ...PERCEPTRON, loss: "hinge" }, "loss must be absent: the perceptron's rule follows none"],
  [
    { ...PERCEPTRON, network: TWO_LAYERS },
    "network.layers must be one layer for the perceptron's rule",
  ],
  [
    { ...PERCEPTRON, network: { inputs: 2, layers: [OUTPUT] } },
    'network.layers[0].activation must be step for the perceptron\'s rule, but is "sigmoid"',
  ],

  [changed({ batch: 0 }), 'batch must be "online", "full" or a whole number of at least 1, but is 0'],
  [changed({ batch: 1e20 }), "batch must be a whole number of at most 9007199254740991, but is 100000000000000000000"],
  [changed({ batch: 1.5 }), "batch must be a whole number of at least 1, but is 1.5"],
  [changed({ batch: "mini" }), 'batch must be "online", "full" or a whole number of at least 1, but is "mini"'],
  [changed({ order: "random" }), 'order must be "fixed", "shuffled" or a permutation of the rows, but is "random"'],
  [changed({ order: [0, 1, 2] }), "order must be a permutation of the rows 0 to 3, but is [0,1,2]"],
  [changed({ order: [0, 1, 2, 2] }), "order must be a permutation of the rows 0 to 3, but is [0,1,2,2]"],
  [changed({ order: [0, 1, 2, 4] }), "order must be a permutation of the rows 0 to 3, but is [0,1,2,4]"],
  [changed({ order: [0, 1, 2, -1] }), "order[3] must be a whole number of at least 0, but is -1"],
  [
    { ...SEEDLESS, parameters: PARAMETERS, order: "shuffled" },
    "seed is missing: a shuffled order is drawn from it",
  ],
  [changed({ epochs: undefined }), "epochs is missing (or steps, to count updates)"],
  [changed({ steps: 3 }), "steps must be absent where epochs is given"],
  [changed({ epochs: -1 }), "epochs must be a whole number of at least 0, but is -1"],
  [
    changed({ epochs: 1e20 }),
    "epochs must be a whole number of at most 9007199254740991, but is 100000000000000000000",
  ],
  [changed({ epochs: undefined, steps: 0.5 }), "steps must be a whole number of at least 0, but is 0.5"],
  [changed({ unit: "epochs" }), 'unit must be one of epoch, step, but is "epochs" (did you mean "epoch"?)'],
  [changed({ checkpoints: [] }), "checkpoints must be a list of at least 1, but is []"],
  [changed({ checkpoints: [0, 21] }), "checkpoints[1] must be at most 20, where the run ends, but is 21"],
  [
    changed({ batch: "online", unit: "step", checkpoints: [81] }),
    "checkpoints[0] must be at most 80, where the run ends, but is 81",
  ],
  [
    changed({ batch: 3, epochs: undefined, steps: 5, checkpoints: [3] }),
    "checkpoints[0] must be at most 2.5, where the run ends, but is 3",
  ],
  [changed({ gradient: "yes" }), 'gradient must be true or false, but is "yes"'],
  [changed({ check: { every: 0 } }), "check.every must be a whole number of at least 1, but is 0"],
  [changed({ check: { tolerance: 0 } }), "check.tolerance must be a finite number above 0, but is 0"],
  [changed({ check: { evry: 1 } }), 'check.evry is not a field (did you mean "every"?)'],
  [changed({ check: null }), "check must be an object, but is null"],
  [changed({ stop: {} }), "stop.maxError is missing"],
  [changed({ stop: { maxError: -1 } }), "stop.maxError must be a finite number above 0, but is -1"],
  [changed({ engine: "gpu" }), 'engine must be one of auto, reference, wasm, but is "gpu"'],
  [changed({ engine: "wasn" }), 'engine must be one of auto, reference, wasm, but is "wasn" (did you mean "wasm"?)'],
  [changed({ "two\nlines": 1 }), 'it["two\\nlines"] is not a field'],
];

for (const [config, message] of ERRORS) {
  Deno.test(`parseConfig rejects: ${message.length > 90 ? `${message.slice(0, 90)}…` : message}`, () => {
    assertEquals(assertThrows(() => parseConfig(config), InputError).message, message);
  });
}

function shortened(value: unknown): string {
  return `${JSON.stringify(value).slice(0, 57)}…`;
}
