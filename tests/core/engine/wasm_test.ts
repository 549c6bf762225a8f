import { assertEquals, assertLess, assertNotEquals } from "@std/assert";
import fc from "fast-check";
import { OPCODES } from "../../../core/engine/assembler.ts";
import { type BackEnd, interpreter, webAssembly } from "../../../core/engine/backend.ts";
import type { Program } from "../../../core/engine/tracer.ts";
import {
  bitsOf,
  cookNumbers,
  type LaneNumbers,
  type LaneResult,
  number,
  OPERATIONS,
  programOf,
  type Recipe,
  recipe,
  runLanes,
  SETTINGS,
  STATE,
  WIDTH,
} from "./programs.ts";

const CHECKED = { seed: 11, numRuns: 400 };
const LENGTH = 6, ROWS = 2;

const numbers = (count: number) => fc.array(number, { minLength: count, maxLength: count });
const lane: fc.Arbitrary<LaneNumbers> = fc.record({
  state: numbers(STATE),
  settings: numbers(SETTINGS),
  rows: fc.array(numbers(WIDTH), { minLength: ROWS, maxLength: ROWS }),
  order: fc.array(fc.nat(ROWS - 1), { minLength: LENGTH, maxLength: LENGTH }),
  // wide ones, so that a program now and then tells nothing out of bounds
  bounds: fc.tuple(fc.constantFrom(-Infinity, -1, 0), fc.constantFrom(Infinity, 1e3, 1)),
});
const tells = fc.constantFrom<Program["tells"]>("first", "last");

const shown = (lanes: readonly LaneResult[]) =>
  lanes.map(({ state, told }) => bitsOf([...state, ...told.flat()]).join(" "));

const expected = (recipe: Recipe, lanes: readonly LaneNumbers[], tells: Program["tells"] = "first", intervals = 1) =>
  shown(lanes.map((lane) => cookNumbers(recipe, lane, tells, intervals)));

for (const [name, backEnd] of Object.entries({ interpreter: interpreter(), webAssembly: webAssembly() })) {
  Deno.test(`${name} runs random programs as plain numbers do, in every lane`, () => {
    const lanes = fc.array(lane, { minLength: 1, maxLength: 9 }), few = fc.constantFrom(1, 2, 3);
    const alarms = new Set<boolean>();
    fc.assert(
      fc.property(recipe, tells, lanes, few, few, fc.boolean(), (recipe, tells, lanes, copies, intervals, inPlace) => {
        const results = runLanes(backEnd, programOf(recipe, tells), copies, lanes, inPlace, intervals);
        assertEquals(shown(results.lanes), expected(recipe, lanes, tells, intervals));
        const isOut = ({ told }: LaneResult, lane: number) => {
          const [low, high] = lanes[lane]!.bounds, sights = told.map(([before, during]) => Math.max(before, during));
          return !sights.every((sight) => sight >= low && sight < high);
        };
        assertEquals(results.isAlarmed, results.lanes.some(isOut));
        alarms.add(results.isAlarmed);
      }),
      CHECKED,
    );
    assertEquals(alarms.size, 2);
  });
}

Deno.test("webAssembly reads all of the state before it replaces any", () => {
  // state 0 becomes state 1, 1 becomes 2, 2 becomes 0; values count from the last one back
  const turn: Recipe = { constants: [1], steps: [{ name: "add", operands: [0, 1, 0, 0] }], results: [7, 6, 8, 0] };
  const bounds = [-Infinity, Infinity] as const;
  const lanes = [1, 2].map((x) => ({
    state: [x, 10 * x, 100 * x],
    settings: [0, 0],
    rows: [[0, 0]],
    order: [0, 0],
    bounds,
  }));
  for (const inPlace of [false, true]) {
    const results = runLanes(webAssembly(), programOf(turn), 1, lanes, inPlace, 1);
    assertEquals(results.lanes.map(({ state }) => state), [[100, 1, 10], [200, 2, 20]]);
  }
});

/** Each operation by itself, of the state, and on a setting and the row. */
const SINGLE = Object.keys(OPERATIONS).map((name): Recipe => ({
  constants: [0.75],
  steps: [{ name, operands: [0, 1, 2, 3] }, { name, operands: [8, 5, 6, 0] }],
  results: [0, 1, 2, 0],
}));
const LANES: readonly LaneNumbers[] = [
  { state: [0.3, -0.7, 1.9], settings: [0.25, -1.5], rows: [[0, 1], [1, 0]], order: [0, 1], bounds: [0, 1] },
  { state: [1.3, 1.3, -0.4], settings: [0.5, 2.5], rows: [[1, -1], [0.5, 2]], order: [1, 1], bounds: [0, 1] },
  { state: [-2, 0, 0.1], settings: [1, 0.125], rows: [[0, 0], [1, 1]], order: [0, 0], bounds: [0, 1] },
];

/** How many of the single operations come out as they should; a trap is a wrong result. */
function countRight(backEnd: BackEnd): number {
  const isRight = (recipe: Recipe) => {
    try {
      const results = shown(runLanes(backEnd, programOf(recipe), 2, LANES, false, 1).lanes);
      return results.join() === expected(recipe, LANES).join();
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) return false;
      throw error;
    }
  };
  return SINGLE.filter(isRight).length;
}

/** For an instruction another one that takes the same operands and immediates. */
const WRONG: { readonly [N in keyof typeof OPCODES]?: keyof typeof OPCODES } = {
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
  assertEquals(countRight(webAssembly()), SINGLE.length);
});

for (const [right, wrong] of Object.entries(WRONG) as [keyof typeof OPCODES, keyof typeof OPCODES][]) {
  Deno.test(`the comparison with numbers catches ${wrong} in the place of ${right}`, () => {
    assertLess(countRight(webAssembly({ ...OPCODES, [right]: OPCODES[wrong] })), SINGLE.length);
  });
}

Deno.test("the comparison with numbers catches swapped lanes and a repetition left out", () => {
  const swapped = runLanes(webAssembly(), programOf(SINGLE[0]!), 1, LANES.slice(0, 2), false, 1).lanes.toReversed();
  assertNotEquals(shown(swapped), expected(SINGLE[0]!, LANES.slice(0, 2)));
  const short: BackEnd = { ...webAssembly() }, { kernel } = short;
  const oneLess: BackEnd = {
    ...short,
    kernel: (stage, layout) => {
      const run = kernel(stage, layout);
      return (from, to, pair, list, times, ...counts) => run(from, to, pair, list, times - 1, ...counts);
    },
  };
  assertNotEquals(countRight(oneLess), SINGLE.length);
});
