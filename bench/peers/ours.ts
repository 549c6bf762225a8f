/** Trains the setting named by the argument with xorlab: prints CPU nanoseconds per net and epoch. */
import { measure, SETTINGS } from "../settings.ts";

/** Enough for a stable median: a round takes only some hundredths of a second. */
const ROUNDS = 15;

const setting = SETTINGS.find(({ name }) => name === Deno.args[0]);
if (!setting) throw new Error(`Cannot find the setting "${Deno.args[0]}": it must be a name in bench/settings.ts`);
console.log(measure(setting, "wasm", ROUNDS).nanosecondsPerNetEpoch);
