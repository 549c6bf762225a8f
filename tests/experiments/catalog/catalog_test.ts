/** Results that were published stay as they are: every table of the catalog to the last byte, and every verdict. */
import { assertEquals } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import golden from "../../fixtures/catalog.json" with { type: "json" };
import { digestsOf } from "./digests.ts";

const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = golden;

Deno.test("the golden file has every experiment of the catalog", () => {
  assertEquals(Object.keys(expected), CATALOG.map(({ id }) => id));
});

for (const experiment of CATALOG) {
  Deno.test(`${experiment.id} has the golden tables and verdicts with few runs`, async () => {
    assertEquals(await digestsOf(experiment), expected[experiment.id]);
  });
}
