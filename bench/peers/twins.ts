/** Twins in C: programs that train the net of a setting, built from nets.c with macros. */
import type { TrainConfig } from "../../core/config/config.ts";
import { parseConfig } from "../../core/config/parse_config.ts";
import { prepare } from "../../core/train_network.ts";

const SOURCE = new URL("nets.c", import.meta.url).pathname;

/** The command that compiles the twin of a config. */
export function compilation(config: TrainConfig, file: string): readonly [program: string, ...parameters: string[]] {
  const macros = Object.entries(macrosOf(config)).map(([name, value]) => `-D${name}=${value}`);
  return ["gcc", "-O3", ...macros, SOURCE, "-lm", "-o", file];
}

/** The macros of a config; a test trains the twin of every setting, so none can be missing. */
function macrosOf(config: TrainConfig): Readonly<Record<string, string | number>> {
  const training = prepare(parseConfig({ ...config, seed: 0 }).config);
  const { network, loss, rows, batch, orderFixed, optimizer, learningRate } = training;
  const [first, second] = network.layers.slice(0, -1);
  return {
    INPUTS: network.inputs,
    HIDDEN1: first?.units ?? 0,
    HIDDEN2: second?.units ?? 0,
    ACTIVATION: network.layers[0]!.activation.name,
    LOSS: loss.name,
    ROWS: rows.length,
    X: arrayLiteral(rows.map(({ inputs }) => arrayLiteral(inputs))),
    D: arrayLiteral(rows.map(({ targets }) => targets[0]!)),
    BATCH: batch,
    SHUFFLED: orderFixed ? 0 : 1,
    OPTIMIZER: optimizer.name,
    RATE: learningRate,
  };
}

function arrayLiteral(values: readonly (string | number)[]): string {
  return `{${values.join()}}`;
}
