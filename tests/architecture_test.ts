/** Who may import whom, and what the core must not touch. */
import { assertEquals, assertGreater } from "@std/assert";
import { circlesIn, importGraph, importsIn, resolveImport } from "./import_graph.ts";
import { isGranted, needing } from "./needs.ts";

/** Each folder may import itself and the folders before it. */
const LAYERS = ["core", "experiments", "reports", "bench", "command"];

/** Folders that only their own files import: what runs live in a page. */
const CLOSED = ["reports/live/"];

/** The packages that each folder may use besides those of the folders before it; users download no others. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  core: ["@noble/hashes", "fastest-levenshtein"], // pure, and run anywhere
  experiments: ["@std/csv"],
  reports: ["fflate", "vega", "vega-lite"],
  bench: [],
  command: ["@std/cli", "strip-json-comments"],
};

/** What IEEE 754 fixes to the last bit; every other function of Math differs from engine to engine. */
const EXACT = ["sqrt", "floor", "abs", "min", "max", "imul"];

/** What else is exact, and may be used where results are written but not computed. */
const EXACT_OUTSIDE = [...EXACT, "ceil", "round", "trunc", "sign", "clz32", "PI", "SQRT1_2"];

/** Where bytes are made that every engine must make alike; what runs in a page makes none. */
function makesBytes(path: string): boolean {
  return /^(?:core|experiments|reports)\//.test(path) && !path.startsWith("reports/live/");
}

