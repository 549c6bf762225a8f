/** Groups of outcomes. */
import type { Outcome } from "../../define/run.ts";

/** The outcomes of each cell. */
export function outcomesByCell(outcomes: readonly Outcome[]): Outcome[][] {
  return [...Map.groupBy(outcomes, ({ run }) => run.cell).values()];
}

/** The outcomes of replicate 0. */
export function firstReplicates(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ run }) => run.replicate === 0);
}
