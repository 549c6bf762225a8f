/** Files that are not what was written. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { command, digestsIn } from "./command.ts";
import type { Fault } from "./fault.ts";

/** A way to damage a CSV, and the place that whoever reads it must name. */
interface Damage {
  readonly name: string;
  /** The damaged text; lines keep their ends. */
  readonly of: (lines: readonly string[]) => string;
  /** What the complaint must say besides the file. */
  readonly place: RegExp;
}

const join = (lines: readonly string[]) => lines.join("");
const ROW_COLUMN = /(row|line) \d+, column /, ROW = /(row|line) \d+/;

const DAMAGES: readonly Damage[] = [
  { name: "emptied", of: () => "", place: /./ },
  { name: "cut in the header", of: ([header]) => header!.slice(0, 9), place: /row 1/ },
  { name: "cut after the header", of: ([header]) => header!, place: ROW },
  { name: "cut in a value", of: (lines) => join(lines).slice(0, -7), place: ROW },
  { name: "cut after a comma", of: (lines) => join(lines).replace(/,[^,]*\r\n$/, ","), place: ROW },
  { name: "cut before a line feed", of: (lines) => join(lines).slice(0, -1), place: ROW },
  { name: "cut after a row", of: (lines) => join(lines.slice(0, -1)), place: ROW },
  { name: "a row gone", of: (lines) => join(lines.toSpliced(2, 1)), place: ROW },
  { name: "a row twice", of: (lines) => join(lines.toSpliced(2, 0, lines[2]!)), place: ROW },
  { name: "two rows swapped", of: (lines) => join(lines.toSpliced(1, 2, lines[2]!, lines[1]!)), place: ROW_COLUMN },
  { name: "a digit changed", of: (lines) => join(lines.with(3, otherDigit(lines[3]!))), place: ROW_COLUMN },
  { name: "a column renamed", of: (lines) => join(lines.with(0, `x${lines[0]!.slice(1)}`)), place: ROW_COLUMN },
  { name: "a column gone", of: (lines) => join(lines.map((line) => line.replace(/^[^,]*,/, ""))), place: ROW },
  { name: "line ends of LF", of: (lines) => join(lines).replaceAll("\r\n", "\n"), place: /(line|row) 1 / },
  { name: "a byte order mark", of: (lines) => `\ufeff${join(lines)}`, place: /byte order mark/ },
];

/** A line whose last digit is another, and none that a number would drop. */
function otherDigit(line: string): string {
  return line.replace(/\d(?=\D*$)/, (digit) => String(Number(digit) % 9 + 1));
}

/** The words of a small run. */
function small(out: string, other: Readonly<Record<string, string>> = {}): string[] {
  const settings = Object.entries({ seeds: "2", epochs: "20", "suite-seed": "xorlab", ...other });
  return ["run", "depth-xor", ...settings.flatMap(([name, value]) => [`--${name}`, value]), "--quiet", "--out", out];
}

/** Each table damaged in each way, for `report` and for `verify`. */
const tables: Fault = {
  name: "damaged CSV",
  tried: async (folder) => {
    const out = `${folder}/out`, place = `${out}/depth-xor`, examples: string[] = [];
    assertEquals((await command(folder, ...small(out))).code, 0);
    const before = await digestsIn(out);
    for (const table of ["runs", "curves", "surface"]) {
      const file = `${place}/${table}.csv`, sound = await Deno.readTextFile(file);
      for (const { name, of, place: must } of DAMAGES) {
        await Deno.writeTextFile(file, of(sound.match(/.*\r\n/g)!));
        const [report, verify] = [await command(folder, "report", place), await command(folder, "verify", place)];
        const what = `${table}.csv, ${name}`;
        assertEquals([what, report.code, report.messages.length, report.results], [what, 2, 1, []]);
        assertEquals([what, verify.code, verify.messages, verify.results.length], [what, 1, [], 1]);
        // What no rule of the tables forbids only its digest tells: then verify says where.
        const complaint = report.messages[0]!, isDigest = complaint.endsWith(" tells where it differs");
        for (const said of isDigest ? [verify.results[0]!] : [complaint, verify.results[0]!]) {
          assertStringIncludes(said, `${table}.csv`, what);
          assert(must.test(said), `${what}: ${said} does not match ${must}`);
        }
        if (table === "runs") examples.push(`${name}: ${complaint.replaceAll(`${place}/`, "")}`);
      }
      await Deno.writeTextFile(file, sound);
    }
    assertEquals((await command(folder, "report", out)).code, 0);
    assertEquals(await digestsIn(out), before);
    return [`${3 * DAMAGES.length} tables, each refused by report and found by verify`, ...examples].join("\n    ");
  },
};

/** A manifest that belongs to another result. */
const manifest: Fault = {
  name: "a manifest of another run",
  tried: async (folder) => {
    const out = `${folder}/out`, said: string[] = [];
    assertEquals((await command(folder, ...small(out))).code, 0);
    for (const [name, value] of [["seeds", "3"], ["suite-seed", "other"], ["epochs", "30"]] as const) {
      const other = `${folder}/${name}`;
      assertEquals((await command(folder, ...small(other, { [name]: value }))).code, 0);
      await Deno.copyFile(`${other}/depth-xor/manifest.json`, `${out}/depth-xor/manifest.json`);
      const [report, verify] = [await command(folder, "report", out), await command(folder, "verify", out)];
      assertEquals([report.code, report.messages.length], [2, 1]);
      assertEquals([verify.code, verify.messages, verify.results.length], [1, [], 1]);
      said.push(`of ${name} ${value}: ${report.messages[0]!.replaceAll(out, "DIR")}`);
    }
    return ["refused by report and found by verify", ...said].join("\n    ");
  },
};

/** Files that are not what was written. */
export const DAMAGE: readonly Fault[] = [tables, manifest];
