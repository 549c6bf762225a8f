import { checkGradients, DIFFERENCE_BOUND, EXACT_BOUND, type GradientRow } from "../../core/gradient_check.ts";
import type { Options } from "../cli/options.ts";
import type { RunSubcommand } from "../cli/subcommand.ts";
import type { Terminal } from "../cli/terminal.ts";
import { formatTable, jsonLine } from "../cli/text_output.ts";

/** `gradcheck`: back-propagation against exact derivatives and central differences. */
export const run: RunSubcommand = ({ options }, terminal) =>
  Promise.resolve(printGradientCheck(checkGradients(), options, terminal));

/** Prints checked gradients; returns 1 if any is wrong. */
export function printGradientCheck(
  rows: readonly GradientRow[],
  { json = false }: Pick<Options, "json">,
  { printResult }: Pick<Terminal, "printResult">,
): 0 | 1 {
  const checked = rows.filter((row) => "errors" in row);
  const wrong = checked.filter(isWrong);
  if (json) printResult(jsonLine(rows));
  else errorTable(rows, checked, wrong.length).forEach(printResult);
  return wrong.length > 0 ? 1 : 0;
}

type CheckedRow = Extract<GradientRow, { readonly errors: unknown }>;

/** Negated comparisons, so that NaN counts as wrong. */
function isWrong({ errors: { exact, difference } }: CheckedRow): boolean {
  return !(exact <= EXACT_BOUND && difference <= DIFFERENCE_BOUND);
}

function errorTable(rows: readonly GradientRow[], checked: readonly CheckedRow[], wrongCount: number): string[] {
  const groups = Map.groupBy(checked, ({ activation, loss }) => `${activation} ${loss}`);
  const lines = [...groups.values()].map((group) => {
    const { activation, loss } = group[0]!;
    return [activation, loss, String(group.length), ...largestErrors(group), group.some(isWrong) ? "WRONG" : "ok"];
  });
  const titles = ["activation", "loss", "nets", "exact", "difference", ""];
  const [exact, difference] = largestErrors(checked);
  const leftOut = Map.groupBy(rows.flatMap((row) => "leftOut" in row ? [row.leftOut] : []), (reason) => reason);
  return [
    ...formatTable([titles, ...lines], [2, 3, 4]),
    "",
    ...[...leftOut].map(([reason, { length }]) => `${length} left out: ${reason}.`),
    `${checked.length} nets. Largest error against exact derivatives ${exact} (at most ${EXACT_BOUND}), against ` +
    `central differences ${difference} (at most ${DIFFERENCE_BOUND}); ${wrongCount} wrong.`,
  ];
}

function largestErrors(rows: readonly CheckedRow[]): string[] {
  return (["exact", "difference"] as const).map((method) =>
    Math.max(...rows.map(({ errors }) => errors[method])).toExponential(1)
  );
}
