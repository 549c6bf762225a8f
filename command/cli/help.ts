/** The texts of --help, at most 80 columns wide. */
import { COMMON_OPTIONS } from "./arguments.ts";
import { EXAMPLES } from "./examples.ts";
import { type Option, type OptionName, OPTIONS } from "./options.ts";
import type { Subcommand, Subcommands } from "./subcommand.ts";

const COMMAND = "deno task experiment";
const WIDTH = 80;
/** Longer terms have their text on the next line. */
const MAX_TERM_WIDTH = 28;

/** The help of the whole command. */
export function commandHelp(subcommands: Subcommands): string {
  const calls = Object.entries(subcommands).map(([name, { operands, summary }]) =>
    [`${name} ${operands.usage}`.trim(), summary] as const
  );
  return [
    "Reproducible experiments on the smallest neural nets.",
    "",
    `${COMMAND} [SUB-COMMAND] [options]`,
    "",
    ...definitions(calls),
    "",
    "Examples:",
    ...exampleLines(["run", "list", "verify"].map((name) => EXAMPLES[name]![0]!)),
    "",
    ...wrapped(
      `${COMMAND} help SUB-COMMAND shows the options of one. Options without a sub-command are those of run. ` +
        "Relative paths start from the project's folder. NO_COLOR and FORCE_COLOR are respected.",
    ),
    "",
    ...wrapped(
      "Exit codes: 0 done, whatever the verdicts; 1 a difference was found, or a run could not be finished; " +
        "2 wrong usage or bad input; 130 interrupted.",
    ),
  ].join("\n");
}

/** The help of one sub-command. */
export function subcommandHelp(name: string, { summary, operands, options, notes = [] }: Subcommand): string {
  return [
    `${COMMAND} ${[name, operands.usage, "[options]"].filter(Boolean).join(" ")}`,
    "",
    ...wrapped(`${summary[0]!.toUpperCase()}${summary.slice(1)}.`),
    ...paragraphs(notes).flatMap((paragraph) => wrapped(paragraph)),
    "",
    ...definitions([...options, ...COMMON_OPTIONS].map((option) => [optionUsage(option), OPTIONS[option].summary])),
    "",
    "Examples:",
    ...exampleLines(EXAMPLES[name] ?? []),
  ].join("\n");
}

/** An option with its value and its letter: `--quiet, -q`. */
function optionUsage(name: OptionName): string {
  const { valueName, letter }: Option = OPTIONS[name];
  return `--${name}${valueName ? ` ${valueName}` : ""}${letter ? `, -${letter}` : ""}`;
}

/** Each call on a line; `#` begins what it does, below the call if the line would be too long. */
function exampleLines(examples: readonly (readonly [words: string, effect: string])[]): string[] {
  return examples.flatMap(([words, effect]) => {
    const call = `  ${COMMAND} ${words}`.trimEnd();
    const line = `${call}   # ${effect}`;
    return line.length <= WIDTH ? [line] : [call, ...wrapped(effect, "      # ")];
  });
}

/** Terms with their texts, in two columns. */
function definitions(rows: readonly (readonly [term: string, text: string])[]): string[] {
  const width = Math.max(...rows.map(([{ length }]) => length > MAX_TERM_WIDTH ? 0 : length));
  return rows.flatMap(([term, text]) => {
    const [first, ...rest] = wrapped(text, " ".repeat(width + 5));
    return term.length > width
      ? [`  ${term}`, first!, ...rest]
      : [`  ${term.padEnd(width)}${first!.slice(width + 2)}`, ...rest];
  });
}

/** Joins the lines of each paragraph; indented lines stay as they are. */
function paragraphs(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const previous = joined.at(-1);
    if (previous === undefined || line.startsWith(" ") || previous.startsWith(" ")) joined.push(line);
    else joined[joined.length - 1] = `${previous} ${line}`;
  }
  return joined;
}

/** The lines of a text, each after `indent`; an indented text is one line. */
function wrapped(text: string, indent = ""): string[] {
  if (text.startsWith(" ")) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(indent + line);
      line = word;
    } else line += line === "" ? word : ` ${word}`;
  }
  return [...lines, indent + line];
}
