/** Where the command speaks: results to standard output, messages to standard error. */
import { refusalAt } from "../../experiments/store/disk.ts";

/** The two outputs, and what they can show. */
export interface Terminal {
  /** Writes a line of results. */
  readonly result: (line: string) => void;
  /** Writes a line of messages. */
  readonly message: (line: string) => void;
  /** Whether a person watches the messages. */
  readonly watched: boolean;
  /** Whether results may be coloured. */
  readonly colored: boolean;
  /** The width that messages may have, where a person watches. */
  readonly columns: () => number;
}

/** Thrown where whoever reads the results has gone. */
export class ClosedOutput extends Error {
  override name = "ClosedOutput";
}

/** The width of a terminal that does not tell. */
const WIDTH = 80;

/** The terminal of this process. */
export function terminal(): Terminal {
  return {
    result: (line) => write(Deno.stdout, line),
    message: (line) => {
      try {
        write(Deno.stderr, line);
      } catch (error) {
        if (!(error instanceof ClosedOutput)) throw error;
      }
    },
    watched: Deno.stderr.isTerminal(),
    colored: Deno.stdout.isTerminal() && !Deno.noColor,
    columns,
  };
}

function columns(): number {
  try {
    return Deno.consoleSize().columns || WIDTH;
  } catch {
    return WIDTH;
  }
}

function write(stream: { writeSync(bytes: Uint8Array): number }, line: string): void {
  let bytes = new TextEncoder().encode(`${line}\n`);
  try {
    while (bytes.length > 0) bytes = bytes.subarray(stream.writeSync(bytes));
  } catch (error) {
    if (error instanceof Deno.errors.BrokenPipe) throw new ClosedOutput("nobody reads the results");
    throw refusalAt("standard output", error);
  }
}
