/** Marks of figures as the page's script sees them: position, tooltip, and the runs they stand for. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { compile, type TopLevelSpec } from "vega-lite";
import type { Layer } from "../../../../reports/chart/layer.ts";
import { viewOf } from "../../../../reports/chart/svg/render_svg.ts";
import { specOf } from "../../../../reports/chart/svg/vega_spec.ts";
import { figureSpec } from "../../../../reports/live/figures/exports.ts";
import { type Mark, marksOf, pixelOf, tooltipOf } from "../../../../reports/live/figures/marks.ts";
import { runAmong } from "../../../../reports/live/figures/selection.ts";
import { figuresDataOf, figuresOf } from "../../../../reports/page/draw_figures.ts";
import { type FigureData, settingsWith } from "../../../../reports/wire/figure_data.ts";
import { packRows, unpackChart, unpackRows } from "../../../../reports/wire/packed.ts";
import { toyReport } from "../../toy_report.ts";
import { toyData } from "../toy_data.ts";

const figures = figuresOf(toyReport());
/** As the page reads them. */
const data = JSON.parse(JSON.stringify(figuresDataOf(figures))) as FigureData[];

function panelOf(title: string, panel = 0) {
  return data.find((figure) => figure.title === title)!.panels[panel]!;
}

/** The marks of a panel of the figure of a title. */
function marks(title: string, panel = 0): Mark[] {
  const data = panelOf(title, panel);
  return marksOf(data, unpackChart(data.chart));
}

Deno.test("unpackRows is the inverse of packRows, numbers with four digits", () => {
  const rows = Array.from({ length: 200 }, (_, i) => ({
    series: i < 100 ? "a" : 'b"<\\',
    x: i % 49,
    y: i === 7 ? null : 1 / (i + 1),
    dash: [6, 3],
    flag: i % 2 === 0,
  }));
  const short = rows.map((row) => ({ ...row, y: row.y === null ? null : Number(row.y.toPrecision(4)) }));
  assertEquals(unpackRows(JSON.parse(JSON.stringify(packRows(rows)))), short);
  assertEquals(unpackRows(packRows([])), []);
  assert(JSON.stringify(packRows(rows)).length < JSON.stringify(short).length / 4, "it is much smaller");
});

Deno.test("tooltipOf states of a rate its levels, the proportion, the interval and the runs", () => {
  const relu = marks("Rates").filter(({ row }) => row.series === "relu");
  assertEquals(relu.map(({ levels }) => levels), [
    { activation: "relu", function: "and" },
    { activation: "relu", function: "xor" },
  ]);
  // 3 of 4: Wilson's interval is [0.3006, 0.9544]
  assertEquals(tooltipOf(panelOf("Rates"), relu[0]!), [
    "activation: ReLU",
    "runs solved: 75 %",
    "function: AND",
    "95 % interval: 30.1 % to 95.4 %",
    "3 of 4 runs",
  ]);
});

Deno.test("tooltipOf states of a field of a heat map its levels and the proportion", () => {
  const found = marks("Heat").map((mark) => [mark.levels, tooltipOf(panelOf("Heat"), mark).slice(0, 3)]);
  assertEquals(found, [
    [{ activation: "tanh", function: "and" }, ["activation: tanh", "function: AND", "runs solved: 100 %"]],
    [{ activation: "relu", function: "and" }, ["activation: ReLU", "function: AND", "runs solved: 75 %"]],
    [{ activation: "tanh", function: "xor" }, ["activation: tanh", "function: XOR", "runs solved: 100 %"]],
    [{ activation: "relu", function: "xor" }, ["activation: ReLU", "function: XOR", "runs solved: 50 %"]],
  ]);
});

Deno.test("tooltipOf begins with the panel's title, and leaves out what a row has no value for", () => {
  const panel = panelOf("Curves", 1);
  assertEquals(tooltipOf(panel, marks("Curves", 1)[0]!)[0], panel.title);
  const layer: Layer = {
    rows: [],
    mark: { type: "point" },
    marks: { levels: {}, tooltip: [{ title: "value", field: "value", format: "text" }] },
  };
  assertEquals(tooltipOf({ title: "" }, { layer, row: { value: "" } }), []);
});

