/** Every kind of view, drawn headless on made-up numbers. */
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertGreaterOrEqual,
  assertLessOrEqual,
} from "@std/assert";
import Ajv from "ajv";
import schema from "vega-lite/vega-lite-schema.json" with { type: "json" };
import type { View } from "../../../experiments/define/view.ts";
import { specOf } from "../../../reports/chart/svg/vega_spec.ts";
import { SEVERAL } from "../../../reports/page/draw_figures.ts";
import { viewOf } from "../../../reports/chart/svg/render_svg.ts";
import { draw, VIEWS } from "../../../reports/chart/draw_view.ts";
import { wholePercent } from "../../../reports/chart/views/heat_view.ts";
import { excess } from "../bounds.ts";
import { toy } from "../toy.ts";
import { toyReport } from "../toy_report.ts";
import { chartOf, drawn, layersOf, report, SPACES } from "./drawn.ts";
import { storedTableOf } from "../../../experiments/store/tables/stored_table.ts";

Deno.test("VIEWS have an example of every kind in the toy experiment", () => {
  assertEquals(new Set(toy.views.map(({ kind }) => kind)), new Set(Object.keys(VIEWS)));
});

for (const view of toy.views) {
  Deno.test(`VIEWS.${view.kind} draws "${view.title}" at every width, and no mark is cut`, async () => {
    for (const { chart } of draw(view, report).panels) {
      for (const space of SPACES) assert(await excess(specOf(chart(space))) <= 0.5, JSON.stringify(space));
    }
  });
}

Deno.test("excess notices a mark that is cut", async () => {
  const chart = chartOf(drawn("rates"));
  assertGreater(await excess(specOf({ ...chart, padding: { ...chart.padding, left: 20 } })), 5);
});

