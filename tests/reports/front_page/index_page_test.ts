/** The front page. */
import { assert, assertEquals, assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { hashOf } from "../../../reports/page/document.ts";
import { trusted } from "../../../reports/page/html.ts";
import { type Entry, type Provenance, renderIndex, type Thumbnail } from "../../../reports/front_page/index_page.ts";

const entry = (id: string, number: number, verdicts = [2, 1, 0] as const, thumbnail?: Thumbnail): Entry => ({
  id,
  number,
  question: `What of ${id}?`,
  answer: "91.7 % [64.6, 98.5] <of all>.",
  verdicts: { supported: verdicts[0], refuted: verdicts[1], undecided: verdicts[2] },
  runs: 600,
  epochs: 1_234_567,
  ...(thumbnail && { thumbnail }),
});
const PROVENANCE: Provenance = {
  suite: "xorlab",
  versions: ["1.2.3"],
  suiteSeeds: ["xorlab", "<other>"],
  charts: ["vega 6.4.0"],
  digest: "0123456789abcdef".repeat(4),
  command: "deno task experiment run --seeds 5",
};
const small: Thumbnail = { title: trusted("A &lt; B"), chart: trusted('<svg width="3"/>') };
const page = renderIndex([entry("b", 4), entry("a", 7, [2, 1, 0], small)], PROVENANCE);

Deno.test("renderIndex has every experiment with its place in the course, link, answer, verdicts, runs and epochs", () => {
  const cards = [...page.matchAll(/<li id="([^"]*)">([\s\S]*?)<\/li>/g)].map(([, id, card]) => ({ id, card: card! }));
  assertEquals(cards.map(({ id }) => id), ["b", "a"]);
  assertEquals(
    cards.map(({ card }) =>
      /<h2><span class="place">(\d+)<\/span> <a href="([^"]*)">(.*?)<\/a><\/h2>/.exec(card)!.slice(1)
    ),
    [["4", "b/report.html", "What of b?"], ["7", "a/report.html", "What of a?"]],
  );
  assertMatch(page, /91\.7 %<\/span> <span class="whole-number">\[64\.6, 98\.5\]<\/span> &lt;of all&gt;\./);
  const [first, second] = cards.map(({ card }) => card);
  assertStringIncludes(first!, '<span aria-hidden="true">✓</span> 2 supported');
  assertStringIncludes(first!, '<span aria-hidden="true">✗</span> 1 refuted');
  assertStringIncludes(first!, "600 runs, 1,234,567 epochs");
  assert(!first!.includes("undecided"));
  assert(!first!.includes("<figure"));
  assertMatch(second!, /<figure class="thumbnail">\n<svg width="3"\/>\n<figcaption>A &lt; B<\/figcaption>\n<\/figure>/);
});

Deno.test("renderIndex counts experiments, trainings, epochs and claims", () => {
  assertStringIncludes(
    page,
    "2 experiments in the order of a first course, with 1200 trainings of 2,469,134 epochs in all, and 6 claims",
  );
  assertStringIncludes(renderIndex([entry("a", 1)], PROVENANCE), "1 experiment in the order");
});

Deno.test("renderIndex tells where its numbers come from, how to check them, and how to cite them", () => {
  for (
    const piece of [
      "xorlab 1.2.3",
      "<code>xorlab</code>, <code>&lt;other&gt;</code>",
      "vega 6.4.0",
      "deno task experiment run --seeds 5",
      "deno task experiment verify results",
      "0123456789abcdef".repeat(4),
      "begins with <code>0123456789abcdef</code>.",
    ]
  ) assertStringIncludes(page, piece);
  const { command: _, ...several } = PROVENANCE;
  assertStringIncludes(renderIndex([entry("a", 1)], several), "by several commands");
});

Deno.test("renderIndex lets in its own style and script, by their hashes, and nothing looser", () => {
  const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(page)!;
  const [, script] = /<script type="module" id="page-script">([\s\S]*?)<\/script>/.exec(page)!;
  const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page)!;
  assertEquals(policy!.replaceAll("&#39;", "'").split("; "), [
    "default-src 'none'",
    `style-src '${hashOf(style!)}'`,
    `script-src '${hashOf(script!)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  assertEquals(page.match(/<script/g)!.length, 1);
  assertNotMatch(page, /<link|<img|<iframe|@import|https?:|import\(|eval\(/);
});

Deno.test("renderIndex hides the search where no script shows it, and on paper", () => {
  assertMatch(page, /<div id="search" class="search" role="search" hidden>/);
  assertMatch(page, /@media print\{\.search\{display:none\}\}/);
  assertMatch(page, /<label for="search-words">/);
});
