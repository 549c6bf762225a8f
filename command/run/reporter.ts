/** The interface between a run of the suite and what reports on it. */
import type { Row } from "../../experiments/define/columns.ts";
import type { Plan } from "../../experiments/plan.ts";

/** An experiment whose files are written. */
export interface FinishedExperiment {
  readonly plan: Plan;
  readonly folder: string;
  /** How many of its runs were reused instead of trained. */
  readonly reused: number;
  /** The rows of its claims.csv. */
  readonly claims: readonly Row[];
}

/** Receives the events of a run of the suite. */
export interface Reporter {
  /** `notes` say what is reused or replaced, one line each. */
  readonly runStarted: (plans: readonly Plan[], folder: string, notes: readonly string[]) => void;
  /** Progress of the whole run, from 0 to 1. */
  readonly progress: (progress: number) => void;
  readonly experimentFinished: (finished: FinishedExperiment) => void;
  /** `index` is the path of the front page. */
  readonly runFinished: (index: string) => void;
  /** `advice` says how to continue. */
  readonly runInterrupted: (advice: string) => void;
  /** Stops the progress display; only `runFinished` or `runInterrupted` may follow. */
  readonly close: () => Promise<void>;
}
