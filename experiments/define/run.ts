/** A run of an experiment, before and after its training. */
import type { ResolvedConfig } from "../../core/config/config.ts";
import type { Trained, Training } from "../../core/training.ts";

/** One training: a cell and a replicate. */
export interface Run {
  /** Index of the cell, from 0. */
  readonly cell: number;
  /** Level by factor. */
  readonly levels: Readonly<Record<string, string>>;
  /** Index of the draw of all randomness, from 0. */
  readonly replicate: number;
  /** The config to train. */
  readonly config: ResolvedConfig;
}

/** A run that has been trained. */
export interface Outcome {
  /** The run. */
  readonly run: Run;
  /** Its net, data and rule, as prepared from the config. */
  readonly training: Training;
  /** Its status and parameters. */
  readonly trained: Trained;
}
