/** Claims: sentences that code judges from the CSV. */
import {
  type CurveRow,
  type Factors,
  type FurtherTables,
  matches,
  type RunRow,
  type Tables,
  type TablesOf,
  type Where,
} from "./experiment.ts";
import type { Row } from "./columns.ts";
import { NUMBERS } from "../core/elementary.ts";
import { interval as bracketed, PERCENT, percent, PLAIN, POINTS, significant, type Style, written } from "./format.ts";
import {
  countPairs,
  hodgesLehmann,
  type Interval,
  judgeBetween,
  judgeEquivalent,
  judgeEvery,
  judgeHigher,
  judgeLower,
  judgeNone,
  LEVEL,
  logLogSlope,
  median,
  shareFirst,
  tango,
  type Verdict,
  wilson,
} from "./statistics.ts";

/** What a page says for each verdict. `{estimate}`, `{interval}`, `{count}`, `{n}` and `{counterexample}` are filled in. */
export type Wording = Readonly<Record<Verdict, string>>;

interface Stated {
  /** What is claimed, before the run. */
  readonly statement: string;
  readonly says: Wording;
  /** Claims of one family answer one question; Holm's correction lets their verdicts hold together at 95 %. */
  readonly family?: string;
}

/** Exact: something holds of every row, or of none; one counterexample refutes. */
type ExactClaim<F extends Factors, T extends FurtherTables> = {
  readonly [N in keyof TablesOf<F, T>]: {
    readonly kind: "every" | "none";
    readonly table: N;
    /** Which rows: all where absent. */
    readonly where?: N extends "runs" | "curves" ? Where<F> : Readonly<Record<string, string | readonly string[]>>;
    readonly holds: (row: TablesOf<F, T>[N][number], tables: TablesOf<F, T>) => boolean;
  };
}[keyof TablesOf<F, T>];

/** Comparison: the share of runs of which something holds lies above or below a number. */
interface ShareClaim<F extends Factors> {
  readonly kind: "share";
  readonly where?: Where<F>;
  readonly holds: (run: RunRow<F>) => boolean;
  readonly is: "above" | "below";
  readonly than: number;
}

/** Two arms on the same seeds. */
interface Paired<F extends Factors, T extends FurtherTables> {
  readonly first: Where<F>;
  readonly second: Where<F>;
  /** Which runs of the arms count, told by the tables; all where absent. */
  readonly among?: (run: RunRow<F>, tables: TablesOf<F, T>) => boolean;
}

/** Comparison: something holds more often in the first arm, seed by seed. */
interface DifferenceClaim<F extends Factors, T extends FurtherTables> extends Paired<F, T> {
  readonly kind: "difference";
  readonly holds: (run: RunRow<F>) => boolean;
}

/** Equivalence: something holds equally often in both arms, within a margin. */
interface EquivalenceClaim<F extends Factors, T extends FurtherTables> extends Paired<F, T> {
  readonly kind: "equivalence";
  readonly holds: (run: RunRow<F>) => boolean;
  readonly margin: number;
}

/** Comparison: the first arm is there sooner, seed by seed; where `value` is undefined, a run never gets there. */
interface SoonerClaim<F extends Factors, T extends FurtherTables> extends Paired<F, T> {
  readonly kind: "sooner";
  readonly value: (run: RunRow<F>) => number | undefined;
}

/**
 * Equivalence: the second arm's value is so many times the first's, by the typical ratio over the seeds that have both.
 *
 * From … to; `[3, Infinity]` says "at least three times".
 */
interface RatioClaim<F extends Factors, T extends FurtherTables> extends Paired<F, T> {
  readonly kind: "ratio";
  readonly value: (run: RunRow<F>) => number | undefined;
  readonly between: readonly [number, number];
}

/** Comparison: the median of a value lies above or below a number; runs without the value rank last. */
interface MedianClaim<F extends Factors> {
  readonly kind: "median";
  readonly where?: Where<F>;
  readonly value: (run: RunRow<F>) => number | undefined;
  readonly is: "above" | "below";
  readonly than: number;
}

/** Equivalence: on log-log axes, the learning curves between two epochs have a slope near a number, by their median. */
interface SlopeClaim<F extends Factors> {
  readonly kind: "slope";
  readonly where?: Where<F>;
  readonly value: (point: CurveRow<F>) => number | undefined;
  readonly from: number;
  readonly to: number;
  readonly near: number;
  readonly margin: number;
}

/** A claim of an experiment with factors F and further tables T. */
export type Claim<F extends Factors = Factors, T extends FurtherTables = FurtherTables> =
  & Stated
  & (
    | ExactClaim<F, T>
    | ShareClaim<F>
    | DifferenceClaim<F, T>
    | EquivalenceClaim<F, T>
    | SoonerClaim<F, T>
    | RatioClaim<F, T>
    | MedianClaim<F>
    | SlopeClaim<F>
  );

