/** The licences of the packages that are bundled into this one. */
import { runDeno } from "./run_program.ts";

/** A package from npm, as `deno info --json` describes it. */
interface Dependency {
  readonly name: string;
  readonly version: string;
  /** Keys of further packages. */
  readonly dependencies: readonly string[];
}

/** What `deno info --json` says about a module. */
interface ModuleGraph {
  readonly modules: readonly { readonly npmPackage?: string }[];
  readonly npmPackages?: Readonly<Record<string, Dependency>>;
}

/** The packages from npm that modules import, directly or not; `folder` is the project's. */
async function dependenciesOf(folder: string | URL, modules: readonly string[]): Promise<Dependency[]> {
  const found = new Map<string, Dependency>();
  for (const module of modules) {
    const graph: ModuleGraph = JSON.parse(await runDeno(["info", "--json", module], folder));
    const visit = (key: string) => {
      const dependency = graph.npmPackages?.[key];
      if (!dependency || found.has(key)) return;
      found.set(key, dependency);
      dependency.dependencies.forEach(visit);
    };
    graph.modules.forEach(({ npmPackage }) => npmPackage !== undefined && visit(npmPackage));
  }
  return [...found.values()].sort((a, b) => a.name < b.name ? -1 : 1);
}

/**
 * The text of all licences of the packages from npm that modules import.
 *
 * Throws an Error if a package comes without a licence.
 */
export async function licensesOf(folder: string | URL, modules: readonly string[]): Promise<string> {
  const { npmCache } = JSON.parse(await runDeno(["info", "--json"], folder));
  const texts = (await dependenciesOf(folder, modules)).map(({ name, version }) => {
    const installed = `${npmCache}/registry.npmjs.org/${name}/${version}`;
    const file = [...Deno.readDirSync(installed)].find(({ name }) => /^licen[cs]e(\.\w+)?$/i.test(name));
    const stated = JSON.parse(Deno.readTextFileSync(`${installed}/package.json`)).license;
    if (!file && !stated) throw new Error(`${name} ${version} comes without a licence`);
    const text = file ? Deno.readTextFileSync(`${installed}/${file.name}`) : `Licence: ${stated}`;
    return `${name} ${version}\n\n${text.trim()}\n`;
  });
  return `This package contains code of the packages below.\n\n${texts.join(`\n${"-".repeat(80)}\n\n`)}`;
}
