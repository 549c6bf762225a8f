import { assertEquals } from "@std/assert";
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
  assertEquals(difference("a,b\r\n1,2\r\n"), "row 3 is missing");
  assertEquals(difference(`${CSV}5,6\r\n`), "row 4 is one too many");
  assertEquals(difference("a,b\r\n1,2,9\r\n3,\r\n"), "row 2, column 3 is one too many");
  assertEquals(difference("a,b\r\n1\r\n3,\r\n"), "row 2, column b is missing");
});

Deno.test("firstDifference names the line if a CSV has the same values in another notation", () => {
  const difference = (text: string) => firstDifference("runs.csv", text, CSV);
  assertEquals(difference(CSV.replaceAll("\r", "")), 'line 1 must be "a,b\\r", but is "a,b"');
  assertEquals(difference(CSV.slice(0, -1)), "line 3 has no line break at its end");
  assertEquals(difference(`\ufeff${CSV}`), "line 1 begins with a byte order mark");
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
