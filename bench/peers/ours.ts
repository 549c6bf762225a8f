/** A setting, by its name, on our own engine: prints the CPU nanoseconds of a net's epoch. */
import { measure, SETTINGS } from "../settings.ts";

/** A round is a difference of samples of some hundredths of a second: of a few, even the median is unsure by a tenth. */
const ROUNDS = 15;

const setting = SETTINGS.find(({ name }) => name === Deno.args[0]);
if (!setting) throw new Error(`Cannot find the setting "${Deno.args[0]}": it must be a name in bench/settings.ts`);
console.log(measure(setting, "wasm", ROUNDS).nanosecondsPerNetEpoch);
