/** Tables of many rows, and random points: the same bits on every engine, from kernels that do not depend on them. */
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import fc from "fast-check";
import type { TrainConfig } from "../../../core/config/config.ts";
import { type Backend, interpreterBackend, wasmBackend } from "../../../core/engine/backend.ts";
import { createKernelCache, trainAll } from "../../../core/engine/engine.ts";
import { ADDRESS_BYTES } from "../../../core/engine/memory.ts";
import { createStructureKeys } from "../../../core/engine/structure.ts";
import { wrapKernels } from "./programs.ts";
import { trainConfig } from "./random_configs.ts";
import { BASE, kernelTexts, layersOf, referenceTexts, textOf, trainingsOf } from "./trainings.ts";

const INTERPRETER = interpreterBackend(), WEB_ASSEMBLY = wasmBackend();

Deno.test("random configs give the same bits on every engine, with points and other tables", () => {
  fc.assert(
    fc.property(trainConfig, (config) => {
      const trainings = trainingsOf(config, 3), expected = referenceTexts(trainings);
      assertEquals(kernelTexts(trainings, WEB_ASSEMBLY), expected);
      assertEquals(kernelTexts(trainings.slice(0, 1), INTERPRETER), expected.slice(0, 1));
    }),
    { seed: 11, numRuns: 60 },
  );
});

Deno.test("tables of 500 rows give the same bits on every engine", () => {
  const base = { ...BASE, data: { name: "spirals", points: 500 }, network: layersOf(2, [3, "tanh"], [1, "sigmoid"]) };
  const schemes = [{}, { batch: "online" }, { batch: 32, order: "shuffled" }, { batch: "online", order: "shuffled" }];
  for (const scheme of schemes) {
    const trainings = trainingsOf({ ...base, ...scheme, epochs: 5, check: { every: 2 } } as TrainConfig, 2);
    assertEquals(kernelTexts(trainings, WEB_ASSEMBLY), referenceTexts(trainings));
  }
});

Deno.test("moved points and another fixed order need no new kernel, and more points do", () => {
  const keyOf = createStructureKeys();
  const key = (changed: Partial<TrainConfig>) => keyOf(trainingsOf({ ...BASE, ...changed } as TrainConfig, 1)[0]!);
  const points = (points: number, seed: number) => ({ data: { name: "circles", points, seed } }) as const;
  assertEquals(key(points(30, 2)), key(points(30, 1)));
  assertEquals(
    key({ ...points(9, 1), batch: 2, order: [8, 7, 6, 5, 4, 3, 2, 1, 0] }),
    key({ ...points(9, 2), batch: 2 }),
  );
  assertNotEquals(key(points(31, 1)), key(points(30, 1)));
  assertNotEquals(key({ ...points(30, 1), batch: 2, order: "shuffled" }), key({ ...points(30, 1), batch: 2 }));
  assertNotEquals(key(points(3, 2)), key(points(3, 1)), "few points are constants");
});

Deno.test("trainings on different points share a kernel and a batch", () => {
  const trainings = [1, 2, 3].flatMap((seed) => trainingsOf({ ...BASE, data: { name: "moons", points: 12, seed } }, 2));
  const kernels = createKernelCache(WEB_ASSEMBLY);
  assertEquals(trainAll(trainings, "wasm", { kernels }).map(textOf), referenceTexts(trainings));
  assertEquals(kernels.kernelSets.size, 1);
});

/** A backend whose kernels find the second and third row of each list swapped; the sum of two rows has no order. */
function swappingBackend(): Backend {
  const backend = wasmBackend();
  return wrapKernels(backend, (kernel) => (from, to, pair, list, ...rest) => {
    const { addresses } = backend.views(), first = list / ADDRESS_BYTES + 1;
    const swap = () => [addresses[first], addresses[first + 1]] = [addresses[first + 1]!, addresses[first]!];
    swap();
    const outOfBounds = kernel(from, to, pair, list, ...rest);
    swap();
    return outOfBounds;
  });
}

Deno.test("the comparison of engines catches a loop that visits two rows in the wrong order", () => {
  for (const batch of ["full", "online"] as const) {
    const trainings = trainingsOf({ ...BASE, data: { name: "gaussians", points: 20 }, batch }, 1);
    const expected = referenceTexts(trainings);
    assertEquals(kernelTexts(trainings, WEB_ASSEMBLY), expected);
    assert(String(kernelTexts(trainings, swappingBackend())) !== String(expected), batch);
  }
});