/** A claim that has been judged. */
export interface Judged {
  readonly claim: string;
  readonly statement: string;
  readonly verdict: Verdict;
  readonly estimate: number | undefined;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
  readonly n: number;
  /** How the verdict was reached. */
  readonly rule: string;
  /** What the data say, in a sentence. */
  readonly finding: string;
}

/** What judging gives, before it is put into words. */
interface Judgement {
  readonly verdict: Verdict;
  readonly interval: Interval;
  readonly rule: string;
  /** How estimates of this kind are written. */
  readonly style: Style;
  readonly count?: number;
  readonly counterexample?: string;
}

type KindOf<K extends Claim["kind"]> = Extract<Claim, { readonly kind: K }>;

/** How each kind of claim is judged, by intervals of a level. */
const KINDS: { readonly [K in Claim["kind"]]: (claim: KindOf<K>, tables: Tables, level: number) => Judgement } = {
  every: (claim, tables) => exact(claim, tables),
  none: (claim, tables) => exact(claim, tables),
  share: ({ where, holds, is, than }, tables, level) => {
    const runs = select(tables.runs!, where), count = runs.filter(holds as unknown as Test).length;
    const interval = wilson(count, runs.length, level);
    return {
      verdict: is === "above" ? judgeHigher(interval, than) : judgeLower(interval, than),
      interval,
      count,
      rule: `comparison: the Wilson ${stated(level)} interval of the share lies ${is} ${percent(than)}`,
      style: PERCENT,
    };
  },
  difference: (claim, tables, level) => {
    const interval = pairedDifference(claim, tables, level);
    return {
      verdict: judgeHigher(interval),
      interval,
      rule: `comparison: the ${stated(level)} score interval (Tango) of the paired difference lies above 0`,
      style: POINTS,
    };
  },
  equivalence: (claim, tables, level) => {
    const interval = pairedDifference(claim, tables, level);
    return {
      verdict: judgeEquivalent(interval, claim.margin),
      interval,
      rule: `equivalence: the ${stated(level)} score interval (Tango) of the paired difference lies within ±${
        written(POINTS, claim.margin)
      }`,
      style: POINTS,
    };
  },
  sooner: (claim, tables, level) => {
    const interval = shareFirst(...valuesOf(claim, tables), level);
    return {
      verdict: judgeHigher(interval, 0.5),
      interval,
      rule: `comparison: the ${
        stated(level)
      } interval of the share of seeds with the first arm ahead (ties half) lies above 50 %`,
      style: PERCENT,
    };
  },
  ratio: (claim, tables, level) => {
    const [first, second] = valuesOf(claim, tables);
    const both = first.map((value, i) => [value ?? 0, second[i] ?? 0] as const).filter(([a, b]) => a > 0 && b > 0);
    const logs = hodgesLehmann(both.map(([, b]) => NUMBERS.log(b)), both.map(([a]) => NUMBERS.log(a)), level);
    const [estimate, lower, upper] = [logs.estimate, logs.lower, logs.upper].map(NUMBERS.exp);
    const interval = { estimate: estimate!, lower: lower!, upper: upper!, n: logs.n }, [from, to] = claim.between;
    return {
      verdict: judgeBetween(interval, from, to),
      interval,
      rule:
        `equivalence: the ${stated(level)} signed-rank interval (Hodges & Lehmann) of the typical ratio, over the ` +
        `seeds that have both values, lies ${to === Infinity ? `above ${from}` : `between ${from} and ${to}`}`,
      style: PLAIN,
    };
  },
  median: ({ where, value, is, than }, tables, level) => {
    const interval = median(select(tables.runs!, where).map(value as unknown as Value), level);
    return {
      verdict: is === "above" ? judgeHigher(interval, than) : judgeLower(interval, than),
      interval,
      rule: `comparison: the ${stated(level)} order-statistic interval of the median lies ${is} ${than}`,
      style: PLAIN,
    };
  },
  slope: ({ where, value, from, to, near, margin }, tables, level) => {
    const points = select(tables.curves!, where).filter(({ epoch }) =>
      (epoch as number) >= from && (epoch as number) <= to
    );
    const slopes = curvesOf(points).map((curve) =>
      logLogSlope(curve.map((point) => [point.epoch as number, (value as unknown as Value)(point)]))
    );
    const interval = median(slopes, level);
    return {
      verdict: judgeEquivalent(interval, margin, near),
      interval,
      rule: `equivalence: the ${stated(level)} order-statistic interval of the curves' median slope (least squares, ` +
        `log-log, epochs ${from} to ${to}) lies within ${significant(near)} ± ${margin}`,
      style: PLAIN,
    };
  },
};

