import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { hashOf } from "../../../reports/page/document.ts";
import { figuresDataOf } from "../../../reports/page/build_figure_data.ts";
import { renderPage } from "../../../reports/page/page.ts";
import { pageDataOf } from "../../../reports/page/build_page_data.ts";
import { toyReport } from "../toy.ts";

const report = toyReport(), script = 'const a = "</" + "script>" && 1 < 2;', page = await renderPage(report, script);

/** The text of a script element. */
function scriptText(id: string): string {
  return new RegExp(`<script[^>]* id="${id}">([\\s\\S]*?)</script>`).exec(page)![1]!;
}

Deno.test("renderPage lets in its own script by its hash, WebAssembly, workers from blobs, and nothing looser", () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!.replaceAll("&#39;", "'");
  const rules = Object.fromEntries(policy.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1)]));
  assertEquals(rules["default-src"], ["'none'"]);
  assertEquals(rules["script-src"], [`'${hashOf(script)}'`, "'wasm-unsafe-eval'"]);
  assertEquals(rules["worker-src"], ["blob:"]);
  assertEquals(rules["style-src"], [`'${hashOf(/<style>([\s\S]*?)<\/style>/.exec(page)![1]!)}'`]);
  assertEquals(Object.keys(rules).sort(), [
    "base-uri",
    "default-src",
    "form-action",
    "img-src",
    "script-src",
    "style-src",
    "worker-src",
  ]);
  assertEquals(scriptText("page-script"), script);
});

Deno.test("renderPage carries configs, digests and figures as JSON", () => {
  assertEquals(JSON.parse(scriptText("page-data")), JSON.parse(JSON.stringify(pageDataOf(report))));
  assertEquals(JSON.parse(scriptText("page-figures")), JSON.parse(JSON.stringify(figuresDataOf(report))));
});

Deno.test("renderPage without a script is the same page but for what runs in it", async () => {
  const still = await renderPage(report), sections = (page: string) => [...page.matchAll(/<section[^>]*>/g)].flat();
  assertEquals(/<script|live-only/.test(still), false);
  assertStringIncludes(page, 'class="live-only"');
  assertEquals(sections(page).filter((section) => !section.includes("live-only")), sections(still));
});

Deno.test("renderPage refuses a script that would end its own element", async () => {
  for (const text of ["a</script>", "a</SCRIPT ", "<!--"]) {
    await assertRejects(() => renderPage(report, text), RangeError, "must not hold");
  }
});
