/** Claims as data, whole: the content of `claims.json`. */
import { ruleOf } from "./claim_data.ts";
import { completenessTest } from "../judge.ts";
import type { Plan } from "../plan.ts";

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
