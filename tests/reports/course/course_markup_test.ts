/** The HTML and MathML of the course. */
import { assert, assertEquals } from "@std/assert";
import { testValidity } from "../html_validation.ts";
import { files, pages } from "./course_pages.ts";

testValidity(
  "the pages of the course are valid HTML to html-validate",
  () => [...pages.map(({ html }) => html), ...files.values()],
);

/** Elements of MathML that must have two children. */
const PAIRS = ["msub", "msup", "mfrac"];

/** Elements of a formula with a wrong number of children; each must be closed in turn. */
function malformed(math: string): string[] {
  const open: { name: string; children: number }[] = [], found: string[] = [];
  for (const [tag, end, name] of math.matchAll(/<(\/?)(\w+)[^>]*>/g)) {
    if (end === "") {
      if (open.length > 0) open.at(-1)!.children++;
      open.push({ name: name!, children: 0 });
      continue;
    }
    const closed = open.pop();
    if (closed?.name !== name) return [`${tag} closes ${closed?.name}`];
    if (PAIRS.includes(name!) && closed!.children !== 2) found.push(`${name} with ${closed!.children} children`);
  }
  return [...found, ...open.map(({ name }) => `${name} stays open`)];
}

Deno.test("every formula is well formed", () => {
  assertEquals(malformed("<math><msub><mi>w</mi></msub></math>"), ["msub with 1 children"]);
  assertEquals(malformed("<math><mi>w</math>"), ["</math> closes mi"]);
  let formulas = 0;
  for (const { id, language, html } of pages) {
    for (const [math] of html.matchAll(/<math[\s\S]*?<\/math>/g)) {
      assertEquals(malformed(math), [], `${id} in ${language}: ${math}`);
      formulas++;
    }
  }
  assert(formulas > 1000, `${formulas} formulas`);
});
