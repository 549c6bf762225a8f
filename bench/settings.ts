/** The settings that are benchmarked, and how: CPU time per net and epoch of each engine. */
import process from "node:process";
import type { ActivationName } from "../core/components/activations.ts";
import type { TrainConfig } from "../core/config/config.ts";
import { parseConfig } from "../core/config/parse_config.ts";
import { interpreterBackend } from "../core/engine/backend.ts";
import { createKernelCache, defaultBackend, trainAll } from "../core/engine/engine.ts";
import { prepare } from "../core/train_network.ts";
import { stepsPerEpoch, type Training } from "../core/training.ts";

/** A training to measure. */
export interface Setting {
  readonly name: string;
  /** The config; each net gets its own seed. */
  readonly config: TrainConfig;
}

/** The measured engines; `interpreter` is the fallback without WebAssembly. */
export const ENGINES = ["reference", "interpreter", "wasm"] as const;

/** A measured engine. */
export type MeasuredEngine = typeof ENGINES[number];

/** A measured time. */
export interface Measurement {
  /** The name of the setting. */
  readonly setting: string;
  readonly engine: MeasuredEngine;
  /** CPU time per net and epoch without start-up: the median of all rounds. */
  readonly nanosecondsPerNetEpoch: number;
  /** The number of rounds. */
  readonly rounds: number;
}

function net(inputs: number, ...units: readonly number[]): TrainConfig["network"] {
  return { inputs, layers: units.map((units) => ({ units, activation: "sigmoid", bias: true })) };
}

/** Four hidden units of a given activation, and a sigmoid output. */
function hidden(activation: ActivationName): TrainConfig["network"] {
  return { inputs: 2, layers: [{ units: 4, activation, bias: true }, { units: 1, activation: "sigmoid", bias: true }] };
}

const XOR = {
  data: "xor",
  network: net(2, 4, 1),
  loss: { name: "halfSquaredError", reduction: "sum" },
  optimizer: { name: "gradientDescent", learningRate: 0.5 },
  epochs: 10_000,
} as const satisfies TrainConfig;
const MOMENTUM = { name: "momentum", learningRate: 0.1 } as const, ADAM = { name: "adam", learningRate: 0.01 } as const;

/** The settings, each with a twin in C; bench/README.md compares the first with other libraries. */
export const SETTINGS: readonly Setting[] = [
  { name: "2-4-1 sigmoid, XOR, full batch", config: XOR },
  { name: "2-4-1 tanh, XOR, full batch", config: { ...XOR, network: hidden("tanh") } },
  { name: "2-4-1 relu, XOR, full batch", config: { ...XOR, network: hidden("relu") } },
  { name: "2-4-1 silu, XOR, full batch", config: { ...XOR, network: hidden("silu") } },
  { name: "2-4-1 softplus, XOR, full batch", config: { ...XOR, network: hidden("softplus") } },
  { name: "2-4-1 gelu, XOR, full batch", config: { ...XOR, network: hidden("gelu") } },
  {
    name: "2-4-1 sigmoid, XOR, full batch, cross entropy",
    config: { ...XOR, loss: { name: "crossEntropy", reduction: "sum" } },
  },
  { name: "2-4-1 sigmoid, XOR, online", config: { ...XOR, batch: "online" } },
  { name: "2-4-1 sigmoid, XOR, online, shuffled", config: { ...XOR, batch: "online", order: "shuffled" } },
  { name: "2-4-1 sigmoid, XOR, batches of 2", config: { ...XOR, batch: 2 } },
  { name: "2-4-1 sigmoid, XOR, full batch, momentum", config: { ...XOR, optimizer: MOMENTUM } },
  { name: "2-4-1 sigmoid, XOR, online, momentum", config: { ...XOR, batch: "online", optimizer: MOMENTUM } },
  { name: "2-4-1 sigmoid, XOR, full batch, Adam", config: { ...XOR, optimizer: ADAM } },
  { name: "2-4-1 sigmoid, XOR, online, Adam", config: { ...XOR, batch: "online", optimizer: ADAM } },
  { name: "2-16-1 sigmoid, XOR, full batch", config: { ...XOR, network: net(2, 16, 1) } },
  { name: "2-3-3-1 sigmoid, XOR, full batch", config: { ...XOR, network: net(2, 3, 3, 1) } },
  { name: "3-8-1 sigmoid, parity of 3, full batch", config: { ...XOR, data: "parity3", network: net(3, 8, 1) } },
  {
    name: "3-4-1 sigmoid, parity of 3, online",
    config: { ...XOR, data: "parity3", network: net(3, 4, 1), batch: "online" },
  },
  { name: "2-1 sigmoid, OR, full batch", config: { ...XOR, data: "or", network: net(2, 1) } },
];

/** Nets and epochs of a sample, which takes some hundredths of a second. */
const SAMPLES: Readonly<Record<MeasuredEngine, { readonly nets: number; readonly epochs: number }>> = {
  reference: { nets: 2, epochs: 1000 },
  interpreter: { nets: 4, epochs: 2000 },
  wasm: { nets: 256, epochs: 1000 },
};
/** Samples before the measurement, in which V8 optimises an engine's code. */
const WARM_UP = 30;

/** CPU time of all threads since the process started, in nanoseconds. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return 1000 * (user + system);
}

/**
 * Measures a setting.
 *
 * Each round subtracts a short sample from one three times as long, which cancels start-up; the result is their median.
 */
export function measure({ name, config }: Setting, engine: MeasuredEngine, rounds = 5): Measurement {
  const { nets, epochs } = SAMPLES[engine];
  const trainings = Array.from({ length: nets }, (_, seed) => prepare(parseConfig({ ...config, seed }).config));
  const sample = cpuTimer(engine),
    short = withEpochs(trainings, epochs / 2),
    long = withEpochs(trainings, 3 * epochs / 2);
  for (let i = 0; i < WARM_UP; i++) sample(short);
  const times = Array.from({ length: rounds }, () => (sample(long) - sample(short)) / (nets * epochs));
  return { setting: name, engine, nanosecondsPerNetEpoch: median(times), rounds };
}

/** A function that measures the CPU time of trainings; kernels are compiled once. */
function cpuTimer(engine: MeasuredEngine): (trainings: readonly Training[]) => number {
  const backend = engine === "interpreter" ? interpreterBackend() : defaultBackend();
  const kernels = createKernelCache(backend);
  return (trainings) => {
    const start = cpuTime();
    trainAll(trainings, engine === "reference" ? "reference" : "wasm", { kernels });
    return cpuTime() - start;
  };
}

function withEpochs(trainings: readonly Training[], epochs: number): Training[] {
  return trainings.map((training) => {
    const steps = epochs * stepsPerEpoch(training);
    return { ...training, steps, checkpoints: [steps] };
  });
}

/** The median of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b), middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}
