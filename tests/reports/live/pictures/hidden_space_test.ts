import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { LEADING, LETTERS, namesOf, type Point } from "../../../../reports/live/pictures/point_names.ts";
import { textWidth } from "../../../../reports/chart/text_width.ts";

const SIDE = 294;
const point = (x: number, y: number, label: string, target = 1): Point => ({ at: [x, y], target, label });
const textsOf = (points: readonly Point[]) => namesOf(points, SIDE).map(({ lines }) => lines.join(" / "));

Deno.test("namesOf gives points that lie on each other one name, and leaves others alone", () => {
  assertEquals(textsOf([point(40, 60, "00"), point(200, 60, "01"), point(48, 64, "10")]).sort(), ["00, 10", "01"]);
  assertEquals(textsOf([]), []);
});

Deno.test("namesOf tells the targets of points that hide each other, and counts rows that are many", () => {
  const four = ["00", "01", "10", "11"].map((label, i) => point(100, 100, label, [0, 1, 1, 0][i]));
  assertEquals(textsOf(four), ["00, 11 → 0 / 01, 10 → 1"]);
  assertEquals(textsOf(Array.from({ length: 16 }, (_, i) => point(100, 100, `${i}`, i % 2))), [
    "8 rows → 0 / 8 rows → 1",
  ]);
});

Deno.test("namesOf writes a name below its point where there is no room above", () => {
  const [low, high] = namesOf([point(100, 100, "00"), point(100, 72, "01")], SIDE);
  assert(low!.y > 100 && high!.y < 72);
  assert(namesOf([point(100, 10, "00")], SIDE)[0]!.y > 10);
  const tall = Array.from({ length: 20 }, (_, i) => point(100, 10 + 14 * i, `${i}`));
  assertEquals(textsOf(tall), ["20 rows"]);
});

Deno.test("namesOf names every point, inside the plot and over no other name", () => {
  const place = fc.integer({ min: 22, max: SIDE - 22 });
  const points = fc.array(fc.record({ x: place, y: place, target: fc.constantFrom(0, 1) }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(fc.property(points, (drawn) => {
    const all = drawn.map(({ x, y, target }, i) => point(x, y, i.toString(2).padStart(3, "0"), target));
    const boxes = namesOf(all, SIDE).map(({ x, y, lines }) => {
      const half = Math.max(...lines.map((line) => textWidth(line, LETTERS))) / 2, top = y - LEADING / 2;
      return { left: x - half, right: x + half, top, foot: top + LEADING * lines.length, lines };
    });
    boxes.forEach((a, i) => {
      assert(a.left >= 0 && a.right <= SIDE && a.top >= 0 && a.foot <= SIDE);
      boxes.slice(i + 1).forEach((b) =>
        assert(a.left >= b.right || b.left >= a.right || a.top >= b.foot || b.top >= a.foot)
      );
    });
    const told = boxes.flatMap(({ lines }) => lines).join(", ");
    if (!told.includes("rows")) { for (const { label } of all) assert(told.includes(label)); }
  }));
});
