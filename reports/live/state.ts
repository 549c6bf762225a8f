/** What the reader has chosen: one state for the whole page, told to everyone who shows it. */
import type { Changes } from "./explorer/changes.ts";

/** The choice. */
export interface State {
  /** Number of the cell. */
  readonly cell: number;
  readonly replicate: number;
  /** The epoch that is shown; the end where undefined. */
  readonly epoch: number | undefined;
  readonly changes: Changes;
  /** Whether the reader has chosen the run, so that figures and tables set it off. */
  readonly isChosen: boolean;
  /** What the address named that is not on the page, each in words. */
  readonly missing: readonly string[];
  /** The series that are taken out of the figures, by factor (or figure, where a series is no level). */
  readonly hidden: Readonly<Record<string, readonly string[]>>;
}

/** Holds the state. */
export interface Store {
  readonly state: State;
  /** Changes a part of it, and tells everyone. */
  change(part: Partial<State>): void;
  /** Calls from now on, at each change, with the state before. */
  listen(hear: (state: State, before: State) => void): void;
}

/** A store with its first state. */
export function storeOf(first: State): Store {
  let state = first;
  const listeners: ((state: State, before: State) => void)[] = [];
  return {
    get state() {
      return state;
    },
    change(part) {
      const before = state;
      state = { ...state, ...part };
      for (const hear of listeners) hear(state, before);
    },
    listen: (hear) => void listeners.push(hear),
  };
}
