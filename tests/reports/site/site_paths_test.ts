/** Where each language has its pages, and how they link to each other. */
import { assert, assertEquals } from "@std/assert";
import { LANGUAGE_CODES } from "../../../reports/languages/languages.ts";
import { readersPage } from "../../../reports/front_page/readers_language.ts";
import { siteNav } from "../../../reports/site/site_nav.ts";
import {
  linkTo,
  pathOf,
  relativePath,
  SITE_FILES,
  SITE_PAGES,
  translatedLink,
} from "../../../reports/site/site_paths.ts";

Deno.test("pathOf puts other languages into folders of their own", () => {
  assertEquals(["index.html", "lab.html", "course/unit.html"].map((page) => pathOf(page as "lab.html", "ko")), [
    "ko/index.html",
    "ko/lab.html",
    "course/ko/unit.html",
  ]);
  assertEquals(pathOf("course/unit.html", "en"), "course/unit.html");
});

Deno.test("relativePath leads from each page to each other", () => {
  for (const from of SITE_FILES) {
    for (const to of SITE_FILES) {
      assertEquals(new URL(relativePath(from, to), `file:///${from}`).pathname, `/${to}`);
    }
  }
});

Deno.test("links to the front page in the main language name it, so that it stays open", () => {
  assertEquals(linkTo("index.html", "course/unit.html", "en"), "../index.html?lang=en");
  assertEquals(linkTo("index.html", "course/unit.html", "ko"), "../../ko/index.html");
  assertEquals(translatedLink("index.html", "index.html", "ko", "en"), "../index.html?lang=en");
  assertEquals(translatedLink("lab.html", "lab.html", "en", "ko"), "ko/lab.html");
});

Deno.test("siteNav links to every part of the site, and to the page in every other language", () => {
  for (const language of LANGUAGE_CODES) {
    for (const page of SITE_PAGES) {
      const { html } = siteNav(page, language);
      for (const [, href] of html.matchAll(/href="([^"?]*)/g)) {
        const target = new URL(href!, `file:///${pathOf(page, language)}`).pathname.slice(1);
        assert(SITE_FILES.includes(target), `${page} in ${language}: ${href}`);
      }
      for (const other of LANGUAGE_CODES.filter((code) => code !== language)) {
        assert(html.includes(`<a lang="${other}" hreflang="${other}"`));
      }
    }
  }
});

Deno.test("readersPage opens the first language that the browser prefers and the site has, unless one was chosen", () => {
  const page = (preferred: readonly string[], place = "") => readersPage(preferred, place, "en", ["ko"]);
  assertEquals(page(["ko-KR", "en"]), "ko/index.html");
  assertEquals(page(["fr", "ko"]), "ko/index.html");
  assertEquals(page(["en-GB", "ko"]), undefined);
  assertEquals(page(["fr"]), undefined);
  assertEquals(page([]), undefined);
  assertEquals(page(["ko"], "?lang=en"), undefined);
  assertEquals(page(["ko"], "#depth-xor"), undefined);
});
