/** Which tests concern a file: those that import it, directly or through other files. */
import { importGraph } from "../../tests/import_graph.ts";

const TEST_FILE_END = "_test.ts";

/** Tests that open pages in browsers: they take ten times as long as others. */
export const BROWSER_TESTS = "tests/browser/";
/** What runs in pages, for which the browser tests are: it reaches the page as text, so imports do not show it. */
const IN_PAGES = ["reports/live/", "reports/front_page/search.ts"];

/** Tests in the order in which they are run: those of a group import the mutated file over equally many files. */
export type TestGroups = readonly (readonly string[])[];

/** The tests that concern a file, nearest first; its own test, which mirrors its path, is among the first. */
export function testsOf(path: string, sources: ReadonlyMap<string, string>): TestGroups {
  const importers = importersIn(sources);
  const groups: string[][] = [];
  const seen = new Set([path]);
  let ring = [path];
  while (ring.length > 0) {
    ring = ring.flatMap((file) => importers.get(file) ?? []).filter((file) => !seen.has(file) && seen.add(file));
    groups.push(ring.filter((file) => file.endsWith(TEST_FILE_END) && !file.startsWith(BROWSER_TESTS)));
  }
  if (IN_PAGES.some((start) => path.startsWith(start))) {
    groups.push([...sources.keys()].filter((file) => file.startsWith(BROWSER_TESTS) && file.endsWith(TEST_FILE_END)));
  }
  const own = `tests/${path.slice(0, -".ts".length)}${TEST_FILE_END}`;
  if (!sources.has(own)) return groups.filter((group) => group.length > 0);
  const others = groups.map((group) => group.filter((file) => file !== own));
  return [[own], ...others].filter((group) => group.length > 0);
}

function importersIn(sources: ReadonlyMap<string, string>): Map<string, string[]> {
  const importers = new Map<string, string[]>();
  for (const [file, targets] of importGraph(sources)) {
    for (const target of targets) importers.set(target, [...importers.get(target) ?? [], file]);
  }
  return importers;
}
