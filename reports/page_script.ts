/** What runs in the pages, as `deno task experiment` bundles it before anything else. */

const BUNDLE = new URL("../.build/page.js", import.meta.url);

/** The bundle of browser/main.ts; undefined where there is none, or none may be read: pages are then whole, but nothing runs in them. */
export async function pageScript(): Promise<string | undefined> {
  const { state } = await Deno.permissions.query({ name: "read", path: BUNDLE });
  if (state !== "granted") return undefined;
  try {
    return await Deno.readTextFile(BUNDLE);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
