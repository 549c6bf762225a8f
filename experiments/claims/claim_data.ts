/** Claims as plain data: what `claims.json` holds, and what the seal covers. */
import type { Claim } from "./claim.ts";
import { kindOf } from "./claims.ts";
import { columnsRead } from "./condition.ts";
import type { AnyRule } from "./kind.ts";
import { CONFIDENCE } from "../statistics/statistics.ts";

/** The rule of a claim, whole: all that decides its verdict. */
export function ruleOf(claim: Claim, experiment: string) {
  const { kind, condition, value, category, is, than, margin, near = 0, between } = claim as AnyRule;
  const { hasRegion } = kindOf(claim);
  return {
    kind,
    table: claim.table,
    arms: claim.arms,
    ...(condition && { condition }),
    ...(value !== undefined && { value }),
    ...(category !== undefined && { category }),
    ...(is !== undefined && { is, than }),
    ...(margin !== undefined && { margin, near }),
    ...(between && { between }),
    confidence: claim.confidence ?? CONFIDENCE,
    family: hasRegion ? experiment : null,
  };
}

/** The columns that a claim's rule reads, arms included. */
export function columnsOfRule(claim: Claim): string[] {
  const { condition = {}, value, category } = claim as AnyRule;
  const { columns = [] } = kindOf(claim);
  const named = [value, category].filter((name) => name !== undefined);
  const ofArms = claim.arms.flatMap((arm) => Object.keys(arm));
  return [...new Set([...ofArms, ...columnsRead(condition), ...named, ...columns])].sort();
}
