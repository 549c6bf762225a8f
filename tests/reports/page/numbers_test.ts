import { assertEquals } from "@std/assert";
import type { Column } from "../../../experiments/define/columns.ts";
import { formatCell, formatCount } from "../../../reports/page/numbers.ts";

const number: Column = { type: "number", meaning: "" };
const integer: Column = { type: "integer", meaning: "" };

Deno.test("formatCell writes whole numbers out up to a million, and others with four digits", () => {
  const texts = [0, 7, -7, 9999, 10_000, 123_456, 999_999].map((value) => formatCell(value, number));
  assertEquals(texts, ["0", "7", "−7", "9999", "10,000", "123,456", "999,999"]);
  assertEquals(formatCell(123_456, integer), "123,456");
  assertEquals([1e6, 1_234_567, 0.123456, 12.3456, 9_999.4, 12_345.6].map((value) => formatCell(value, number)), [
    "10⁶",
    "1.235 × 10⁶",
    "0.1235",
    "12.35",
    "9999",
    "12,350",
  ]);
});

Deno.test("formatCell has a word or sign for every other value", () => {
  assertEquals([true, false, undefined, "word"].map((value) => formatCell(value, number)), ["yes", "no", "–", "word"]);
  assertEquals(formatCell(0.25, { ...number, unit: "proportion" }), "25.0 %");
  assertEquals([Infinity, -Infinity].map((value) => formatCell(value, number)), ["∞", "−∞"]);
});

Deno.test("formatCount has a plural for all but one", () => {
  assertEquals([0, 1, 2, 1.4, 1200, 12e6].map((count) => formatCount(count, "run")), [
    "0 runs",
    "1 run",
    "2 runs",
    "1 run",
    "1200 runs",
    "12,000,000 runs",
  ]);
});
