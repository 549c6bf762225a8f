/** Two arms of an experiment, compared replicate by replicate. */
import { type AnyWhere, type Factors, select, type Where } from "../define/factors.ts";
import { type FurtherTables, runKey, type RunRow, type TablesOf } from "../define/tables.ts";
import type { AnyTables } from "./kind.ts";

/** Two arms with the same replicates. */
export interface Arms<F extends Factors, T extends FurtherTables> {
  /** The levels of the first arm. */
  readonly first: Where<F>;
  /** The levels of the second arm. */
  readonly second: Where<F>;
  /** Which runs of both arms count, given the tables; all by default. */
  readonly filter?: (run: RunRow<F>, tables: TablesOf<F, T>) => boolean;
}

/** The cells of both arms. */
export function cellsOfArms({ first, second }: Arms<Factors, FurtherTables>): AnyWhere[] {
  return [first, second];
}

/** The runs of both arms, paired by index: equal in replicate and in all factors that neither arm names. */
export function pairArms(
  { first, second, filter }: Arms<Factors, FurtherTables>,
  tables: AnyTables,
): [first: RunRow<Factors>[], second: RunRow<Factors>[]] {
  const runs = filter ? tables.runs.filter((run) => filter(run, tables)) : tables.runs;
  const compared = [...Object.keys(first), ...Object.keys(second)];
  const partners = new Map(select(runs, second).map((run) => [runKey(run, compared), run]));
  const pairs = select(runs, first).flatMap((run) => {
    const partner = partners.get(runKey(run, compared));
    return partner ? [{ run, partner }] : [];
  });
  return [pairs.map(({ run }) => run), pairs.map(({ partner }) => partner)];
}
