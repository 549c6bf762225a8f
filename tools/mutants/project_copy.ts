/** A temporary copy of the project, in which files may be broken and tests run. */
import { cpSync } from "node:fs";
import { relative } from "node:path";
import { BROWSER_TESTS } from "./concerned_tests.ts";

/** Folders that are not copied: tests need none of them. */
const LEFT_OUT = [".git", ".build", "results", "coverage"];

/** The time limit of tests, generous because what exceeds it counts as caught. */
const SECONDS = { base: 60, perFile: 20, perBrowserFile: 200 };
/** The time limit of the type checker. */
const CHECK_SECONDS = 120;

/** How a run of tests ended, and what it printed. */
export interface TestRun {
  readonly outcome: "passed" | "failed" | "out of time";
  readonly output: string;
}

/** Copies the project in a folder; tests run in the copy until it is disposed of. */
export function copyProject(root: string): ProjectCopy {
  const folder = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "mutants-" }));
  cpSync(root, folder, { recursive: true, filter: (path) => !LEFT_OUT.includes(relative(root, path)) });
  return new ProjectCopy(folder);
}

/** The copy. */
export class ProjectCopy implements Disposable {
  constructor(readonly folder: string) {}

  /** The sources of some folders by path. */
  sources(folders: readonly string[]): Map<string, string> {
    const paths = folders.flatMap((folder) => [...this.#typescriptIn(folder)]).sort();
    return new Map(paths.map((path) => [path, Deno.readTextFileSync(`${this.folder}/${path}`)]));
  }

  *#typescriptIn(folder: string): Generator<string> {
    for (const { name, isDirectory } of Deno.readDirSync(`${this.folder}/${folder}`)) {
      if (isDirectory) yield* this.#typescriptIn(`${folder}/${name}`);
      else if (name.endsWith(".ts")) yield `${folder}/${name}`;
    }
  }

  /** Overwrites a file. */
  write(path: string, source: string): void {
    Deno.writeTextFileSync(`${this.folder}/${path}`, source);
  }

  /** Runs test files with all permissions. */
  runTests(files: readonly string[]): Promise<TestRun> {
    const seconds = files.map((file) => file.startsWith(BROWSER_TESTS) ? SECONDS.perBrowserFile : SECONDS.perFile);
    return this.#run(
      ["test", "-A", "--parallel", "--no-check", "--fail-fast", "--reporter=dot", ...files],
      seconds.reduce((sum, each) => sum + each, SECONDS.base),
    );
  }

  /** Whether the type checker accepts the copy. */
  async passesTypeCheck(): Promise<boolean> {
    return (await this.#run(["check"], CHECK_SECONDS)).outcome === "passed";
  }

  /** Runs Deno in its own process group, so that what the tests start ends with it. */
  async #run(args: readonly string[], seconds: number): Promise<TestRun> {
    const child = new Deno.Command(Deno.execPath(), {
      args: [...args],
      cwd: this.folder,
      stdin: "null",
      stdout: "piped",
      stderr: "null",
      detached: true,
    }).spawn();
    let isOutOfTime = false;
    const timer = setTimeout(() => {
      isOutOfTime = true;
      Deno.kill(-child.pid, "SIGKILL");
    }, 1000 * seconds);
    const { success, stdout } = await child.output();
    clearTimeout(timer);
    const output = new TextDecoder().decode(stdout);
    return { outcome: isOutOfTime ? "out of time" : success ? "passed" : "failed", output };
  }

  [Symbol.dispose](): void {
    Deno.removeSync(this.folder, { recursive: true });
  }
}
