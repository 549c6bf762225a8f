/**
 * Random clicks, entries and keys in the lab: `deno task drill lab [--sequences N] [--first N] [--length N] [--seed TEXT]
 * [--browser firefox]`.
 *
 * After each sequence the count must be that of the same nets trained without a browser, and the wall that of a tab
 * that opens the setting afresh; the console must stay empty. Exit code 1: something was wrong.
 */
import { parseArgs } from "@std/cli";
import { stream } from "../core/random.ts";
import { labPageData } from "../reports/lab/lab_data.ts";
import { launch } from "../tests/browser/browsers.ts";
import { watched } from "../tests/browser/page.ts";
import { writeLabPage } from "./lab/lab_tab.ts";
import { sequenceFault } from "./lab/sequences.ts";

/** Sequences after which the browser is restarted, and a line is printed. */
const PER_BROWSER = 50;

const { sequences, first: begin, length, seed, browser: name } = parseArgs(Deno.args, {
  string: ["sequences", "first", "length", "seed", "browser"],
  default: { sequences: "1000", first: "0", length: "12", seed: "lab drill", browser: "chrome" },
});
const folder = await Deno.makeTempDir(), { url } = await writeLabPage(folder), data = labPageData();
const end = Number(begin) + Number(sequences);
let faults = 0;
for (let first = Number(begin); first < end; first += PER_BROWSER) {
  const browser = await launch(name as "chrome" | "firefox");
  try {
    const { page, complaints } = await watched(browser), { page: other } = await watched(browser);
    for (const each of [page, other]) await each.setViewport({ width: 1280, height: 900 });
    const last = Math.min(end, first + PER_BROWSER);
    for (let sequence = first; sequence < last; sequence++) {
      const random = stream(seed, `sequence ${sequence}`), before = complaints.length;
      const fault = await sequenceFault({ page, other, url, data }, random, Number(length)).catch(String);
      const said = complaints.slice(before);
      if (fault === undefined && said.length === 0) continue;
      faults++;
      console.log(`FAILED sequence ${sequence}: ${[fault ?? "complaints", ...said].join("\n  ")}`);
    }
    console.log(`${last - Number(begin)} sequences, ${faults} with faults`);
  } finally {
    await browser.close();
  }
}
await Deno.remove(folder, { recursive: true });
if (faults > 0) Deno.exit(1);
