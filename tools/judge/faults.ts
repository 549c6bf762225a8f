/** Faults planted in a result, each of which the judge must find. */
import { wilson } from "../../experiments/statistics/proportions.ts";
import type { ClaimData, Copy, Row } from "./copy.ts";

/** A fault: changes a copy, and returns what a line of the judge must contain; undefined if the result has no place for it. */
export interface PlantedFault {
  readonly name: string;
  readonly plant: (copy: Copy) => string | undefined;
}

/** A claim of a copy with its row of claims.csv. */
interface JudgedClaim {
  readonly name: string;
  readonly claim: ClaimData;
  readonly row: Row;
}

function judgedClaims({ claims, tables }: Copy): JudgedClaim[] {
  return tables.claims.map((row) => ({ name: row.claim!, claim: claims[row.claim!]!, row }));
}

/** Writes a proportion and its interval into a row of claims.csv. */
function publishProportion(row: Row, successes: number, n: number, confidence: number): void {
  const { lower, upper } = wilson(successes, n, confidence);
  Object.assign(row, { estimate: `${successes / n}`, lower: `${lower}`, upper: `${upper}`, n: `${n}` });
}

/** The value of a claim by replicate, in one of its arms; the table is runs.csv. */
function valuesInArm({ arms, value }: ClaimData, arm: number, rows: readonly Row[]): Map<string, number> {
  const isSelected = (row: Row) =>
    Object.entries(arms[arm]!).every(([column, levels]) => [levels].flat().map(String).includes(row[column]!));
  const selected = rows.filter((row) => isSelected(row) && row[value!] !== "");
  return new Map(selected.map((row) => [row.replicate!, Number(row[value!])]));
}

function countTies(claim: ClaimData, runs: readonly Row[]): number {
  const [first, second] = [0, 1].map((arm) => valuesInArm(claim, arm, runs));
  return [...first!].filter(([replicate, value]) => second!.get(replicate) === value).length;
}

function countTieAsWin(copy: Copy): string | undefined {
  for (const { name, claim, row } of judgedClaims(copy)) {
    if (claim.kind !== "sooner" || claim.table !== "runs" || row.n === "0") continue;
    const ties = countTies(claim, copy.tables.runs);
    if (ties === 0) continue;
    const n = Number(row.n);
    publishProportion(row, Math.round(Number(row.estimate) * n) + ties, n + ties, Number(row.confidence));
    return `${name}, n: ours`;
  }
}

function copyTraining({ tables: { runs } }: Copy): string | undefined {
  const from = runs.findIndex(({ replicate, solved, max_error }) =>
    replicate === "0" && solved === "true" && Number(max_error) > 0
  );
  if (from < 0 || runs[from + 1]?.replicate !== "1") return undefined;
  runs[from + 1] = { ...runs[from]!, replicate: "1" };
  return `runs.csv, row ${from + 3}: is the training of row ${from + 2} under another start`;
}

function widenMargin(copy: Copy): string | undefined {
  for (const { name, claim, row } of judgedClaims(copy)) {
    const isEquivalence = claim.margin !== undefined || claim.between !== undefined;
    if (!isEquivalence || row.verdict === "supported" || row.lower === "" || row.upper === "") continue;
    const lower = Number(row.lower), upper = Number(row.upper), near = claim.near ?? 0;
    if (claim.between) claim.between = [lower - 0.01, upper + 0.01];
    else claim.margin = 0.01 + Math.max(upper - near, near - lower);
    return `${name}, verdict: ours supported,`;
  }
}

function addIntervalToProof(copy: Copy): string | undefined {
  const proof = judgedClaims(copy).find(({ claim }) => claim.kind === "proof");
  if (!proof) return undefined;
  publishProportion(proof.row, Number(proof.row.n), Number(proof.row.n), 0.95);
  return `${proof.name}, lower: ours nothing`;
}

