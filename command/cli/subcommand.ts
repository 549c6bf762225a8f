/** The interface of a sub-command. */
import type { Completes, OptionName, Options } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** 0: done. 1: a difference was found, or a run was not finished. 2: wrong usage or bad input. 130: interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;

/** The parsed arguments of a sub-command. */
export interface Call {
  readonly operands: readonly string[];
  readonly options: Options;
}

/** Does what a sub-command is for. */
export type RunSubcommand = (call: Call, terminal: Terminal) => Promise<ExitCode>;

/** A sub-command: its usage and its implementation. */
export interface Subcommand {
  readonly summary: string;
  /** The operands as --help shows them, and how many are allowed. */
  readonly operands: {
    readonly usage: string;
    readonly min: number;
    readonly max: number;
    /** The last operands where they are not given. */
    readonly defaults?: readonly string[];
    /** What they may be, for completions. */
    readonly completes?: Completes;
  };
  /** The options it takes besides --help and --version. */
  readonly options: readonly OptionName[];
  /** Further lines for --help. */
  readonly notes?: readonly string[];
  /** Whether it writes files; without, it loses the permission to write before it runs. */
  readonly writes?: true;
  /** Loads its implementation. */
  readonly load: () => Promise<{ readonly run: RunSubcommand }>;
}

/** Sub-commands by name. */
export type Subcommands = Readonly<Record<string, Subcommand>>;
