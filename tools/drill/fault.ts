/** The faults that the drill injects. */

/** A fault to inject into the real command. */
export interface Fault {
  /** What goes wrong, in a few words. */
  readonly name: string;
  /** Injects the fault in an empty folder; returns what happened, throws if it was not handled. */
  readonly attempt: (folder: string, options: DrillOptions) => Promise<string>;
}

/** The options of a drill. */
export interface DrillOptions {
  /** Number of runs to kill at random moments. */
  readonly kills: number;
  /** Seed of what is drawn in hostile folders. */
  readonly seed: string;
  /** Whether a sample of the hostile folders is enough. */
  readonly quick: boolean;
}

/** Thrown if a fault cannot be injected on this machine. */
export class Unavailable extends Error {
  override name = "Unavailable";
}
