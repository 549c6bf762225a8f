/** What was claimed before the run, and what became of it. */
import type { Verdict } from "../../experiments/statistics/statistics.ts";
import { exceptionOf } from "./counterexample.ts";
import { type Html, markup } from "./html.ts";
import { estimateOf } from "./numbers.ts";
import { prose } from "./prose.ts";
import type { Report } from "../experiment_report.ts";
import { numeral } from "../chart/scales.ts";

/** The sign of each verdict. */
const SIGNS: Readonly<Record<Verdict, string>> = { supported: "✓", refuted: "✗", undecided: "?" };

/** A verdict as sign and word. */
export function verdictHtml(verdict: Verdict, text: string = verdict): Html {
  return markup`<span class="verdict ${verdict}"><span aria-hidden="true">${SIGNS[verdict]}</span> ${text}</span>`;
}

/** The section of verdicts; where the page is `live`, a run that refutes a claim can be watched. */
export function verdictsOf(report: Report, live: boolean): Html {
  const { plan: { experiment }, judged } = report;
  const watched = (claim: string) => {
    const address = live ? exceptionOf(report, claim) : undefined;
    return address && markup`<p class="live-only"><a href="${address}">Watch the run that refutes it</a></p>
`;
  };
  const cards = judged.map((one) =>
    markup`<li id="claim-${one.claim}">
<p>${verdictHtml(one.verdict)}</p>
<p class="statement">${prose(one.statement)}</p>
<p class="estimate">${prose(estimateOf(experiment, one))} <span class="n">n = ${numeral(one.n)}</span></p>
<p class="rule">${prose(one.rule)}</p>
${watched(one.claim)}</li>
`
  );
  return markup`<section id="verdicts">
<h2>What was claimed, and what came of it</h2>
<p class="note">Each claim was written, and its rule fixed, before this run judged it; where a first run suggested
one, the limits say so. Below it: its estimate with the interval, the number n of runs, rows or pairs that it rests on,
and the rule that decided. Intervals in brackets are of 95 %, here and in all sentences, and wider where several claims
answer one question together, as their rules then say. The one beside an exact claim is the Wilson interval that its share
would have were its rows drawn at random; its verdict does not rest on it.</p>
<ol class="cards">
${cards}</ol>
</section>
`;
}
