/** The first setting on our own engine: prints the CPU nanoseconds of a net's epoch. */
import { measure, SETTINGS } from "../settings.ts";

console.log(measure(SETTINGS[0]!, "wasm", 3).nanosecondsPerNetEpoch);
