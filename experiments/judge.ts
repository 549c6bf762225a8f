/** The verdicts of an experiment, from its tables. */
import { type Claim, judgeClaim, type Judged } from "./claims/claims.ts";
import { lackingIn } from "./missing_cells.ts";
import { CLAIM_COLUMNS } from "./define/columns.ts";
import type { Tables } from "./experiment.ts";
import type { Plan } from "./plan.ts";
import type { Table } from "./records.ts";
import { holmVerdicts } from "./statistics/statistics.ts";

/** Judges every claim whose cells were run, those of a family by Holm's correction; the others are undecided. */
export function judgeAll(plan: Plan, tables: Tables): Judged[] {
  const named = Object.entries(plan.experiment.claims), lacksCells = lackingIn(plan);
  const run = named.filter(([, claim]) => !lacksCells(claim));
  const families = Map.groupBy(run.filter(([, { family }]) => family !== undefined), ([, { family }]) => family);
  const judged = new Map([
    ...run.filter(([, { family }]) => family === undefined)
      .map(([name, claim]) => [name, judgeClaim(name, claim, tables)] as const),
    ...[...families.values()].flatMap((family) => judgeFamily(family, tables)),
  ]);
  return named.map(([name, claim]) => judged.get(name) ?? leftOpen(name, claim));
}

/** A claim of which cells are missing. */
function leftOpen(claim: string, { statement }: Claim): Judged {
  return {
    claim,
    statement,
    verdict: "undecided",
    estimate: undefined,
    lower: undefined,
    upper: undefined,
    n: 0,
    rule: "undecided where a cell that it is about was not run",
    finding: `Not all was run that could tell: ${statement}`,
  };
}

/** The claims of one family, each judged at the level that Holm's procedure leaves it. */
function judgeFamily(family: readonly (readonly [string, Claim])[], tables: Tables): [string, Judged][] {
  const verdicts = holmVerdicts(
    family.map(([name, claim]) => (level) => judgeClaim(name, claim, tables, level).verdict),
  );
  return family.map(([name, claim], i) => {
    const judged = judgeClaim(name, claim, tables, verdicts[i]!.level);
    return [name, { ...judged, rule: `${judged.rule} (Holm's correction, family of ${family.length})` }];
  });
}

/** The verdicts as a table. */
export function claimsTable(judged: readonly Judged[]): Table {
  return {
    name: "claims",
    meaning: "one row a claim",
    columns: CLAIM_COLUMNS,
    rows: judged.map(({ finding: _, ...row }) => row),
  };
}
