/** `diff`: what changed between two results. */
import { InputError } from "../../core/input/input_error.ts";
import { inWords } from "../../experiments/store/differences.ts";
import { significant } from "../../experiments/format.ts";
import { requireAccess } from "../cli/access.ts";
import { compareResults, type Comparison, isChanged, type TableComparison } from "../results/compare_results.ts";
import { type Place, placeAt, resultsIn } from "../results/results_folder.ts";
import type { Subcommand } from "../cli/subcommand.ts";

/** The sub-command `diff`. */
export const diff: Subcommand = {
  summary: "tells what changed between two results: settings, values, verdicts",
  operands: { shown: "A B", least: 2, most: 2 },
  options: ["json"],
  notes: ["A and B are folders of runs, or of one experiment each. Exit code 1 tells that something differs."],
  run: async ({ operands, options }, terminal) => {
    await requireAccess({ read: operands });
    const [before, after] = [await byExperiment(operands[0]!), await byExperiment(operands[1]!)];
    const shared = [...before.keys()].filter((id) => after.has(id));
    if (shared.length === 0) {
      throw new InputError({
        action: { verb: "diff", object: operands[0]! },
        rule: `it has no experiment in common with "${operands[1]}"`,
      });
    }
    const onlyBefore = [...before.keys()].filter((id) => !after.has(id));
    const onlyAfter = [...after.keys()].filter((id) => !before.has(id));
    const comparisons = await Promise.all(shared.map((id) => compareResults(before.get(id)!, after.get(id)!)));
    const changed = comparisons.filter(isChanged), same = changed.length + onlyBefore.length + onlyAfter.length === 0;
    if (options.json) terminal.result(JSON.stringify({ onlyBefore, onlyAfter, changed }));
    else {
      onlyBefore.forEach((id) => terminal.result(`${id} is only in ${operands[0]}`));
      onlyAfter.forEach((id) => terminal.result(`${id} is only in ${operands[1]}`));
      changed.flatMap(linesOf).forEach(terminal.result);
      if (same) terminal.result("nothing differs");
    }
    return same ? 0 : 1;
  },
};

async function byExperiment(folder: string): Promise<Map<string, Place>> {
  const places = await Promise.all(resultsIn("diff", folder).folders.map(placeAt));
  return new Map(places.map((place) => [place.manifest.experiment, place]));
}

function linesOf({ experiment, settings, tables, verdicts }: Comparison): string[] {
  return [
    experiment,
    ...settings.map((difference) => `  ${inWords(difference)}`),
    ...verdicts.map(({ claim, before, after }) => `  ${claim}: ${before ?? "absent"}, now ${after ?? "absent"}`),
    ...tables.flatMap(tableLines),
  ];
}

function tableLines(
  { table, rowsOnlyBefore, rowsOnlyAfter, rowsChanged, rowsMoved, columns }: TableComparison,
): string[] {
  const counts = [
    ...(rowsChanged > 0 ? [`${rowsChanged} rows changed`] : []),
    ...(rowsMoved > 0 ? [`${rowsMoved} rows in another place`] : []),
    ...(rowsOnlyBefore > 0 ? [`${rowsOnlyBefore} rows gone`] : []),
    ...(rowsOnlyAfter > 0 ? [`${rowsOnlyAfter} rows new`] : []),
  ];
  return [
    `  ${table}.csv: ${counts.join(", ")}`,
    ...columns.map(({ column, values, largest, first: { row, before, after } }) => {
      const most = largest === null ? "" : `, by at most ${significant(largest)}`;
      return `    ${column}: ${values} values${most}; first ${row}: ${inCell(before)}, now ${inCell(after)}`;
    }),
  ];
}

function inCell(value: string | null): string {
  return value === null ? "absent" : value === "" ? "empty" : value;
}
