/** Figures as HTML and as data: drawn once, and linked to runs and series by attributes instead of texts. */
import { assertEquals } from "@std/assert";
import type { Row } from "../../../experiments/define/columns.ts";
import type { View } from "../../../experiments/define/view.ts";
import { keyHtml } from "../../../reports/chart/key.ts";
import { VIEWS } from "../../../reports/chart/draw_view.ts";
import { publish } from "../../../reports/publish.ts";
import { figuresOf } from "../../../reports/page/draw_figures.ts";
import { renderFigures, runAttributes } from "../../../reports/page/figure.ts";
import { toy } from "../toy.ts";
import { toyReport } from "../toy_report.ts";

const report = toyReport();
const figures = await renderFigures(report);
const { cells } = report.plan;

/** How often each view is drawn while something runs. */
async function drawCounts(run: () => Promise<unknown>): Promise<number[]> {
  const counts = new Map(toy.views.map((view) => [view.title, 0]));
  const table = VIEWS as Record<string, (view: View, report: unknown) => unknown>;
  const originals = { ...table };
  for (const [kind, draw] of Object.entries(originals)) {
    table[kind] = (view, report) => {
      counts.set(view.title, counts.get(view.title)! + 1);
      return draw(view, report);
    };
  }
  try {
    await run();
  } finally {
    Object.assign(table, originals);
  }
  return [...counts.values()];
}

Deno.test("publish draws every view once for the page, its data and its thumbnail", async () => {
  const once = toy.views.map(() => 1);
  assertEquals(await drawCounts(() => publish(report.plan, report.tables, { script: "const a = 1;" })), once);
});

Deno.test("a planted second drawing of the views is noticed", async () => {
  const counts = await drawCounts(() => publish(report.plan, report.tables).then(({ report }) => figuresOf(report)));
  assertEquals(new Set(counts), new Set([2]));
});

/** The opening tags of the body rows of a table. */
function rowTags(html: string): string[] {
  const body = html.slice(html.indexOf("<tbody>"), html.indexOf("</tbody>"));
  return [...body.matchAll(/<tr[^>]*>/g)].map(([tag]) => tag);
}

/** Faults of the rows of figures: those whose settings are not the cells with the row's levels. */
function rowFaults(html: (figure: number) => string): string[] {
  return figures.flatMap(({ figure: { number, drawing } }, i) => {
    const tags = rowTags(html(i));
    return drawing.rows.slice(0, tags.length).flatMap((row, r) => {
      const factors = Object.keys(toy.factors).filter((factor) => row[factor] !== undefined);
      const found = / data-setting="([\d ]+)"/.exec(tags[r]!)?.[1]?.split(" ").map(Number) ?? [];
      const expected = [...cells.keys()].filter((cell) =>
        factors.length > 0 && factors.every((factor) => cells[cell]!.levels[factor] === row[factor])
      );
      return found.join() === expected.join() ? [] : [`figure ${number}, row ${r}`];
    });
  });
}

Deno.test("rows of figures carry the indices of their settings, and rows of other tables none", () => {
  assertEquals(rowFaults((i) => figures[i]!.html.html), []);
});

Deno.test("a planted row without its setting is noticed", () => {
  const planted = (i: number) => figures[i]!.html.html.replace(/ data-setting="[\d ]+"/, "");
  const first = figures.findIndex(({ html }) => html.html.includes("data-setting"));
  assertEquals(rowFaults(planted)[0], `figure ${first + 1}, row 0`);
});

Deno.test("runAttributes names the start of a row that has one, and nothing of a row without runs", () => {
  const attributes = (row: Row) => runAttributes(report, row)?.html;
  assertEquals(attributes({ function: "and", activation: "relu", replicate: 3 }), ' data-setting="1" data-start="3"');
  assertEquals(attributes({ activation: "relu" }), ' data-setting="1 3"');
  assertEquals(attributes({ replicate: 2 }), ' data-setting="0 1 2 3" data-start="2"');
  assertEquals(attributes({ function: "nor" }), undefined);
  assertEquals(attributes({ z: 1 }), undefined);
});

Deno.test("keys carry the names of series as data, whatever their labels, and none for shades", () => {
  const drawings = figures.map(({ figure: { drawing } }) => drawing);
  const series = drawings.find(({ seriesFactor }) => seriesFactor === "activation")!.key!;
  assertEquals(series.entries.map(({ label, series }) => [label, series]), [["tanh", "tanh"], ["ReLU", "relu"]]);
  const named = [...keyHtml(series, false).html.matchAll(/<li data-series="([^"]*)">/g)].map(([, name]) => name);
  assertEquals(named, ["tanh", "relu"]);
  const field = drawings.find(({ key }) => key?.title === "answer")!.key!;
  assertEquals(keyHtml(field, false).html.includes("data-series"), false);
});
