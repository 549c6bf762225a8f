import { assertEquals, assertStringIncludes } from "@std/assert";
import { methodSection } from "../../../../reports/page/sections/method.ts";
import { toyReport } from "../../toy_report.ts";

const html = methodSection(toyReport()).html.html;

Deno.test("methodSection adds the identifier of a factor or level only if its words differ from it", () => {
  const text = html.slice(html.indexOf("<h3>What was varied</h3>"), html.indexOf("<h3>What all runs"));
  const levels = [...text.matchAll(/<td>(.*?)<\/td><td>/g)].map(([, words]) => words);
  assertEquals(levels, ["AND <code>and</code>", "XOR <code>xor</code>", "tanh", "ReLU <code>relu</code>", "0.5"]);
  const factors = [...text.matchAll(/<th scope="rowgroup" rowspan="\d">(.*?)<br>/g)].map(([, words]) => words);
  assertEquals(factors, ["function", "activation", "learning rate <code>learning_rate</code>"]);
});

Deno.test("methodSection counts settings, starts and runs, and those that diverged", () => {
  assertStringIncludes(html, "4 settings with 4 starts each make 16 runs. Start by start");
  assertStringIncludes(html, "1 run diverged (a weight or output was not finite at a check) and counts as unsolved.");
  const single = methodSection(toyReport({ seeds: 1, set: { function: ["xor"], activation: ["tanh"] } })).html.html;
  assertStringIncludes(single, "<p>1 setting with 1 start each make 1 run.</p>");
});
