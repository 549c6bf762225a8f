/** Faults in the files of a result. */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { digestsIn, runCommand } from "./command.ts";
import type { Fault } from "./fault.ts";

/** A way to damage a CSV file, and the location that error messages must report. */
interface Damage {
  readonly name: string;
  /** Returns the damaged text; the lines include their ends. */
  readonly apply: (lines: readonly string[]) => string;
  /** What messages must contain besides the file. */
  readonly location: RegExp;
}

const join = (lines: readonly string[]) => lines.join("");
const ROW_COLUMN = /row \d+, column /;

const DAMAGES: readonly Damage[] = [
  { name: "emptied", apply: () => "", location: ROW_COLUMN },
  { name: "cut in the header", apply: ([header]) => header!.slice(0, 9), location: /row 1, column / },
  { name: "cut after the header", apply: ([header]) => header!, location: ROW_COLUMN },
  { name: "cut in a value", apply: (lines) => join(lines).slice(0, -7), location: ROW_COLUMN },
  { name: "cut after a comma", apply: (lines) => join(lines).replace(/,[^,]*\r\n$/, ","), location: ROW_COLUMN },
  { name: "cut before a line feed", apply: (lines) => join(lines).slice(0, -1), location: ROW_COLUMN },
  { name: "cut after a row", apply: (lines) => join(lines.slice(0, -1)), location: ROW_COLUMN },
  { name: "a missing row", apply: (lines) => join(lines.toSpliced(2, 1)), location: ROW_COLUMN },
  { name: "a duplicated row", apply: (lines) => join(lines.toSpliced(2, 0, lines[2]!)), location: ROW_COLUMN },
  {
    name: "two rows swapped",
    apply: (lines) => join(lines.toSpliced(1, 2, lines[2]!, lines[1]!)),
    location: ROW_COLUMN,
  },
  { name: "a digit changed", apply: (lines) => join(lines.with(3, withOtherDigit(lines[3]!))), location: ROW_COLUMN },
  { name: "a column renamed", apply: (lines) => join(lines.with(0, `x${lines[0]!.slice(1)}`)), location: ROW_COLUMN },
  {
    name: "a missing column",
    apply: (lines) => join(lines.map((line) => line.replace(/^[^,]*,/, ""))),
    location: ROW_COLUMN,
  },
  { name: "line ends of LF", apply: (lines) => join(lines).replaceAll("\r\n", "\n"), location: /row 1, column / },
  { name: "a byte order mark", apply: (lines) => `\ufeff${join(lines)}`, location: /byte order mark/ },
];

/** Changes the last digit of a line to one that is not 0, which a number would drop. */
function withOtherDigit(line: string): string {
  return line.replace(/\d(?=\D*$)/, (digit) => String(Number(digit) % 9 + 1));
}

/** The words of a small run. */
function smallRun(out: string, changes: Readonly<Record<string, string>> = {}): string[] {
  const settings = Object.entries({ seeds: "2", epochs: "20", "suite-seed": "xorlab", ...changes });
  return ["run", "depth-xor", ...settings.flatMap(([name, value]) => [`--${name}`, value]), "--quiet", "--out", out];
}

/** Damages each table in each way; `report` must reject it and `verify` must find it. */
const tables: Fault = {
  name: "damaged CSV",
  attempt: async (folder) => {
    const out = `${folder}/out`, result = `${out}/depth-xor`;
    const examples: string[] = [];
    assertEquals((await runCommand(folder, ...smallRun(out))).code, 0);
    const before = await digestsIn(out);
    for (const table of ["runs", "curves", "surface"]) {
      const file = `${result}/${table}.csv`, intact = await Deno.readTextFile(file);
      for (const { name, apply, location } of DAMAGES) {
        await Deno.writeTextFile(file, apply(intact.match(/.*\r\n/g)!));
        const [report, verify] = [
          await runCommand(folder, "report", result),
          await runCommand(folder, "verify", result),
        ];
        const damage = `${table}.csv, ${name}`;
        assertEquals([damage, report.code, report.messages.length, report.results], [damage, 2, 1, []]);
        assertEquals([damage, verify.code, verify.messages, verify.results.length], [damage, 1, [], 1]);
        // Damage that breaks no rule shows only in the digest; then it is verify that reports the location.
        const message = report.messages[0]!, isDigest = message.includes(" does not match its digest ");
        for (const line of isDigest ? [verify.results[0]!] : [message, verify.results[0]!]) {
          assertStringIncludes(line, `${table}.csv`, damage);
          assertMatch(line, location, damage);
        }
        if (table === "runs") examples.push(`${name}: ${message.replaceAll(`${result}/`, "")}`);
      }
      await Deno.writeTextFile(file, intact);
    }
    assertEquals((await runCommand(folder, "report", out)).code, 0);
    assertEquals(await digestsIn(out), before);
    return [`${3 * DAMAGES.length} tables, each rejected by report and found by verify`, ...examples].join("\n    ");
  },
};

/** Replaces the manifest by that of a run with other settings. */
const manifest: Fault = {
  name: "a manifest of another run",
  attempt: async (folder) => {
    const out = `${folder}/out`, lines: string[] = [];
    assertEquals((await runCommand(folder, ...smallRun(out))).code, 0);
    for (const [name, value] of [["seeds", "3"], ["suite-seed", "other"], ["epochs", "30"]] as const) {
      const other = `${folder}/${name}`;
      assertEquals((await runCommand(folder, ...smallRun(other, { [name]: value }))).code, 0);
      await Deno.copyFile(`${other}/depth-xor/manifest.json`, `${out}/depth-xor/manifest.json`);
      const [report, verify] = [await runCommand(folder, "report", out), await runCommand(folder, "verify", out)];
      assertEquals([report.code, report.messages.length], [2, 1]);
      assertEquals([verify.code, verify.messages, verify.results.length], [1, [], 1]);
      lines.push(`of ${name} ${value}: ${report.messages[0]!.replaceAll(out, "DIR")}`);
    }
    return ["rejected by report and found by verify", ...lines].join("\n    ");
  },
};

/** Faults in the files of a result. */
export const DAMAGE: readonly Fault[] = [tables, manifest];
