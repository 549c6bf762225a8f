/** The verdicts of an experiment, from its tables. */
import { type Claim, judgeClaim, type Judged } from "./claims.ts";
import { CLAIM_COLUMNS } from "./columns.ts";
import type { Experiment, Tables } from "./experiment.ts";
import type { Table } from "./records.ts";
import { holmVerdicts } from "./statistics.ts";

/** Judges every claim, those of a family by Holm's correction. */
export function judgeAll({ claims }: Experiment, tables: Tables): Judged[] {
  const named = Object.entries(claims);
  const families = Map.groupBy(named.filter(([, { family }]) => family !== undefined), ([, { family }]) => family);
  const corrected = new Map([...families.values()].flatMap((family) => judgeFamily(family, tables)));
  return named.map(([name, claim]) => corrected.get(name) ?? judgeClaim(name, claim, tables));
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
