import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { compile, type TopLevelSpec } from "vega-lite";
import { specOf } from "../../../../reports/live/figures/exports.ts";
import { layersOf, type Mark, marksOf, pixelOf } from "../../../../reports/live/figures/marks.ts";
import { pack, unpack } from "../../../../reports/wire/packed.ts";
import { choiceOf } from "../../../../reports/live/figures/selection.ts";
import { figuresDataOf } from "../../../../reports/page/build_figure_data.ts";
import { viewOf } from "../../../../reports/chart/render_svg.ts";
import { toyReport } from "../../toy.ts";
import { toyData } from "../toy_data.ts";

const report = toyReport(),
  data = JSON.parse(JSON.stringify(figuresDataOf(report))) as ReturnType<typeof figuresDataOf>;

/** The marks of a panel of the figure of a title. */
function marks(title: string, panel = 0): Mark[] {
  const figure = data.figures.find((figure) => figure.title === title)!, one = figure.panels[panel]!;
  return marksOf(figure, one, layersOf(figure, one));
}

Deno.test("unpack gives back what pack took, numbers with four digits", () => {
  const rows = Array.from({ length: 200 }, (_, i) => ({
    series: i < 100 ? "a" : 'b"<\\',
    x: i % 49,
    y: i === 7 ? null : 1 / (i + 1),
    dash: [6, 3],
    flag: i % 2 === 0,
  }));
  const short = rows.map((row) => ({ ...row, y: row.y === null ? null : Number(row.y.toPrecision(4)) }));
  assertEquals(unpack(JSON.parse(JSON.stringify(pack(rows)))), short);
  assertEquals(unpack(pack([])), []);
  assert(JSON.stringify(pack(rows)).length < JSON.stringify(short).length / 4, "it is much smaller");
});

Deno.test("marksOf says of a rate its levels, the share, the interval and the runs, and which cells it stands for", () => {
  const relu = marks("Rates").filter(({ series }) => series === "relu");
  assertEquals(relu.map(({ levels }) => levels), [{ activation: "relu", function: "and" }, {
    activation: "relu",
    function: "xor",
  }]);
  // 3 of 4: Wilson's interval is [0.3006, 0.9544]
  assertEquals(relu[0]!.words, [
    "activation: relu",
    "runs solved: 75 %",
    "function: and",
    "95 % interval: 30.1 % to 95.4 %",
    "3 of 4 runs",
  ]);
});

Deno.test("marksOf says of a field of a heat map which cells it stands for", () => {
  const found = marks("Heat").map(({ levels, words }) => [levels.activation, levels.function, words.at(-1)]);
  assertEquals(found, [
    ["tanh", "and", "solved: 100.0 %"],
    ["relu", "and", "solved: 75.0 %"],
    ["tanh", "xor", "solved: 100.0 %"],
    ["relu", "xor", "solved: 50.0 %"],
  ]);
});

Deno.test("marksOf knows the run of a thin curve, and the panel's level", () => {
  const xor = marks("Curves", 1);
  assertEquals(new Set(xor.map(({ levels }) => levels.function)), new Set(["xor"]));
  assertEquals(new Set(xor.filter(({ series }) => series === "tanh").map(({ run }) => run)), new Set([0, 1]));
});

Deno.test("pixelOf puts each mark where Vega draws it", async () => {
  for (const title of ["Rates", "Curves", "Heat"]) {
    const figure = data.figures.find((figure) => figure.title === title)!, panel = figure.panels[0]!;
    const { data: packed, spec: { layer, ...spec } } = panel;
    const whole = { ...spec, layer: layer.map((one, i) => ({ data: { values: unpack(packed[i]!) }, ...one })) };
    const view = await viewOf(whole as unknown as TopLevelSpec), { left, top } = panel.plots[0]!;
    const x = view.scale("x"), y = view.scale("y");
    for (const mark of marks(title)) {
      const at = pixelOf(panel.spec, panel.plots[0]!, mark);
      // a millionth of a pixel: rounding alone
      assertAlmostEquals(at.x, left + x(mark.x), 1e-6);
      assertAlmostEquals(at.y, top + y(mark.y), 1e-6);
    }
    view.finalize();
  }
});

Deno.test("choiceOf stays in the chosen cell where a mark allows it, and otherwise goes to the first that fits", () => {
  const page = toyData(), now = { cell: 3, replicate: 2 };
  assertEquals(choiceOf(page, now, { levels: { activation: "relu" }, run: undefined }), now);
  assertEquals(choiceOf(page, now, { levels: { activation: "tanh" }, run: 1 }), { cell: 0, replicate: 2 });
  const whole = { function: "xor", activation: "tanh", learning_rate: "0.5" };
  assertEquals(choiceOf(page, now, { levels: whole, run: 1 }), { cell: 2, replicate: 1 });
  assertEquals(choiceOf(page, now, { levels: { activation: "<b>" }, run: 1 }), now);
});

Deno.test("specOf makes a Vega-Lite spec that compiles without a warning and names no colour of the page", () => {
  for (const figure of data.figures.filter(({ panels }) => panels.length > 0)) {
    const spec = specOf(figure, data), warnings: unknown[] = [];
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
