/** A whole page: its content, its security policy, and hostile text. */
import { assert, assertEquals, assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import type { Row } from "../../../experiments/define/columns.ts";
import { contentOfText } from "../../../experiments/store/content.ts";
import { csvOf } from "../../../experiments/store/csv.ts";
import type { Experiment } from "../../../experiments/experiment.ts";
import { planOf, SUITE_SEED } from "../../../experiments/plan.ts";
import { cspHash } from "../../../reports/page/page_scripts.ts";
import { markup } from "../../../reports/html.ts";
import { fileLinks } from "../../../reports/page/data_table.ts";
import { pageDataOf } from "../../../reports/page/page.ts";
import { prose } from "../../../reports/page/prose.ts";
import { pageOf, toy, toyReport } from "../toy.ts";
import { matches } from "../../../experiments/define/factors.ts";

const report = toyReport(), page = await pageOf(report);

/** The text of a piece of HTML. */
function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

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

Deno.test("renderPage leads with question, answer, net and chart; then surprises, reason and claims; the rest is folded", async () => {
  const live = await pageOf(report, "const a = 1;");
  const order = [
    "<h1>",
    '<p class="answer">',
    'id="explorer"',
    'id="figure-1"',
    'id="surprises"',
    'id="why"',
    'id="verdicts"',
    'id="figures"',
    'id="figure-2"',
    'id="worked"',
    'id="method"',
    'id="reproduce"',
    'id="limits"',
    'id="references"',
  ];
  const places = order.map((piece) => live.indexOf(piece));
  assertEquals(places, places.toSorted((a, b) => a - b));
  assert(places.every((place) => place > 0));
  const opened = (at: number) =>
    live.slice(0, at).split("<details").length - live.slice(0, at).split("</details>").length;
  assertEquals(places.map(opened), [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
  assertEquals(textOf(/<h1>(.*?)<\/h1>/.exec(page)![1]!), toy.question);
  assertEquals(textOf(/<title>(.*?)<\/title>/.exec(page)![1]!), toy.question);
  assertEquals(textOf(/<p class="answer">(.*?)<\/p>/.exec(page)![1]!), report.answer);
  assertEquals(report.answer, "All 8 do. No: 50.0 % [12.7, 87.3] of 4.");
});

Deno.test("renderPage answers with the sentence for its verdicts, and unfolds what it rests on", async () => {
  const headline = [{ when: { "tanh-always": "supported" }, text: "Yes: all {tanh-always.rows} runs." }] as const;
  const page = await pageOf(toyReport({}, { ...toy, headline }));
  assertEquals(textOf(/<p class="answer">(.*?)<\/p>/.exec(page)![1]!), "Yes: all 8 runs.");
  assertMatch(page, /<details class="fold"><summary>Exactly<\/summary>\n<p>All 8 do\. No: /);
  assertNotMatch(await pageOf(report), /Exactly/);
});

Deno.test("renderPage shows at most three surprises and four supported claims outside folds", async () => {
  const claims = (verdict: "refuted" | "supported") =>
    Array.from({ length: 7 }, (_, i) => ({ ...report.judged[0]!, claim: `${verdict}-${i}`, verdict }));
  const experiment = {
    ...report.plan.experiment,
    claims: Object.fromEntries(
      [...claims("refuted"), ...claims("supported")].map(({ claim }) => [claim, toy.claims["tanh-always"]!]),
    ),
    views: [],
  };
  const many = {
    ...report,
    plan: { ...report.plan, experiment },
    judged: [...claims("supported"), ...claims("refuted")],
  };
  const page = await pageOf(many);
  assertMatch(page, /id="claim-refuted-2"[^]*<summary>4 more claims<\/summary>[^]*id="claim-refuted-3"/);
  assertMatch(page, /id="claim-supported-3"[^]*<summary>3 more supported claims<\/summary>[^]*id="claim-supported-4"/);
});

Deno.test("renderPage shows each claim with sign and word, estimate, interval, n and rule", () => {
  const cards = [...page.matchAll(/<li id="claim-([\w-]+)">([\s\S]*?)<\/li>/g)].map(([, id, card]) =>
    [id, textOf(card!)] as const
  );
  // what is surprising comes first, refuted before undecided; then what was supported
  assertEquals(cards.map(([id]) => id), ["relu-mostly", "tanh-sooner", "tanh-always"]);
  const [, mostly] = cards[0]!, [, sooner] = cards[1]!, [, always] = cards[2]!;
  assertMatch(
    mostly,
    /^\nNo: 50\.0 % .* of 4\.\nClaimed: relu mostly .*\n✗ refuted\n50\.0 % \[12\.7, 87\.3\] 4 starts\ncomparison: /,
  );
  assertMatch(sooner, /^\nOpen: .*\n\? undecided\n/);
  assertMatch(
    always,
    /^\n✓\s+supported tanh always solves its table\.\nAll 8 do\.\n100\.0 % \[51\.0, 100\.0\] 4 starts\nexact: /,
  );
});

Deno.test("renderPage numbers its figures and gives each caption, reading, rows and command", () => {
  const figures = [...page.matchAll(/<section class="figure [a-z]+" id="figure-(\d+)">([\s\S]*?)<\/section>/g)];
  assertEquals(figures.length, toy.views.length);
  figures.forEach(([, number, figure], i) => {
    assertEquals(Number(number), i + 1);
    assertEquals(textOf(/<h2>(.*?)<\/h2>/.exec(figure!)![1]!), toy.views[i]!.title);
    assertMatch(
      figure!,
      /<figcaption>\n<p><b><a href="#figure-(\d+)">Figure \1\.<\/a><\/b> \S[\s\S]*<b>How to read it\.<\/b> \S[\s\S]*<\/figcaption>/,
    );
    assertMatch(figure!, /<table>\n<caption>The rows of figure \d+<\/caption>[\s\S]*<td[\s\S]*<\/table>/);
    assertStringIncludes(figure!, "<code>deno task experiment run toy --module FILE</code>");
    assertEquals(toy.views[i]!.kind === "table", !figure!.includes("<svg xmlns"));
  });
});

Deno.test("renderPage captions a figure without claims by its title, as a sentence", () => {
  const at = toy.views.findIndex(({ captionClaims }) => captionClaims.length === 0) + 1;
  const [, caption] = new RegExp(`Figure ${at}\\.</a></b> (.*?)</p>`).exec(page)!;
  assertEquals(textOf(caption!), `${toy.views[at - 1]!.title}.`);
});

Deno.test("renderPage shows more rows of a table that is itself the figure than of a table beside a chart", async () => {
  const rows = Array.from({ length: 201 }, (_, i): Row => ({ z: i, a: 1, curve: "value" }));
  const tables = report.tables.map((table) => table.name === "shapes" ? { ...table, rows } : table);
  const figures = (await pageOf({ ...report, tables })).split(/<section[ >]/).filter((one) =>
    one.includes("</figure>")
  );
  const shownRows = (title: string) => {
    const figure = figures.find((one) => one.includes(`<h2>${title}</h2>`))!;
    return [figure.match(/<tr><td/g)?.length, /(\d+) more rows? (?:is|are) in the CSV file/.exec(figure)?.[1]];
  };
  assertEquals(shownRows("Table"), [200, "1"]);
  assertEquals(shownRows("Lines"), [120, "81"]);
});

Deno.test("renderPage names the settings that are not the experiment's own", async () => {
  const other = toyReport({ seeds: 2, suiteSeed: "it's mine", epochs: 500, set: { activation: ["relu"] } });
  const lines = [...(await pageOf(other)).matchAll(/<code>(deno task experiment run .*?)<\/code>/g)].map((
    [, line],
  ) => textOf(line!));
  assertEquals(
    new Set(lines),
    new Set([
      `deno task experiment run toy --module FILE --seeds 2 --epochs 500 --suite-seed 'it'\\''s mine' --set activation=relu`,
    ]),
  );
});

Deno.test("renderPage carries every table as CSV, byte for byte", () => {
  for (const table of report.tables) {
    const [, data] = new RegExp(`<a href="data:text/csv;charset=utf-8;base64,([^"]*)" download="${table.name}.csv">`)
      .exec(page)!;
    const bytes = Uint8Array.from(atob(data!), (letter) => letter.charCodeAt(0));
    assertEquals(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), csvOf(table));
  }
});

Deno.test("renderPage links a file that is too large for the page", async () => {
  const many = await pageOf(toyReport({ seeds: 150 }));
  assertStringIncludes(many, '<a href="runs.csv" download>runs.csv</a>');
});

Deno.test("a page embeds its smallest tables, as many as are small together", () => {
  const sizes = { large: 20_001, small: 10_000, medium: 20_000 };
  const tables = Object.entries(sizes).map(([name, size]) => ({ name, content: contentOfText("x".repeat(size)) }));
  const links = fileLinks(tables);
  const embedded = [...links].filter(([, { html }]) => html.includes("data:")).map(([name]) => name);
  assertEquals(embedded, ["small", "medium"]);
  assertEquals(links.get("large")!.html, '<a href="large.csv" download>large.csv</a>');
});

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

Deno.test("markup escapes values and leaves HTML alone", () => {
  const inner = markup`<b>${"<"}</b>`;
  assertEquals(
    markup`<p title="${`"'&`}">${[inner, " ", 1, undefined]}</p>`.html,
    '<p title="&quot;&#39;&amp;"><b>&lt;</b> 1</p>',
  );
});

const VARIABLES = ["FORCE_COLOR", "NODE_DISABLE_COLORS", "NO_COLOR", "TERM"];
const states = await Promise.all(VARIABLES.map((variable) => Deno.permissions.query({ name: "env", variable })));
const validates = states.every(({ state }) => state === "granted");

const course = [{ ...toy, id: "before" }, toy, { ...toy, id: "after" }];

Deno.test({
  name: `renderPage is valid HTML to html-validate${validates ? "" : ` (needs --allow-env=${VARIABLES})`}`,
  ignore: !validates,
  fn: async () => {
    const { HtmlValidate, StaticConfigLoader } = await import("html-validate");
    const validator = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:standard"] }));
    for (const text of [page, await pageOf(report, "const a = 1;", course)]) {
      const { results } = await validator.validateString(text);
      assertEquals(results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`)), []);
    }
  },
});

