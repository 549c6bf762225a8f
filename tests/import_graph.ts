/** Which product files import which, and the circles among them. */

/** The files that each file imports, by path from the project's root. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

const IMPORT = /^(?:import|export)\s+(?:[\w\s{},*]*?\s*from\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm;

/** The specifiers that a source imports, types and dynamic imports included, in their order. */
export function importsIn(source: string): string[] {
  return [...source.matchAll(IMPORT)].map(([, one, other]) => one ?? other!);
}

/** The path that a relative specifier names, from the project's root. */
export function resolveImport(from: string, specifier: string): string {
  return new URL(specifier, `file:///${from}`).pathname.slice(1);
}

/** The graph of some sources by path; imports of other files are left out. */
export function importGraph(sources: ReadonlyMap<string, string>): ImportGraph {
  return new Map([...sources].map(([path, source]) => {
    const targets = importsIn(source).filter((specifier) => specifier.startsWith("."))
      .map((specifier) => resolveImport(path, specifier));
    return [path, targets.filter((target) => sources.has(target))];
  }));
}

/** The groups of files that import each other in a circle: strongly connected components (Tarjan 1972). */
export function circlesIn(graph: ImportGraph): string[][] {
  const index = new Map<string, number>(),
    low = new Map<string, number>(),
    stack: string[] = [],
    circles: string[][] = [];
  const visit = (file: string) => {
    const number = index.size;
    index.set(file, number);
    low.set(file, number);
    stack.push(file);
    for (const target of graph.get(file)!) {
      if (!index.has(target)) visit(target);
      if (stack.includes(target)) low.set(file, Math.min(low.get(file)!, low.get(target)!));
    }
    if (low.get(file) !== number) return;
    const component = stack.splice(stack.indexOf(file));
    if (component.length > 1 || graph.get(file)!.includes(file)) circles.push(component.sort());
  };
  for (const file of graph.keys()) if (!index.has(file)) visit(file);
  return circles;
}
