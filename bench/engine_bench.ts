/** Benchmarks of the engine's parts: compiling a kernel, and training with each engine. */
import { parseConfig } from "../core/config/parse_config.ts";
import { interpreterBackend, wasmBackend } from "../core/engine/backend.ts";
import { schedule } from "../core/engine/compile/schedule.ts";
import { createKernelCache, trainAll } from "../core/engine/engine.ts";
import { compileKernels } from "../core/engine/lockstep/kernel_set.ts";
import { trainLockstep } from "../core/engine/lockstep/lockstep.ts";
import { kernelPlanOf } from "../core/engine/plan/kernel_plan.ts";
import { lower } from "../core/engine/plan/lower.ts";
import { createStructureKeys } from "../core/engine/structure.ts";
import { trainReference } from "../core/reference.ts";
import { prepare } from "../core/train_network.ts";
import { SETTINGS } from "./settings.ts";

const RUNS = 32, EPOCHS = 1000;
const { config } = SETTINGS[0]!;
const trainings = Array.from(
  { length: RUNS },
  (_, seed) => prepare(parseConfig({ ...config, epochs: EPOCHS, seed }).config),
);
const first = trainings[0]!, backend = wasmBackend(), kernelSet = compileKernels(first, backend);
const [stage] = kernelPlanOf(first).stages;
const { instructions, pairs } = lower(stage!.program, stage!.cost.groupSize);
const results = pairs.flatMap(({ nextState, checkDuring }) => [...nextState, ...checkDuring]);
const keyOf = createStructureKeys(), kernels = createKernelCache(interpreterBackend());

const compile = { group: "compile" }, train = { group: "train" };
Deno.bench("structure key of a training", compile, () => void keyOf(first));
Deno.bench("kernelPlanOf: trace an epoch", compile, () => void kernelPlanOf(first));
Deno.bench("schedule: order the instructions", compile, () => void schedule(instructions, results));
Deno.bench("compileKernels: everything up to the kernel", compile, () => void compileKernels(first, backend));

Deno.bench(`reference: ${EPOCHS} epochs of a net`, train, () => void trainReference(first));
Deno.bench(`interpreter: ${EPOCHS} epochs of two nets`, train, () => {
  trainAll(trainings.slice(0, 2), "wasm", { kernels });
});
Deno.bench(`webAssembly: ${EPOCHS} epochs of ${RUNS} nets`, { ...train, baseline: true }, () => {
  trainLockstep(trainings, kernelSet, backend);
});
