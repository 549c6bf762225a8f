import { assert, assertEquals, assertThrows } from "@std/assert";
import { type ActivationName, ACTIVATIONS } from "../../../core/components/activations.ts";
import type { TrainConfig } from "../../../core/config/config.ts";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { LOSSES, type LossName } from "../../../core/components/losses.ts";
import { flatten, type LayerParameters } from "../../../core/network.ts";
import { OPTIMIZERS } from "../../../core/components/optimizers.ts";
import { InputError } from "../../../core/input/input_error.ts";
import { trainNetwork } from "../../../core/train_network.ts";
import { renderWorked, type WorkedStep, workUpdate } from "../../../core/worked/work_update.ts";

const XOR = {
  data: { name: "xor", constant: true },
  network: {
    inputs: 3,
    layers: [{ units: 2, activation: "sigmoid", bias: false }, { units: 1, activation: "sigmoid", bias: true }],
  },
  seed: 5,
  loss: "halfSquaredError",
  optimizer: { name: "gradientDescent", learningRate: 0.9 },
  batch: "online",
  epochs: 4,
} as const satisfies TrainConfig;

const valuesOf = (steps: readonly WorkedStep[], section: string) =>
  steps.filter((step) => step.section === section && /^[wb][^·]*′$/.test(step.symbol)).map(({ value }) => value);

/** The same parameters by training: those after the update. */
function trained(config: TrainConfig, update: number): number[] {
  const { epochs: _, ...timeless } = config;
  const result = trainNetwork({ ...timeless, steps: update + 1, unit: "step", checkpoints: [update + 1] });
  return flatten(result.checkpoints[0]!.parameters as LayerParameters[]);
}

function assertSameEnd(config: TrainConfig, update: number): void {
  const steps = workUpdate(config, update), expected = trained(config, update);
  assertEquals(valuesOf(steps, "New weights"), expected);
  for (const line of renderWorked(steps).split("\n")) assert([...line].length <= 100, line);
}

for (const name of Object.keys(OPTIMIZERS)) {
  if (name === "perceptron") continue;
  Deno.test(`workUpdate ends with the run's own numbers under ${name}, bit for bit, at any update`, () => {
    const optimizer = { name, learningRate: 0.1 } as TrainConfig["optimizer"];
    for (const update of [0, 1, 4, 15]) assertSameEnd({ ...XOR, optimizer }, update);
    for (const batch of ["full", 3] as const) assertSameEnd({ ...XOR, optimizer, batch, order: "shuffled" }, 3);
  });
}

Deno.test("workUpdate ends with the run's own numbers when momentum resets each epoch", () => {
  const optimizer = { name: "momentum", learningRate: 0.1, reset: "epoch" } as const;
  for (const update of [3, 4, 6]) assertSameEnd({ ...XOR, optimizer }, update);
});

/** Settings that change the gradient, the target or the rate. */
const REGULARISED = {
  ...XOR,
  loss: { name: "crossEntropy", smoothing: 0.2 },
  optimizer: {
    name: "momentum",
    learningRate: 0.1,
    weightDecay: 0.01,
    clipNorm: 0.2,
    schedule: { name: "step", every: 2, decay: 0.5 },
  },
} as const satisfies TrainConfig;

Deno.test("workUpdate ends with the run's own numbers with smoothing, clipping, decay and schedules", () => {
  const { optimizer } = REGULARISED;
  for (const update of [0, 3, 4, 7, 8, 15]) assertSameEnd(REGULARISED, update);
  for (const schedule of [{ name: "exponential", decay: 0.9 }, { name: "inverseTime", decay: 0.9 }] as const) {
    assertSameEnd({ ...REGULARISED, optimizer: { ...optimizer, schedule, reset: "epoch" }, batch: 3 }, 6);
  }
});

