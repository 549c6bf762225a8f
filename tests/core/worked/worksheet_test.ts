import { assertEquals } from "@std/assert";
import { renderWorked, type WorkedStep } from "../../../core/worked/worksheet.ts";

const A = "a".repeat(49);
/** A word that makes a line of so many columns after others. */
const fill = (line: string, columns: number) => "b".repeat(columns - line.length);

const STEP: WorkedStep = {
  section: "s",
  symbol: "y",
  formula: "y",
  numbers: "1",
  value: 1,
  row: undefined,
  defines: undefined,
  mentions: [],
};

const linesOf = (...steps: readonly Partial<WorkedStep>[]) =>
  renderWorked(steps.map((step) => ({ ...STEP, ...step }))).split("\n");

Deno.test("renderWorked breaks a heading only where it would exceed 100 columns", () => {
  const fitting = fill(`${A} `, 100);
  assertEquals(linesOf({ section: `${A} ${fitting}` })[0], `${A} ${fitting}`);
  assertEquals(linesOf({ section: `${A} ${fitting}b` }).slice(0, 2), [A, `  ${fitting}b`]);
  const later = fill(`  ${A} `, 100);
  assertEquals(linesOf({ section: `${A} ${A}c ${A} ${later} d` }).slice(0, 3), [
    `${A} ${A}c`,
    `  ${A} ${later}`,
    "  d",
  ]);
});

Deno.test("renderWorked writes a step in one line of at most 100 columns, or its parts in a line each", () => {
  const formula = fill("  y =  = 1", 100);
  assertEquals(linesOf({ formula }), ["s", `  y = ${formula} = 1`, ""]);
  assertEquals(linesOf({ formula: `${formula}b` }), ["s", "  y", `    = ${formula}b`, "    = 1", ""]);
});

Deno.test("renderWorked leaves out a part that repeats the one before, and separates sections", () => {
  assertEquals(linesOf({}, { section: "t", formula: "x + 1", numbers: "2 + 1", value: 3 }), [
    "s",
    "  y = 1",
    "",
    "t",
    "  y = x + 1 = 2 + 1 = 3",
    "",
  ]);
});
