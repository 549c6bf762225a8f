import { assertEquals, assertStringIncludes } from "@std/assert";
import { tellGradients } from "../../../command/subcommands/gradcheck.ts";
import { DIFFERENCE_BOUND, EXACT_BOUND, type GradientRow } from "../../../core/gradient_check.ts";

const CASE = { activation: "tanh", loss: "squaredError", delta: "product", layers: 2, bias: true } as const;
const SOUND: GradientRow[] = [
  { ...CASE, errors: { parameters: 9, largest: 1, exact: EXACT_BOUND, difference: DIFFERENCE_BOUND } },
  { ...CASE, activation: "step", leftOut: "it is flat" },
];

function told(rows: readonly GradientRow[], json = false) {
  const lines: string[] = [], code = tellGradients(rows, { json }, { result: (line) => lines.push(line) });
  return { code, lines };
}

Deno.test("tellGradients answers 0 where every gradient keeps its bounds", () => {
  const { code, lines } = told(SOUND);
  assertEquals([code, told(SOUND, true).code], [0, 0]);
  assertStringIncludes(lines.at(-1)!, "; 0 wrong.");
});

Deno.test("tellGradients answers 1 for a gradient that is wrong, and marks it", () => {
  for (const wrong of [{ exact: 2 * EXACT_BOUND }, { difference: 2 * DIFFERENCE_BOUND }, { exact: NaN }]) {
    const errors = { parameters: 9, largest: 1, exact: 0, difference: 0, ...wrong };
    const rows = [...SOUND, { ...CASE, activation: "sigmoid" as const, errors }], { code, lines } = told(rows);
    assertEquals([code, told(rows, true).code], [1, 1]);
    assertEquals(lines.filter((line) => line.endsWith("WRONG")).map((line) => line.split(" ")[0]), ["sigmoid"]);
    assertStringIncludes(lines.at(-1)!, "; 1 wrong.");
  }
});