Deno.test("pageDataOf features the cell that the experiment names, or the first if that was not run", () => {
  const named: Experiment = { ...toy, featuredCell: { function: "xor", activation: "relu" } };
  const { cells, featuredCell } = pageDataOf(toyReport({}, named));
  assertEquals(cells[featuredCell]!.levels, { function: "xor", activation: "relu", learning_rate: "0.5" });
  assertEquals(pageDataOf(toyReport({}, { ...toy, featuredCell: { function: "nor" } })).featuredCell, 0);
  assertEquals(pageDataOf(report).featuredCell, 0);
});

Deno.test("CATALOG features only cells that it runs", () => {
  for (const experiment of CATALOG.filter(({ featuredCell }) => featuredCell !== undefined)) {
    const { cells } = planOf(experiment, { suiteSeed: SUITE_SEED });
    assert(cells.some(({ levels }) => matches(levels, experiment.featuredCell!)), experiment.id);
  }
});

Deno.test("renderPage says how many learning curves a setting has", async () => {
  assertMatch(textOf(page), /the learning curves of the first 2 starts of each setting/);
  const one = await pageOf(toyReport({}, { ...toy, curveReplicates: 1 }));
  assertMatch(textOf(one), /the learning curves of the first start of each setting/);
});

Deno.test("prose keeps numbers, intervals and short formulas on one line", () => {
  for (
    const whole of [
      "94.5 %",
      "[93.0, 95.8]",
      "5 × 10⁻¹¹",
      "start 12",
      "−1 and 1",
      "0 and 1",
      "δ = e·y(y − 1)",
      "(1 − y)",
      "d = x1",
      "v = 0",
      "y = ½",
      "e′ = −c·e³",
      "e = 1/√(2ct)",
    ]
  ) {
    assertMatch(
      prose(`It is ${whole}.`).html,
      new RegExp(`<span[^>]*>${RegExp.escape(whole)}</span>\\.`),
    );
  }
  assertNotMatch(prose("In 10 and 12 of 15 runs (as before; an aside − like this one − may be torn).").html, /<span/);
});

