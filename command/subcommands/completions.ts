import { mapInputErrors } from "../../core/input/input_error.ts";
import { word } from "../../core/input/readers.ts";
import { shellQuote } from "../../reports/page/command_line.ts";
import { type Candidate, completeLine } from "../cli/complete_line.ts";
import { SHELL_SCRIPTS, type ShellName, SHELLS } from "../cli/shell_scripts.ts";
import type { RunSubcommand, Subcommands } from "../cli/subcommand.ts";

/** `completions`: the script of a shell, or what that script asks for while someone types. */
export const completionsOf =
  (subcommands: Subcommands): RunSubcommand => async ({ operands: [name, line] }, terminal) => {
    const shell = mapInputErrors(
      (error) => error.during({ verb: "complete words" }),
      () => word(...SHELLS)(name, "the shell"),
    );
    if (line === undefined) {
      const main = new URL("../main.ts", import.meta.url).pathname;
      const call = `deno run --no-prompt ${shellQuote(decodeURIComponent(main))} completions ${shell} --`;
      terminal.printResult(SHELL_SCRIPTS[shell](call));
      return 0;
    }
    const found = await completeLine(line, subcommands, loadExperiments);
    const lines = typeof found === "string" ? [`:${found}`] : found.map((candidate) => lineOf(candidate, shell));
    lines.forEach(terminal.printStyled);
    return 0;
  };

async function loadExperiments() {
  const { CATALOG } = await import("../../experiments/catalog.ts");
  const { ownLevels } = await import("../../experiments/plan.ts");
  return CATALOG.map(({ id, question, factors }) => {
    const levels = Object.entries(factors).map(([factor, each]) => [factor, ownLevels(each)] as const);
    return { id, question, levels: Object.fromEntries(levels) };
  });
}

/** The characters that mean something to bash. */
const SPECIAL = /[\s\\'"`$&|;<>(){}[\]*?#~!]/g;

/** A candidate as a shell expects it: bash takes = for the end of a word, and fish shows descriptions after a tab. */
function lineOf({ word, description }: Candidate, shell: ShellName): string {
  if (shell === "fish") return description === undefined ? word : `${word}\t${description}`;
  return shell === "bash" ? word.replace(/^.*=(?=.)/s, "").replaceAll(SPECIAL, "\\$&") : word;
}
