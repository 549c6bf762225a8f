import { assertEquals } from "@std/assert";
import type { View } from "../../../experiments/define/view.ts";
import { draw } from "../../../reports/chart/draw_view.ts";
import { marksOf } from "../../../reports/live/figures/marks.ts";
import { toy } from "../toy.ts";
import { chartOf, drawn, report } from "./drawn.ts";

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

Deno.test("VIEWS.lines draws proportions in percent, from none to all", () => {
  const tables = report.tables.map((table) =>
    table.name === "shapes"
      ? { ...table, columns: { ...table.columns, a: { ...table.columns.a!, unit: "proportion" } } }
      : table
  );
  const { y } = chartOf(draw(toy.views.find(({ kind }) => kind === "lines")!, { ...report, tables }));
  assertEquals(y.scale.ticks.map(({ label }) => label), ["0 %", "25 %", "50 %", "75 %", "100 %"]);
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
