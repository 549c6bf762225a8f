/** A claim: the rule and the number of nets are fixed first, then fresh starts judge it. */
import { sha256 } from "@noble/hashes/sha2.js";
import type { Interval } from "../../../../experiments/statistics/interval.ts";
import { labAddress, labCommand } from "../../../wire/lab_address.ts";
import { labComparison, labStatistics, type SolvedEpochs } from "../../../wire/lab_statistics.ts";
import { type LabState, MAX_STARTS } from "../../../wire/lab_state.ts";
import { button, html, labelled, replaceChildren, select } from "../../dom.ts";
import type { LabPool } from "../film/lab_pool.ts";
import { texts } from "../page_texts.ts";
import type { LabStore } from "../view_state.ts";
import { createCountField } from "./count_field.ts";

const words = texts.claim;

/** The rules: more than half of the nets of A solve it, or A solves more than B. */
type Rule = "half" | "better";

/** Creates the claim, folded; it links to its starts by `addressOf`. */
export function createClaim(store: LabStore, pool: LabPool, addressOf: (setting: LabState) => string) {
  const rule = select([["half", words.atLeast], ["better", words.better]]);
  const { input: starts, problem, read } = createCountField({ value: "200" });
  const outcome = html("div", { class: "claim-outcome", role: "status" });
  const judge = button(words.judge, async () => {
    const count = read(1, MAX_STARTS);
    if (count === undefined) return;
    judge.disabled = true;
    replaceChildren(outcome, words.running);
    try {
      const { setting, pinned } = store.state;
      const fresh = freshSettings({ rule: rule.value as Rule, setting, pinned, starts: count });
      replaceChildren(outcome, await judged(fresh, pool), ...linksTo(fresh, addressOf));
    } catch (error) {
      replaceChildren(outcome, texts.problems.failed((error as Error).message));
    }
    judge.disabled = false;
  });
  const update = () => {
    const option = rule.options[1]!;
    option.disabled = store.state.pinned === undefined;
    if (option.disabled && rule.value === "better") rule.value = "half";
  };
  store.listen((state, previous) => {
    update();
    if (state.setting !== previous.setting || state.pinned !== previous.pinned) replaceChildren(outcome);
  });
  update();
  return {
    element: html(
      "details",
      { class: "panel-box" },
      html("summary", {}, words.title),
      html("p", { class: "note" }, words.explanation),
      html("div", { class: "controls" }, labelled(words.rule, rule), labelled(words.starts, starts), judge),
      problem,
      outcome,
    ),
  };
}

/** All that a claim fixes. */
interface FixedClaim {
  readonly rule: Rule;
  /** A. */
  readonly setting: LabState;
  /** B. */
  readonly pinned: LabState | undefined;
  /** The number of nets. */
  readonly starts: number;
}

/** A, and B if the rule compares, with the fresh starts of a claim. */
function freshSettings(fixed: FixedClaim): LabState[] {
  const { rule, setting, pinned, starts } = fixed, claim = claimName(fixed);
  const settings = rule === "better" && pinned ? [setting, pinned] : [setting];
  return settings.map((state) => ({ ...state, starts, claim, experiment: null }));
}

/** Trains the nets of one setting, or of two to compare, and says what they decide. */
async function judged(fresh: readonly LabState[], pool: LabPool): Promise<HTMLElement> {
  const [a, b] = await Promise.all(fresh.map((state) => countAll(state, pool))), { epochs } = fresh[0]!;
  const [interval, threshold] = b
    ? [labComparison(a!, b, epochs), 0] as const
    : [labStatistics(a!, epochs), 0.5] as const;
  const text = b ? texts.compare.difference(interval) : texts.wall.share(interval);
  const verdict = words.verdict(verdictText(interval, threshold), text);
  return html("p", {}, html("b", { class: verdictOf(interval, threshold) }, verdict));
}

/** For each setting a link to it, and the command that trains its nets. */
function linksTo(settings: readonly LabState[], addressOf: (setting: LabState) => string): HTMLElement[] {
  return settings.flatMap((state) => [
    html("p", {}, html("a", { href: addressOf(state) }, words.link)),
    html("pre", {}, labCommand(state)),
  ]);
}

function countAll(state: LabState, pool: LabPool): Promise<SolvedEpochs> {
  return new Promise((resolve, reject) =>
    pool.count({
      state,
      range: { first: 0, count: state.starts },
      isUrgent: true,
      onDone: resolve,
      onFailure: (message) => reject(new Error(message)),
    })
  );
}

/** The name of a claim, made from all that it fixes: equal claims have equal starts. */
function claimName({ rule, setting, pinned, starts }: FixedClaim): string {
  const fixed = JSON.stringify([
    rule,
    starts,
    labAddress(setting),
    pinned && rule === "better" ? labAddress(pinned) : null,
  ]);
  const digest = sha256(new TextEncoder().encode(fixed)).slice(0, 5);
  return `${rule}-${Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

type Verdict = "supported" | "refuted" | "undecided";

function verdictOf({ lower, upper }: Interval, threshold: number): Verdict {
  return lower > threshold ? "supported" : upper < threshold ? "refuted" : "undecided";
}

function verdictText(interval: Interval, threshold: number): string {
  const verdict = verdictOf(interval, threshold);
  return `${{ supported: "✓", refuted: "✗", undecided: "?" }[verdict]} ${words[verdict]}`;
}
