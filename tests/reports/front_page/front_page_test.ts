/** The front page. */
import { assert, assertEquals, assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { type Entry, renderFrontPage } from "../../../reports/front_page/front_page.ts";
import { cspHash } from "../../../reports/page/document.ts";
import type { Thumbnail } from "../../../reports/summary/summary.ts";

const entry = (experiment: string, number: number, thumbnail: Thumbnail | null = null): Entry => ({
  number,
  summary: {
    experiment,
    question: `What of ${experiment}?`,
    answer: "91.7 % [64.6, 98.5] <of all>.",
    verdicts: { supported: 2, refuted: 1, undecided: 0 },
    intervalClaims: 2,
    runs: 600,
    epochs: 1_234_567,
    thumbnail,
  },
  manifest: {
    suite: { name: "xorlab", version: "1.2.3" },
    settings: { suiteSeed: number === 7 ? "<other>" : "xorlab", replicates: 5, epochs: null, levels: {} },
    versions: { vega: "6.4.0" },
  },
});
const DIGEST = "0123456789abcdef".repeat(4);
const thumbnail: Thumbnail = {
  title: "A < B",
  key: {
    title: "loss",
    entries: [{ label: "<own>", mark: "line", style: { color: "blue", dash: [], shape: "circle" } }],
  },
  panel: "AND & XOR",
  picture: { name: "svg", attributes: { width: "3", "aria-label": '"' }, children: ["<script>"] },
};
const page = renderFrontPage([entry("b", 4), entry("a", 7, thumbnail)], DIGEST, "deno task experiment run --seeds 5");

Deno.test("renderFrontPage shows place, link, answer, verdicts, runs and epochs of every experiment", () => {
  assertEquals([...page.matchAll(/<li id="([^"]*)">/g)].map(([, id]) => id), ["b", "a"]);
  assertEquals(
    [...page.matchAll(/<h2><span class="place">(\d+)<\/span> <a href="([^"]*)">(.*?)<\/a><\/h2>/g)]
      .map((link) => link.slice(1)),
    [["4", "b/report.html", "What of b?"], ["7", "a/report.html", "What of a?"]],
  );
  assertMatch(page, /91\.7 %<\/span> <span class="whole-number">\[64\.6, 98\.5\]<\/span> &lt;of all&gt;\./);
  const first = page.slice(page.indexOf('<li id="b">'), page.indexOf('<li id="a">'));
  assertStringIncludes(first, '<span aria-hidden="true">✓</span> 2 supported');
  assertStringIncludes(first, '<span aria-hidden="true">✗</span> 1 refuted');
  assertStringIncludes(first, "600 runs, 1,234,567 epochs");
  assert(!first.includes("undecided"));
  assert(!first.includes("<figure"));
});

Deno.test("renderFrontPage prints a thumbnail's data with every text escaped", () => {
  const figure = page.slice(page.indexOf('<figure class="thumbnail">'));
  assertMatch(
    figure,
    /^<figure class="thumbnail">\n<div class="key"><span>loss:<\/span><ul><li><svg .*&lt;own&gt;<\/li>/,
  );
  assertStringIncludes(
    figure,
    '<p class="panel-title">AND &amp; XOR</p>\n<svg width="3" aria-label="&quot;">&lt;script&gt;</svg>\n' +
      "<figcaption>A &lt; B</figcaption>\n</figure>",
  );
});

Deno.test("renderFrontPage counts experiments, runs, epochs and claims", () => {
  assertStringIncludes(
    page,
    "2 experiments in the order of a first course, with 1200 runs of 2,469,134 epochs in total, and 6 claims",
  );
  assertStringIncludes(renderFrontPage([entry("a", 1)], DIGEST, undefined), "1 experiment in the order");
});

Deno.test("renderFrontPage says where its numbers come from, how to verify them, and how to cite them", () => {
  for (
    const piece of [
      "xorlab 1.2.3",
      "<code>xorlab</code>, <code>&lt;other&gt;</code>",
      "vega 6.4.0",
      "deno task experiment run --seeds 5",
      "deno task experiment verify results",
      DIGEST,
      "begins with <code>0123456789abcdef</code>.",
    ]
  ) assertStringIncludes(page, piece);
  const several = renderFrontPage([entry("a", 1)], DIGEST, undefined);
  assertStringIncludes(several, "several commands");
});

Deno.test("renderFrontPage allows its own style and script, by their hashes, and nothing looser", () => {
  const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(page)!;
  const [, script] = /<script type="module" id="page-script">([\s\S]*?)<\/script>/.exec(page)!;
  const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page)!;
  assertEquals(policy!.replaceAll("&#39;", "'").split("; "), [
    "default-src 'none'",
    `style-src '${cspHash(style!)}'`,
    `script-src '${cspHash(script!)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  assertEquals(page.match(/<script/g)!.length, 1);
  assertNotMatch(page, /<link|<img|<iframe|@import|https?:|import\(|eval\(/);
});

Deno.test("renderFrontPage hides the search where no script shows it, and on paper", () => {
  assertMatch(page, /<div id="search" class="search" role="search" hidden>/);
  assertMatch(page, /@media print \{\n\.search \{\ndisplay: none;/);
  assertMatch(page, /<label for="search-words">/);
});
