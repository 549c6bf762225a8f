/** Writes the picture of the README, .github/picture.svg: `deno task make picture`. */
import { drawPicture } from "./picture/draw.ts";
import { trainNets } from "./picture/nets.ts";

await Deno.writeTextFile(new URL("../.github/picture.svg", import.meta.url), drawPicture(trainNets()));
