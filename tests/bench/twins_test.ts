/** The twins in C of the settings that are measured: they train the same nets. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { compilation } from "../../bench/peers/twins.ts";
import { SETTINGS } from "../../bench/settings.ts";
import { parseConfig } from "../../core/config/config.ts";
import { unflatten } from "../../core/network.ts";
import { trainReference } from "../../core/reference.ts";
import { prepare } from "../../core/train_network.ts";

const EPOCHS = 100, SEED = 1;

async function run([program, ...args]: readonly [string, ...string[]]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, { args }).output();
  assertEquals([success, new TextDecoder().decode(stderr)], [true, ""]);
  return new TextDecoder().decode(stdout);
}

async function granted(descriptor: Deno.PermissionDescriptor): Promise<boolean> {
  return (await Deno.permissions.query(descriptor)).state === "granted";
}

/** Whether C can be compiled and run here. */
async function compiles(): Promise<boolean> {
  if (!await granted({ name: "run" }) || !await granted({ name: "write" })) return false;
  try {
    return (await new Deno.Command("gcc", { args: ["--version"], stdout: "null" }).output()).success;
  } catch {
    return false;
  }
}

/** The state of the stream from which orders are drawn. */
async function stateOfOrders(): Promise<number[]> {
  const digest = new DataView(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${SEED}\norder`)));
  return [0, 4, 8, 12].map((byte) => digest.getUint32(byte));
}

const ignore = !await compiles();

for (const { name, config } of SETTINGS) {
  Deno.test({
    name: `C trains the same net: ${name}${ignore ? " (needs gcc, and to run it)" : ""}`,
    ignore,
    fn: async () => {
      const training = prepare(parseConfig({ ...config, seed: SEED, epochs: EPOCHS }).config);
      /** As C has parameters: unit by unit the weights, then the bias. */
      const inUnits = (flat: readonly number[]) =>
        unflatten(training.network, flat).flatMap(({ W, b }) => W.flatMap((weights, unit) => [...weights, b![unit]!]));
      const folder = await Deno.makeTempDir(), program = `${folder}/twin`;
      try {
        await run(compilation(config, program));
        const words = [EPOCHS, ...await stateOfOrders(), ...inUnits(training.start)].map(String);
        const ended = (await run([program, ...words])).trim().split("\n").map(Number);
        const { status, snapshots } = trainReference(training), expected = inUnits(snapshots.at(-1)!.parameters);
        assertEquals([status, ended.length], ["finished", expected.length]);
        ended.forEach((parameter, i) => assertAlmostEquals(parameter, expected[i]!, 1e-9));
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}
