/** The command: `deno task experiment`. */
import { CATALOG } from "../experiments/catalog.ts";
import { SUITE } from "../experiments/store/manifest.ts";
import { parseCall } from "./cli/arguments.ts";
import { explain } from "./cli/failure.ts";
import { helpOf, helpOfAll } from "./cli/help.ts";
import { oneLine } from "./cli/one_line.ts";
import type { ExitCode, Subcommand } from "./cli/subcommand.ts";
import { SUBCOMMANDS } from "./subcommands/subcommands.ts";
import { ClosedOutput, type Terminal, terminal } from "./cli/terminal.ts";

/** Does what the words say; answers the exit code. A message is one line, whatever stands in the words. */
export async function main(args: readonly string[], given: Terminal): Promise<ExitCode> {
  const terminal: Terminal = { ...given, message: (line) => given.message(oneLine(line)) };
  let act = "read the command line";
  try {
    const call = parseCall(args, SUBCOMMANDS, CATALOG.map(({ id }) => id));
    const { name, isNamed, options } = call, subcommand: Subcommand = SUBCOMMANDS[name];
    act = name;
    if (options.version) terminal.result(`${SUITE.name} ${SUITE.version}`);
    else if (options.help) terminal.result(isNamed ? helpOf(name, subcommand) : helpOfAll(SUBCOMMANDS));
    else return await subcommand.run(call, terminal);
    return 0;
  } catch (error) {
    if (error instanceof ClosedOutput) return 0;
    const failure = explain(error, act, args);
    if (!failure) throw error;
    terminal.message(failure.message);
    return failure.code;
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args, terminal()));
