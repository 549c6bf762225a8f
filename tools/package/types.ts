/** The type declarations of the package. */
import { parseTarGzip } from "nanotar";
import { runDeno } from "./run_program.ts";

/** Declarations by path from the package's folder, such as `core/core.d.ts`. */
export type Declarations = ReadonlyMap<string, string>;

/**
 * The declarations of modules and of everything that these mention, as Deno extracts them from a staged project.
 *
 * Throws an Error if one mentions a package, which users would have to install for its types.
 */
export async function declarationsOf(folder: string, modules: readonly string[]): Promise<Declarations> {
  await runDeno(["pack", "--allow-dirty", "--output", "all.tgz"], folder);
  const archive = await parseTarGzip(await Deno.readFile(`${folder}/all.tgz`));
  const all = new Map(archive.map(({ name, text }) => [name.slice("package/".length), text]));
  const reached = new Map<string, string>();
  const visit = (path: string) => {
    if (reached.has(path)) return;
    const text = all.get(path);
    if (text === undefined) throw new Error(`Cannot find the types of ${path}: a public type may lack a declaration`);
    reached.set(path, text);
    for (const specifier of importsOf(text)) {
      if (!specifier.startsWith(".")) throw new Error(`The types of ${path} must not mention the package ${specifier}`);
      visit(declarationOf(new URL(specifier, `file:///${path}`).pathname.slice(1)));
    }
  };
  modules.forEach((module) => visit(declarationOf(module)));
  return reached;
}

/** The path of the declarations of a module. */
export function declarationOf(module: string): string {
  return module.replace(/\.[jt]s$/, ".d.ts");
}

/** The specifiers that a declaration imports; comments, which have examples, do not count. */
function importsOf(text: string): string[] {
  const code = text.replaceAll(/\/\*[^]*?\*\//g, "");
  return [...code.matchAll(/\b(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, specifier]) => specifier!);
}
