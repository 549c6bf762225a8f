/** How each kind of claim is judged. */
import { NUMBERS } from "../../core/elementary.ts";
import type { Claim } from "../claims.ts";
import type { Row } from "../columns.ts";
import type { Tables } from "../experiment.ts";
import { PERCENT, percent, PLAIN, POINTS, significant, type Style, written } from "../format.ts";
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
  logLogSlope,
  median,
  shareFirst,
  tango,
  type Verdict,
  wilson,
} from "../statistics.ts";
import { curvesOf, named, pair, select } from "./rows.ts";

/** What judging gives, before it is put into words. */
export interface Judgement {
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
export const KINDS: { readonly [K in Claim["kind"]]: (claim: KindOf<K>, tables: Tables, level: number) => Judgement } =
  {
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
        rule:
          `equivalence: the ${stated(level)} order-statistic interval of the curves' median slope (least squares, ` +
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