Deno.test("workUpdate shows the schedule's state as the next epoch finds it", () => {
  const stateAfter = (update: number) =>
    workUpdate(REGULARISED, update).filter(({ defines }) => defines?.kind === "optimizerState").map(({ value }) =>
      value
    )
      .slice(-2);
  // the epochs since the last change, and the factor of the rate
  assertEquals([2, 3, 6, 7, 10, 11, 15].map(stateAfter), [[0, 1], [1, 1], [1, 1], [0, 0.5], [0, 0.5], [1, 0.5], [
    0,
    0.25,
  ]]);
});

Deno.test("workUpdate ends with the run's own numbers for every activation and loss", () => {
  for (const activation of Object.keys(ACTIVATIONS) as ActivationName[]) {
    for (const loss of Object.keys(LOSSES) as LossName[]) {
      const output = loss === "crossEntropy" ? "sigmoid" : activation;
      const layers = [{ units: 2, activation, bias: true }, { units: 1, activation: output, bias: false }] as const;
      assertSameEnd({ ...XOR, network: { inputs: 3, layers }, loss }, 2);
    }
  }
});

Deno.test("workUpdate ends with the run's own numbers for the perceptron and for several outputs", () => {
  const step = { units: 1, activation: "step", bias: true } as const;
  assertSameEnd({
    data: "and",
    network: { inputs: 2, layers: [step] },
    seed: 2,
    optimizer: { name: "perceptron", learningRate: 1 },
    batch: "online",
    epochs: 3,
  }, 7);
  const data = { inputs: [[1, 0], [0.5, -1]], targets: [[0, 1], [1, 0]] };
  const layer = { units: 2, activation: "tanh", bias: true } as const;
  assertSameEnd({ ...XOR, data, network: { inputs: 2, layers: [layer, layer] } }, 3);
});

/** Evaluates a line of numbers with the core's functions and JavaScript's precedence. */
function evaluated(numbers: string): number {
  const code = numbers.replaceAll("·", "*").replaceAll("√", "sqrt").replace(/\|([^|]*)\|/g, "abs($1)");
  const names = ["exp", "expm1", "sigmoid", "log", "log1p", "tanh", "erf", "sin", "cos", "sqrt", "abs"] as const;
  const functions = names.map((name) => NUMBERS[name]);
  return new Function(...names, `return ${code}`)(...functions);
}

Deno.test("workUpdate's lines of numbers evaluate to their values, bit for bit", () => {
  for (const activation of Object.keys(ACTIVATIONS) as ActivationName[]) {
    for (const name of ["gradientDescent", "adam"] as const) {
      const layers = [{ units: 2, activation, bias: true }, { units: 1, activation: "sigmoid", bias: false }] as const;
      const optimizer = { name, learningRate: 0.1 };
      for (const step of workUpdate({ ...XOR, network: { inputs: 3, layers }, optimizer, batch: 2 }, 3)) {
        assertEquals(evaluated(step.numbers), step.value, `${step.symbol} = ${step.numbers}`);
      }
    }
  }
});

Deno.test("workUpdate's lines of numbers evaluate to their values with smoothing, clipping, decay and schedules", () => {
  for (const update of [5, 7, 9]) {
    for (const step of workUpdate(REGULARISED, update)) {
      assertEquals(evaluated(step.numbers), step.value, `${step.symbol} = ${step.numbers}`);
    }
  }
});

Deno.test("workUpdate explains each symbol before it is used; weights, inputs, targets and the rate are given", () => {
  for (const batch of ["online", "full"] as const) {
    const explained: string[] = [];
    for (
      const { symbol, formula } of workUpdate({ ...XOR, optimizer: { name: "adam", learningRate: 0.1 }, batch }, 1)
    ) {
      const rest = explained.reduce((text, known) => text.replaceAll(known, ""), formula);
      assert(!/[vyeδLφ∂′]/.test(rest.replaceAll("exp", "").replaceAll("e-8", "")), `${rest} in ${symbol} = ${formula}`);
      explained.push(symbol);
      explained.sort((a, b) => b.length - a.length); // the longest first: v₁ is part of φ′(v₁)
    }
  }
});

