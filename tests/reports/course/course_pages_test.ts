/** The pages of the course: their words, links and HTML, in every language. */
import { assert, assertEquals, assertNotMatch, assertStringIncludes } from "@std/assert";
import readability from "text-readability";
import { CATALOG } from "../../../experiments/catalog.ts";
import { CLAIMS_SCHEMA } from "../../../experiments/define/tables.ts";
import { csvOf } from "../../../experiments/store/csv.ts";
import { sha256Hex } from "../../../experiments/store/files.ts";
import type { Manifest } from "../../../experiments/store/manifest.ts";
import { labPageData } from "../../../reports/lab/lab_data.ts";
import { COURSE_PARTS, LESSON_IDS, type LessonId } from "../../../reports/course/course_parts.ts";
import { type Finding, findingOf, readFinding } from "../../../reports/course/finding.ts";
import { type Language, LANGUAGE_CODES } from "../../../reports/languages/languages.ts";
import { PRINTED } from "../../../reports/languages/printed_texts.ts";
import type { FindingTexts, Lesson, QuotedClaim } from "../../../reports/course/lesson.ts";
import { LESSONS } from "../../../reports/course/lessons.ts";
import { renderLesson, textsOf } from "../../../reports/course/lesson_page.ts";
import { publishCourse } from "../../../reports/course/publish_course.ts";
import { TERM_IDS, type TermId } from "../../../reports/course/terms.ts";
import { COURSE_PAGES, SITE_FILES } from "../../../reports/site/site_pages.ts";
import { pathOf } from "../../../reports/site/site_paths.ts";
import { parseLabAddress, settingAddress } from "../../../reports/wire/lab_address.ts";
import { DEFAULT_STATE } from "../../../reports/wire/lab_state.ts";
import { LESSON_DATA_ID, LESSON_LAB_ID, type LessonData } from "../../../reports/wire/lesson_data.ts";
import { paragraphsOf, plainText } from "./html_text.ts";

const FINDING: Finding = {
  verdict: "refuted",
  values: {
    starts: "600",
    count: "571",
    others: "29",
    estimate: "0.952",
    percent: "95.2",
    interval: " [0.93, 0.97]",
    percentInterval: " [93, 97]",
  },
};

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
const lessonOf = (id: LessonId): Lesson => LESSONS[id];
const pages = LANGUAGE_CODES.flatMap((language) =>
  LESSON_IDS.map((id) => ({ id, language, html: renderLesson(id, language, { quote: () => FINDING }) }))
);
const files = publishCourse("/nowhere", new Map());

/** Splits English text into sentences. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!:;])\s+(?=[A-Z(“])/).filter((sentence) => /\p{L}/u.test(sentence));
}

/** The numbers of words of the sentences of a page, in ascending order. */
function sentenceLengths(html: string): number[] {
  const sentences = paragraphsOf(html).map(plainText).flatMap(sentencesOf);
  return sentences.map((sentence) => readability.lexiconCount(sentence)).sort((a, b) => a - b);
}

const median = (sorted: readonly number[]) => sorted[sorted.length >> 1]!;
const english = pages.filter(({ language }) => language === "en");

for (const { id, html } of english) {
  Deno.test(`${id}: the median sentence has at most 20 words, and none more than 35`, () => {
    const lengths = sentenceLengths(html);
    assert(lengths.length > 30, `${lengths.length} sentences`);
    assert(median(lengths) <= 20, `median ${median(lengths)}`);
    assert(lengths.at(-1)! <= 35, `longest ${lengths.at(-1)}`);
  });
}

Deno.test("the English course is easy to read: short sentences, and the grade of a beginner at school", () => {
  const lengths = english.flatMap(({ html }) => sentenceLengths(html)).sort((a, b) => a - b);
  assert(median(lengths) <= 15, `median ${median(lengths)}`);
  const text = english.flatMap(({ html }) => paragraphsOf(html).map(plainText)).join(" ");
  const grade = readability.fleschKincaidGrade(text);
  assert(grade <= 8, `Flesch–Kincaid grade ${grade}`);
});

/** Where a text first uses one of the forms of a term; −1 if it does not. */
function firstUse(text: string, forms: readonly string[], language: Language): number {
  const either = forms.map((form) => RegExp.escape(form)).join("|");
  // particles follow Korean words without a space
  const pattern = language === "ko" ? `(?<![가-힣A-Za-z])(?:${either})` : `(?<![\\p{L}-])(?:${either})(?![\\p{L}-])`;
  return text.search(new RegExp(pattern, "iu"));
}

/** The text without the forms of other terms that contain one of this term: "hidden unit" is no use of "unit". */
function withoutLonger(text: string, term: TermId, language: Language): string {
  const { terms } = PRINTED[language].course;
  const longer = TERM_IDS.filter((other) => other !== term).flatMap((other) => terms[other].forms)
    .filter((form) => terms[term].forms.some((own) => form !== own && form.includes(own)));
  return longer.reduce((text, form) => text.replaceAll(form, " ".repeat(form.length)), text);
}

