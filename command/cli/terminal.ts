/** The terminal: results on standard output, messages on standard error, and interrupt signals such as Ctrl-C. */
import { diskErrorAt } from "../../experiments/store/disk.ts";

/** Where a sub-command prints, and what can be shown there. */
export interface Terminal {
  /** Prints a line on standard output. */
  readonly printResult: (line: string) => void;
  /** Prints a line that is given in pieces on standard output. */
  readonly printPieces: (pieces: Iterable<string>) => void;
  /** Prints a line on standard output as it is, colour codes included. */
  readonly printStyled: (line: string) => void;
  /** Prints a line on standard error. */
  readonly printMessage: (line: string) => void;
  /** Whether standard error is a terminal. */
  readonly isInteractive: boolean;
  /** Whether results may be coloured. */
  readonly hasColor: boolean;
  /** The width of the terminal in characters. */
  readonly columns: () => number;
}

/** Thrown when the reader of standard output has closed it. */
export class OutputClosed extends Error {
  override name = "OutputClosed";
}

const DEFAULT_COLUMNS = 80;

/** The terminal of this process. */
export function terminal(): Terminal {
  return {
    printResult: (line) => write(Deno.stdout, `${line}\n`),
    printPieces: (pieces) => {
      for (const piece of pieces) write(Deno.stdout, piece);
      write(Deno.stdout, "\n");
    },
    printStyled: (line) => write(Deno.stdout, `${line}\n`),
    printMessage: (line) => {
      try {
        write(Deno.stderr, `${line}\n`);
      } catch (error) {
        if (!(error instanceof OutputClosed)) throw error;
      }
    },
    isInteractive: Deno.stderr.isTerminal() && !isDumb(),
    hasColor: hasColor(),
    columns,
  };
}

/** Whether the terminal can neither colour text nor redraw a line; false if the program may not know. */
function isDumb(): boolean {
  return variable("TERM") === "dumb";
}

/** Whether results are coloured; FORCE_COLOR is stronger than NO_COLOR, as in Deno and Node. */
function hasColor(): boolean {
  const forced = variable("FORCE_COLOR");
  if (forced) return !["0", "false"].includes(forced);
  return Deno.stdout.isTerminal() && !Deno.noColor && !isDumb();
}

/** An environment variable; undefined if it is not set or the program may not know. */
function variable(name: string): string | undefined {
  const { state } = Deno.permissions.querySync({ name: "env", variable: name });
  return state === "granted" ? Deno.env.get(name) : undefined;
}

function columns(): number {
  try {
    return Deno.consoleSize().columns || DEFAULT_COLUMNS;
  } catch {
    return DEFAULT_COLUMNS;
  }
}

function write(stream: { writeSync(bytes: Uint8Array): number }, text: string): void {
  let bytes = new TextEncoder().encode(text);
  try {
    while (bytes.length > 0) bytes = bytes.subarray(stream.writeSync(bytes));
  } catch (error) {
    if (error instanceof Deno.errors.BrokenPipe) throw new OutputClosed("standard output was closed");
    throw diskErrorAt("standard output", error);
  }
}

const SIGNALS: readonly Deno.Signal[] = Deno.build.os === "windows" ? ["SIGINT", "SIGBREAK"] : ["SIGINT", "SIGTERM"];

/** The result of `work`, or undefined as soon as an interrupt signal arrives. */
export async function unlessInterrupted<V>(work: () => Promise<V>): Promise<V | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const stop = () => resolve(undefined);
  SIGNALS.forEach((signal) => Deno.addSignalListener(signal, stop));
  try {
    return await Promise.race([work(), promise]);
  } finally {
    SIGNALS.forEach((signal) => Deno.removeSignalListener(signal, stop));
  }
}
