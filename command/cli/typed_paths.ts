/**
 * The words of a command line that are paths, and what the command may do there.
 *
 * The starter grants these paths before the command runs, where no package need be installed: this file imports nothing.
 */

/** A path that is typed: what the shell offers for it, and whether the command writes there too or only reads. */
export interface PathWord {
  readonly completes: "file" | "folder";
  readonly access: "read" | "write";
  /** The word in its place that is no path. */
  readonly exception?: string;
}

/** An option with a value: its placeholder in --help, and what a path there is for. */
type ValueWord = { readonly valueName: string } & (PathWord | { readonly completes?: undefined });

/** All options with a value, by name. */
export const VALUES = {
  seeds: { valueName: "N" },
  epochs: { valueName: "N" },
  module: { valueName: "FILE", completes: "file", access: "read" },
  set: { valueName: "FACTOR=LEVEL[,LEVEL]" },
  "suite-seed": { valueName: "TEXT" },
  out: { valueName: "DIR", completes: "folder", access: "write" },
  jobs: { valueName: "N" },
  engine: { valueName: "NAME" },
  replicate: { valueName: "N" },
  times: { valueName: "K" },
  steps: { valueName: "N" },
  config: { valueName: "FILE", completes: "file", access: "read", exception: "-" },
  sample: { valueName: "N" },
  "sample-seed": { valueName: "TEXT" },
  shard: { valueName: "I/N" },
  shards: { valueName: "N" },
} as const satisfies Readonly<Record<string, ValueWord>>;

/** The sub-commands whose operands are paths. */
export const PATH_OPERANDS = {
  merge: { completes: "folder", access: "read" },
  verify: { completes: "folder", access: "read" },
  diff: { completes: "folder", access: "read" },
  report: { completes: "folder", access: "write" },
} as const satisfies Readonly<Record<string, PathWord>>;

/** Paths by what the command does there; those that it writes are read too. */
export type TypedPaths = Readonly<Record<PathWord["access"], readonly string[]>>;

/** The paths on a command line, as they are typed; of a line that the command refuses, perhaps not all. */
export function typedPaths(args: readonly string[]): TypedPaths {
  const [first = ""] = args;
  const found: Record<PathWord["access"], string[]> = { read: [], write: [] };
  const add = (kind: PathWord | undefined, path: string) => {
    if (kind && path !== "" && path !== kind.exception) found[kind.access].push(path);
  };
  if (["help", "version"].includes(first)) return found;
  const isNamed = !first.startsWith("-");
  const operand = isNamed ? ownEntry<PathWord>(PATH_OPERANDS, first) : undefined;
  const words = args.slice(isNamed ? 1 : 0);
  while (words.length > 0) {
    const word = words.shift()!;
    const [, name, attached] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    const option = ownEntry<ValueWord>(VALUES, name ?? "");
    if (word === "--") words.splice(0).forEach((each) => add(operand, each));
    else if (option) {
      const value = attached ?? (/^(?!--)/.test(words[0] ?? "--") ? words.shift()! : "");
      add(option.completes && option, value);
    } else if (/^-./s.test(word)) {
      // parseArgs takes these two words as the value of a flag
      if (["true", "false"].includes(words[0]!)) words.shift();
    } else add(operand, word);
  }
  return found;
}

function ownEntry<V>(table: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
