import { assert, assertEquals, assertNotEquals } from "@std/assert";
import type { TrainConfig } from "../../../core/config/config.ts";
import { type Backend, interpreterBackend, wasmBackend } from "../../../core/engine/backend.ts";
import { createKernelCache, trainAll } from "../../../core/engine/engine.ts";
import { createStructureKeys } from "../../../core/engine/structure.ts";
import { wrapKernels } from "./programs.ts";
import { BASE, layersOf, referenceTexts, textOf, trainingsOf } from "./trainings.ts";

/** A backend that counts the kernels it compiles. */
function countingBackend(): { readonly backend: Backend; compiled(): number } {
  let compiled = 0;
  const backend = wrapKernels(interpreterBackend(), (kernel) => {
    compiled++;
    return kernel;
  });
  return { backend, compiled: () => compiled };
}

Deno.test("trainAll returns results in the order of the trainings, whatever their structures", () => {
  const configs: readonly TrainConfig[] = [BASE, { ...BASE, batch: "online" }, { ...BASE, data: "or" }];
  const trainings = [0, 1, 2].flatMap((seed) => configs.map((config) => trainingsOf(config, seed + 1)[seed]!));
  for (const engine of ["auto", "reference", "wasm"] as const) {
    assertEquals(trainAll(trainings, engine).map(textOf), referenceTexts(trainings));
  }
  assertEquals(trainAll([], "wasm"), []);
});

Deno.test("trainAll compiles kernels only for enough work, and reuses them", () => {
  const few = trainingsOf(BASE, 2), many = trainingsOf({ ...BASE, epochs: 500 }, 30);
  const { backend, compiled } = countingBackend();
  const kernels = createKernelCache(backend);
  trainAll(few, "auto", { kernels });
  assertEquals(compiled(), 0);
  trainAll(many, "auto", { kernels });
  assertEquals(compiled(), 1);
  trainAll(few, "auto", { kernels });
  trainAll(many, "wasm", { kernels });
  assertEquals(compiled(), 1);
});

Deno.test("trainAll trains nets that are too large for kernels with the reference", () => {
  const { backend, compiled } = countingBackend(), network = layersOf(2, [1100, "tanh"], [1, "sigmoid"]);
  const trainings = trainingsOf({ ...BASE, network, epochs: 1 }, 1);
  assertEquals(
    trainAll(trainings, "wasm", { kernels: createKernelCache(backend) }).map(textOf),
    referenceTexts(trainings),
  );
  assertEquals(compiled(), 0);
});

Deno.test("trainAll reports increasing numbers of epochs, up to the total", () => {
  const trainings = [...trainingsOf(BASE, 5), ...trainingsOf({ ...BASE, batch: "online", epochs: 30 }, 2)];
  for (const engine of ["reference", "wasm"] as const) {
    const reported: number[] = [];
    trainAll(trainings, engine, { onProgress: (epochs) => reported.push(epochs) });
    assertEquals(reported, reported.toSorted((a, b) => a - b));
    assertEquals(reported.at(-1), 5 * 43 + 2 * 30);
  }
});

Deno.test("createKernelCache falls back to the interpreter if WebAssembly is missing or refused", () => {
  const trainings = trainingsOf(BASE, 3), expected = referenceTexts(trainings), { WebAssembly } = globalThis;
  class Refused {
    constructor() {
      throw new WebAssembly.CompileError("refused");
    }
  }
  try {
    for (const fake of [undefined, { Memory: WebAssembly.Memory, Instance: WebAssembly.Instance, Module: Refused }]) {
      Object.assign(globalThis, { WebAssembly: fake });
      assertEquals(trainAll(trainings, "wasm").map(textOf), expected);
    }
  } finally {
    Object.assign(globalThis, { WebAssembly });
  }
});