/** What else the core must not touch: the outside world, the clock, and what no two engines agree on. */
const BANNED: Readonly<Record<string, RegExp>> = {
  "the outside world": /\b(?:Deno|process|console|fetch|document|window|globalThis|navigator)\b/g,
  "a clock": /\b(?:Date|performance|setTimeout|setInterval)\b/g,
  "a locale or a radix": /\.(?:toLocale\w+|toFixed|toPrecision|toExponential|localeCompare)\b|\btoString\(\w/g,
  "powers": /\*\*/g,
  "randomness of the engine": /\bcrypto\b/g,
};

/** What breaks the rules in a file, one line each; `path` is the file's, from the project's root. */
function faults(path: string, source: string): string[] {
  const layer = path.split("/")[0]!, code = withoutText(source);
  const wrong = importsIn(source).filter((specifier) => !mayImport(layer, path, specifier));
  const places = wrong.map((specifier) => `${path} must not import ${specifier}`);
  if (!makesBytes(path)) return places;
  const exact = layer === "core" ? EXACT : EXACT_OUTSIDE;
  const rules = Object.entries(BANNED).filter(([what]) => layer === "core" || what === "powers");
  const inexact = [...code.matchAll(/\bMath\.?(\w*)/g)].filter(([, member]) => !exact.includes(member!));
  const banned = rules.flatMap(([what, pattern]) =>
    [...code.matchAll(pattern)].map(([found]) => `${path} must not use ${what}: ${found}`)
  );
  return [...places, ...inexact.map(([found]) => `${path} must not use ${found}`), ...banned];
}

function mayImport(layer: string, path: string, specifier: string): boolean {
  const layers = LAYERS.slice(0, LAYERS.indexOf(layer) + 1);
  if (specifier.startsWith("node:")) return layer !== "core"; // tests/command/permissions_test.ts restricts them
  if (!specifier.startsWith(".")) {
    const packages = layers.flatMap((name) => PACKAGES[name]!);
    return packages.some((name) => specifier === name || specifier.startsWith(`${name}/`));
  }
  const target = resolveImport(path, specifier), [room] = target.split("/");
  if (target === "deno.json") return layer !== "core"; // name and version
  const isClosed = CLOSED.some((folder) => target.startsWith(folder) && !path.startsWith(folder));
  return !isClosed && layers.includes(room!);
}

/** The code without comments and texts; what stands in the `${…}` of a template stays. */
function withoutText(source: string): string {
  const text = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
  return source.replace(
    text,
    (piece) =>
      piece.startsWith("`") ? [...piece.matchAll(/\$\{([^`]*?)\}/g)].map(([, inner]) => inner).join("; ") : " ",
  );
}

const ROOT = new URL("../", import.meta.url);

async function* sources(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(new URL(folder, ROOT))) {
    if (isDirectory) yield* sources(`${folder}/${name}`);
    else if (/\.tsx?$/.test(name)) yield `${folder}/${name}`;
  }
}

for (const layer of LAYERS) {
  Deno.test({
    ...needing(["read"], `${layer}/ imports and uses only what it may`),
    fn: async () => {
      const found: string[] = [];
      let files = 0;
      for await (const path of sources(layer)) {
        found.push(...faults(path, await Deno.readTextFile(new URL(path, ROOT))));
        files++;
      }
      assertEquals(found, []);
      assertGreater(files, 0);
    },
  });
}

Deno.test("faults finds each import that runs the wrong way", () => {
  const asked = (path: string, specifier: string) => faults(path, `import { x } from "${specifier}";\n`).length;
  assertEquals(asked("core/a.ts", "./b.ts"), 0);
  assertEquals(asked("core/engine/a.ts", "../b.ts"), 0);
  assertEquals(asked("core/a.ts", "@noble/hashes/sha2.js"), 0);
  assertEquals(asked("core/a.ts", "../experiments/b.ts"), 1);
  assertEquals(asked("core/engine/a.ts", "../../reports/b.ts"), 1);
  assertEquals(asked("core/a.ts", "vega"), 1);
  assertEquals(asked("core/a.ts", "node:fs"), 1);
  assertEquals(asked("reports/a.ts", "vega"), 0);
  assertEquals(asked("reports/a.ts", "@std/cli"), 1);
  assertEquals(asked("command/a.ts", "fast-check"), 1);
  assertEquals(asked("experiments/a.ts", "../core/b.ts"), 0);
  assertEquals(asked("experiments/a.ts", "../reports/b.ts"), 1);
  assertEquals(asked("reports/live/a.ts", "../../command/b.ts"), 1);
  assertEquals(asked("command/a.ts", "../reports/b.ts"), 0);
  assertEquals(asked("command/a.ts", "../tests/oracles/b.ts"), 1);
  assertEquals(asked("reports/live/figures/a.ts", "../dom.ts"), 0);
  assertEquals(asked("reports/page/a.ts", "../live/dom.ts"), 1);
  assertEquals(faults("core/a.ts", 'export * from "../command/b.ts";').length, 1);
  assertEquals(faults("core/a.ts", 'import {\n  a,\n  b,\n} from "../command/b.ts";').length, 1);
  assertEquals(faults("core/a.ts", 'import "../command/b.ts";').length, 1);
  assertEquals(faults("core/a.ts", 'const b = await import("../command/b.ts");').length, 1);
});

/** Folders that hold one open list, one file per entry: they may grow, and their files are named like the entries. */
const OPEN_LISTS = [
  "core/arithmetic/elementary",
  "command/subcommands",
  "experiments/catalog",
  "experiments/claims/kinds",
  "experiments/statistics",
  "reports/chart/views",
];

/** More files than this in one folder are hard to find one's way in. */
const MOST_FILES = 15;

const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/"));

/** The source of every product file by path. */
async function productSources(): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const layer of LAYERS.filter((layer) => layer !== "bench")) {
    for await (const path of sources(layer)) all.set(path, await Deno.readTextFile(new URL(path, ROOT)));
  }
  return all;
}

const product = isGranted("read") ? await productSources() : new Map<string, string>();

Deno.test({
  ...needing(["read"], "no product files import each other in a circle"),
  fn: () => assertEquals(circlesIn(importGraph(product)), []),
});

Deno.test({
  ...needing(["read"], `no product folder holds more than ${MOST_FILES} files, open lists apart`),
  fn: () => {
    const folders = Map.groupBy(product.keys(), folderOf);
    const full = [...folders].filter(([folder, files]) => files.length > MOST_FILES && !OPEN_LISTS.includes(folder));
    assertEquals(full.map(([folder, files]) => `${folder}: ${files.length} files`), []);
  },
});

Deno.test({
  ...needing(["read"], "no two product files share a name, entries of open lists apart"),
  fn: () => {
    const named = [...product.keys()].filter((path) => !OPEN_LISTS.includes(folderOf(path)));
    const names = Map.groupBy(named, (path) => path.slice(path.lastIndexOf("/") + 1));
    assertEquals([...names.values()].filter((paths) => paths.length > 1), []);
  },
});

for (
  const planted of [
    "Math.exp(x)",
    "Math.random()",
    "Math.PI",
    'Math["exp"](x)',
    "const { exp } = Math",
    "x ** 2",
    "x **= 2",
    "new Date()",
    "performance.now()",
    "Deno.readTextFileSync(x)",
    "x.toString(36)",
    "x.toFixed(3)",
    "a.localeCompare(b)",
    "crypto.getRandomValues(x)",
    "`${Math.exp(x)}`",
  ]
) {
  Deno.test(`faults finds a planted ${planted} in the core, and where it may not be elsewhere`, () => {
    const source = `/** ** Math.exp in a comment */\nexport const f = (x: number) => ${planted}; // Date`;
    const isInexact = /Math(?!\.PI)|\*\*/.test(planted);
    assertEquals(faults("core/a.ts", source).length, 1);
    for (const path of ["experiments/a.ts", "reports/chart/a.ts"]) {
      assertEquals(faults(path, source).length, isInexact ? 1 : 0, path);
    }
    for (const path of ["reports/live/a.ts", "command/a.ts", "bench/a.ts"]) assertEquals(faults(path, source), []);
  });
}

Deno.test("faults lets exact members of Math, comments and texts be", () => {
  const calls = EXACT.map((member) => `Math.${member}(x)`).join(" + ");
  assertEquals(faults("core/a.ts", `/* Math.exp ** */ const a = "Date ** Math.log"; const b = ${calls}; // Deno`), []);
  assertEquals(faults("core/a.ts", "const a = `a ** b and Date: ${x * y}`;"), []);
});
