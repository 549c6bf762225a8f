/** Two arms of an experiment, compared seed by seed. */
import type { Factors, FurtherTables, RunRow, TablesOf, Where } from "../experiment.ts";
import type { AnyTables } from "./kind.ts";
import { runKey, select } from "./rows.ts";

/** Two arms on the same seeds. */
export interface Arms<F extends Factors, T extends FurtherTables> {
  /** The levels of the one arm. */
  readonly first: Where<F>;
  /** The levels of the other. */
  readonly second: Where<F>;
  /** Which runs of the arms count, told by the tables; all where absent. */
  readonly among?: (run: RunRow<F>, tables: TablesOf<F, T>) => boolean;
}

/** The runs of both arms, side by side; what varies besides the arms' own levels is matched. */
export function armsOf(
  { first, second, among }: Arms<Factors, FurtherTables>,
  tables: AnyTables,
): [first: RunRow<Factors>[], second: RunRow<Factors>[]] {
  const runs = among ? tables.runs.filter((run) => among(run, tables)) : tables.runs;
  const own = [...Object.keys(first), ...Object.keys(second)];
  const partners = new Map(select(runs, second).map((run) => [runKey(run, own), run]));
  const pairs = select(runs, first).flatMap((run) => {
    const partner = partners.get(runKey(run, own));
    return partner ? [{ run, partner }] : [];
  });
  return [pairs.map(({ run }) => run), pairs.map(({ partner }) => partner)];
}
