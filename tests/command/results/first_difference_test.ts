import { assertEquals, assertMatch } from "@std/assert";
import { markup } from "../../../reports/html.ts";
import { renderDocument } from "../../../reports/page/document.ts";
import { cspHash } from "../../../reports/page/page_scripts.ts";
import { firstDifference } from "../../../command/results/first_difference.ts";

const CSV = "a,b\r\n1,2\r\n3,\r\n";

Deno.test("firstDifference finds none in equal files", () => {
  assertEquals(firstDifference("runs.csv", CSV, CSV), undefined);
  assertEquals(firstDifference("report.html", "x\ny\n", "x\ny\n"), undefined);
});

Deno.test("firstDifference names row and column of a CSV, the header being row 1", () => {
  const difference = (text: string) => firstDifference("runs.csv", text, CSV);
  assertEquals(difference("a,b\r\n1,2\r\n4,\r\n"), 'row 3, column a must be "3", but is "4"');
  assertEquals(difference("a,b\r\n1,2.0\r\n3,\r\n"), 'row 2, column b must be "2", but is "2.0"');
  assertEquals(difference("a,c\r\n1,2\r\n3,\r\n"), 'row 1, column b must be "b", but is "c"');
  assertEquals(difference("a,b\r\n1,2\r\n"), "row 3, column a: the row is missing");
  assertEquals(difference(`${CSV}5,6\r\n`), "row 4, column a: the row is one too many");
  assertEquals(difference("a,b\r\n1,2,9\r\n3,\r\n"), "row 2, column 3 is one too many");
  assertEquals(difference("a,b\r\n1\r\n3,\r\n"), "row 2, column b is missing");
});

Deno.test("firstDifference names row and column if a CSV has the same values in another notation", () => {
  const difference = (text: string) => firstDifference("runs.csv", text, CSV);
  assertEquals(
    difference(CSV.replaceAll("\r", "")),
    "row 1, column b must be followed by CRLF, but is followed by LF",
  );
  assertEquals(difference(CSV.slice(0, -1)), "row 3, column b must be followed by CRLF, but is followed by CR");
  assertEquals(difference(CSV.slice(0, -2)), "row 3, column b must be followed by CRLF, but is followed by nothing");
  assertEquals(difference(CSV.replace("2", '"2"')), 'row 2, column b must be "2", but is "\\"2\\""');
  assertEquals(difference(CSV.replace("1,", "1,,")), 'row 2, column b must be "2", but is ""');
  assertEquals(difference(CSV.replace("1", '"1')), 'row 2, column a must be "1", but is "\\"1,2\\r\\n3,\\r\\n"');
  assertEquals(difference(CSV.replace("3", "\r\n3")), 'row 3, column a must be "3", but is ""');
  assertEquals(difference(""), "row 1, column a: the row is missing");
  assertEquals(difference(`\ufeff${CSV}`), "line 1 begins with a byte order mark");
});

Deno.test("firstDifference shows long cells from shortly before their difference", () => {
  const long = "x".repeat(100);
  assertEquals(
    firstDifference("runs.csv", `a\r\n${long}1\r\n`, `a\r\n${long}2\r\n`),
    `row 2, column a must be "${"x".repeat(20)}2", but is "${"x".repeat(20)}1"`,
  );
});

Deno.test("firstDifference finds every damage of one character, with its row and column", () => {
  const text = 'name,value\r\n"one, two",1\r\n"a ""quote""",2\r\n';
  for (let i = 0; i <= text.length; i++) {
    for (const piece of ["", "x", '"', ",", "\r", "\n", "\ufeff"]) {
      const damaged = text.slice(0, i) + piece + text.slice(piece === "" ? i + 1 : i);
      if (damaged === text || damaged.startsWith("\ufeff")) continue;
      assertMatch(firstDifference("t.csv", damaged, text)!, /^row [1-4], column (name|value|[1-4])[ :]/);
    }
  }
});

Deno.test("firstDifference names the line of any other file, with an excerpt", () => {
  const long = "x".repeat(100);
  assertEquals(
    firstDifference("report.html", `a\n${long}1${long}\n`, `a\n${long}2${long}\n`),
    `line 2 must be "${"x".repeat(20)}2${"x".repeat(35)}…, but is "${"x".repeat(20)}1${"x".repeat(35)}…`,
  );
  assertEquals(firstDifference("manifest.json", "{", "{\n}"), "line 2 is missing");
  assertEquals(firstDifference("manifest.json", "{\n}\n", "{\n}"), "line 3 is one too many");
});

Deno.test("firstDifference does not split what follows the first difference", () => {
  const expected = "a,b\r\n1,2\r\n";
  // no array has room for all these lines
  assertEquals(
    firstDifference("t.csv", expected + "\n".repeat(2 ** 28), expected),
    "row 3, column a: the row is one too many",
  );
  assertEquals(firstDifference("t.json", "{}\n" + "\n".repeat(2 ** 28), "{}\n"), "line 3 is one too many");
});

Deno.test("firstDifference tells a page with another script from one that is wrong", () => {
  const page = (body: string, script: string) =>
    renderDocument({
      title: "t",
      description: "d",
      body: markup`<main id="main">${body}</main>`,
      training: { script, data: markup`` },
    });
  const difference = (actual: string) => firstDifference("report.html", actual, page("10 runs", "a();"));
  assertEquals(difference(page("10 runs", "another($&);")), "was made with another script; all else is right");
  assertMatch(difference(page("11 runs", "another();"))!, /^line \d+ must be/);
  const unlisted = page("10 runs", "another();").replace(cspHash("another();"), cspHash("a();"));
  assertMatch(difference(unlisted)!, /^line \d+ must be/, "its policy does not allow the script");
});
