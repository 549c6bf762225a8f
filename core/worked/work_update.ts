/** One update worked by hand: every product, sum, activation, δ, gradient and new weight, as the lecture writes them. */
import { type Example, gradientOf } from "../backprop.ts";
import { parseConfig, type ResolvedConfig, type TrainConfig } from "../config/config.ts";
import { type Labelled, labelled, type LabelledArithmetic } from "../arithmetic/labelled.ts";
import { forward, networkOf, NOTHING } from "../network.ts";
import type { Step } from "../components/optimizers.ts";
import { reject } from "../input/readers.ts";
import { trainReference } from "../reference.ts";
import { prepare } from "../train_network.ts";
import { batchOf, shareOf, stepsPerEpoch, type Training } from "../training.ts";
import { newPage, type Page, type WorkedStep } from "./page.ts";
import { type Symbols, symbolsOf } from "./symbols.ts";

export type { WorkedStep } from "./page.ts";
export { renderWorked } from "./text.ts";

/**
 * Works out one update of a training, the first being 0.
 *
 * The rule is the core's own, run over labelled expressions. v is a unit's weighted sum, y its output, x an input, d a
 * target, α the learning rate; w⁽²⁾₁₃ is the weight of the second layer's unit 1 for its input 3, and [2] marks values of
 * row 2 where several rows make one update. δ is ∂L/∂v: the lecture's δ = φ′(v) (d − y) has the other sign, and is added
 * where this is subtracted. The perceptron's rule descends no loss; its δ is y − d itself. What an optimiser remembers is
 * s; what is new has a prime.
 *
 * Throws an InputError where the config is wrong, or the run has no such update.
 */
export function workUpdate(config: TrainConfig | ResolvedConfig, update = 0): WorkedStep[] {
  const training = prepare(parseConfig(config).config), { network, loss, optimizer } = training;
  const { state, rows } = stateBefore(training, update);
  const m = labelled(), page = newPage(), symbols = symbolsOf(network, rows.length > 1);
  const parameters = state.parameters.map((value, i) => m.named(symbols.parameter(i), value));
  const memory = state.memory.map((value, i) => m.named(symbols.memory(i), value));
  const work: Work = { m, page, symbols, training, share: shareOf(training, rows.length), parameters };

  const examples = rows.map((row) => tellRow(work, row));
  const gradient = gradientOf(m, network, loss, work.share, parameters, examples);
  for (const [i, slope] of gradient.entries()) {
    page.tell(loss.isDescended ? GRADIENT : CORRECTION, `∂${symbols.parameter(i)}`, slope);
  }
  const after = optimizer.update(m, m.named("α", training.learningRate), gradient, { parameters, memory });
  for (const [i, kept] of after.memory.entries()) {
    page.tell("What the optimiser remembers", `${symbols.memory(i)}′`, kept);
  }
  for (const [i, weight] of after.parameters.entries()) {
    page.tell("New weights", `${symbols.parameter(i)}′`, weight);
  }
  return page.steps;
}

const GRADIENT = "Gradient: ∂w stands for ∂L/∂w";
const CORRECTION = "Correction: ∂w stands for δ·x, which the rule takes away; it descends no loss";

/** An update that is being worked out. */
interface Work {
  readonly m: LabelledArithmetic;
  readonly page: Page;
  readonly symbols: Symbols;
  readonly training: Training;
  /** What each row's gradient counts for. */
  readonly share: number;
  readonly parameters: readonly Labelled[];
}

/** Forward and back through one row. */
function tellRow(work: Work, row: number): Example<Labelled> {
  const { m, page, symbols, training, parameters } = work, { network: { layers }, loss } = training;
  const { inputs, targets } = training.rows[row]!;
  const at = `Row ${row + 1}, x = (${inputs.join(", ")}), d = ${targets.join(", ")}`;
  const example = {
    inputs: inputs.map((value, i) => m.named(symbols.input(i, row), value)),
    targets: targets.map((value, unit) => m.named(symbols.output("d", unit, row), value)),
  };
  const { z, a } = forward(m, training.network, parameters, example.inputs), last = layers.length - 1;

  for (const l of layers.keys()) {
    for (const [unit, v] of z[l]!.entries()) page.tell(`${at}: forward`, symbols.unit("v", l, unit, row), v);
    for (const [unit, y] of a[l + 1]!.entries()) page.tell(`${at}: forward`, symbols.unit("y", l, unit, row), y);
  }
  for (const [unit, d] of example.targets.entries()) {
    const y = a[last + 1]![unit]!;
    const part = `${at}: ${loss.isDescended ? "loss" : "mistake"}`;
    if (loss.isDescended) page.tell(part, symbols.output("L", unit, row), loss.value(m, y, d));
    page.tell(part, symbols.output("e", unit, row), m.sub(d, y));
  }
  for (const [l, deltas] of [...deltasOf(work, example).entries()].reverse()) {
    const { activation } = layers[l]!, fused = l === last && loss.fused[activation.name] !== undefined;
    for (const [unit, delta] of deltas.entries()) {
      const v = z[l]![unit]!, y = a[l + 1]![unit]!, symbol = (letter: string) => symbols.unit(letter, l, unit, row);
      if (l === last && !fused) {
        page.tell(`${at}: back`, `∂L/∂${symbol("y")}`, loss.slope(m, y, example.targets[unit]!));
      }
      if (!fused) page.tell(`${at}: back`, `φ′(${symbol("v")})`, activation.slope(m, v, y));
      page.tell(`${at}: back`, symbol("δ"), delta);
    }
  }
  return example;
}

/** The δ of every unit: what the gradient of its bias would be. A bias of −0 gives each unit one, and changes nothing. */
function deltasOf({ m, training, share, parameters }: Work, example: Example<Labelled>): Labelled[][] {
  const { network: { inputs, layers }, loss } = training, nothing = m.constant(NOTHING);
  const twin = networkOf(inputs, layers.map(({ units, activation }) => ({ units, activation, bias: true })));
  const padded = layers.flatMap(({ inputs, units, weights, biases }) => [
    ...parameters.slice(weights, weights + units * inputs),
    ...biases === undefined ? new Array<Labelled>(units).fill(nothing) : parameters.slice(biases, biases + units),
  ]);
  const gradient = gradientOf(m, twin, loss, share, padded, [example]);
  return twin.layers.map(({ biases, units }) => gradient.slice(biases, biases! + units));
}

/** What the reference engine holds just before an update, and the rows that make it. */
function stateBefore(
  training: Training,
  update: number,
): { readonly state: Step<number>; readonly rows: readonly number[] } {
  if (!Number.isSafeInteger(update) || update < 0) reject("update", "a whole number of at least 0", update);
  const { optimizer, steps } = training;
  let order: readonly number[] = [], state: unknown, made = 0;
  trainReference({
    ...training,
    steps: Math.min(update + 1, steps),
    checkpoints: [],
    orders: () => {
      const orders = training.orders();
      return { ...orders, next: () => order = orders.next() };
    },
    optimizer: {
      ...optimizer,
      update: (m, rate, gradient, step) => {
        state = step;
        made++;
        return optimizer.update(m, rate, gradient, step);
      },
    },
  });
  if (made <= update) reject("update", `below ${made}, the number of updates in the run`, update);
  const drawn = batchOf(training, order, update % stepsPerEpoch(training));
  // The reference engine learns from plain numbers.
  return { state: state as Step<number>, rows: drawn.map((row) => training.rows.indexOf(row)) };
}
