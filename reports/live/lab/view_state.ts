/** What the reader sees in the lab. */
import type { LabState } from "../../wire/lab_state.ts";
import type { Store } from "../state.ts";

/** The pictures of one net. */
export const TABS = ["surface", "diagram", "hiddenSpace", "hiddenUnits"] as const;
/** A picture of one net. */
export type Tab = (typeof TABS)[number];

/** The setting, and what of it is shown. */
export interface LabView {
  /** The setting that is trained: A. */
  readonly setting: LabState;
  /** The setting to compare it with: B. */
  readonly pinned: LabState | undefined;
  /** The start whose net is shown large, from 0. */
  readonly start: number;
  readonly tab: Tab;
}

/** Holds the view. */
export type LabStore = Store<LabView>;
