/** The engines: all give the same results, to the last bit. */
import type { EngineName } from "../config/config.ts";
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
  /** What makes them. */
  readonly backEnd: BackEnd;
  /** What trainings that share kernels have in common. */
  readonly keyOf: (training: Training) => string;
  /** Those made so far, by key. */
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

/** Fewer rows than this, over all epochs and runs of a structure, the reference learns before a kernel is ready. */
const WORTH_A_KERNEL = 50_000;
/** With more, a kernel takes seconds to prepare. */
const MOST_PARAMETERS = 4000;

/**
 * Trains; the answers stand in the order of the trainings.
 *
 * The reference trains nets of more than 4000 parameters, and with `auto` what it has done before a kernel is ready:
 * runs of one structure that come to fewer than 50,000 rows. All others have kernels, which their structure shares:
 * WebAssembly, or the interpreter where that is refused.
 */
export function trainAll(
  trainings: readonly Training[],
  engine: EngineName,
  { kernels, onProgress = () => {} }: EngineOptions = {},
): Trained[] {
  const answers: Trained[] = new Array(trainings.length), progress = progressOf(onProgress);
  const one = (i: number) => {
    const training = trainings[i]!;
    answers[i] = trainReference(training);
    progress.add(training.steps / stepsPerEpoch(training), REFERENCE_CYCLES * training.rows.length);
  };
  if (engine === "reference") {
    trainings.forEach((_, i) => one(i));
    progress.end();
    return answers;
  }
  const { backEnd, keyOf, machines } = kernels ?? noKernels(), groups = new Map<string, number[]>();
  trainings.forEach((training, i) => {
    if (training.network.parameterCount > MOST_PARAMETERS) return one(i);
    const key = keyOf(training), group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
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
      const told = (epochs: number) => progress.add(epochs, machine.cycles);
      const trained = trainLockstep(alike.map((i) => trainings[i]!), machine, backEnd, told);
      trained.forEach((answer, i) => answers[alike[i]!] = answer);
    }
  }
  progress.end();
  return answers;
}

/** Cycles in which the reference learns a row of a small net. */
const REFERENCE_CYCLES = 6000;
/** Cycles between two reports of progress: about a tenth of a second. */
const CYCLES_A_REPORT = 3e8;

/** Sums epochs up, and reports them now and then, told how many cycles each takes. */
function progressOf(report: (epochs: number) => void) {
  let done = 0, cycles = 0;
  return {
    add(epochs: number, cyclesEach: number): void {
      done += epochs;
      cycles += epochs * cyclesEach;
      if (cycles < CYCLES_A_REPORT) return;
      cycles = 0;
      report(done);
    },
    end: () => report(done),
  };
}
