/** What many pages ask and say alike: how often and how soon a task is solved, and how charts are read. */
import type { Wording } from "../../claims/kind.ts";

/** Whether a run is solved at the end. */
export function solved(run: { readonly solved: boolean | undefined }): boolean {
  return run.solved === true;
}

/** When a run was solved for good; undefined if it was not. */
export function solvedEpoch(run: { readonly solved_epoch: number | undefined }): number | undefined {
  return run.solved_epoch;
}

/** The limit of pages whose runs end when they are solved. */
export const ENDED_EARLY =
  "A run ends at the first check that it passes: whether it would have stayed solved is not known.";

/** Says whether most runs do something: `act` is a sentence without its end, such as "Tanh solves XOR". */
export function mostly(act: string): Wording {
  return {
    supported: `${act} in {estimate} {interval} of {n} runs.`,
    refuted: `${act} in only {estimate} {interval} of {n} runs.`,
    undecided: `${act} in {estimate} {interval} of {n} runs, which leaves open whether in most.`,
  };
}

/**
 * Says whether XOR is solved more often in the first arm of a comparison than in the second.
 *
 * The arms are given as in "with tanh" and "with sigmoid"; a lead ends in ", " or ": ".
 */
export function moreOften(first: string, second: string, lead = ""): Wording {
  return {
    supported: `${lead}XOR is solved more often ${first} than ${second}, by {estimate} {interval}.`,
    refuted: `${lead}XOR is solved less often ${first} than ${second}: the difference is {estimate} {interval}.`,
    undecided: `${lead === "" ? "It" : `${lead}it`} remains open whether XOR is solved more often ${first} or ` +
      `${second}: the difference is {estimate} {interval}.`,
  };
}

/** Says whether XOR is solved sooner in the first arm of a comparison than in the second, from the same start. */
export function sooner(first: string, second: string, lead = ""): Wording {
  const ahead = `${lead}XOR is solved sooner ${first} than ${second}`;
  return {
    supported: `${ahead} in {estimate} {interval} of {n} pairs of runs.`,
    refuted: `${ahead} in only {estimate} {interval} of {n} pairs of runs.`,
    undecided: `${ahead} in {estimate} {interval} of {n} pairs of runs, which decides nothing.`,
  };
}

/**
 * Says how many times the epochs of one way of learning XOR another one takes.
 *
 * The ways are given as in "plain descent" and "momentum", the claim as in "more than three times".
 */
export function times(slow: string, fast: string, claim: string, lead = ""): Wording {
  const subject = lead === "" ? slow[0]!.toUpperCase() + slow.slice(1) : lead + slow;
  const measured =
    `${subject} takes {estimate} times {interval} the epochs of ${fast} ({n} starts from which both solve XOR)`;
  return {
    supported: `${measured}.`,
    refuted: `${measured}, not ${claim}.`,
    undecided: `${measured}, which leaves open whether it is ${claim}.`,
  };
}

/** A limit of claims that explain what a first run had shown: made with it in mind, they want trying on other seeds. */
export function noticed(what: string): string {
  return `That ${what} was noticed in a first run and then claimed; --suite-seed with another text tries it on runs ` +
    "that had no part in that.";
}

/** How the charts are read that most pages have. */
export const READING = {
  rates: "Each dot is the share of runs solved at the end, the bar its 95 % Wilson interval.",
  heat: "Each field is the share of runs solved at the end, in per cent.",
  solved: "Each line rises as runs solve their task for good; where it ends below 100 %, the rest did not within the " +
    "epochs.",
  ended:
    "Each line rises as runs solve their task, which ends them; where it ends below 100 %, the rest did not within " +
    "the epochs.",
  curves: "A thin line is one run, a thick one the median of three or more; both axes are logarithmic.",
  outputs: "A dot is one net's answer y at the end; the mark shows the target d.",
  surface:
    "Colour is the answer y, the line is where it is ½; each of the four points should lie on its own side. Of each " +
    "net the first solved run is shown whose curve was kept, or else the first run.",
  speed:
    "The median ranks unsolved runs behind all others; expected epochs allow for a fresh start after each failure.",
} as const;
