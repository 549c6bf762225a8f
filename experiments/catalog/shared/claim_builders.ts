/**
 * Builders of claims: a few phrases make the statement and the sentence for each verdict.
 *
 * Those called `…Text` make only the sentences. `setting` is a phrase such as "with squared error" that begins each
 * sentence, or empty.
 */
import type { Region, Wording } from "../../claims/claim.ts";

/** The sentences of a claim. */
export interface ClaimText {
  readonly statement: string;
  readonly wording: Wording;
}

/** The condition that a run is solved at the end. */
export const SOLVED = { solved: true } as const;

/** The condition that a run is not solved at the end. */
export const UNSOLVED = { solved: false } as const;

/** The sentences of a claim from clauses; `undecided` is absent for exact claims. */
export function textOf(
  setting: string,
  statement: string,
  supported: string,
  refuted: string,
  undecided?: string,
): ClaimText {
  const sentence = (clause: string) => {
    const text = setting === "" ? clause : `${setting}, ${clause}`;
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
  };
  const wording = exactWording(sentence(supported), sentence(refuted));
  const complete = undecided === undefined ? wording : { ...wording, undecided: sentence(undecided) };
  return { statement: sentence(statement), wording: complete };
}

/** The wording of an exact claim or proof, undecided only without rows; pages then show its statement instead. */
export function exactWording(supported: string, refuted: string): Wording {
  return { supported, refuted, undecided: "No row decides this." };
}

/** The sentences of a claim about every row: `allText("runs", "solve XOR", "with one layer")`. */
export function allText(subject: string, predicate: string, setting = ""): ClaimText {
  const found = `${subject} ${predicate}`;
  const refuted = `{count} of {rows} ${found}; an exception: {counterexample}`;
  return textOf(setting, `all ${found}`, `all {rows} ${found}`, refuted);
}

/** The sentences of a claim about no row: `noneText("runs", "solve XOR", "with one layer")`. */
export function noneText(subject: string, predicate: string, setting = ""): ClaimText {
  const found = `${subject} ${predicate}`;
  const refuted = `{count} of {rows} ${found}; for example: {counterexample}`;
  return textOf(setting, `no ${found}`, `none of {rows} ${found}`, refuted);
}

/** The claim that all runs of some settings solve their task: `allRuns({ function: "and" }, "solve AND")`. */
export function allRuns<const W>(where: W, predicate: string, setting = "") {
  return {
    kind: "every",
    table: "runs",
    arms: [where],
    condition: SOLVED,
    ...allText("runs", predicate, setting),
  } as const;
}

/** The claim that no run of some settings solves its task. */
export function noRuns<const W>(where: W, predicate: string, setting = "") {
  return {
    kind: "none",
    table: "runs",
    arms: [where],
    condition: SOLVED,
    ...noneText("runs", predicate, setting),
  } as const;
}

/** The claim that more than half of the runs of a setting solve their task. */
export function mostRuns<const W>(where: W, predicate: string, setting = "") {
  const claim = {
    kind: "proportion",
    table: "runs",
    arms: [where],
    condition: SOLVED,
    is: "above",
    than: 0.5,
  } as const;
  return { ...claim, ...mostText(predicate, setting) } as const;
}

/** The sentences of the claim that most runs do something. */
export function mostText(predicate: string, setting = ""): ClaimText {
  const measured = measuredProportion(predicate);
  const undecided = `${measured}. It stays open whether most do`;
  return textOf(setting, `most runs ${predicate}`, measured, `only ${measured}`, undecided);
}

/** The claim that more than `percent` % of the runs of a setting solve their task. */
export function nearlyAllRuns<const W>(percent: number, where: W, predicate: string, setting = "") {
  const claim = {
    kind: "proportion",
    table: "runs",
    arms: [where],
    condition: SOLVED,
    is: "above",
    than: percent / 100,
  } as const;
  const measured = measuredProportion(predicate);
  const statement = `more than ${percent} % of the runs ${predicate}`;
  const refuted = `${measured}, not more than ${percent} %`;
  const undecided = `${measured}. It stays open whether more than ${percent} % do`;
  return { ...claim, ...textOf(setting, statement, measured, refuted, undecided) } as const;
}

/** The claim that fewer than half of the runs of a setting solve their task. */
export function fewRuns<const W>(where: W, predicate: string, setting = "") {
  const measured = measuredProportion(predicate);
  const undecided = `${measured}. It stays open whether fewer than half do`;
  const statement = `fewer than half of the runs ${predicate}`;
  const claim = {
    kind: "proportion",
    table: "runs",
    arms: [where],
    condition: SOLVED,
    is: "below",
    than: 0.5,
  } as const;
  return { ...claim, ...textOf(setting, statement, `only ${measured}`, measured, undecided) } as const;
}