function stated(level: number): string {
  return `${significant(100 * level)} %`;
}

type Test = (row: Row) => boolean;
type Value = (row: Row) => number | undefined;

/** Judges a claim from the tables as read back from the CSV, by intervals of a level. */
export function judgeClaim(name: string, claim: Claim, tables: Tables, level = LEVEL): Judged {
  const judge = KINDS[claim.kind] as (claim: Claim, tables: Tables, level: number) => Judgement;
  const judgement = judge(claim, tables, level), { verdict, interval, rule } = judgement;
  const finite = (value: number) => Number.isFinite(value) ? value : undefined;
  return {
    claim: name,
    statement: claim.statement,
    verdict,
    estimate: finite(interval.estimate),
    lower: finite(interval.lower),
    upper: finite(interval.upper),
    n: interval.n,
    rule,
    finding: interval.n === 0 ? `Nothing was run that could tell: ${claim.statement}` : say(claim.says, judgement),
  };
}

function say(says: Wording, { verdict, interval, style, count, counterexample }: Judgement): string {
  const { estimate, lower, upper, n } = interval;
  const words: Readonly<Record<string, string>> = {
    estimate: written(style, estimate),
    interval: bracketed(style, lower, upper),
    n: String(n),
    count: String(count),
    counterexample: counterexample ?? "none",
  };
  return says[verdict].replaceAll(/\{(\w+)\}/g, (whole, word) => words[word] ?? whole);
}

function exact({ kind, table, where, holds }: KindOf<"every" | "none">, tables: Tables): Judgement {
  const rows = select(tables[table]!, where),
    test = (row: Row) => (holds as unknown as (row: Row, tables: Tables) => boolean)(row, tables);
  const { verdict, counterexample } = (kind === "every" ? judgeEvery : judgeNone)(rows, test);
  const count = rows.filter(test).length;
  return {
    verdict,
    interval: wilson(count, rows.length),
    count,
    rule: `exact: it holds of ${kind === "every" ? "every row" : "no row"} of ${String(table)}.csv that is meant`,
    style: PERCENT,
    ...(counterexample !== undefined && { counterexample: named(rows[counterexample]!) }),
  };
}

/** The columns that tell which row it is: its words, and its replicate. */
function named(row: Row): string {
  return Object.entries(row)
    .filter(([name, value]) => name === "replicate" || typeof value === "string" && name !== "status")
    .map(([name, value]) => `${name} ${value}`).join(", ");
}

function pairedDifference(claim: KindOf<"difference" | "equivalence">, tables: Tables, level: number): Interval {
  const [a, b] = pair(claim, tables).map((arm) => arm.map(claim.holds as unknown as Test));
  const { onlyA, onlyB } = countPairs(a!, b!);
  return tango(onlyA, onlyB, a!.length, level);
}

/** The values of two arms, seed by seed. */
function valuesOf(claim: KindOf<"sooner" | "ratio">, tables: Tables): [(number | undefined)[], (number | undefined)[]] {
  const [a, b] = pair(claim, tables);
  return [a.map(claim.value as unknown as Value), b.map(claim.value as unknown as Value)];
}

/** The rows whose factors have the levels named. */
export function select(rows: readonly Row[], where: Readonly<Record<string, unknown>> = {}): Row[] {
  return rows.filter((row) => matches(row, where));
}

/** The points of each curve: those that share levels and replicate. */
function curvesOf(points: readonly Row[]): Row[][] {
  const curves = Map.groupBy(
    points,
    (row) =>
      Object.keys(row).slice(0, Object.keys(row).indexOf("replicate") + 1).map((column) => row[column]).join("\n"),
  );
  return [...curves.values()];
}

/** Two arms side by side, seed by seed; what varies besides the arms' own levels is matched. */
function pair({ first, second, among }: Paired<Factors, FurtherTables>, tables: Tables): [Row[], Row[]] {
  const counts = among as unknown as ((row: Row, tables: Tables) => boolean) | undefined;
  const runs = counts ? tables.runs!.filter((run) => counts(run, tables)) : tables.runs!;
  const arms = new Set([...Object.keys(first), ...Object.keys(second)]);
  const match = (row: Row) =>
    Object.keys(row).slice(0, Object.keys(row).indexOf("replicate") + 1)
      .filter((column) => !arms.has(column)).map((column) => row[column]).join("\n");
  const partners = new Map(select(runs, second).map((row) => [match(row), row]));
  const pairs = select(runs, first).flatMap((row) => {
    const partner = partners.get(match(row));
    return partner ? [[row, partner] as const] : [];
  });
  return [pairs.map(([row]) => row), pairs.map(([, partner]) => partner)];
}
