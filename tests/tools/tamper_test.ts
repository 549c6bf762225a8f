/** The tools that attack results: where a tamper is, what they draw, and what they see on a page. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { firstDifference } from "../../command/results/first_difference.ts";
import { stream } from "../../core/random.ts";
import { partsOf, surplusOf } from "../../tools/drill/hostile/page_parts.ts";
import { locationOf } from "../../tools/tamper/location.ts";
import { drawTamper } from "../../tools/tamper/tampers.ts";

const CSV = 'claim,statement,n\r\na,"one, two",3\r\nb,"says ""three""",4\r\nc,plain,\r\n';

Deno.test("locationOf names the first cell that differs", () => {
  const cases: readonly (readonly [after: string, location: string])[] = [
    [CSV.replace("two", "too"), "row 2, column statement"],
    [CSV.replace("3\r\n", "4\r\n"), "row 2, column n"],
    [CSV.replace('b,"says ""three""",4\r\n', ""), "row 3, column claim"],
    [`${CSV}d,x,1\r\n`, "row 5, column claim"],
    [CSV.replace("plain,\r\n", "plain\r\n"), "row 4, column n"],
    [CSV.replace("plain,\r\n", "plain,,\r\n"), "row 4, column 4"],
    [CSV.slice(0, -1), "row 4, column n"],
    ["", "row 1, column claim"],
  ];
  for (const [after, location] of cases) assertEquals(locationOf("claims.csv", CSV, after), location);
});

Deno.test("locationOf names the first line that differs", () => {
  assertEquals(locationOf("a.json", "1\n2\n3\n", "1\n2\n4\n"), "line 3");
  assertEquals(locationOf("a.json", "1\n2\n3\n", "1\n2"), "line 3");
  assertEquals(locationOf("a.json", "1\n2\n3\n", "1\n2\n3"), "line 3");
});

Deno.test("every tamper has an effect, and firstDifference names its place", () => {
  const texts = new Map([["a/claims.csv", CSV], ["a/summary.json", '{\n  "n": 12,\n  "m": [\n    3\n  ]\n}\n']]);
  const random = stream("tamper", "test");
  const kinds = new Set<string>();
  for (let n = 0; n < 3000; n++) {
    const { kind, path, before, after } = drawTamper(texts, random);
    kinds.add(kind);
    assert(before !== after, kind);
    if (before === undefined || after === undefined) continue;
    const difference = firstDifference(path, after, before);
    if (after.startsWith("\ufeff")) continue; // named as such
    assertStringIncludes(difference ?? "", locationOf(path, before, after), `${kind}: ${JSON.stringify(after)}`);
  }
  assertEquals(kinds.size, 11);
});

Deno.test("partsOf sees whatever a browser would act on", () => {
  const honest = partsOf('<html lang="en"><style>p{}</style><p class="a">1 &lt; 2 <a href="a.html">a</a></p></html>');
  const surplus = (body: string) =>
    surplusOf(partsOf(`<html lang="en"><style>p{}</style><p class="b">${body}</p></html>`), honest).length;
  assertEquals(surplus('other text, &lt;script&gt;, " onload=x'), 0);
  assertEquals(surplus('<a href="a.html">b</a>'), 0);
  for (
    const body of [
      "<script>x</script>",
      "<SCRIPT src=x>",
      '<p onclick="x">',
      "<p onclick=x>",
      '<a href="javascript:x">',
      "<a href='b.html'>",
      "<a href=b.html>",
      "<p/onclick=x>",
      '<meta http-equiv="refresh">',
      '<p style="x">',
      "</style><style>q{}</style>",
      "<!-- -->",
    ]
  ) assert(surplus(body) > 0, body);
});
