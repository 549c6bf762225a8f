import { assertEquals, assertThrows } from "@std/assert";
import { parseHex, snippetOf, SNIPPETS } from "../../tools/languages/snippets.ts";
import { needing } from "../needs.ts";

Deno.test("hexadecimal floating-point numbers are read exactly", () => {
  const values = { "0x1p+0": 1, "-0x1.8p-3": -0.1875, "0x1.999999999999ap-4": 0.1, "0x0p+0": 0, "0x0.0p+0": 0 };
  for (const [text, value] of Object.entries(values)) assertEquals(parseHex(text), value, text);
  assertEquals(parseHex("NA"), NaN);
});

Deno.test("a snippet is the only code block of its language with its word", () => {
  const python = SNIPPETS[0]!;
  const markdown = "```python\nimport pandas\n```\n\n```python\nimport json\n```\n";
  assertEquals(snippetOf(python, markdown), "import pandas");
  assertThrows(
    () => snippetOf(python, markdown + markdown),
    Error,
    "has 2 snippets in Python (pandas), and must have one",
  );
});

Deno.test({
  ...needing(["read"], "the README has a snippet in every language that is tried"),
  fn: async () => {
    const readme = await Deno.readTextFile(new URL("../../README.md", import.meta.url));
    for (const language of SNIPPETS) snippetOf(language, readme);
  },
});
