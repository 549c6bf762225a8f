/** The shell of the lab's page. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { labPageData } from "../../../reports/lab/lab_data.ts";
import { renderLab } from "../../../reports/lab/lab_page.ts";
import { bundleOf, cspHash } from "../../../reports/page/page_scripts.ts";
import { LAB_DATA_ID, LAB_ID } from "../../../reports/wire/lab_state.ts";

const SCRIPT = "start();", data = labPageData(), page = renderLab(data, SCRIPT), silent = renderLab(data);

Deno.test("renderLab says in words what the lab is, with and without a script", () => {
  for (const html of [page, silent]) {
    assertStringIncludes(html, '<h1 data-lab="heading">Can this net learn XOR?</h1>');
    assertStringIncludes(html, "One training is one draw");
    assertStringIncludes(html, '<a href="index.html?lang=en">');
    for (const { address, experiment } of data.presets) {
      assertStringIncludes(html, `<a href="${address.replaceAll("&", "&amp;")}">`);
      assertStringIncludes(html, `href="${experiment}/report.html"`);
    }
    assertEquals(/ (?:style|on\w+)="/.test(html), false);
  }
  assertStringIncludes(page, `<div id="${LAB_ID}"><noscript>`);
  assertStringIncludes(silent, `<div id="${LAB_ID}"><p`);
});

Deno.test("renderLab allows its own script, WebAssembly and workers of its own, and nothing else", () => {
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)!;
  assertStringIncludes(policy!, ` &#39;${cspHash(SCRIPT)}&#39; &#39;wasm-unsafe-eval&#39;; worker-src blob:`);
  assertStringIncludes(policy!, "default-src &#39;none&#39;");
  const [, other] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(silent)!;
  assertEquals(other!.includes("script-src"), false);
});

Deno.test("renderLab carries its data as JSON, small enough for a page of half a megabyte", () => {
  const [, json] = new RegExp(`<script type="application/json" id="${LAB_DATA_ID}">(.*?)</script>`).exec(page)!;
  assertEquals(JSON.parse(json!), data);
  assertEquals(bundleOf(page), SCRIPT);
  assert(page.length < 100_000, `${page.length} characters without its script`);
});
