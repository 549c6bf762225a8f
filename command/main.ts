/** The command: `deno task experiment`. */
import { CATALOG } from "../experiments/catalog.ts";
import { SUITE } from "../experiments/store/provenance.ts";
import { parseCall } from "./cli/arguments.ts";
import { describeFailure } from "./cli/failure.ts";
import { commandHelp, subcommandHelp } from "./cli/help.ts";
import type { ExitCode } from "./cli/subcommand.ts";
import { OutputClosed, type Terminal, terminal } from "./cli/terminal.ts";
import { SUBCOMMANDS } from "./subcommands/subcommands.ts";

/** Runs the command line `args` and returns the exit code; every message is one line, whatever `args` contain. */
export async function main(args: readonly string[], output: Terminal): Promise<ExitCode> {
  const terminal: Terminal = {
    ...output,
    printMessage: (line) => output.printMessage(escapeControlCharacters(line)),
  };
  let verb = "read the command line";
  try {
    const call = parseCall(args, SUBCOMMANDS, CATALOG.map(({ id }) => id));
    const { name, isNamed, options } = call;
    const subcommand = SUBCOMMANDS[name]!;
    verb = name;
    if (options.version) terminal.printResult(`${SUITE.name} ${SUITE.version}`);
    else if (options.help) terminal.printResult(isNamed ? subcommandHelp(name, subcommand) : commandHelp(SUBCOMMANDS));
    else return await subcommand.run(call, terminal);
    return 0;
  } catch (error) {
    if (error instanceof OutputClosed) return 0;
    const failure = describeFailure(error, verb, args);
    if (!failure) throw error;
    terminal.printMessage(failure.message);
    return failure.code;
  }
}

/** A text whose line breaks and other control characters are escaped as in JSON. */
function escapeControlCharacters(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (character) => {
    const json = JSON.stringify(character).slice(1, -1);
    return json === character ? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}` : json;
  });
}

if (import.meta.main) Deno.exit(await main(Deno.args, terminal()));
