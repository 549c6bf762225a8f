/** The scenarios of the cluster's drill. */
import type { Attempt } from "./context.ts";

/** Something that happens to shards on a cluster. */
export interface Scenario {
  readonly name: string;
  /** Acts it out in an empty folder; returns what was seen, throws if anything is wrong. */
  readonly attempt: (folder: string) => Promise<string>;
}

/** Six shards that train for some seconds each, in many blocks. */
export function slowAttempt(out: string): Attempt {
  const words = "hidden-width depth-xor --seeds 60 --epochs 4000 --engine reference".split(" ");
  return { out, shards: 6, words };
}

/** Shards that train in a moment. */
export function quickAttempt(out: string, shards = 3): Attempt {
  return { out, shards, words: "delta-rule depth-xor --seeds 8 --epochs 100".split(" ") };
}
