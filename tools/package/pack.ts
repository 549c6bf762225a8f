/**
 * Makes the package for Node, Bun and browsers: `deno task make package` writes `dist/<name>-<version>.tgz`.
 *
 * Everything that the modules import is bundled into them (packages, adapters, CSS, the scripts of pages), so that the
 * package has no dependencies and writes the same bytes wherever it runs.
 */
import { createTarGzip } from "nanotar";
import typescript from "typescript";
import { licensesOf } from "./licenses.ts";
import { moduleFile, MODULES, packageJson, STANDALONE_CORE, TARBALL } from "./package_json.ts";
import { runDeno } from "./run_program.ts";
import { ROOT, stageProject } from "./stage.ts";
import { declarationsOf } from "./types.ts";

const BUNDLE = ["bundle", "--quiet", "--platform", "browser"];

/** The paths of the files in a folder and below, from there. */
function filesBelow(folder: string, path = ""): string[] {
  return [...Deno.readDirSync(`${folder}/${path}`)].flatMap(({ name, isDirectory }) =>
    isDirectory ? filesBelow(folder, `${path}${name}/`) : [`${path}${name}`]
  );
}

/** Bundles modules of a staged project, with what they share in chunks; returns the files by path. */
async function bundle(folder: string, modules: readonly string[], out: string): Promise<Map<string, Uint8Array>> {
  await runDeno([...BUNDLE, "--code-splitting", "--outdir", `${out}/new`, ...modules], folder);
  for (const file of filesBelow(`${folder}/${out}/new`)) {
    const path = `${folder}/${out}/new/${file}`;
    await Deno.writeTextFile(path, olderSyntax(await Deno.readTextFile(path)));
  }
  // minified at the end, also because the comments of a readable bundle name files of this machine
  const entries = modules.map((module) => `${out}/new/${bundledFile(folder, out, module)}`);
  await runDeno([...BUNDLE, "--code-splitting", "--minify", "--outdir", `${out}/old`, ...entries], folder);
  const old = `${folder}/${out}/old`;
  return new Map(filesBelow(old).map((file) => [file, Deno.readFileSync(`${old}/${file}`)]));
}

/** The path of a bundled module: with one module alone, Deno leaves out its folder. */
function bundledFile(folder: string, out: string, module: string): string {
  const file = moduleFile(module), name = file.slice(file.lastIndexOf("/") + 1);
  return filesBelow(`${folder}/${out}/new`).includes(file) ? file : name;
}

/** The program in syntax that Node 22 and all current browsers know: without `using`. */
function olderSyntax(program: string): string {
  const { ScriptTarget, ModuleKind } = typescript;
  const compilerOptions = { target: ScriptTarget.ES2023, module: ModuleKind.ESNext };
  return typescript.transpileModule(program, { compilerOptions }).outputText;
}

/** The modules, their chunks, and the core as one file, by path from the package's folder. */
async function bundleAll(folder: string): Promise<Map<string, Uint8Array>> {
  const files = await bundle(folder, Object.values(MODULES), "bundled");
  const [core] = (await bundle(folder, [MODULES["./core"]!], "standalone")).values();
  return files.set(STANDALONE_CORE, core!);
}

/** All files of the package by path. */
async function packageFiles(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  await using stage = await stageProject();
  const { folder } = stage;
  const modules = Object.values(MODULES);
  const bundled = await bundleAll(folder);
  const declarations = await declarationsOf(folder, modules);
  const texts = await Promise.all(
    ["README.md", "LICENSE"].map(async (name) => [name, await Deno.readTextFile(`${folder}/${name}`)] as const),
  );
  return new Map<string, string | Uint8Array>([
    ["package.json", `${JSON.stringify(packageJson(), undefined, 2)}\n`],
    ...texts,
    ["LICENSES-OF-PACKAGES.txt", await licensesOf(folder, modules)],
    ...bundled,
    ...[...declarations].map(([path, text]) => [`types/${path}`, text] as const),
  ]);
}

/** Writes the package's tarball and returns its path; equal sources give equal bytes. */
export async function pack(): Promise<URL> {
  const files = [...await packageFiles()].sort(([a], [b]) => a < b ? -1 : 1);
  const attrs = { mode: "644", mtime: 0, uid: 0, gid: 0 };
  const tarball = await createTarGzip(files.map(([name, data]) => ({ name: `package/${name}`, data, attrs })));
  const path = new URL(TARBALL, ROOT);
  await Deno.mkdir(new URL(".", path), { recursive: true });
  await Deno.writeFile(path, tarball);
  return path;
}

if (import.meta.main) {
  const { size } = await Deno.stat(await pack());
  console.log(`${TARBALL} (${(size / 1000).toFixed(0)} kB)`);
}
