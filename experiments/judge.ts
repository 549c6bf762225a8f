/** Judges the claims of an experiment from its tables. */
import { type Claim, judgeClaim, type JudgedClaim, kindOf } from "./claims/claims.ts";
import { matches } from "./define/factors.ts";
import { CLAIMS_SCHEMA, type Table, type Tables } from "./define/tables.ts";
import { ownCells, type Plan } from "./plan.ts";
import { judgeFamily } from "./statistics/statistics.ts";

/** Judges every claim whose cells were all run, families with Holm's correction; the other claims are undecided. */
export function judgeAll(plan: Plan, tables: Tables): JudgedClaim[] {
  const named = Object.entries(plan.experiment.claims);
  const lacksCells = missingCellsTest(plan);
  const decidable = named.filter(([, claim]) => !lacksCells(claim));
  // a claim without a family is judged alone
  const judged = [...Map.groupBy(decidable, ([, claim]) => claim.family ?? claim).values()].flatMap((family) =>
    judgeFamily(family.map(([name, claim]) => (confidence) => {
      const judged = judgeClaim(name, claim, tables, confidence);
      if (claim.family === undefined) return judged;
      return { ...judged, rule: `${judged.rule} (Holm's correction, family of ${family.length})` };
    }))
  );
  const byName = new Map(judged.map((claim) => [claim.claim, claim]));
  return named.map(([name, claim]) => byName.get(name) ?? undecidedClaim(name, claim));
}

/**
 * A function that tells whether a plan lacks cells that a claim is about, such as those of a level that was left out.
 *
 * A claim is about the experiment's own cells with the levels that it names. In a selection of rows of a further table,
 * only columns named like factors count; a selection that names no factor is about all cells.
 */
function missingCellsTest({ experiment, cells }: Plan): (claim: Claim) => boolean {
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

/** A claim that cannot be judged because cells are missing. */
function undecidedClaim(claim: string, { statement }: Claim): JudgedClaim {
  return {
    claim,
    statement,
    verdict: "undecided",
    estimate: undefined,
    lower: undefined,
    upper: undefined,
    n: 0,
    rule: "undecided if a cell that it is about was not run",
    finding: `Not everything was run that could decide this: ${statement}`,
  };
}

/** The judged claims as a table. */
export function claimsTable(judged: readonly JudgedClaim[]): Table {
  return { ...CLAIMS_SCHEMA, rows: judged.map(({ finding: _, ...row }) => row) };
}
