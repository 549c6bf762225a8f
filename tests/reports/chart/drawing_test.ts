/** The parts of charts: contours, labels, scales, shapes. */
import { assert, assertAlmostEquals, assertEquals, assertGreaterOrEqual } from "@std/assert";
import fc from "fast-check";
import { contourLines } from "../../../reports/chart/contour.ts";
import { lengthInside, placeEdgeLabels } from "../../../reports/chart/labels/edge_labels.ts";
import { type Box, commonArea, placeBoxes } from "../../../reports/chart/labels/place_labels.ts";
import {
  categoryScale,
  decimalExponent,
  fittingTicks,
  linearScale,
  logScale,
  numeral,
  padScale,
  position,
  valueAt,
} from "../../../reports/chart/scales.ts";
import { chartWithLabels, spreadOut } from "../../../reports/chart/labels/line_labels.ts";
import { PROPORTIONS } from "../../../reports/chart/scales.ts";
import { DEFAULT_STYLE } from "../../../reports/chart/theme.ts";

Deno.test("contourLines finds a circle within its grid's error", () => {
  const places = Array.from({ length: 41 }, (_, i) => -2 + i / 10);
  const segments = contourLines({ xs: places, ys: places, value: (i, j) => places[i]! ** 2 + places[j]! ** 2 }, 1);
  // linear between points 0.1 apart, a parabola is off by at most 0.1²/4 in value, half of that in radius
  for (const { x, y, x2, y2 } of segments) {
    for (const radius of [Math.hypot(x, y), Math.hypot(x2, y2)]) assertAlmostEquals(radius, 1, 0.00126);
  }
  const length = segments.reduce((sum, { x, y, x2, y2 }) => sum + Math.hypot(x2 - x, y2 - y), 0);
  assertAlmostEquals(length, 2 * Math.PI, 0.02);
});

Deno.test("contourLines separates the corners of a saddle by their mean", () => {
  const saddle = (corners: readonly number[]) =>
    contourLines({ xs: [0, 1], ys: [0, 1], value: (i, j) => corners[2 * i + j] }, 0).map((
      { x, y, x2, y2 },
    ) => [x, y, x2, y2]);
  // low at (0,0) and (1,1), high mean: the low corners are cut off
  assertEquals(saddle([-1, 3, 3, -1]), [[0, 0.25, 0.25, 0], [1, 0.75, 0.75, 1]]);
  // low mean: the high corners (1,0) and (0,1) are cut off
  assertEquals(saddle([-3, 1, 1, -3]), [[0.75, 0, 1, 0.25], [0.25, 1, 0, 0.75]]);
});

Deno.test("contourLines skips squares without a value, and finds nothing where the contour is not crossed", () => {
  const xs = [0, 1, 2];
  assertEquals(contourLines({ xs, ys: xs, value: (i, j) => i === 1 && j === 1 ? undefined : i }, 0.5), []);
  assertEquals(contourLines({ xs, ys: xs, value: () => 0.5 }, 0.5), []);
});

Deno.test("contourLines skips squares with values that are not finite, and counts the contour itself as above", () => {
  const xs = [0, 1, 2];
  for (const gone of [NaN, Infinity, -Infinity]) {
    assertEquals(contourLines({ xs, ys: xs, value: (i, j) => i === 1 && j === 1 ? gone : i }, 0.5), []);
  }
  // at (0,0) the contour itself: if it counted as below, the line would pass through that corner
  assertEquals(contourLines({ xs: [0, 1], ys: [0, 1], value: (i, j) => i + j }, 0), []);
});

