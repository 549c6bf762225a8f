import { assertEquals, assertStringIncludes } from "@std/assert";
import { SCRIPT_LICENCES } from "../../../reports/page/script_licences.ts";
import { importsIn, resolveImport } from "../../import_graph.ts";
import { needing } from "../../needs.ts";

const ROOT = new URL("../../../", import.meta.url);

/** Imports and exports of types alone, which no bundle contains. */
const TYPES_ALONE = /^(?:import|export) type [^;]*;/gm;

/** The packages that a file imports, itself or through other files. */
async function packagesOf(main: string): Promise<Set<string>> {
  const packages = new Set<string>(), seen = new Set<string>(), open = [main];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file) || file.endsWith(".css")) continue;
    seen.add(file);
    for (const specifier of importsIn((await Deno.readTextFile(new URL(file, ROOT))).replaceAll(TYPES_ALONE, ""))) {
      if (specifier.startsWith(".")) open.push(resolveImport(file, specifier));
      else packages.add(specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1).join("/"));
    }
  }
  return packages;
}

Deno.test({
  ...needing(["read"], "pages name the licences of all packages that their scripts may contain"),
  fn: async () => {
    const mains = ["reports/live/page_main.ts", "reports/live/lab_main.ts"];
    const packages = new Set((await Promise.all(mains.map(packagesOf))).flatMap((found) => [...found]));
    const bundled = [...packages].sort();
    assertEquals(bundled, ["@noble/hashes", "@std/csv", "fastest-levenshtein"]);
    for (const name of bundled) assertStringIncludes(SCRIPT_LICENCES, `${name}: Copyright`);
  },
});
