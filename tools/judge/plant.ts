/** Plants faults in copies of results and asks the judge to find them. */
import { readCopy, writeCopy } from "./copy.ts";
import type { PlantedFault } from "./faults.ts";
import { judgeFolders } from "./python.ts";

/** How a fault fared. */
export interface PlantedOutcome {
  readonly outcome: "caught" | "MISSED" | "no place";
  /** The line that names it, or what the judge said instead. */
  readonly details: string;
}

/** Plants a fault in a copy of the first result that has a place for it. */
export async function plantFault({ plant }: PlantedFault, results: readonly string[]): Promise<PlantedOutcome> {
  for (const result of results) {
    const folder = await Deno.makeTempDir();
    try {
      await copyFiles(result, folder);
      const copy = await readCopy(folder);
      const expected = plant(copy);
      if (expected === undefined) continue;
      await writeCopy(copy);
      const { code, lines } = await judgeFolders(folder);
      const line = lines.find((line) => line.includes(expected));
      if (code === 1 && line) return { outcome: "caught", details: line.replace(folder, result) };
      return { outcome: "MISSED", details: `${expected} is not in: ${lines.join(" / ")}` };
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  }
  return { outcome: "no place", details: "in none of the results" };
}

async function copyFiles(from: string, to: string): Promise<void> {
  for await (const { name, isFile } of Deno.readDir(from)) {
    if (isFile && /\.(csv|json|html)$/.test(name)) await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}

/** The results in a folder, by path. */
export async function resultsIn(folder: string): Promise<string[]> {
  const results: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (!isDirectory) continue;
    const names = await Array.fromAsync(Deno.readDir(`${folder}/${name}`), (entry) => entry.name);
    if (names.includes("claims.json")) results.push(`${folder}/${name}`);
  }
  return results.sort();
}
