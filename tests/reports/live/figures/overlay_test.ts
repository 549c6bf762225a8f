/** The overlay draws series as the chart does: the same shapes, dashes, steps and positions. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { type Chart, chartOfPlotWidth } from "../../../../reports/chart/frame.ts";
import type { Layer } from "../../../../reports/chart/layer.ts";
import { chartWithLabels } from "../../../../reports/chart/labels/line_labels.ts";
import { renderSvg } from "../../../../reports/chart/svg/render_svg.ts";
import { linearScale } from "../../../../reports/chart/scales.ts";
import type { SvgElement } from "../../../../reports/chart/svg/svg_tree.ts";
import { shapePath } from "../../../../reports/chart/key.ts";
import { color, SHAPES, stylesOf } from "../../../../reports/chart/theme.ts";
import { specOf } from "../../../../reports/chart/svg/vega_spec.ts";
import { chosenMarks, fadeSeries, type OverlayElement } from "../../../../reports/live/figures/overlay.ts";
import { marksOf } from "../../../../reports/live/figures/marks.ts";

const NAMES = SHAPES.map((_, i) => String(i));
const STYLES = [...stylesOf(NAMES).values()];

/** A chart with one series per shape of the theme. */
function chartOf(layer: Omit<Layer, "rows">, rows: Layer["rows"]): Chart {
  const series = NAMES.map((name, i) => ({ name, style: STYLES[i]! }));
  const axis = { scale: linearScale(0, 10), title: "" };
  return chartOfPlotWidth({ x: axis, y: axis, series, layers: [{ ...layer, rows }], height: 200 }, 300);
}

function overlayOf(chart: Chart, hidden: readonly string[] = []): OverlayElement[] {
  const { padding: { left, top }, width, height } = chart;
  return fadeSeries({ chart, plot: { left, top, width, height } }, hidden);
}

/** All elements of a name in the chart's SVG. */
async function elementsOf(chart: Chart, name: string): Promise<SvgElement["attributes"][]> {
  const all = (element: SvgElement): SvgElement[] => [
    ...(element.name === name ? [element] : []),
    ...element.children.flatMap((child) => typeof child === "string" ? [] : all(child)),
  ];
  return all(await renderSvg(specOf(chart), { id: "a", label: "" })).map(({ attributes }) => attributes);
}

/** The numbers of a path with absolute commands M, L, H and V, as points. */
function pointsOf(d: string): [number, number][] {
  const points: [number, number][] = [];
  for (const [, command, text] of d.matchAll(/([MLHV])([^MLHV]*)/g)) {
    const [a, b] = text!.split(/[ ,]/).map(Number) as [number, number];
    const [x, y] = points.at(-1) ?? [0, 0];
    points.push(command === "H" ? [a, y] : command === "V" ? [x, a] : [a, b]);
  }
  return points;
}

for (const size of [16, 28, 70]) {
  Deno.test(`fadeSeries draws points of ${size} square pixels with the shapes of the chart`, async () => {
    const rows = NAMES.map((series, i) => ({ series, x: i + 1, y: i + 1 }));
    const chart = chartOf({ mark: { type: "point", filled: true, size, opacity: 1 }, series: "shape" }, rows);
    const drawn = await elementsOf(chart, "path");
    const points = overlayOf(chart);
    assertEquals(points.length, SHAPES.length);
    for (const [i, { attributes: { d, transform } }] of points.entries()) {
      assertEquals(d, shapePath(STYLES[i]!.shape, size));
      const twin = drawn.find((attributes) => attributes.fill === color(STYLES[i]!.color));
      assertEquals(twin?.d, d, `the chart draws another ${STYLES[i]!.shape}`);
      const [x, y] = twin!.transform!.slice("translate(".length, -1).split(",").map(Number) as [number, number];
      const at = String(transform).slice("translate(".length, -1).split(" ").map(Number) as [number, number];
      assertAlmostEquals(at[0] - chart.padding.left, x, 0.06);
      assertAlmostEquals(at[1] - chart.padding.top, y, 0.06);
    }
  });
}

