/**
 * Measures what the lab must reach, in headless Chromium: `deno task bench lab [WORD…] [--repeats N] [--urgent]`.
 *
 * Prints the median of each figure beside its limit; with words, those whose names contain one of them. Times depend on
 * what else runs on the machine. `--urgent` (Linux, as root, under `nice -n -20`) lets the browser go first: it has a
 * session of its own, and a niceness counts only among the processes of one session.
 */
import { parseArgs } from "@std/cli";
import { launch } from "../tests/browser/browsers.ts";
import { writeLabPage } from "./lab/lab_tab.ts";
import { type Figure, MEASUREMENTS } from "./lab/measurements.ts";

const { repeats: most, urgent, _: words } = parseArgs(Deno.args, { string: ["repeats", "_"], boolean: ["urgent"] });
const isWanted = ({ name }: { readonly name: string }) =>
  words.length === 0 || words.some((word) => name.includes(String(word)));

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b), half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}

function print({ name, unit, limit, value }: Figure, samples: readonly number[]): void {
  const [text, least, most] = [value, Math.min(...samples), Math.max(...samples)].map((each) => each.toPrecision(3));
  const range = samples.length > 1 ? ` (${least} to ${most}, n = ${samples.length})` : "";
  console.log(`${value <= limit ? "reached" : "MISSED "} ${name}: ${text} ${unit}, limit ${limit} ${unit}${range}`);
}

const folder = await Deno.makeTempDir();
const { url, bytes } = await writeLabPage(folder);
if (isWanted({ name: "size of the page" })) {
  print({ name: "size of the page", unit: "MB", limit: 0.5, value: bytes / 1e6 }, [bytes / 1e6]);
}
const browser = await launch("chrome");
if (urgent) await Deno.writeTextFile(`/proc/${browser.process()!.pid}/autogroup`, "-20");
try {
  for (const { repeats, figures, sample } of MEASUREMENTS) {
    if (!figures.some(isWanted)) continue;
    const samples: (readonly number[])[] = [];
    for (let i = 0; i < Math.min(repeats, Number(most ?? repeats)); i++) samples.push(await sample(browser, url));
    for (const [i, figure] of figures.entries()) {
      const values = samples.map((sample) => sample[i]!);
      print({ ...figure, value: median(values) }, values);
    }
  }
} finally {
  await browser.close();
  await Deno.remove(folder, { recursive: true });
}
