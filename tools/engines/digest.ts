import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Trained } from "../../core/training.ts";

/** SHA-256 of the status, solved epoch, steps and final parameters of each net, every number as text. */
export function digestOf(trained: readonly Trained[]): string {
  const lines = trained.map(({ status, solvedEpoch, steps, snapshots }) =>
    [status, solvedEpoch, steps, ...snapshots.at(-1)!.parameters.map(String)].join(" ")
  );
  // the text is ASCII, and QuickJS has no TextEncoder
  return bytesToHex(sha256(Uint8Array.from(lines.join("\n"), (character) => character.charCodeAt(0))));
}
