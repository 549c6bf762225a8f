/** Compiled kernels of a worker, kept for the settings used last. */
import { createKernelCache, type KernelCache } from "../../../../core/engine/engine.ts";
import {
  createLossEvaluator,
  createOutputEvaluator,
  inputRows,
  type RowEvaluator,
  type SurfaceEvaluator,
} from "../../../../core/engine/evaluators.ts";
import { getOrAdd } from "../../../../core/engine/maps.ts";
import type { Training } from "../../../../core/training.ts";

/** Kernels, and evaluators on the same memory. */
export type Toolbox = ReturnType<typeof createToolbox>;

/** Beyond this number of compiled structures everything is compiled again, so that memory does not grow forever. */
const MAX_STRUCTURES = 16;

/** Creates an empty toolbox. */
export function createToolbox() {
  let kernels = createKernelCache();
  let outputs = new Map<string, RowEvaluator>();
  let losses = new Map<string, RowEvaluator>();
  return {
    /** Whether kernels are WebAssembly; otherwise they are interpreted. */
    hasWebAssembly: kernels.backend.interleaves,
    /** The cache for a new training. */
    kernels(): KernelCache {
      if (Math.max(kernels.kernelSets.size, outputs.size, losses.size) >= MAX_STRUCTURES) {
        kernels = createKernelCache();
        outputs = new Map();
        losses = new Map();
      }
      return kernels;
    },
    surfaceEvaluator(training: Training, points: readonly (readonly number[])[]): SurfaceEvaluator {
      const key = JSON.stringify([kernels.keyOf(training), points.length]), rows = inputRows(points);
      const evaluate = getOrAdd(outputs, key, () => createOutputEvaluator(training, points.length, kernels.backend));
      return (networks) => evaluate(networks, rows);
    },
    lossEvaluator(training: Training): RowEvaluator {
      const key = JSON.stringify([kernels.keyOf(training), training.rows.length]);
      return getOrAdd(losses, key, () => createLossEvaluator(training, training.rows.length, kernels.backend));
    },
  };
}
