/** The structure of a training: what runs must have in common to share kernels. */
import type { Arithmetic } from "../arithmetic/arithmetic.ts";
import { NUMBERS } from "../arithmetic/elementary.ts";
import { initialStateList, unflattenState } from "../components/optimizer_state.ts";
import type { Training } from "../training.ts";
import { getOrAdd } from "./maps.ts";
import { readsAllRows } from "./plan/kernel_plan.ts";

/**
 * Returns a function from trainings to keys. Keys are equal if the trainings do the same operations.
 *
 * Not part of the structure: starting weights, learning rate, targets, and row orders that change from epoch to epoch;
 * nor, if kernels read all rows from the row list, the inputs and a fixed order.
 * Activations, losses and optimisers are compared by their results on symbols, so settings count if they make a
 * difference.
 */
export function createStructureKeys(): (training: Training) => string {
  const symbols = new Map<string, number>();
  const symbol = (text: string) => getOrAdd(symbols, text, () => symbols.size);
  const m = symbolicArithmetic(symbol);
  const [z, y, d, rate, w] = [symbol("z"), symbol("y"), symbol("d"), symbol("rate"), symbol("w")];
  const gradient = symbol("gradient");
  return (training) => {
    const { network, loss, reduction, optimizer, rows, batch, orders, orderFixed } = training;
    const layers = network.layers.map(({ inputs, units, activation, biases }) => {
      const a = activation.value(m, z);
      return [inputs, units, biases !== undefined, a, activation.derivative(m, z, a)];
    });
    const fused = loss.fused[network.layers.at(-1)!.activation.name];
    const lossSymbols = [loss.derivative(m, y, d), fused ? fused(m, y, d) : "", loss.probability(m, y)];
    // an optimiser treats all parameters the same, so one is enough
    const { stateFields, startEpoch, endEpoch } = optimizer, initial = initialStateList(stateFields, 1).map(textOf);
    const optimizerState = unflattenState(stateFields, 1, initial.map((_, i) => symbol(`state ${i}`)));
    const state = { parameters: [w], optimizerState };
    const steps = [optimizer.update(m, rate, [gradient], state), startEpoch?.(m, state), endEpoch?.(m, state)];
    const isListed = readsAllRows(training);
    const order = orderFixed ? isListed || orders().next() : "changing";
    const inputs = isListed
      ? [rows.length, rows[0]!.inputs.length, rows[0]!.targets.length]
      : rows.map(({ inputs, targets }) => [inputs.map(textOf), targets.length]);
    return JSON.stringify([layers, lossSymbols, reduction, initial, steps, batch, order, inputs]);
  };
}

/** An arithmetic on symbols: equal expressions have the same symbol. */
function symbolicArithmetic(symbol: (text: string) => number): Arithmetic<number> {
  const operations = Object.keys(NUMBERS).map((name) =>
    [name, (...operands: readonly number[]) => symbol(`${name} ${operands}`)] as const
  );
  const constant = (value: number) => symbol(`constant ${textOf(value)}`);
  return { ...NUMBERS, ...Object.fromEntries(operations), constant };
}

function textOf(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
