/** What trainings must have in common to share a kernel. */
import type { Arithmetic } from "../arithmetic/arithmetic.ts";
import type { Training } from "../training.ts";

/**
 * Gives trainings of one structure the same text: those that do the same operations, whatever the numbers that runs may
 * differ in, which are starting weights, learning rate, targets, and the orders where they change from epoch to epoch.
 *
 * An activation, loss or optimiser is known by what it does to symbols, so settings count where they make a difference.
 */
export function structures(): (training: Training) => string {
  const symbols = new Map<string, number>();
  const number = (text: string) => {
    const known = symbols.get(text) ?? symbols.size;
    symbols.set(text, known);
    return known;
  };
  const m = symbolic(number);
  return (training) => {
    const { network, loss, reduction, optimizer, rows, batch, orders, orderFixed } = training;
    const [z, y, d, rate, w, gradient] = ["z", "y", "d", "rate", "w", "gradient"].map(number) as SixNumbers;
    const layers = network.layers.map(({ inputs, units, activation, biases }) => {
      const a = activation.value(m, z);
      return [inputs, units, biases !== undefined, a, activation.slope(m, z, a)];
    });
    const fused = loss.fused[network.layers.at(-1)!.activation.name];
    const slopes = [loss.slope(m, y, d), fused ? fused(m, y, d) : "", loss.probability(m, y)];
    // an optimiser treats every parameter alike: one tells about all
    const memory = optimizer.memory(1), symbolsOfMemory = memory.map((_, i) => number(`memory ${i}`));
    const step = optimizer.update(m, rate, [gradient], { parameters: [w], memory: symbolsOfMemory });
    const order = orderFixed ? orders().next() : "changing";
    const inputs = rows.map(({ inputs, targets }) => [inputs.map(text), targets.length]);
    return JSON.stringify([layers, slopes, reduction, memory.map(text), optimizer.forgets, step, batch, order, inputs]);
  };
}

type SixNumbers = [number, number, number, number, number, number];

/** An arithmetic on numbered texts: what is done the same way has the same number. */
function symbolic(number: (text: string) => number): Arithmetic<number> {
  const operation = (name: string) => (...operands: readonly number[]) => number(`${name} ${operands}`);
  return {
    constant: (value) => number(`constant ${text(value)}`),
    add: operation("add"),
    sub: operation("sub"),
    mul: operation("mul"),
    div: operation("div"),
    sqrt: operation("sqrt"),
    abs: operation("abs"),
    min: operation("min"),
    max: operation("max"),
    ifLess: operation("ifLess"),
    ifEqual: operation("ifEqual"),
    exp: operation("exp"),
    expm1: operation("expm1"),
    sigmoid: operation("sigmoid"),
    log: operation("log"),
    log1p: operation("log1p"),
    tanh: operation("tanh"),
    erf: operation("erf"),
    sin: operation("sin"),
    cos: operation("cos"),
  };
}

function text(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