Deno.test("marksOf knows the run of a thin curve, and the panel's level", () => {
  const xor = marks("Curves", 1);
  assertEquals(new Set(xor.map(({ levels }) => levels.function)), new Set(["xor"]));
  const tanh = xor.filter(({ row }) => row.series === "tanh");
  assertEquals(new Set(tanh.map(({ replicate }) => replicate)), new Set([0, 1]));
});

Deno.test("pixelOf puts each mark where Vega draws it", async () => {
  for (const title of ["Rates", "Curves", "Heat"]) {
    const { chart, plots: [plot] } = panelOf(title);
    const view = await viewOf(specOf(unpackChart(chart)));
    const x = view.scale("x"), y = view.scale("y");
    for (const mark of marks(title)) {
      const at = pixelOf(chart as never, plot!, mark);
      // a millionth of a pixel: rounding alone
      assertAlmostEquals(at.x, plot!.left + x(mark.x), 1e-6);
      assertAlmostEquals(at.y, plot!.top + y(mark.y), 1e-6);
    }
    view.finalize();
  }
});

Deno.test("runAmong keeps the current setting if a mark allows it, and otherwise takes the first that fits", () => {
  const page = toyData(), now = { cell: 3, replicate: 2 };
  const select = (levels: Record<string, string>, replicate?: number) =>
    runAmong(settingsWith(page.cells, levels), replicate, now, page);
  assertEquals(select({ activation: "relu" }), now);
  assertEquals(select({ activation: "tanh" }), { cell: 0, replicate: 2 });
  assertEquals(select({ function: "xor", activation: "tanh", learning_rate: "0.5" }, 1), { cell: 2, replicate: 1 });
  assertEquals(select({ activation: "relu" }, 99), now);
  assertEquals(select({ activation: "<b>" }, 1), now);
});

/** The faults of the marks of some figures: fields that no row has, levels that no cell has. */
function faultsOf(figures: readonly FigureData[]): string[] {
  const { cells } = toyData();
  return figures.flatMap(({ title, panels }) =>
    panels.flatMap((panel) => {
      const chart = unpackChart(panel.chart);
      const fields = chart.layers.flatMap(({ rows, marks }) => {
        if (!marks || rows.length === 0) return [];
        const named = [
          ...Object.values(marks.levels),
          ...marks.tooltip.flatMap(({ field, to, of }) => [field, to, of]),
        ].filter((field) => field !== undefined);
        return named.filter((field) => !rows.some((row) => Object.hasOwn(row, field)));
      });
      const levels = marksOf(panel, chart).map(({ levels }) => levels)
        .filter((levels) => settingsWith(cells, levels).length === 0);
      return [
        ...fields.map((field) => `${title}: no row has the field ${field}`),
        ...levels.map((levels) => `${title}: no cell has ${JSON.stringify(levels)}`),
      ];
    })
  );
}

Deno.test("marks of every kind of view name fields that rows have, and levels that cells have", () => {
  assertEquals(faultsOf(data), []);
});

Deno.test("a planted missing field and a planted wrong level of a panel are noticed", () => {
  const rates = data.find(({ title }) => title === "Rates")!;
  const misspelt = structuredClone(rates) as FigureData & { panels: { chart: { layers: Layer[] } }[] };
  const layer = misspelt.panels[0]!.chart.layers.find(({ marks }) => marks)!;
  Object.assign(layer.marks!.levels, { function: "levle" });
  assertEquals(faultsOf([misspelt])[0], "Rates: no row has the field levle");
  const curves = data.find(({ title }) => title === "Curves")!;
  const misplaced = { ...curves, panels: curves.panels.map((panel) => ({ ...panel, levels: { function: "nor" } })) };
  assert(faultsOf([misplaced])[0]!.startsWith("Curves: no cell has"));
});

Deno.test("figureSpec makes a Vega-Lite spec that compiles without a warning and contains no custom property", () => {
  for (const figure of data.filter(({ panels }) => panels.length > 0)) {
    const spec = figureSpec(figure), warnings: unknown[] = [];
    const logger = {
      level: () => logger,
      error: (...text: unknown[]) => (warnings.push(text), logger),
      warn: (...text: unknown[]) => (warnings.push(text), logger),
      info: () => logger,
      debug: () => logger,
    };
    compile(spec as TopLevelSpec, { logger: logger as never });
    assertEquals(warnings, [], figure.title);
    assertEquals(/var\(/.test(JSON.stringify(spec)), false, figure.title);
  }
});