/**
 * The claim about the proportion of some rows of a table that satisfy a condition:
 * `proportionOf("units", { solved: true }, { suffices: true }, { is: "above", than: 0.5 }, "most", "nets", "suffice")`.
 */
export function proportionOf<const T extends string, const A, const C, const R extends Region>(
  table: T,
  arm: A,
  condition: C,
  region: R,
  words: string,
  subject: string,
  predicate: string,
  setting = "",
) {
  const measured = `{count} of {rows} ${subject} ${predicate}: {estimate} {interval}`;
  const statement = `${words} of the ${subject} ${predicate}`;
  const undecided = `${measured}. It stays open whether ${words} do`;
  const text = textOf(setting, statement, measured, `${measured}, not ${words}`, undecided);
  return { kind: "proportion", table, arms: [arm], condition, ...region, ...text } as const;
}

function measuredProportion(predicate: string): string {
  return `{count} of {rows} runs ${predicate}: {estimate} {interval}`;
}

const DIFFERENCE = "the difference is {estimate} {interval}";

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
  return { ...claim, ...moreOftenText(task, first, second, setting) } as const;
}

/** The sentences of the claim that something happens more often in the first setting. */
export function moreOftenText(task: string, first: string, second: string, setting = ""): ClaimText {
  const statement = `${task} more often ${first} than ${second}`;
  const refuted = `${task} less often ${first} than ${second}: ${DIFFERENCE}`;
  const undecided = `it stays open whether ${task} more often ${first} or ${second}: ${DIFFERENCE}`;
  return textOf(setting, statement, `${statement}, by {estimate} {interval}`, refuted, undecided);
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
  return { ...claim, ...equallyOftenText(points, task, first, second, setting) } as const;
}

/** The sentences of the claim that something happens equally often in both settings. */
export function equallyOftenText(points: number, task: string, first: string, second: string, setting = ""): ClaimText {
  const comparison = `equally often ${first} and ${second}`;
  const limit = `to within ${points} percentage points`;
  return textOf(
    setting,
    `${task} ${comparison}, ${limit}`,
    `${task} ${comparison}, ${limit}: ${DIFFERENCE}`,
    `${task} un${comparison}: ${DIFFERENCE}, beyond ±${points}`,
    `it stays open whether ${task} ${comparison}, ${limit}: ${DIFFERENCE}`,
  );
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
  return { ...claim, ...soonerText(`${task} sooner ${first} than ${second}`, setting) } as const;
}

/** The starts for which a comparison holds, among those in which both arms have the value and differ. */
export const SOONER_COUNT = "{wins} of the {n} starts that tell them apart: {estimate} {interval} ({ties} tied)";

/** The sentences of the claim that a comparison holds for most starts. */
export function soonerText(comparison: string, setting = ""): ClaimText {
  const measured = SOONER_COUNT;
  return textOf(
    setting,
    `${comparison} from most starts`,
    `${comparison} from ${measured}`,
    `${comparison} from only ${measured}`,
    `${comparison} from ${measured}. It stays open whether from most`,
  );
}

/** The words for a range of ratios: more than 3 times, less than 2 times, 0.8 to 1.25 times. */
function rangeText({ is, than, between }: RatioRange): string {
  if (between) return `${between[0]} to ${between[1]} times`;
  return `${is === "above" ? "more" : "less"} than ${than} times`;
}

/** A range of ratios. */
type RatioRange =
  | { readonly is: "above" | "below"; readonly than: number; readonly between?: never }
  | { readonly between: readonly [number, number]; readonly is?: never; readonly than?: never };

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
  const words = rangeText(range);
  const measured =
    `${slow} takes {estimate} {interval} times the epochs of ${fast} (median of the {n} starts that both solve)`;
  const undecided = `${measured}. It stays open whether it takes ${words}`;
  const statement = `where both solve, ${slow} takes ${words} the epochs of ${fast} (median)`;
  const claim = { kind: "ratio", table: "runs", arms, value: "solved_epoch", ...range } as const;
  return { ...claim, ...textOf(setting, statement, measured, `${measured}, not ${words}`, undecided) } as const;
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
  const restarting = isBest ? "restarting each at its best cutoff" : `restarting after ${restart.after} epochs`;
  const words = range.is === "above" && range.than === 1 ? "more" : rangeText(range);
  const measured = `${restarting}, ${dear} takes {estimate} {interval} times the expected epochs of ${cheap}`;
  const statement = words === "more"
    ? `${restarting}, ${dear} takes more expected epochs than ${cheap}`
    : `${restarting}, ${dear} takes ${words} the expected epochs of ${cheap}`;
  const undecided = `${measured}. It stays open whether it takes ${words}`;
  const table = (isBest ? "restarted" : "runs") as T extends string ? "restarted" : "runs";
  const claim = { kind: "effort", table, arms, ...range } as const;
  return { ...claim, ...textOf(setting, statement, measured, `${measured}, not ${words}`, undecided) } as const;
}
