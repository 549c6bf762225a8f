import { assertEquals, assertLess, assertNotEquals } from "@std/assert";
import fc from "fast-check";
import { type Backend, interpreterBackend, wasmBackend } from "../../../../core/engine/backend.ts";
import { SIMD_OPCODES } from "../../../../core/engine/compile/assembler.ts";
import type { Program } from "../../../../core/engine/plan/tracer.ts";
import {
  bitsOf,
  type LaneNumbers,
  type LaneResult,
  number,
  OPERATIONS,
  programOf,
  type Recipe,
  recipe,
  ROW_WIDTH,
  RUN_CONSTANT_COUNT,
  runLanes,
  runOnNumbers,
  STATE_COUNT,
  wrapKernels,
} from "../programs.ts";

const CHECKED = { seed: 11, numRuns: 400 };
const ORDER_LENGTH = 6, ROW_COUNT = 2;

const numbers = (count: number) => fc.array(number, { minLength: count, maxLength: count });
const lane: fc.Arbitrary<LaneNumbers> = fc.record({
  state: numbers(STATE_COUNT),
  runConstants: numbers(RUN_CONSTANT_COUNT),
  rows: fc.array(numbers(ROW_WIDTH), { minLength: ROW_COUNT, maxLength: ROW_COUNT }),
  order: fc.array(fc.nat(ROW_COUNT - 1), { minLength: ORDER_LENGTH, maxLength: ORDER_LENGTH }),
  // wide enough that some programs stay within them
  bounds: fc.tuple(fc.constantFrom(-Infinity, -1, 0), fc.constantFrom(Infinity, 1e3, 1)),
});
const checkedRepeat = fc.constantFrom<Program["checkedRepeat"]>("first", "last");

const textsOf = (lanes: readonly LaneResult[]) =>
  lanes.map(({ state, checks }) => bitsOf([...state, ...checks.flat()]).join(" "));

const expectedTexts = (
  recipe: Recipe,
  lanes: readonly LaneNumbers[],
  checkedRepeat: Program["checkedRepeat"] = "first",
  intervals = 1,
) => textsOf(lanes.map((lane) => runOnNumbers(recipe, lane, checkedRepeat, intervals)));

for (const [name, backend] of Object.entries({ interpreter: interpreterBackend(), webAssembly: wasmBackend() })) {
  Deno.test(`${name} runs random programs like plain numbers, in every lane`, () => {
    const lanes = fc.array(lane, { minLength: 1, maxLength: 9 }), few = fc.constantFrom(1, 2, 3);
    const outcomes = new Set<boolean>();
    fc.assert(
      fc.property(
        recipe,
        checkedRepeat,
        lanes,
        few,
        few,
        fc.boolean(),
        (recipe, checkedRepeat, lanes, groupSize, intervals, inPlace) => {
          const program = programOf(recipe, checkedRepeat);
          const results = runLanes(backend, program, groupSize, lanes, inPlace, intervals);
          assertEquals(textsOf(results.lanes), expectedTexts(recipe, lanes, checkedRepeat, intervals));
          const isOutOfBounds = ({ checks }: LaneResult, lane: number) => {
            const [low, high] = lanes[lane]!.bounds;
            const values = checks.map(([before, during]) => Math.max(before, during));
            return !values.every((value) => value >= low && value < high);
          };
          assertEquals(results.isOutOfBounds, results.lanes.some(isOutOfBounds));
          outcomes.add(results.isOutOfBounds);
        },
      ),
      CHECKED,
    );
    assertEquals(outcomes.size, 2);
  });
}

Deno.test("webAssembly reads the whole state before it replaces any of it", () => {
  // state 0 becomes state 1, 1 becomes 2, 2 becomes 0; results count from the last value backwards
  const rotate: Recipe = { constants: [1], steps: [{ name: "add", operands: [0, 1, 0, 0] }], results: [7, 6, 8, 0] };
  const bounds = [-Infinity, Infinity] as const;
  const lanes = [1, 2].map((x) => ({
    state: [x, 10 * x, 100 * x],
    runConstants: [0, 0],
    rows: [[0, 0]],
    order: [0, 0],
    bounds,
  }));
  for (const inPlace of [false, true]) {
    const results = runLanes(wasmBackend(), programOf(rotate), 1, lanes, inPlace, 1);
    assertEquals(results.lanes.map(({ state }) => state), [[100, 1, 10], [200, 2, 20]]);
  }
});

