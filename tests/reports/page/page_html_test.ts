/** The HTML of a page: its structure, its security policy, and hostile text in it. */
import { assert, assertEquals, assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import type { Experiment } from "../../../experiments/experiment.ts";
import { cspHash } from "../../../reports/page/page_scripts.ts";
import { textOf } from "../html_text.ts";
import { testValidity } from "../html_validation.ts";
import { pageOf, toyReport } from "../toy_report.ts";
import { toy } from "../toy.ts";

const report = toyReport(), page = await pageOf(report);
const course = [{ ...toy, id: "before" }, toy, { ...toy, id: "after" }];

/** Structural faults in the HTML of a page. */
function faults(page: string): string[] {
  const found: string[] = [], open: string[] = [];
  for (
    const [, close, name, attributes, empty] of page.matchAll(
      /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/g,
    )
  ) {
    if (close) {
      if (open.pop() !== name) found.push(`</${name}> closes another`);
    } else if (!empty && !/^(?:meta|link|br|hr|img|input)$/.test(name!)) open.push(name!);
    for (const [, attribute] of attributes!.matchAll(/([\w:-]+)(?:="[^"]*")?/g)) {
      if (/^(?:style|on.*)$/.test(attribute!)) found.push(`<${name}> has the attribute ${attribute}`);
    }
  }
  if (open.length > 0) found.push(`<${open.at(-1)}> is never closed`);
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  if (new Set(ids).size < ids.length) found.push("an id is used twice");
  const known = new Set(ids);
  for (const [, id] of page.matchAll(/href="#([^"]*)"/g)) if (!known.has(id!)) found.push(`#${id} leads nowhere`);
  const levels = [...page.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level));
  levels.forEach((level, i) => {
    if (level > (levels[i - 1] ?? 0) + 1) found.push(`h${level} has no h${level - 1} above it`);
  });
  if (levels.filter((level) => level === 1).length !== 1) found.push("h1 must stand once");
  return found;
}

Deno.test("renderPage allows nothing but its own style, and needs no network", () => {
  const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page)!;
  const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page)!;
  const directives = textOf(policy!).split("; ");
  assertEquals(directives[0], "default-src 'none'");
  assert(directives.includes(`style-src '${cspHash(style!)}'`));
  assertEquals(page.match(/<style/g)!.length, 1);
  assertNotMatch(page, /<script|<link rel="(?!icon" href="data:image\/svg\+xml,)|<img|<iframe|@import|url\((?!#)/);
  const links = [...page.matchAll(/(?:href|src)="([^"#][^"]*)"/g)].map(([, link]) => link!);
  assert(links.every((link) => /^(?:data:text\/csv;|data:image\/svg\+xml,|[\w-]+\.(?:csv|json)$)/.test(link)));
  assertNotMatch(page.replace(/ xmlns="[^"]*"/g, ""), /https?:/);
});

Deno.test("renderPage makes well-formed pages, and the check can fail", async () => {
  assertEquals(faults(page), []);
  assertEquals(faults(await pageOf(report, undefined, course)), []);
  assertEquals(faults("<h1><p></h1>").length > 0, true);
  assertEquals(faults('<h1></h1><p id="a"></p><p id="a"></p>'), ["an id is used twice"]);
  assertEquals(faults("<h2></h2><h1></h1>"), ["h2 has no h1 above it"]);
  assertEquals(faults('<h1></h1><p style="x"></p>'), ["<p> has the attribute style"]);
});

Deno.test("renderPage is the same to the last byte", async () => {
  assertEquals(await pageOf(toyReport()), page);
});

testValidity(
  "renderPage is valid HTML to html-validate",
  async () => [page, await pageOf(report, "const a = 1;", course)],
);

Deno.test("renderPage tells links to it its title and answer, and carries its icon", () => {
  const metas = Object.fromEntries(
    [...page.matchAll(/<meta (?:name|property)="([^"]*)" content="([^"]*)">/g)].map((
      [, name, content],
    ) => [name, textOf(content!)]),
  );
  assertEquals([metas["og:title"], metas["og:description"], metas["og:type"]], [
    toy.question,
    report.headline,
    "article",
  ]);
  assertEquals([metas["og:site_name"], metas.description], ["xorlab", report.headline]);
  assertMatch(page, /<link rel="icon" href="data:image\/svg\+xml,%3Csvg[^"]*">/);
});

const HOSTILE = `</script><script>alert(1)</script>"' onclick='x' <b> & \u202egnp.\u0000\u2028`;

Deno.test("renderPage shows every character of hostile text", async () => {
  const level = `9"><script>alert(2)</script>`;
  const hostile: Experiment = {
    ...toy,
    question: HOSTILE,
    why: { theory: HOSTILE, data: [HOSTILE] },
    limits: [HOSTILE],
    factors: { ...toy.factors, activation: { meaning: HOSTILE, levels: { [level]: {}, [HOSTILE]: {} } } },
    claims: {
      ...toy.claims,
      "tanh-always": {
        ...toy.claims["tanh-always"]!,
        statement: HOSTILE,
        wording: { supported: HOSTILE, refuted: HOSTILE, undecided: HOSTILE },
      },
    } as Experiment["claims"],
    views: toy.views.map((view) => ({ ...view, title: HOSTILE, howToRead: HOSTILE })),
  };
  const page = await pageOf(toyReport({ suiteSeed: HOSTILE }, hostile));
  // embedded files keep it as it is
  const visible = page.replace(/href="data:[^"]*"/g, "");
  assertEquals(faults(page).filter((fault) => !fault.startsWith("an id")), []);
  assertNotMatch(visible, /<script|<b> &|\u202e/);
  assert(!visible.includes("\0"));
  assertStringIncludes(
    textOf(visible),
    `</script><script>alert(1)</script>"' onclick='x' <b> & \\u202egnp.\\u0000\\u2028`,
  );
  assertStringIncludes(textOf(visible), level);
});
