/** One update worked by hand: every product, sum, activation, δ, gradient and new weight, as the lecture writes them. */
import { type Example, gradientOf } from "./backprop.ts";
import { parseConfig, type ResolvedConfig, type TrainConfig } from "./config.ts";
import { formula, HOLD, type Labelled, labelled, type LabelledArithmetic, numberText, type Text } from "./labelled.ts";
import { forward, type Network, networkOf, NOTHING } from "./network.ts";
import type { Step } from "./optimizers.ts";
import { complain } from "./reading.ts";
import { trainReference } from "./reference.ts";
import { prepare } from "./train.ts";
import { batchOf, shareOf, stepsPerEpoch, type Training } from "./training.ts";

/** One line of the calculation. */
export interface WorkedStep {
  /** The part of the update that it belongs to. */
  readonly section: string;
  readonly symbol: string;
  /** What it is made of, in symbols. */
  readonly formula: string;
  /** The same in numbers. */
  readonly numbers: string;
  readonly value: number;
}

/**
 * Works out one update of a training, the first being 0.
 *
 * The rule is the core's own, run over labelled expressions. v is a unit's weighted sum, y its output, x an input, d a
 * target, α the learning rate; w⁽²⁾₁₃ is the weight of the second layer's unit 1 for its input 3, and [2] marks values of
 * row 2 where several rows make one update. δ is ∂L/∂v: the lecture's δ = φ′(v) (d − y) has the other sign, and is added
 * where this is subtracted. What an optimiser remembers is s; what is new has a prime.
 *
 * Throws an InputError where the config is wrong, or the run has no such update.
 */
export function workUpdate(config: TrainConfig | ResolvedConfig, update = 0): WorkedStep[] {
  const training = prepare(parseConfig(config).config), { network, loss, optimizer } = training;
  const { state, rows } = stateBefore(training, update);
  const m = labelled(), page = newPage(), name = naming(network, rows.length > 1);
  const share = shareOf(training, rows.length);
  const parameters = state.parameters.map((value, i) => m.named(name.parameter(i), value));
  const memory = state.memory.map((value, i) => m.named(name.memory(i), value));
  const rate = m.named("α", training.learningRate);

  const examples = rows.map((row): Example<Labelled> => {
    const { inputs, targets } = training.rows[row]!, at = `Row ${row + 1}, x = (${inputs.join(", ")})`;
    const example = {
      inputs: inputs.map((value, i) => m.named(name.input(i, row), value)),
      targets: targets.map((value, unit) => m.named(name.output("d", unit, row), value)),
    };
    tellRow(m, page, name, training, share, parameters, example, row, `${at}, d = ${targets.join(", ")}`);
    return example;
  });

  const gradient = gradientOf(m, network, loss, share, parameters, examples);
  for (const [i, slope] of gradient.entries()) {
    page.tell("Gradient: ∂w stands for ∂L/∂w", `∂${name.parameter(i)}`, slope);
  }
  const after = optimizer.update(m, rate, gradient, { parameters, memory });
  for (const [i, kept] of after.memory.entries()) {
    page.tell("What the optimiser remembers", `${name.memory(i)}′`, kept);
  }
  for (const [i, weight] of after.parameters.entries()) {
    page.tell("New weights", `${name.parameter(i)}′`, weight);
  }
  return page.steps;
}

/** The steps as text: section by section, no line wider than 100 columns. */
export function renderWorked(steps: readonly WorkedStep[]): string {
  let section = "";
  const lines = steps.flatMap((step) => {
    const heading = step.section === section ? [] : [...section ? [""] : [], ...wrapped(step.section, "", "  ")];
    section = step.section;
    return [...heading, ...stepLines(step)];
  });
  return lines.map((line) => `${line}\n`).join("");
}

const WIDTH = 100;

