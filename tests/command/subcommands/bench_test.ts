import { assert, assertEquals } from "@std/assert";
import { measure, SETTINGS } from "../../../bench/settings.ts";

Deno.test("measure answers what bench --json promises, the README's setting first", () => {
  const [first] = SETTINGS, { nanosecondsPerNetEpoch, ...rest } = measure(first!, "wasm", 1);
  assertEquals(rest, { setting: "2-4-1 sigmoid, XOR, full batch", engine: "wasm", rounds: 1 });
  // how long it took is the machine's affair: one round beside other work may come to anything
  assert(Number.isFinite(nanosecondsPerNetEpoch));
});
