/** A copy of the project from which a package can be made. */
import { bundleScripts, SCRIPT_FILES } from "../start.ts";

/** The project's folder. */
export const ROOT = new URL("../../", import.meta.url);

/** What no package needs, and the adapters, which may not lie within the package: it imports them from their registry. */
const LEFT_OUT = [".git", "coverage", "dist", "node_modules", "results", "std"];

/** Bundles the scripts of pages; throws an Error if that fails. */
async function makeScripts(): Promise<void> {
  if (!await bundleScripts()) throw new Error("Cannot bundle the scripts of pages: the error above tells why");
}

/** Makes a copy of the project, with the scripts of pages, in a new temporary folder; removes it when disposed of. */
export async function stageProject(): Promise<{ readonly folder: string } & AsyncDisposable> {
  await makeScripts();
  const folder = await Deno.makeTempDir({ prefix: "xorlab-package-" });
  for (const { name, isFile, isDirectory } of Deno.readDirSync(ROOT)) {
    if (LEFT_OUT.includes(name) || name === ".build") continue;
    if (isFile) await Deno.copyFile(new URL(name, ROOT), `${folder}/${name}`);
    if (isDirectory) await copyFolder(new URL(`${name}/`, ROOT), `${folder}/${name}`);
  }
  await Deno.mkdir(`${folder}/.build`);
  for (const script of SCRIPT_FILES) await Deno.copyFile(new URL(script, ROOT), `${folder}/${script}`);
  const project = JSON.parse(await Deno.readTextFile(`${folder}/deno.json`));
  const links = project.links.map((path: string) => decodeURIComponent(new URL(path, ROOT).pathname));
  await Deno.writeTextFile(`${folder}/deno.json`, JSON.stringify({ ...project, links }));
  return { folder, [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }) };
}

async function copyFolder(from: URL, to: string): Promise<void> {
  await Deno.mkdir(to);
  for (const { name, isFile, isDirectory } of Deno.readDirSync(from)) {
    if (isFile) await Deno.copyFile(new URL(name, from), `${to}/${name}`);
    if (isDirectory) await copyFolder(new URL(`${name}/`, from), `${to}/${name}`);
  }
}