function stepLines({ symbol, formula, numbers, value }: WorkedStep): string[] {
  const pieces = [symbol, formula, numbers, String(value)].filter((piece, i, all) => i === 0 || piece !== all[i - 1]);
  const line = `  ${pieces.join(" = ")}`;
  if (line.length <= WIDTH) return [line];
  const [first, ...rest] = pieces;
  return [`  ${first}`, ...rest.flatMap((piece) => wrapped(piece, "    = ", "      "))];
}

/** A text broken at spaces into lines that fit. */
function wrapped(text: string, first: string, later: string): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(" ")) {
    const fresh = line === first || line === later;
    if (!fresh && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = later + word;
    } else line += fresh ? word : ` ${word}`;
  }
  return [...lines, line];
}

/** The steps so far, and what they have named. */
interface Page {
  readonly steps: WorkedStep[];
  /** Tells how a value is made, product by product, and gives it a name. */
  tell(section: string, symbol: string, value: Labelled): void;
}

function newPage(): Page {
  const steps: WorkedStep[] = [], names = new Map<Labelled, Text>();
  const symbols = (value: Labelled) => names.get(value);
  const numbers = (value: Labelled) =>
    names.has(value) || value.made.by === "name" ? numberText(value.value) : undefined;
  const write = (section: string, symbol: Text | undefined, value: Labelled) => {
    const known = names.get(value), text = known ?? formula(value, symbols);
    const inNumbers = known ? numberText(value.value) : formula(value, numbers);
    const given = symbol ?? text;
    steps.push({ section, symbol: given.text, formula: text.text, numbers: inNumbers.text, value: value.value });
    // A constant keeps its own face; what has two names goes by the last one (y where it is v).
    if ("operands" in value.made) names.set(value, given);
  };
  const isKnown = (value: Labelled): boolean =>
    names.has(value) || !("operands" in value.made) ||
    (value.made.by === "choice" && value.made.operands.every(isKnown));
  /** Products of two known values get a line of their own before what they are part of. */
  const writeProducts = (section: string, value: Labelled) => {
    if (isKnown(value) || !("operands" in value.made)) return;
    for (const part of value.made.operands) {
      writeProducts(section, part);
      if (!isKnown(part) && part.made.by === "mul" && part.made.operands.every(isKnown)) {
        write(section, undefined, part);
      }
    }
  };
  return {
    steps,
    tell(section, symbol, value) {
      writeProducts(section, value);
      write(section, { text: symbol, hold: HOLD.atom }, value);
    },
  };
}

/** Forward and back through one row. */
function tellRow(
  m: LabelledArithmetic,
  page: Page,
  name: Naming,
  { network, loss }: Training,
  share: number,
  parameters: readonly Labelled[],
  example: Example<Labelled>,
  row: number,
  at: string,
): void {
  const pass = forward(m, network, parameters, example.inputs);
  for (const [l, { units }] of network.layers.entries()) {
    for (let unit = 0; unit < units; unit++) {
      page.tell(`${at}: forward`, name.unit("v", l, unit, row), pass.z[l]![unit]!);
    }
    for (let unit = 0; unit < units; unit++) {
      page.tell(`${at}: forward`, name.unit("y", l, unit, row), pass.a[l + 1]![unit]!);
    }
  }
  const last = network.layers.length - 1, outputs = pass.a[last + 1]!;
  for (const [unit, y] of outputs.entries()) {
    const d = example.targets[unit]!;
    page.tell(`${at}: loss`, name.output("L", unit, row), loss.value(m, y, d));
    page.tell(`${at}: loss`, name.output("e", unit, row), m.sub(d, y));
  }
  const deltas = deltasOf(m, network, loss, share, parameters, example);
  for (let l = last; l >= 0; l--) {
    const { units, activation } = network.layers[l]!;
    for (let unit = 0; unit < units; unit++) {
      const fused = l === last && loss.fused[activation.name] !== undefined, z = pass.z[l]![unit]!;
      const section = `${at}: back`, a = pass.a[l + 1]![unit]!;
      if (l === last && !fused) {
        page.tell(section, `∂L/∂${name.unit("y", l, unit, row)}`, loss.slope(m, a, example.targets[unit]!));
      }
      if (!fused) page.tell(section, `φ′(${name.unit("v", l, unit, row)})`, activation.slope(m, z, a));
      page.tell(section, name.unit("δ", l, unit, row), deltas[l]![unit]!);
    }
  }
}

