/** Whether all that a claim speaks of was run. */
import type { Claim } from "./claims/claims.ts";
import { matches } from "./experiment.ts";
import { ownCells, type Plan } from "./plan.ts";

/**
 * Tells of claims whether a plan lacks cells that they are about, such as those of a level that was left out.
 *
 * A claim is about the experiment's own cells with the levels that it names; of tables whose rows are no runs, only names
 * of factors tell which these are, and a claim that names none is about all.
 */
export function lackingIn({ experiment, cells }: Plan): (claim: Claim) => boolean {
  const planned = new Set(cells.map(({ levels }) => keyOf(levels)));
  const missing = ownCells(experiment).filter((levels) => !planned.has(keyOf(levels)));
  const factors = Object.keys(experiment.factors);
  return (claim) => {
    const named = wheresOf(claim).map((where) =>
      Object.fromEntries(Object.entries(where).filter(([name]) => factors.includes(name)))
    );
    return missing.some((levels) => named.some((where) => matches(levels, where)));
  };
}

function wheresOf(claim: Claim): Readonly<Record<string, unknown>>[] {
  return "first" in claim ? [claim.first, claim.second] : [claim.where ?? {}];
}

function keyOf(levels: Readonly<Record<string, string>>): string {
  return Object.values(levels).join("\n");
}
