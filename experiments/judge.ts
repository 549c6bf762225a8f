/** Judges the claims of an experiment from its tables. */
import { type Claim, judgeClaim, type JudgedClaim } from "./claims/claims.ts";
import { CLAIMS_SCHEMA, type Table, type Tables } from "./define/tables.ts";
import { missingCellsTest } from "./missing_cells.ts";
import type { Plan } from "./plan.ts";
import { holmVerdicts } from "./statistics/statistics.ts";

type NamedClaim = readonly [name: string, claim: Claim];

/** Judges every claim whose cells were all run, families with Holm's correction; the other claims are undecided. */
export function judgeAll(plan: Plan, tables: Tables): JudgedClaim[] {
  const named = Object.entries(plan.experiment.claims);
  const lacksCells = missingCellsTest(plan);
  const families = Map.groupBy(named.filter(([, claim]) => !lacksCells(claim)), ([, { family }]) => family);
  const judged = new Map(
    Array.from(
      families,
      ([family, claims]) =>
        family === undefined
          ? claims.map(([name, claim]) => judgeClaim(name, claim, tables))
          : judgeFamily(claims, tables),
    ).flat().map((claim) => [claim.claim, claim]),
  );
  return named.map(([name, claim]) => judged.get(name) ?? undecidedClaim(name, claim));
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

/** Judges each claim of a family with the confidence that Holm's procedure assigns to it. */
function judgeFamily(family: readonly NamedClaim[], tables: Tables): JudgedClaim[] {
  const verdicts = holmVerdicts(
    family.map(([name, claim]) => (confidence) => judgeClaim(name, claim, tables, confidence).verdict),
  );
  return family.map(([name, claim], i) => {
    const judged = judgeClaim(name, claim, tables, verdicts[i]!.confidence);
    return { ...judged, rule: `${judged.rule} (Holm's correction, family of ${family.length})` };
  });
}

/** The judged claims as a table. */
export function claimsTable(judged: readonly JudgedClaim[]): Table {
  return { ...CLAIMS_SCHEMA, rows: judged.map(({ finding: _, ...row }) => row) };
}
