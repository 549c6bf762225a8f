import { assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { prose } from "../../../reports/page/prose.ts";

Deno.test("prose keeps numbers, intervals and short formulas on one line", () => {
  for (
    const whole of [
      "94.5 %",
      "[93.0, 95.8]",
      "5 × 10⁻¹¹",
      "start 12",
      "−1 and 1",
      "0 and 1",
      "δ = e·y(y − 1)",
      "(1 − y)",
      "d = x1",
      "v = 0",
      "y = ½",
      "e′ = −c·e³",
      "e = 1/√(2ct)",
    ]
  ) {
    assertMatch(
      prose(`It is ${whole}.`).html,
      new RegExp(`<span[^>]*>${RegExp.escape(whole)}</span>\\.`),
    );
  }
  assertNotMatch(prose("In 10 and 12 of 15 runs (as before; an aside − like this one − may be torn).").html, /<span/);
});

Deno.test("prose raises powers, groups digits and writes true minus signs, and leaves names alone", () => {
  assertEquals(prose("It falls as t^p, and e^−0.5.").html, "It falls as t<sup>p</sup>, and e<sup>−0.5</sup>.");
  assertEquals(
    prose("Weights -1 and (-0.5); epochs 1000 to 10000.").html.replace(/<[^>]*>/g, ""),
    "Weights −1 and (−0.5); epochs 1000 to 10,000.",
  );
  const names = "net 3-4-1, decay-0.0001, row 00001, arXiv:1606.08415, x1, 0.12345";
  assertEquals(prose(names).html, names);
});
