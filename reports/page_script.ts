/** The scripts of the pages, which tools/start.ts bundles first and replaces whole. */
import { InputError } from "../core/input/input_error.ts";
import { ifPresent } from "../experiments/store/disk.ts";

const cached = new Map<string, Promise<string | undefined>>();

/**
 * The bundle of live/page_main.ts, for the pages of experiments.
 *
 * Undefined if it is missing or may not be read: nothing then runs in the pages. It is read once, so that all pages of
 * a command embed the same. Throws an InputError if reading it is forbidden: the task forbids it where bundling failed,
 * because an older bundle would run in the pages.
 */
export function pageScript(): Promise<string | undefined> {
  return scriptIn(".build/page.js");
}

/** The bundle of live/lab_main.ts, for the lab; like `pageScript`. */
export function labScript(): Promise<string | undefined> {
  return scriptIn(".build/lab.js");
}

function scriptIn(file: string): Promise<string | undefined> {
  const script = cached.get(file) ?? readScript(file);
  cached.set(file, script);
  return script;
}

async function readScript(file: string): Promise<string | undefined> {
  const path = new URL(`../${file}`, import.meta.url);
  const { state } = await Deno.permissions.query({ name: "read", path });
  if (state === "denied") {
    throw new InputError({
      action: { verb: "make pages" },
      rule: "their script could not be bundled; the error above tells why",
    });
  }
  if (state !== "granted" || !ifPresent(() => Deno.statSync(path))) return undefined;
  return await Deno.readTextFile(path);
}
