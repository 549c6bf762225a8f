/** The tables that a page carries as files. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { contentOfText } from "../../../experiments/store/content.ts";
import { csvOf } from "../../../experiments/store/csv.ts";
import { fileLinks } from "../../../reports/page/data_table.ts";
import { pageOf, toyReport } from "../toy_report.ts";

const report = toyReport(), page = await pageOf(report);

Deno.test("renderPage carries every table as CSV, byte for byte", () => {
  for (const table of report.tables) {
    const [, data] = new RegExp(`<a href="data:text/csv;charset=utf-8;base64,([^"]*)" download="${table.name}.csv">`)
      .exec(page)!;
    const bytes = Uint8Array.from(atob(data!), (letter) => letter.charCodeAt(0));
    assertEquals(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), csvOf(table));
  }
});

Deno.test("renderPage links a file that is too large for the page", async () => {
  const many = await pageOf(toyReport({ seeds: 150 }));
  assertStringIncludes(many, '<a href="runs.csv" download>runs.csv</a>');
});

Deno.test("a page embeds its smallest tables, as many as are small together", () => {
  const sizes = { large: 20_001, small: 10_000, medium: 20_000 };
  const tables = Object.entries(sizes).map(([name, size]) => ({ name, content: contentOfText("x".repeat(size)) }));
  const links = fileLinks(tables);
  const embedded = [...links].filter(([, { html }]) => html.includes("data:")).map(([name]) => name);
  assertEquals(embedded, ["small", "medium"]);
  assertEquals(links.get("large")!.html, '<a href="large.csv" download>large.csv</a>');
});
