import { deflateRawSync } from "node:zlib";
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { bundleOf, cspHash, dataOf, differInScriptOnly, scriptElements } from "../../../reports/page/page_scripts.ts";
import { figuresDataOf } from "../../../reports/page/draw_figures.ts";
import { pageDataOf } from "../../../reports/page/page.ts";
import { figuresOf } from "../../../reports/page/draw_figures.ts";
import { pageOf, toyReport } from "../toy_report.ts";

const report = toyReport(), script = 'const a = "</" + "script>" && 1 < 2;', page = await pageOf(report, script);

Deno.test("renderPage allows only its own script by hash, WebAssembly, and workers from blobs", () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!.replaceAll("&#39;", "'");
  const rules = Object.fromEntries(policy.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1)]));
  assertEquals(rules["default-src"], ["'none'"]);
  const [, loader] = /<script type="module" id="script-loader">([\s\S]*?)<\/script>/.exec(page)!;
  assertEquals(rules["script-src"], [`'${cspHash(loader!)}'`, `'${cspHash(script)}'`, "'wasm-unsafe-eval'"]);
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
  assertEquals(bundleOf(page), script);
});

Deno.test("renderPage carries configs, digests and figures as compressed JSON", () => {
  assertEquals(dataOf(page, "page-data"), JSON.parse(JSON.stringify(pageDataOf(report))));
  assertEquals(dataOf(page, "page-figures"), JSON.parse(JSON.stringify(figuresDataOf(figuresOf(report)))));
  assertEquals(dataOf(page, "page-script"), undefined);
});

Deno.test("renderPage without a script renders the same page without the live sections", async () => {
  const withoutScript = await pageOf(report), sections = (page: string) => [...page.matchAll(/<section[^>]*>/g)].flat();
  assertEquals(/<script|live-only/.test(withoutScript), false);
  assertStringIncludes(page, 'class="live-only"');
  assertEquals(sections(page).filter((section) => !section.includes("live-only")), sections(withoutScript));
});

Deno.test("a small script must not end its own element; a bundle may hold anything", async () => {
  for (const text of ["a</script>", "a</SCRIPT ", "<!--"]) {
    assertThrows(() => scriptElements({ inline: text }), RangeError, "must not hold");
    assertEquals(bundleOf(await pageOf(report, text)), text);
  }
});

Deno.test("pages that differ in their bundles alone are told from others", async () => {
  const other = await pageOf(report, "1 < 2;");
  assertEquals(differInScriptOnly(page, other), true);
  assertEquals(differInScriptOnly(page, page), false);
  assertEquals(differInScriptOnly(page, other.replace("<h1>", "<h1> ")), false);
  assertEquals(differInScriptOnly(page, other.replace(cspHash("1 < 2;"), cspHash("3"))), false);
  // what is no bundle, or unpacks to too much
  for (const text of ["", "!", btoa("abc"), deflateRawSync(new Uint8Array(6_000_000)).toString("base64")]) {
    const changed = page.replace(/id="page-script"([^>]*)>[^<]*/, `id="page-script"$1>${text}`);
    assertEquals([bundleOf(changed), differInScriptOnly(changed, other)], [undefined, false], text.slice(0, 20));
  }
});
