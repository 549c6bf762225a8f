import { InputError } from "../../core/input/input_error.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { formatSignificant } from "../../experiments/format.ts";
import { renderDifference } from "../../experiments/store/differences.ts";
import { requireAccess } from "../cli/file_access.ts";
import type { RunSubcommand } from "../cli/subcommand.ts";
import type { Terminal } from "../cli/terminal.ts";
import { plural } from "../cli/text_output.ts";
import { compareResults, type Comparison } from "../results/compare_results.ts";
import type { TableComparison } from "../results/compare_rows.ts";
import { findResults, readStoredResult, type StoredResult } from "../results/results_folder.ts";
import { warnOfMisnamed, warnOfSkipped } from "../results/survey_folder.ts";
import { knownExperiments } from "../run/known_experiments.ts";

/** `diff`: what changed between two results. */
export const run: RunSubcommand = async ({ operands, options }, terminal) => {
  const { all: experiments } = await knownExperiments(options);
  await requireAccess({ read: operands });
  const [folderA, folderB] = operands as [string, string];
  const a = await resultsByExperiment(folderA, experiments, terminal);
  const b = await resultsByExperiment(folderB, experiments, terminal);
  const common = [...a.keys()].filter((id) => b.has(id));
  if (common.length === 0) {
    throw new InputError({
      action: { verb: "diff", object: folderA },
      rule: `it has no experiment in common with "${folderB}"`,
    });
  }
  const onlyBefore = [...a.keys()].filter((id) => !b.has(id));
  const onlyAfter = [...b.keys()].filter((id) => !a.has(id));
  const comparisons = common.map((id) => compareResults(a.get(id)!, b.get(id)!, experiments));
  const changed = comparisons.filter(({ settings, tables, verdicts }) =>
    settings.length + tables.length + verdicts.length > 0
  );
  const isSame = changed.length + onlyBefore.length + onlyAfter.length === 0;
  if (options.json) terminal.printResult(JSON.stringify({ onlyBefore, onlyAfter, changed }));
  else {
    onlyBefore.forEach((id) => terminal.printResult(`${id} is only in ${folderA}`));
    onlyAfter.forEach((id) => terminal.printResult(`${id} is only in ${folderB}`));
    changed.flatMap(comparisonLines).forEach(terminal.printResult);
    if (isSame) terminal.printResult("no differences");
  }
  return isSame ? 0 : 1;
};

async function resultsByExperiment(
  folder: string,
  experiments: readonly Experiment[],
  terminal: Terminal,
): Promise<Map<string, StoredResult>> {
  const { suiteFolder, resultFolders } = findResults("diff", folder, experiments);
  if (suiteFolder) {
    warnOfMisnamed(suiteFolder, experiments, terminal);
    warnOfSkipped(suiteFolder, experiments, terminal);
  }
  const results = await Promise.all(resultFolders.map((each) => readStoredResult(each, suiteFolder)));
  return new Map(results.map((result) => [result.manifest.experiment, result]));
}

function comparisonLines({ experiment, settings, tables, verdicts }: Comparison): string[] {
  return [
    experiment,
    ...listed(settings, "setting", (difference) => `  ${renderDifference(difference)}`),
    ...listed(verdicts, "verdict", ({ claim, before, after }) => {
      return `  ${claim}: ${before ?? "absent"}, now ${after ?? "absent"}`;
    }),
    ...tables.flatMap(tableLines),
  ];
}

/** Maximum number of changes of one kind that are listed per experiment and table. */
const MAX_LISTED = 100;

/** One line per change; beyond the limit only their number. */
function listed<T>(changes: readonly T[], noun: string, lineOf: (change: T) => string): string[] {
  const more = changes.length - MAX_LISTED;
  const lines = changes.slice(0, MAX_LISTED).map(lineOf);
  return more > 0 ? [...lines, `  ${plural(more, `more ${noun}`)} changed; --json lists all`] : lines;
}

function tableLines(
  { table, rowsOnlyBefore, rowsOnlyAfter, rowsChanged, rowsMoved, columns }: TableComparison,
): string[] {
  const counts = Object.entries({
    changed: rowsChanged,
    moved: rowsMoved,
    removed: rowsOnlyBefore,
    added: rowsOnlyAfter,
  }).flatMap(([change, count]) => count > 0 ? [`${plural(count, "row")} ${change}`] : []);
  return [
    `  ${table}.csv: ${counts.join(", ")}`,
    ...listed(columns, "column", ({ column, values, largest, first: { row, before, after } }) => {
      const bound = largest === null ? "" : `, by at most ${formatSignificant(largest)}`;
      const example = `first ${row}: ${cellText(before)}, now ${cellText(after)}`;
      return `    ${column}: ${plural(values, "value")}${bound}; ${example}`;
    }),
  ];
}

function cellText(value: string | null): string {
  return value === null ? "absent" : value === "" ? "empty" : value;
}
