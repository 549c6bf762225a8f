/** Results whose texts are markup: the front page beside them shows texts, or leaves the results out. */
import { assertEquals } from "@std/assert";
import { type Stream, stream } from "../../../core/random.ts";
import { CATALOG } from "../../../experiments/catalog.ts";
import type { Fault } from "../fault.ts";
import {
  assertNone,
  copyFolder,
  draw,
  forge,
  type Problem,
  problemsOf,
  runBounded,
  SMALL,
  smallResults,
} from "./attacks.ts";
import { placesIn, replaceAt, valueAt } from "./json_forgeries.ts";
import { type PageParts, partsOf, surplusOf } from "./page_parts.ts";

/** The experiment that is run beside the forged ones. */
const OWN = "delta-rule";

const MARKUP: readonly string[] = [
  '<script>alert("forged")</script>',
  '"><img src=forged onerror=alert(1)>',
  '<meta http-equiv="refresh" content="0;url=https://forged.example/">',
  'javascript:alert("forged")',
  "</style><script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "--><svg onload=alert(1)>",
  "]]><a href=https://forged.example/>forged</a>",
  "' onmouseover='alert(1)",
  '" onmouseover="alert(1)" x="',
  "`<b>forged</b>`",
  "[forged](https://forged.example/)",
  "https://forged.example/",
  "../../../forged",
  "\u202eforged\u0000\u0007",
  "url(https://forged.example/)",
  "\ud800<forged>",
];

const ATTRIBUTES = ["onload", "href", "xlink:href", "style", "class", 'x"onload="alert(1)', "fill", "clip-path", "d"];
const ELEMENTS = ["script", "image", "foreignObject", "a", "style", "animate", "set", "use", "iframe", "g><script"];

/** Changes a text somewhere in a JSON file. */
function forgeText(json: string, random: Stream): string {
  const value = JSON.parse(json);
  replaceAt(draw(random, placesIn(value).filter((place) => typeof valueAt(place) === "string")), draw(random, MARKUP));
  return JSON.stringify(value);
}

/** Changes the name of a field somewhere in a JSON file. */
function forgeName(json: string, random: Stream): string {
  const value = JSON.parse(json);
  const { holder } = draw(random, placesIn(value).filter(({ holder }) => !Array.isArray(holder)));
  replaceAt({ holder, key: draw(random, MARKUP), path: "" }, draw(random, MARKUP));
  return JSON.stringify(value);
}

/** Adds an attribute or an element to the picture of a summary. */
function forgePicture(json: string, random: Stream): string {
  const value = JSON.parse(json);
  const elements = placesIn(value).map(valueAt).filter((each): each is SvgLike =>
    Object.hasOwn(Object(each), "children")
  );
  if (elements.length === 0) return forgeText(json, random);
  const { attributes, children } = draw(random, elements);
  if (random.uniform(0, 1) < 0.5) attributes[draw(random, ATTRIBUTES)] = draw(random, MARKUP);
  else {children.push({
      name: draw(random, ELEMENTS),
      attributes: { href: draw(random, MARKUP) },
      children: [MARKUP[0]],
    });}
  return JSON.stringify(value);
}

interface SvgLike {
  readonly attributes: Record<string, string>;
  readonly children: unknown[];
}

/** Makes a result of a stranger. */
type Forgery = (folder: string, random: Stream) => Promise<void>;

const FORGERIES: readonly Forgery[] = [
  (folder, random) => forge(folder, "summary.json", (json) => forgeText(json, random)),
  (folder, random) => forge(folder, "summary.json", (json) => forgePicture(json, random)),
  (folder, random) => forge(folder, "summary.json", (json) => forgeName(json, random)),
  (folder, random) => forge(folder, "manifest.json", (json) => forgeText(json, random)),
  (folder, random) => forge(folder, "manifest.json", (json) => forgeName(json, random)),
  (folder, random) => forge(folder, "datapackage.json", (json) => forgeText(json, random)),
  (folder, random) => forge(folder, "report.html", (page) => draw(random, MARKUP) + page + draw(random, MARKUP)),
  (folder, random) => forge(folder, "claims.csv", (csv) => csv.replace(/\r\n$/, `,"${draw(random, MARKUP)}"\r\n`)),
];

/** Forges all experiments of a suite but one, again and again, and makes the front page in both ways. */
export const NEIGHBOURS: Fault = {
  name: "forged neighbours",
  attempt: async (folder, { quick, seed }) => {
    const honest = await smallResults(folder);
    const page = partsOf(await Deno.readTextFile(`${honest}/index.html`));
    const rounds = Array.from({ length: quick ? 2 : 20 }, (_, round) => round);
    const problems = await problemsOf(rounds, async (round): Promise<Problem> => {
      const forged = `${folder}/${round}`;
      await copyFolder(honest, forged);
      const random = stream(seed, `neighbours ${round}`);
      for (const { id } of CATALOG) {
        if (id !== OWN) await draw(random, FORGERIES)(`${forged}/${id}`, random);
      }
      return await problemInRound(folder, forged, page);
    });
    assertNone(problems, rounds.length);
    return `${rounds.length * (CATALOG.length - 1)} forged results: no element, attribute, link or script of theirs ` +
      "is on the front page";
  },
};

async function problemInRound(folder: string, forged: string, honest: PageParts): Promise<Problem> {
  const calls = [["run", OWN, ...SMALL, "--out", forged], ["report", forged]];
  for (const words of calls) {
    const { code, messages } = await runBounded(folder, words);
    const isReport = words[0] === "report";
    assertEquals(
      [words[0], isReport && code === 2 || code === 0],
      [words[0], true],
      messages.join(" / ").slice(0, 300),
    );
    if (code === 2) assertEquals(messages.length, 1, messages.join(" / "));
    const control = messages.find((line) => /\p{Cc}|\p{Bidi_Control}/u.test(line));
    assertEquals(control, undefined, "a message controls the terminal");
    const surplus = surplusOf(partsOf(await Deno.readTextFile(`${forged}/index.html`)), honest);
    if (surplus.length > 0) return `${words[0]}: the front page has ${surplus.join(", ")}`;
  }
}
