import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { stream } from "../../../../core/random.ts";
import { dot, norm } from "../../../../experiments/catalog/analysis/curvature.ts";
import {
  axisPositions,
  largestRise,
  planeOf,
  pointInPlane,
  projectOnto,
  randomWalk,
} from "../../../../experiments/catalog/analysis/landscape.ts";

Deno.test("planeOf finds the plane of a planar path, and pointInPlane inverts projectOnto", () => {
  // 1 + a·(3, 4, 0)/5 + b·(0, 0, 1): squared distances from the end are 25 + 4 along the first, 1 along the second
  const point = (a: number, b: number) => [1 + 0.6 * a, 1 + 0.8 * a, 1 + b];
  const path = [point(-5, 0), point(-2, 0), point(0, 1), point(0, 0)], plane = planeOf(path);
  assertEquals(plane.centre, [1, 1, 1]);
  assertAlmostEquals(plane.explainedFractions[0], 29 / 30, 1e-15);
  assertAlmostEquals(plane.explainedFractions[1], 1, 1e-15);
  assertAlmostEquals(dot(plane.directions[0], plane.directions[1]), 0, 1e-15);
  assertAlmostEquals(projectOnto(plane, path[0]!)[0], -5, 1e-14); // the start lies on the negative side
  for (const w of path) {
    pointInPlane(plane, ...projectOnto(plane, w)).forEach((value, i) => assertAlmostEquals(value, w[i]!, 1e-14));
  }
});

Deno.test("planeOf reports the fractions that the plane contains", () => {
  const { explainedFractions } = planeOf([[3, 0, 0], [0, 2, 0], [0, 0, 1], [0, 0, 0]]);
  assertAlmostEquals(explainedFractions[0], 9 / 14, 1e-15);
  assertAlmostEquals(explainedFractions[1], 13 / 14, 1e-15);
});

Deno.test("largestRise compares every value with all later ones", () => {
  assertEquals(largestRise([3, 1, 2, 1.5, 4, 0]), 3);
  assertEquals(largestRise([3, 2, 1]), 0);
  assertEquals(largestRise([1, 1.5, 0.5, 0.75]), 0.5);
});

Deno.test("axisPositions covers the values and a fifth of their range on either side", () => {
  const places = axisPositions([2, 12, 7], 15);
  assertEquals(places.length, 15);
  assertAlmostEquals(places[0]!, 0, 1e-15);
  assertAlmostEquals(places[14]!, 14, 1e-14);
  assert(places.every((place, i) => i === 0 || place > places[i - 1]!));
});

Deno.test("planeOf turns both directions so that the start has negative coordinates, however short the path", () => {
  for (const scale of [1e-3, 1, 1e3]) {
    for (const [x, y] of [[1, 1], [1, -1], [-1, 1], [-1, -1]] as const) {
      const path = [[3 * x, y, 0], [2 * x, 0, 0], [x, y / 2, 0], [0, 0, 0]].map((point) => point.map((w) => w * scale));
      const start = projectOnto(planeOf(path), path[0]!);
      assertEquals(start.map((coordinate) => coordinate < 0), [true, true], JSON.stringify([scale, x, y]));
    }
  }
});

Deno.test("randomWalk has the start and the step lengths of the path, and directions of its own", () => {
  const path = [[1, 2, 3], [4, 6, 3], [4, 6, 2], [4, 6, 2]]; // steps of 5, 1 and 0
  const lengthsOf = (points: readonly (readonly number[])[]) =>
    points.slice(1).map((point, i) => norm(point.map((w, k) => w - points[i]![k]!)));
  const walk = randomWalk(stream("1", "walk"), path);
  assertEquals(walk[0], path[0]);
  lengthsOf(walk).forEach((length, i) => assertAlmostEquals(length, [5, 1, 0][i]!, 1e-14));
  assert(Math.abs(walk[1]![0]! - 4) > 1e-3);
});

Deno.test("randomWalk goes in no preferred direction", () => {
  const random = stream("1", "walk");
  const ends = Array.from({ length: 4000 }, () => randomWalk(random, [[0, 0], [1, 0]])[1]!);
  for (const axis of [0, 1]) {
    const mean = ends.reduce((sum, end) => sum + end[axis]!, 0) / ends.length;
    const square = ends.reduce((sum, end) => sum + end[axis]! * end[axis]!, 0) / ends.length;
    assertAlmostEquals(mean, 0, 0.045); // four standard errors of √(½/4000)
    assertAlmostEquals(square, 0.5, 0.023);
  }
});
