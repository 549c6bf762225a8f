import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { LABEL_SIZE, type LabelledPoint, placePointLabels } from "../../../../reports/live/pictures/point_labels.ts";
import { textWidth } from "../../../../reports/chart/labels/text_width.ts";

const SIDE = 294;
const point = (x: number, y: number, label: string, target = 1): LabelledPoint => ({ x, y, target, label });
const textsOf = (points: readonly LabelledPoint[]) =>
  placePointLabels(points, SIDE).map(({ lines }) => lines.join(" / "));

Deno.test("placePointLabels gives points close together one label, and others their own", () => {
  assertEquals(textsOf([point(40, 60, "00"), point(200, 60, "01"), point(48, 64, "10")]).sort(), ["00, 10", "01"]);
  assertEquals(textsOf([]), []);
});

Deno.test("placePointLabels states the targets of overlapping points, and counts many rows", () => {
  const four = ["00", "01", "10", "11"].map((label, i) => point(100, 100, label, [0, 1, 1, 0][i]));
  assertEquals(textsOf(four), ["00, 11 → 0 / 01, 10 → 1"]);
  assertEquals(textsOf(Array.from({ length: 16 }, (_, i) => point(100, 100, `${i}`, i % 2))), [
    "8 rows → 0 / 8 rows → 1",
  ]);
});

Deno.test("placePointLabels places a label below its point if there is no space above", () => {
  const [low, high] = placePointLabels([point(100, 100, "00"), point(100, 72, "01")], SIDE);
  assert(low!.y > 100 && high!.y < 72);
  assert(placePointLabels([point(100, 10, "00")], SIDE)[0]!.y > 10);
  const tall = Array.from({ length: 20 }, (_, i) => point(100, 10 + 14 * i, `${i}`));
  assertEquals(textsOf(tall), ["20 rows"]);
});

Deno.test("placePointLabels labels every point, inside the plot and without overlap", () => {
  const place = fc.integer({ min: 22, max: SIDE - 22 });
  const points = fc.array(fc.record({ x: place, y: place, target: fc.constantFrom(0, 1) }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(fc.property(points, (drawn) => {
    const all = drawn.map(({ x, y, target }, i) => point(x, y, i.toString(2).padStart(3, "0"), target));
    const boxes = placePointLabels(all, SIDE).map(({ x, y, halfWidth, halfHeight, lines }) => {
      assert(lines.every((line) => textWidth(line, LABEL_SIZE) <= 2 * halfWidth));
      return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight, lines };
    });
    boxes.forEach((a, i) => {
      assert(a.left >= 0 && a.right <= SIDE && a.top >= 0 && a.bottom <= SIDE);
      boxes.slice(i + 1).forEach((b) =>
        assert(a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom)
      );
    });
    const text = boxes.flatMap(({ lines }) => lines).join(", ");
    if (!text.includes("rows")) { for (const { label } of all) assert(text.includes(label)); }
  }));
});
