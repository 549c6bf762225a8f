/** What a fault of the drill is. */

/** A fault that is tried on the real command. */
export interface Fault {
  /** What goes wrong, in a few words. */
  readonly name: string;
  /** Makes it go wrong in an empty folder; answers what came of it, throws where that is not what must be. */
  readonly tried: (folder: string, options: DrillOptions) => Promise<string>;
}

/** What a drill may be told. */
export interface DrillOptions {
  /** How often a run is killed. */
  readonly kills: number;
}

/** Thrown where a fault cannot be tried here. */
export class NotHere extends Error {
  override name = "NotHere";
}
