/** What the fields of a config must be to each other. */
import type { ResolvedConfig } from "./config.ts";
import type { Dataset } from "../components/datasets.ts";
import { LOSSES, type LossName } from "../components/losses.ts";
import type { LayerParameters } from "../network.ts";
import { InputError } from "../input/input_error.ts";
import { fields, reject } from "../input/readers.ts";
import type { Choice } from "../components/settings.ts";
import { matrix, row } from "./fields.ts";

/** The net must be as wide as the data on either side. */
export function checkShapes({ inputs, layers }: ResolvedConfig["network"], { inputs: rows, targets }: Dataset): void {
  const width = rows[0]!.length, outputs = layers.at(-1)!.units, wanted = [targets[0]!].flat().length;
  if (inputs !== width) {
    reject("network.inputs", `${width}, the width of the data`, inputs);
  }
  if (outputs === wanted) return;
  const path = `network.layers[${layers.length - 1}].units`;
  reject(path, `${wanted}, the number of targets a row`, outputs);
}

/** The loss, which the perceptron's rule has none of; it wants a single layer of steps. */
export function lossOf(
  written: Choice | null | undefined,
  optimizer: Choice,
  layers: ResolvedConfig["network"]["layers"],
): ResolvedConfig["loss"] {
  if (optimizer.name !== "perceptron") {
    if (!written) throw new InputError({ field: "loss", rule: "is missing" });
    return written as NonNullable<ResolvedConfig["loss"]>;
  }
  if (written) throw new InputError({ field: "loss", rule: "must be absent: the perceptron's rule follows none" });
  if (layers.length > 1) {
    throw new InputError({ field: "network.layers", rule: "must be one layer for the perceptron's rule" });
  }
  const name = layers[0]!.activation.name;
  if (name === "step") return null;
  throw new InputError({
    field: "network.layers[0].activation",
    rule: "must be step for the perceptron's rule",
    value: name,
  });
}

/** The targets must be such as the loss is meant for. */
export function checkTargets(loss: ResolvedConfig["loss"], { targets }: Dataset): void {
  if (!loss) return;
  const [low, high] = LOSSES[loss.name as LossName].targets ?? [-Infinity, Infinity];
  const check = (target: number, path: string) => {
    if (target < low || target > high) reject(path, `from ${low} to ${high} for ${loss.name}`, target);
  };
  targets.forEach((target, i) =>
    typeof target === "number"
      ? check(target, `data.targets[${i}]`)
      : target.forEach((t, j) => check(t, `data.targets[${i}][${j}]`))
  );
}

/** The start: parameters as given, or what they are drawn from. */
export function startOf(
  { network, parameters, seed, initializer }: {
    readonly network: ResolvedConfig["network"];
    readonly parameters: readonly unknown[] | undefined;
    readonly seed: number | string | undefined;
    readonly initializer: Choice | undefined;
  },
): Pick<ResolvedConfig, "parameters" | "seed" | "initializer"> {
  const seeded = seed === undefined ? {} : { seed };
  if (parameters) {
    if (initializer) throw new InputError({ field: "initializer", rule: "must be absent where parameters are given" });
    return { ...seeded, parameters: readParameters(network, parameters) };
  }
  const drawn = initializer ?? { name: "uniform", low: -1, high: 1, scale: 1, biases: "drawn" as const };
  if (seed === undefined && drawn.name !== "constant") {
    throw new InputError({ field: "parameters", rule: "is missing, and so is a seed to draw them from" });
  }
  return { ...seeded, initializer: drawn as NonNullable<ResolvedConfig["initializer"]> };
}

function readParameters({ inputs, layers }: ResolvedConfig["network"], given: readonly unknown[]): LayerParameters[] {
  if (given.length !== layers.length) {
    throw new InputError({
      field: "parameters",
      rule: `must have ${layers.length} entries, one a layer`,
      value: given.length,
      relation: "has",
    });
  }
  return layers.map(({ units, bias }, l) => {
    const path = `parameters[${l}]`, W = matrix(units, l === 0 ? inputs : layers[l - 1]!.units);
    if (!bias) return fields({ W })(given[l], path);
    const read = fields({ W, b: row })(given[l], path);
    if (read.b.length === units) return read;
    throw new InputError({
      field: `${path}.b`,
      rule: `must have ${units} numbers`,
      value: read.b.length,
      relation: "has",
    });
  });
}

/** An order must name every row once; a shuffled one is drawn from a seed. */
export function checkOrder(order: ResolvedConfig["order"], seed: ResolvedConfig["seed"], rows: number): void {
  if (order === "shuffled" && seed === undefined) {
    throw new InputError({ field: "seed", rule: "is missing: a shuffled order is drawn from it" });
  }
  if (typeof order === "string") return;
  const whole = order.length === rows && new Set(order).size === rows && order.every((row) => row < rows);
  if (!whole) reject("order", `a permutation of the rows 0 to ${rows - 1}`, order);
}

/** How long to train: epochs, or steps. */
export function lengthOf(
  { epochs, steps }: { readonly epochs: number | undefined; readonly steps: number | undefined },
): Pick<ResolvedConfig, "epochs" | "steps"> {
  if (epochs !== undefined && steps !== undefined) {
    throw new InputError({ field: "steps", rule: "must be absent where epochs is given" });
  }
  if (epochs !== undefined) return { epochs };
  if (steps !== undefined) return { steps };
  throw new InputError({ field: "epochs", rule: "is missing (or steps, to count updates)" });
}

/** No checkpoint may lie beyond the end of the run. */
export function checkCheckpoints(config: ResolvedConfig, perEpoch: number): void {
  const steps = config.steps ?? config.epochs! * perEpoch;
  config.checkpoints?.forEach((checkpoint, i) => {
    if ((config.unit === "epoch" ? checkpoint * perEpoch : checkpoint) <= steps) return;
    const end = config.unit === "step" ? steps : steps / perEpoch;
    reject(`checkpoints[${i}]`, `at most ${end}, where the run ends`, checkpoint);
  });
}
