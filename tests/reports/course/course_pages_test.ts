/** The pages of the course: their claims, settings and links, in every language. */
import { assert, assertEquals, assertNotMatch, assertStringIncludes } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import { COURSE_PARTS, LESSON_IDS, type LessonId } from "../../../reports/course/course_parts.ts";
import type { FindingTexts, QuotedClaim } from "../../../reports/course/lesson.ts";
import { renderLesson, textsOf } from "../../../reports/course/lesson_page.ts";
import { labPageData } from "../../../reports/lab/lab_data.ts";
import { type Language, LANGUAGE_CODES } from "../../../reports/languages/languages.ts";
import { PRINTED } from "../../../reports/languages/printed_texts.ts";
import { COURSE_PAGES, pathOf, SITE_FILES } from "../../../reports/site/site_paths.ts";
import { parseLabAddress, settingAddress } from "../../../reports/wire/lab_address.ts";
import { DEFAULT_STATE } from "../../../reports/wire/lab_state.ts";
import { LESSON_DATA_ID, LESSON_LAB_ID, type LessonData } from "../../../reports/wire/lesson_data.ts";
import { files, FINDING, lessonOf, pages } from "./course_pages.ts";
import { plainText } from "../html_text.ts";

/** The claims that a lesson quotes, each with its sentences. */
function quotesOf(id: LessonId, language: Language): (readonly [QuotedClaim, FindingTexts])[] {
  const lesson = lessonOf(id);
  const { finding, parts } = textsOf(id, language);
  const steps = Object.entries(lesson.parts).flatMap(([part, steps]) =>
    Object.entries(steps).flatMap(([step, { finding }]) => {
      const texts = parts[part]!.steps[step]!;
      return finding && "finding" in texts ? [[finding, texts.finding] as const] : [];
    })
  );
  return [[lesson.finding, finding], ...steps];
}

for (const { id, language, html } of pages) {
  Deno.test(`${id} in ${language}: leaves no placeholder, and says what was found or that nothing was run`, () => {
    assertNotMatch(plainText(html), /undefined|NaN|\[object|\$\{|Infinity/);
    const quotes = quotesOf(id, language);
    for (const [{ experiment, claim }, wording] of quotes) {
      assertStringIncludes(html, wording.refuted(FINDING.values).html);
      assertStringIncludes(html, `/${experiment}/report.html#claim-${claim}"`);
    }
    const without = renderLesson(id, language);
    assertStringIncludes(without, PRINTED[language].course.page.notRun);
    assertEquals(without.includes("report.html"), false);
    for (const verdict of ["supported", "undecided"] as const) {
      const page = renderLesson(id, language, { quote: () => ({ ...FINDING, verdict }) });
      quotes.forEach(([, wording]) => assertStringIncludes(page, wording[verdict](FINDING.values).html));
    }
  });
}

for (const id of LESSON_IDS) {
  Deno.test(`${id}: its claims exist, its setting is published, and it has three exercises and a dozen terms`, () => {
    const { exercises, terms } = lessonOf(id);
    for (const [{ experiment, claim }] of quotesOf(id, "en")) {
      assert(claim in CATALOG.find((each) => each.id === experiment)!.claims, `${experiment}/${claim}`);
    }
    assertEquals(exercises.length, 3);
    assert(terms.length >= 10);
    const data = labPageData();
    const [, address] = /href="\.\.\/lab\.html(#[^"]*)"/.exec(renderLesson(id, "en"))!;
    const { state, problems } = parseLabAddress(address!.replaceAll("&amp;", "&"), data);
    assertEquals(problems, []);
    assert(settingAddress(state) in data.experiments[state.experiment!]!.replicates);
  });
}

