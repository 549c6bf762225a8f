/** The pages of the course: their words, links and HTML, in every language. */
import { assert, assertEquals, assertNotMatch, assertStringIncludes } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import { CLAIMS_SCHEMA } from "../../../experiments/define/tables.ts";
import { csvOf } from "../../../experiments/store/csv.ts";
import { sha256Hex } from "../../../experiments/store/files.ts";
import type { Manifest } from "../../../experiments/store/manifest.ts";
import { labPageData } from "../../../reports/lab/lab_data.ts";
import { COURSE_FILES, folderOf, type Language, LANGUAGE_CODES } from "../../../reports/course/course_files.ts";
import { type Finding, findingOf, readFinding } from "../../../reports/course/finding.ts";
import { LANGUAGES } from "../../../reports/course/languages.ts";
import { type Lesson, LESSON_IDS, type LessonId } from "../../../reports/course/lesson.ts";
import { LESSONS } from "../../../reports/course/lessons.ts";
import { renderLesson, textsOf } from "../../../reports/course/lesson_page.ts";
import { publishCourse } from "../../../reports/course/publish_course.ts";
import { TERM_IDS, type TermId } from "../../../reports/course/terms.ts";
import { parseLabAddress, settingAddress } from "../../../reports/wire/lab_address.ts";
import { paragraphsOf, plainText } from "./html_text.ts";

const FINDING: Finding = { verdict: "refuted", values: { starts: "600", count: "571", others: "29" } };
const lessonOf = (id: LessonId): Lesson => LESSONS[id];
const pages = LANGUAGE_CODES.flatMap((language) =>
  LESSON_IDS.map((id) => ({ id, language, html: renderLesson(id, language, FINDING) }))
);
const files = publishCourse("/nowhere", new Map());

/** Splits English text into sentences. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!:;])\s+(?=[A-Z(“])/).filter((sentence) => /\p{L}/u.test(sentence));
}

for (const { id, html } of pages.filter(({ language }) => language === "en")) {
  Deno.test(`${id}: the median sentence has at most 20 words, and none more than 35`, () => {
    const lengths = paragraphsOf(html).map(plainText).flatMap(sentencesOf)
      .map((sentence) => sentence.split(/\s+/).length).sort((a, b) => a - b);
    assert(lengths.length > 30, `${lengths.length} sentences`);
    assert(lengths[lengths.length >> 1]! <= 20, `median ${lengths[lengths.length >> 1]}`);
    assert(lengths.at(-1)! <= 35, `longest ${lengths.at(-1)}`);
  });
}

/** Where a text first uses one of the forms of a term; −1 if it does not. */
function firstUse(text: string, forms: readonly string[], language: Language): number {
  const either = forms.map((form) => RegExp.escape(form)).join("|");
  // particles follow Korean words without a space
  const pattern = language === "ko" ? `(?<![가-힣A-Za-z])(?:${either})` : `(?<![\\p{L}-])(?:${either})(?![\\p{L}-])`;
  return text.search(new RegExp(pattern, "iu"));
}

/** The text without the forms of other terms that contain one of this term: "hidden unit" is no use of "unit". */
function withoutLonger(text: string, term: TermId, language: Language): string {
  const { terms } = LANGUAGES[language];
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
      const use = firstUse(withoutLonger(visible, term, language), LANGUAGES[language].terms[term].forms, language);
      if (link < 0) assertEquals(use, -1, `${term} is used but not explained: ${visible.slice(use - 40, use + 40)}`);
      else assert(use > link && use < link + 80, `${term} is used at ${use}: …${visible.slice(use - 60, use + 30)}…`);
      if (link >= 0) assertStringIncludes(html, `<dt id="term-${term}">`);
    }
  });

  Deno.test(`${id} in ${language}: leaves no placeholder, and says what was found or that nothing was run`, () => {
    const { finding } = textsOf(id, language);
    assertNotMatch(plainText(html), /undefined|NaN|\[object|\$\{|Infinity/);
    assertStringIncludes(html, finding.refuted(FINDING.values).html);
    const { experiment, claim } = lessonOf(id).finding;
    assertStringIncludes(html, `/${experiment}/report.html#claim-${claim}"`);
    const without = renderLesson(id, language, undefined);
    assertStringIncludes(without, LANGUAGES[language].page.notRun);
    assertEquals(without.includes("report.html"), false);
    for (const verdict of ["supported", "undecided"] as const) {
      assertStringIncludes(renderLesson(id, language, { ...FINDING, verdict }), finding[verdict](FINDING.values).html);
    }
  });
}

for (const id of LESSON_IDS) {
  Deno.test(`${id}: its claim exists, its setting is published, and it has three exercises and a dozen terms`, () => {
    const { finding: { experiment, claim }, exercises, terms } = lessonOf(id);
    assert(claim in CATALOG.find((each) => each.id === experiment)!.claims, `${experiment}/${claim}`);
    assertEquals(exercises.length, 3);
    assert(terms.length >= 10);
    const data = labPageData();
    const [, address] = /href="\.\.\/lab\.html(#[^"]*)"/.exec(renderLesson(id, "en", undefined))!;
    const { state, problems } = parseLabAddress(address!.replaceAll("&amp;", "&"), data);
    assertEquals(problems, []);
    assert(settingAddress(state) in data.experiments[state.experiment!]!.replicates);
  });
}

Deno.test("findingOf quotes counts, and nothing where nothing was judged", () => {
  const row = { claim: "c", verdict: "refuted", n: 1600, estimate: 0.97 };
  assertEquals(findingOf(row), { verdict: "refuted", values: { starts: "1600", count: "1552", others: "48" } });
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
      assertEquals(readFinding(folder, manifest, "c")?.values, { starts: "200", count: "200", others: "0" });
      assertEquals(readFinding(folder, manifest, "d"), undefined);
      await Deno.writeTextFile(`${folder}/claims.csv`, text.replace("200", "900"));
      assertEquals(readFinding(folder, manifest, "c"), undefined);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test("publishCourse writes every page in every language, with its lang, and every link resolves", () => {
  const paths = LANGUAGE_CODES.flatMap((language) => COURSE_FILES.map((file) => `${folderOf(language)}/${file}`));
  assertEquals([...files.keys()].sort(), paths.sort());
  for (const [path, html] of files) {
    const language = path.startsWith("course/ko/") ? "ko" : "en";
    assertStringIncludes(html, `<html lang="${language}">`);
    assertNotMatch(html, /<script|<img|<iframe|@import|(?:href|src)="https?:| style="/);
    assert(html.length < 200_000, `${path} has ${html.length} characters`);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, href] of html.matchAll(/<a [^>]*href="([^"]+)"/g)) {
      const [file, fragment] = href!.split("#") as [string, string?];
      if (file === "") assert(ids.has(fragment!), `${path}: ${href}`);
      else {
        const target = new URL(file, `file:///${path}`).pathname.slice(1);
        assert(files.has(target) || ["index.html", "lab.html"].includes(target), `${path}: ${href}`);
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

Deno.test("languages: a text that is missing or superfluous does not compile", () => {
  type Steps = ReturnType<(typeof LANGUAGES)["ko"]["lessons"]["one-layer"]>["parts"]["line"]["steps"];
  const steps = textsOf("one-layer", "ko").parts.line!.steps as unknown as Steps;
  // @ts-expect-error a step is missing
  const missing: Steps = { sums: steps.sums, wanted: steps.wanted, pairs: steps.pairs };
  // @ts-expect-error a step is superfluous
  const superfluous: Steps = { ...steps, other: steps.sums };
  assert(missing && superfluous);
});
