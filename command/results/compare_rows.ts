/** Compares two tables row by row. Rows in the same order are not kept in memory; from the first other row on, they are. */
import { rowsByKey, type TextRow, type TextTable } from "./table_rows.ts";

/** What changed in a table. */
export interface TableComparison {
  readonly table: string;
  readonly rowsOnlyBefore: number;
  readonly rowsOnlyAfter: number;
  /** Rows on both sides with different values. */
  readonly rowsChanged: number;
  /** Positions, among the rows on both sides, that now hold another row. */
  readonly rowsMoved: number;
  /** Only the columns that changed or are on one side only. */
  readonly columns: readonly ColumnComparison[];
}

/** What changed in a column. */
interface ColumnComparison {
  readonly column: string;
  /** The number of changed values. */
  readonly values: number;
  /** The largest absolute difference; null if no changed value is a number. */
  readonly largest: number | null;
  /** The first change; `row` is the row's key. */
  readonly first: ValueChange;
}

/** The text on each side; null where absent. */
export interface Change {
  readonly before: string | null;
  readonly after: string | null;
}
type ValueChange = Change & { readonly row: string };

/** Compares two tables; throws an InputError if one is malformed, or if too many rows are in another order. */
export function compareTables(table: string, before: TextTable, after: TextTable): TableComparison {
  const changes = new Changes(before, after);
  for (;;) {
    const [a, b] = [before, after].map(({ rows }) => nextOf(rows));
    if (a && b && a.key === b.key) {
      changes.compare(a, b);
      continue;
    }
    const [restBefore, restAfter] = [rowsByKey(restOf(before, a)), rowsByKey(restOf(after, b))];
    const common = [...restBefore.keys()].filter((key) => restAfter.has(key));
    const orderAfter = [...restAfter.keys()].filter((key) => restBefore.has(key));
    common.forEach((key) => changes.compare(restBefore.get(key)!, restAfter.get(key)!));
    return {
      table,
      rowsOnlyBefore: restBefore.size - common.length,
      rowsOnlyAfter: restAfter.size - common.length,
      rowsChanged: changes.rows,
      rowsMoved: common.filter((key, i) => orderAfter[i] !== key).length,
      columns: changes.columns(),
    };
  }
}

function nextOf(rows: Iterator<TextRow>): TextRow | undefined {
  const { done, value } = rows.next();
  return done ? undefined : value;
}

/** A row and all after it. */
function* restOf({ rows }: TextTable, first: TextRow | undefined): Generator<TextRow> {
  if (first) yield first;
  yield* rows;
}

/** Counts the changes of values by column. */
class Changes {
  /** The number of rows with changes. */
  rows = 0;
  readonly #byColumn: Map<string, { values: number; largest: number | null; first?: ValueChange }>;
  readonly #hasSameColumns: boolean;

  constructor(readonly before: TextTable, readonly after: TextTable) {
    const names = [...before.columns, ...after.columns];
    this.#byColumn = new Map(names.map((column) => [column, { values: 0, largest: null }]));
    this.#hasSameColumns = isEqual(before.columns, after.columns);
  }

  /** Compares a row on both sides. */
  compare(before: TextRow, after: TextRow): void {
    if (this.#hasSameColumns && isEqual(before.cells, after.cells)) return;
    const [a, b] = [cellsOf(this.before, before), cellsOf(this.after, after)];
    let isChanged = false;
    for (const column of new Set([...a.keys(), ...b.keys()])) {
      const change = { row: before.key, before: a.get(column) ?? null, after: b.get(column) ?? null };
      if (change.before === change.after) continue;
      isChanged = true;
      this.#count(column, change);
    }
    if (isChanged) this.rows++;
  }

  /** The columns with changes. */
  columns(): ColumnComparison[] {
    return [...this.#byColumn].flatMap(([column, { values, largest, first }]) =>
      first ? [{ column, values, largest, first }] : []
    );
  }

  #count(column: string, change: ValueChange): void {
    const counted = this.#byColumn.get(column) ?? { values: 0, largest: null };
    const { first = change, values } = counted;
    this.#byColumn.set(column, { values: values + 1, largest: largerOf(counted.largest, differenceOf(change)), first });
  }
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

function cellsOf({ columnAt }: TextTable, { cells }: TextRow): Map<string, string> {
  return new Map(cells.map((cell, place) => [columnAt(place), cell]));
}

/** The absolute difference; null if a side is no number. */
function differenceOf({ before, after }: Change): number | null {
  if (!before || !after) return null;
  const difference = Math.abs(Number(after) - Number(before));
  return Number.isNaN(difference) ? null : difference;
}

function largerOf(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}
