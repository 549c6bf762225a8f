/** Every kind of view, drawn headless on made-up numbers. */
import { assert, assertAlmostEquals, assertEquals, assertGreater } from "@std/assert";
import Ajv from "ajv";
import schema from "vega-lite/vega-lite-schema.json" with { type: "json" };
import type { View } from "../../../experiments/define/view.ts";
import type { Drawing } from "../../../reports/chart/drawing.ts";
import type { Chart } from "../../../reports/chart/frame.ts";
import type { DataRow } from "../../../reports/chart/layer.ts";
import { specOf } from "../../../reports/chart/svg/vega_spec.ts";
import { NARROW, SEVERAL, WHOLE } from "../../../reports/page/draw_figures.ts";
import { viewOf } from "../../../reports/chart/svg/render_svg.ts";
import { draw, VIEWS } from "../../../reports/chart/draw_view.ts";
import { wholePercent } from "../../../reports/chart/views/heat_view.ts";
import { marksOf } from "../../../reports/live/figures/marks.ts";
import { excess } from "../bounds.ts";
import { toy, toyReport } from "../toy.ts";
import { storedTableOf } from "../../../experiments/store/tables/stored_table.ts";

const report = toyReport();
const SPACES = [WHOLE, SEVERAL, NARROW].flatMap((width) => [{ width, direct: true }, { width, direct: false }]);

/** The first drawing of a kind. */
function drawn(kind: View["kind"], more: Record<string, unknown> = {}): Drawing {
  return draw({ ...toy.views.find((view) => view.kind === kind)!, ...more } as View, report);
}

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

Deno.test("VIEWS.curves ranks a run that diverged above all others in the median", () => {
  // of the toy's curves none diverges; with four kept, relu's seed 3 on AND ends after epoch 10
  const more = toyReport({}, { ...toy, curveReplicates: 4 });
  const { rows, notes } = draw(toy.views.find(({ kind }) => kind === "curves")!, more);
  const at = (epoch: number) =>
    rows.find((row) => row.activation === "relu" && row.function === "and" && row.epoch === epoch)!;
  assertAlmostEquals(at(10).median as number, (1 / 21 + 1 / 31) / 2, 1e-15); // of 1/11, 1/21, 1/31, 1/41
  assertAlmostEquals(at(100).median as number, (1 / 101 + 1 / 201) / 2, 1e-15); // of ∞, 1/101, 1/201, 1/301
  assertEquals([at(10).seeds, at(100).seeds], [4, 4]);
  assertEquals(at(100).largest, undefined);
  assertEquals(notes, ["Values below 2 × 10⁻⁴ are drawn at the lower edge.", "Runs that diverged end early."]);
});

/** The chart of a drawing's first panel. */
function chartOf({ panels }: Drawing, direct = false): Chart {
  return panels[0]!.chart({ width: WHOLE, direct });
}

/** The rows of its layers. */
function layersOf(drawing: Drawing): (readonly DataRow[])[] {
  return chartOf(drawing).layers.map(({ rows }) => rows);
}

Deno.test("VIEWS.curves draws two runs of a cell alone: their median would be their mean", () => {
  const view = toy.views.find(({ kind }) => kind === "curves")!;
  const kept = (curves: number) => draw(view, toyReport({}, { ...toy, curveReplicates: curves }));
  const two = kept(2), three = kept(3), isMedian = ({ detail }: DataRow) => detail === undefined;
  assertEquals(layersOf(two).length, 1);
  assertEquals(layersOf(two).flat().some(isMedian), false);
  assertEquals(new Set(two.rows.map(({ median }) => median)), new Set([undefined]));
  assertEquals(two.rows.every(({ smallest, largest }) => smallest !== undefined && largest !== undefined), true);
  const note = "Fewer than 3 runs are drawn alone, without a median.";
  assertEquals([two, three].map(({ notes }) => notes.includes(note)), [true, false]);
  assertEquals(layersOf(three).map((rows) => rows.every(isMedian)), [false, true]);
});

Deno.test("VIEWS.curves draws only as many runs as a figure has points for, even of the most rows possible", () => {
  const few = toyReport({ set: { activation: ["tanh"], function: ["xor"] } });
  const [first] = few.tables.find(({ name }) => name === "curves")!.rows, seeds = 65_000;
  const rows = Array.from({ length: seeds }, (_, replicate) => [1, 2].map((epoch) => ({ ...first!, replicate, epoch })))
    .flat();
  const view = { ...toy.views.find(({ kind }) => kind === "curves")!, color: undefined, panel: undefined };
  const drawing = draw(view as unknown as View, {
    ...few,
    plan: { ...few.plan, replicates: seeds },
    tables: few.tables.map((table) => table.name === "curves" ? { ...table, rows } : table),
  });
  assertEquals(drawing.notes, [`Thin lines are the first 3000 of ${seeds} starts; the median is of all ${seeds}.`]);
  assertEquals(layersOf(drawing)[0]!.length, 6000);
});

