/** The section with the reason. */
import { assertEquals, assertNotMatch, assertStringIncludes } from "@std/assert";
import type { Experiment } from "../../../../experiments/experiment.ts";
import { whySection } from "../../../../reports/page/sections/why.ts";
import { toy } from "../../toy.ts";
import { toyReport } from "../../toy_report.ts";

/** The section of the toy with a reason. */
function sectionWith(why: Experiment["why"], references: Experiment["references"] = []): string {
  return whySection(toyReport({}, { ...toy, why, references })).html.html;
}

Deno.test("whySection links each work to its entry, also where one name begins with another", () => {
  const html = sectionWith({
    theory: "It is known (Rumelhart, Hinton & Williams 1986b; Kim 2017; Rumelhart, Hinton & Williams 1986).",
    data: [],
  }, ["kim2017", "rumelhart1986", "rumelhart1986b"]);
  assertEquals([...html.matchAll(/<a href="#ref-(\w+)">([^<]*)<\/a>/g)].map(([, key, text]) => [key, text]), [
    ["rumelhart1986b", "Rumelhart, Hinton &amp; Williams 1986b"],
    ["kim2017", "Kim 2017"],
    ["rumelhart1986", "Rumelhart, Hinton &amp; Williams 1986"],
  ]);
  assertNotMatch(html, /What the data add/);
});

Deno.test("whySection shows of the data only what is true for the verdicts", () => {
  const html = sectionWith({
    theory: "Theory.",
    data: [
      "Four starts.",
      { when: { "tanh-always": "refuted" }, text: "Not all solve it." },
      { when: { "tanh-always": "supported" }, text: "All {tanh-always.rows} solve it." },
    ],
  });
  assertStringIncludes(html, "<h3>What theory says</h3>\n<p>Theory.</p>");
  assertStringIncludes(html, "<h3>What the data add</h3>\n<p>Four starts. All 8 solve it.</p>");
});