Deno.test("wasmBackend grows its memory and keeps its kernels", () => {
  const kernels = createKernelCache(wasmBackend()), small = trainingsOf(BASE, 1), large = trainingsOf(BASE, 70);
  const wide = trainingsOf({ ...BASE, network: layersOf(2, [20, "softplus"], [1, "sigmoid"]) }, 3);
  for (const trainings of [small, large, wide, small, large]) {
    assertEquals(trainAll(trainings, "wasm", { kernels }).map(textOf), referenceTexts(trainings));
  }
});

Deno.test("structure keys are equal for trainings that differ only in numbers, and distinct otherwise", () => {
  const keyOf = createStructureKeys(), key = (config: TrainConfig) => keyOf(trainingsOf(config, 1)[0]!);
  const online: TrainConfig = { ...BASE, batch: "online" };
  const equal: readonly TrainConfig[] = [
    { ...BASE, data: "or" },
    { ...BASE, optimizer: { name: "gradientDescent", learningRate: 3 } },
    { ...BASE, epochs: 7, check: { every: 2 }, stop: { maxError: 0.1 } },
    { ...BASE, initializer: "heNormal", order: "shuffled" },
    { ...BASE, optimizer: { ...BASE.optimizer, weightDecay: 0 } },
  ];
  for (const config of equal) assertEquals(key(config), key(BASE));
  assertEquals(keyOf(trainingsOf(BASE, 2)[1]!), key(BASE));
  const leaky = (slope: number) => layersOf(2, [3, { name: "leakyRelu", slope }], [1, "sigmoid"]);
  const different: readonly TrainConfig[] = [
    BASE,
    online,
    { ...online, order: "shuffled" },
    { ...online, order: [3, 2, 1, 0] },
    { ...BASE, batch: 2 },
    { ...BASE, data: { name: "xor", encoding: "bipolar" } },
    { ...BASE, loss: "squaredError" },
    { ...BASE, loss: { name: "halfSquaredError", reduction: "sum" } },
    { ...BASE, loss: "huber" },
    { ...BASE, loss: { name: "huber", delta: 2 } },
    { ...BASE, network: layersOf(2, [4, "sigmoid"], [1, "sigmoid"]) },
    { ...BASE, network: layersOf(2, [3, "tanh"], [1, "sigmoid"]) },
    { ...BASE, network: leaky(0.1) },
    { ...BASE, network: leaky(0.2) },
    { ...BASE, network: { inputs: 2, layers: BASE.network.layers.map((layer) => ({ ...layer, bias: false })) } },
    { ...BASE, optimizer: { name: "momentum", learningRate: 0.5 } },
    { ...BASE, optimizer: { name: "momentum", learningRate: 0.5, momentum: 0.5 } },
    { ...BASE, optimizer: { name: "momentum", learningRate: 0.5, reset: "epoch" } },
    { ...BASE, optimizer: { name: "adam", learningRate: 0.5 } },
    { ...BASE, optimizer: { name: "adamw", learningRate: 0.5 } },
    { ...BASE, optimizer: { ...BASE.optimizer, weightDecay: 0.5 } },
    { ...BASE, optimizer: { ...BASE.optimizer, clipNorm: 0.5 } },
    { ...BASE, optimizer: { ...BASE.optimizer, clipNorm: 0.25 } },
    { ...BASE, optimizer: { ...BASE.optimizer, schedule: { name: "exponential", decay: 0.5 } } },
    { ...BASE, optimizer: { ...BASE.optimizer, schedule: { name: "exponential", decay: 0.25 } } },
    { ...BASE, optimizer: { ...BASE.optimizer, schedule: { name: "inverseTime", decay: 0.5 } } },
    { ...BASE, optimizer: { ...BASE.optimizer, schedule: { name: "step", every: 2, decay: 0.5 } } },
    { ...BASE, optimizer: { ...BASE.optimizer, schedule: { name: "step", every: 3, decay: 0.5 } } },
    { ...BASE, loss: "crossEntropy" },
    { ...BASE, loss: { name: "crossEntropy", smoothing: 0.5 } },
  ];
  assertEquals(new Set(different.map(key)).size, different.length);
  assertNotEquals(key(online), key(BASE));
  assert(key(BASE).length < 2000);
});
