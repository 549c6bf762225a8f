/** `gradcheck`. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { printGradientCheck } from "../../../command/subcommands/gradcheck.ts";
import { DIFFERENCE_BOUND, EXACT_BOUND, type GradientRow } from "../../../core/gradient_check.ts";
import { runCommand } from "../run_command.ts";

const CASE = { activation: "tanh", loss: "squaredError", delta: "product", layers: 2, bias: true } as const;
const CORRECT: GradientRow[] = [
  { ...CASE, errors: { parameters: 9, largest: 1, exact: EXACT_BOUND, difference: DIFFERENCE_BOUND } },
  { ...CASE, activation: "step", leftOut: "it is flat" },
];

function print(rows: readonly GradientRow[], json = false) {
  const lines: string[] = [];
  const code = printGradientCheck(rows, { json }, { printResult: (line) => lines.push(line) });
  return { code, lines };
}

Deno.test("printGradientCheck returns 0 when every error is within its bound", () => {
  const { code, lines } = print(CORRECT);
  assertEquals([code, print(CORRECT, true).code], [0, 0]);
  assertStringIncludes(lines.at(-1)!, "; 0 wrong.");
});

Deno.test("printGradientCheck returns 1 for a wrong gradient, and marks it", () => {
  for (const wrong of [{ exact: 2 * EXACT_BOUND }, { difference: 2 * DIFFERENCE_BOUND }, { exact: NaN }]) {
    const errors = { parameters: 9, largest: 1, exact: 0, difference: 0, ...wrong };
    const rows = [...CORRECT, { ...CASE, activation: "sigmoid" as const, errors }];
    const { code, lines } = print(rows);
    assertEquals([code, print(rows, true).code], [1, 1]);
    assertEquals(lines.filter((line) => line.endsWith("WRONG")).map((line) => line.split(" ")[0]), ["sigmoid"]);
    assertStringIncludes(lines.at(-1)!, "; 1 wrong.");
  }
});

Deno.test("gradcheck finds no wrong gradient, and reports what it leaves out", async () => {
  const { code, results } = await runCommand("gradcheck");
  assertEquals(code, 0);
  assertMatch(results.at(-1)!, /^\d+ nets\. Largest error .*; 0 wrong\.$/);
  assert(results.some((line) => /^\d+ left out: /.test(line)));
  const rows = JSON.parse((await runCommand("gradcheck", "--json")).results[0]!);
  assertEquals(rows.every((row: object) => "errors" in row !== "leftOut" in row), true);
});