Deno.test("contourLines draws no stairs along a region that has the value itself, and a line that is one point wide", () => {
  const xs = Array.from({ length: 9 }, (_, i) => i), size = xs.length;
  // as arrays have it, a place outside the grid is one of another row
  const linesOf = (value: (i: number, j: number) => number) =>
    contourLines({ xs, ys: xs, value: (i, j) => xs.map((j) => xs.map((i) => value(i, j))).flat()[j * size + i] }, 0.5);
  // a ramp that ends in a flat region, along a diagonal
  assertEquals(linesOf((i, j) => 0.5 + Math.min(0, i + j - 8) / 16), []);
  assertEquals(linesOf((i, j) => 0.5 - Math.min(0, i + j - 8) / 16), []);
  // the same diagonal, crossed: its points have the value, and no others do
  const crossed = linesOf((i, j) => 0.5 + (i + j - 8) / 16);
  assertAlmostEquals(crossed.reduce((sum, { x, y, x2, y2 }) => sum + Math.hypot(x2 - x, y2 - y), 0), 8 * Math.SQRT2);
  for (const { x, y, x2, y2 } of crossed) assertEquals([x + y, x2 + y2], [8, 8]);
  // flat for a while on the way up: neither edge is the line more than the other
  assertEquals(linesOf((i) => 0.5 + (i < 3 ? i - 3 : i > 5 ? i - 5 : 0) / 16), []);
});

Deno.test("spreadOut keeps distance, order and bounds, and moves nothing that has space", () => {
  assertEquals(spreadOut([10, 40, 90], 15, 100), [10, 40, 90]);
  assertEquals(spreadOut([50, 50], 20, 100), [40, 60]);
  assertEquals(spreadOut([100, 100, 100], 20, 100), [60, 80, 100]);
  const places = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 8 });
  fc.assert(fc.property(places, (wanted) => {
    const moved = spreadOut(wanted, 20, 200), sorted = [...moved].sort((a, b) => a - b);
    sorted.forEach((place, i) => {
      assert(place >= -1e-9 && place <= 200 + 1e-9);
      if (i > 0) assertGreaterOrEqual(place - sorted[i - 1]!, 20 - 1e-9);
    });
    wanted.forEach((a, i) => wanted.forEach((b, j) => assert(a >= b || moved[i]! < moved[j]!)));
  }));
});

Deno.test("chartWithLabels cuts long names at the ends of lines, but never their values", () => {
  const axes = { x: { scale: linearScale(0, 1), title: "" }, y: { scale: PROPORTIONS, title: "" } };
  const end = { name: "a", style: DEFAULT_STYLE, value: "73.8 %", y: 0.738 };
  const textsOf = (label: string) =>
    chartWithLabels({ ...axes, series: [], layers: [], height: 240 }, [{ ...end, label }], 632).layers.at(-1)!.rows
      .map(({ text }) => text);
  assertEquals(textsOf("an inverse-time schedule of the learning rate"), ["an inverse-time schedule … 73.8 %"]);
  assertEquals([textsOf("step"), textsOf("")], [["step 73.8 %"], ["73.8 %"]]);
});

Deno.test("placeEdgeLabels keeps the numbers of a net 3-4-1 apart on a phone, each on its own edge and clear of units", () => {
  const places = (units: number) => Array.from({ length: units }, (_, i) => 96 * (i - (units - 1) / 2));
  const edges = places(3).flatMap((y) => places(4).map((y2) => ({ x: 4, y, x2: 124, y2, text: "−0.065" })));
  const labels = placeEdgeLabels(edges, 24, 11);
  labels.forEach(({ x, y }, i) => {
    const edge = edges[i]!, fraction = (x - edge.x) / (edge.x2 - edge.x);
    assertAlmostEquals(y, edge.y + fraction * (edge.y2 - edge.y), 1e-9);
    for (const end of [[edge.x, edge.y], [edge.x2, edge.y2]]) {
      assert(Math.abs(x - end[0]!) > 24 + 15 || Math.abs(y - end[1]!) > 24, `label ${i} lies on a unit`);
    }
    labels.slice(i + 1).forEach((other) =>
      assert(Math.abs(x - other.x) > 38 || Math.abs(y - other.y) > 11, `label ${i} lies on another`)
    );
  });
});

Deno.test("lengthInside measures the part of an edge in a box", () => {
  const box = { x: 0, y: 0, text: "", halfWidth: 3, halfHeight: 4 }, line = { x: -6, y: -8, x2: 6, y2: 8, text: "" };
  assertEquals(lengthInside(line, box), 10);
  assertEquals(lengthInside({ ...line, x: 0, x2: 0 }, box), 8);
  assertEquals(lengthInside({ ...line, x: 4, x2: 4 }, box), 0);
  assertEquals(lengthInside({ ...line, x2: -5, y2: -7 }, box), 0);
});

