/** Whether all that a claim speaks of was run. */
import type { Claim } from "../claims.ts";
import { matches } from "../experiment.ts";
import { ownCells, type Plan } from "../plan.ts";

/**
 * Whether cells that a claim is about are not in a plan, such as those of a level that was left out.
 *
 * It is about the experiment's own cells with the levels that it names; of tables whose rows are no runs, only names of
 * factors tell which these are, and a claim that names none is about all.
 */
export function missesCells({ experiment, cells }: Plan, claim: Claim): boolean {
  const factors = Object.keys(experiment.factors), planned = new Set(cells.map(({ levels }) => keyOf(levels)));
  const named = wheresOf(claim).map((where) =>
    Object.fromEntries(Object.entries(where).filter(([name]) => factors.includes(name)))
  );
  return ownCells(experiment).some((levels) =>
    named.some((where) => matches(levels, where)) && !planned.has(keyOf(levels))
  );
}

function wheresOf(claim: Claim): Readonly<Record<string, unknown>>[] {
  return "first" in claim ? [claim.first, claim.second] : [claim.where ?? {}];
}

function keyOf(levels: Readonly<Record<string, string>>): string {
  return Object.values(levels).join("\n");
}
