import { assertEquals } from "@std/assert";
import { pageOf, toyReport } from "../toy_report.ts";

/** The addresses of a page's list of contents, and the ids of its sections with a heading, each in order. */
async function contentsAndSections(script?: string) {
  const page = await pageOf(toyReport(), script);
  const [, contents] = page.match(/<nav class="contents"[^>]*>([^]*?)<\/nav>/)!;
  return {
    contents: [...contents!.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id),
    sections: [...page.matchAll(/<(?:section|div class="fold-content") id="([^"]+)"/g)].map(([, id]) => id),
  };
}

Deno.test("the contents of a page list all its sections in order", async () => {
  const still = await contentsAndSections();
  assertEquals(still.contents, still.sections);
  assertEquals(still.contents.slice(-2), ["limits", "references"]);
  const live = await contentsAndSections("0");
  assertEquals(live.contents, live.sections);
  assertEquals(live.contents.length > still.contents.length, true, "a script adds sections");
});
