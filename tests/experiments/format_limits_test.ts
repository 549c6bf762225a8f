import { assertEquals } from "@std/assert";
import { formatInterval, formatWithUnit, PLAIN } from "../../experiments/format.ts";

Deno.test("formatWithUnit rounds numbers below ten million to the width of their interval", () => {
  const format = (value: number) => formatWithUnit(PLAIN, value, 100);
  assertEquals([999_999, 1e6, 1_234_567, 9_999_999].map(format), ["999,999", "1,000,000", "1,234,567", "9,999,999"]);
  assertEquals([1e7, 12_345_678].map(format), ["1 × 10⁷", "1.235 × 10⁷"]);
});

Deno.test("formatWithUnit rounds numbers from a ten-thousandth on to the width of their interval", () => {
  const format = (value: number) => formatWithUnit(PLAIN, value, 1e-5);
  assertEquals([1e-4, 0.000123456, 0].map(format), ["0.000100", "0.000123", "0.000000"]);
  assertEquals(format(9.87654e-5), "9.877 × 10⁻⁵");
});

Deno.test("formatInterval has at most ten decimals, and as many for both ends", () => {
  assertEquals(formatInterval(PLAIN, 0.5, 0.5 + 1e-12), "[0.5000000000, 0.5000000000]");
  assertEquals(formatInterval(PLAIN, 1, 11), "[1, 11]");
  assertEquals(formatInterval(PLAIN, 1, 10.9), "[1.0, 10.9]");
});