/** The δ of every unit: what the gradient of its bias would be. A bias of −0 gives each unit one, and changes nothing. */
function deltasOf(
  m: LabelledArithmetic,
  { inputs, layers }: Network,
  loss: Training["loss"],
  share: number,
  parameters: readonly Labelled[],
  example: Example<Labelled>,
): Labelled[][] {
  const twin = networkOf(inputs, layers.map(({ units, activation }) => ({ units, activation, bias: true })));
  const nothing = m.constant(NOTHING);
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
  const { optimizer, steps } = training, states: Step<number>[] = [];
  if (!Number.isSafeInteger(update) || update < 0) complain("update", "a whole number of at least 0", update);
  let order: readonly number[] = [];
  trainReference({
    ...training,
    steps: Math.min(update + 1, steps),
    checkpoints: [],
    orders: () => {
      const next = training.orders();
      return () => order = next();
    },
    optimizer: {
      ...optimizer,
      update(m, rate, gradient, step) {
        // The engine learns from numbers.
        states.push(step as unknown as Step<number>);
        return optimizer.update(m, rate, gradient, step);
      },
    },
  });
  const state = states[update];
  if (!state) return complain("update", `below ${states.length}, the number of updates in the run`, update);
  const drawn = batchOf(training, order, update % stepsPerEpoch(training));
  return { state, rows: drawn.map((row) => training.rows.indexOf(row)) };
}

/** The symbols of a net's numbers. */
interface Naming {
  parameter(index: number): string;
  memory(index: number): string;
  input(index: number, row: number): string;
  /** A value at an output, such as d or e. */
  output(letter: string, unit: number, row: number): string;
  /** A value of a unit, such as v, y or δ. */
  unit(letter: string, layer: number, unit: number, row: number): string;
}

/** Marks of layers, units and rows are left out where there is only one. */
function naming({ layers }: Network, manyRows: boolean): Naming {
  const ofLayer = (l: number) => layers.length > 1 ? `⁽${marked(l + 1, "⁰¹²³⁴⁵⁶⁷⁸⁹")}⁾` : "";
  const ofRow = (row: number) => manyRows ? `[${row + 1}]` : "";
  const below = (...indices: readonly number[]) => {
    const texts = indices.map((index) => marked(index + 1, "₀₁₂₃₄₅₆₇₈₉"));
    return texts.join(indices.some((index) => index >= 9) ? "," : "");
  };
  const ofUnit = (l: number, unit: number) => layers[l]!.units > 1 ? [unit] : [];
  const last = layers.length - 1;
  const parameters = layers.flatMap(({ inputs, units, biases }, l) => [
    ...Array.from(
      { length: units * inputs },
      (_, i) => `w${ofLayer(l)}${below(...ofUnit(l, Math.floor(i / inputs)), i % inputs)}`,
    ),
    ...Array.from(
      { length: biases === undefined ? 0 : units },
      (_, unit) => `b${ofLayer(l)}${below(...ofUnit(l, unit))}`,
    ),
  ]);
  return {
    parameter: (index) => parameters[index]!,
    memory: (index) => `s${below(index)}`,
    input: (index, row) => `x${below(index)}${ofRow(row)}`,
    output: (letter, unit, row) => `${letter}${below(...ofUnit(last, unit))}${ofRow(row)}`,
    unit: (letter, l, unit, row) => `${letter}${ofLayer(l)}${below(...ofUnit(l, unit))}${ofRow(row)}`,
  };
}

/** A number in small raised or lowered digits. */
function marked(value: number, digits: string): string {
  return [...String(value)].map((digit) => digits[Number(digit)]).join("");
}
