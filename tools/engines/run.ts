/**
 * Runs one bundle in every installed JavaScript runtime and compares the digests, which must all be equal.
 *
 * `deno task audit engines [--epochs N] [--require NAME,…]` prints a table with versions. A runtime that is not
 * installed is skipped, unless `--require` names it: then the exit code is 1. Safari must be allowed to be driven:
 * `sudo safaridriver --enable`.
 */
import { parseArgs } from "@std/cli";
import puppeteer from "puppeteer-core";
import fixture from "../../tests/fixtures/engines.json" with { type: "json" };
import { unusedEntries } from "./nets.ts";
import { type Driver, evaluateInBrowser, SAFARI } from "./webdriver.ts";

/** The output of a runtime. */
interface RuntimeResult {
  readonly version: string;
  /** Of the reference engine, then of WebAssembly if the runtime has it. */
  readonly digests: readonly string[];
}

/** Runs a bundle; undefined if the runtime is not installed. */
type Runtime = (bundle: string) => Promise<RuntimeResult | undefined>;

const CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];

const RUNTIMES: Readonly<Record<string, Runtime>> = {
  "Deno (V8)": program(Deno.execPath(), ["run", "--no-config"], ["--version"]),
  "Node (V8)": program("node", [], ["--version"]),
  "Chromium (V8)": browser("chrome", ["chromium", "chromium-browser", "google-chrome"], CHROMIUM_FLAGS),
  "Firefox (SpiderMonkey)": browser("firefox", ["firefox-esr", "firefox"], []),
  "Safari (JavaScriptCore)": drivenBrowser(SAFARI),
  "QuickJS": program("qjs", ["--module"], ["--help"]),
  "Bun (JavaScriptCore)": program("bun", ["run"], ["--version"]),
};

/** QuickJS has no TextEncoder. */
const POLYFILL = `globalThis.TextEncoder ??= class {
  encode(text) { return Uint8Array.from(unescape(encodeURIComponent(text)), (character) => character.charCodeAt(0)); }
};\n`;

/** A command-line runtime: it runs a file, which prints the digests. */
function program(command: string, args: readonly string[], versionArgs: readonly string[]): Runtime {
  return async (bundle) => {
    const versionText = await output(command, versionArgs);
    if (versionText === undefined) return undefined;
    const file = await Deno.makeTempFile({ suffix: ".mjs" });
    try {
      await Deno.writeTextFile(file, bundle);
      return {
        version: versionText.match(/\d+(?:[.-]\d+)+/)?.[0] ?? "unknown",
        digests: digestsIn((await output(command, [...args, file]))!),
      };
    } finally {
      await Deno.remove(file);
    }
  };
}

/** The printed digests; if there are none, an error text in their place, which equals no digest. */
function digestsIn(text: string): string[] {
  const digests = text.trim().split(" ");
  if (digests.every((digest) => /^[0-9a-f]{64}$/.test(digest))) return digests;
  const error = text.split("\n").find((line) => /Error/.test(line) && line.length < 200);
  return [`failed: ${error?.trim() ?? "no digest was printed"}`];
}

/** The output of a program, or its error output if that is empty; undefined if the program is not installed. */
async function output(command: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await new Deno.Command(command, { args: [...args], stdout: "piped", stderr: "piped" })
      .output();
    const text = new TextDecoder().decode(stdout);
    return text || new TextDecoder().decode(stderr);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** A browser: it evaluates the bundle in an empty page. */
function browser(kind: "chrome" | "firefox", names: readonly string[], args: readonly string[]): Runtime {
  return async (bundle) => {
    const executablePath = await firstInstalled(names);
    if (!executablePath) return undefined;
    const instance = await puppeteer.launch({
      browser: kind,
      executablePath,
      headless: true,
      args: [...args],
      protocolTimeout: 1_800_000,
    });
    try {
      const page = await instance.newPage();
      const digests = await page.evaluate(`(() => { ${bundle}; return globalThis.xorlab.digests; })()`);
      return { version: (await instance.version()).replace(/^.*\//, ""), digests: digests as string[] };
    } finally {
      await instance.close();
    }
  };
}

/** A browser with a WebDriver: it evaluates the bundle in an empty page. */
function drivenBrowser(driver: Driver): Runtime {
  return async (bundle) => {
    try {
      const script = `${bundle}; return globalThis.xorlab.digests;`;
      const evaluated = await evaluateInBrowser(driver, script);
      return evaluated && { version: evaluated.version, digests: evaluated.value as string[] };
    } catch (error) {
      return { version: "unknown", digests: [`failed: ${(error as Error).message}`] };
    }
  };
}

async function firstInstalled(names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    const path = await output("which", [name]);
    if (path?.trim()) return path.trim();
  }
  return undefined;
}

async function bundleOf(epochs: number): Promise<string> {
  const entry = new URL("entry.ts", import.meta.url).href; // a path would be none on Windows
  const args = ["bundle", "--quiet", "--minify", "--platform", "browser", entry];
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), { args }).output();
  if (!success) throw new Error(`Cannot bundle ${entry}: ${new TextDecoder().decode(stderr)}`);
  return `globalThis.xorlab = { epochs: ${epochs} };\n${POLYFILL}${new TextDecoder().decode(stdout)}`;
}

/** Shortened for the table. */
function shortened(digest: string): string {
  return digest.startsWith("failed") ? digest : digest.slice(0, 16);
}

/** Prints the table; returns whether all digests agree and no required runtime is missing. */
async function compareRuntimes(epochs: number, required: readonly string[]): Promise<boolean> {
  const bundle = await bundleOf(epochs);
  const golden = (fixture.digests as Readonly<Record<string, string>>)[epochs];
  console.log(`200 nets, ${epochs} epochs; golden digest ${golden ?? "none for this number of epochs"}`);
  console.log(`${"".padEnd(40)}${"reference".padEnd(17)}WebAssembly`);
  const digests = new Set<string>(golden ? [golden] : []);
  const missing: string[] = [];
  for (const [name, runtime] of Object.entries(RUNTIMES)) {
    const result = await runtime(bundle);
    if (!result) missing.push(name);
    for (const digest of result?.digests ?? []) digests.add(digest);
    const cells = result ? [result.version.padEnd(15), ...result.digests.map(shortened)] : ["skipped: not installed"];
    console.log(`${name.padEnd(24)}${cells.join(" ")}`);
  }
  const isNamed = (name: string, want: string) => name.toLowerCase().startsWith(want.toLowerCase());
  const lacking = missing.filter((name) => required.some((want) => isNamed(name, want)));
  if (lacking.length > 0) console.log(`required, but not installed: ${lacking.join(", ")}`);
  const unknown = required.filter((want) => !Object.keys(RUNTIMES).some((name) => isNamed(name, want)));
  if (unknown.length > 0) console.log(`required, but unknown here: ${unknown.join(", ")}`);
  const unused = unusedEntries();
  if (unused.length > 0) {
    console.log(`not in these nets: ${unused.join(", ")}; tests/fixtures/engines.json lists the entries that are`);
  }
  console.log(digests.size === 1 ? `all equal: ${[...digests][0]}` : "NOT all equal");
  return digests.size === 1 && lacking.length === 0 && unknown.length === 0;
}

if (import.meta.main) {
  const { epochs = "10000", require = "" } = parseArgs(Deno.args, { string: ["epochs", "require"] });
  const isOk = await compareRuntimes(Number(epochs), require.split(",").filter(Boolean));
  Deno.exit(isOk ? 0 : 1);
}
