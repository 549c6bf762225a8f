/** The README's snippets in other languages, each with the program that runs it and a check of the numbers it reads. */

/** A language whose snippet the README has. */
export interface Language {
  readonly name: string;
  /** The info string of the snippet's code block, and a word that only this snippet has. */
  readonly block: readonly [info: string, word: string];
  /** The file that a user would save it in. */
  readonly file: string;
  /** The command that runs the file. */
  readonly command: readonly [string, ...string[]];
  /** Code that continues the snippet: prints each training loss of depth-xor, exactly, one per line. */
  readonly exact: string;
  /** Reads a line that `exact` printed. */
  readonly parse: (line: string) => number;
}

/** The languages. */
export const SNIPPETS: readonly Language[] = [
  {
    name: "Python (pandas)",
    block: ["python", "pandas"],
    file: "read_result.py",
    // Debian's Python, which has Debian's pandas
    command: ["/usr/bin/python3"],
    exact: `
assert str(read_table("results/perceptron-cycle", "epochs")["seen"].dtype) == "Int64"
print("exact")
print(*runs["training_loss"].map(float.hex), sep="\\n")`,
    parse: parseHex,
  },
  {
    name: "R",
    block: ["r", "read.csv"],
    file: "read_result.R",
    command: ["Rscript"],
    exact: `
writeLines(c("exact", sprintf("%a", runs$training_loss)))`,
    parse: parseHex,
  },
  {
    name: "DuckDB",
    block: ["ts", "duckdb"],
    file: "read_result.ts",
    command: ["deno", "run", "-A"],
    exact: `
const losses = await connection.runAndReadAll("select training_loss from 'results/depth-xor/runs.csv'");
console.log(["exact", ...losses.getColumns()[0]].join("\\n"));`,
    parse: Number,
  },
];

/** The value of a hexadecimal floating-point number, such as 0x1.8p-3 (1.5 × 2⁻³). */
export function parseHex(text: string): number {
  const [, sign, whole, fraction = "", exponent] = /^(-?)0x([01])(?:\.([0-9a-f]{1,13}))?p([-+]\d+)$/.exec(text) ?? [];
  if (whole === undefined) return NaN;
  const mantissa = Number(whole) + Number.parseInt(fraction.padEnd(13, "0"), 16) / 2 ** 52;
  return (sign ? -1 : 1) * mantissa * 2 ** Number(exponent);
}

/** The code of a language's snippet in a Markdown text; throws an Error unless there is exactly one. */
export function snippetOf({ name, block: [info, word] }: Pick<Language, "name" | "block">, markdown: string): string {
  const blocks = markdown.split(`\`\`\`${info}\n`).slice(1).map((text) => text.split("\n```")[0]!);
  const found = blocks.filter((code) => code.includes(word));
  if (found.length !== 1) throw new Error(`The README has ${found.length} snippets in ${name}, and must have one`);
  return found[0]!;
}
