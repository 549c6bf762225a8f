/**
 * Shards on a real Slurm and with GNU parallel, undisturbed and with faults.
 *
 * `deno task drill cluster [WORD…]` runs all scenarios, or those whose names contain one of the words, and prints a line
 * for each. It needs root, installs Slurm from Debian, and starts it on a loopback of its own, so that nothing else on
 * the machine is disturbed, or disturbs it. Exit code 1: a scenario failed.
 */
import { bundleScripts } from "../start.ts";
import { outputOf, ROOT } from "./context.ts";
import { scenariosWith } from "./scenarios.ts";

if (scenariosWith(Deno.args).length === 0) {
  console.error(`no scenario has one of these words in its name: ${Deno.args.join(", ")}`);
  Deno.exit(2);
}
Deno.chdir(ROOT);
// both may need the internet, which the scenarios do not have
await outputOf(["tools/cluster/slurm.sh", "install"]);
if (!await bundleScripts()) Deno.exit(1);
// a new folder: no earlier drill has left anything in it
const env = { CLUSTER: await Deno.makeTempDir({ prefix: "xorlab-slurm-" }) };
const args = [Deno.execPath(), "run", "-A", "tools/cluster/run_scenarios.ts", ...Deno.args];
// a pipe that ends with this process, and lets the scenarios end too, however it ends
const scenarios = new Deno.Command("tools/cluster/isolate.sh", { args, env, stdin: "piped" }).spawn();
Deno.exit((await scenarios.status).code);
