import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { dot } from "../../../../experiments/catalog/analysis/curvature.ts";
import { largestRise, placed, planeOf, projected, spread } from "../../../../experiments/catalog/analysis/landscape.ts";

Deno.test("planeOf finds the plane of a flat path, and places its points again", () => {
  // 1 + a·(3, 4, 0)/5 + b·(0, 0, 1): squared distances from the end are 25 + 4 along the first, 1 along the second
  const point = (a: number, b: number) => [1 + 0.6 * a, 1 + 0.8 * a, 1 + b];
  const path = [point(-5, 0), point(-2, 0), point(0, 1), point(0, 0)], plane = planeOf(path);
  assertEquals(plane.centre, [1, 1, 1]);
  assertAlmostEquals(plane.shares[0], 29 / 30, 1e-15);
  assertAlmostEquals(plane.shares[1], 1, 1e-15);
  assertAlmostEquals(dot(plane.directions[0], plane.directions[1]), 0, 1e-15);
  assertAlmostEquals(projected(plane, path[0]!)[0], -5, 1e-14); // the start lies on the negative side
  for (const w of path) {
    placed(plane, ...projected(plane, w)).forEach((value, i) => assertAlmostEquals(value, w[i]!, 1e-14));
  }
});

Deno.test("planeOf knows what it leaves out", () => {
  const { shares } = planeOf([[3, 0, 0], [0, 2, 0], [0, 0, 1], [0, 0, 0]]);
  assertAlmostEquals(shares[0], 9 / 14, 1e-15);
  assertAlmostEquals(shares[1], 13 / 14, 1e-15);
});

Deno.test("largestRise looks from every value to every later one", () => {
  assertEquals(largestRise([3, 1, 2, 1.5, 4, 0]), 3);
  assertEquals(largestRise([3, 2, 1]), 0);
  assertEquals(largestRise([1, 1.5, 0.5, 0.75]), 0.5);
});

Deno.test("spread covers the values and a fifth of their range on either side", () => {
  const places = spread([2, 12, 7], 15);
  assertEquals(places.length, 15);
  assertAlmostEquals(places[0]!, 0, 1e-15);
  assertAlmostEquals(places[14]!, 14, 1e-14);
  assert(places.every((place, i) => i === 0 || place > places[i - 1]!));
});