for (const interpolate of [undefined, "step-after"] as const) {
  Deno.test(`fadeSeries draws lines${interpolate ? " in steps" : ""} as the chart does, dashes and gaps included`, async () => {
    const rows = NAMES.flatMap((series, i) =>
      [0, 2, 5, 6, 10].map((x) => ({ series, x, y: x === 5 ? null : i + x / 3 }))
    );
    const mark = { type: "line", strokeWidth: 2, ...(interpolate && { interpolate }) } as const;
    const chart = chartOf({ mark, series: "dash" }, rows);
    const drawn = await elementsOf(chart, "path");
    const lines = overlayOf(chart);
    assertEquals(lines.length, NAMES.length);
    for (const [i, { attributes }] of lines.entries()) {
      const twin = drawn.find(({ stroke }) => stroke === color(STYLES[i]!.color))!;
      assertEquals(attributes["stroke-dasharray"], twin["stroke-dasharray"]?.replaceAll(",", " ") ?? "");
      assertEquals(attributes["stroke-width"], Number(twin["stroke-width"]));
      const expected = pointsOf(twin.d!), found = pointsOf(String(attributes.d));
      assertEquals(found.length, expected.length);
      expected.forEach(([x, y], k) => {
        assertAlmostEquals(found[k]![0] - chart.padding.left, x, 0.06);
        assertAlmostEquals(found[k]![1] - chart.padding.top, y, 0.06);
      });
    }
  });
}

Deno.test("fadeSeries covers what is hidden in its own shape, so that gridlines and axes stay as they are", () => {
  const rows = NAMES.map((series, i) => ({ series, x: i + 1, x2: i + 2, y: i + 1 }));
  const chart = chartOf({ mark: { type: "rule", strokeWidth: 2 }, series: "color" }, rows);
  assertEquals(overlayOf(chart).map(({ attributes }) => attributes.stroke), STYLES.map((style) => color(style.color)));
  const rules = overlayOf(chart, NAMES.slice(1));
  assertEquals(rules.map(({ name }) => name), NAMES.map(() => "path"));
  assertEquals(rules.map(({ attributes }) => attributes.stroke), [
    ...NAMES.slice(1).map(() => color("paper")),
    color(STYLES[0]!.color),
  ]);
  for (const { attributes } of rules) assertEquals(pointsOf(String(attributes.d)).length, 2);
  assertEquals(rules.map(({ attributes }) => attributes["stroke-width"]), [...NAMES.slice(1).map(() => 3), 2]);
});

Deno.test("fadeSeries covers the labels of hidden series, and the lines that connect them", () => {
  const series = NAMES.slice(0, 2).map((name, i) => ({ name, label: `series ${i}`, style: STYLES[i]!, y: 2 + i }));
  const axis = { scale: linearScale(0, 10), title: "" };
  const rows = series.map(({ name, y }) => ({ series: name, x: 3, y }));
  const layer: Layer = { rows, mark: { type: "line", strokeWidth: 2 }, series: "dash" };
  const chart = chartWithLabels({ x: axis, y: axis, series, layers: [layer], height: 200 }, series, 400);
  const covers = overlayOf(chart, ["1"]).filter(({ attributes }) =>
    [attributes.fill, attributes.stroke].includes(color("paper"))
  );
  assertEquals(covers.map(({ name }) => name), ["path", "path", "rect"]);
  const { padding: { left }, width } = chart;
  assert(Number(covers[2]!.attributes.x) > left + width, "the label is beside the plot");
});

Deno.test("chosenMarks rings points, frames fields and draws over lines, and nothing else", () => {
  const marks = { levels: {}, tooltip: [] };
  const rows = [{ x: 1, y: 1, x2: 3, y2: 3, series: "0", replicate: 0 }, { x: 4, y: 4, x2: 5, y2: 5, series: "1" }];
  const namesOf = (type: "line" | "point" | "rect", from: number) => {
    const chart = chartOf({ mark: { type }, marks }, rows);
    const { padding: { left, top }, width, height } = chart;
    const drawn = { chart, plot: { left, top, width, height } };
    return chosenMarks(drawn, marksOf({ levels: {} }, chart), ({ row }) => Number(row.x) >= from)
      .map(({ name }) => name);
  };
  assertEquals(namesOf("point", 0), ["circle", "circle"]);
  assertEquals(namesOf("rect", 4), ["rect"]);
  assertEquals(namesOf("line", 0), ["path", "path"]);
  assertEquals(namesOf("line", 9), []);
});
