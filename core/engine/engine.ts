/**
 * Trains with the fastest engine: the reference, WebAssembly kernels, or interpreted kernels.
 *
 * All give the same results to the last bit. A kernel is made in two phases: `plan/` traces the learning rule into
 * lists of operations and lowers them to vector instructions; `compile/` schedules these, allocates registers and
 * encodes WebAssembly. Runs of equal structure share kernels and train side by side (`lockstep/`).
 */
import type { EngineName } from "../config/config.ts";
import { advanceReference } from "../reference.ts";
import { type AdvancedRun, stepsPerEpoch, type Trained, type Training } from "../training.ts";
import { type Backend, interpreterBackend, wasmBackend } from "./backend.ts";
import { compileKernels, type KernelSet } from "./lockstep/kernel_set.ts";
import type { LoadedRun } from "./lockstep/lanes.ts";
import { advanceLockstep } from "./lockstep/lockstep.ts";
import { getOrAdd, groupBy } from "./maps.ts";
import { createStructureKeys } from "./structure.ts";

/** Options of `trainAll`. */
export interface EngineOptions {
  /** Compiled kernels to reuse and extend; by default they live as long as the call. */
  readonly kernels?: KernelCache;
  /** Called about every tenth of a second with the epochs done so far; a run that stops early counts as complete. */
  readonly onProgress?: (epochs: number) => void;
}

/** Compiled kernels by structure. */
export interface KernelCache {
  readonly backend: Backend;
  /** The structure of a training: equal keys share kernels. */
  readonly keyOf: (training: Training) => string;
  /** The kernels compiled so far, by key. */
  readonly kernelSets: Map<string, KernelSet>;
}

/** An empty cache. */
export function createKernelCache(backend: Backend = defaultBackend()): KernelCache {
  return { backend, keyOf: createStructureKeys(), kernelSets: new Map() };
}

/** WebAssembly, or the interpreter if WebAssembly is unavailable. */
export function defaultBackend(): Backend {
  try {
    return wasmBackend();
  } catch {
    return interpreterBackend();
  }
}

/** Rows, over all epochs and runs of a structure, below which the reference finishes before a kernel is compiled. */
const MIN_KERNEL_ROWS = 50_000;
/** Kernels of larger nets take seconds to compile. */
export const MAX_KERNEL_PARAMETERS = 4000;

/**
 * Trains; results are in the order of the trainings.
 *
 * The reference trains nets of more than 4000 parameters and, with `auto`, structures whose runs come to fewer than
 * 50,000 rows and have no kernels yet. All other runs use the kernels of their structure.
 */
export function trainAll(
  trainings: readonly Training[],
  engine: EngineName,
  { kernels = createKernelCacheFor(engine), onProgress = () => {} }: EngineOptions = {},
): Trained[] {
  const results: Trained[] = new Array(trainings.length), progress = progressCounter(onProgress);
  for (const { members, advance } of groupTrainings(trainings, engine, kernels)) {
    const runs = members.map((i) => ({ training: trainings[i]!, from: undefined, toEpoch: Infinity }));
    advance(runs, progress.add).forEach(({ outcome }, i) => results[members[i]!] = outcome as Trained);
  }
  progress.end();
  return results;
}

/** The kernels for an engine: none for the reference. */
export function createKernelCacheFor(engine: EngineName): KernelCache | undefined {
  return engine === "reference" ? undefined : createKernelCache();
}

/** Receives epochs done since the last call, and the estimated CPU cycles of each. */
type OnEpochs = (epochs: number, cyclesPerEpoch: number) => void;

/** Trainings that are trained together, by index, and how. */
export interface TrainingGroup {
  readonly members: readonly number[];
  /** Advances runs of the members; compiles their kernels at the first call. */
  readonly advance: (runs: readonly LoadedRun[], onEpochs: OnEpochs) => AdvancedRun[];
}

/** Chooses an engine for each training; without kernels the reference. */
export function groupTrainings(
  trainings: readonly Training[],
  engine: EngineName,
  kernels: KernelCache | undefined,
): TrainingGroup[] {
  const indices = trainings.map((_, i) => i);
  if (engine === "reference" || !kernels) return [{ members: indices, advance: advanceByReference }];
  const { backend, keyOf, kernelSets } = kernels;
  const fitsKernel = (i: number) => trainings[i]!.network.parameterCount <= MAX_KERNEL_PARAMETERS;
  const tooLarge = indices.filter((i) => !fitsKernel(i));
  const groups: TrainingGroup[] = [{ members: tooLarge, advance: advanceByReference }];
  for (const [key, group] of groupBy(indices.filter(fitsKernel), (i) => keyOf(trainings[i]!))) {
    const rows = group.reduce((sum, i) => sum + trainings[i]!.steps * trainings[i]!.batch, 0);
    if (engine === "auto" && rows < MIN_KERNEL_ROWS && !kernelSets.has(key)) {
      groups.push({ members: group, advance: advanceByReference });
      continue;
    }
    const advance: TrainingGroup["advance"] = (runs, onEpochs) => {
      const kernelSet = getOrAdd(kernelSets, key, () => compileKernels(trainings[group[0]!]!, backend));
      return advanceLockstep(runs, kernelSet, backend, (epochs) => onEpochs(epochs, kernelSet.cyclesPerEpoch));
    };
    for (const members of groupBy(group, (i) => trainings[i]!.check.every).values()) groups.push({ members, advance });
  }
  return groups.filter(({ members }) => members.length > 0);
}

function advanceByReference(runs: readonly LoadedRun[], onEpochs: OnEpochs): AdvancedRun[] {
  return runs.map(({ training, from, toEpoch }) => {
    const advanced = advanceReference(training, from, toEpoch), { outcome } = advanced;
    const epoch = "status" in outcome ? training.steps / stepsPerEpoch(training) : outcome.epoch;
    onEpochs(epoch - (from?.epoch ?? 0), REFERENCE_CYCLES_PER_ROW * training.rows.length);
    return advanced;
  });
}

/** Estimated CPU cycles of the reference per row of a small net. */
const REFERENCE_CYCLES_PER_ROW = 6000;
/** CPU cycles between two progress reports: about a tenth of a second. */
const CYCLES_PER_REPORT = 3e8;

/** Sums epochs and reports them at intervals of estimated CPU time. */
function progressCounter(report: (epochs: number) => void) {
  let done = 0, cycles = 0;
  return {
    add(epochs: number, cyclesPerEpoch: number): void {
      done += epochs;
      cycles += epochs * cyclesPerEpoch;
      if (cycles < CYCLES_PER_REPORT) return;
      cycles = 0;
      report(done);
    },
    end: () => report(done),
  };
}
