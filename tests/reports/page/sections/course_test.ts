/** Navigation through the course. */
import { assertEquals, assertNotMatch, assertStringIncludes } from "@std/assert";
import { CATALOG } from "../../../../experiments/catalog.ts";
import type { Experiment } from "../../../../experiments/experiment.ts";
import { positionIn } from "../../../../reports/page/sections/course.ts";
import { escape } from "../../../../reports/html.ts";
import { toy } from "../../toy.ts";
import { pageOf, toyReport } from "../../toy_report.ts";

/** The toy with other settings. */
function withEpochs(epochs: number, part: Pick<Experiment, "id" | "question">): Experiment {
  return { ...toy, ...part, base: { ...toy.base, epochs } };
}

const COURSE: readonly Experiment[] = [
  withEpochs(1, { id: "before", question: "What if 1 < 2?" }),
  toy,
  withEpochs(2, { id: "after", question: `And "then"?` }),
];

/** The links of a page to other pages: relation, address, and the words a reader sees. */
function links(page: string): (readonly [rel: string | undefined, href: string, words: string])[] {
  return [...page.matchAll(/<a(?: rel="(\w+)")? href="(\.\.[^"]*)"[^>]*>(.*?)<\/a>/g)].map(([, rel, href, words]) =>
    [rel, href!, words!.replace(/<[^>]*>/g, "|").replace(/\|+/g, "|")] as const
  );
}

Deno.test("positionIn finds the neighbours of every experiment in the catalogue", () => {
  const places = CATALOG.map(({ id }) => positionIn(CATALOG, id)!);
  assertEquals(places.map(({ number }) => number), CATALOG.map((_, i) => i + 1));
  assertEquals(places.map(({ previous }) => previous?.id), [undefined, ...CATALOG.slice(0, -1).map(({ id }) => id)]);
  assertEquals(places.map(({ next }) => next?.id), [...CATALOG.slice(1).map(({ id }) => id), undefined]);
  assertEquals(places.map(({ total }) => total), CATALOG.map(() => CATALOG.length));
  assertEquals(positionIn(CATALOG, "toy"), undefined);
});

Deno.test("renderPage links to the neighbours in its header, and in its footer by their questions", async () => {
  const page = await pageOf(toyReport(), undefined, COURSE), foot = page.indexOf("<footer>");
  assertEquals(links(page.slice(0, foot)), [
    [undefined, "../index.html#toy", "All experiments"],
    ["prev", "../before/report.html", "← Previous"],
    ["next", "../after/report.html", "Next →"],
  ]);
  assertStringIncludes(page, "<span>2 of 3</span>");
  assertEquals(links(page.slice(foot)), [
    ["prev", "../before/report.html", `|Previous| |1| ${escape("What if 1 < 2?")}`],
    ["next", "../after/report.html", `|Next| |3| ${escape(`And "then"?`)}`],
    [undefined, "../index.html#toy", "All experiments"],
  ]);
});

Deno.test("renderPage has no previous for the first of the course, and no next for the last", async () => {
  const rels = async (course: readonly Experiment[]) =>
    links(await pageOf(toyReport(), undefined, course)).map(([rel]) => rel ?? "all");
  assertEquals(await rels([toy, COURSE[2]!]), ["all", "next", "next", "all"]);
  assertEquals(await rels([COURSE[0]!, toy]), ["all", "prev", "prev", "all"]);
  assertEquals(await rels([toy]), ["all", "all"]);
});

Deno.test("renderPage links from a setting to the experiment that has it first", async () => {
  const twin: Experiment = { ...toy, id: "twin", question: "The same?" };
  const page = await pageOf(toyReport(), undefined, [twin, toy]);
  assertStringIncludes(
    page,
    'AND, tanh, learning rate 0.5 and 3 other settings are measured first in <a href="../twin/report.html">The same?</a>',
  );
  assertNotMatch(await pageOf(toyReport(), undefined, [toy, twin]), /measured first in/);
});

Deno.test("renderPage has no navigation for an experiment outside the course", async () => {
  const page = await pageOf(toyReport());
  assertNotMatch(page, /rel="(?:prev|next)"|<footer|href="\.\./);
});
