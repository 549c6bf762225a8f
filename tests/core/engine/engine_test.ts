import { assert, assertEquals, assertNotEquals } from "@std/assert";
import type { TrainConfig } from "../../../core/config/config.ts";
import { type BackEnd, interpreter, webAssembly } from "../../../core/engine/backend.ts";
import { noKernels, trainAll } from "../../../core/engine/engine.ts";
import { structures } from "../../../core/engine/structure.ts";
import { BASE, layersOf, referenceOf, textOf, trainingsOf } from "./trainings.ts";

/** A back end that counts the kernels it makes. */
function counting(): { readonly backEnd: BackEnd; made(): number } {
  const backEnd = interpreter();
  let made = 0;
  const kernel: BackEnd["kernel"] = (stage, layout) => {
    made++;
    return backEnd.kernel(stage, layout);
  };
  return { backEnd: { ...backEnd, kernel }, made: () => made };
}

Deno.test("trainAll answers in the order of the trainings, whatever their structures", () => {
  const configs: readonly TrainConfig[] = [BASE, { ...BASE, batch: "online" }, { ...BASE, data: "or" }];
  const trainings = [0, 1, 2].flatMap((seed) => configs.map((config) => trainingsOf(config, seed + 1)[seed]!));
  for (const engine of ["auto", "reference", "wasm"] as const) {
    assertEquals(trainAll(trainings, engine).map(textOf), referenceOf(trainings));
  }
  assertEquals(trainAll([], "wasm"), []);
});

Deno.test("trainAll makes kernels for much work alone, and uses again those there are", () => {
  const few = trainingsOf(BASE, 2), many = trainingsOf({ ...BASE, epochs: 500 }, 30), { backEnd, made } = counting();
  const kernels = noKernels(backEnd);
  trainAll(few, "auto", { kernels });
  assertEquals(made(), 0);
  trainAll(many, "auto", { kernels });
  assertEquals(made(), 1);
  trainAll(few, "auto", { kernels });
  trainAll(many, "wasm", { kernels });
  assertEquals(made(), 1);
});

Deno.test("trainAll has the reference train what is too large for kernels", () => {
  const { backEnd, made } = counting(), network = layersOf(2, [1100, "tanh"], [1, "sigmoid"]);
  const trainings = trainingsOf({ ...BASE, network, epochs: 1 }, 1);
  assertEquals(trainAll(trainings, "wasm", { kernels: noKernels(backEnd) }).map(textOf), referenceOf(trainings));
  assertEquals(made(), 0);
});

Deno.test("trainAll tells how many epochs are done, up to all of them", () => {
  const trainings = [...trainingsOf(BASE, 5), ...trainingsOf({ ...BASE, batch: "online", epochs: 30 }, 2)];
  for (const engine of ["reference", "wasm"] as const) {
    const told: number[] = [];
    trainAll(trainings, engine, { onProgress: (epochs) => told.push(epochs) });
    assertEquals(told, told.toSorted((a, b) => a - b));
    assertEquals(told.at(-1), 5 * 43 + 2 * 30);
  }
});

Deno.test("noKernels does without WebAssembly where it is missing or refused", () => {
  const trainings = trainingsOf(BASE, 3), expected = referenceOf(trainings), { WebAssembly } = globalThis;
  class Refused {
    constructor() {
      throw new WebAssembly.CompileError("refused");
    }
  }
  try {
    for (const stand of [undefined, { Memory: WebAssembly.Memory, Instance: WebAssembly.Instance, Module: Refused }]) {
      Object.assign(globalThis, { WebAssembly: stand });
      assertEquals(trainAll(trainings, "wasm").map(textOf), expected);
    }
  } finally {
    Object.assign(globalThis, { WebAssembly });
  }
});

Deno.test("webAssembly makes room for more, and keeps its kernels", () => {
  const kernels = noKernels(webAssembly()), small = trainingsOf(BASE, 1), large = trainingsOf(BASE, 70);
  const wide = trainingsOf({ ...BASE, network: layersOf(2, [20, "softplus"], [1, "sigmoid"]) }, 3);
  for (const trainings of [small, large, wide, small, large]) {
    assertEquals(trainAll(trainings, "wasm", { kernels }).map(textOf), referenceOf(trainings));
  }
});

Deno.test("structures gives equal texts to trainings that differ in numbers alone, and others to all others", () => {
  const keyOf = structures(), key = (config: TrainConfig) => keyOf(trainingsOf(config, 1)[0]!);
  const online: TrainConfig = { ...BASE, batch: "online" };
  const alike: readonly TrainConfig[] = [
    { ...BASE, data: "or" },
    { ...BASE, optimizer: { name: "gradientDescent", learningRate: 3 } },
    { ...BASE, epochs: 7, check: { every: 2 }, stop: { maxError: 0.1 } },
    { ...BASE, initializer: "heNormal", order: "shuffled" },
  ];
  for (const config of alike) assertEquals(key(config), key(BASE));
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
  ];
  assertEquals(new Set(different.map(key)).size, different.length);
  assertNotEquals(key(online), key(BASE));
  assert(key(BASE).length < 2000);
});
