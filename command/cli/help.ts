/** --help, made from the tables of sub-commands and options. */
import { EVERYWHERE } from "./arguments.ts";
import { type Option, type OptionName, OPTIONS } from "./options.ts";
import type { Subcommand, Subcommands } from "./subcommand.ts";

const COMMAND = "deno task experiment";

/** What the whole command can do. */
export function helpOfAll(subcommands: Subcommands): string {
  const lines = Object.entries(subcommands).map(([name, { operands, summary }]) =>
    [`${name} ${operands.shown}`.trim(), summary] as const
  );
  return [
    "Reproducible experiments on the smallest neural nets.",
    "",
    ...columns([
      [COMMAND, "runs the whole suite and names the page to open"],
      [`${COMMAND} SUB-COMMAND --help`, "says more of one sub-command"],
    ]),
    "",
    ...columns(lines),
    "",
    "Options without a sub-command are those of run. Exit code 0: done, whatever the claims say. 1: a difference was",
    "found, or a run could not be finished. 2: wrong usage or bad input. 130: interrupted. Paths start from the folder",
    "of the project, wherever deno task is called.",
  ].join("\n");
}

/** What one sub-command can do. */
export function helpOf(name: string, { summary, operands, options, notes = [] }: Subcommand): string {
  const lines = [...options, ...EVERYWHERE].map((option: OptionName) => {
    const { takes, summary } = OPTIONS[option] as Option<unknown>;
    return [`--${option}${takes ? ` ${takes}` : ""}`, summary] as const;
  });
  return [
    `${COMMAND} ${[name, operands.shown, "[options]"].filter(Boolean).join(" ")}`,
    "",
    `${summary[0]!.toUpperCase()}${summary.slice(1)}.`,
    ...notes,
    "",
    ...columns(lines),
  ].join("\n");
}

function columns(lines: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...lines.map(([left]) => left.length));
  return lines.map(([left, right]) => `  ${left.padEnd(width)}   ${right}`);
}
