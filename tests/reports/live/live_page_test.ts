import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { cspHash } from "../../../reports/page/document.ts";
import { figuresDataOf } from "../../../reports/page/draw_figures.ts";
import { pageDataOf } from "../../../reports/page/page.ts";
import { figuresOf } from "../../../reports/page/draw_figures.ts";
import { pageOf, toyReport } from "../toy.ts";

const report = toyReport(), script = 'const a = "</" + "script>" && 1 < 2;', page = await pageOf(report, script);

/** The text of a script element. */
function scriptText(id: string): string {
  return new RegExp(`<script[^>]* id="${id}">([\\s\\S]*?)</script>`).exec(page)![1]!;
}

Deno.test("renderPage allows only its own script by hash, WebAssembly, and workers from blobs", () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!.replaceAll("&#39;", "'");
  const rules = Object.fromEntries(policy.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1)]));
  assertEquals(rules["default-src"], ["'none'"]);
  assertEquals(rules["script-src"], [`'${cspHash(script)}'`, "'wasm-unsafe-eval'"]);
  assertEquals(rules["worker-src"], ["blob:"]);
  assertEquals(rules["style-src"], [`'${cspHash(/<style>([\s\S]*?)<\/style>/.exec(page)![1]!)}'`]);
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
  assertEquals(JSON.parse(scriptText("page-figures")), JSON.parse(JSON.stringify(figuresDataOf(figuresOf(report)))));
});

Deno.test("renderPage without a script renders the same page without the live sections", async () => {
  const withoutScript = await pageOf(report), sections = (page: string) => [...page.matchAll(/<section[^>]*>/g)].flat();
  assertEquals(/<script|live-only/.test(withoutScript), false);
  assertStringIncludes(page, 'class="live-only"');
  assertEquals(sections(page).filter((section) => !section.includes("live-only")), sections(withoutScript));
});

Deno.test("renderPage rejects a script that would end its own element", async () => {
  for (const text of ["a</script>", "a</SCRIPT ", "<!--"]) {
    await assertRejects(() => pageOf(report, text), RangeError, "must not hold");
  }
});
