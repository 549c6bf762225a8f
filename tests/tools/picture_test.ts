/** The README's picture: the bytes that its nets give, and what its description says of them. */
import { assert, assertEquals, assertLess, assertMatch, assertStringIncludes } from "@std/assert";
import { drawPicture } from "../../tools/picture/draw.ts";
import { LAST_EPOCH, NETS, type TrainedNets, trainNets } from "../../tools/picture/nets.ts";
import { pathOf, simplify } from "../../tools/picture/path.ts";
import { needing } from "../needs.ts";

const FILE = new URL("../../.github/picture.svg", import.meta.url);
const [singleLayer, twoLayer] = trainNets(), drawn = drawPicture([singleLayer, twoLayer]);

/** The outputs of the first net at the four rows, by target. */
function outputsAtRows({ surface: { xs, value } }: TrainedNets) {
  const [low, high] = [xs.indexOf(0), xs.indexOf(1)];
  return { zeros: [value(low, low)!, value(high, high)!], ones: [value(low, high)!, value(high, low)!] };
}

const lastErrors = ({ curves }: TrainedNets) => curves.map((curve) => curve.at(-1)!.error);

Deno.test({
  ...needing(["read"], "the committed picture has the bytes that its nets give"),
  fn: async () => {
    // where this fails, deno task make picture writes it anew
    assert(await Deno.readTextFile(FILE) === drawn, "the picture differs");
  },
});

Deno.test({
  ...needing(["read"], "the README says in words what the picture shows"),
  fn: async () => {
    const readme = await Deno.readTextFile(new URL("../../README.md", import.meta.url));
    const [one, two] = [singleLayer, twoLayer].map(({ solved }) => `${solved} of ${NETS}`);
    const words = `Of ${2 * NETS} nets, ${one} with one layer learn XOR, and ${two} with two layers`;
    assertStringIncludes(readme, `![${words}](.github/picture.svg)`);
  },
});

Deno.test("the picture is small, and one image without scripts, links or fonts", () => {
  assertLess(new TextEncoder().encode(drawn).length, 60_000);
  assertMatch(
    drawn,
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img" aria-labelledby="title description">/,
  );
  assertMatch(drawn, /<title id="title">[^<]+<\/title><desc id="description">[^<]+<\/desc>/);
  assertMatch(drawn, /@media \(prefers-color-scheme:dark\)/);
  assertEquals(drawn.match(/<(?:script|a|image|use|foreignObject)\b|@import|@font-face|url\(|href/g), null);
});

Deno.test("the picture has a line for each net and says how many are solved", () => {
  for (const [color, { curves, solved }] of [["vermillion", singleLayer], ["blue", twoLayer]] as const) {
    const lines = drawn.split(`<g class="${color} curves"`)[1]!.split("</g>")[0]!;
    assertEquals([curves.length, lines.match(/<path /g)!.length], [NETS, NETS]);
    assert(curves.every((curve) => curve.at(-1)!.epoch === LAST_EPOCH));
    assertStringIncludes(drawn, `>${solved} of ${NETS}</text>`);
  }
});

Deno.test("the picture's description holds for its nets", () => {
  assert(lastErrors(singleLayer).every((error) => Math.abs(error - 0.5) < 0.01));
  assertLess(NETS / 2, lastErrors(twoLayer).filter((error) => error < 0.05).length);
  const one = outputsAtRows(singleLayer), two = outputsAtRows(twoLayer);
  assert([...one.zeros, ...one.ones].every((output) => Math.abs(output - 0.5) < 0.1));
  assert(two.zeros.every((output) => output < 0.1) && two.ones.every((output) => output > 0.9));
});

Deno.test("paths are whole relative steps, and lose only points near the line", () => {
  assertEquals(pathOf([{ x: 1.2, y: 2 }, { x: 4, y: -1 }, { x: 4.2, y: -1.1 }, { x: 4, y: 3 }]), "M1 2l3-3l0 4");
  assertEquals(pathOf([{ x: 0, y: 0 }, { x: 2, y: 0 }, { x: 2, y: 2 }], true), "M0 0l2 0l0 2z");
  const bent = [0, 0.5, 0, 4, 0].map((y, i) => ({ x: 10 * i, y }));
  assertEquals(simplify(bent, 1).map(({ x }) => x), [0, 20, 30, 40]);
  assertEquals(simplify(bent, 0.1).length, 5);
  assertEquals(simplify(bent, 5).map(({ x }) => x), [0, 40]);
});
