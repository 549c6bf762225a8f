/** The package: what it has, and what finds faults in it. */
import { assertEquals } from "@std/assert";
import project from "../../deno.json" with { type: "json" };
import { packageJson } from "../../tools/package/package_json.ts";
import { problemsOf } from "../../tools/package/publish.ts";
import { SCRIPT_FILES } from "../../tools/start.ts";

const PUBLISHED = [
  "mod.ts",
  "core/core.ts",
  "command/main.ts",
  "reports/reports.ts",
  ...SCRIPT_FILES,
  "bench/settings.ts",
];

Deno.test("problemsOf finds files that must not be published, and those that are missing", () => {
  assertEquals(problemsOf(PUBLISHED), []);
  assertEquals(problemsOf([...PUBLISHED, "tests/a_test.ts", "bench/workers.ts", "std/csv/mod.ts"]), [
    "tests/a_test.ts must not be published",
    "bench/workers.ts must not be published",
    "std/csv/mod.ts must not be published",
  ]);
  assertEquals(problemsOf(PUBLISHED.filter((file) => file !== ".build/page.js")), [".build/page.js is missing"]);
});

Deno.test("the package for Node has all modules of the project but the command", () => {
  const { exports } = packageJson() as { readonly exports: Readonly<Record<string, unknown>> };
  const modules = Object.keys(project.exports).filter((name) => name !== "./cli");
  assertEquals(Object.keys(exports), [...modules, "./xorlab-core.js"]);
});
