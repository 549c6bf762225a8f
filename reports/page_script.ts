/** What runs in the pages, as `deno task experiment` bundles it before anything else. */
import { InputError } from "../core/input/input_error.ts";

const BUNDLE = new URL("../.build/page.js", import.meta.url);
/** How a bundle ends: the last line of live/main.ts, which bundling keeps. */
const END = "/*! The script of the page ends here. */";
/** Reads of a bundle that another command is writing anew, which takes far fewer. */
const TRIES = 1000;

let known: Promise<string | undefined> | undefined;

/**
 * The bundle of live/main.ts; undefined where there is none, or none may be read: pages are then whole, but nothing
 * runs in them.
 *
 * It is read once, so that all pages of a command have the same. Throws an InputError where it is not whole.
 */
export function pageScript(): Promise<string | undefined> {
  return known ??= readScript();
}

async function readScript(): Promise<string | undefined> {
  const { state } = await Deno.permissions.query({ name: "read", path: BUNDLE });
  if (state !== "granted") return undefined;
  try {
    return await wholeScript(() => Deno.readTextFile(BUNDLE));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** Reads until the end is there: the bundle is written in place whenever a command begins. */
export async function wholeScript(read: () => Promise<string>): Promise<string> {
  for (let tries = 0; tries < TRIES; tries++) {
    const script = await read();
    if (script.trimEnd().endsWith(END)) return script;
  }
  throw new InputError({
    action: { verb: "use .build/page.js" },
    rule: "it is not whole; deno task experiment makes it anew",
  });
}
