/** From the results on disk to the front page. */
import { CATALOG } from "../experiments/catalog.ts";
import { type Manifest, SUITE } from "../experiments/package.ts";
import { readClaims, readManifest } from "../experiments/read_result.ts";
import type { Verdict } from "../experiments/statistics.ts";
import { type Files, hasFile, readFile } from "../experiments/store.ts";
import { InputError } from "../core/reading.ts";
import { THUMBNAIL } from "./figure.ts";
import { type Counts, type Entry, type Notes, renderIndex } from "./index_page.ts";

const NOTES: Notes = { again: "deno task experiment", check: "deno task experiment verify results" };

/** The front page of a folder of results, in the order of the course, from what lies in it. */
export async function publishIndex(folder: string, order = CATALOG.map(({ id }) => id)): Promise<Files> {
  const folders = order.filter((id) => hasFile(`${folder}/${id}`, "manifest.json"));
  const results = await Promise.all(folders.map((id) => resultOf(`${folder}/${id}`)));
  const page = renderIndex(results.map(({ entry }) => entry), {
    suite: SUITE.name,
    version: SUITE.version,
    suiteSeeds: [...new Set(results.map(({ manifest }) => manifest.settings.suiteSeed))],
  }, NOTES);
  return new Map([["index.html", page]]);
}

/** What the front page says of a result. */
async function resultOf(folder: string): Promise<{ readonly entry: Entry; readonly manifest: Manifest }> {
  const manifest = await readManifest(folder);
  const { title, description } = await describedIn(folder),
    thumbnail = thumbnailIn(await readFile(folder, "report.html"));
  return {
    manifest,
    entry: {
      id: manifest.experiment,
      question: title,
      answer: description,
      verdicts: await countsIn(folder),
      runs: manifest.cells.length * manifest.settings.replicates,
      ...(thumbnail !== undefined && { thumbnail }),
    },
  };
}

async function describedIn(folder: string): Promise<{ readonly title: string; readonly description: string }> {
  const text = await readFile(folder, "datapackage.json");
  try {
    const { title, description } = JSON.parse(text);
    return { title: String(title), description: String(description) };
  } catch {
    throw new InputError(`${folder}/datapackage.json must be the description of a result`);
  }
}

async function countsIn(folder: string): Promise<Counts> {
  const rows = await readClaims(folder);
  const of = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  return { supported: of("supported"), refuted: of("refuted"), undecided: of("undecided") };
}

/** A chart that is taller than this, in pixels, is no thumbnail. */
const TALLEST = 340;

/** The first of the charts that a page marks which is not too tall, or else the first. */
export function thumbnailIn(page: string): string | undefined {
  const charts = page.split(THUMBNAIL[0]).slice(1).map((rest) => rest.slice(0, rest.indexOf(THUMBNAIL[1])));
  return charts.find((chart) => Number(/ height="([\d.]+)"/.exec(chart)?.[1]) <= TALLEST) ?? charts[0];
}
