/**
 * Builders of claims: a few phrases make the statement and the sentence for each verdict.
 *
 * Those called `…Text` make only the sentences: TypeScript types a claim's condition only by a `kind` written beside it.
 * `setting` is a phrase such as "with squared error" that begins each sentence, or empty.
 */
import type { Wording } from "../../claims/kind.ts";

/** The sentences of a claim. */
interface ClaimText {
  readonly statement: string;
  readonly wording: Wording;
}

/** Whether a run is solved at the end. */
export function solved(run: { readonly solved: boolean | undefined }): boolean {
  return run.solved === true;
}

/** The epoch from which a run stayed solved; undefined if it is not solved at the end. */
export function solvedEpoch(run: { readonly solved_epoch: number | undefined }): number | undefined {
  return run.solved_epoch;
}

/** The sentences of a claim from clauses; `undecided` is absent for exact claims. */
function textOf(setting: string, statement: string, supported: string, refuted: string, undecided?: string): ClaimText {
  const sentence = (clause: string) => {
    const text = setting === "" ? clause : `${setting}, ${clause}`;
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
  };
  const wording = exactWording(sentence(supported), sentence(refuted));
  const complete = undecided === undefined ? wording : { ...wording, undecided: sentence(undecided) };
  return { statement: sentence(statement), wording: complete };
}

/** The wording of an exact claim, which is undecided only without rows; pages then show its statement instead. */
export function exactWording(supported: string, refuted: string): Wording {
  return { supported, refuted, undecided: "No row decides this." };
}

/** The sentences of a claim about every row: `allText("runs", "solve XOR", "with one layer")`. */
export function allText(subject: string, predicate: string, setting = ""): ClaimText {
  const found = `${subject} ${predicate}`;
  const refuted = `{count} of {n} ${found}; an exception: {counterexample}`;
  return textOf(setting, `all ${found}`, `all {n} ${found}`, refuted);
}

/** The sentences of a claim about no row: `noneText("runs", "solve XOR", "with one layer")`. */
export function noneText(subject: string, predicate: string, setting = ""): ClaimText {
  const found = `${subject} ${predicate}`;
  const refuted = `{count} of {n} ${found}; for example: {counterexample}`;
  return textOf(setting, `no ${found}`, `none of {n} ${found}`, refuted);
}

/** The claim that all runs solve their task: `allRuns("solve XOR", "with one layer")`. */
export function allRuns(predicate: string, setting = "") {
  return { kind: "every", table: "runs", holds: solved, ...allText("runs", predicate, setting) } as const;
}

/** The claim that no run solves its task. */
export function noRuns(predicate: string, setting = "") {
  return { kind: "none", table: "runs", holds: solved, ...noneText("runs", predicate, setting) } as const;
}

/** The claim that most runs solve their task. */
export function mostRuns(predicate: string, setting = "") {
  return { kind: "proportion", holds: solved, is: "above", than: 0.5, ...mostText(predicate, setting) } as const;
}

/** The sentences of the claim that most runs do something. */
export function mostText(predicate: string, setting = ""): ClaimText {
  const measured = measuredProportion(predicate);
  const undecided = `${measured}. It stays open whether most do`;
  return textOf(setting, `most runs ${predicate}`, measured, `only ${measured}`, undecided);
}

/** The claim that fewer than half of the runs solve their task. */
export function fewRuns(predicate: string, setting = "") {
  const measured = measuredProportion(predicate);
  const undecided = `${measured}. It stays open whether fewer than half do`;
  const statement = `fewer than half of the runs ${predicate}`;
  const claim = { kind: "proportion", holds: solved, is: "below", than: 0.5 } as const;
  return { ...claim, ...textOf(setting, statement, `only ${measured}`, measured, undecided) };
}

function measuredProportion(predicate: string): string {
  return `{count} of {n} runs ${predicate}: {estimate} {interval}`;
}

const DIFFERENCE = "the difference is {estimate} {interval}";

/** The claim that a task is solved more often in the first arm: `moreOften("XOR is solved", "with tanh", "with ReLU")`. */
export function moreOften(task: string, first: string, second: string, setting = "") {
  const statement = `${task} more often ${first} than ${second}`;
  const refuted = `${task} less often ${first} than ${second}: ${DIFFERENCE}`;
  const undecided = `it stays open whether ${task} more often ${first} or ${second}: ${DIFFERENCE}`;
  const claim = { kind: "difference", holds: solved } as const;
  return { ...claim, ...textOf(setting, statement, `${statement}, by {estimate} {interval}`, refuted, undecided) };
}

/** The claim that a task is solved equally often in both arms, to within 10 percentage points. */
export function equallyOften(task: string, first: string, second: string, setting = "") {
  const comparison = `equally often ${first} and ${second}`;
  return {
    kind: "equivalence",
    holds: solved,
    margin: 0.1,
    ...textOf(
      setting,
      `${task} ${comparison}, to within 10 percentage points`,
      `${task} about ${comparison}: ${DIFFERENCE}, within ±10`,
      `${task} un${comparison}: ${DIFFERENCE}, beyond ±10`,
      `it stays open whether ${task} ${comparison}: ${DIFFERENCE}, not clearly within ±10`,
    ),
  } as const;
}

/** The claim that a task is solved in fewer epochs in the first arm, from the same start. */
export function sooner(task: string, first: string, second: string, setting = "") {
  const comparison = `${task} sooner ${first} than ${second}`;
  return { kind: "sooner", value: solvedEpoch, ...mostPairsText(comparison, setting) } as const;
}

/** The sentences of the claim that a comparison holds in most pairs of runs from the same start. */
export function mostPairsText(comparison: string, setting = ""): ClaimText {
  const measured = "{estimate} {interval} of {n} pairs of runs";
  return textOf(
    setting,
    `${comparison} in most pairs of runs`,
    `${comparison} in ${measured}`,
    `${comparison} in only ${measured}`,
    `${comparison} in ${measured}. It stays open whether in most`,
  );
}

/** The claim about the ratio of the epochs that two methods take; `[3, Infinity]` reads "more than 3 times". */
export function timesTheEpochs([from, to]: readonly [number, number], slow: string, fast: string, setting = "") {
  const range = to === Infinity ? `more than ${from} times` : `${from} to ${to} times`;
  const measured = `${slow} takes {estimate} {interval} times the epochs of ${fast} ({n} starts that both solve)`;
  const undecided = `${measured}. It stays open whether it takes ${range}`;
  const statement = `${slow} takes ${range} the epochs of ${fast}`;
  const claim = { kind: "ratio", value: solvedEpoch, between: [from, to] } as const;
  return { ...claim, ...textOf(setting, statement, measured, `${measured}, not ${range}`, undecided) };
}

/** The limit of claims made after a first run had shown the effect, such as "that SiLU comes first". */
export function postHocLimit(what: string): string {
  return `We saw in a first run ${what}, and claimed it then; --suite-seed with another text tests it on new runs.`;
}
