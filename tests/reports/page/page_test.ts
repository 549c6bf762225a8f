/** A whole page: what it says, and in which order. */
import { assert, assertEquals, assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import type { Row } from "../../../experiments/define/columns.ts";
import type { Experiment } from "../../../experiments/experiment.ts";
import { planOf, SUITE_SEED } from "../../../experiments/plan.ts";
import { toy } from "../toy.ts";
import { pageOf, toyReport } from "../toy_report.ts";
import { textOf } from "../html_text.ts";

const report = toyReport(), page = await pageOf(report);

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

Deno.test("renderPage begins a caption with the lead of its view, while its verdicts hold, and folds the findings", async () => {
  const captionOf = async (verdict: "supported" | "refuted") => {
    const lead = [{ when: { "tanh-always": verdict }, text: "All {tanh-always.rows} runs learn." }] as const;
    const page = await pageOf(
      toyReport({}, { ...toy, views: [{ ...toy.views[0]!, lead, captionClaims: ["tanh-always"] }] } as Experiment),
    );
    return textOf(/<figcaption>\n([^]*?)<p class="reading">/.exec(page)![1]!);
  };
  assertMatch(await captionOf("supported"), /^Figure 1\. All 8 runs learn\.\s+1 finding\s+All 8 do\./);
  assertMatch(await captionOf("refuted"), /^Figure 1\. All 8 do\.\s*$/);
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

Deno.test("renderPage says how many learning curves a setting has", async () => {
  assertMatch(textOf(page), /the learning curves of the first 2 starts of each setting/);
  const one = await pageOf(toyReport({}, { ...toy, curveReplicates: 1 }));
  assertMatch(textOf(one), /the learning curves of the first start of each setting/);
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
