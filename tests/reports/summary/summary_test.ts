/** summary.json: what it says of a result, and what its reader refuses. */
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { InputError } from "../../../core/input/input_error.ts";
import type { Experiment } from "../../../experiments/experiment.ts";
import { formatJson } from "../../../experiments/store/files.ts";
import { renderFigures } from "../../../reports/page/figure.ts";
import { parseSummary } from "../../../reports/summary/read_summary.ts";
import { summaryOf, type Thumbnail } from "../../../reports/summary/summary.ts";
import type { Report } from "../../../reports/experiment_report.ts";
import { toy } from "../toy.ts";
import { toyReport } from "../toy_report.ts";

async function thumbnailsOf(report: Report): Promise<Thumbnail[]> {
  return (await renderFigures(report)).flatMap(({ thumbnail }) => thumbnail ?? []);
}

const report = toyReport();
const thumbnails = await thumbnailsOf(report);
const summary = summaryOf(report, thumbnails);

Deno.test("summaryOf counts verdicts, runs and epochs", () => {
  const { experiment, question, answer, verdicts, runs, epochs } = summary;
  assertEquals([experiment, question, answer], ["toy", toy.question, report.answer]);
  assertEquals(verdicts, { supported: 1, refuted: 1, undecided: 1 });
  // one of the 16 runs diverges after 10 epochs
  assertEquals([runs, epochs], [16, 15_010]);
});

Deno.test("summaryOf takes the first thumbnail that is not too tall, else the first", () => {
  const tall = ({ picture, ...rest }: Thumbnail): Thumbnail => ({
    ...rest,
    picture: { ...picture, attributes: { ...picture.attributes, height: "900" } },
  });
  const titleFrom = (thumbnails: readonly Thumbnail[]) => summaryOf(report, thumbnails).thumbnail?.title;
  assertEquals(titleFrom(thumbnails), toy.views[0]!.title);
  assertEquals(titleFrom([tall(thumbnails[0]!), ...thumbnails.slice(1)]), toy.views[1]!.title);
  assertEquals(titleFrom(thumbnails.map(tall)), toy.views[0]!.title);
  assertEquals(summaryOf(report, []).thumbnail, null);
});

Deno.test("renderFigures takes the panel with the most marks as thumbnail", async () => {
  const view = {
    ...toy.views.find(({ title }) => title === "Dots")!,
    panel: "z",
    captionClaims: [],
  } as Experiment["views"][0];
  const made = toyReport({}, { ...toy, views: [view] });
  const tables = made.tables.map((table) => ({
    ...table,
    rows: table.name === "shapes" ? table.rows.filter(({ z, curve }) => z !== 0 || curve === "value") : table.rows,
  }));
  assertEquals((await thumbnailsOf({ ...made, tables })).map(({ panel }) => panel), ["z 1"]);
});

Deno.test("parseSummary reads every thumbnail that a view of any kind leads to, unchanged", () => {
  for (const thumbnail of thumbnails) {
    const written = summaryOf(report, [thumbnail]);
    assertEquals(parseSummary(formatJson(written), "summary.json"), written);
  }
});

/** The message with which a changed summary is refused. */
// deno-lint-ignore no-explicit-any
function refusal(change: (summary: Record<string, any>) => void): string {
  const changed = JSON.parse(formatJson(summary));
  change(changed);
  return assertThrows(() => parseSummary(JSON.stringify(changed), "toy/summary.json"), InputError).message;
}

const PICTURE = "toy/summary.json, line 1: thumbnail.picture";

Deno.test("parseSummary refuses elements, attributes and values that charts do not have", () => {
  const add = (child: unknown) => refusal(({ thumbnail }) => thumbnail.picture.children = [child]);
  const set = (name: string, value: unknown) => refusal(({ thumbnail }) => thumbnail.picture.attributes[name] = value);
  for (const name of ["script", "a", "image", "foreignObject", "style", "use", "svg", "animate"]) {
    assertStringIncludes(add({ name, attributes: {}, children: [] }), `${PICTURE}.children[0].name must be one of`);
  }
  for (const name of ["onload", "href", "style", "class", "xlink:href", "__proto__"]) {
    const attributes = JSON.parse(`{ ${JSON.stringify(name)}: "x" }`);
    assertStringIncludes(add({ name: "g", attributes, children: [] }), "is not an attribute of a chart");
  }
  for (
    const [name, value] of [
      ["fill", "url(https://example.org/a.svg#b)"],
      ["fill", "red;background:url(x)"],
      ["stroke", "javascript:alert(1)"],
      ["marker-start", "url(#search)"],
      ["marker-start", "url(https://example.org/#a-1-1-1)"],
      ["id", "search"],
      ["d", "M0,0<script>"],
      ["transform", "translate(1,2);"],
      ["font-family", "x;}"],
      ["xmlns", "http://www.w3.org/1999/xhtml"],
      ["width", "100000"],
      ["width", "-1"],
      ["height", 12],
    ] as const
  ) assertStringIncludes(set(name, value), `${PICTURE}.attributes`, `${name} ${value}`);
});

Deno.test("parseSummary refuses a deep picture, a long text, a long file, and what is no JSON", () => {
  let deep: unknown = "text";
  for (let i = 0; i < 20; i++) deep = { name: "g", attributes: {}, children: [deep] };
  assertStringIncludes(refusal(({ thumbnail }) => thumbnail.picture.children = [deep]), "elements deep");
  assertStringIncludes(refusal((summary) => summary.answer = "x".repeat(20_000)), "answer must be a text");
  assertStringIncludes(refusal((summary) => summary.more = "x".repeat(2_000_000)), "must have at most");
  assertThrows(() => parseSummary("{", "summary.json"), InputError, "summary.json, line 1 is not JSON (");
});

Deno.test("parseSummary names the field that is wrong", () => {
  assertStringIncludes(refusal((summary) => summary.runs = -1), ": runs must be a whole number");
  assertStringIncludes(refusal((summary) => delete summary.verdicts.refuted), "verdicts.refuted is missing");
  assertStringIncludes(refusal((summary) => summary.html = "<b>"), "html is not a field");
  assertStringIncludes(
    refusal(({ thumbnail }) => thumbnail.key.entries[0].style.color = "expression(1)"),
    "thumbnail.key.entries[0].style.color must be one of",
  );
});
