/** The state of a page: one store that every part of the page reads, changes and listens to. */
import type { AddressedRun, RunSelection } from "../wire/address.ts";

/** What the reader sees. */
export interface PageState extends AddressedRun {
  /** Whether the reader selected the run, so that figures and tables highlight it. */
  readonly isChosen: boolean;
  /** Whether the lab shows the setting of the run; otherwise one of the reader's that departs from it. */
  readonly isPublished: boolean;
  /** Series hidden in the figures, by factor; by figure if a series is no level of a factor. */
  readonly hidden: Readonly<Record<string, readonly string[]>>;
}

/** Holds the state. */
export type Store<S = PageState> = ReturnType<typeof createStore<S>>;

/** Creates a store with an initial state. */
export function createStore<S>(initial: S) {
  /** Called after each change. */
  const listeners: ((state: S, previous: S) => void)[] = [];
  let state = initial;
  return {
    get state() {
      return state;
    },
    /** Replaces a part of the state and calls the listeners. */
    change(part: Partial<S>) {
      const previous = state;
      state = { ...state, ...part };
      for (const listener of listeners) listener(state, previous);
    },
    listen: (listener: (state: S, previous: S) => void) => void listeners.push(listener),
  };
}

/** The state in which the reader has selected a run. */
export function chosenRun({ cell, replicate }: RunSelection): Partial<PageState> {
  return { cell, replicate, isChosen: true, isPublished: true, unknown: [] };
}

/** Whether two states select the same run. */
export function isSameRun(a: RunSelection, b: RunSelection | undefined): boolean {
  return a.cell === b?.cell && a.replicate === b?.replicate;
}
