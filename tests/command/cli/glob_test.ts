import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { matchesGlob } from "../../../command/cli/glob.ts";

/** The same in the words of the engine's own patterns. */
function matchesRegExp(pattern: string, name: string): boolean {
  const source = pattern.replaceAll(/[^*?]/g, "[$&]").replaceAll("*", "[^]*").replaceAll("?", "[^]");
  return new RegExp(`^${source}$`).test(name);
}

Deno.test("matchesGlob takes * for any signs and ? for one", () => {
  assert(matchesGlob("*", ""));
  assert(matchesGlob("a*b?", "a-bb-bc"));
  assert(!matchesGlob("a*b?", "a-bb-b"));
  assert(!matchesGlob("", "a"));
});

Deno.test("matchesGlob agrees with regular expressions", () => {
  const signs = (...units: string[]) => fc.string({ unit: fc.constantFrom(...units), maxLength: 8 });
  fc.assert(
    fc.property(signs("a", "b", "*", "?"), signs("a", "b"), (pattern, name) => {
      assertEquals(matchesGlob(pattern, name), matchesRegExp(pattern, name));
    }),
    { numRuns: 2000 },
  );
});

Deno.test("matchesGlob looks at few signs, however many stars there are", () => {
  let looks = 0;
  const name = "a".repeat(40);
  const watched = new Proxy(Object(name), {
    get: (_, key) => {
      looks++;
      return (name as unknown as Record<PropertyKey, unknown>)[key];
    },
  });
  assert(!matchesGlob(`${"*a".repeat(25)}z`, watched));
  assert(looks <= 4 * name.length * 51, String(looks));
});
