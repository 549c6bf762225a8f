/** The section of verdicts, one card per claim. */
import { type JudgedClaim, kindOf } from "../../../experiments/claims/claims.ts";
import { replicationsIn } from "../../../experiments/replication.ts";
import { formatCount } from "../numbers.ts";
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
  const content = markup`<p class="note">${introOf(report)}</p>
<ol class="cards">
${report.judged.map((claim) => cardOf(claim, report, isLive))}</ol>
`;
  return sectionOf("verdicts", "Claims and verdicts", content);
}

/** What a reader must know of the verdicts of a page. */
function introOf({ judged, replication }: Report): string {
  const kinds = new Set(judged.map(({ kind }) => kind));
  const hasFamily = kinds.has("comparison") || kinds.has("equivalence");
  return [
    "The rules below are sealed: they are part of the name of every random number of this page, so a rule that is " +
    "edited gets new data.",
    ...hasFamily
      ? [
        "An estimate has its interval in brackets. All claims that an interval decides are one family and hold together " +
        "with 95 % confidence (Holm 1979), so a single interval has more.",
      ]
      : [],
    ...kinds.has("exact")
      ? [
        "An exact claim falls with one counterexample; the interval beside it is that of the proportion of starts and " +
        "does not decide.",
      ]
      : [],
    ...kinds.has("proof") ? ["A proof looks at every case; nothing is drawn, so it has no interval."] : [],
    ...replication ? ["Replications judge the same rules on other random numbers."] : [],
  ].join(" ");
}

function cardOf(judged: JudgedClaim, report: Report, isLive: boolean): Html {
  const { claim, verdict, statement, rule } = judged;
  const address = isLive ? counterexampleAddress(report, judged) : undefined;
  const watch = address && markup`<p${LIVE_ONLY}><a href="${address}">Watch the run that refutes it</a></p>\n`;
  return markup`<li id="claim-${claim}">
<p>${verdictBadge(verdict)}</p>
<p class="statement">${prose(statement)}</p>
<p class="estimate">${prose(estimateText(report.plan.experiment, judged))} <span class="n">${basisOf(judged)}</span></p>
<p class="rule">${prose(rule)}</p>
${replicationOf(report, claim)}${watch}</li>
`;
}

/** What a verdict is based on: 200 starts, 16 cases. */
function basisOf({ n, kind }: JudgedClaim): string {
  const unit = kind === "proof" ? "case" : "start";
  return `${numeral(n)} ${n === 1 ? unit : `${unit}s`}`;
}

/** In how many replications a verdict held, if the claims were replicated. */
function replicationOf({ replication }: Report, claim: string): Html | undefined {
  const row = replication?.find((each) => each.claim === claim);
  if (!row) return undefined;
  const times = replicationsIn(row);
  const held = Math.round(Number(row.agreement) * times);
  return markup`<p class="rule">Held in ${numeral(held)} of ${formatCount(times, "replication")}.</p>\n`;
}

/** An estimate with its interval: 94.5 % [93.0, 95.8]; a dash where nothing was run. */
function estimateText({ claims }: Experiment, judged: JudgedClaim): string {
  if (judged.n === 0) return "–";
  const { numberFormat } = kindOf(claims[judged.claim]!);
  if (judged.kind === "proof") return "";
  const { estimate = Infinity, lower = -Infinity, upper = Infinity } = judged;
  return `${formatWithUnit(numberFormat, estimate, upper - lower)} ${formatInterval(numberFormat, lower, upper)}`;
}

/** The address of the run that refutes a claim; undefined where no single run of the plan does. */
export function counterexampleAddress({ plan }: Report, judged: JudgedClaim): string | undefined {
  if (judged.verdict !== "refuted") return undefined;
  const row = judged.counterexample;
  const factors = Object.keys(plan.levels);
  const cell = plan.cells.findIndex(({ levels }) => factors.every((factor) => levels[factor] === row?.[factor]));
  const replicate = row?.replicate;
  return cell >= 0 && typeof replicate === "number" ? addressOf({ ...FIRST_RUN, cell, replicate }, plan) : undefined;
}
