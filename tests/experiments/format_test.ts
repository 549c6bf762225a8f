import { assertEquals } from "@std/assert";
import {
  formatInterval,
  formatPercent,
  formatSignificant,
  formatWithUnit,
  PLAIN,
  POINTS,
} from "../../experiments/format.ts";

Deno.test("formatSignificant keeps four digits, and uses an exponent only if that is shorter", () => {
  const texts = [0, 0.123456, 12345.678, 9_999_000, 1e7, 1e-4, 9.9e-5, -2.5, Infinity, -Infinity, NaN].map((value) =>
    formatSignificant(value)
  );
  assertEquals(texts, [
    "0",
    "0.1235",
    "12,350",
    "9,999,000",
    "1 × 10⁷",
    "0.0001",
    "9.9 × 10⁻⁵",
    "−2.5",
    "∞",
    "−∞",
    "–",
  ]);
});

Deno.test("formatWithUnit and formatInterval round to two digits of the interval's width", () => {
  const both = (estimate: number, lower: number, upper: number) =>
    `${formatWithUnit(PLAIN, estimate, upper - lower)} ${formatInterval(PLAIN, lower, upper)}`;
  assertEquals(both(-1.0006889, -1.00119, -1.00017), "−1.0007 [−1.0012, −1.0002]");
  assertEquals(both(1.12, 1.0871, 1.16), "1.120 [1.087, 1.160]");
  assertEquals(both(60, 60, 70), "60 [60, 70]");
  assertEquals(both(1234.5, 900, 2000), "1235 [900, 2000]");
  assertEquals(both(5, 5, 5), "5 [5, 5]");
  assertEquals(both(90, 70, Infinity), "90 [70, never]");
  assertEquals(both(-0.01, -1, 1), "0.0 [−1.0, 1.0]");
});

Deno.test("formatPercent and POINTS have one decimal, and no sign before zero", () => {
  assertEquals([formatPercent(0.945), formatWithUnit(POINTS, -0.0004), formatInterval(POINTS, -0.125, 0.021)], [
    "94.5 %",
    "0.0 percentage points",
    "[−12.5, 2.1]",
  ]);
});
