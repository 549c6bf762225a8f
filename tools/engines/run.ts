/**
 * The engines matrix: one bundle, trained by every JavaScript engine at hand, must give one digest.
 *
 * `deno task engines [--epochs N] [--require NAME,…]` prints a table with versions. An engine that is not here is named as not
 * tried; it fails the run only where it is required.
 */
import { parseArgs } from "@std/cli";
import puppeteer from "puppeteer-core";
import golden from "../../tests/fixtures/engines.json" with { type: "json" };
import { newcomers } from "./nets.ts";

/** What an engine said of itself and of the nets. */
interface Answer {
  readonly version: string;
  /** Of the reference, and of WebAssembly where it is known. */
  readonly digests: readonly string[];
}

/** Runs a bundle; undefined where the engine is not here. */
type Engine = (bundle: string) => Promise<Answer | undefined>;

const CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];

const ENGINES: Readonly<Record<string, Engine>> = {
  "Deno (V8)": program(Deno.execPath(), ["run", "--no-config"], ["--version"]),
  "Node (V8)": program("node", [], ["--version"]),
  "Chromium (V8)": browser("chrome", ["chromium", "chromium-browser", "google-chrome"], CHROMIUM_FLAGS),
  "Firefox (SpiderMonkey)": browser("firefox", ["firefox-esr", "firefox"], []),
  "QuickJS": program("qjs", ["--module"], ["--help"]),
  "Bun (JavaScriptCore)": program("bun", ["run"], ["--version"]),
};

const PRELUDE = `globalThis.TextEncoder ??= class {
  encode(text) { return Uint8Array.from(unescape(encodeURIComponent(text)), (letter) => letter.charCodeAt(0)); }
};\n`; // QuickJS has none

/** An engine that is a program: it runs a file, which prints the digests. */
function program(command: string, before: readonly string[], version: readonly string[]): Engine {
  return async (bundle) => {
    const said = await output(command, version);
    if (said === undefined) return undefined;
    const file = await Deno.makeTempFile({ suffix: ".mjs" });
    try {
      await Deno.writeTextFile(file, bundle);
      return {
        version: said.match(/\d+(?:[.-]\d+)+/)?.[0] ?? "unknown",
        digests: digestsIn((await output(command, [...before, file]))!),
      };
    } finally {
      await Deno.remove(file);
    }
  };
}

/** The digests that a bundle printed; what else it said stands in their place, in short, and equals none. */
function digestsIn(text: string): string[] {
  const digests = text.trim().split(" ");
  if (digests.every((digest) => /^[0-9a-f]{64}$/.test(digest))) return digests;
  return [
    `failed: ${
      text.split("\n").find((line) => /Error/.test(line) && line.length < 200)?.trim() ?? "it said no digest"
    }`,
  ];
}

/** What a program prints; undefined where there is none. */
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

/** An engine that is a browser: it evaluates the bundle in an empty page. */
function browser(kind: "chrome" | "firefox", names: readonly string[], args: readonly string[]): Engine {
  return async (bundle) => {
    const executablePath = await firstThatRuns(names);
    if (!executablePath) return undefined;
    const running = await puppeteer.launch({
      browser: kind,
      executablePath,
      headless: true,
      args: [...args],
      protocolTimeout: 1800000,
    });
    try {
      const page = await running.newPage();
      const digests = await page.evaluate(`(() => { ${bundle}; return globalThis.xorlab.digests; })()`);
      return { version: (await running.version()).replace(/^.*\//, ""), digests: digests as string[] };
    } finally {
      await running.close();
    }
  };
}

async function firstThatRuns(names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    const path = await output("which", [name]);
    if (path?.trim()) return path.trim();
  }
  return undefined;
}

async function bundleOf(epochs: number): Promise<string> {
  const entry = new URL("entry.ts", import.meta.url).pathname;
  const made = await output(Deno.execPath(), ["bundle", "--quiet", "--minify", "--platform", "browser", entry]);
  return `globalThis.xorlab = { epochs: ${epochs} };\n${PRELUDE}${made}`;
}

/** Enough of a digest to be seen; compared is all of it. */
function short(digest: string): string {
  return digest.startsWith("failed") ? digest : digest.slice(0, 16);
}

if (import.meta.main) {
  const { epochs: text, require } = parseArgs(Deno.args, { string: ["epochs", "require"] });
  const epochs = Number(text ?? 10000), bundle = await bundleOf(epochs);
  const expected = (golden.digests as Readonly<Record<string, string>>)[epochs];
  console.log(`200 nets, ${epochs} epochs; golden digest ${expected ?? "none for this number of epochs"}`);
  console.log(`${"".padEnd(40)}${"reference".padEnd(17)}WebAssembly`);
  const seen = new Set<string>(expected ? [expected] : []), missing: string[] = [];
  for (const [name, engine] of Object.entries(ENGINES)) {
    const answer = await engine(bundle);
    if (!answer) missing.push(name);
    for (const digest of answer?.digests ?? []) seen.add(digest);
    console.log(
      `${name.padEnd(24)}${
        answer ? [answer.version.padEnd(15), ...answer.digests.map(short)].join(" ") : "not tried: it is not here"
      }`,
    );
  }
  const wanted = (require ?? "").split(",").filter(Boolean);
  const lacking = missing.filter((name) => wanted.some((want) => name.toLowerCase().startsWith(want.toLowerCase())));
  if (lacking.length > 0) console.log(`required, but not here: ${lacking.join(", ")}`);
  if (newcomers().length > 0) {
    console.log(`not in these nets: ${newcomers().join(", ")}; tests/fixtures/engines.json names the entries that are`);
  }
  console.log(seen.size === 1 ? `all the same: ${[...seen][0]}` : "NOT all the same");
  Deno.exit(seen.size === 1 && lacking.length === 0 ? 0 : 1);
}
