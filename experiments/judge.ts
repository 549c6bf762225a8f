/** Judges the claims of an experiment from its tables. */
import { stream } from "../core/random.ts";
import type { Claim } from "./claims/claim.ts";
import { type JudgedClaim, kindOf, prepareClaim, undecidedClaim } from "./claims/claims.ts";
import { type ColumnTable, columnTableOf, numbersOf, selectRows } from "./claims/column_table.ts";
import { type ClaimRows, START } from "./claims/kind.ts";
import { matches } from "./define/factors.ts";
import { CLAIMS_SCHEMA, type Table } from "./define/tables.ts";
import { ownCells, ownLevels, type Plan, seedText } from "./plan.ts";
import { CONFIDENCE, holmConfidence, judgeFamily } from "./statistics/statistics.ts";
import { ruleOf } from "./claims/claim_data.ts";

/** A claim with the rows that it is about. */
export interface PreparedClaim {
  readonly name: string;
  readonly claim: Claim;
  /** Why it cannot be judged, or its rows. */
  readonly rows: ClaimRows | string;
}

/**
 * Judges every claim whose settings were all run; the others are undecided.
 *
 * All claims of an experiment that an interval decides are one family: by Holm's correction their verdicts hold together.
 */
export function judgeAll(plan: Plan, tables: readonly Table[]): JudgedClaim[] {
  return judgePrepared(prepareClaims(plan, tables));
}

/** Judges prepared claims of one experiment. */
export function judgePrepared(prepared: readonly PreparedClaim[]): JudgedClaim[] {
  const judges = prepared.map(({ name, claim, rows }) => ({
    name,
    claim,
    judge: typeof rows === "string" ? () => undecidedClaim(name, claim, rows) : prepareClaim(name, claim, rows),
  }));
  const family = judges.filter(({ claim, judge }) => kindOf(claim).hasRegion && judge(claimConfidence(claim)).n > 0)
    .map(({ claim, judge }) => (open: number) => judge(holmConfidence(claimConfidence(claim), open)));
  const decided = new Map(judgeFamily(family).map((judged) => [judged.claim, judged]));
  return judges.map(({ name, claim, judge }) => decided.get(name) ?? judge(claimConfidence(claim)));
}

/** The claims of a plan with the rows of its tables that they are about. */
export function prepareClaims(plan: Plan, tables: readonly Table[]): PreparedClaim[] {
  const tableNamed = columnTables(tables);
  const lacksCells = missingCellsTest(plan);
  return Object.entries(plan.experiment.claims).map(([name, claim]) => {
    if (lacksCells(claim)) return { name, claim, rows: "if a setting that it is about was not run" };
    return { name, claim, rows: rowsOfClaim(plan, tableNamed(claim.table), name, claim) };
  });
}

function claimConfidence({ confidence = CONFIDENCE }: Claim): number {
  return confidence;
}

/** Whether every setting that a claim is about was run. */
export function completenessTest(plan: Plan): (claim: Claim) => boolean {
  const lacksCells = missingCellsTest(plan);
  return (claim) => !lacksCells(claim);
}

/** Tables by columns, each converted when it is first asked for. */
function columnTables(tables: readonly Table[]): (name: string) => ColumnTable {
  const converted = new Map<string, ColumnTable>();
  return (name) => {
    const table = tables.find((table) => table.name === name);
    if (!table) throw new RangeError(`Cannot judge a claim: there is no table "${name}"`);
    const known = converted.get(name) ??
      ("columnTable" in table ? table.columnTable as ColumnTable : columnTableOf(table, table.rows));
    converted.set(name, known);
    return known;
  };
}

function rowsOfClaim(plan: Plan, table: ColumnTable, name: string, claim: Claim): ClaimRows | string {
  const declared = declaredLevels(plan, table);
  const arms = claim.arms.map((arm) => selectRows(table, { ...declared, ...arm }));
  if (kindOf(claim).hasRegion && !arms.every((rows) => haveDistinctStarts(table, rows))) {
    return "because an arm has several rows of one start";
  }
  const { experiment, settings: { suiteSeed } } = plan;
  const seed = seedText(suiteSeed, experiment, name);
  return { table, arms, random: () => stream(seed, "bootstrap").double };
}

/** Selects the rows of the declared levels: claims are not about others that `set` adds. */
function declaredLevels({ experiment, levels }: Plan, { columns }: ColumnTable): Record<string, readonly string[]> {
  const entries = Object.entries(experiment.factors)
    .filter(([name]) => Object.hasOwn(columns, name))
    .map(([name, factor]) => [name, ownLevels(factor)] as const);
  return Object.fromEntries(entries.filter(([name, own]) => levels[name]!.some((level) => !own.includes(level))));
}

function haveDistinctStarts(table: ColumnTable, rows: Int32Array): boolean {
  const starts = numbersOf(table, START);
  return new Set(Array.from(rows, (row) => starts[row]!)).size === rows.length;
}

/**
 * Returns a function that says whether a plan lacks cells of a claim, such as those of a level that was left out.
 *
 * A claim is about the experiment's own cells with the levels that it names. In a selection of rows of a further table,
 * only columns named like factors count; a selection that names no factor is about all cells.
 */
function missingCellsTest({ experiment, cells }: Plan): (claim: Claim) => boolean {
  const planned = new Set(cells.map(({ levels }) => keyOf(levels)));
  const missing = ownCells(experiment).filter((levels) => !planned.has(keyOf(levels)));
  return (claim) =>
    claim.arms.some((arm) => {
      const levels = Object.entries(arm).filter(([name]) => Object.hasOwn(experiment.factors, name));
      return missing.some((cell) => matches(cell, Object.fromEntries(levels)));
    });
}

function keyOf(levels: Readonly<Record<string, string>>): string {
  return Object.values(levels).join("\n");
}

/** The judged claims as a table. */
export function claimsTable(judged: readonly JudgedClaim[]): Table {
  return { ...CLAIMS_SCHEMA, rows: judged.map(({ finding: _, counterexample: __, values: ___, ...row }) => row) };
}

/** Every claim of a plan by name; `complete` says whether all settings that it is about were run. */
export function claimsJson(plan: Plan): unknown {
  const { id, claims } = plan.experiment;
  const isComplete = completenessTest(plan);
  return Object.fromEntries(
    Object.entries(claims).map(([name, claim]) => [name, {
      statement: claim.statement,
      ...ruleOf(claim, id),
      complete: isComplete(claim),
    }]),
  );
}
