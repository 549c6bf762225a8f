/** Builders of frequent claims: their rule, and the sentences of their kind. */
import type { Region } from "../../claims/claim.ts";
import { CLAIMS_EN, type ProportionPhrases, type RatioRange } from "../../words/claims_en.ts";

/** The condition that a run is solved at the end. */
export const SOLVED = { solved: true } as const;

/** The condition that a run is not solved at the end. */
export const UNSOLVED = { solved: false } as const;

/** The claim that all runs of some settings solve their task: `allRuns({ function: "and" }, "solve AND")`. */
export function allRuns<const W>(where: W, predicate: string, setting = "") {
  return {
    kind: "every",
    table: "runs",
    arms: [where],
    condition: SOLVED,
    ...CLAIMS_EN.every("runs", predicate, setting),
  } as const;
}

/** The claim that no run of some settings solves its task. */
export function noRuns<const W>(where: W, predicate: string, setting = "") {
  return {
    kind: "none",
    table: "runs",
    arms: [where],
    condition: SOLVED,
    ...CLAIMS_EN.none("runs", predicate, setting),
  } as const;
}

/** The claim that more than half of the runs of a setting solve their task. */
export function mostRuns<const W>(where: W, predicate: string, setting = "") {
  return proportionOf("runs", where, SOLVED, { is: "above", than: 0.5 }, {
    ...MOST_RUNS,
    predicate,
    setting,
  });
}

/** The phrases of a claim about most runs, but for its predicate. */
export const MOST_RUNS = { subject: "runs", amount: "most", of: " ", only: "refuted" } as const;

/** The claim that more than `percent` % of the runs of a setting solve their task. */
export function nearlyAllRuns<const W>(percent: number, where: W, predicate: string, setting = "") {
  const phrases = { subject: "runs", amount: `more than ${percent} %`, predicate, setting };
  return proportionOf("runs", where, SOLVED, { is: "above", than: percent / 100 }, phrases);
}

/** The claim that fewer than half of the runs of a setting solve their task. */
export function fewRuns<const W>(where: W, predicate: string, setting = "") {
  const phrases = { subject: "runs", amount: "fewer than half", only: "supported", predicate, setting } as const;
  return proportionOf("runs", where, SOLVED, { is: "below", than: 0.5 }, phrases);
}

/** The claim about the proportion of some rows of a table that satisfy a condition. */
export function proportionOf<const T extends string, const A, const C, const R extends Region>(
  table: T,
  arm: A,
  condition: C,
  region: R,
  phrases: ProportionPhrases,
) {
  return { kind: "proportion", table, arms: [arm], condition, ...region, ...CLAIMS_EN.proportion(phrases) } as const;
}

/**
 * The claim that a task is solved more often in the first setting than in the second:
 * `moreOften([TANH, RELU], "XOR is solved", "with tanh", "with ReLU")`.
 */
export function moreOften<const A, const B>(
  arms: readonly [A, B],
  task: string,
  first: string,
  second: string,
  setting = "",
) {
  const claim = { kind: "difference", table: "runs", arms, condition: SOLVED, is: "above", than: 0 } as const;
  return { ...claim, ...CLAIMS_EN.difference.more(task, first, second, setting) } as const;
}

/** The claim that a task is solved equally often in both settings, to within `points` percentage points. */
export function equallyOften<const A, const B>(
  arms: readonly [A, B],
  points: number,
  task: string,
  first: string,
  second: string,
  setting = "",
) {
  const claim = { kind: "difference", table: "runs", arms, condition: SOLVED, margin: points / 100 } as const;
  return { ...claim, ...CLAIMS_EN.difference.equal(points, task, first, second, setting) } as const;
}

/** The claim that a task is solved in fewer epochs in the first setting, where both solve it from the same start. */
export function sooner<const A, const B>(
  arms: readonly [A, B],
  task: string,
  first: string,
  second: string,
  setting = "",
) {
  const claim = { kind: "sooner", table: "runs", arms, value: "solved_epoch", is: "above", than: 0.5 } as const;
  return { ...claim, ...CLAIMS_EN.sooner.most(`${task} sooner ${first} than ${second}`, setting) } as const;
}

/**
 * The claim about the median ratio of the epochs that two settings take, fast one first, where both solve:
 * `timesTheEpochs([FAST, SLOW], { is: "above", than: 3 }, "plain descent", "momentum")`.
 */
export function timesTheEpochs<const A, const B, const R extends RatioRange>(
  arms: readonly [A, B],
  range: R,
  slow: string,
  fast: string,
  setting = "",
) {
  const claim = { kind: "ratio", table: "runs", arms, value: "solved_epoch", ...range } as const;
  return { ...claim, ...CLAIMS_EN.ratio(range, slow, fast, setting) } as const;
}

/** When a run is given up and followed by a new one, which decides how much a failure costs. */
export type Restart =
  /** At the end of its epochs. */
  | { readonly after: string }
  /** At the epoch that the first half of the starts chose for each setting, on the table `restarted`. */
  | "at the best cutoff";

/**
 * The claim about the expected epochs with restarts of two settings, cheap one first:
 * `timesTheEffort([ADAM, DESCENT], { after: "1000" }, { is: "above", than: 1 }, "gradient descent", "Adam")`.
 */
export function timesTheEffort<const A, const B, const R extends RatioRange, const T extends Restart>(
  arms: readonly [A, B],
  restart: T,
  range: R,
  dear: string,
  cheap: string,
  setting = "",
) {
  const isBest = restart === "at the best cutoff";
  const table = (isBest ? "restarted" : "runs") as T extends string ? "restarted" : "runs";
  const claim = { kind: "effort", table, arms, ...range } as const;
  return { ...claim, ...CLAIMS_EN.effort(isBest ? undefined : restart.after, range, dear, cheap, setting) } as const;
}
