import { assertEquals } from "@std/assert";
import { markup } from "../../reports/html.ts";

Deno.test("markup escapes values and leaves HTML alone", () => {
  const inner = markup`<b>${"<"}</b>`;
  assertEquals(
    markup`<p title="${`"'&`}">${[inner, " ", 1, undefined]}</p>`.html,
    '<p title="&quot;&#39;&amp;"><b>&lt;</b> 1</p>',
  );
});
