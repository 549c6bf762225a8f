/** One update worked by hand: every product, sum, activation, δ, gradient and new weight, in the lecture's notation. */
import { addGradient, type Example, gradientOf, lossScaleOf } from "../backprop.ts";
import type { ResolvedConfig, TrainConfig } from "../config/config.ts";
import { parseConfig } from "../config/parse_config.ts";
import { EXACT_STYLE, type Labelled, labelled, type LabelledArithmetic } from "../arithmetic/labelled.ts";
import { ADDITIVE_IDENTITY, forward, networkOf } from "../network.ts";
import { flattenState, type TrainingState, unflattenState } from "../components/optimizer_state.ts";
import { reject } from "../input/readers.ts";
import { trainReference } from "../reference.ts";
import { prepare } from "../train_network.ts";
import { batchOf, stepsPerEpoch, type Training } from "../training.ts";
import { type DeltaSymbol, deltaSymbolFor, type Quantity, symbolsOf } from "./quantity.ts";
import { newWorksheet, type WorkedStep, type Worksheet } from "./worksheet.ts";

export { renderWorked, type WorkedStep } from "./worksheet.ts";

/**
 * Works out one update of a training; the first update is 0.
 *
 * The learning rule is the core's own, run over labelled expressions. v is a unit's weighted sum, y its output, x an
 * input, d a target, α the learning rate; w⁽²⁾₁₃ is the weight of the second layer's unit 1 for its input 3, and [2]
 * marks values of row 2 where several rows make one update. δ is ∂L/∂v: the lecture's δ = φ′(v) (d − y) has the other
 * sign, and is added where this is subtracted. The perceptron rule descends no loss; its δ is y − d itself. The
 * optimiser's state is s; a prime marks new values.
 *
 * `style` is that of formulas and numbers; values keep all digits. `delta` writes ∂L/∂v otherwise; as the perceptron
 * rule has no L, it then writes −δ. Throws an InputError if the config is wrong or the run has no such update.
 */
export function workUpdate(
  config: TrainConfig | ResolvedConfig,
  update = 0,
  style = EXACT_STYLE,
  delta: DeltaSymbol = "δ",
): WorkedStep[] {
  const training = prepare(parseConfig(config).config), { network, loss, optimizer } = training;
  const { state, rows } = stateBefore(training, update), { stateFields } = optimizer;
  const symbol = deltaSymbolFor(loss, delta);
  const isSigned = (quantity: Quantity) => symbol === "−δ" && quantity.kind === "unit" && quantity.letter === "δ";
  const m = labelled(), worksheet = newWorksheet(m, symbolsOf(network, rows.length > 1, symbol), style, isSigned);
  const parameters = state.parameters.map((value, index) => worksheet.given({ kind: "parameter", index }, value));
  const stateList = flattenState(stateFields, state.optimizerState);
  const givenState = stateList.map((value, index) => worksheet.given({ kind: "optimizerState", index }, value));
  const optimizerState = unflattenState(stateFields, parameters.length, givenState);
  const rate = worksheet.given({ kind: "learningRate" }, training.learningRate);
  const work: Work = { m, worksheet, training, lossScale: lossScaleOf(training, rows.length), parameters };

  const examples = rows.map((row) => workRow(work, row));
  const gradient = gradientOf(m, training, parameters, examples);
  const updated = optimizer.update(m, rate, gradient, { parameters, optimizerState });
  const isLastOfEpoch = (update + 1) % stepsPerEpoch(training) === 0;
  const after = isLastOfEpoch && optimizer.endEpoch ? optimizer.endEpoch(m, updated) : updated;
  const defineAll = (section: string, values: readonly Labelled[], quantityOf: (index: number) => Quantity) =>
    values.forEach((value, index) => worksheet.define(section, quantityOf(index), value));
  const gradientSection = loss.isMinimized
    ? "Gradient: ∂w stands for ∂L/∂w"
    : "Correction: ∂w stands for δ·x, which the rule takes away; it descends no loss";
  const newState = flattenState(stateFields, after.optimizerState);
  defineAll(gradientSection, gradient, (index) => ({ kind: "gradient", index }));
  defineAll("What the optimiser remembers", newState, (index) => ({ kind: "optimizerState", index, updated: true }));
  defineAll("New weights", after.parameters, (index) => ({ kind: "parameter", index, updated: true }));
  return worksheet.steps;
}

