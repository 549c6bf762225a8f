import type { Manifest } from "../../experiments/store/manifest.ts";
import type { Summary } from "../summary/summary.ts";

/** An experiment on the front page. */
export interface Entry {
  /** Its place in the course, from 1. */
  readonly number: number;
  readonly summary: Summary;
  /** The words of its page, which the search reads besides its card. */
  readonly words?: string;
  readonly manifest: Pick<Manifest, "suite" | "settings" | "versions" | "files">;
}
