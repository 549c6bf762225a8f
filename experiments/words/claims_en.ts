/**
 * The sentences of claims in English, by kind: a few phrases make the statement and the sentence for each verdict.
 *
 * `setting` is a phrase such as "with squared error" that begins each sentence, or empty.
 */
import type { Wording } from "../claims/claim.ts";

/** The sentences of a claim. */
export interface ClaimText {
  readonly statement: string;
  readonly wording: Wording;
}

/** The phrases of a claim about a proportion: more than a tenth of the nets lose a unit. */
export interface ProportionPhrases {
  /** What the rows are: nets. */
  readonly subject: string;
  /** What satisfies the condition: lose a unit. */
  readonly predicate: string;
  /** The region: more than a tenth. */
  readonly amount: string;
  /** What stands between amount and subject: " of the " by default. */
  readonly of?: string;
  /** The verdict whose sentence begins with "only"; by default none, and what refutes names the amount. */
  readonly only?: "supported" | "refuted";
  /** What may stay open: more than a tenth do, by default. */
  readonly open?: string;
  readonly setting?: string;
}

/** A range of ratios. */
export type RatioRange =
  | { readonly is: "above" | "below"; readonly than: number; readonly between?: never }
  | { readonly between: readonly [number, number]; readonly is?: never; readonly than?: never };

const DIFFERENCE = "the difference is {estimate} {interval}";

/** The starts for which a comparison holds, among those in which both arms have the value and differ. */
const WINS = "{wins} of the {n} starts that tell them apart: {estimate} {interval} ({ties} tied)";

/** The forms of sentences by kind of claim. */
export const CLAIMS_EN = {
  /** About every row: `("runs", "solve XOR", "with one layer")`. */
  every(subject: string, predicate: string, setting = ""): ClaimText {
    const found = `${subject} ${predicate}`;
    const refuted = `{count} of {rows} ${found}; an exception: {counterexample}`;
    return sentences(setting, { statement: `all ${found}`, supported: `all {rows} ${found}`, refuted });
  },

  /** About no row. */
  none(subject: string, predicate: string, setting = ""): ClaimText {
    const found = `${subject} ${predicate}`;
    const refuted = `{count} of {rows} ${found}; for example: {counterexample}`;
    return sentences(setting, { statement: `no ${found}`, supported: `none of {rows} ${found}`, refuted });
  },

  proportion(
    { subject, predicate, amount, of = " of the ", only, open = `${amount} do`, setting = "" }: ProportionPhrases,
  ): ClaimText {
    const measured = `{count} of {rows} ${subject} ${predicate}: {estimate} {interval}`;
    return sentences(setting, {
      statement: `${amount}${of}${subject} ${predicate}`,
      supported: only === "supported" ? `only ${measured}` : measured,
      refuted: only === "refuted" ? `only ${measured}` : only === "supported" ? measured : `${measured}, not ${amount}`,
      undecided: `${measured}. It stays open whether ${open}`,
    });
  },

  difference: {
    /** Something happens more often in the first setting: `("XOR is solved", "with tanh", "with ReLU")`. */
    more(task: string, first: string, second: string, setting = ""): ClaimText {
      const statement = `${task} more often ${first} than ${second}`;
      return sentences(setting, {
        statement,
        supported: `${statement}, by {estimate} {interval}`,
        refuted: `${task} less often ${first} than ${second}: ${DIFFERENCE}`,
        undecided: `it stays open whether ${task} more often ${first} or ${second}: ${DIFFERENCE}`,
      });
    },

    /** Something happens equally often in both settings, to within some percentage points. */
    equal(points: number, task: string, first: string, second: string, setting = ""): ClaimText {
      const comparison = `equally often ${first} and ${second}`;
      const statement = `${task} ${comparison}, to within ${points} percentage points`;
      return sentences(setting, {
        statement,
        supported: `${statement}: ${DIFFERENCE}`,
        refuted: `${task} un${comparison}: ${DIFFERENCE}, beyond ±${points}`,
        undecided: `it stays open whether ${statement}: ${DIFFERENCE}`,
      });
    },
  },

  sooner: {
    /** A comparison such as "XOR is solved sooner with tanh than with ReLU" holds for most starts. */
    most(comparison: string, setting = ""): ClaimText {
      const measured = `${comparison} from ${WINS}`;
      return sentences(setting, {
        statement: `${comparison} from most starts`,
        supported: measured,
        refuted: `${comparison} from only ${WINS}`,
        undecided: `${measured}. It stays open whether from most`,
      });
    },

    /** It holds for more than a fraction of the starts, such as "three quarters". */
    moreThan(fraction: string, comparison: string, setting = ""): ClaimText {
      const measured = `${comparison} from ${WINS}`;
      return sentences(setting, {
        statement: `${comparison} from more than ${fraction} of the starts`,
        supported: measured,
        refuted: `${measured}, not from ${fraction}`,
        undecided: `${measured}. It stays open whether from ${fraction}`,
      });
    },
  },

  /** The epochs of a slow setting are a multiple of a fast one's. */
  ratio(range: RatioRange, slow: string, fast: string, setting = ""): ClaimText {
    const words = multiple(range);
    const measured =
      `${slow} takes {estimate} {interval} times the epochs of ${fast} (median of the {n} starts that both solve)`;
    return sentences(setting, {
      statement: `where both solve, ${slow} takes ${words} the epochs of ${fast} (median)`,
      supported: measured,
      refuted: `${measured}, not ${words}`,
      undecided: `${measured}. It stays open whether it takes ${words}`,
    });
  },

  /** The expected epochs of a dear setting are a multiple of a cheap one's; `epochs` end a run, or its best cutoff. */
  effort(epochs: string | undefined, range: RatioRange, dear: string, cheap: string, setting = ""): ClaimText {
    const restarting = `restarting ${epochs === undefined ? "each at its best cutoff" : `after ${epochs} epochs`}`;
    const isMore = range.is === "above" && range.than === 1, words = isMore ? "more" : multiple(range);
    const measured = `${restarting}, ${dear} takes {estimate} {interval} times the expected epochs of ${cheap}`;
    const claimed = isMore ? `more expected epochs than ${cheap}` : `${words} the expected epochs of ${cheap}`;
    return sentences(setting, {
      statement: `${restarting}, ${dear} takes ${claimed}`,
      supported: measured,
      refuted: `${measured}, not ${words}`,
      undecided: `${measured}. It stays open whether it takes ${words}`,
    });
  },
};

/** The wording of an exact claim or proof, undecided only without rows; pages then show its statement instead. */
export function exactWording(supported: string, refuted: string): Wording {
  return { supported, refuted, undecided: "No row decides this." };
}

/** The sentences of a claim from clauses; `undecided` is absent for exact claims. */
export function sentences(setting: string, clauses: Clauses): ClaimText {
  const sentence = (clause: string) => {
    const text = setting === "" ? clause : `${setting}, ${clause}`;
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
  };
  const { statement, supported, refuted, undecided } = clauses;
  const wording = exactWording(sentence(supported), sentence(refuted));
  const complete = undecided === undefined ? wording : { ...wording, undecided: sentence(undecided) };
  return { statement: sentence(statement), wording: complete };
}

interface Clauses {
  readonly statement: string;
  readonly supported: string;
  readonly refuted: string;
  readonly undecided?: string;
}

/** A range of ratios in words: more than 3 times, less than 2 times, 0.8 to 1.25 times. */
function multiple({ is, than, between }: RatioRange): string {
  if (between) return `${between[0]} to ${between[1]} times`;
  return `${is === "above" ? "more" : "less"} than ${than} times`;
}