/** An update that is being worked out. */
interface Work {
  readonly m: LabelledArithmetic;
  readonly worksheet: Worksheet;
  readonly training: Training;
  readonly lossScale: number;
  readonly parameters: readonly Labelled[];
}

/** Forward and backward through one row. */
function workRow(work: Work, row: number): Example<Labelled> {
  const { m, worksheet, training: { network, loss, rows }, parameters } = work;
  const { inputs, targets } = rows[row]!;
  const example = {
    inputs: inputs.map((value, index) => worksheet.given({ kind: "input", index, row }, value)),
    targets: targets.map((value, unit) => worksheet.given({ kind: "output", letter: "d", unit, row }, value)),
  };
  const { z, a } = forward(m, network, parameters, example.inputs), { layers } = network, last = layers.length - 1;
  const define = (part: string, quantity: Quantity, value: Labelled) =>
    worksheet.define(`Row ${row + 1}, x = (${inputs.join(", ")}), d = ${targets.join(", ")}: ${part}`, quantity, value);

  for (const layer of layers.keys()) {
    z[layer]!.forEach((v, unit) => define("forward", { kind: "unit", letter: "v", layer, unit, row }, v));
    a[layer + 1]!.forEach((y, unit) => define("forward", { kind: "unit", letter: "y", layer, unit, row }, y));
  }
  for (const [unit, d] of example.targets.entries()) {
    const y = a[last + 1]![unit]!, at = { kind: "output", unit, row } as const;
    if (loss.isMinimized) define("loss", { ...at, letter: "L" }, loss.value(m, y, d));
    define(loss.isMinimized ? "loss" : "mistake", { ...at, letter: "e" }, m.sub(d, y));
  }
  for (const [layer, deltas] of [...deltasOf(work, example).entries()].reverse()) {
    const { activation } = layers[layer]!, isFused = layer === last && loss.fused[activation.name] !== undefined;
    for (const [unit, delta] of deltas.entries()) {
      const v = z[layer]![unit]!, y = a[layer + 1]![unit]!, at = { kind: "unit", layer, unit, row } as const;
      if (layer === last && !isFused) {
        define("back", { ...at, letter: "∂L/∂y" }, loss.derivative(m, y, example.targets[unit]!));
      }
      if (!isFused) define("back", { ...at, letter: "φ′(v)" }, activation.derivative(m, v, y));
      define("back", { ...at, letter: "δ" }, delta);
    }
  }
  return example;
}

/** The δ of every unit, which is the gradient of its bias. A bias of −0 gives each unit one and changes no value. */
function deltasOf({ m, training, lossScale, parameters }: Work, example: Example<Labelled>): Labelled[][] {
  const { network: { inputs, layers }, loss } = training, neutral = m.constant(ADDITIVE_IDENTITY);
  const biased = networkOf(inputs, layers.map(({ units, activation }) => ({ units, activation, bias: true })));
  const padded = layers.flatMap(({ inputs, units, weights, biases }) => [
    ...parameters.slice(weights, weights + units * inputs),
    ...biases === undefined ? new Array<Labelled>(units).fill(neutral) : parameters.slice(biases, biases + units),
  ]);
  const gradient = new Array<Labelled>(biased.parameterCount).fill(neutral);
  addGradient(m, biased, loss, lossScale, padded, example, gradient);
  return biased.layers.map(({ biases, units }) => gradient.slice(biases, biases! + units));
}

/** The reference engine's state just before an update, and the indices of the rows that the update uses. */
function stateBefore(training: Training, update: number) {
  if (!Number.isSafeInteger(update) || update < 0) reject("update", "a whole number of at least 0", update);
  const { optimizer, steps } = training, perEpoch = stepsPerEpoch(training);
  let state: unknown, made = 0;
  trainReference({
    ...training,
    steps: Math.min(update + 1, steps),
    checkpoints: [],
    optimizer: {
      ...optimizer,
      update: (m, rate, gradient, before) => {
        state = before;
        made++;
        return optimizer.update(m, rate, gradient, before);
      },
    },
  });
  if (made <= update) reject("update", `below ${made}, the number of updates in the run`, update);
  const orders = training.orders();
  let order = orders.next();
  for (let step = perEpoch; step <= update; step += perEpoch) order = orders.next();
  const batch = batchOf(training, order, update % perEpoch);
  // The reference engine computes with plain numbers.
  return { state: state as TrainingState<number>, rows: batch.map((row) => training.rows.indexOf(row)) };
}
