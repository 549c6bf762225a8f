/** The front page. */
import { assert, assertEquals, assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import type { Entry } from "../../../reports/front_page/entry.ts";
import { renderFrontPage } from "../../../reports/front_page/front_page.ts";
import { PARTS, partsOf } from "../../../reports/front_page/parts.ts";
import { cspHash } from "../../../reports/page/page_scripts.ts";
import type { Thumbnail } from "../../../reports/summary/summary.ts";

const entry = (experiment: string, number: number, thumbnail: Thumbnail | null = null): Entry => ({
  number,
  summary: {
    experiment,
    question: `What of ${experiment}?`,
    answer: "91.7 % [64.6, 98.5] <of all>.",
    translatedAnswers: { ko: "91.7 % [64.6, 98.5] <전체>." },
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
    files: { "runs.csv": "a".repeat(64), "claims.csv": "b".repeat(64) },
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
const page = renderFrontPage([entry("b", 4), entry("a", 7, thumbnail)], {
  digest: DIGEST,
  command: "deno task experiment run --seeds 5",
});

Deno.test("renderFrontPage shows place, link, answer and verdicts of every experiment", () => {
  assertEquals([...page.matchAll(/<li id="([^"]*)">/g)].map(([, id]) => id), ["b", "a"]);
  assertEquals(
    [...page.matchAll(/<h3><span class="place">(\d+)<\/span> <a href="([^"]*)">(.*?)<\/a><\/h3>/g)]
      .map((link) => link.slice(1)),
    [["4", "b/report.html", "What of b?"], ["7", "a/report.html", "What of a?"]],
  );
  assertMatch(page, /91\.7 %<\/span> <span class="unbroken">\[64\.6, 98\.5\]<\/span> &lt;of all&gt;\./);
  const first = page.slice(page.indexOf('<li id="b">'), page.indexOf('<li id="a">'));
  assertStringIncludes(first, '<span aria-hidden="true">✓</span> 2</span><span class="sign-text"> supported</span>');
  assertStringIncludes(first, '<span aria-hidden="true">✗</span> 1</span><span class="sign-text"> refuted</span>');
  assert(!first.includes("undecided"));
  assert(!first.includes("<figure"));
});

Deno.test("renderFrontPage prints a thumbnail's data with every text escaped", () => {
  const figure = page.slice(page.indexOf('<figure class="thumbnail">'));
  assertStringIncludes(
    figure,
    '<figure class="thumbnail">\n<svg width="3" aria-label="&quot;">&lt;script&gt;</svg>\n</figure>',
  );
});

Deno.test("PARTS hold experiments of the catalogue once, in its order", () => {
  const placed: readonly string[] = Object.values(PARTS).flat();
  assertEquals(placed, CATALOG.map(({ id }) => id).filter((id) => placed.includes(id)));
});

Deno.test("partsOf leaves out empty parts, and puts what belongs to none last", () => {
  const parts = partsOf([entry("parity", 23), entry("toy", 24), entry("depth-xor", 7)]);
  assertEquals(
    parts.map(({ part, entries }) => [part, ...entries.map(({ summary }) => summary.experiment)]),
    [["hidden-layer", "depth-xor"], ["failing", "parity"], ["others", "toy"]],
  );
});

Deno.test("renderFrontPage follows a claim from its rule over the seal to the digests, if it was run", () => {
  const followed = renderFrontPage([entry("depth-xor", 7)], { digest: DIGEST, command: undefined });
  for (
    const piece of [
      "{&quot;kind&quot;:&quot;proportion&quot;",
      "The SHA-256 of all rules of",
      "<code>aaaaaaaaaaaaaaaa…</code>",
    ]
  ) {
    assertStringIncludes(followed, piece);
  }
  assertStringIncludes(followed, 'href="depth-xor/report.html#claim-two-layers-mostly-xor"');
  assert(!page.includes("from rule to digest"));
});

Deno.test("renderFrontPage counts experiments, runs, epochs and claims", () => {
  assertStringIncludes(
    page,
    "2 experiments in the order of a first course, with 1200 runs of 2,469,134 epochs in total, and 6 claims",
  );
  assertStringIncludes(
    renderFrontPage([entry("a", 1)], { digest: DIGEST, command: undefined }),
    "1 experiment in the order",
  );
});

Deno.test("renderFrontPage says where its numbers come from, how to verify them, and how to cite them", () => {
  for (
    const piece of [
      "xorlab 1.2.3",
      "<code>xorlab</code>, <code>&lt;other&gt;</code>",
      "vega 6.4.0",
      "deno task experiment run --seeds 5",
      "deno task experiment verify results",
      "<dt>Licence</dt><dd>MIT</dd>",
      "Ask: claims with rules; then Seal: ",
      DIGEST,
      "begins with <code>0123456789abcdef</code>.",
    ]
  ) assertStringIncludes(page, piece);
  const several = renderFrontPage([entry("a", 1)], { digest: DIGEST, command: undefined });
  assertStringIncludes(several, "several commands");
});

Deno.test("renderFrontPage allows its own style and script, by their hashes, and nothing looser", () => {
  const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(page)!;
  const [, script] = /<script type="module" id="small-script">([\s\S]*?)<\/script>/.exec(page)!;
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
  assertNotMatch(page, /<link rel="(?!icon" href="data:image\/svg\+xml,)|<img|<iframe|@import|https?:|import\(|eval\(/);
});

Deno.test("renderFrontPage hides the search where no script shows it, and on paper", () => {
  assertMatch(page, /<div id="search" class="search" role="search" hidden>/);
  assertMatch(page, /@media print \{\n\.search \{\ndisplay: none;/);
  assertMatch(page, /<label for="search-words">/);
});
