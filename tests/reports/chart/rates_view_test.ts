import { assertAlmostEquals, assertEquals } from "@std/assert";
import type { View } from "../../../experiments/define/view.ts";
import { draw } from "../../../reports/chart/draw_view.ts";
import { toy } from "../toy.ts";
import { toyReport } from "../toy_report.ts";

const view = toy.views.find(({ kind }) => kind === "rates") as View & { readonly kind: "rates" };

/** The rows of dots by level: their places on the y axis, on which level k is at k. */
function placesByLevel(more: Partial<View & { readonly kind: "rates" }>): number[][] {
  const { panels } = draw({ ...view, ...more } as View, toyReport());
  const { layers } = panels[0]!.chart({ width: 600, direct: true });
  const places = layers.find(({ mark }) => mark.type === "point")!.rows.map(({ y }) => y as number);
  const levels = Map.groupBy(places, Math.round);
  return [...levels.keys()].sort((a, b) => a - b).map((level) => levels.get(level)!);
}

Deno.test("VIEWS.rates places one series exactly at its level", () => {
  const { color: _, ...plain } = view;
  const { panels } = draw({ ...plain, title: "plain" } as View, toyReport());
  const { layers } = panels[0]!.chart({ width: 600, direct: true });
  for (const { y } of layers.find(({ mark }) => mark.type === "point")!.rows) assertEquals(Number.isInteger(y), true);
});

Deno.test("VIEWS.rates places several series evenly around their level, in order", () => {
  const levels = placesByLevel({ color: "activation" });
  levels.forEach((places, level) => {
    const count = places.length;
    assertEquals(count > 1, true);
    assertAlmostEquals(places.reduce((sum, place) => sum + place, 0) / count, level, 1e-12);
    // a level is as high as its dots of 16 pixels and a space of 10
    places.forEach((place, k) => assertAlmostEquals(place - places[0]!, k * 16 / (16 * count + 10), 1e-12));
  });
  assertEquals(levels.length, 2);
});

Deno.test("VIEWS.rates draws no interval for a setting that draws nothing at random", () => {
  const activation = {
    meaning: "weights drawn at random, or given",
    levels: { tanh: {}, fixed: { initializer: { name: "constant", value: 0.5 } } },
  };
  const experiment = { ...toy, factors: { ...toy.factors, activation }, claims: {}, views: [], answer: [] } as never;
  const { panels, rows, notes } = draw({ ...view, color: "activation" } as View, toyReport({}, experiment));
  const { layers: [intervals] } = panels[0]!.chart({ width: 600, direct: true });
  assertEquals(intervals!.rows.map(({ series }) => series), ["tanh", "tanh"]);
  const fixed = rows.filter((row) => row.activation === "fixed");
  assertEquals(fixed.map(({ n, lower, upper }) => [n, lower, upper]), [[1, undefined, undefined], [
    1,
    undefined,
    undefined,
  ]]);
  assertEquals(notes.some((note) => note.startsWith("A dot without a bar is a single run")), true);
});
