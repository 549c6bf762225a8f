import { assertAlmostEquals, assertEquals } from "@std/assert";
import type { Grid } from "../../../reports/chart/contour.ts";
import { levelSetRings, type RingPoint } from "../../../reports/chart/level_sets.ts";

const PLACES = Array.from({ length: 21 }, (_, i) => i / 10 - 1);

function gridOf(value: (x: number, y: number) => number | undefined): Grid {
  return { xs: PLACES, ys: PLACES, value: (i, j) => value(PLACES[i]!, PLACES[j]!) };
}

/** The area inside a ring, negative if it runs clockwise. */
function areaOf(ring: readonly RingPoint[]): number {
  return ring.reduce((sum, { x, y }, i) => {
    const next = ring[(i + 1) % ring.length]!;
    return sum + (x * next.y - next.x * y) / 2;
  }, 0);
}

Deno.test("levelSetRings runs counterclockwise around a region and clockwise around its holes", () => {
  const ringShape = gridOf((x, y) => 0.25 - Math.abs(Math.hypot(x, y) - 0.5));
  const areas = levelSetRings(ringShape, 0).map(areaOf).toSorted((a, b) => a - b);
  assertEquals(areas.length, 2);
  assertAlmostEquals(areas[0]!, -Math.PI * 0.25 ** 2, 0.02);
  assertAlmostEquals(areas[1]!, Math.PI * 0.75 ** 2, 0.02);
});

Deno.test("levelSetRings reaches half a cell beyond the outer points", () => {
  assertEquals(levelSetRings(gridOf(() => 1), 0).map(areaOf).map((area) => Number(area.toFixed(9))), [2.1 ** 2]);
  assertEquals(levelSetRings(gridOf(() => -1), 0), []);
});

Deno.test("levelSetRings joins or separates the corners of a saddle by their mean, and never crosses itself", () => {
  for (const shift of [-0.01, 0.01]) {
    const rings = levelSetRings(gridOf((x, y) => (x + 0.05) * (y + 0.05) + shift), 0);
    assertEquals(rings.length, shift < 0 ? 2 : 1);
    for (const ring of rings) assertEquals(areaOf(ring) > 0, true);
  }
});

Deno.test("levelSetRings leaves out points without a finite value", () => {
  for (const missing of [undefined, NaN, Infinity]) {
    const [outer, hole] = levelSetRings(gridOf((x, y) => x === 0 && y === 0 ? missing : 1), 0)
      .map(areaOf).toSorted((a, b) => b - a);
    assertAlmostEquals(outer!, 2.1 ** 2, 1e-9);
    assertAlmostEquals(hole!, -2 * 0.1 ** 2, 1e-9);
  }
});
