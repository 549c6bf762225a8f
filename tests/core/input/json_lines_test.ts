import { assertEquals, assertThrows } from "@std/assert";
import { lineOfField, lineOfSyntaxError } from "../../../core/input/json_lines.ts";

const TEXT = JSON.stringify({ a: { b: [1, { c: 'x\n"y' }], "odd name": true }, ab: null, "": {}, list: [] }, null, 2);

Deno.test("lineOfField is the line of a value, or of the innermost object around a missing one", () => {
  const lines = TEXT.split("\n");
  const line = (path: string) => lines[lineOfField(TEXT, path) - 1]!.trim();
  assertEquals(line(""), "{");
  assertEquals(line("a.b[1].c"), '"c": "x\\n\\"y"');
  assertEquals(line('a["odd name"]'), '"odd name": true');
  assertEquals(line("ab"), '"ab": null,');
  assertEquals(line("a.b[1].d.e"), "{");
  assertEquals(lineOfField(TEXT, "a.b[1].d.e"), 5);
  assertEquals(lineOfField(TEXT, "abc"), 1);
  assertEquals(lineOfField(TEXT, "list[3]"), lineOfField(TEXT, "list"));
});

Deno.test("lineOfSyntaxError is the line where a text stops being JSON", () => {
  assertEquals(lineOfSyntaxError('{\n"a": 1,\n"b" 2\n}'), 3);
  assertEquals(lineOfSyntaxError('{\n"a": 1,\n}'), 3);
  assertEquals(lineOfSyntaxError('{\n"a": 01\n}'), 2);
  assertEquals(lineOfSyntaxError("[1,\n2\n"), 3);
  assertEquals(lineOfSyntaxError("[1]\n\n]"), 3);
  assertEquals(lineOfSyntaxError('"a\nb"'), 1);
  assertEquals(lineOfSyntaxError(""), 1);
});

Deno.test("lineOfSyntaxError notices every change of one character that makes a text no JSON", () => {
  for (let i = 0; i < TEXT.length; i++) {
    for (const piece of ["", "x", '"', ",", "\\", "\n", "0", "[", "}"]) {
      const damaged = TEXT.slice(0, i) + piece + TEXT.slice(i + 1);
      let isJson = true;
      try {
        JSON.parse(damaged);
      } catch {
        isJson = false;
      }
      const lines = damaged.split("\n").length;
      if (isJson) assertEquals([damaged, lineOfSyntaxError(damaged)], [damaged, lines]);
      else {
        // what comes before the line of the error can still be continued to JSON
        const line = lineOfSyntaxError(damaged);
        assertEquals(line >= 1 && line <= lines, true);
        assertThrows(() => JSON.parse(damaged.split("\n").slice(0, line).join("\n")));
      }
    }
  }
});

Deno.test("lineOfField and lineOfSyntaxError read long strings and lists", () => {
  const long = JSON.stringify({ text: "\n".repeat(1e7), list: Array(1e6).fill(0), last: 1 });
  assertEquals(lineOfField(`\n${long}`, "last"), 2);
  assertEquals(lineOfSyntaxError(`\n${long}\n}`), 3);
});
