/** Reports a run to people: progress while it runs, a table of verdicts at the end. */
import type { CsvValue, Row } from "../../experiments/define/columns.ts";
import { formatSignificant } from "../../experiments/format.ts";
import type { Options } from "../cli/options.ts";
import { type ProgressDisplay, startProgress } from "../cli/progress.ts";
import type { Terminal } from "../cli/terminal.ts";
import { formatTable, plural, type TableCell } from "../cli/text_output.ts";
import type { FinishedExperiment, Reporter } from "./run_suite.ts";

/** A reporter that prints text. */
export function textReporter({ quiet = false, "no-color": noColor }: Options, terminal: Terminal): Reporter {
  const finished: FinishedExperiment[] = [];
  let display: ProgressDisplay | undefined;
  return {
    runStarted: (plans, _, notes) => {
      if (!quiet) notes.forEach(terminal.printMessage);
      const total = plural(plans.length, "experiment");
      const runs = plans.reduce((sum, { runCount }) => sum + runCount, 0);
      display = startProgress(terminal, quiet, () => `${finished.length} of ${total} finished`, runs);
    },
    progress: (progress) => display?.show(progress),
    experimentFinished: (experiment) => finished.push(experiment),
    runFinished: (index) => {
      verdictTable(finished, terminal.hasColor && !noColor).forEach(terminal.printStyled);
      terminal.printResult(`Open ${index}`);
    },
    runInterrupted: terminal.printMessage,
    close: async () => {
      await display?.stop();
      display = undefined;
    },
  };
}

const VERDICT_STYLES: Readonly<Record<string, { readonly symbol: string; readonly ansiColor: number }>> = {
  supported: { symbol: "✓", ansiColor: 32 },
  refuted: { symbol: "✗", ansiColor: 31 },
  undecided: { symbol: "?", ansiColor: 33 },
};

/** One line per claim, grouped by experiment, and the number of claims per verdict. */
export function verdictTable(
  finished: readonly Pick<FinishedExperiment, "plan" | "claims">[],
  hasColor: boolean,
): string[] {
  const claims = finished.flatMap(({ claims }) => claims);
  const titles = ["verdict", "claim", "estimate", "95 % interval", "n"];
  const rows = claims.map((claim) => cellsOf(claim, hasColor));
  const [header, ...lines] = formatTable([titles, ...rows], [4]).map((line) => `  ${line}`);
  const groups = finished.flatMap(({ plan: { experiment }, claims }) => [
    "",
    `${experiment.id}: ${experiment.question}`,
    ...lines.splice(0, claims.length),
  ]);
  const counts = Object.keys(VERDICT_STYLES).map((verdict) =>
    `${claims.filter((row) => row.verdict === verdict).length} ${verdict}`
  );
  return [header!, ...groups, "", `${plural(claims.length, "claim")}: ${counts.join(", ")}.`];
}

function cellsOf({ verdict, claim, estimate, lower, upper, n }: Row, hasColor: boolean): (string | TableCell)[] {
  const { symbol, ansiColor } = VERDICT_STYLES[String(verdict)]!;
  const interval = lower === undefined && upper === undefined ? "" : `[${formatBound(lower)}, ${formatBound(upper)}]`;
  return [
    { text: `${symbol} ${verdict}`, ...(hasColor && { ansiColor }) },
    String(claim),
    formatBound(estimate),
    interval,
    String(n),
  ];
}

/** A missing value is infinite: the run never got there. */
function formatBound(value: CsvValue): string {
  return value === undefined ? "–" : formatSignificant(Number(value));
}
