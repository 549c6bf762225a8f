import { assert, assertAlmostEquals, assertEquals, assertNotEquals } from "@std/assert";
import fc from "fast-check";
import { datasetOf } from "../../../core/components/datasets.ts";
import {
  drawPoints,
  type GeneratedData,
  MAX_POINTS,
  POINT_SETS,
  type PointSetName,
  trainingCountOf,
} from "../../../core/components/point_sets.ts";
import { stream } from "../../../core/random.ts";

const NAMES = Object.keys(POINT_SETS) as PointSetName[];
const MOONS: GeneratedData = {
  name: "moons",
  points: 20,
  noise: 0.1,
  split: 1,
  balance: 0.5,
  seed: 7,
  constant: false,
};

/** x, y and target of the first points of seed 7 with noise 0.1, from Python's hashlib and math. */
// deno-fmt-ignore
const FROM_PYTHON: Readonly<Record<PointSetName, readonly (readonly [number, number, number])[]>> = {
  circles: [[-0.04443766488686049, -0.5984502972688022, 1], [0.9794292645979272, 0.20782493274974873, 0], [-0.12170620646952647, 0.5926392580259008, 1], [-0.7349222707455206, -0.5040732475481373, 0]],
  moons: [[0.8297876882778767, -0.4865450307593183, 1], [0.3331088593674451, -0.1048510990741245, 0], [0.1006966639193673, -0.25380982282783465, 1], [-0.5748312682193197, 0.6275780735100245, 0]],
  spirals: [[0.019378256606481875, -0.8188519325513048, 1], [0.03649692028042159, 0.0014587678570998543, 0], [0.4053218745058258, 0.2948233804748549, 1], [0.538530009616222, 0.4786523344331881, 0]],
  gaussians: [[0.46438984679397277, 0.45156042739867647, 1], [-0.40357176944186046, -0.49614020857726304, 0], [0.4881337790619369, 0.41115814695637215, 1], [-0.49205998236413645, -0.6627489368275167, 0]],
  xorClouds: [[1.09757289856457, -1.119041286226866, 1], [-0.996140208577263, -1.011866220938063, 0], [-0.8883720283755197, 1.1504230650465004, 1], [1.0008284291259264, 1.1731792220956996, 0]],
};

/** From the first words of SHA-256 over 500 points of each set; a change needs a line in the changelog. */
const GOLDEN = [1424501380, -2012922341, 663491029, -563978281] as const;

const generatedData: fc.Arbitrary<GeneratedData> = fc.record({
  name: fc.constantFrom(...NAMES),
  points: fc.integer({ min: 2, max: 300 }),
  noise: fc.double({ min: 0, max: 2, noNaN: true }),
  split: fc.double({ min: 0.001, max: 1, noNaN: true }),
  balance: fc.double({ min: 0, max: 1, noNaN: true }),
  seed: fc.oneof(fc.integer(), fc.string()),
  constant: fc.boolean(),
});

for (const name of NAMES) {
  Deno.test(`drawPoints gives the points of ${name} that Python computes`, () => {
    const points = drawPoints({ ...MOONS, name, points: 4 });
    for (const [i, [x, y, target]] of FROM_PYTHON[name].entries()) {
      assertAlmostEquals(points[i]!.inputs[0], x, 1e-14);
      assertAlmostEquals(points[i]!.inputs[1], y, 1e-14);
      assertEquals(points[i]!.target, target);
    }
  });

  Deno.test(`POINT_SETS.${name} lies within ±1, and draws equally many numbers for each point`, () => {
    const random = stream("1", "data"), draws = new Set<number>();
    let count = 0;
    const counted = { ...random, double: () => (count++, random.double()) };
    for (let i = 0; i < 1000; i++) {
      count = 0;
      const [x, y] = POINT_SETS[name].draw(counted, i % 2 as 0 | 1);
      draws.add(count);
      assert(Math.abs(x) <= 1 && Math.abs(y) <= 1, `${x} ${y}`);
    }
    assertEquals(draws.size, 1);
  });
}

/** The distance between the point and the closest point of its class's curve, in the formulas of a textbook. */
const DISTANCES: Readonly<Record<PointSetName, (x: number, y: number, target: 0 | 1) => number>> = {
  circles: (x, y, target) => Math.abs(Math.hypot(x, y) - (target === 0 ? 1 : 0.5)),
  moons: (x, y, target) => {
    const [u, v] = [1.5 * x + 0.5, 1.5 * y + 0.25];
    const isOnSide = target === 0 ? v >= 0 : v <= 0.5;
    return isOnSide ? Math.abs(Math.hypot(target === 0 ? u : u - 1, target === 0 ? v : v - 0.5) - 1) : 1;
  },
  spirals: (x, y, target) => {
    const angle = 3.5 * Math.PI * Math.hypot(x, y) + (target === 0 ? 0 : Math.PI);
    return Math.hypot(x - Math.hypot(x, y) * Math.cos(angle), y - Math.hypot(x, y) * Math.sin(angle));
  },
  gaussians: (x, y, target) => Math.hypot(x - (target === 0 ? -0.5 : 0.5), y - (target === 0 ? -0.5 : 0.5)),
  xorClouds: (x, y, target) => Math.hypot(Math.abs(x) - 1, Math.abs(y) - 1) + Number(x * y < 0) - target,
};