Deno.test("prose raises powers, groups digits and writes true minus signs, and leaves names alone", () => {
  assertEquals(prose("It falls as t^p, and e^−0.5.").html, "It falls as t<sup>p</sup>, and e<sup>−0.5</sup>.");
  assertEquals(
    prose("Weights -1 and (-0.5); epochs 1000 to 10000.").html.replace(/<[^>]*>/g, ""),
    "Weights −1 and (−0.5); epochs 1000 to 10,000.",
  );
  const names = "net 3-4-1, decay-0.0001, row 00001, arXiv:1606.08415, x1, 0.12345";
  assertEquals(prose(names).html, names);
});

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

Deno.test("renderPage shows a worked update only if something is trained, and the perceptron's δ only if it learns", async () => {
  const live = async (base: object) => {
    const report = toyReport({}, { ...toy, base: { ...toy.base, ...base } } as Experiment);
    const page = await pageOf(report, "const a = 1;");
    assertNotMatch(page, /the perceptron’s rule/);
    return [...page.matchAll(/ id="(explorer|worked|reproduce)"/g)].map(([, id]) => id).join(" ");
  };
  assertEquals(await live({}), "explorer worked reproduce");
  assertEquals(await live({ epochs: 0 }), "explorer reproduce");
  const plan = planOf(CATALOG.find(({ id }) => id === "perceptron-cycle")!, { suiteSeed: SUITE_SEED });
  const cellRuns = report.plan.cellRuns.map((runs) => ({ ...plan.cellRuns[0]!, cell: runs.cell }));
  assertStringIncludes(
    await pageOf({ ...report, plan: { ...report.plan, cellRuns } }, "const a = 1;"),
    "(d − y in the perceptron’s rule)",
  );
});
