/** Properties of all networks, tested on random ones with fixed seeds. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { type ActivationName, ACTIVATIONS } from "../../core/components/activations.ts";
import type { TrainConfig } from "../../core/config/config.ts";
import { FUNCTIONS_OF_TWO } from "../../core/components/datasets.ts";
import { flatten, type LayerParameters } from "../../core/network.ts";
import { type Checkpoint, trainNetwork, type TrainResult } from "../../core/train_network.ts";

const CHECKED = { seed: 20, numRuns: 100 };

const last = ({ checkpoints }: TrainResult): Checkpoint => checkpoints.at(-1)!;

const weight = fc.double({ min: -2, max: 2, noNaN: true });
const weights = (count: number) => fc.array(weight, { minLength: count, maxLength: count });
const activation = fc.constantFrom(...Object.keys(ACTIVATIONS) as ActivationName[]);
const data = fc.constantFrom(...FUNCTIONS_OF_TWO);
const batch = fc.constantFrom<NonNullable<TrainConfig["batch"]>>("online", "full", 1, 2, 3);
/** Optimisers without state across epochs. */
const stateless = fc.constantFrom<TrainConfig["optimizer"]>(
  { name: "gradientDescent", learningRate: 0.3, weightDecay: 0.01 },
  { name: "momentum", learningRate: 0.1, momentum: 0.8, reset: "epoch" },
);
const optimizer = fc.constantFrom<TrainConfig["optimizer"]>(
  { name: "gradientDescent", learningRate: 0.3 },
  { name: "momentum", learningRate: 0.1 },
  { name: "nesterov", learningRate: 0.1 },
  { name: "rmsprop", learningRate: 0.01 },
  { name: "adam", learningRate: 0.05 },
  { name: "adamw", learningRate: 0.05 },
  { name: "adagrad", learningRate: 0.1 },
);

/** A 2-2-1 network with the given hidden activation and parameters. */
function twoHidden(hidden: ActivationName, parameters: readonly LayerParameters[]) {
  return {
    network: {
      inputs: 2,
      layers: [
        { units: 2, activation: hidden, bias: true },
        { units: 1, activation: "sigmoid", bias: false },
      ],
    },
    parameters,
    loss: "halfSquaredError",
  } as const;
}

Deno.test("trainNetwork does not depend on the order of hidden units", () => {
  const property = fc.property(activation, weights(8), data, batch, optimizer, (hidden, w, data, batch, optimizer) => {
    const [a, b, c, d, e, f, g, h] = w as [number, number, number, number, number, number, number, number];
    const straight = [{ W: [[a, b], [c, d]], b: [e, f] }, { W: [[g, h]] }];
    const swapped = [{ W: [[c, d], [a, b]], b: [f, e] }, { W: [[h, g]] }];
    const ask = (start: LayerParameters[]) =>
      last(trainNetwork({ ...twoHidden(hidden, start), data, batch, optimizer, epochs: 5 }));
    const first = ask(straight), second = ask(swapped);
    // Addition of two numbers is commutative, so all bits are equal.
    assertEquals(second.outputs, first.outputs);
    const [[v1, v2], [c1, c2], [u1, u2]] = [
      first.parameters[0]!.W,
      first.parameters[0]!.b!,
      first.parameters[1]!.W[0]!,
    ];
    assertEquals(second.parameters, [{ W: [v2!, v1!], b: [c2!, c1!] }, { W: [[u2!, u1!]] }]);
  });
  fc.assert(property, CHECKED);
});

