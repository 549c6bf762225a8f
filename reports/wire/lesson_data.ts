/** The data of a lesson's page: the setting of its lab. */
import type { LabSeeds, LabState } from "./lab_state.ts";

/** What the script of a lesson needs. */
export interface LessonData {
  readonly setting: LabState;
  readonly seeds: LabSeeds;
  /** The address of the lab's own page. */
  readonly labPage: string;
}

/** The id of the script element that holds the data of a lesson as JSON. */
export const LESSON_DATA_ID = "lesson-data";
/** The id of the element in which the script of a lesson mounts the lab. */
export const LESSON_LAB_ID = "lesson-lab";

/** What a lesson may let the reader move, besides its lab. */
const INTERACTIVES = ["two-lines"] as const;

/** The name of something that the reader can move. */
export type Interactive = (typeof INTERACTIVES)[number];
