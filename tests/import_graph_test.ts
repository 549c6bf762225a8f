import { assertEquals } from "@std/assert";
import { circlesIn, importGraph } from "./import_graph.ts";

const graphOf = (files: Readonly<Record<string, string>>) => importGraph(new Map(Object.entries(files)));

Deno.test("importGraph resolves relative imports, types, re-exports and dynamic imports", () => {
  const graph = graphOf({
    "a/one.ts": 'import { x } from "./two.ts";\nimport type { Y } from "../b/three.ts";\nimport "vega";\n',
    "a/two.ts": 'export * from "../b/three.ts";\n',
    "b/three.ts": 'const page = await import("../a/missing.ts");\n',
  });
  assertEquals([...graph], [["a/one.ts", ["a/two.ts", "b/three.ts"]], ["a/two.ts", ["b/three.ts"]], [
    "b/three.ts",
    [],
  ]]);
});

Deno.test("circlesIn finds each planted circle, of types alone too, and none in a graph without one", () => {
  const straight = { "a.ts": 'import "./b.ts";', "b.ts": 'import "./c.ts";', "c.ts": "" };
  assertEquals(circlesIn(graphOf(straight)), []);
  assertEquals(circlesIn(graphOf({ ...straight, "c.ts": 'import type { A } from "./a.ts";' })), [[
    "a.ts",
    "b.ts",
    "c.ts",
  ]]);
  assertEquals(circlesIn(graphOf({ ...straight, "c.ts": 'export { b } from "./b.ts";' })), [["b.ts", "c.ts"]]);
  assertEquals(circlesIn(graphOf({ "a.ts": 'import "./a.ts";' })), [["a.ts"]]);
});
