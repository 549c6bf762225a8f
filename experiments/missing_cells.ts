/** Whether everything that a claim is about was run. */
import { type Claim, kindOf } from "./claims/claims.ts";
import { matches } from "./define/factors.ts";
import { ownCells, type Plan } from "./plan.ts";

/**
 * A function that tells whether a plan lacks cells that a claim is about, such as those of a level that was left out.
 *
 * A claim is about the experiment's own cells with the levels that it names. In a selection of rows of a further table,
 * only columns named like factors count; a selection that names no factor is about all cells.
 */
export function missingCellsTest({ experiment, cells }: Plan): (claim: Claim) => boolean {
  const planned = new Set(cells.map(({ levels }) => keyOf(levels)));
  const missing = ownCells(experiment).filter((levels) => !planned.has(keyOf(levels)));
  return (claim) =>
    kindOf(claim).cells(claim).some((where) => {
      const levels = Object.entries(where).filter(([name]) => Object.hasOwn(experiment.factors, name));
      return missing.some((cell) => matches(cell, Object.fromEntries(levels)));
    });
}

function keyOf(levels: Readonly<Record<string, string>>): string {
  return Object.values(levels).join("\n");
}
