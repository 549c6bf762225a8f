/**
 * Counts the wrong verdicts that chance alone gives: `deno task audit permute [--times N] [--seeds N] [--suite-seed TEXT]`.
 *
 * It trains the suite. Then it exchanges, N times (1,000 by default), the two settings of each comparison from each start
 * with probability ½, and judges all comparisons of a page as one family, as the suite does. After such an exchange
 * neither setting is better: a difference is 0, a win proportion ½, a ratio 1. A verdict is wrong if it says otherwise.
 * Holm's correction promises a wrong verdict on at most one page in twenty. Exit code 1: there are more than that, beyond
 * the chance of this sample.
 */
import { parseArgs } from "@std/cli";
import { stream } from "../core/random.ts";
import { CATALOG } from "../experiments/catalog.ts";
import type { Claim } from "../experiments/claims/claim.ts";
import type { AnyRule } from "../experiments/claims/kind.ts";
import { pairStarts } from "../experiments/claims/kind.ts";
import { judgeRegion } from "../experiments/claims/region.ts";
import { formatSignificant } from "../experiments/format.ts";
import { judgePrepared, prepareClaims, type PreparedClaim } from "../experiments/judge.ts";
import { planOf, SUITE_SEED } from "../experiments/plan.ts";
import { CONFIDENCE, type Verdict, wilson } from "../experiments/statistics/statistics.ts";
import { WorkerPool } from "../experiments/training/pool.ts";
import { runPlan } from "../experiments/training/run_plan.ts";

const args = parseArgs(Deno.args, { string: ["times", "seeds", "suite-seed"] });
const times = Number(args.times ?? 1000);
const suiteSeed = args["suite-seed"] ?? SUITE_SEED;

/** What each kind of comparison estimates where neither setting is better. */
const NULL_VALUES: Readonly<Partial<Record<Claim["kind"], number>>> = {
  difference: 0,
  sooner: 0.5,
  ratio: 1,
  effort: 1,
};

/** The verdict that the null value deserves; undecided on the edge of the region. */
function rightVerdict(claim: Claim): Verdict {
  const estimate = NULL_VALUES[claim.kind]!;
  return judgeRegion(claim as AnyRule, { estimate, lower: estimate, upper: estimate, n: 1 });
}

/** The same comparison with the settings exchanged from random starts. */
function exchange(prepared: PreparedClaim, random: () => number): PreparedClaim {
  const { rows } = prepared;
  if (typeof rows === "string") return prepared;
  const [first, second] = pairStarts(rows);
  const exchanged = first.map(() => random() < 0.5 ? 1 : 0);
  const arms = [
    first.map((row, i) => exchanged[i] ? second[i]! : row),
    second.map((row, i) => exchanged[i] ? first[i]! : row),
  ];
  return { ...prepared, rows: { ...rows, arms } };
}

const pool = new WorkerPool(navigator.hardwareConcurrency);
let pages = 0;
let wrongPages = 0;
let wrongVerdicts = 0;
for (const experiment of CATALOG) {
  const plan = planOf(experiment, { suiteSeed, ...args.seeds && { seeds: Number(args.seeds) } });
  const tables = await runPlan(plan, pool.train, { engine: "auto" });
  const comparisons = prepareClaims(plan, tables).filter(({ claim }) => claim.kind in NULL_VALUES);
  if (comparisons.length === 0) continue;
  pages++;
  const random = stream(`permute\n${experiment.id}`, "exchange").double;
  let wrong = 0;
  for (let time = 0; time < times; time++) {
    const judged = judgePrepared(comparisons.map((comparison) => exchange(comparison, random)));
    const errors = judged.filter(({ verdict }, i) =>
      verdict !== "undecided" && verdict !== rightVerdict(comparisons[i]!.claim)
    );
    wrongVerdicts += errors.length;
    if (errors.length > 0) wrong++;
  }
  wrongPages += wrong;
  console.log(`${experiment.id}: ${comparisons.length} comparisons, a wrong verdict in ${wrong} of ${times} exchanges`);
}
pool.stop();

const trials = pages * times;
const { estimate, lower, upper } = wilson(wrongPages, trials);
const allowed = 1 - CONFIDENCE;
console.log(
  `${wrongPages} of ${trials} pages have a wrong verdict: ${formatSignificant(100 * estimate)} % ` +
    `[${formatSignificant(100 * lower)}, ${formatSignificant(100 * upper)}], promised at most ${
      formatSignificant(100 * allowed)
    } %; ` +
    `${formatSignificant(wrongVerdicts / times)} wrong verdicts a suite`,
);
Deno.exit(lower > allowed ? 1 : 0);
