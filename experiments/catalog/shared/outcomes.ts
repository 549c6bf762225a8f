/** Outcomes in groups, and as attempts. */
import { stepsPerEpoch } from "../../../core/training.ts";
import type { Outcome } from "../../define/run.ts";
import type { Attempt } from "../../statistics/statistics.ts";

/** The outcomes of each cell. */
export function outcomesByCell(outcomes: readonly Outcome[]): Outcome[][] {
  return [...Map.groupBy(outcomes, ({ run }) => run.cell).values()];
}

/** The outcomes of replicate 0. */
export function firstReplicates(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ run }) => run.replicate === 0);
}

/** Outcomes as expected epochs see them. */
export function attemptsOf(outcomes: readonly Outcome[]): Attempt[] {
  return outcomes.map(({ training, trained }) => ({
    solved: trained.solved,
    epochs: trained.solvedEpoch ?? trained.steps / stepsPerEpoch(training),
  }));
}