Deno.test("workUpdate gives row, quantity and operands of each step as data", () => {
  const steps = workUpdate({ ...XOR, batch: "full" });
  const find = (symbol: string) => {
    const { row, defines, mentions } = steps.find((step) => step.symbol === symbol)!;
    return { row, defines, mentions };
  };
  const weight = { kind: "parameter", index: 1 } as const,
    hidden = { kind: "unit", layer: 0, unit: 0, row: 2 } as const;
  const input = { kind: "input", index: 1, row: 2 } as const;
  assertEquals(find("w⁽¹⁾₁₂·x₂[3]"), { row: 2, defines: undefined, mentions: [weight, input] });
  assertEquals(find("φ′(v⁽¹⁾₁[3])"), {
    row: 2,
    defines: { ...hidden, letter: "φ′(v)" },
    mentions: [{ ...hidden, letter: "y" }],
  });
  assertEquals(find("w⁽¹⁾₁₂′"), {
    row: undefined,
    defines: { ...weight, updated: true },
    mentions: [weight, { kind: "learningRate" }, { kind: "gradient", index: 1 }],
  });
});

Deno.test("workUpdate writes ∂L/∂v as −δ or as the derivative, with brackets where a sign needs them, and equal values", () => {
  const values = workUpdate(XOR, 2).map(({ value }) => value);
  const formulas = (delta: "−δ" | "∂L/∂v") => {
    const steps = workUpdate(XOR, 2, undefined, delta);
    assertEquals(steps.map(({ value }) => value), values);
    return steps.map(({ symbol, formula }) => `${symbol} = ${formula}`);
  };
  const added = formulas("−δ"), taken = formulas("∂L/∂v");
  for (const line of ["−δ⁽²⁾ = ∂L/∂y⁽²⁾·φ′(v⁽²⁾)", "−δ⁽¹⁾₁ = w⁽²⁾₁·(−δ⁽²⁾)·φ′(v⁽¹⁾₁)", "∂b⁽²⁾ = −δ⁽²⁾"]) {
    assert(added.includes(line), line);
  }
  for (const line of ["∂L/∂v⁽²⁾ = ∂L/∂y⁽²⁾·φ′(v⁽²⁾)", "∂L/∂v⁽¹⁾₁ = w⁽²⁾₁·∂L/∂v⁽²⁾·φ′(v⁽¹⁾₁)", "∂b⁽²⁾ = ∂L/∂v⁽²⁾"]) {
    assert(taken.includes(line), line);
  }
  assert(!taken.some((line) => line.includes("δ")));
});

Deno.test("workUpdate writes −δ in either notation for the perceptron rule, which descends no loss", () => {
  const perceptron: TrainConfig = {
    data: "and",
    network: { inputs: 2, layers: [{ units: 1, activation: "step", bias: true }] },
    seed: 2,
    optimizer: { name: "perceptron", learningRate: 1 },
    batch: "online",
    epochs: 1,
  };
  for (const delta of ["−δ", "∂L/∂v"] as const) {
    const symbols = workUpdate(perceptron, 0, undefined, delta).map(({ symbol }) => symbol);
    assert(symbols.includes("−δ"), symbols.join(" "));
  }
});

Deno.test("workUpdate rejects an update that the run does not make", () => {
  const messageFor = (update: number, config: TrainConfig = XOR) =>
    assertThrows(() => workUpdate(config, update), InputError).message;
  assertEquals(messageFor(16), "update must be below 16, the number of updates in the run, but is 16");
  assertEquals(messageFor(-1), "update must be a whole number of at least 0, but is -1");
  assertEquals(messageFor(0.5), "update must be a whole number of at least 0, but is 0.5");
  assertEquals(
    messageFor(0, { ...XOR, epochs: 0 }),
    "update must be below 0, the number of updates in the run, but is 0",
  );
  const stop = { maxError: 10 }; // met by the first check
  assertEquals(
    messageFor(60, { ...XOR, epochs: 100, stop }),
    "update must be below 40, the number of updates in the run, but is 60",
  );
});
