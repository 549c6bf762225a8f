/** The engines: all give the same results, to the last bit. */
import type { EngineName } from "../config.ts";
import { trainReference } from "../reference.ts";
import { stepsPerEpoch, type Trained, type Training } from "../training.ts";
import { type BackEnd, interpreter, webAssembly } from "./backend.ts";
import { trainLockstep } from "./lockstep.ts";
import { type Machine, machineFor } from "./machine.ts";
import { structures } from "./structure.ts";

/** What trainings may be given besides. */
export interface EngineOptions {
  /** Kernels to use again; without it, kernels live as long as the call. */
  readonly kernels?: Kernels;
  /** Told now and then how many epochs have been made by now, over all runs; an early end counts as all of them. */
  readonly onProgress?: (epochs: number) => void;
}

/** Kernels by structure. */
export interface Kernels {
  readonly backEnd: BackEnd;
  readonly keyOf: (training: Training) => string;
  readonly machines: Map<string, Machine>;
}

/** No kernels yet; in WebAssembly unless that is refused. */
export function noKernels(backEnd: BackEnd = bestBackEnd()): Kernels {
  return { backEnd, keyOf: structures(), machines: new Map() };
}

/** WebAssembly, or the interpreter where that is refused. */
export function bestBackEnd(): BackEnd {
  try {
    return webAssembly();
  } catch {
    return interpreter();
  }
}

/** Fewer rows than this, over all epochs and runs of a structure, are learnt before a kernel is ready. */
const WORTH_A_KERNEL = 16_000;

/**
 * Trains; the answers stand in the order of the trainings.
 *
 * `auto` has kernels where there is enough to do, and otherwise the reference, `wasm` wherever a kernel is possible.
 */
export function trainAll(
  trainings: readonly Training[],
  engine: EngineName,
  { kernels, onProgress = () => {} }: EngineOptions = {},
): Trained[] {
  const answers: Trained[] = new Array(trainings.length);
  let done = 0;
  const count = (epochs: number) => onProgress(done += epochs);
  const one = (i: number) => {
    answers[i] = trainReference(trainings[i]!);
    count(trainings[i]!.steps / stepsPerEpoch(trainings[i]!));
  };
  if (engine === "reference") {
    trainings.forEach((_, i) => one(i));
    return answers;
  }
  const { backEnd, keyOf, machines } = kernels ?? noKernels();
  const groups = new Map<string, number[]>();
  trainings.forEach((training, i) => {
    const key = keyOf(training), group = groups.get(key);
    group ? group.push(i) : groups.set(key, [i]);
  });
  for (const [key, group] of groups) {
    const members = group.map((i) => trainings[i]!);
    const work = members.reduce((rows, { steps, batch }) => rows + steps * batch, 0);
    if (engine === "auto" && work < WORTH_A_KERNEL && !machines.has(key)) {
      group.forEach(one);
      continue;
    }
    const machine = machines.get(key) ?? machineFor(members[0]!, backEnd);
    machines.set(key, machine);
    for (const every of new Set(members.map(({ check }) => check.every))) {
      const alike = group.filter((i) => trainings[i]!.check.every === every);
      const trained = trainLockstep(alike.map((i) => trainings[i]!), machine, backEnd, count);
      trained.forEach((answer, i) => answers[alike[i]!] = answer);
    }
  }
  return answers;
}
