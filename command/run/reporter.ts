/** What a run tells while it goes on, and what came out. */
import type { Row } from "../../experiments/define/columns.ts";
import type { Plan } from "../../experiments/plan.ts";
import type { Options } from "../cli/options.ts";
import { eventReporter } from "./reporter_events.ts";
import { textReporter } from "./reporter_text.ts";
import type { Terminal } from "../cli/terminal.ts";

/** An experiment that is done: its files are written. */
export interface Finished {
  readonly plan: Plan;
  readonly folder: string;
  /** How many of its runs were there already. */
  readonly reused: number;
  /** The rows of its claims.csv. */
  readonly claims: readonly Row[];
}

/** Hears of everything that happens in a run of the suite. */
export interface Reporter {
  /** Notes: what a person should know beforehand, a line each. */
  readonly started: (plans: readonly Plan[], folder: string, notes: readonly string[]) => void;
  /** The share of all work that is done. */
  readonly progress: (share: number) => void;
  readonly finished: (finished: Finished) => void;
  /** Everything is done; the front page is at `index`. */
  readonly ended: (index: string) => void;
  /** The run was interrupted; `advice` says how to go on. */
  readonly interrupted: (advice: string) => void;
  /** Stops whatever draws by the clock; nothing is reported afterwards but the end. */
  readonly close: () => Promise<void>;
}

/** The reporter that the options ask for. */
export function reporterFor(options: Options, terminal: Terminal): Reporter {
  return options.json ? eventReporter(terminal) : textReporter(options, terminal);
}
