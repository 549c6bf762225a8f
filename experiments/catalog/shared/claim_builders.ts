/**
 * Claims by their words: from the few words that differ, the statement and what the data show under each verdict.
 *
 * `setting` is a phrase such as "with squared error", or empty; a sentence begins with it.
 */
import type { Wording } from "../../claims/kind.ts";

/** The words of a claim. */
interface Words {
  readonly statement: string;
  readonly wording: Wording;
}

/** Whether a run is solved at the end. */
export function solved(run: { readonly solved: boolean | undefined }): boolean {
  return run.solved === true;
}

/** The epoch from which a run stayed solved; undefined if it did not. */
export function solvedEpoch(run: { readonly solved_epoch: number | undefined }): number | undefined {
  return run.solved_epoch;
}

/** The words of a claim about every row: `all("runs", "solve XOR", "with one layer")`. */
export function all(subject: string, predicate: string, setting = ""): Words {
  return {
    statement: sentence(setting, `all ${subject} ${predicate}`),
    wording: exactWording(
      sentence(setting, `all {n} ${subject} ${predicate}`),
      sentence(setting, `{count} of {n} ${subject} ${predicate}; an exception: {counterexample}`),
    ),
  };
}

/** The words of a claim about no row: `none("runs", "solve XOR", "with one layer")`. */
export function none(subject: string, predicate: string, setting = ""): Words {
  return {
    statement: sentence(setting, `no ${subject} ${predicate}`),
    wording: exactWording(
      sentence(setting, `none of {n} ${subject} ${predicate}`),
      sentence(setting, `{count} of {n} ${subject} ${predicate}; for example: {counterexample}`),
    ),
  };
}

/** The wording of a claim that a row can refute: without rows the statement stands in its place. */
export function exactWording(supported: string, refuted: string): Wording {
  return { supported, refuted, undecided: "No row decides this." };
}

/** The claim that all runs solve their task: `allRuns("solve XOR", "with one layer")`. */
export function allRuns(predicate: string, setting = "") {
  return { kind: "every", table: "runs", holds: solved, ...all("runs", predicate, setting) } as const;
}

/** The claim that no run solves its task. */
export function noRuns(predicate: string, setting = "") {
  return { kind: "none", table: "runs", holds: solved, ...none("runs", predicate, setting) } as const;
}

/** The claim that most runs solve their task. */
export function mostRuns(predicate: string, setting = "") {
  return { kind: "proportion", holds: solved, is: "above", than: 0.5, ...most(predicate, setting) } as const;
}

/** The words of the claim that most runs do something. */
export function most(predicate: string, setting = ""): Words {
  const measured = `{count} of {n} runs ${predicate}: {estimate} {interval}`;
  return {
    statement: sentence(setting, `most runs ${predicate}`),
    wording: {
      supported: sentence(setting, measured),
      refuted: sentence(setting, `only ${measured}`),
      undecided: sentence(setting, `${measured}. It stays open whether most do`),
    },
  };
}

/** The claim that fewer than half of the runs solve their task. */
export function fewRuns(predicate: string, setting = "") {
  const measured = `{count} of {n} runs ${predicate}: {estimate} {interval}`;
  return {
    kind: "proportion",
    holds: solved,
    is: "below",
    than: 0.5,
    statement: sentence(setting, `fewer than half of the runs ${predicate}`),
    wording: {
      supported: sentence(setting, `only ${measured}`),
      refuted: sentence(setting, measured),
      undecided: sentence(setting, `${measured}. It stays open whether fewer than half do`),
    },
  } as const;
}

/** The claim that a task is solved more often in the first arm: `moreOften("XOR is solved", "with tanh", "with ReLU")`. */
export function moreOften(task: string, first: string, second: string, setting = "") {
  return {
    kind: "difference",
    holds: solved,
    statement: sentence(setting, `${task} more often ${first} than ${second}`),
    wording: {
      supported: sentence(setting, `${task} more often ${first} than ${second}, by {estimate} {interval}`),
      refuted: sentence(setting, `${task} less often ${first} than ${second}: the difference is {estimate} {interval}`),
      undecided: sentence(
        setting,
        `it stays open whether ${task} more often ${first} or ${second}: the difference is {estimate} {interval}`,
      ),
    },
  } as const;
}

/** The claim that a task is solved equally often in both arms, to within 10 percentage points. */
export function equallyOften(task: string, first: string, second: string, setting = "") {
  return {
    kind: "equivalence",
    holds: solved,
    margin: 0.1,
    statement: sentence(setting, `${task} equally often ${first} and ${second}, to within 10 percentage points`),
    wording: {
      supported: sentence(
        setting,
        `${task} about equally often ${first} and ${second}: the difference is {estimate} {interval}, within ±10`,
      ),
      refuted: sentence(
        setting,
        `${task} unequally often ${first} and ${second}: the difference is {estimate} {interval}, beyond ±10`,
      ),
      undecided: sentence(
        setting,
        `it stays open whether ${task} equally often ${first} and ${second}: the difference is {estimate} {interval}, ` +
          "not clearly within ±10",
      ),
    },
  } as const;
}

/** The claim that a task is solved in fewer epochs in the first arm, from the same start. */
export function sooner(task: string, first: string, second: string, setting = "") {
  const comparison = `${task} sooner ${first} than ${second}`;
  return { kind: "sooner", value: solvedEpoch, ...inMostPairs(comparison, setting) } as const;
}

/** The words of a claim that a comparison holds in most pairs of runs from the same start. */
export function inMostPairs(comparison: string, setting = ""): Words {
  return {
    statement: sentence(setting, `${comparison} in most pairs of runs`),
    wording: {
      supported: sentence(setting, `${comparison} in {estimate} {interval} of {n} pairs of runs`),
      refuted: sentence(setting, `${comparison} in only {estimate} {interval} of {n} pairs of runs`),
      undecided: sentence(
        setting,
        `${comparison} in {estimate} {interval} of {n} pairs of runs. It stays open whether in most`,
      ),
    },
  };
}

/** The claim about the ratio of the epochs that two methods take; `[3, Infinity]` reads "more than 3 times". */
export function timesTheEpochs(
  [from, to]: readonly [number, number],
  slow: string,
  fast: string,
  setting = "",
) {
  const range = to === Infinity ? `more than ${from} times` : `${from} to ${to} times`;
  const measured = `${slow} takes {estimate} {interval} times the epochs of ${fast} ({n} starts that both solve)`;
  return {
    kind: "ratio",
    value: solvedEpoch,
    between: [from, to],
    statement: sentence(setting, `${slow} takes ${range} the epochs of ${fast}`),
    wording: {
      supported: sentence(setting, measured),
      refuted: sentence(setting, `${measured}, not ${range}`),
      undecided: sentence(setting, `${measured}. It stays open whether it takes ${range}`),
    },
  } as const;
}

/** A sentence that begins with the setting, if there is one. */
function sentence(setting: string, clause: string): string {
  const text = setting === "" ? clause : `${setting}, ${clause}`;
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}
