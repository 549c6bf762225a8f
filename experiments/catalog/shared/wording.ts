/** Selectors and wordings that many experiments share: how often and how soon a task is solved, how to read charts. */
import type { Wording } from "../../claims/kind.ts";

/** Whether a run is solved at the end. */
export function solved(run: { readonly solved: boolean | undefined }): boolean {
  return run.solved === true;
}

/** The epoch from which a run stayed solved; undefined if it did not. */
export function solvedEpoch(run: { readonly solved_epoch: number | undefined }): number | undefined {
  return run.solved_epoch;
}

/** The limit of experiments whose runs end when they are solved. */
export const ENDED_EARLY =
  "A run ends at the first check that it passes: whether it would have stayed solved is not known.";

/** The wording of a claim about most runs; `act` is a clause such as "Tanh solves XOR". */
export function inMostRuns(act: string): Wording {
  return {
    supported: `${act} in {estimate} {interval} of {n} runs.`,
    refuted: `${act} in only {estimate} {interval} of {n} runs.`,
    undecided: `${act} in {estimate} {interval} of {n} runs, which leaves open whether in most.`,
  };
}

/**
 * The wording of a claim that XOR is solved more often under the first condition than under the second.
 *
 * The conditions are phrases such as "with tanh"; `lead` ends in ", " or ": ".
 */
export function moreOften(first: string, second: string, lead = ""): Wording {
  return {
    supported: `${lead}XOR is solved more often ${first} than ${second}, by {estimate} {interval}.`,
    refuted: `${lead}XOR is solved less often ${first} than ${second}: the difference is {estimate} {interval}.`,
    undecided: `${lead === "" ? "It" : `${lead}it`} remains open whether XOR is solved more often ${first} or ` +
      `${second}: the difference is {estimate} {interval}.`,
  };
}

/** The wording of a claim that XOR is solved sooner under the first condition than under the second. */
export function sooner(first: string, second: string, lead = ""): Wording {
  const ahead = `${lead}XOR is solved sooner ${first} than ${second}`;
  return {
    supported: `${ahead} in {estimate} {interval} of {n} pairs of runs.`,
    refuted: `${ahead} in only {estimate} {interval} of {n} pairs of runs.`,
    undecided: `${ahead} in {estimate} {interval} of {n} pairs of runs, which decides nothing.`,
  };
}

/**
 * The wording of a claim about the ratio of the epochs that two methods need to solve XOR.
 *
 * The methods are phrases such as "plain descent" and "momentum", the claim one such as "more than three times".
 */
export function timesTheEpochs(slow: string, fast: string, claim: string, lead = ""): Wording {
  const subject = lead === "" ? slow[0]!.toUpperCase() + slow.slice(1) : lead + slow;
  const measured =
    `${subject} takes {estimate} times {interval} the epochs of ${fast} ({n} starts from which both solve XOR)`;
  return {
    supported: `${measured}.`,
    refuted: `${measured}, not ${claim}.`,
    undecided: `${measured}, which leaves open whether it is ${claim}.`,
  };
}

/** The limit of claims that were made after a first run had shown the effect: they need a test with other seeds. */
export function postHocLimit(what: string): string {
  return `That ${what} was noticed in a first run and then claimed; --suite-seed with another text tries it on runs ` +
    "that had no part in that.";
}

/** Instructions for reading the charts that most pages have. */
export const HOW_TO_READ = {
  rates: "Each dot is the proportion of runs solved at the end, the bar its 95 % Wilson interval.",
  heat: "Each square is the proportion of runs solved at the end, in per cent.",
  solved: "Each line rises as runs solve their task for good; where it ends below 100 %, the rest did not within the " +
    "epochs.",
  ended:
    "Each line rises as runs solve their task, which ends them; where it ends below 100 %, the rest did not within " +
    "the epochs.",
  curves: "A thin line is one run, a thick one the median of three or more; both axes are logarithmic.",
  outputs: "A dot is one net's answer y at the end; the mark shows the target d.",
  surface:
    "Colour is the output y, the line is where it is ½; each of the four points should lie on its own side. Of each " +
    "net the first solved run is shown whose curve was kept, or else the first run.",
  speed:
    "The median ranks unsolved runs behind all others; expected epochs allow for a fresh start after each failure.",
} as const;