Deno.test("trainNetwork with identity hidden units equals one layer with the product of the weights", () => {
  // Small whole numbers have exact products and sums.
  const whole = fc.integer({ min: -50, max: 50 });
  const property = fc.property(fc.array(whole, { minLength: 12, maxLength: 12 }), (w) => {
    const [a, b, c, d, e, f, g, h, i, j, k, l] = w as [...number[]] & { readonly length: 12 };
    const inputs = [[i!, j!], [k!, l!], [1, 0]], targets = [1, -2, 3];
    const shared = { data: { inputs, targets }, loss: "halfSquaredError", epochs: 0, gradient: true } as const;
    const rule = { optimizer: { name: "gradientDescent", learningRate: 1 } } as const;
    const deep = last(trainNetwork({
      ...shared,
      ...rule,
      network: {
        inputs: 2,
        layers: [{ units: 2, activation: "identity", bias: true }, { units: 1, activation: "identity", bias: false }],
      },
      parameters: [{ W: [[a!, b!], [c!, d!]], b: [e!, f!] }, { W: [[g!, h!]] }],
    }));
    const flat = last(trainNetwork({
      ...shared,
      ...rule,
      network: { inputs: 2, layers: [{ units: 1, activation: "identity", bias: true }] },
      parameters: [{ W: [[g! * a! + h! * c!, g! * b! + h! * d!]], b: [g! * e! + h! * f!] }],
    }));
    assertEquals(deep.outputs, flat.outputs);
    assertEquals(deep.loss, flat.loss);
    // ∂L/∂b of hidden unit u is v_u times that of the flat net; the division by three rows rounds.
    const size = Math.max(1, ...deep.gradient![0]!.b!.map(Math.abs));
    for (const [u, v] of [g!, h!].entries()) {
      assertAlmostEquals(deep.gradient![0]!.b![u]!, v * flat.gradient![0]!.b![0]!, 1e-13 * size);
    }
  });
  fc.assert(property, CHECKED);
});

Deno.test("trainNetwork with mean reduction does not change when the data are duplicated", () => {
  const property = fc.property(activation, weights(8), data, (hidden, w, name) => {
    const start = [{ W: [w.slice(0, 2), w.slice(2, 4)], b: w.slice(4, 6) }, { W: [w.slice(6)] }];
    const bits = FUNCTIONS_OF_TWO.indexOf(name), rows = [[0, 0], [0, 1], [1, 0], [1, 1]];
    const targets = rows.map((_, row) => bits >> (3 - row) & 1);
    const ask = (times: number) =>
      last(trainNetwork({
        ...twoHidden(hidden, start),
        data: {
          inputs: Array.from({ length: times }, () => rows).flat(),
          targets: Array.from({ length: times }, () => targets).flat(),
        },
        optimizer: { name: "gradientDescent", learningRate: 0.5 },
        epochs: 1,
        gradient: true,
      }));
    const once = ask(1), twice = ask(2);
    // Sums of eight terms instead of four: a few roundings of numbers below 10.
    assertAlmostEquals(twice.loss, once.loss, 1e-14);
    for (const part of ["gradient", "parameters"] as const) {
      const expected = flatten(once[part]!);
      for (const [i, number] of flatten(twice[part]!).entries()) assertAlmostEquals(number, expected[i]!, 1e-14);
    }
  });
  fc.assert(property, CHECKED);
});

Deno.test("trainNetwork split at any epoch, and with any checkpoints, gives the same bits", () => {
  const property = fc.property(
    activation,
    weights(8),
    data,
    batch,
    stateless,
    fc.nat(12),
    fc.array(fc.nat(12), { minLength: 1 }),
    (hidden, w, data, batch, optimizer, split, checkpoints) => {
      const start = [{ W: [w.slice(0, 2), w.slice(2, 4)], b: w.slice(4, 6) }, { W: [w.slice(6)] }];
      const run = (parameters: readonly LayerParameters[], epochs: number, checkpoints: readonly number[]) =>
        trainNetwork({ ...twoHidden(hidden, parameters), data, batch, optimizer, epochs, checkpoints });
      const whole = run(start, 12, [split, 12]), part = last(run(start, split, [split]));
      const rest = last(run(part.parameters, 12 - split, [12 - split]));
      assertEquals(part.parameters, whole.checkpoints[0]!.parameters);
      assertEquals(rest.parameters, last(whole).parameters);
      assertEquals(rest.outputs, last(whole).outputs);
      assertEquals(last(run(start, 12, [...checkpoints, 12])), last(whole));
    },
  );
  fc.assert(property, CHECKED);
});

Deno.test("trainNetwork gives a result whose JSON config reproduces the run", () => {
  const property = fc.property(activation, data, batch, optimizer, fc.nat(), (hidden, data, batch, optimizer, seed) => {
    const result = trainNetwork({
      data: { name: data, encoding: "bipolar" },
      network: twoHidden(hidden, []).network,
      seed,
      initializer: "glorotNormal",
      loss: { name: "huber", delta: 0.5 },
      optimizer,
      batch,
      order: "shuffled",
      epochs: 3,
      checkpoints: [0, 2, 3],
      gradient: true,
    });
    assertEquals(trainNetwork(result.config), result);
    assertEquals(JSON.stringify(trainNetwork(JSON.parse(JSON.stringify(result.config)))), JSON.stringify(result));
  });
  fc.assert(property, CHECKED);
});