Deno.test("drawPoints without noise draws points on the curve of their class", () => {
  for (const name of NAMES) {
    for (const { inputs: [x, y], target } of drawPoints({ ...MOONS, name, points: 400, noise: 0 })) {
      assertAlmostEquals(DISTANCES[name](x, y, target), 0, 1e-12, `${name} ${x} ${y}`);
    }
  }
});

Deno.test("drawPoints adds normal noise of the given deviation to both coordinates", () => {
  const noise = 0.3, count = 1000, square = { x: 0, y: 0, xy: 0 };
  const exact = drawPoints({ ...MOONS, points: count, noise: 0 });
  drawPoints({ ...MOONS, points: count, noise }).forEach(({ inputs: [x, y] }, i) => {
    const [right, up] = [x - exact[i]!.inputs[0], y - exact[i]!.inputs[1]];
    square.x += right * right / count;
    square.y += up * up / count;
    square.xy += right * up / count;
  });
  // the standard error of a variance is √(2/n) of it
  assertAlmostEquals(square.x / (noise * noise), 1, 4 * Math.sqrt(2 / count));
  assertAlmostEquals(square.y / (noise * noise), 1, 4 * Math.sqrt(2 / count));
  assertAlmostEquals(square.xy / (noise * noise), 0, 4 * Math.sqrt(1 / count));
});

Deno.test("drawPoints keeps the first points of a set that becomes larger, and moves them in line with the noise", () => {
  fc.assert(
    fc.property(generatedData, (data) => {
      const points = drawPoints(data), more = drawPoints({ ...data, points: data.points + 17 });
      assertEquals(more.slice(0, data.points), points);
      const exact = drawPoints({ ...data, noise: 0 }), noisier = drawPoints({ ...data, noise: 2 * data.noise });
      for (const [i, { inputs }] of points.entries()) {
        for (const axis of [0, 1] as const) {
          assertAlmostEquals((exact[i]!.inputs[axis] + noisier[i]!.inputs[axis]) / 2, inputs[axis], 1e-12);
        }
      }
    }),
    { seed: 1, numRuns: 100 },
  );
});

Deno.test("drawPoints mixes the classes in the given balance, in every prefix", () => {
  fc.assert(
    fc.property(generatedData, (data) => {
      let ones = 0;
      for (const [i, { target }] of drawPoints(data).entries()) {
        ones += target;
        assert(Math.abs(ones - (i + 1) * data.balance) <= 0.5 + 1e-9);
      }
    }),
    { seed: 2, numRuns: 200 },
  );
});

/** The rows of a data set: the training set, then the test set. */
function rowsOf(data: GeneratedData) {
  const { inputs, targets, test } = datasetOf(data);
  const rowsIn = (table: { inputs: readonly (readonly number[])[]; targets: readonly unknown[] }) =>
    table.inputs.map((row, i) => [...row, table.targets[i]]);
  return { training: rowsIn({ inputs, targets }), test: test ? rowsIn(test) : [] };
}

/** Whether training and test set together are the points in their order, with no point in both. */
function isPartition(data: GeneratedData, { training, test }: ReturnType<typeof rowsOf>): boolean {
  const all = drawPoints(data).map(({ inputs, target }) => [...inputs, ...(data.constant ? [1] : []), target]);
  return JSON.stringify([...training, ...test]) === JSON.stringify(all) && training.length === trainingCountOf(data);
}

Deno.test("datasetOf splits points into a training and a test set without a point in common", () => {
  fc.assert(
    fc.property(generatedData, (data) => {
      const rows = rowsOf(data);
      assert(isPartition(data, rows));
      assert(rows.training.length >= 1);
      assert(Math.abs(rows.training.length - data.points * data.split) <= 0.5 || rows.training.length === 1);
      assertEquals(datasetOf(data).test === undefined, rows.test.length === 0);
    }),
    { seed: 3, numRuns: 200 },
  );
});

Deno.test("the test of the split catches a test set that leaks into the training set", () => {
  const data = { ...MOONS, split: 0.5 }, { training, test } = rowsOf(data);
  assert(isPartition(data, { training, test }));
  assert(!isPartition(data, { training: [...training, test[0]!], test }));
  assert(!isPartition(data, { training: [...training.slice(1), test[0]!], test }));
  assert(!isPartition(data, { training, test: [training[0]!, ...test.slice(1)] }));
});

Deno.test("datasetOf draws points from the seed of the data alone, and remembers them", () => {
  assertEquals(datasetOf({ ...MOONS }), datasetOf({ ...MOONS }));
  assert(datasetOf({ ...MOONS }) === datasetOf({ ...MOONS, seed: "7" }));
  assertNotEquals(datasetOf(MOONS), datasetOf({ ...MOONS, seed: 8 }));
  for (let seed = 0; seed < 40; seed++) datasetOf({ ...MOONS, seed });
  assertEquals(datasetOf({ ...MOONS }), datasetOf(MOONS));
  assertEquals(datasetOf({ ...MOONS, points: MAX_POINTS }).inputs.length, MAX_POINTS);
});

Deno.test("drawPoints gives the golden bits", () => {
  const texts = NAMES.flatMap((name) =>
    drawPoints({ ...MOONS, name, points: 500 }).map(({ inputs, target }) => `${name} ${inputs} ${target}`)
  );
  // the digest as four words of a stream that is named by the text
  assertEquals(stream(texts.join("\n"), "golden").state(), GOLDEN);
});
