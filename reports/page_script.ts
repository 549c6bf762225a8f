/** The scripts of the pages, which the tasks in deno.json bundle first. */
import { InputError } from "../core/input/input_error.ts";
import { ifPresent } from "../experiments/store/disk.ts";

/** The last line of live/page_main.ts and live/lab_main.ts, which bundling keeps. */
const END_MARK = "/*! The script of the page ends here. */";
/** Attempts to read a bundle that another command is rewriting; far fewer suffice. */
const MAX_READS = 1000;

const cached = new Map<string, Promise<string | undefined>>();

/**
 * The bundle of live/page_main.ts, for the pages of experiments.
 *
 * Undefined if it is missing or may not be read: nothing then runs in the pages. It is read once, so that all pages of
 * a command embed the same. Throws an InputError if it is incomplete, or if reading it is forbidden: the task forbids it
 * where bundling failed, because an older bundle would run in the pages.
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
  return await readComplete(() => Deno.readTextFile(path), file);
}

/** Reads until the bundle is complete: another command may be writing it in place. */
export async function readComplete(read: () => Promise<string>, file = ".build/page.js"): Promise<string> {
  for (let reads = 0; reads < MAX_READS; reads++) {
    const script = await read();
    if (script.trimEnd().endsWith(END_MARK)) return script;
  }
  throw new InputError({
    action: { verb: `use ${file}` },
    rule: "it is incomplete; deno task experiment writes it again",
  });
}
