/** The independent judge, tests/replication/judge.py, as a process. */

/** The judge's program. */
export const PROGRAM: string = new URL("../../tests/replication/judge.py", import.meta.url).pathname;

/** Exit code and printed lines of the judge. */
export interface Judgment {
  readonly code: number;
  readonly lines: readonly string[];
}

/** Runs a Python program with some arguments; throws where python3 is not installed. */
export async function runPython(program: string, ...args: string[]): Promise<Judgment> {
  const { code, stdout, stderr } = await new Deno.Command("python3", { args: ["-B", program, ...args], stdin: "null" })
    .output();
  const text = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("");
  return { code, lines: text.split("\n").filter((line) => line !== "") };
}

/** Judges the results in some folders. */
export function judgeFolders(...folders: string[]): Promise<Judgment> {
  return runPython(PROGRAM, ...folders);
}
