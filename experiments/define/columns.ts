/** The columns that every experiment's CSV files have, and the types of columns and rows. */

/** The description of a column. */
export interface Column {
  /** The type of its values, as Frictionless Data names it. */
  readonly type: "integer" | "number" | "string" | "boolean";
  /** The unit, if it has one; a `proportion` is between 0 and 1. */
  readonly unit?: string;
  /** A few words of description. */
  readonly meaning: string;
}

/** The columns of a table, in order. */
export type Columns = Readonly<Record<string, Column>>;

/** A row of a table with columns C; a missing value is undefined. */
export type RowOf<C extends Columns> = {
  readonly [N in keyof C]:
    | { integer: number; number: number; string: string; boolean: boolean }[C[N]["type"]]
    | undefined;
};

/** A row of any table. */
export type Row = Readonly<Record<string, number | string | boolean | undefined>>;
/** A value in a CSV file; undefined if missing. */
export type CsvValue = Row[string];

/** The columns of every `runs.csv`, after the factors and before the outputs. */
export const RUN_COLUMNS = {
  replicate: { type: "integer", meaning: "index of the random start, from 0; all settings share it" },
  status: { type: "string", meaning: "finished, or diverged: a parameter or output was not finite at a check" },
  solved: { type: "boolean", meaning: "every |d − y| was below the tolerance at the last check" },
  solved_epoch: {
    type: "number",
    unit: "epochs",
    meaning: "the first check from which on every check was solved; empty if unsolved",
  },
  epochs: { type: "number", unit: "epochs", meaning: "epochs run" },
  training_loss: { type: "number", meaning: "the configured loss over all rows at the end" },
  mean_squared_error: { type: "number", meaning: "mean of (d − y)² over the rows at the end" },
  cross_entropy: {
    type: "number",
    unit: "nats",
    meaning: "mean of −d ln y − (1 − d) ln(1 − y) at the end; empty where y leaves [0, 1]",
  },
  max_error: { type: "number", meaning: "largest |d − y| at the end" },
  accuracy: { type: "number", meaning: "proportion of rows classified correctly, y ≥ 0.5 counting as 1" },
} as const satisfies Columns;

/** The columns of every `curves.csv`, after the factors. */
export const CURVE_COLUMNS = {
  replicate: RUN_COLUMNS.replicate,
  epoch: { type: "number", unit: "epochs", meaning: "epochs trained so far" },
  training_loss: { type: "number", meaning: "the configured loss over all rows" },
  mean_squared_error: { type: "number", meaning: "mean of (d − y)² over the rows" },
  max_error: { type: "number", meaning: "largest |d − y|" },
} as const satisfies Columns;

/** The columns of every `claims.csv`. */
export const CLAIM_COLUMNS = {
  claim: { type: "string", meaning: "short name of the claim" },
  statement: { type: "string", meaning: "what was claimed" },
  verdict: { type: "string", meaning: "supported, refuted or undecided" },
  estimate: { type: "number", meaning: "the measured value that the rule judges; empty for a proof" },
  lower: { type: "number", meaning: "lower end of its interval; empty if unbounded, and for a proof" },
  upper: { type: "number", meaning: "upper end of its interval; empty if unbounded, and for a proof" },
  n: { type: "integer", meaning: "starts, pairs of runs, or rows of a proof, that the verdict is based on" },
  rule: { type: "string", meaning: "how the verdict was reached" },
  kind: { type: "string", meaning: "proof, exact, comparison or equivalence: what decides" },
  confidence: { type: "number", meaning: "confidence of the interval, after Holm's correction; empty for a proof" },
} as const satisfies Columns;

/** The labels of a data set's rows: row numbers, in binary if their count is a power of 2, as in a truth table. */
export function rowLabels(rows: number): string[] {
  const bits = 31 - Math.clz32(rows);
  const isTruthTable = rows > 1 && rows === 1 << bits;
  return Array.from({ length: rows }, (_, row) => isTruthTable ? row.toString(2).padStart(bits, "0") : String(row));
}

/** The column of a factor. */
export function factorColumn(meaning: string): Column {
  return { type: "string", meaning };
}

/** The names of the outputs' columns begin with it. */
export const OUTPUT_PREFIX = "output_";

/** The name of an output's column: `output_<row>`, or `output_<row>_<unit>` for nets with several outputs. */
export type OutputColumn = `output_${number}` | `output_${number}_${number}`;

/** A column name that no factor may have, because every experiment has the column. */
export type FixedColumn = keyof typeof RUN_COLUMNS | keyof typeof CURVE_COLUMNS | OutputColumn;
