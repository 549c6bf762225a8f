/** The findings of the README are those of the suite: answers, verdicts, estimates, intervals and numbers of starts. */
import { assert, assertEquals } from "@std/assert";
import { fileTest, runCommand } from "./command/run_command.ts";

const README = new URL("../README.md", import.meta.url);

/** The experiments whose findings the README names, and the claim beside each answer. */
const FINDINGS = {
  "depth-xor": "two-layers-mostly-xor",
  "activation-collapse": "never-xor",
  "hidden-width": "two-with-bias-mostly",
} as const;

/** What `run` prints of a claim: mark and verdict, name, estimate, interval and n. */
const PRINTED = /^ *([✓✗?]) (\w+) +([\w-]+) +(\S+) +(\[[^\]]+\]) +(\d+)$/;

/** A finding as a line of the README: the printed claim behind an answer. */
function findingOf(question: string, answer: string, printed: string): string {
  const [, mark, verdict, claim, estimate, interval, n] = PRINTED.exec(printed)!;
  return `- **${question}** ${answer} \`${claim}\`: ${mark} ${verdict}, ${estimate} ${interval}, n = ${n}.`;
}

/** The items of the first list in a text that begin with a question in bold, each on one line. */
function listedFindings(text: string): string[] {
  const items = [...text.matchAll(/^- \*\*[^*]+\?\*\*.*(?:\n {2}\S.*)*/gm)];
  return items.map(([item]) => item.replaceAll("\n  ", " "));
}

fileTest("README's findings are what the suite finds with its own seeds", async (folder) => {
  const ids = Object.keys(FINDINGS);
  const { code, results } = await runCommand("run", ...ids, "--quiet", "--out", folder);
  assertEquals(code, 0);
  const findings = await Promise.all(
    Object.entries(FINDINGS).map(async ([id, claim]) => {
      const { question, answer } = JSON.parse(await Deno.readTextFile(`${folder}/${id}/summary.json`));
      const start = results.findIndex((line) => line.startsWith(`${id}: `));
      const printed = results.slice(start).find((line) => PRINTED.exec(line)?.[3] === claim);
      assert(printed !== undefined, `${claim} is not among ${results.join("\n")}`);
      return findingOf(question, answer, printed);
    }),
  );
  assertEquals(listedFindings(await Deno.readTextFile(README)), findings);
});

Deno.test("a changed digit of a finding is a difference", () => {
  const line = "  ✗ refuted     all-solve     0.935      [0.9124, 0.9521]      600";
  const finding = "- **Do all?** No: 561 of 600. `all-solve`: ✗ refuted, 0.935 [0.9124, 0.9521], n = 600.";
  assertEquals(findingOf("Do all?", "No: 561 of 600.", line), finding);
  const text = `Text.\n\n${finding.replace("No: ", "No:\n  ")}\n- **Pages** are no finding.\n`;
  assertEquals(listedFindings(text), [finding]);
  assert(listedFindings(text.replace("0.935", "0.936"))[0] !== finding);
});
