/** Claims as data: sentences with a rule that code can judge. */
import type { Row } from "../define/columns.ts";
import type { Factors, Where } from "../define/factors.ts";
import type { FurtherTables, TablesOf } from "../define/tables.ts";
import type { Verdict } from "../statistics/statistics.ts";
import type { Condition, NumberColumn, TextColumn } from "./condition.ts";

/** The sentence for each verdict; `{estimate}`, `{interval}`, `{n}`, `{count}` and so on are replaced by the judgement. */
export type Wording = Readonly<Record<Verdict, string>>;

/** The fields of every claim. */
export interface ClaimBase {
  /** What is claimed. */
  readonly statement: string;
  /** What the data show, by verdict. */
  readonly wording: Wording;
  /** The confidence with which all interval claims of an experiment hold together; 0.95 by default. */
  readonly confidence?: number;
}

/** The values for which a claim is supported; it is refuted outside, and undecided where an interval overlaps the edge. */
export type Region =
  /** One side of a number. */
  | {
    /** The side. */
    readonly is: "above" | "below";
    /** The number, in the unit of the estimate. */
    readonly than: number;
  }
  /** Less than `margin` away from `near`. */
  | {
    /** The largest distance, in the unit of the estimate. */
    readonly margin: number;
    /** The centre; 0 by default. */
    readonly near?: number;
  }
  /** Between two numbers. */
  | {
    /** The two ends. */
    readonly between: readonly [number, number];
  };

/** Every row satisfies a condition, and nothing is drawn: a proof or an enumeration, without an interval. */
export interface ProofClaim<R, A> {
  /** The kind of the claim. */
  readonly kind: "proof";
  /** The rows that it is about. */
  readonly arms: readonly [A];
  /** What a row must satisfy. */
  readonly condition: Condition<R>;
}

/** A condition holds for every row, or for none; one row refutes. */
export interface ExactClaim<R, A> {
  /** The kind of the claim. */
  readonly kind: "every" | "none";
  /** The rows that it is about. */
  readonly arms: readonly [A];
  /** What a row must satisfy. */
  readonly condition: Condition<R>;
  /** The column with the category of a row; `{categories}` lists those of the rows that satisfy the condition. */
  readonly category?: TextColumn<R>;
}

/** The proportion of rows that satisfy a condition. */
export type ProportionClaim<R, A> = Region & {
  /** The kind of the claim. */
  readonly kind: "proportion";
  /** The rows that it is about. */
  readonly arms: readonly [A];
  /** What a row must satisfy. */
  readonly condition: Condition<R>;
};

/** The difference of the proportions of two arms, first − second, paired by start. */
export type DifferenceClaim<R, A> = Region & {
  /** The kind of the claim. */
  readonly kind: "difference";
  /** The settings compared, first and second. */
  readonly arms: readonly [A, A];
  /** What a row must satisfy. */
  readonly condition: Condition<R>;
};

/** The proportion of starts in which the first arm has the smaller value; only starts without a tie count. */
export type SoonerClaim<R, A> = Region & {
  /** The kind of the claim. */
  readonly kind: "sooner";
  /** The settings compared, first and second. */
  readonly arms: readonly [A, A];
  /** A numeric column; starts in which one arm lacks it do not count. */
  readonly value: NumberColumn<R>;
};

/** The median ratio of the second arm's value to the first's. */
export type RatioClaim<R, A> = Region & {
  /** The kind of the claim. */
  readonly kind: "ratio";
  /** The settings compared, first and second. */
  readonly arms: readonly [A, A];
  /** A numeric column; starts in which one arm lacks it do not count. */
  readonly value: NumberColumn<R>;
};

/** The ratio of the expected epochs with restarts of the second arm to those of the first. */
export type EffortClaim<A> = Region & {
  /** The kind of the claim. */
  readonly kind: "effort";
  /** The settings compared, first and second. */
  readonly arms: readonly [A, A];
};

/** The median of a numeric column; a missing value ranks last. */
export type MedianClaim<R, A> = Region & {
  /** The kind of the claim. */
  readonly kind: "median";
  /** The rows that it is about. */
  readonly arms: readonly [A];
  readonly value: NumberColumn<R>;
};

/** The rule of a claim about a table with rows R, of which an arm A selects some. */
export type Rule<R, A> =
  | ProofClaim<R, A>
  | ExactClaim<R, A>
  | ProportionClaim<R, A>
  | DifferenceClaim<R, A>
  | SoonerClaim<R, A>
  | RatioClaim<R, A>
  | EffortClaim<A>
  | MedianClaim<R, A>;

/** A selection of rows: for any column, one value or several. */
export type Arm<R> = {
  readonly [K in keyof R]?: NonNullable<R[K]> | readonly NonNullable<R[K]>[];
};

/** A claim of an experiment with factors F and further tables T. */
export type ClaimOf<F extends Factors, T extends FurtherTables> =
  & ClaimBase
  & {
    readonly [N in keyof TablesOf<F, T>]:
      & { readonly table: N }
      & Rule<
        TablesOf<F, T>[N][number],
        N extends "runs" | "curves" ? Where<F> : Arm<TablesOf<F, T>[N][number]>
      >;
  }[keyof TablesOf<F, T>];

/** A claim of any experiment. */
export type Claim = ClaimBase & { readonly table: string } & Rule<Row, Arm<Row>>;
