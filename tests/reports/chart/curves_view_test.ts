import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import type { View } from "../../../experiments/define/view.ts";
import { draw } from "../../../reports/chart/draw_view.ts";
import type { DataRow } from "../../../reports/chart/layer.ts";
import { toy } from "../toy.ts";
import { toyReport } from "../toy_report.ts";
import { drawn, layersOf } from "./drawn.ts";

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

Deno.test("VIEWS.curves notes of how many starts curves were kept", () => {
  assertEquals(drawn("curves").notes[0], "Curves were kept of the first 2 of 4 starts.");
  const all = toyReport({ seeds: 2 }), { notes } = draw(toy.views.find(({ kind }) => kind === "curves")!, all);
  assertEquals(notes.filter((note) => note.startsWith("Curves")), []);
});
