/** The front page. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { type Entry, renderIndex } from "../../reports/index_page.ts";

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  question: `What of ${id}?`,
  answer: "91.7 % [64.6, 98.5] <of all>.",
  verdicts: { supported: 2, refuted: 1, undecided: 0 },
  runs: 600,
  ...more,
});
const PROVENANCE = { suite: "xorlab", version: "1.2.3", suiteSeeds: ["xorlab", "<other>"] };
const NOTES = { again: "make it", check: "check it" };

const page = renderIndex(
  [entry("b"), entry("a", { thumbnail: '<svg width="3"/>', verdicts: { supported: 0, refuted: 0, undecided: 3 } })],
  PROVENANCE,
  NOTES,
);

Deno.test("renderIndex has every experiment in the order given, with its link, answer, verdicts and runs", () => {
  assertEquals([...page.matchAll(/<h2><a href="([^"]*)">(.*?)<\/a>/g)].map(([, link, title]) => [link, title]), [
    ["b/report.html", "What of b?"],
    ["a/report.html", "What of a?"],
  ]);
  assertMatch(page, /91\.7 %<\/span> <span class="whole-number">\[64\.6, 98\.5\]<\/span> &lt;of all&gt;\./);
  const [first, second] = page.split("<li>").slice(1);
  assertStringIncludes(first!, '<span aria-hidden="true">✓</span> 2 supported');
  assertStringIncludes(first!, '<span aria-hidden="true">✗</span> 1 refuted');
  assert(!first!.includes("undecided"));
  assert(!first!.includes("thumbnail"));
  assertStringIncludes(second!, '<div class="thumbnail"><svg width="3"/></div>');
});

Deno.test("renderIndex counts experiments, trainings and claims", () => {
  assertStringIncludes(page, "2 experiments in the order of a first course, with 1200 trainings and 6 claims");
  assertStringIncludes(renderIndex([entry("a")], PROVENANCE, NOTES), "1 experiment in the order");
});

Deno.test("renderIndex tells where its numbers come from", () => {
  for (const piece of ["xorlab 1.2.3", "<code>xorlab</code>, <code>&lt;other&gt;</code>", "make it", "check it"]) {
    assertStringIncludes(page, piece);
  }
});
