import { assert, assertEquals } from "@std/assert";
import { measure, SETTINGS } from "../../../bench/settings.ts";

Deno.test("measure returns what bench --json promises, the README's setting first", () => {
  const [first] = SETTINGS, { nanosecondsPerNetEpoch, ...rest } = measure(first!, "wasm", 1);
  assertEquals(rest, { setting: "2-4-1 sigmoid, XOR, full batch", engine: "wasm", rounds: 1 });
  // no bound on the time: a single round on a busy machine can take arbitrarily long
  assert(Number.isFinite(nanosecondsPerNetEpoch));
});
