/** The section of verdicts, one card per claim. */
import { type JudgedClaim, kindOf } from "../../../experiments/claims/claims.ts";
import { rowsByTable } from "../../../experiments/define/tables.ts";
import type { Experiment } from "../../../experiments/experiment.ts";
import { formatInterval, formatWithUnit } from "../../../experiments/format.ts";
import type { Verdict } from "../../../experiments/statistics/statistics.ts";
import { numeral } from "../../chart/scales.ts";
import type { Report } from "../../experiment_report.ts";
import { type Html, markup } from "../../html.ts";
import { addressOf, FIRST_RUN } from "../../wire/address.ts";
import { LIVE_ONLY, type Section, sectionOf } from "../document.ts";
import { prose } from "../prose.ts";

const SIGNS: Readonly<Record<Verdict, string>> = { supported: "✓", refuted: "✗", undecided: "?" };

/** A verdict as sign and text. */
export function verdictBadge(verdict: Verdict, text: string = verdict): Html {
  return markup`<span class="verdict ${verdict}"><span aria-hidden="true">${SIGNS[verdict]}</span> ${text}</span>`;
}

/** The section; on a live page, a claim links to the run that refutes it. */
export function verdictsSection(report: Report, isLive: boolean): Section {
  const content =
    markup`<p class="note">Each claim and its rule were fixed before this run judged them; where an earlier
run suggested a claim, the limits say so. Each card gives the estimate with its interval, the number n of runs, rows or pairs it rests on, and
the rule that decided. Intervals in brackets have 95 % confidence, here and in all sentences; they are wider where
several claims answer one question together, as their rules then say. Beside an exact claim stands the Wilson interval
that its proportion would have if its rows were a random sample; the verdict does not depend on it.</p>
<ol class="cards">
${report.judged.map((claim) => cardOf(claim, report, isLive))}</ol>
`;
  return sectionOf("verdicts", "Claims and verdicts", content);
}

function cardOf(judged: JudgedClaim, report: Report, isLive: boolean): Html {
  const { claim, verdict, statement, n, rule } = judged;
  const address = isLive ? counterexampleAddress(report, judged) : undefined;
  const watch = address && markup`<p${LIVE_ONLY}><a href="${address}">Watch the run that refutes it</a></p>\n`;
  return markup`<li id="claim-${claim}">
<p>${verdictBadge(verdict)}</p>
<p class="statement">${prose(statement)}</p>
<p class="estimate">${prose(estimateText(report.plan.experiment, judged))} <span class="n">n = ${numeral(n)}</span></p>
<p class="rule">${prose(rule)}</p>
${watch}</li>
`;
}

/** An estimate with its interval: 94.5 % [93.0, 95.8]; a dash where nothing was run. */
function estimateText({ claims }: Experiment, judged: JudgedClaim): string {
  if (judged.n === 0) return "–";
  const { numberFormat } = kindOf(claims[judged.claim]!);
  const { estimate = Infinity, lower = -Infinity, upper = Infinity } = judged;
  return `${formatWithUnit(numberFormat, estimate, upper - lower)} ${formatInterval(numberFormat, lower, upper)}`;
}

/** The address of the run that refutes a claim; undefined where no single run of the plan does. */
export function counterexampleAddress({ plan, tables }: Report, judged: JudgedClaim): string | undefined {
  if (judged.verdict !== "refuted") return undefined;
  const claim = plan.experiment.claims[judged.claim]!;
  const row = kindOf(claim).counterexample?.(claim, rowsByTable(tables));
  const factors = Object.keys(plan.levels);
  const cell = plan.cells.findIndex(({ levels }) => factors.every((factor) => levels[factor] === row?.[factor]));
  const replicate = row?.replicate;
  return cell >= 0 && typeof replicate === "number" ? addressOf({ ...FIRST_RUN, cell, replicate }, plan) : undefined;
}
