/** Forms of the claims that compare optimisers with gradient descent. */
import type { OptimizerName } from "../../../core/components/optimizers.ts";
import { CLAIMS_EN } from "../../words/claims_en.ts";
import { timesTheEffort } from "../shared/claim_builders.ts";

/** The phrase for optimisers at their best rates. */
export const AT_BEST = "with each at its best rate";

/** The optimiser that all others are compared with. */
export const DESCENT = { optimizer: "gradientDescent" } as const;

/** The claim that an optimiser is clearly faster than gradient descent, where both solve XOR. */
export function fasterThanDescent<const N extends OptimizerName>(optimizer: N, name: string) {
  const comparison = `XOR is solved sooner with ${name} than with gradient descent`;
  return {
    kind: "sooner",
    table: "at_best_rates",
    arms: [{ optimizer }, DESCENT],
    value: "solved_epoch",
    is: "above",
    than: 0.75,
    ...CLAIMS_EN.sooner.moreThan("three quarters", comparison, AT_BEST),
  } as const;
}

/** The claim about the expected epochs of gradient descent as a multiple of another optimiser's. */
export function effortOfDescent<const N extends OptimizerName, const R extends EffortRange>(
  optimizer: N,
  name: string,
  range: R,
) {
  const claim = timesTheEffort([{ optimizer }, DESCENT], { after: "1000" }, range, "gradient descent", name, AT_BEST);
  return { ...claim, table: "at_best_rates" } as const;
}

type EffortRange = Parameters<typeof timesTheEffort>[2];
