/** What the scenarios of the package share. */
import { runDeno, runProgram } from "../run_program.ts";
import { ROOT } from "../stage.ts";

/** One way in which people use the package. */
export interface Scenario {
  readonly name: string;
  /** Tries it in an empty folder; returns what was seen, and throws an Error if anything is wrong. */
  readonly attempt: (folder: string, context: Context) => Promise<string>;
}

/** What all scenarios start from. */
export interface Context {
  /** The path of the package's tarball. */
  readonly tarball: string;
  /** What the consumer prints and writes where the project itself runs it. */
  readonly expected: Consumed;
}

/** What the consumer printed, and the bytes of its files by path, as text. */
export interface Consumed {
  readonly printed: string;
  readonly files: ReadonlyMap<string, string>;
}

/** The project's folder as a path. */
export const PROJECT = decodeURIComponent(ROOT.pathname).replace(/\/$/, "");

const SOURCES = `${PROJECT}/tools/package/drill`;

/** The programs of a consumer: the file to run comes first. */
const CONSUMER = ["consumer.mjs", "own_experiment.mjs"];

/** Copies the programs of a consumer to a folder; they import the modules of the package that `rename` returns. */
export async function writeConsumer(folder: string, rename: (specifier: string) => string = (same) => same) {
  for (const name of CONSUMER) {
    const text = await Deno.readTextFile(`${SOURCES}/${name}`);
    const renamed = text.replaceAll(/"(@xorlab\/xorlab[^"]*)"/g, (_, specifier) => JSON.stringify(rename(specifier)));
    await Deno.writeTextFile(`${folder}/${name}`, renamed);
  }
}

/** Runs the consumer in a folder with a runtime and collects what it printed and wrote. */
export async function consume(runtime: readonly string[], folder: string): Promise<Consumed> {
  const printed = await runProgram([...runtime, CONSUMER[0]!], folder);
  return { printed, files: filesIn(`${folder}/out`) };
}

/** The files in a folder and below by path. */
export function filesIn(folder: string, path = ""): Map<string, string> {
  const files = new Map<string, string>();
  const entries = [...Deno.readDirSync(`${folder}/${path}`)].sort((a, b) => a.name < b.name ? -1 : 1);
  for (const { name, isDirectory } of entries) {
    if (isDirectory) filesIn(folder, `${path}${name}/`).forEach((text, file) => files.set(file, text));
    else files.set(`${path}${name}`, Deno.readTextFileSync(`${folder}/${path}${name}`));
  }
  return files;
}

/** Throws an Error that names the first difference; returns what is equal. */
export function requireSame(actual: Consumed, expected: Consumed): string {
  if (actual.printed !== expected.printed) throw new Error("the program printed something else than in the project");
  requireSameFiles(actual.files, expected.files);
  const bytes = [...actual.files.values()].reduce((sum, { length }) => sum + length, 0);
  return `${actual.files.size} files of ${(bytes / 1000).toFixed(0)} kB are byte for byte those of the project`;
}

/** Throws an Error that names the first file that differs. */
export function requireSameFiles(actual: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>): void {
  const names = new Set([...expected.keys(), ...actual.keys()]);
  for (const name of names) {
    if (actual.get(name) !== expected.get(name)) throw new Error(`${name} differs from that of the project`);
  }
  if (names.size === 0) throw new Error("no files were written");
}

/** What the consumer prints and writes with the modules of the project. */
export async function expectedOf(folder: string): Promise<Consumed> {
  const { exports } = JSON.parse(await Deno.readTextFile(`${PROJECT}/deno.json`));
  await writeConsumer(folder, (specifier) => {
    return `file://${PROJECT}/${exports[specifier.replace("@xorlab/xorlab", ".")].slice(2)}`;
  });
  const config = `${PROJECT}/deno.json`;
  return await consume([Deno.execPath(), "run", "--config", config, "--allow-read=.", "--allow-write=out"], folder);
}

/** Installs packages from npm, and tarballs, in a folder. */
export async function npmInstall(folder: string, ...packages: readonly string[]): Promise<void> {
  await Deno.writeTextFile(`${folder}/package.json`, '{ "type": "module" }');
  await runProgram(["npm", "install", "--no-audit", "--no-fund", "--loglevel=error", ...packages], folder);
}

/** The answer of a program to --version. */
export async function versionOf(program: string, folder: string): Promise<string> {
  return (await runProgram([program, "--version"], folder)).trim().split("\n")[0]!;
}

export { runDeno, runProgram };