Deno.test("placeBoxes moves a label off an obstacle and off another label, and reports what it cannot avoid", () => {
  const box = (x: number, y: number) => ({ x, y, halfWidth: 5, halfHeight: 5 });
  const obstacle = box(0, 0);
  const onObstacle = (_: number, label: Box) => commonArea(label, obstacle);
  const free = placeBoxes([[box(2, 0), box(20, 0)], [box(24, 0), box(24, 40)]], onObstacle);
  assertEquals(free.boxes.map(({ x, y }) => [x, y]), [[20, 0], [24, 40]]);
  assertEquals(free.overlaps, [0, 0]);
  assertEquals(placeBoxes([[box(2, 0)]], onObstacle).overlaps, [80]);
});

Deno.test("valueAt is the inverse of position", () => {
  for (const scale of [linearScale(-3, 11), logScale(1e-7, 30)]) {
    for (const at of [0, 0.3, 1]) assertAlmostEquals(position(scale, valueAt(scale, at)), at, 1e-12);
  }
});

Deno.test("logScale has ticks at powers of ten, at every second if they are many, and at 1 2 5 within a decade", () => {
  const marks = (low: number, high: number) => logScale(low, high).ticks.map(({ label }) => label);
  assertEquals(marks(1, 10_000), ["1", "10", "100", "1000", "10,000"]);
  assertEquals(marks(1e-9, 1), ["10⁻⁸", "10⁻⁶", "10⁻⁴", "0.01", "1"]);
  assertEquals(marks(0.15, 0.9), ["0.2", "0.5"]);
  assertEquals(marks(7, 7), ["5", "10"]);
  assertEquals(marks(0.124, 0.163), ["0.13", "0.14", "0.15", "0.16"]);
  assertEquals(marks(0.3, 0.6), ["0.3", "0.4", "0.5", "0.6"]);
});

Deno.test("decimalExponent is exact where a logarithm would round up", () => {
  const numbers = [1000, 999.9999999999999, 1e-5, 5e-324, Number.MAX_VALUE, 0.3];
  assertEquals(numbers.map(decimalExponent), [3, 2, -5, -324, 308, -1]);
});

Deno.test("padScale pads the ends that numbers reach, and moves no tick", () => {
  const scale = linearScale(0, 10);
  assertEquals(padScale(scale, 0, 9).domain, [-0.4, 10]);
  assertEquals(padScale(scale, 1, 10).domain, [0, 10.4]);
  assertEquals(padScale(scale, 1, 9), scale);
  assertEquals(padScale(scale, 0, 10).ticks, scale.ticks);
});

Deno.test("linearScale ends on round numbers", () => {
  assertEquals(linearScale(0, 1).ticks.map(({ label }) => label), ["0", "0.2", "0.4", "0.6", "0.8", "1"]);
  assertEquals(linearScale(-0.7, 3.2).domain, [-1, 4]);
  assertEquals(linearScale(5, 5).domain, [4, 6]);
});

Deno.test("fittingTicks drops ticks whose labels would collide, but never a name", () => {
  const labels = (pixels: number) => fittingTicks(logScale(1, 10_000), pixels).map(({ label }) => label);
  assertEquals(labels(300), ["1", "10", "100", "1000", "10,000"]);
  assertEquals(labels(130), ["1", "100", "10,000"]);
  assertEquals(fittingTicks(categoryScale(["a long name", "another"]), 10).length, 2);
});

Deno.test("numeral writes numbers short enough for an axis", () => {
  const written = [0, 0.25, -3, 1234, 12345.5, 1e6, 2e-5, -1e-12].map(numeral);
  assertEquals(written, ["0", "0.25", "−3", "1234", "12,345.5", "10⁶", "2 × 10⁻⁵", "−10⁻¹²"]);
});
