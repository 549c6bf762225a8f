import { assertEquals } from "@std/assert";
import { parseAddress } from "../../../reports/wire/address.ts";
import { toyData } from "../live/toy_data.ts";

const data = toyData();

/** The largest numbers that an address may name, and the smallest. */
const LIMITS = { batch: [1, 1024], width: [1, 64], replicate: [0, data.replicates - 1] } as const;

for (const [field, [low, high]] of Object.entries(LIMITS)) {
  Deno.test(`parseAddress takes a ${field} from ${low} to ${high}`, () => {
    const unknownIn = (value: number) => parseAddress(`#${field}=${value}`, data)!.unknown;
    for (const value of [low, high]) assertEquals(unknownIn(value), []);
    for (const value of [low - 1, high + 1]) assertEquals(unknownIn(value), [{ field, text: String(value) }]);
  });
}

Deno.test("parseAddress returns the numbers at their limits", () => {
  const { changes, replicate, epoch } = parseAddress("#batch=1024&width=64&replicate=3&epoch=0", data)!;
  assertEquals({ changes, replicate, epoch }, { changes: { batch: 1024, width: 64 }, replicate: 3, epoch: 0 });
});
