/** The run that a reader of a page selects, and the settings that the reader changes. */

/** What an address names: a run, an epoch, and changed settings. */
export interface RunSelection {
  /** Index of the cell. */
  readonly cell: number;
  readonly replicate: number;
  /** The epoch shown; undefined means the last one. */
  readonly epoch: number | undefined;
  readonly changes: SettingChanges;
}

/** Settings that differ from those of the suite; an absent one is unchanged. */
export interface SettingChanges {
  readonly learningRate?: number;
  /** Of all hidden layers, or of the only layer. */
  readonly activation?: string;
  readonly loss?: string;
  /** Units of each hidden layer. */
  readonly width?: number;
  readonly batch?: number | "online" | "full";
}

/** Upper bound on the units of a hidden layer. */
export const MAX_HIDDEN_UNITS = 64;

/** The first run, at its last epoch, as the suite trains it. */
export const FIRST_RUN: RunSelection = { cell: 0, replicate: 0, epoch: undefined, changes: {} };
