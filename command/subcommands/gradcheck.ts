/** `gradcheck`: back-propagation against exact derivatives and central differences. */
import { DIFFERENCE_BOUND, EXACT_BOUND, gradcheck as check, type GradientRow } from "../../core/gradient_check.ts";
import { jsonLine } from "../cli/json_line.ts";
import type { Options } from "../cli/options.ts";
import type { Subcommand } from "../cli/subcommand.ts";
import type { Terminal } from "../cli/terminal.ts";
import { layOut } from "../cli/text_table.ts";

/** The sub-command `gradcheck`. */
export const gradcheck: Subcommand = {
  summary: "checks back-propagation for every activation, loss and shape against two other ways to a gradient",
  operands: { shown: "", least: 0, most: 0 },
  options: ["json"],
  notes: [
    "Errors are relative to the gradient's largest entry; the table has the largest of all shapes, --json has each.",
    "Exit code 1 tells that an error is beyond its bound.",
  ],
  run: ({ options }, terminal) => Promise.resolve(tellGradients(check(), options, terminal)),
};

/** Tells of gradients that were checked; answers 1 where one is wrong. */
export function tellGradients(
  rows: readonly GradientRow[],
  { json = false }: Pick<Options, "json">,
  { result }: Pick<Terminal, "result">,
): 0 | 1 {
  const checked = rows.filter(isChecked), bad = checked.filter(isBad);
  if (json) result(jsonLine(rows));
  else linesOf(rows, checked, bad).forEach(result);
  return bad.length > 0 ? 1 : 0;
}

type Checked = Extract<GradientRow, { readonly errors: unknown }>;

function isChecked(row: GradientRow): row is Checked {
  return "errors" in row;
}

/** NaN is bad, too. */
function isBad({ errors: { exact, difference } }: Checked): boolean {
  return !(exact <= EXACT_BOUND && difference <= DIFFERENCE_BOUND);
}

function linesOf(rows: readonly GradientRow[], checked: readonly Checked[], bad: readonly Checked[]): string[] {
  const kinds = Map.groupBy(checked, ({ activation, loss }) => `${activation} ${loss}`);
  const lines = [...kinds.values()].map((all) => {
    const { activation, loss } = all[0]!, isRight = !all.some(isBad);
    return [activation, loss, String(all.length), ...worst(all), isRight ? "ok" : "WRONG"];
  });
  const [exact, difference] = worst(checked), leftOut = Map.groupBy(rows.filter((row) => !isChecked(row)), reasonOf);
  return [
    ...layOut(["activation", "loss", "nets", "exact", "difference", ""], lines, [2, 3, 4]),
    "",
    ...[...leftOut].map(([reason, { length }]) => `${length} left out: ${reason}.`),
    `${checked.length} nets. Largest error against exact derivatives ${exact} (at most ${EXACT_BOUND}), against ` +
    `central differences ${difference} (at most ${DIFFERENCE_BOUND}); ${bad.length} wrong.`,
  ];
}

function reasonOf(row: GradientRow): string {
  return "leftOut" in row ? row.leftOut : "";
}

function worst(rows: readonly Checked[]): string[] {
  return (["exact", "difference"] as const).map((kind) =>
    Math.max(...rows.map(({ errors }) => errors[kind])).toExponential(1)
  );
}
