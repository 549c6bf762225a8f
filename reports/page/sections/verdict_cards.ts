/** The section of verdicts, one card per claim. */
import type { JudgedClaim } from "../../../experiments/claims/claims.ts";
import type { Verdict } from "../../../experiments/statistics/statistics.ts";
import { numeral } from "../../chart/scales.ts";
import type { Report } from "../../experiment_report.ts";
import { type Html, markup } from "../../html.ts";
import { counterexampleAddress } from "./counterexample.ts";
import { formatEstimate } from "../numbers.ts";
import { prose } from "../prose.ts";

const SIGNS: Readonly<Record<Verdict, string>> = { supported: "✓", refuted: "✗", undecided: "?" };

/** A verdict as sign and text. */
export function verdictBadge(verdict: Verdict, text: string = verdict): Html {
  return markup`<span class="verdict ${verdict}"><span aria-hidden="true">${SIGNS[verdict]}</span> ${text}</span>`;
}

/** The section; on a live page, a claim links to the run that refutes it. */
export function verdictsSection(report: Report, isLive: boolean): Html {
  return markup`<section id="verdicts">
<h2>Claims and verdicts</h2>
<p class="note">Each claim and its rule were fixed before this run judged them; where an earlier run suggested a claim,
the limits say so. Each card gives the estimate with its interval, the number n of runs, rows or pairs it rests on, and
the rule that decided. Intervals in brackets have 95 % confidence, here and in all sentences; they are wider where
several claims answer one question together, as their rules then say. Beside an exact claim stands the Wilson interval
that its proportion would have if its rows were a random sample; the verdict does not depend on it.</p>
<ol class="cards">
${report.judged.map((claim) => cardOf(claim, report, isLive))}</ol>
</section>
`;
}

function cardOf(judged: JudgedClaim, report: Report, isLive: boolean): Html {
  const { claim, verdict, statement, n, rule } = judged;
  const address = isLive ? counterexampleAddress(report, claim) : undefined;
  const watch = address && markup`<p class="live-only"><a href="${address}">Watch the run that refutes it</a></p>
`;
  return markup`<li id="claim-${claim}">
<p>${verdictBadge(verdict)}</p>
<p class="statement">${prose(statement)}</p>
<p class="estimate">${prose(formatEstimate(report.plan.experiment, judged))} <span class="n">n = ${
    numeral(n)
  }</span></p>
<p class="rule">${prose(rule)}</p>
${watch}</li>
`;
}
