import { assertEquals } from "@std/assert";
import { CLAIMS_SCHEMA } from "../../../experiments/define/tables.ts";
import { csvOf } from "../../../experiments/store/csv.ts";
import { sha256Hex } from "../../../experiments/store/files.ts";
import type { Manifest } from "../../../experiments/store/manifest.ts";
import { findingOf, readFinding } from "../../../reports/course/finding.ts";
import { needing } from "../../needs.ts";

Deno.test("findingOf quotes counts, and nothing where nothing was judged", () => {
  const row = { claim: "c", verdict: "refuted", n: 1600, estimate: 0.97, lower: 0.95, upper: undefined };
  assertEquals(findingOf(row), {
    verdict: "refuted",
    values: {
      starts: "1600",
      count: "1552",
      others: "48",
      estimate: "0.97",
      percent: "97",
      interval: " [0.95, ∞]",
      percentInterval: " [95, ∞]",
    },
  });
  assertEquals(findingOf({ ...row, lower: undefined })!.values.interval, "");
  for (const missing of [{ n: 0 }, { estimate: undefined }, { verdict: "new" }]) {
    assertEquals(findingOf({ ...row, ...missing }), undefined);
  }
});

Deno.test({
  ...needing(["read", "write"], "readFinding quotes a claim only from a file with the manifest's digest"),
  fn: async () => {
    const folder = await Deno.makeTempDir();
    try {
      const row = { claim: "c", statement: "s", verdict: "supported", estimate: 1, lower: 0.9, upper: 1, n: 200 };
      const rows = [{ ...row, rule: "r", kind: "exact", confidence: 0.95 }];
      const text = csvOf({ ...CLAIMS_SCHEMA, rows });
      const manifest = { files: { "claims.csv": sha256Hex(text) } } as unknown as Manifest;
      assertEquals(readFinding(folder, manifest, "c"), undefined);
      await Deno.writeTextFile(`${folder}/claims.csv`, text);
      assertEquals(readFinding(folder, manifest, "c")?.values.count, "200");
      assertEquals(readFinding(folder, manifest, "d"), undefined);
      await Deno.writeTextFile(`${folder}/claims.csv`, text.replace("200", "900"));
      assertEquals(readFinding(folder, manifest, "c"), undefined);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
