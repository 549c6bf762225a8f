import { assertEquals } from "@std/assert";
import { processTest } from "../command/run_command.ts";

const PROGRAM = new URL("../../tools/mutants/run.ts", import.meta.url).pathname;
const CONFIG = new URL("../../deno.json", import.meta.url).pathname;

/** A test of a project in a folder that has the given product file and a test of it. */
function mutantsTest(name: string, product: string, test: string, fn: (lines: string[], code: number) => void): void {
  processTest(name, async (folder) => {
    for (const path of ["core", "experiments", "reports", "command", "tests/core"]) {
      await Deno.mkdir(`${folder}/${path}`, { recursive: true });
    }
    await Deno.writeTextFile(`${folder}/deno.json`, JSON.stringify({ tasks: { test: { command: "deno test" } } }));
    await Deno.writeTextFile(`${folder}/core/limit.ts`, product);
    await Deno.writeTextFile(`${folder}/tests/core/limit_test.ts`, test);
    const isList = test === UNTESTED;
    const { code, stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", "--config", CONFIG, PROGRAM, ...isList ? ["--list"] : []],
      cwd: folder,
      stderr: "piped",
    }).output();
    fn(new TextDecoder().decode(stdout).trimEnd().split("\n"), code);
    assertEquals(await Deno.readTextFile(`${folder}/core/limit.ts`), product, "the project itself is left as it was");
  });
}

/** Imports the product and tests nothing. */
const UNTESTED = 'import "../../core/limit.ts";\n';
const PRODUCT = "export const isAbove = (value: number, limit: number) => value > limit;\n";
const testOf = (...conditions: string[]) =>
  'import { isAbove } from "../../core/limit.ts";\nDeno.test("isAbove", () => {\n' +
  conditions.map((condition) => `  if (!(${condition})) throw new Error();\n`).join("") + "});\n";

mutantsTest("a weak test lets a mutation pass, which is named", PRODUCT, testOf("isAbove(2, 1)"), (lines, code) => {
  assertEquals(code, 1);
  const survivor = "SURVIVED: core/limit.ts:1 (operator): " +
    `${PRODUCT.trimEnd()} → export const isAbove = (value: number, limit: number) => value >= limit;`;
  assertEquals(lines.slice(1), [survivor, "0 of 1 mutations caught (0.0 %)", "  1 SURVIVED"]);
});

mutantsTest("a strong test catches it", PRODUCT, testOf("isAbove(2, 1)", "!isAbove(1, 1)"), (lines, code) => {
  assertEquals(code, 0);
  assertEquals(lines.slice(2), ["1 of 1 mutations caught (100.0 %)", "  1 caught by a test"]);
});

mutantsTest("tests that fail without a mutation are refused", PRODUCT, testOf("isAbove(1, 2)"), (lines, code) => {
  assertEquals([code, lines.length], [1, 1]);
});

const CHANGES: readonly (readonly [code: string, ...mutations: string[]])[] = [
  ["a <= b", "a < b"],
  ["a + 1", "a - 1", "a + 2"],
  ['a + "text"'],
  ["a && !b", "a || !b", "a && b"],
  ["[a, -b]", "[a]", "[a, b]"],
  ["a ? b : 64", "a ? 64 : b", "a ? b : 32"],
  ["true", "false"],
  ["a++", "a--"],
  ["a.sort()", "a"],
  ["a.slice(b, 1)", "a.slice(b + 1, 1)", "a.slice(1, b)", "a.slice(b, 2)"],
  ["list.push(a)", "list.unshift(a)"],
  ["Math.min(a, b)", "Math.max(a, b)"],
  ["add(a, b)"],
  ["power(a, b)", "power(b, a)"],
  ["(a as 1)"],
];

for (const [code, ...mutations] of CHANGES) {
  const before = "export const change = (a: any, b: any, list: any) => ";
  mutantsTest(`mutations of ${code}: ${mutations.length}`, `${before}${code};\n`, UNTESTED, (lines, exitCode) => {
    assertEquals(exitCode, 0);
    const changed = lines.filter((line) => line !== "").map((line) => line.split(` → ${before}`)[1]);
    assertEquals(changed.toSorted(), mutations.map((mutation) => `${mutation};`).toSorted());
  });
}

const BODY = "export function clip(a: number[]) {\n  if (a.length > 9) return 1;\n  a.push(1);\n  return 0;\n}\n";

mutantsTest("statements and early exits are left out, conditions negated", BODY, UNTESTED, (lines) => {
  const kinds = lines.map((line) => line.slice("core/limit.ts:".length, line.indexOf("):") + 1));
  const line2 = ["2 (condition)", "2 (early exit)", "2 (number)", "2 (number)", "2 (operator)"];
  const line3 = ["3 (method)", "3 (number)", "3 (statement)"];
  assertEquals(kinds.toSorted(), [...line2, ...line3, "4 (number)"]);
});
