import { assertEquals } from "@std/assert";
import { labFieldsOf, parseRun } from "../../../reports/wire/address.ts";
import { parseLabAddress } from "../../../reports/wire/lab_address.ts";
import { DEFAULT_STATE, type LabState } from "../../../reports/wire/lab_state.ts";
import { toyData } from "../live/toy_data.ts";

const data = toyData();
const tanh = { name: "tanh" } as LabState["hidden"][number]["activation"];
const base: LabState = { ...DEFAULT_STATE, hidden: [{ units: 2, activation: tanh, bias: true }] };

/** The fields of an address that are wrong. */
function wrongIn(address: string): string[] {
  const { unknown } = parseRun(address, data)!;
  const { problems } = parseLabAddress(labFieldsOf(address, base), { suiteSeed: "", experiments: {}, base });
  return [...unknown.map(({ field }) => field), ...problems.map(({ field }) => field)];
}

/** The largest numbers that an address may name, and the smallest, and the field that names them now. */
const LIMITS = {
  batch: [1, 1024, "batch"],
  width: [1, 64, "hidden"],
  replicate: [0, data.replicates - 1, "replicate"],
} as const;

for (const [field, [low, high, name]] of Object.entries(LIMITS)) {
  Deno.test(`an address of a page has a ${field} from ${low} to ${high}`, () => {
    for (const value of [low, high]) assertEquals(wrongIn(`#${field}=${value}`), []);
    for (const value of [low - 1, high + 1]) assertEquals(wrongIn(`#${field}=${value}`), [name]);
  });
}
