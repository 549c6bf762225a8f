/** `lab`. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { trainNetwork } from "../../../core/train_network.ts";
import { labPageData } from "../../../reports/lab/lab_data.ts";
import { parseLabAddress } from "../../../reports/wire/lab_address.ts";
import { labConfigs } from "../../../reports/wire/lab_config.ts";
import { fileTest, runCommand } from "../run_command.ts";

const ADDRESS = "lab.html#data=and&hidden=2:tanh:bias&rate=2&epochs=60&starts=6&tolerance=0.3";

Deno.test("lab counts the solved nets of an address, with the bits of the reference", async () => {
  const { code, results: [line] } = await runCommand("lab", ADDRESS, "--json");
  const { address, solved, n, solvedEpochs, estimate, lower, upper } = JSON.parse(line!);
  assertEquals(code, 0);
  const page = labPageData(), { state } = parseLabAddress(ADDRESS, page);
  const trained = labConfigs(state, [0, 1, 2, 3, 4, 5], page).map((config) => trainNetwork(config));
  assertEquals(solvedEpochs, trained.map(({ solvedEpoch }) => solvedEpoch));
  assertEquals([solved, n], [trained.filter(({ solved }) => solved).length, 6]);
  assert(0 < solved && lower < estimate && estimate <= upper);
  assertEquals(`lab.html${address}`, "lab.html#data=and&hidden=2:tanh:bias&rate=2&epochs=60&tolerance=0.3&starts=6");
  const { results } = await runCommand("lab", address);
  assertMatch(results[0]!, new RegExp(`^${solved} of 6 starts solved it: [\\d.]+ % \\[[\\d.]+, [\\d.]+\\]$`));
});

Deno.test("lab refuses a wrong address, and options that do not fit", async () => {
  const answer = async (...args: string[]) => {
    const { code, messages } = await runCommand("lab", ...args);
    return [code, ...messages];
  };
  assertEquals(await answer("#hidden=99:tanh"), [
    2,
    "Cannot read the address: hidden[0].units must be a whole number of at most 64, but is 99",
  ]);
  assertEquals(await answer("--json"), [2, "Cannot lab: --json needs ADDRESS"]);
  assertEquals(await answer("#", "--out", "x"), [2, "Cannot lab: --out must not be given with ADDRESS"]);
});

fileTest("lab writes the lab alone, in every language", async (folder) => {
  const { code, results } = await runCommand("lab", "--out", `${folder}/new`);
  assertEquals([code, results], [0, [`${folder}/new/lab.html`, `${folder}/new/ko/lab.html`]]);
  assertEquals([...Deno.readDirSync(`${folder}/new`)].map(({ name }) => name).sort(), ["ko", "lab.html"]);
});
