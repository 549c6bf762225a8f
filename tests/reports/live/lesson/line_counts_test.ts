/** How many of XOR's points one line and two lines get right. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  countOne,
  countTwo,
  halfOf,
  leftness,
  type Line,
  type Point,
} from "../../../../reports/live/lesson/line_counts.ts";

const coordinate = fc.integer({ min: -35, max: 135 }).map((value) => value / 100);
const point = fc.tuple(coordinate, coordinate);
const line: fc.Arbitrary<Line> = fc.record({ from: point, to: point });

Deno.test("no line gets more than three of XOR's points right, and none fewer than two", () => {
  fc.assert(fc.property(line, (line) => {
    const { right } = countOne(line);
    assert(right === 2 || right === 3);
  }));
});

Deno.test("a line gets all points of AND right", () => {
  const and = [[0, 0], [0, 1], [1, 0], [1, 1]].map(([x, y]) => ({ at: [x!, y!] as const, target: (x! & y!) as 0 | 1 }));
  assertEquals(countOne({ from: [1.5, 0], to: [0, 1.5] }, and).right, 4);
});

Deno.test("two lines get four right where the ones lie between them, and three where they cross at the centre", () => {
  assertEquals(countTwo({ from: [0.5, 0], to: [0, 0.5] }, { from: [1.5, 0], to: [0, 1.5] }).right, 4);
  // each point is in a region of its own, which no output unit can read: that is XOR again
  assertEquals(countTwo({ from: [0.5, 0], to: [0.5, 1] }, { from: [0, 0.5], to: [1, 0.5] }).right, 3);
  fc.assert(fc.property(line, line, (first, second) => {
    assert(countTwo(first, second).right >= Math.max(countOne(first).right, countOne(second).right));
  }));
});

Deno.test("the halves of a square on both sides of a line are all of it", () => {
  const square: readonly Point[] = [[0, 0], [1, 0], [1, 1], [0, 1]];
  const area = (shape: readonly Point[]) =>
    shape.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = shape[(i + 1) % shape.length]!;
      return sum + (x * nextY - nextX * y) / 2;
    }, 0);
  fc.assert(fc.property(line, (line) => {
    const [left, right] = [halfOf(square, line, true), halfOf(square, line, false)];
    assertAlmostEquals(area(left) + (leftness(line, [0.5, 0.5]) === 0 && area(left) === 1 ? 0 : area(right)), 1, 1e-9);
    for (const corner of left) assert(leftness(line, corner) > -1e-9);
  }));
});
