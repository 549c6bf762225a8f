/** The verdicts of a run as a table for the terminal. */
import type { Cell, Row } from "../../experiments/define/columns.ts";
import { significant } from "../../experiments/format.ts";
import type { Finished } from "./reporter.ts";
import { layOut } from "../cli/text_table.ts";

/** How each verdict looks: its sign, and its colour as an ANSI code. */
const LOOKS: Readonly<Record<string, { readonly sign: string; readonly color: number }>> = {
  supported: { sign: "✓", color: 32 },
  refuted: { sign: "✗", color: 31 },
  undecided: { sign: "?", color: 33 },
};

/** A line a claim below the question of its experiment, and the counts of all. */
export function verdictTable(finished: readonly Pick<Finished, "plan" | "claims">[], colored: boolean): string[] {
  const claims = finished.flatMap(({ claims }) => claims);
  const [titles, ...lines] = layOut(["  verdict", "claim", "estimate", "95 % interval", "n"], claims.map(rowOf), [4]);
  const blocks = finished.flatMap(({ plan: { experiment }, claims }) => [
    "",
    `${experiment.id}: ${experiment.question}`,
    ...lines.splice(0, claims.length).map((line, i) => colored ? paint(line, claims[i]!.verdict) : line),
  ]);
  return [titles!, ...blocks, "", summary(claims)];
}

function rowOf({ verdict, claim, estimate, lower, upper, n }: Row): string[] {
  const interval = lower === undefined && upper === undefined ? "" : `[${shown(lower)}, ${shown(upper)}]`;
  return [`  ${LOOKS[String(verdict)]!.sign} ${verdict}`, String(claim), shown(estimate), interval, String(n)];
}

/** A bound that is missing is beyond every number: the run never got there. */
function shown(value: Cell): string {
  return value === undefined ? "–" : significant(Number(value));
}

function paint(line: string, verdict: Cell): string {
  return line.replace(/\S \w+/, (word) => `\x1b[${LOOKS[String(verdict)]!.color}m${word}\x1b[0m`);
}

function summary(claims: readonly Row[]): string {
  const counts = Object.keys(LOOKS).map((verdict) =>
    `${claims.filter((row) => row.verdict === verdict).length} ${verdict}`
  );
  return `${claims.length} ${claims.length === 1 ? "claim" : "claims"}: ${counts.join(", ")}.`;
}
