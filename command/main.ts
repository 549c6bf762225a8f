/** The command: `deno task experiment`. */
import { parseCall } from "./cli/arguments.ts";
import { describeFailure } from "./cli/failure.ts";
import { commandHelp, subcommandHelp } from "./cli/help.ts";
import type { ExitCode } from "./cli/subcommand.ts";
import { OutputClosed, type Terminal, terminal } from "./cli/terminal.ts";
import { escapeInvisible, escapeLines } from "./cli/text_output.ts";
import { SUBCOMMANDS } from "./subcommands/subcommands.ts";

/**
 * Runs the command line `args` and returns the exit code; every message is one line, whatever `args` contain.
 *
 * `forbidWriting` is called before a sub-command that only reads begins.
 */
export async function main(
  args: readonly string[],
  output: Terminal,
  forbidWriting: () => void = () => {},
): Promise<ExitCode> {
  const terminal = escaping(output);
  let verb = "read the command line";
  try {
    const call = parseCall(args, SUBCOMMANDS, await experimentIds(args[0]));
    const { name, isNamed, options } = call;
    const subcommand = SUBCOMMANDS[name]!;
    verb = name;
    if (options.version) terminal.printResult(await suiteVersion());
    else if (options.help) terminal.printResult(isNamed ? subcommandHelp(name, subcommand) : commandHelp(SUBCOMMANDS));
    else {
      if (!subcommand.writes) forbidWriting();
      const { run } = await subcommand.load();
      return await run(call, terminal);
    }
    return 0;
  } catch (error) {
    if (error instanceof OutputClosed) return 0;
    const failure = describeFailure(error, verb, args);
    if (!failure) throw error;
    terminal.printMessage(failure.message);
    return failure.code;
  }
}

/** The ids to suggest if the first word is no sub-command; the catalogue is loaded only then. */
async function experimentIds(word = ""): Promise<string[]> {
  if (Object.hasOwn(SUBCOMMANDS, word) || /^(-|$)/.test(word)) return [];
  const { CATALOG } = await import("../experiments/catalog.ts");
  return CATALOG.map(({ id }) => id);
}

async function suiteVersion(): Promise<string> {
  const { SUITE } = await import("../experiments/store/provenance.ts");
  return `${SUITE.name} ${SUITE.version}`;
}

/** A terminal that shows what a text contains, whatever it is, and obeys none of it. */
function escaping({ printResult, printPieces, printMessage, ...output }: Terminal): Terminal {
  return {
    ...output,
    printResult: (line) => printResult(escapeLines(line)),
    printPieces: (pieces) => printPieces(Iterator.from(pieces).map(escapeLines)),
    printMessage: (line) => printMessage(escapeInvisible(line)),
  };
}

if (import.meta.main) {
  Deno.exit(await main(Deno.args, terminal(), () => Deno.permissions.revokeSync({ name: "write" })));
}
