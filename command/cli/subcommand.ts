/** What a sub-command is. */
import type { OptionName, Options } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** 0: done. 1: a difference was found, or a run could not be finished. 2: wrong usage or bad input. 130: interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;

/** What a person asked a sub-command for. */
export interface Call {
  readonly operands: readonly string[];
  readonly options: Options;
}

/** A sub-command: how it is written and what it does. */
export interface Subcommand {
  readonly summary: string;
  /** The words after its name, as --help shows them, and how many there may be. */
  readonly operands: { readonly shown: string; readonly least: number; readonly most: number };
  /** The options it takes besides --help and --version. */
  readonly options: readonly OptionName[];
  /** More to say under --help: lines. */
  readonly notes?: readonly string[];
  readonly run: (call: Call, terminal: Terminal) => Promise<ExitCode>;
}

/** Sub-commands by name. */
export type Subcommands = Readonly<Record<string, Subcommand>>;