function leaveUncorrected(copy: Copy): string | undefined {
  const isCorrected = ({ claim, row }: JudgedClaim) =>
    ["proportion", "sooner"].includes(claim.kind) && Number(row.confidence) > 0.95 && row.n !== "0";
  const corrected = judgedClaims(copy).filter(isCorrected);
  for (const { row } of corrected) {
    const n = Number(row.n);
    publishProportion(row, Math.round(Number(row.estimate) * n), n, 0.95);
    row.confidence = "0.95";
  }
  return corrected[0] && `${corrected[0].name}, confidence: ours`;
}

function shiftEstimate(copy: Copy): string | undefined {
  const claim = judgedClaims(copy).find(({ row }) => row.estimate !== "" && row.kind !== "exact");
  if (!claim) return undefined;
  claim.row.estimate = String(Number(claim.row.estimate) + 1e-6);
  return `${claim.name}, estimate: ours`;
}

function flipVerdict(copy: Copy): string | undefined {
  const claim = judgedClaims(copy).find(({ row }) => row.verdict !== "undecided");
  if (!claim) return undefined;
  claim.row.verdict = claim.row.verdict === "supported" ? "refuted" : "supported";
  return `${claim.name}, verdict: ours`;
}

function countLateRunAsSolved({ tables: { restarted } }: Copy): string | undefined {
  const at = restarted?.findIndex(({ solved }) => solved === "false") ?? -1;
  if (at < 0) return undefined;
  const row = restarted![at]!;
  Object.assign(row, { solved: "true", solved_epoch: row.epochs });
  return `restarted.csv, row ${at + 2}: is not what the runs`;
}

function judgeOnStartsThatChose({ tables: { restarted } }: Copy): string | undefined {
  if (!restarted) return undefined;
  const half = restarted.reduce((min, { replicate }) => Math.min(min, Number(replicate)), Infinity);
  for (const row of restarted) row.replicate = String(Number(row.replicate) - half);
  return "restarted.csv, row 2: is not what the runs";
}

/** Deletes the first claim from claims.json and claims.csv; returns its name. */
function deleteClaim({ claims, tables }: Copy): string {
  const { claim } = tables.claims.shift()!;
  delete claims[claim!];
  return claim!;
}

function deleteClaimFromPageToo(copy: Copy): string | undefined {
  if (copy.tables.claims.length < 2) return undefined; // a table without rows has no header here
  const { verdict } = copy.tables.claims[0]!;
  copy.page = copy.page.replace(`<li id="claim-${deleteClaim(copy)}"`, "<li");
  const left = copy.tables.claims.filter((row) => row.verdict === verdict).length;
  return `summary.json: counts ${left + 1} claims ${verdict}, claims.csv has ${left}`;
}

function editPage(copy: Copy): string {
  copy.page = copy.page.replace("</title>", ".</title>");
  copy.renewsDigests = false;
  return "report.html: has another SHA-256";
}

/** All faults. */
export const FAULTS: readonly PlantedFault[] = [
  { name: "a tie counted as a win", plant: countTieAsWin },
  { name: "a training copied to another start", plant: copyTraining },
  { name: "a margin widened after the run", plant: widenMargin },
  { name: "an interval added to a proof", plant: addIntervalToProof },
  { name: "a family left uncorrected", plant: leaveUncorrected },
  { name: "an estimate off by 1e-6", plant: shiftEstimate },
  { name: "a verdict turned round", plant: flipVerdict },
  { name: "a run solved after its cutoff counted as solved", plant: countLateRunAsSolved },
  { name: "starts that chose a cutoff judge it", plant: judgeOnStartsThatChose },
  {
    name: "a claim deleted from claims.json and claims.csv",
    plant: (copy) => `claims.json: lacks the claim ${deleteClaim(copy)}, which report.html has`,
  },
  { name: "a claim deleted from the page, too", plant: deleteClaimFromPageToo },
  { name: "a page edited after the run", plant: editPage },
];
