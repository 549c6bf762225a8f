/** Trains the nets with both engines and tells the digest of each: the same text on every JavaScript engine. */
import { type EngineName, parseConfig } from "../../core/config/config.ts";
import { trainAll } from "../../core/engine/engine.ts";
import { prepare } from "../../core/train_network.ts";
import { digestOf } from "./digest.ts";
import { nets } from "./nets.ts";

/** What is asked of a bundle, and what it answers: the digest of the reference, and of WebAssembly where it is known. */
export interface Exchange {
  readonly epochs: number;
  digests?: readonly string[];
}

const exchange = (globalThis as unknown as { xorlab: Exchange }).xorlab;
const trainings = nets(exchange.epochs).map((config) => prepare(parseConfig(config).config));
const ENGINES: readonly EngineName[] = "WebAssembly" in globalThis ? ["reference", "wasm"] : ["reference"];
exchange.digests = ENGINES.map((engine) => digestOf(trainAll(trainings, engine)));
console.log(exchange.digests.join(" "));