Deno.test("a lesson with a script carries the setting of its lab and the seeds of its experiment alone", () => {
  const script = "start();", seeds = labPageData();
  for (const id of LESSON_IDS) {
    const html = renderLesson(id, "ko", { live: { script, seeds } });
    const [, json] = new RegExp(`<script type="application/json" id="${LESSON_DATA_ID}">(.*?)</script>`).exec(html)!;
    const { setting, seeds: given, labPage }: LessonData = JSON.parse(json!);
    assertEquals(setting, JSON.parse(JSON.stringify({ ...DEFAULT_STATE, ...lessonOf(id).lab })));
    assertEquals(Object.keys(given.experiments), [setting.experiment]);
    assertEquals(labPage, "../../ko/lab.html");
    assertStringIncludes(html, `id="${LESSON_LAB_ID}"`);
    // the bundle has some 200,000 characters, and is compressed
    assert(html.length < 300_000, `${id} has ${html.length} characters`);
  }
});

Deno.test("publishCourse writes every page in every language, with its lang, and every link resolves", () => {
  const paths = LANGUAGE_CODES.flatMap((language) => COURSE_PAGES.map((page) => pathOf(page, language)));
  assertEquals([...files.keys()].sort(), paths.sort());
  for (const [path, html] of files) {
    const language = path.startsWith("course/ko/") ? "ko" : "en";
    assertStringIncludes(html, `<html lang="${language}">`);
    assertNotMatch(html, /<script|<img|<iframe|@import|(?:href|src)="https?:| style="/);
    assert(html.length < 200_000, `${path} has ${html.length} characters`);
    for (const [head, content] of html.matchAll(/<th(?: [^>]*)?>(.*?)<\/th>/g)) {
      assert(
        plainText(content!) !== "" && !content!.includes("<math"),
        `${path}: screen readers find no text in ${head}`,
      );
    }
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, href] of html.matchAll(/<a [^>]*href="([^"]+)"/g)) {
      const [file, fragment] = href!.replace("?lang=en", "").split("#") as [string, string?];
      if (file === "") assert(ids.has(fragment!), `${path}: ${href}`);
      else {
        const target = new URL(file, `file:///${path}`).pathname.slice(1);
        assert(SITE_FILES.includes(target), `${path}: ${href}`);
      }
    }
    for (const code of LANGUAGE_CODES.filter((code) => code !== language)) {
      assertStringIncludes(html, `<a lang="${code}" hreflang="${code}"`);
    }
  }
});

Deno.test("the contents list every lesson once, by part, with its minutes and what to read first", () => {
  for (const language of LANGUAGE_CODES) {
    const html = files.get(pathOf("course/index.html", language))!;
    const items = [...html.matchAll(/<li value="(\d+)"><h3><a href="([\w-]+)\.html">/g)];
    assertEquals(items.map(([, number, id]) => [Number(number), id]), LESSON_IDS.map((id, i) => [i + 1, id]));
    assertEquals(
      [...html.matchAll(/<section class="course-part" id="([\w-]+)">/g)].map(([, id]) => id),
      Object.keys(COURSE_PARTS),
    );
    const { page } = PRINTED[language].course;
    for (const id of LESSON_IDS) {
      const { minutes, prerequisites } = lessonOf(id), own = LESSON_IDS.indexOf(id);
      assertStringIncludes(html, page.minutes(minutes));
      assert(prerequisites.every((other) => LESSON_IDS.indexOf(other) < own), `${id} needs a later lesson`);
    }
    const total = LESSON_IDS.reduce((sum, id) => sum + lessonOf(id).minutes, 0);
    assertStringIncludes(html, page.extent(LESSON_IDS.length, total));
  }
});

Deno.test("languages: a text that is missing or superfluous does not compile", () => {
  type Steps = ReturnType<(typeof PRINTED)["ko"]["course"]["lessons"]["one-layer"]>["parts"]["line"]["steps"];
  const steps = textsOf("one-layer", "ko").parts.line!.steps as unknown as Steps;
  // @ts-expect-error a step is missing
  const missing: Steps = { sums: steps.sums, wanted: steps.wanted, pairs: steps.pairs };
  // @ts-expect-error a step is superfluous
  const superfluous: Steps = { ...steps, other: steps.sums };
  assert(missing && superfluous);
});
