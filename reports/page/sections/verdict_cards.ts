/** The claims of a page with their verdicts: the surprising ones open, the supported ones as one line each. */
import { type JudgedClaim, kindOf } from "../../../experiments/claims/claims.ts";
import { replicationsIn } from "../../../experiments/replication.ts";
import { formatCount } from "../numbers.ts";
import type { Experiment } from "../../../experiments/experiment.ts";
import { formatInterval, formatWithUnit } from "../../../experiments/format.ts";
import type { Verdict } from "../../../experiments/statistics/statistics.ts";
import { numeral } from "../../chart/scales.ts";
import type { Report } from "../../experiment_report.ts";
import { type Html, markup } from "../../html.ts";
import { runAddress } from "../../wire/address.ts";
import { foldOf, LIVE_ONLY, type Section, sectionOf } from "../document.ts";
import { prose } from "../prose.ts";

const SIGNS: Readonly<Record<Verdict, string>> = { supported: "✓", refuted: "✗", undecided: "?" };

/** The number of claims that a page shows before those in a fold: surprising and supported ones. */
const SHOWN = { surprising: 3, supported: 4 } as const;

/** A verdict as sign and text. */
export function verdictBadge(verdict: Verdict, text: string = verdict): Html {
  return markup`<span class="verdict ${verdict}"><span aria-hidden="true">${SIGNS[verdict]}</span> ${text}</span>`;
}

/** The refuted claims, then the undecided ones; undefined where all are supported. On a live page they link to runs. */
export function surprisesSection(report: Report, isLive: boolean): Section | undefined {
  const [refuted, undecided] = (["refuted", "undecided"] as const).map((verdict) =>
    report.judged.filter((claim) => claim.verdict === verdict)
  ) as [JudgedClaim[], JudgedClaim[]];
  if (refuted.length + undecided.length === 0) return undefined;
  const title = refuted.length > 0 ? "Surprises" : "What stays open";
  const cards = [...refuted, ...undecided].map((claim) => cardOf(claim, report, isLive));
  const content = listOf("cards", cards, SHOWN.surprising, (count) => `${formatCount(count, "more claim")}`);
  return sectionOf("surprises", title, content);
}

/** The supported claims, and what a reader must know of verdicts. */
export function claimsSection(report: Report): Section {
  const supported = report.judged.filter(({ verdict }) => verdict === "supported");
  const more = (count: number) => formatCount(count, "more supported claim");
  const content = markup`<p class="note">${countsOf(report)}</p>
${listOf("lines", supported.map((claim) => lineOf(claim, report)), SHOWN.supported, more)}${
    foldOf(markup`How claims are judged`, markup`<p class="note">${introOf(report)}</p>\n`)
  }`;
  return sectionOf("verdicts", "All claims", content);
}

/** A list whose items after the first `shown` are in a fold. */
function listOf(name: string, items: readonly Html[], shown: number, titleOf: (count: number) => string): Html {
  // a fold of one item saves nothing
  const first = items.length <= shown + 1 ? items.length : shown;
  const list = (items: readonly Html[]) => markup`<ul class="${name}">\n${items}</ul>\n`;
  const rest = items.slice(first);
  return markup`${first > 0 ? list(items.slice(0, first)) : undefined}${
    rest.length > 0 ? foldOf(markup`${titleOf(rest.length)}`, list(rest)) : undefined
  }`;
}

/** How many claims have which verdict. */
function countsOf({ judged }: Report): string {
  const counts = (Object.keys(SIGNS) as Verdict[]).map((verdict) =>
    [verdict, judged.filter((claim) => claim.verdict === verdict).length] as const
  );
  const parts = counts.filter(([, count]) => count > 0).map(([verdict, count]) => `${count} ${verdict}`);
  return `${formatCount(judged.length, "claim")}, sealed before the data: ${parts.join(", ")}.`;
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
    ...kinds.has("proof") ? ["A proof looks at every case that it speaks of, so it has no interval."] : [],
    ...replication ? ["Replications judge the same rules on other random numbers."] : [],
  ].join(" ");
}

/** A claim whose finding is a surprise, or still open. */
function cardOf(judged: JudgedClaim, report: Report, isLive: boolean): Html {
  const { claim, verdict, statement, finding } = judged;
  const address = isLive ? counterexampleAddress(report, judged) : undefined;
  const claimed = verdict === "refuted" ? markup`<p class="claimed">Claimed: ${prose(statement)}</p>\n` : undefined;
  const watch = address && markup`<p${LIVE_ONLY}><a href="${address}">Watch the run that refutes it</a></p>\n`;
  return markup`<li id="claim-${claim}">
<p class="finding">${prose(finding)}</p>
${claimed}${watch}${foldOf(verdictBadge(verdict), rulesOf(judged, report))}</li>
`;
}

/** A supported claim as a line that unfolds. */
function lineOf(judged: JudgedClaim, report: Report): Html {
  const { claim, verdict, statement, finding } = judged;
  const line = markup`<span class="verdict ${verdict}"><span aria-hidden="true">${SIGNS[verdict]}</span><span
class="sign-text"> ${verdict}</span></span> ${prose(statement)}`;
  const content = markup`<p class="finding">${prose(finding)}</p>\n${rulesOf(judged, report)}`;
  return markup`<li id="claim-${claim}">
${foldOf(line, content)}</li>
`;
}

/** How a claim was judged: its estimate, what that is based on, its rule, and how it fared in replications. */
function rulesOf(judged: JudgedClaim, report: Report): Html {
  return markup`<p class="estimate">${prose(estimateText(report.plan.experiment, judged))} <span class="n">${
    basisOf(judged)
  }</span></p>
<p class="rule">${prose(judged.rule)}</p>
${replicationOf(report, judged.claim)}`;
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
  return cell >= 0 && typeof replicate === "number" ? runAddress({ cell, replicate }, plan) : undefined;
}
