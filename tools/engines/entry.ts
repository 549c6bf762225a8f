/** The bundle's entry point: trains the nets and prints a digest per engine, the same in every JavaScript runtime. */
import type { EngineName } from "../../core/config/config.ts";
import { parseConfig } from "../../core/config/parse_config.ts";
import { trainAll } from "../../core/engine/engine.ts";
import { prepare } from "../../core/train_network.ts";
import { digestOf } from "./digest.ts";
import { nets } from "./nets.ts";

/** Input and output of the bundle, as the global variable `xorlab`. */
export interface Exchange {
  readonly epochs: number;
  /** Of the reference engine, then of WebAssembly if the runtime has it. */
  digests?: readonly string[];
}

const exchange = (globalThis as unknown as { xorlab: Exchange }).xorlab;
const trainings = nets(exchange.epochs).map((config) => prepare(parseConfig(config).config));
const ENGINES: readonly EngineName[] = "WebAssembly" in globalThis ? ["reference", "wasm"] : ["reference"];
exchange.digests = ENGINES.map((engine) => digestOf(trainAll(trainings, engine)));
console.log(exchange.digests.join(" "));
