import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { matchesGlob } from "../../../command/run/plans.ts";

/** The same, by a regular expression. */
function matchesRegExp(pattern: string, name: string): boolean {
  const source = pattern.replaceAll(/[^*?]/g, "[$&]").replaceAll("*", "[^]*").replaceAll("?", "[^]");
  return new RegExp(`^${source}$`).test(name);
}

Deno.test("matchesGlob matches any characters by *, and one by ?", () => {
  assert(matchesGlob("*", ""));
  assert(matchesGlob("a*b?", "a-bb-bc"));
  assert(!matchesGlob("a*b?", "a-bb-b"));
  assert(!matchesGlob("", "a"));
});

Deno.test("matchesGlob agrees with regular expressions", () => {
  const text = (...units: string[]) => fc.string({ unit: fc.constantFrom(...units), maxLength: 8 });
  fc.assert(
    fc.property(text("a", "b", "*", "?"), text("a", "b"), (pattern, name) => {
      assertEquals(matchesGlob(pattern, name), matchesRegExp(pattern, name));
    }),
    { numRuns: 2000 },
  );
});

Deno.test("matchesGlob reads few characters, however many stars there are", () => {
  let reads = 0;
  const name = "a".repeat(40);
  const counted = new Proxy(Object(name), {
    get: (_, key) => {
      reads++;
      return (name as unknown as Record<PropertyKey, unknown>)[key];
    },
  });
  assert(!matchesGlob(`${"*a".repeat(25)}z`, counted));
  assert(reads <= 4 * name.length * 51, String(reads));
});
