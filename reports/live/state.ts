/** The state of a page: one store that every part of the page reads, changes and listens to. */
import type { UnknownField } from "../wire/address.ts";
import type { RunSelection } from "../wire/run_selection.ts";

/** What the reader sees. */
export interface PageState extends RunSelection {
  /** Whether the reader selected the run, so that figures and tables highlight it. */
  readonly isChosen: boolean;
  /** The fields of the address that could not be applied. */
  readonly unknown: readonly UnknownField[];
  /** Series hidden in the figures, by factor; by figure if a series is no level of a factor. */
  readonly hidden: Readonly<Record<string, readonly string[]>>;
}

/** Called after each change. */
type Listener = (state: PageState, previous: PageState) => void;

/** Holds the state. */
export interface Store {
  readonly state: PageState;
  /** Replaces a part of the state and calls the listeners. */
  change(part: Partial<PageState>): void;
  listen(listener: Listener): void;
}

/** Creates a store with an initial state. */
export function createStore(initial: PageState): Store {
  const listeners: Listener[] = [];
  let state = initial;
  return {
    get state() {
      return state;
    },
    change(part) {
      const previous = state;
      state = { ...state, ...part };
      for (const listener of listeners) listener(state, previous);
    },
    listen: (listener) => void listeners.push(listener),
  };
}
