/** Regions: the values for which a claim is supported. */
import { formatSignificant, formatWithUnit, type NumberFormat } from "../format.ts";
import { type Interval, judgeBetween, type Verdict } from "../statistics/statistics.ts";
import type { AnyRule, Category } from "./kind.ts";

/** Whether a region has two ends, so that the claim is one of equivalence. */
export function categoryOfRegion({ is }: AnyRule): Category {
  return is === undefined ? "equivalence" : "comparison";
}

/** The ends of a rule's region. */
function endsOf({ is, than, margin, near = 0, between }: AnyRule): readonly [number, number] {
  if (between) return between;
  if (margin !== undefined) return [near - margin, near + margin];
  return is === "above" ? [than!, Infinity] : [-Infinity, than!];
}

/** Supported if the whole interval lies within the region, refuted if it lies outside. */
export function judgeRegion(rule: AnyRule, interval: Interval): Verdict {
  return judgeBetween(interval, ...endsOf(rule));
}

/** The rule in words: comparison: supported if the 95 % Wilson interval … lies above 50 %, refuted if outside. */
export function describeRegion(
  rule: AnyRule,
  confidence: number,
  interval: string,
  format: NumberFormat,
): string {
  const percent = formatSignificant(100 * confidence);
  const [from, to] = endsOf(rule).map((value) => formatWithUnit(format, value));
  const { is, margin, near = 0 } = rule;
  const region = is
    ? `${is} ${is === "above" ? from : to}`
    : margin !== undefined && near === 0
    ? `within ±${formatWithUnit(format, margin)}`
    : `between ${from} and ${to}`;
  return `${categoryOfRegion(rule)}: supported if the ${percent} % ${interval} lies ${region}, refuted if outside`;
}
