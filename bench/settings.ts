/** What is measured, and how: CPU time of a net's epoch, for every engine. */
import process from "node:process";
import type { ActivationName } from "../core/components/activations.ts";
import { parseConfig, type TrainConfig } from "../core/config/config.ts";
import { type BackEnd, interpreter } from "../core/engine/backend.ts";
import { bestBackEnd, type Kernels, noKernels, trainAll } from "../core/engine/engine.ts";
import { prepare } from "../core/train_network.ts";
import { stepsPerEpoch, type Training } from "../core/training.ts";

/** A kind of training that is measured. */
export interface Setting {
  /** What it is called. */
  readonly name: string;
  /** One of its trainings; the others have other seeds. */
  readonly config: TrainConfig;
}

/** The engines that are measured, by name; the interpreter stands in where WebAssembly is refused. */
export const ENGINES = ["reference", "interpreter", "wasm"] as const;

/** An engine that is measured. */
export type MeasuredEngine = typeof ENGINES[number];

/** The median of some samples. */
export interface Measurement {
  /** The name of what was trained. */
  readonly setting: string;
  /** Who trained it. */
  readonly engine: MeasuredEngine;
  /** CPU time for one net and one epoch, without what it takes to begin. */
  readonly nanosecondsPerNetEpoch: number;
  /** How many samples it is the median of. */
  readonly rounds: number;
}

function net(inputs: number, ...units: readonly number[]): TrainConfig["network"] {
  return { inputs, layers: units.map((units) => ({ units, activation: "sigmoid", bias: true })) };
}

/** Four hidden units of another kind, and a sigmoid output. */
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

/** The settings; the first is that of the table in the README. Each has a twin in C, made from its config. */
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

/** Nets and epochs of a sample, so that it takes some hundredths of a second. */
const SAMPLES: Readonly<Record<MeasuredEngine, { readonly nets: number; readonly epochs: number }>> = {
  reference: { nets: 2, epochs: 1000 },
  interpreter: { nets: 4, epochs: 2000 },
  wasm: { nets: 256, epochs: 1000 },
};
/** Samples made before the first that counts, in which an engine's code becomes as fast as it will be. */
const WARM_UP = 30;

/** CPU time so far, in nanoseconds, of all threads. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return 1000 * (user + system);
}

/**
 * Measures a setting: the median of `rounds` rounds, each the difference between a long sample and one a third as long,
 * so that what it takes to begin is left out.
 */
export function measure({ name, config }: Setting, engine: MeasuredEngine, rounds = 5): Measurement {
  const { nets, epochs } = SAMPLES[engine];
  const trainings = Array.from({ length: nets }, (_, seed) => prepare(parseConfig({ ...config, seed }).config));
  const sample = sampler(engine), short = lasting(trainings, epochs / 2), long = lasting(trainings, 3 * epochs / 2);
  for (let i = 0; i < WARM_UP; i++) sample(short);
  const times = Array.from({ length: rounds }, () => (sample(long) - sample(short)) / (nets * epochs));
  return { setting: name, engine, nanosecondsPerNetEpoch: median(times), rounds };
}

/** Takes the CPU time of trainings. */
function sampler(engine: MeasuredEngine): (trainings: readonly Training[]) => number {
  const backEnds: Partial<Record<MeasuredEngine, () => BackEnd>> = { interpreter, wasm: bestBackEnd };
  const backEnd = backEnds[engine], kernels: Kernels | undefined = backEnd && noKernels(backEnd());
  return (trainings) => {
    const begun = cpuTime();
    trainAll(trainings, kernels ? "wasm" : "reference", kernels ? { kernels } : {});
    return cpuTime() - begun;
  };
}

function lasting(trainings: readonly Training[], epochs: number): Training[] {
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
