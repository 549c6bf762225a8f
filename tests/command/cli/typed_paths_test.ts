import { assertEquals, assertGreater } from "@std/assert";
import fc from "fast-check";
import { parseCall } from "../../../command/cli/arguments.ts";
import { type Option, type OptionName, OPTIONS } from "../../../command/cli/options.ts";
import type { Subcommand } from "../../../command/cli/subcommand.ts";
import { PATH_OPERANDS, type TypedPaths, typedPaths, VALUES } from "../../../command/cli/typed_paths.ts";
import { SUBCOMMANDS } from "../../../command/subcommands/subcommands.ts";
import { InputError } from "../../../core/input/input_error.ts";

const isPath = (completes: unknown) => completes === "file" || completes === "folder";

Deno.test("the table of values has all options with a value, and no other", () => {
  const options: [string, Option][] = Object.entries(OPTIONS);
  const valued = options.filter(([, { valueName }]) => valueName !== undefined);
  assertEquals(Object.keys(VALUES), valued.map(([name]) => name));
  const values: [string, { readonly valueName: string; readonly completes?: unknown }][] = Object.entries(VALUES);
  assertEquals(
    values.filter(([, { completes }]) => isPath(completes)).map(([name]) => name),
    options.filter(([, { completes }]) => isPath(completes)).map(([name]) => name),
  );
});

Deno.test("the table of operands has all sub-commands that take paths; those that write there are allowed to", () => {
  const taking = Object.entries(SUBCOMMANDS).filter(([, { operands }]) => isPath(operands.completes));
  assertEquals(Object.keys(PATH_OPERANDS).sort(), taking.map(([name]) => name).sort());
  for (const [name, { access }] of Object.entries(PATH_OPERANDS)) {
    if (access === "write") assertEquals([name, SUBCOMMANDS[name]!.writes], [name, true]);
  }
});

const CASES: readonly (readonly [line: string, read: string, write?: string])[] = [
  ["", ""],
  ["list", ""],
  ["run xor --seeds 3 --out ../x --quiet", "", "../x"],
  ["--out ../x", "", "../x"],
  ["run --out=../x --module=../m.ts", "../m.ts", "../x"],
  ["verify ../x --sample 3", "../x"],
  ["verify --sample 3 ../x", "../x"],
  ["verify --sample=3 -q -- --x", "--x"],
  ["verify -q true ../x", "../x"],
  ["verify true", "true"],
  ["verify", ""],
  ["merge a b --out c", "a b", "c"],
  ["diff a b", "a b"],
  ["report ../x --module m", "m", "../x"],
  ["train --config -", ""],
  ["train --config -x", "-x"],
  ["run --out -", "", "-"],
  ["run --suite-seed ../x", ""],
  ["lab ../x", ""],
  ["help verify ../x", ""],
  ["version ../x", ""],
  ["completions bash ../x", ""],
  ["constructor ../x --toString ../y", ""],
];

for (const [line, read, write = ""] of CASES) {
  Deno.test(`typedPaths finds the paths of "${line}"`, () => {
    const words = (text: string) => text.split(" ").filter((word) => word !== "");
    assertEquals(typedPaths(words(line)), { read: words(read), write: words(write) });
  });
}

/** The sub-commands without the paths that nobody types. */
const WITHOUT_DEFAULTS = Object.fromEntries(
  Object.entries(SUBCOMMANDS).map(([name, { operands: { usage, min, max }, options }]) => {
    return [name, { operands: { usage, min: Math.min(min, 1), max }, options }];
  }),
);

/** The paths in what the command itself reads from a line; undefined if it refuses the line. */
function parsedPaths(line: readonly string[]): TypedPaths | undefined {
  try {
    const { name, operands, options } = parseCall(line, WITHOUT_DEFAULTS);
    if (options.help || options.version) return undefined;
    const found = { read: [] as string[], write: [] as string[] };
    const { operands: operand }: Subcommand = SUBCOMMANDS[name]!;
    if (isPath(operand.completes)) found[name === "report" ? "write" : "read"].push(...operands);
    for (const option of ["config", "module"] as const) {
      if (options[option] !== undefined && !(option === "config" && options.config === "-")) {
        found.read.push(options[option]);
      }
    }
    if (options.out !== undefined) found.write.push(options.out);
    return { read: found.read.sort(), write: found.write };
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Parts of command lines of one sub-command. */
function wordsOf(name: string): fc.Arbitrary<readonly string[]> {
  const { options } = SUBCOMMANDS[name]!;
  const value = fc.constantFrom("../x", "-", "-x", "--", "true", "1", "a=b", "", "--quiet", "/", "1/2", "auto");
  const given = fc.constantFrom<OptionName>(...(options.length > 0 ? options : ["quiet"] as const));
  return fc.oneof(
    fc.tuple(given, value).map(([option, value]) => [`--${option}`, value]),
    fc.tuple(given, value).map(([option, value]) => [`--${option}=${value}`]),
    fc.constantFrom(["-q"], ["-qh"], ["--"], ["--quiet", "true"], ["-"], ["false"]),
    value.map((word) => [word]),
  );
}

Deno.test("typedPaths finds in each line that the command accepts the paths that the command finds", () => {
  const lines = fc.constantFrom(...Object.keys(SUBCOMMANDS)).chain((name) =>
    fc.tuple(fc.constantFrom([name], []), fc.array(wordsOf(name), { maxLength: 4 }))
      .map(([head, words]) => [...head, ...words.flat()])
  );
  const accepted = new Set<string>();
  fc.assert(
    fc.property(lines, (line) => {
      const expected = parsedPaths(line);
      if (!expected) return;
      const { read, write } = typedPaths(line);
      assertEquals({ read: [...read].sort(), write }, expected);
      if (read.length + write.length > 0) accepted.add(line.join(" "));
    }),
    { seed: 3, numRuns: 20_000 },
  );
  assertGreater(accepted.size, 300);
});
