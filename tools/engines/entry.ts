/** Trains the nets with both engines and tells the digest of each: the same text on every JavaScript engine. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { type EngineName, parseConfig } from "../../core/config.ts";
import { trainAll } from "../../core/engine/engine.ts";
import { prepare } from "../../core/train.ts";
import { nets } from "./nets.ts";

/** What is asked of a bundle, and what it answers: the digest of the reference, and of WebAssembly where it is known. */
export interface Exchange {
  readonly epochs: number;
  digests?: readonly string[];
}

const exchange = (globalThis as unknown as { xorlab: Exchange }).xorlab;
const trainings = nets(exchange.epochs).map((config) => prepare(parseConfig(config).config));
const ENGINES: readonly EngineName[] = "WebAssembly" in globalThis ? ["reference", "wasm"] : ["reference"];
exchange.digests = ENGINES.map(digestOf);
console.log(exchange.digests.join(" "));

function digestOf(engine: EngineName): string {
  const lines = trainAll(trainings, engine).map(({ status, solvedEpoch, steps, snapshots }) =>
    [status, solvedEpoch, steps, ...snapshots.at(-1)!.parameters.map(String)].join(" ")
  );
  // every character is ASCII; QuickJS has no TextEncoder
  return bytesToHex(sha256(Uint8Array.from(lines.join("\n"), (letter) => letter.charCodeAt(0))));
}
