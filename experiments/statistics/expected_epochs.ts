import { demand } from "./check_inputs.ts";

/** One run. */
export interface Attempt {
  /** Whether it solved the task. */
  readonly solved: boolean;
  /** The epochs until then, or all epochs of a failed run. */
  readonly epochs: number;
}

/**
 * The expected epochs until solved, if each failed run is followed by a restart.
 *
 * With p the proportion solved: (mean epochs of the solved) + (1 − p)/p × (mean epochs of the failed), which equals the
 * epochs of all runs divided by the number solved. Infinity if none was solved, NaN without runs.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * const attempts = [{ solved: true, epochs: 100 }, { solved: false, epochs: 1000 }];
 * assertEquals(statistics.expectedEpochs(attempts), 1100);
 * ```
 *
 * Throws a RangeError on epochs that are negative or not finite. Source: Auger & Hansen 2005, "Performance evaluation of
 * an advanced local search evolutionary algorithm", CEC.
 */
export function expectedEpochs(attempts: readonly Attempt[]): number {
  let spent = 0;
  let solved = 0;
  for (const attempt of attempts) {
    const { epochs } = attempt;
    demand(Number.isFinite(epochs) && epochs >= 0, "expectedEpochs", "epochs", "a finite number of at least 0", epochs);
    spent += epochs;
    if (attempt.solved) solved++;
  }
  return solved === 0 && attempts.length > 0 ? Infinity : spent / solved;
}
