/** The compiled kernels that train all runs of one structure, and the memory layout they work on. */
import type { Training } from "../../training.ts";
import type { Backend } from "../backend.ts";
import type { Shuffle } from "../compile/shuffle.ts";
import { getOrAdd } from "../maps.ts";
import { type Kernel, type PairLayout, pairLayoutOf } from "../memory.ts";
import { type KernelPlan, kernelPlanOf, type Stage } from "../plan/kernel_plan.ts";
import { rowWidthOf } from "../plan/programs.ts";

/** A stage with its compiled kernel, in place of the program, which takes much more memory. */
export interface CompiledStage extends Omit<Stage, "program"> {
  readonly kernel: Kernel;
}

/** Everything needed to train runs of one structure. */
export interface KernelSet extends KernelPlan<CompiledStage> {
  readonly layout: PairLayout;
  /** Draws row orders; undefined if JavaScript has to draw them. */
  readonly shuffle: Shuffle | undefined;
  /** A common multiple of all kernels' group sizes: the number of pairs in a call is a multiple of it. */
  readonly pairMultiple: number;
  /** Upper bound on the epochs of one call. */
  readonly maxEpochsPerCall: number;
  /** Estimated CPU cycles of one epoch of one run. */
  readonly cyclesPerEpoch: number;
}

/** V8 replaces WebAssembly code by optimised code only between calls. */
const MAX_EPOCHS_PER_CALL = 250;
/** Rows listed per call. Lists of shuffled orders are rewritten for each call, so they must stay in the L1 cache. */
const MAX_FIXED_ROWS = 1024;
const MAX_SHUFFLED_ROWS = 160;

/** Compiles the kernels for all trainings that have the structure of this one. */
export function compileKernels(training: Training, backend: Backend): KernelSet {
  const plan = kernelPlanOf(training);
  const maxEpochsPerCall = maxEpochsPerCallOf(training, plan);
  const rowCount = plan.usesRowList ? training.rows.length : 0;
  const layout = pairLayoutOf({
    stateCount: plan.stateCount,
    runConstantCount: plan.runConstantCount,
    rowCount,
    rowWidth: rowWidthOf(training),
    listCapacity: rowCount * maxEpochsPerCall,
  });
  const kernels = new Map<Stage["program"], Kernel>();
  const compile = (planned: Stage): CompiledStage => {
    const stage = backend.interleaves ? planned : { ...planned, cost: { ...planned.cost, groupSize: 1 } };
    const { program, ...rest } = stage;
    return { ...rest, kernel: getOrAdd(kernels, program, () => backend.compile(stage, layout)) };
  };
  const stages = plan.stages.map(compile), check = plan.check && compile(plan.check);
  const groupSizes = [...stages, ...(check ? [check] : [])].map(({ cost }) => cost.groupSize);
  let pairMultiple = 1;
  while (groupSizes.some((size) => pairMultiple % size !== 0)) pairMultiple++;
  const shuffle = plan.usesRowList && !training.orderFixed ? backend.compileShuffle(layout) : undefined;
  const cyclesPerEpoch = stages.reduce((sum, { repeats, cost }) => sum + repeats * cost.cycles / 2, 0);
  return { ...plan, layout, stages, check, shuffle, pairMultiple, maxEpochsPerCall, cyclesPerEpoch };
}

function maxEpochsPerCallOf({ rows, orderFixed }: Training, { usesRowList }: Pick<KernelPlan, "usesRowList">): number {
  if (!usesRowList) return MAX_EPOCHS_PER_CALL;
  const maxRows = orderFixed ? MAX_FIXED_ROWS : MAX_SHUFFLED_ROWS;
  return Math.max(1, Math.min(Math.floor(maxRows / rows.length), MAX_EPOCHS_PER_CALL));
}
