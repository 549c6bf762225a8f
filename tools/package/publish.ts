/**
 * Checks that the project could be published on JSR, without publishing it.
 *
 * `deno task audit publish` fails if an export lacks documentation, if Deno refuses the package, if files of tests and
 * tools are in it, or if it is too large.
 */
import project from "../../deno.json" with { type: "json" };
import { SCRIPT_FILES } from "../start.ts";
import { runDeno, runProgram } from "./run_program.ts";
import { stageProject } from "./stage.ts";

const MAX_BYTES = 1_000_000;

/** Folders of the project that a package must not have. */
const UNWANTED = [".ci", ".vscode", "bench", "cluster", "examples", "std", "tests", "tools"];

/** What the command imports from such a folder. */
const WANTED = ["bench/settings.ts"];

/** What a package must have. */
const NEEDED = ["mod.ts", "core/core.ts", "command/main.ts", "reports/reports.ts", ...SCRIPT_FILES];

/** The paths that Deno would publish, from the folder of the package. */
async function publishedFiles(folder: string): Promise<string[]> {
  // `deno check` has checked the types of everything
  const args = ["publish", "--dry-run", "--allow-dirty", "--no-check"];
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd: folder,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const messages = new TextDecoder().decode(stderr);
  if (!success) throw new Error(`deno publish refuses the package:\n${messages}`);
  const start = `file://${folder}/`;
  return messages.split("\n").map((line) => line.trim()).filter((line) => line.startsWith(start))
    .map((line) => decodeURIComponent(line.slice(start.length, line.lastIndexOf(" ("))));
}

/** What is wrong with the files of a package, one line each. */
export function problemsOf(files: readonly string[]): string[] {
  const stray = files.filter((file) => UNWANTED.includes(file.split("/")[0]!) && !WANTED.includes(file));
  const missing = [...NEEDED, ...WANTED].filter((file) => !files.includes(file));
  return [...stray.map((file) => `${file} must not be published`), ...missing.map((file) => `${file} is missing`)];
}

if (import.meta.main) {
  const { "./cli": _, ...library } = project.exports;
  await runDeno(["doc", "--lint", ...Object.values(library)], ".");
  await using stage = await stageProject();
  const files = await publishedFiles(stage.folder);
  await Deno.writeTextFile(`${stage.folder}/files.txt`, files.join("\n"));
  await runProgram(["tar", "czf", "published.tgz", "-T", "files.txt"], stage.folder);
  const { size } = await Deno.stat(`${stage.folder}/published.tgz`);
  const problems = problemsOf(files);
  if (size > MAX_BYTES) problems.push(`it has ${size} bytes, compressed; at most ${MAX_BYTES} are allowed`);
  problems.forEach((problem) => console.error(problem));
  console.log(`${files.length} files, ${(size / 1000).toFixed(0)} kB compressed`);
  if (problems.length > 0) Deno.exitCode = 1;
}
