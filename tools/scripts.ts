/** Bundles the scripts of pages unless they are up to date: `deno task scripts`. */
import { bundleScripts } from "./start.ts";

if (!await bundleScripts()) Deno.exit(1);
