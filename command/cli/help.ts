/** The texts of --help. */
import { COMMON_OPTIONS } from "./arguments.ts";
import { OPTIONS } from "./options.ts";
import type { Subcommand, Subcommands } from "./subcommand.ts";
import { formatTable } from "./text_output.ts";

const COMMAND = "deno task experiment";

/** The help of the whole command. */
export function commandHelp(subcommands: Subcommands): string {
  const calls = Object.entries(subcommands).map(([name, { operands, summary }]) => [
    `${name} ${operands.usage}`.trim(),
    summary,
  ]);
  return [
    "Reproducible experiments on the smallest neural nets.",
    "",
    ...indentedTable([
      [COMMAND, "runs the whole suite and prints the path of its front page"],
      [`${COMMAND} SUB-COMMAND --help`, "shows the help of one sub-command"],
    ]),
    "",
    ...indentedTable(calls),
    "",
    "Options without a sub-command are those of run. Relative paths start from the project's folder.",
    "Exit codes: 0 done, whatever the verdicts; 1 a difference was found, or a run could not be finished;",
    "2 wrong usage or bad input; 130 interrupted.",
  ].join("\n");
}

/** The help of one sub-command. */
export function subcommandHelp(name: string, { summary, operands, options, notes = [] }: Subcommand): string {
  const rows = [...options, ...COMMON_OPTIONS].map((option) => {
    const { valueName, summary } = OPTIONS[option];
    return [`--${option}${valueName ? ` ${valueName}` : ""}`, summary];
  });
  return [
    `${COMMAND} ${[name, operands.usage, "[options]"].filter(Boolean).join(" ")}`,
    "",
    `${summary[0]!.toUpperCase()}${summary.slice(1)}.`,
    ...notes,
    "",
    ...indentedTable(rows),
  ].join("\n");
}

function indentedTable(rows: readonly (readonly string[])[]): string[] {
  return formatTable(rows).map((line) => `  ${line}`);
}
