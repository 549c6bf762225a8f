/** The only definition of what stands in a CSV: every column's name, type, unit and meaning. */

/** What a column holds. */
export interface Column {
  /** The type of its values, in the words of the data package. */
  readonly type: "integer" | "number" | "string" | "boolean";
  /** The unit, where there is one. */
  readonly unit?: string;
  /** What its values are. */
  readonly meaning: string;
}

/** The columns of a table, in their order. */
export type Columns = Readonly<Record<string, Column>>;

/** One row of a table with such columns; what is missing is undefined. */
export type RowOf<C extends Columns> = {
  readonly [N in keyof C]:
    | { integer: number; number: number; string: string; boolean: boolean }[C[N]["type"]]
    | undefined;
};

/** A row of any table. */
export type Row = Readonly<Record<string, number | string | boolean | undefined>>;
/** A value of a CSV. */
export type Cell = Row[string];

/** The columns of every `runs.csv`, after the factors and before the outputs. */
export const RUN_COLUMNS = {
  replicate: { type: "integer", meaning: "number of the draw of all randomness, from 0; shared by all cells" },
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
  accuracy: { type: "number", meaning: "share of rows answered rightly, y ≥ 0.5 counting as 1" },
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
  statement: { type: "string", meaning: "what was claimed before the run" },
  verdict: { type: "string", meaning: "supported, refuted or undecided" },
  estimate: { type: "number", meaning: "what the rule judges, as measured" },
  lower: { type: "number", meaning: "lower end of its interval: 95 %, or as the rule says" },
  upper: { type: "number", meaning: "upper end of its interval: 95 %, or as the rule says" },
  n: { type: "integer", meaning: "runs (or rows, or pairs of runs) that the verdict rests on" },
  rule: { type: "string", meaning: "how the verdict was reached" },
} as const satisfies Columns;

/** The column of what the net answers to one row of its table. */
export function outputColumn(row: string): Column {
  return { type: "number", meaning: `the net's answer y to the row ${row} at the end` };
}

/** The column of a factor. */
export function factorColumn(meaning: string): Column {
  return { type: "string", meaning };
}

/** The name of such a column: of a row, or of a row and a unit. */
export type OutputColumn = `output_${number}` | `output_${number}_${number}`;

/** A name that no factor may have, for a column has it. */
export type FixedColumn = keyof typeof RUN_COLUMNS | keyof typeof CURVE_COLUMNS | OutputColumn;
