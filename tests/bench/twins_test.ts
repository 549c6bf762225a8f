/** The C twins of the benchmark settings train the same nets. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { compilation } from "../../bench/peers/twins.ts";
import { SETTINGS } from "../../bench/settings.ts";
import { parseConfig } from "../../core/config/parse_config.ts";
import { unflatten } from "../../core/network.ts";
import { trainReference } from "../../core/reference.ts";
import { prepare } from "../../core/train_network.ts";
import { needing, program } from "../needs.ts";

const EPOCHS = 100, SEED = 1;

async function run([program, ...args]: readonly [string, ...string[]]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, { args }).output();
  assertEquals([success, new TextDecoder().decode(stderr)], [true, ""]);
  return new TextDecoder().decode(stdout);
}

/** The initial state of the stream that shuffles rows. */
async function orderStreamState(): Promise<number[]> {
  const digest = new DataView(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${SEED}\norder`)));
  return [0, 4, 8, 12].map((byte) => digest.getUint32(byte));
}

for (const { name, config } of SETTINGS) {
  Deno.test({
    ...needing(["run", "write", program("gcc")], `C trains the same net: ${name}`),
    fn: async () => {
      const training = prepare(parseConfig({ ...config, seed: SEED, epochs: EPOCHS }).config);
      /** Parameters in the order of C: unit by unit the weights, then the bias. */
      const unitByUnit = (flat: readonly number[]) =>
        unflatten(training.network, flat).flatMap(({ W, b }) => W.flatMap((weights, unit) => [...weights, b![unit]!]));
      const folder = await Deno.makeTempDir(), program = `${folder}/twin`;
      try {
        await run(compilation(config, program));
        const args = [EPOCHS, ...await orderStreamState(), ...unitByUnit(training.start)].map(String);
        const parameters = (await run([program, ...args])).trim().split("\n").map(Number);
        const { status, snapshots } = trainReference(training), expected = unitByUnit(snapshots.at(-1)!.parameters);
        assertEquals([status, parameters.length], ["finished", expected.length]);
        parameters.forEach((parameter, i) => assertAlmostEquals(parameter, expected[i]!, 1e-9));
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}