/** Each operation by itself, applied to the state, and to a run constant and the row. */
const SINGLE_OPERATIONS = Object.keys(OPERATIONS).map((name): Recipe => ({
  constants: [0.75],
  steps: [{ name, operands: [0, 1, 2, 3] }, { name, operands: [8, 5, 6, 0] }],
  results: [0, 1, 2, 0],
}));
const LANES: readonly LaneNumbers[] = [
  { state: [0.3, -0.7, 1.9], runConstants: [0.25, -1.5], rows: [[0, 1], [1, 0]], order: [0, 1], bounds: [0, 1] },
  { state: [1.3, 1.3, -0.4], runConstants: [0.5, 2.5], rows: [[1, -1], [0.5, 2]], order: [1, 1], bounds: [0, 1] },
  { state: [-2, 0, 0.1], runConstants: [1, 0.125], rows: [[0, 0], [1, 1]], order: [0, 0], bounds: [0, 1] },
];

/** How many single operations give the right results; a trap is a wrong result. */
function countRight(backend: Backend): number {
  const isRight = (recipe: Recipe) => {
    try {
      const results = textsOf(runLanes(backend, programOf(recipe), 2, LANES, false, 1).lanes);
      return results.join() === expectedTexts(recipe, LANES).join();
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) return false;
      throw error;
    }
  };
  return SINGLE_OPERATIONS.filter(isRight).length;
}

/** For each instruction a wrong one with the same operands and immediates. */
const WRONG_OPCODES: { readonly [N in keyof typeof SIMD_OPCODES]?: keyof typeof SIMD_OPCODES } = {
  "f64x2.eq": "f64x2.lt",
  "f64x2.lt": "f64x2.eq",
  "v128.and": "v128.or",
  "v128.andnot": "v128.and",
  "v128.or": "v128.and",
  "f64x2.abs": "f64x2.sqrt",
  "f64x2.sqrt": "f64x2.abs",
  "f64x2.add": "f64x2.sub",
  "f64x2.sub": "f64x2.add",
  "f64x2.mul": "f64x2.div",
  "f64x2.div": "f64x2.mul",
  "f64x2.pmin": "f64x2.pmax",
  "f64x2.pmax": "f64x2.pmin",
};

Deno.test("webAssembly computes each single operation", () => {
  assertEquals(countRight(wasmBackend()), SINGLE_OPERATIONS.length);
});

for (
  const [right, wrong] of Object.entries(WRONG_OPCODES) as [keyof typeof SIMD_OPCODES, keyof typeof SIMD_OPCODES][]
) {
  Deno.test(`the comparison with numbers catches ${wrong} in place of ${right}`, () => {
    assertLess(countRight(wasmBackend({ ...SIMD_OPCODES, [right]: SIMD_OPCODES[wrong] })), SINGLE_OPERATIONS.length);
  });
}

Deno.test("the comparison with numbers catches swapped lanes and a missing repeat", () => {
  const [recipe] = SINGLE_OPERATIONS as [Recipe, ...Recipe[]], two = LANES.slice(0, 2);
  const swapped = runLanes(wasmBackend(), programOf(recipe), 1, two, false, 1).lanes.toReversed();
  assertNotEquals(textsOf(swapped), expectedTexts(recipe, two));
  const withMissingRepeat = wrapKernels(
    wasmBackend(),
    (kernel) => (from, to, pair, list, repeats, ...counts) => kernel(from, to, pair, list, repeats - 1, ...counts),
  );
  assertNotEquals(countRight(withMissingRepeat), SINGLE_OPERATIONS.length);
});
