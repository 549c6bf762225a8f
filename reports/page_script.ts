/** The script of the pages, which `deno task experiment` bundles first. */
import { InputError } from "../core/input/input_error.ts";
import { ifPresent } from "../experiments/store/disk.ts";

const BUNDLE = new URL("../.build/page.js", import.meta.url);
/** The last line of live/page_main.ts, which bundling keeps. */
const END_MARK = "/*! The script of the page ends here. */";
/** Attempts to read a bundle that another command is rewriting; far fewer suffice. */
const MAX_READS = 1000;

let cached: Promise<string | undefined> | undefined;

/**
 * The bundle of live/page_main.ts; undefined if it is missing or may not be read: nothing then runs in the pages.
 *
 * It is read once, so that all pages of a command embed the same. Throws an InputError if it is incomplete, or if reading
 * it is forbidden: the task forbids it where bundling failed, because an older bundle would run in the pages.
 */
export function pageScript(): Promise<string | undefined> {
  return cached ??= readScript();
}

async function readScript(): Promise<string | undefined> {
  const { state } = await Deno.permissions.query({ name: "read", path: BUNDLE });
  if (state === "denied") {
    throw new InputError({
      action: { verb: "make pages" },
      rule: "their script could not be bundled; the error above tells why",
    });
  }
  if (state !== "granted" || !ifPresent(() => Deno.statSync(BUNDLE))) return undefined;
  return await readComplete(() => Deno.readTextFile(BUNDLE));
}

/** Reads until the bundle is complete: another command may be writing it in place. */
export async function readComplete(read: () => Promise<string>): Promise<string> {
  for (let reads = 0; reads < MAX_READS; reads++) {
    const script = await read();
    if (script.trimEnd().endsWith(END_MARK)) return script;
  }
  throw new InputError({
    action: { verb: "use .build/page.js" },
    rule: "it is incomplete; deno task experiment writes it again",
  });
}