Deno.test("VIEWS.curves never exceeds its bound on points", () => {
  const seeds = 2000, all = toyReport({ seeds }, { ...toy, curveReplicates: seeds });
  const { notes } = draw(toy.views.find(({ kind }) => kind === "curves")!, all);
  const later = all.tables.find(({ name }) => name === "curves")!.rows.filter(({ epoch }) => epoch as number > 0);
  const room = 6000 * seeds / later.length;
  assert(room % 1 > 0, "a part of a seed is left");
  assertEquals(
    notes[0],
    `Thin lines are the first ${Math.floor(room)} of ${seeds} starts; the median is of all ${seeds}.`,
  );
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

Deno.test("VIEWS.lines omits what a logarithmic axis has no place for, and notes it", () => {
  const { notes } = draw(toy.views.find(({ title }) => title === "Dots")!, report);
  assertEquals(notes, ["2 points at 0 or below have no place on a logarithmic axis."]);
});

Deno.test("VIEWS.lines draws steps from the left edge on, though a logarithmic axis has no 0, and its key alone", () => {
  const steps = drawn("lines", { mark: "steps", scale: "log", yScale: "linear" });
  const { x, layers } = chartOf(steps, true);
  // the first step is at 1, and the axis begins in front of it
  assertEquals(x.scale.domain, [1 / 1.5, 3]);
  assertEquals(layers[0]!.rows.filter(({ series }) => series === "value").map(({ x, y }) => [x, y]), [
    [1 / 1.5, 0],
    [1, 1],
    [2, 4],
    [3, 9],
  ]);
  assertEquals(layers.map(({ mark }) => mark.interpolate), ["step-after"]);
  assertEquals([steps.direct, steps.notes], [false, []]);
});

Deno.test("VIEWS.lines has the panel with most series in front", () => {
  const view = { ...toy.views.find(({ title }) => title === "Dots")!, panel: "z" } as View;
  const fewAt = (z: number) => ({
    ...report,
    tables: report.tables.map((table) =>
      table.name === "shapes"
        ? { ...table, rows: table.rows.filter((row) => row.z !== z || row.curve === "value") }
        : table
    ),
  });
  assertEquals(draw(view, report).front, 0);
  assertEquals(draw(view, fewAt(0)).front, 1);
});

Deno.test("VIEWS.lines marks whole numbers alone where a column has no others, and keeps dots off its axes", () => {
  const view = {
    ...toy.views.find(({ title }) => title === "Dots")!,
    panel: undefined,
    scale: "linear",
  } as unknown as View;
  const scaleOf = (type: "number" | "integer", mark: "point" | "line") => {
    const tables = report.tables.map((table) =>
      table.name === "shapes"
        ? {
          ...table,
          columns: { ...table.columns, z: { type, meaning: "across" } as const },
          rows: table.rows.filter(({ z }) => z !== 3),
        }
        : table
    );
    const { x } = chartOf(draw({ ...view, mark } as View, { ...report, tables }));
    return [x.scale.ticks.map(({ value }) => value), x.scale.domain];
  };
  assertEquals(scaleOf("number", "line"), [[0, 0.5, 1, 1.5, 2], [0, 2]]);
  assertEquals(scaleOf("integer", "point"), [[0, 1, 2], [-0.08, 2.08]]);
  assertEquals(scaleOf("integer", "line"), [[0, 1, 2], [0, 2]]);
});

Deno.test("wholePercent reserves 0 and 100 for none and all", () => {
  assertEquals([0, 0.001, 0.5, 0.985, 0.995, 0.999, 1].map(wholePercent), ["0", "1", "50", "99", "99", "99", "100"]);
});

Deno.test("VIEWS.lines draws proportions in percent, from none to all", () => {
  const tables = report.tables.map((table) =>
    table.name === "shapes"
      ? { ...table, columns: { ...table.columns, a: { ...table.columns.a!, unit: "proportion" } } }
      : table
  );
  const { y } = chartOf(draw(toy.views.find(({ kind }) => kind === "lines")!, { ...report, tables }));
  assertEquals(y.scale.ticks.map(({ label }) => label), ["0 %", "25 %", "50 %", "75 %", "100 %"]);
});

Deno.test("VIEWS.heat lowers its rows where they are many", () => {
  const heightOf = (levels: number) => {
    const names = Array.from({ length: levels }, (_, i) => String(2 ** -i));
    const tall = toyReport({ set: { learning_rate: names } });
    const view = { ...toy.views.find(({ kind }) => kind === "heat")!, y: "learning_rate" } as View;
    return chartOf(draw(view, tall)).height;
  };
  assertEquals([9, 10, 16].map(heightOf), [9 * 36, 10 * 20, 16 * 20]);
});

Deno.test("VIEWS.curves notes of how many starts curves were kept", () => {
  assertEquals(drawn("curves").notes[0], "Curves were kept of the first 2 of 4 starts.");
  const all = toyReport({ seeds: 2 }), { notes } = draw(toy.views.find(({ kind }) => kind === "curves")!, all);
  assertEquals(notes.filter((note) => note.startsWith("Curves")), []);
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

Deno.test("VIEWS.lines draws and lists only the rows that a view selects", () => {
  const { key, rows, panels } = drawn("lines", { where: { curve: ["slope"] } });
  assertEquals(key!.entries.map(({ series }) => series), ["slope"]);
  assertEquals([...new Set(rows.map(({ curve }) => curve))], ["slope"]);
  assertEquals(panels.length, 1);
});

Deno.test("VIEWS.lines give each mark the levels and the replicate of its row", () => {
  const word = { type: "string", meaning: "level" } as const, number = { type: "integer", meaning: "run" } as const;
  const tables = report.tables.map((table) =>
    table.name === "shapes"
      ? {
        ...table,
        columns: { ...table.columns, function: word, activation: word, replicate: number },
        rows: table.rows.map((row, i) => ({
          ...row,
          function: "xor",
          activation: ["tanh", "relu"][i % 2],
          replicate: i,
        })),
      }
      : table
  );
  const drawing = draw(toy.views.find(({ kind }) => kind === "lines")!, { ...report, tables });
  assertEquals(drawing.panels[0]!.levels, { function: "xor" });
  const marks = marksOf({ levels: drawing.panels[0]!.levels }, chartOf(drawing)).slice(0, 2);
  assertEquals(marks.map(({ levels, replicate }) => [levels, replicate]), [
    [{ function: "xor", activation: "tanh" }, 0],
    [{ function: "xor", activation: "relu" }, 1],
  ]);
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
