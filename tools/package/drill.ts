/**
 * Packs the project and uses the package as others would: Node, Bun, TypeScript, a browser, other Deno projects.
 *
 * `deno task drill package [WORD…]` runs all scenarios, or those whose names contain one of the words, and prints a line
 * for each. Runtimes come from npm; Chromium must be installed. Exit code 1: a scenario failed.
 */
import { BROWSER } from "./drill/browser.ts";
import { type Context, expectedOf, type Scenario } from "./drill/context.ts";
import { DENO_PROJECTS } from "./drill/deno_projects.ts";
import { NPM_RUNTIMES } from "./drill/npm_runtimes.ts";
import { TYPESCRIPT } from "./drill/typescript.ts";
import { pack } from "./pack.ts";

const SCENARIOS: readonly Scenario[] = [...NPM_RUNTIMES, TYPESCRIPT, BROWSER, ...DENO_PROJECTS];

/** Messages may quote a whole bundle. */
const MAX_MESSAGE = 2000;

async function passes({ name, attempt }: Scenario, context: Context): Promise<boolean> {
  const folder = await Deno.makeTempDir({ prefix: "xorlab-package-" });
  try {
    console.log(`passed ${name}: ${await attempt(folder, context)}`);
    await Deno.remove(folder, { recursive: true });
    return true;
  } catch (error) {
    console.log(`FAILED ${name}: ${(error as Error).message.trim().slice(0, MAX_MESSAGE)} (files: ${folder})`);
    return false;
  }
}

const chosen = SCENARIOS.filter(({ name }) => Deno.args.length === 0 || Deno.args.some((word) => name.includes(word)));
const tarball = decodeURIComponent((await pack()).pathname);
const folder = await Deno.makeTempDir({ prefix: "xorlab-package-" });
const context = { tarball, expected: await expectedOf(folder) };
let passed = 0;
for (const scenario of chosen) if (await passes(scenario, context)) passed++;
await Deno.remove(folder, { recursive: true });
console.log(`${passed} passed | ${chosen.length - passed} failed`);
if (passed < chosen.length) Deno.exit(1);