for (const { id, language, html } of pages) {
  Deno.test(`${id} in ${language}: every term is a link to its meaning where it is first used`, () => {
    const text = paragraphsOf(html).join("\n");
    const linked = [...text.matchAll(/<a class="term" href="#term-([\w-]+)">/g)].map(([, term]) => term as TermId);
    assertEquals(linked, [...new Set(linked)], "each once");
    assertEquals([...linked].sort(), [...lessonOf(id).terms].sort());
    for (const term of TERM_IDS) {
      const link = text.indexOf(`href="#term-${term}"`);
      // words inside the link to another term do not count
      const others = text.replaceAll(
        /<a class="term" href="#term-([\w-]+)">[\s\S]*?<\/a>/g,
        (whole, other) => other === term ? whole : " ".repeat(whole.length),
      );
      const visible = others.replaceAll(/<[^>]+>|&#?\w+;/g, (tag) => " ".repeat(tag.length));
      const use = firstUse(
        withoutLonger(visible, term, language),
        PRINTED[language].course.terms[term].forms,
        language,
      );
      if (link < 0) assertEquals(use, -1, `${term} is used but not explained: ${visible.slice(use - 40, use + 40)}`);
      else assert(use > link && use < link + 80, `${term} is used at ${use}: …${visible.slice(use - 60, use + 30)}…`);
      if (link >= 0) assertStringIncludes(html, `<dt id="term-${term}">`);
    }
  });

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

Deno.test("findingOf quotes counts, and nothing where nothing was judged", () => {
  const row = { claim: "c", verdict: "refuted", n: 1600, estimate: 0.97, lower: 0.95, upper: undefined };
  assertEquals(findingOf(row), {
    verdict: "refuted",
    values: {
      starts: "1600",
      count: "1552",
      others: "48",
      estimate: "0.97",
      percent: "97",
      interval: " [0.95, ∞]",
      percentInterval: " [95, ∞]",
    },
  });
  assertEquals(findingOf({ ...row, lower: undefined })!.values.interval, "");
  for (const missing of [{ n: 0 }, { estimate: undefined }, { verdict: "new" }]) {
    assertEquals(findingOf({ ...row, ...missing }), undefined);
  }
});

const mayWrite = ["read", "write"].every((name) =>
  Deno.permissions.querySync({ name: name as "read" | "write" }).state === "granted"
);

Deno.test({
  name: `readFinding quotes a claim only from a file with the manifest's digest${mayWrite ? "" : " (needs to write)"}`,
  ignore: !mayWrite,
  fn: async () => {
    const folder = await Deno.makeTempDir();
    try {
      const row = { claim: "c", statement: "s", verdict: "supported", estimate: 1, lower: 0.9, upper: 1, n: 200 };
      const rows = [{ ...row, rule: "r", kind: "exact", confidence: 0.95 }];
      const text = csvOf({ ...CLAIMS_SCHEMA, rows });
      const manifest = { files: { "claims.csv": sha256Hex(text) } } as unknown as Manifest;
      assertEquals(readFinding(folder, manifest, "c"), undefined);
      await Deno.writeTextFile(`${folder}/claims.csv`, text);
      assertEquals(readFinding(folder, manifest, "c")?.values.count, "200");
      assertEquals(readFinding(folder, manifest, "d"), undefined);
      await Deno.writeTextFile(`${folder}/claims.csv`, text.replace("200", "900"));
      assertEquals(readFinding(folder, manifest, "c"), undefined);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
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

const VARIABLES = ["FORCE_COLOR", "NODE_DISABLE_COLORS", "NO_COLOR", "TERM"];
const states = await Promise.all(VARIABLES.map((variable) => Deno.permissions.query({ name: "env", variable })));
const validates = states.every(({ state }) => state === "granted");

Deno.test({
  name: `the pages of the course are valid HTML to html-validate${
    validates ? "" : ` (needs --allow-env=${VARIABLES})`
  }`,
  ignore: !validates,
  fn: async () => {
    const { HtmlValidate, StaticConfigLoader } = await import("html-validate");
    const validator = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:standard"] }));
    for (const html of [...pages.map(({ html }) => html), ...files.values()]) {
      const { results } = await validator.validateString(html);
      assertEquals(results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`)), []);
    }
  },
});

/** Elements of MathML that must have two children. */
const PAIRS = ["msub", "msup", "mfrac"];

/** Elements of a formula with a wrong number of children; each must be closed in turn. */
function malformed(math: string): string[] {
  const open: { name: string; children: number }[] = [], found: string[] = [];
  for (const [tag, end, name] of math.matchAll(/<(\/?)(\w+)[^>]*>/g)) {
    if (end === "") {
      if (open.length > 0) open.at(-1)!.children++;
      open.push({ name: name!, children: 0 });
      continue;
    }
    const closed = open.pop();
    if (closed?.name !== name) return [`${tag} closes ${closed?.name}`];
    if (PAIRS.includes(name!) && closed!.children !== 2) found.push(`${name} with ${closed!.children} children`);
  }
  return [...found, ...open.map(({ name }) => `${name} stays open`)];
}

Deno.test("every formula is well formed", () => {
  assertEquals(malformed("<math><msub><mi>w</mi></msub></math>"), ["msub with 1 children"]);
  assertEquals(malformed("<math><mi>w</math>"), ["</math> closes mi"]);
  let formulas = 0;
  for (const { id, language, html } of pages) {
    for (const [math] of html.matchAll(/<math[\s\S]*?<\/math>/g)) {
      assertEquals(malformed(math), [], `${id} in ${language}: ${math}`);
      formulas++;
    }
  }
  assert(formulas > 1000, `${formulas} formulas`);
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
