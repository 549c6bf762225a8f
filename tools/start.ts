/**
 * Starts the command, as `deno task experiment` does: bundles the scripts of pages if their sources have changed, then
 * runs `command/main.ts` with few permissions. A path that is typed is granted: whoever types it consents.
 *
 * It can be installed and run in any folder, where the command then reads files and writes `results`.
 */
import { parse, resolve } from "node:path";
import { typedPaths } from "../command/cli/typed_paths.ts";

/** The arguments of `deno` for the command: its permissions and its main module. */
export const COMMAND: readonly string[] = [
  "run",
  "--allow-read=.",
  "--allow-write=results",
  "--allow-env=TERM,FORCE_COLOR",
  "command/main.ts",
];

/** The project's folder. */
const PROJECT = `${import.meta.dirname}/..`;

/** The arguments of `deno` for a command line: `COMMAND`, and the paths that are typed. */
export function commandFor(args: readonly string[], cwd: string, project?: string): string[] {
  const { read, write } = typedPaths(args);
  const readable = [...project === undefined ? [] : [project], ...grantable([...read, ...write], cwd)];
  const flags = COMMAND.slice(0, -1).map((word) => {
    if (word.startsWith("--allow-read")) return [word, ...new Set(readable)].join();
    return word.startsWith("--allow-write") ? [word, ...new Set(grantable(write, cwd))].join() : word;
  });
  return [...flags, project === undefined ? COMMAND.at(-1)! : `${project}/${COMMAND.at(-1)}`];
}

/**
 * The full paths of those that may be granted; for the others the command asks, or refuses.
 *
 * A root is all there is. A comma would end a path: Deno 2.9 has no way to escape it. U+FFFD stands for lost bytes.
 */
function grantable(paths: readonly string[], cwd: string): string[] {
  return paths.map((path) => resolve(cwd, path)).filter((path) =>
    path !== parse(path).root && !/[,\0\ufffd]/.test(path)
  );
}

/** The sub-commands that make no pages, and so need no scripts. */
const WITHOUT_PAGES: readonly string[] = [
  "bench",
  "completions",
  "config",
  "diff",
  "gradcheck",
  "help",
  "list",
  "trace",
  "train",
  "version",
];

const INFORMING = ["--help", "-h", "--version", "-V", "--dry-run"];

/** Whether a command line may make pages. */
export function makesPages(args: readonly string[]): boolean {
  return !WITHOUT_PAGES.includes(args[0] ?? "") && !args.some((arg) => INFORMING.includes(arg));
}

const BUILD = ".build";
const SCRIPTS: Readonly<Record<string, string>> = {
  "page.js": "reports/live/page_main.ts",
  "lab.js": "reports/live/lab_main.ts",
  "lesson.js": "reports/live/lesson_main.ts",
};
/** The arguments of `deno` that bundle a script: without the texts of the languages that no script shows. */
export const BUNDLE: readonly string[] = [
  "bundle",
  "--quiet",
  "--minify",
  "--platform",
  "browser",
  "--external=./*_printed.ts",
];

/** The paths of the scripts. */
export const SCRIPT_FILES: readonly string[] = Object.keys(SCRIPTS).map((script) => `${BUILD}/${script}`);
/** Lists the state of all sources from which the scripts were bundled. */
const SOURCES_FILE = `${BUILD}/sources.txt`;
/** `std` is absent where its packages come from their registry. */
const SOURCE_FOLDERS = ["core", "experiments", "reports", "std"];

/** Bundles the scripts of pages unless they are up to date; returns whether they are now. */
export async function bundleScripts(deno = Deno.execPath()): Promise<boolean> {
  const sources = sourcesState();
  if (isUpToDate(sources)) return true;
  Deno.mkdirSync(BUILD, { recursive: true });
  const bundle = async ([script, main]: readonly [string, string]) => {
    const unfinished = `${BUILD}/${Deno.pid}-${script}`;
    const args = [...BUNDLE, "-o", unfinished, main];
    const { success } = await new Deno.Command(deno, { args, stdin: "null", stdout: "null" }).spawn().status;
    if (success) Deno.renameSync(unfinished, `${BUILD}/${script}`);
    return success;
  };
  // the first one may download Deno's bundler, which fails if several do so at once
  const [first, ...others] = Object.entries(SCRIPTS) as [[string, string], ...[string, string][]];
  if (!await bundle(first)) return false;
  if ((await Promise.all(others.map(bundle))).includes(false)) return false;
  Deno.writeTextFileSync(SOURCES_FILE, sources);
  return true;
}

/** The version of Deno, and the size and time of modification of each file that the scripts can depend on. */
function sourcesState(): string {
  const files = ["deno.json", "deno.lock", ...SOURCE_FOLDERS.flatMap(filesIn)];
  const states = files.map((file) => {
    const { mtime, size } = Deno.statSync(file);
    return `${file} ${size} ${mtime?.getTime()}`;
  });
  return [`deno ${Deno.version.deno}`, ...states.sort()].join("\n");
}

/** The files in a folder and below; none if it is absent. */
function filesIn(folder: string): string[] {
  return [...unlessAbsent(() => Deno.readDirSync(folder)) ?? []].flatMap(({ name, isDirectory }) => {
    const path = `${folder}/${name}`;
    return isDirectory ? filesIn(path) : [path];
  });
}

function isUpToDate(sources: string): boolean {
  const hasScripts = Object.keys(SCRIPTS).every((script) => unlessAbsent(() => Deno.statSync(`${BUILD}/${script}`)));
  return hasScripts && unlessAbsent(() => Deno.readTextFileSync(SOURCES_FILE)) === sources;
}

function unlessAbsent<V>(read: () => V): V | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

function isInProject(): boolean {
  return Deno.realPathSync(".") === Deno.realPathSync(PROJECT);
}

/** The result of `act` in the project's folder. */
async function inProject<V>(act: () => Promise<V>): Promise<V> {
  if (isInProject()) return await act();
  const folder = Deno.cwd();
  Deno.chdir(PROJECT);
  try {
    return await act();
  } finally {
    Deno.chdir(folder);
  }
}

/** Runs the command and returns its exit code; signals reach it too. */
async function runCommand(flags: readonly string[], args: readonly string[]): Promise<number> {
  const project = isInProject() ? undefined : Deno.realPathSync(PROJECT);
  if (project?.includes(",")) {
    console.error(`Cannot run outside "${project}": no permission can name a path with a comma; rename it`);
    return 2;
  }
  const [run, ...rest] = commandFor(args, Deno.cwd(), project);
  const child = new Deno.Command(Deno.execPath(), { args: [run!, ...flags, ...rest, ...args] }).spawn();
  const forward = (signal: Deno.Signal) => () => {
    try {
      child.kill(signal);
    } catch {
      // it has ended already
    }
  };
  // a terminal sends Ctrl-C to the whole group of processes, and a second one would end the command at once
  Deno.addSignalListener("SIGINT", Deno.stdin.isTerminal() ? () => {} : forward("SIGINT"));
  if (Deno.build.os !== "windows") {
    for (const signal of ["SIGTERM", "SIGHUP"] as const) Deno.addSignalListener(signal, forward(signal));
  }
  return (await child.status).code;
}

if (import.meta.main) {
  // without scripts no page may be made: an older script would run in it
  const isReady = !makesPages(Deno.args) || await inProject(() => bundleScripts());
  Deno.exit(await runCommand(isReady ? [] : [`--deny-read=${isInProject() ? "" : `${PROJECT}/`}${BUILD}`], Deno.args));
}
