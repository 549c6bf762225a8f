/** The parts of the engine, one by one: how long a kernel takes to prepare, and what an epoch costs. */
import { parseConfig } from "../core/config/config.ts";
import { interpreter, webAssembly } from "../core/engine/backend.ts";
import { noKernels, trainAll } from "../core/engine/engine.ts";
import { trainLockstep } from "../core/engine/lockstep.ts";
import { lower } from "../core/engine/lower.ts";
import { machineFor } from "../core/engine/machine.ts";
import { planOf } from "../core/engine/plan.ts";
import { schedule } from "../core/engine/schedule.ts";
import { structures } from "../core/engine/structure.ts";
import { trainReference } from "../core/reference.ts";
import { prepare } from "../core/train_network.ts";
import { SETTINGS } from "./settings.ts";

const RUNS = 32, EPOCHS = 1000;
const trainings = Array.from(
  { length: RUNS },
  (_, seed) => prepare(parseConfig({ ...SETTINGS[0]!.config, epochs: EPOCHS, seed }).config),
);
const first = trainings[0]!,
  [stage] = planOf(first).stages,
  backEnd = webAssembly(),
  machine = machineFor(first, backEnd);
const { list, pairs } = lower(stage!.program, stage!.cost.copies);
const results = pairs.flatMap(({ next, during }) => [...next, ...during]);
const keyOf = structures(), kernels = noKernels(interpreter());

Deno.bench("structures: the key of a training", { group: "prepare" }, () => void keyOf(first));
Deno.bench("planOf: trace an epoch", { group: "prepare" }, () => void planOf(first));
Deno.bench("schedule: order its operations", { group: "prepare" }, () => void schedule(list, results));
Deno.bench("machineFor: all up to the kernel", { group: "prepare" }, () => void machineFor(first, backEnd));

Deno.bench(`reference: ${EPOCHS} epochs of a net`, { group: "train" }, () => void trainReference(first));
Deno.bench(`interpreter: ${EPOCHS} epochs of two nets`, { group: "train" }, () => {
  trainAll(trainings.slice(0, 2), "wasm", { kernels });
});
Deno.bench(`webAssembly: ${EPOCHS} epochs of ${RUNS} nets`, { group: "train", baseline: true }, () => {
  trainLockstep(trainings, machine, backEnd);
});
