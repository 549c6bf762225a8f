/** From the results on disk to the front page. */
import { InputError, inputErrorMessage } from "../../core/input/input_error.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import { linesOf } from "../../experiments/store/csv.ts";
import { digestOf, type Manifest, parseManifest, SUITE } from "../../experiments/store/manifest.ts";
import { readClaims } from "../../experiments/store/read_result.ts";
import type { Verdict } from "../../experiments/statistics/statistics.ts";
import { type Files, hasFile, readFile } from "../../experiments/store/files.ts";
import { THUMBNAIL } from "../page/figure.ts";
import { trusted } from "../page/html.ts";
import { type Counts, type Entry, renderIndex, type Thumbnail } from "./index_page.ts";
import { suiteCommand } from "./suite_command.ts";

/** The front page, and the results that it leaves out. */
export interface Index {
  readonly files: Files;
  /** What is wrong with each result that cannot be read. */
  readonly leftOut: readonly string[];
}

/** The front page of a folder of results, in the order of the course, from what lies in it. */
export async function publishIndex(folder: string, catalog = CATALOG): Promise<Index> {
  const there = catalog.filter(({ id }) => hasFile(`${folder}/${id}`, "manifest.json"));
  const read = await Promise.all(
    there.map(({ id }) => resultOf(`${folder}/${id}`, 1 + placeOf(id, catalog)).catch(inputErrorMessage)),
  );
  const results = read.filter((result) => typeof result !== "string");
  const manifests = results.map(({ manifest }) => manifest);
  const experiments = there.filter((_, i) => typeof read[i] !== "string");
  const made = experiments.map((experiment, i) => ({ experiment, settings: manifests[i]!.settings }));
  const command = suiteCommand(made, experiments.length === catalog.length);
  const page = renderIndex(results.map(({ entry }) => entry), {
    suite: SUITE.name,
    versions: distinct(manifests.map(({ suite }) => suite.version)),
    suiteSeeds: distinct(manifests.map(({ settings }) => settings.suiteSeed)),
    charts: distinct(
      manifests.flatMap(({ versions }) => Object.entries(versions).map(([name, version]) => `${name} ${version}`)),
    ),
    digest: digestOf(results.map(({ text }) => text).join("")),
    ...(command !== undefined && { command }),
  });
  return { files: new Map([["index.html", page]]), leftOut: read.filter((result) => typeof result === "string") };
}

function placeOf(id: string, catalog: typeof CATALOG): number {
  return catalog.findIndex((experiment) => experiment.id === id);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** A result on the front page, and the manifest that vouches for it. */
interface Result {
  readonly entry: Entry;
  readonly manifest: Manifest;
  /** The manifest as it is written. */
  readonly text: string;
}

async function resultOf(folder: string, number: number): Promise<Result> {
  const text = await readFile(folder, "manifest.json"), manifest = parseManifest(text, `${folder}/manifest.json`);
  const { title, description } = await describedIn(folder),
    thumbnail = thumbnailIn(await readFile(folder, "report.html"));
  return {
    manifest,
    text,
    entry: {
      id: manifest.experiment,
      number,
      question: title,
      answer: description,
      verdicts: await countsIn(folder),
      ...await trainingsIn(folder),
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
    throw new InputError({ file: `${folder}/datapackage.json`, rule: "must be the description of a result" });
  }
}

async function countsIn(folder: string): Promise<Counts> {
  const rows = await readClaims(folder);
  const of = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  return { supported: of("supported"), refuted: of("refuted"), undecided: of("undecided") };
}

/** How many runs runs.csv has, and how many epochs they were trained. */
async function trainingsIn(folder: string): Promise<Pick<Entry, "runs" | "epochs">> {
  const [names = [], ...rows] = linesOf(await readFile(folder, "runs.csv"), `${folder}/runs.csv`);
  const column = names.indexOf("epochs"), epochs = rows.reduce((sum, row) => sum + Number(row[column]), 0);
  if (column >= 0 && Number.isSafeInteger(epochs)) return { runs: rows.length, epochs };
  throw new InputError({ file: `${folder}/runs.csv`, rule: "must be a table of runs with their epochs" });
}

/** A chart that is taller than this, in pixels, is no thumbnail. */
const TALLEST = 340;

/** Of the first figure of a page whose chart is not too tall, or else of the first with a chart, what the page marks. */
export function thumbnailIn(page: string): Thumbnail | undefined {
  const figures = page.split('<section class="figure ').slice(1).map((figure) =>
    figure.split(THUMBNAIL[0]).slice(1).map((rest) => rest.slice(0, rest.indexOf(THUMBNAIL[1])))
  ).filter((pieces) => pieces.at(-1)!.startsWith("<svg"));
  const isLow = (pieces: readonly string[]) => Number(/ height="([\d.]+)"/.exec(pieces.at(-1)!)?.[1]) <= TALLEST;
  const found = figures.find(isLow) ?? figures[0];
  return found && { title: trusted(found[0]!), chart: trusted(found.slice(1).join("")) };
}