Deno.test("VIEWS make specs that the schema of Vega-Lite knows", () => {
  // deno-lint-ignore no-explicit-any
  const validate = new (Ajv as any)({ strict: false, validateFormats: false }).compile(schema);
  assert(!validate({ mark: "lin" }), "the check cannot fail");
  for (const view of toy.views) {
    for (const { chart } of draw(view, report).panels) {
      assert(validate(specOf(chart(SPACES[0]!))), `${view.title}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
    }
  }
});

Deno.test("VIEWS.rates counts a diverged run as unsolved, with Wilson's interval", () => {
  const row = drawn("rates").rows.find((row) => row.function === "and" && row.activation === "relu")!;
  assertEquals([row.solved, row.n, row.share], [3, 4, 0.75]);
  // R: binom::binom.wilson(3, 4)
  assertAlmostEquals(row.lower as number, 0.3006418, 1e-7);
  assertAlmostEquals(row.upper as number, 0.9544127, 1e-7);
});

Deno.test("VIEWS.rates notes that what has no dot was not run, if anything was not", () => {
  const tables = report.tables.map((table) =>
    storedTableOf({ ...table, rows: table.rows.filter((row) => row.function !== "and" || row.activation !== "relu") })
  );
  const { notes } = draw(toy.views.find(({ kind }) => kind === "rates")!, { ...report, tables });
  assertEquals(notes, ["What has no dot was not run."]);
  assertEquals(drawn("rates").notes, []);
});

Deno.test("VIEWS.solved stays below 100 % where runs failed, to the end of the epochs", () => {
  const { rows, panels } = drawn("solved", { panel: "function" });
  const share = (name: string, activation: string) =>
    rows.findLast((row) => row.function === name && row.activation === activation)!.share;
  assertEquals([share("and", "tanh"), share("xor", "tanh"), share("and", "relu"), share("xor", "relu")], [
    1,
    1,
    0.75,
    0.5,
  ]);
  const { layers } = panels[1]!.chart({ width: SEVERAL, direct: false });
  const last = layers[0]!.rows.filter(({ series }) => series === "relu").at(-1)!;
  assertEquals([last.x, last.y], [1000, 0.5]);
});

Deno.test("VIEWS.outputs has a median per row beside the row's target", () => {
  const { rows, notes } = drawn("outputs");
  const row = rows.find((row) => row.function === "xor" && row.activation === "tanh" && row.row === "10")!;
  assertEquals(row.target, 1);
  assertAlmostEquals(row.median as number, 0.95, 1e-15); // of 0.98, 0.96, 0.94, 0.92
  assertEquals(notes, ["1 of 16 runs diverged and has no output."]);
});

Deno.test("VIEWS.outputs draws answers that are far out at the edge, on either side, and counts them", () => {
  const far = [-1.5, -1, 2, 2.5, 3], runs = report.tables.find(({ name }) => name === "runs")!.rows;
  const tables = report.tables.map((table) =>
    table.name === "runs"
      ? storedTableOf({ ...table, rows: runs.map((run, i) => ({ ...run, output_00: far[i] ?? 0 })) })
      : table
  );
  const view = toy.views.find(({ kind }) => kind === "outputs")!;
  const { notes } = draw({ ...view, panel: undefined, color: undefined } as unknown as View, { ...report, tables });
  assert(notes.includes("3 outputs lie further out and are drawn at the edge."), notes.join());
});

Deno.test("VIEWS.heat draws cells of whole pixels", () => {
  for (const space of SPACES) assertEquals(drawn("heat").panels[0]!.chart(space).width / 2 % 1, 0);
});

Deno.test("VIEWS.surface fills the regions of each shade, and draws the line at ½ and the four points", () => {
  const [before, after] = drawn("surface").panels.map(({ chart }) => chart(SPACES[0]!));
  assertEquals(before!.layers[2]!.rows.length > 0, true);
  // the output is ½ where x1 = ½ or x2 = ½: colours lie on opposite sides of both lines
  const [low, high] = after!.layers.map(({ rows }) => rows as Record<string, number>[]);
  for (const { x, y } of low!) assert((x! - 0.5) * (y! - 0.5) > 0);
  for (const { x, y } of high!) assert((x! - 0.5) * (y! - 0.5) < 0);
  for (const { x, y, x2, y2 } of after!.layers[2]!.rows as Record<string, number>[]) {
    for (const end of [[x!, y!], [x2!, y2!]]) assert(end.some((place) => Math.abs(place - 0.5) < 1e-9));
  }
  assertEquals(after!.layers[3]!.rows.map(({ text }) => text), ["0", "1", "1", "0"]);
});

Deno.test("VIEWS.surface reaches its opacity with shades drawn over each other", () => {
  const [, after] = drawn("surface").panels.map(({ chart }) => chart(SPACES[0]!));
  const rows = after!.layers[1]!.rows as Record<string, number>[];
  const added = [...new Set(rows.map(({ fillOpacity }) => fillOpacity!))];
  assertAlmostEquals(added.reduce((paper, opacity) => paper * (1 - opacity), 1), 1 - 0.85, 1e-9);
});

Deno.test("VIEWS.field draws the path of its own panel from end to end", () => {
  for (const { chart } of drawn("field").panels) {
    const { layers } = chart(SPACES[0]!);
    assertEquals(layers[2]!.rows.map(({ x, y }) => [x, y]), [[0, 0], [0.5, 0.25], [1, 1]]);
    assertEquals([3, 4].map((end) => layers[end]!.rows.map(({ x, y }) => [x, y])), [[[0, 0]], [[1, 1]]]);
    assertEquals([3, 4].map((end) => layers[end]!.mark.shape), ["circle", "square"]);
  }
  const names = drawn("field").key!.entries.map(({ label, style, mark }) =>
    mark === "point" ? [label, style.shape] : label
  );
  assertEquals(names, ["lowest, 0", "highest, 1", "path", ["start", "circle"], ["end", "square"]]);
});

Deno.test("wholePercent reserves 0 and 100 for none and all", () => {
  assertEquals([0, 0.001, 0.5, 0.985, 0.995, 0.999, 1].map(wholePercent), ["0", "1", "50", "99", "99", "99", "100"]);
});

Deno.test("VIEWS.heat sets many rows of few fields in two blocks side by side, and lowers them where they are more", () => {
  const blocksOf = (levels: number) => {
    const names = Array.from({ length: levels }, (_, i) => String(2 ** -i));
    const tall = toyReport({ set: { learning_rate: names } });
    const view = { ...toy.views.find(({ kind }) => kind === "heat")!, y: "learning_rate" } as View;
    const drawing = draw(view, tall), charts = drawing.panels.map(({ chart }) => chart(SPACES[0]!));
    assertEquals(charts.flatMap(({ y }) => y.scale.ticks.map(({ label }) => label)).length, levels);
    // each row of the table is a field of one block
    assertEquals(charts.flatMap(({ layers }) => layers[0]!.rows).length, drawing.rows.length);
    return charts.map(({ height }) => height);
  };
  assertEquals([9, 10, 15, 24].map(blocksOf), [[9 * 36], [5 * 36, 5 * 36], [8 * 36, 7 * 36], [12 * 20, 12 * 20]]);
});

Deno.test("VIEWS.diagram keeps the numbers of its lines apart", () => {
  const labels = layersOf(drawn("diagram"))[1]! as readonly { readonly x: number; readonly y: number }[];
  assertEquals(labels.length, 6);
  labels.forEach((a, i) =>
    labels.slice(i + 1).forEach((b) => assertGreater(Math.max(Math.abs(a.x - b.x) / 36, Math.abs(a.y - b.y) / 14), 1))
  );
});

Deno.test("VIEWS note what they pool", () => {
  const { notes } = drawn("rates", { color: undefined });
  assertEquals(notes, ["Runs of every activation are taken together."]);
});

Deno.test("VIEWS draw a factor with a single level, and a chart without runs", async () => {
  const one = toyReport({ set: { activation: ["relu"], function: ["xor"], learning_rate: ["1e-9"] }, seeds: 1 });
  for (const view of toy.views) {
    for (const { chart } of draw(view, one).panels) (await viewOf(specOf(chart(SPACES[0]!)))).finalize();
    assertEquals(
      draw(view, { ...one, tables: one.tables.map((table) => ({ ...table, rows: [] })) }).panels.length <= 1,
      true,
    );
  }
});

Deno.test("VIEWS give rows and marks the level that a view selects, as it stands for runs of no other", () => {
  const { rows, panels } = drawn("rates", { color: undefined, where: { activation: "relu" } });
  assertEquals(rows.map((row) => [row.activation, row.function]), [["relu", "and"], ["relu", "xor"]]);
  assertEquals(panels.map(({ levels }) => levels), [{ activation: "relu" }]);
});

Deno.test("VIEWS.dots draws a dot for each row of its table, with its number", () => {
  const { panels, key, source, derived } = drawn("dots");
  assertEquals([source, derived, key!.entries.map(({ series }) => series)], ["shapes", false, ["value", "slope"]]);
  const { layers: [dots, numbers], x, y } = panels[0]!.chart(SPACES[0]!);
  assertEquals(dots!.rows.map(({ x }) => x), [0, 1, 4, 9, 0, 2, 4, 6]);
  assertEquals(numbers!.rows.map(({ text }) => text), ["0", "1", "4", "9", "0", "2", "4", "6"]);
  assertEquals(y.scale.ticks.map(({ label }) => label), ["0", "1", "2", "3"]);
  assertEquals(x.scale.domain, [0, 10]);
});

Deno.test("VIEWS.heat widens its fields for the names below them, so that these are not slanted", () => {
  const levels = { "a long name of a level": {}, tanh: {} };
  const experiment = {
    ...toy,
    factors: { ...toy.factors, activation: { meaning: "", levels } },
    claims: {},
    views: [],
    answer: [],
  };
  const view = toy.views.find(({ kind }) => kind === "heat")!;
  const { panels } = draw(view, toyReport({}, experiment as never));
  const [wide, narrow] = [632, 304].map((width) => panels[0]!.chart({ width, direct: false }));
  assertEquals([wide!.x.slanted, narrow!.x.slanted], [false, true]);
});

Deno.test("VIEWS.heat fills its width with two columns: names below the fields need no space beside the last one", () => {
  const levels = { "single-layer net": {}, "two-layer net": {} };
  const experiment = {
    ...toy,
    factors: { ...toy.factors, activation: { meaning: "", levels } },
    claims: {},
    views: [],
    answer: [],
  };
  const names = Array.from({ length: 16 }, (_, i) => String(i + 1.25));
  const view = { ...toy.views.find(({ kind }) => kind === "heat")!, y: "learning_rate" } as View;
  const { panels } = draw(view, toyReport({ set: { learning_rate: names } }, experiment as never));
  assertEquals(panels.length, 2);
  for (const { chart } of panels) {
    const { x, width, padding: { left, right } } = chart({ width: 304, direct: false });
    assertEquals(x.slanted, false);
    assertGreaterOrEqual(left + width + right, 0.85 * 304);
    assertLessOrEqual(left + width + right, 304);
  }
});
