/** Makes the pages of a results folder: the front page, from the results' manifests and summaries, lab and course. */
import { InputError, inputErrorMessage, mapInputErrors } from "../../core/input/input_error.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { planOf } from "../../experiments/plan.ts";
import { type Files, hasFile, readFile, sha256Hex } from "../../experiments/store/files.ts";
import { checkFolder, isLink } from "../../experiments/store/plain_files.ts";
import { type Manifest, parseManifest } from "../../experiments/store/manifest.ts";
import { planSettings } from "../../experiments/store/provenance.ts";
import { publishCourse } from "../course/publish_course.ts";
import { labPageData } from "../lab/lab_data.ts";
import { publishLab } from "../lab/lab_page.ts";
import { LANGUAGE_CODES } from "../languages/languages.ts";
import { suiteCommand } from "../page/command_line.ts";
import { pathOf } from "../site/site_paths.ts";
import { labScript, lessonScript } from "../page_script.ts";
import { parseSummary } from "../summary/read_summary.ts";
import type { Entry } from "./entry.ts";
import { pageWords } from "./page_words.ts";
import { renderFrontPage } from "./front_page.ts";

/** The pages of a results folder. */
export interface FrontPage {
  /** The pages by path from the folder. */
  readonly files: Files;
  /** What is wrong with each result that cannot be read and is left out. */
  readonly leftOut: readonly string[];
}

/** A result that the front page lists. */
interface Result extends Entry {
  readonly experiment: Experiment;
  readonly settings: Manifest["settings"];
  readonly manifest: Manifest;
  readonly manifestText: string;
}

/** The front page of the catalogue's results in a folder, in the order of the course; lab and course beside it. */
export async function publishFrontPage(folder: string, catalog = CATALOG): Promise<FrontPage> {
  const results: Result[] = [];
  const leftOut: string[] = [];
  for (const [i, experiment] of catalog.entries()) {
    const path = `${folder}/${experiment.id}`;
    if (!isLink(path) && !hasFile(path, "manifest.json")) continue;
    const result = await readSummarized(path, experiment).catch(inputErrorMessage);
    if (typeof result === "string") leftOut.push(result);
    else {
      const { settings } = result.manifest;
      results.push({ ...result, experiment, settings, number: i + 1, words: pageWords(experiment) });
    }
  }
  const digest = sha256Hex(results.map(({ manifestText }) => manifestText).join(""));
  const command = suiteCommand(results, results.length === catalog.length);
  const bundle = await labScript();
  const pages = LANGUAGE_CODES.map((language) => {
    const lab = bundle === undefined ? undefined : { script: bundle, data: labPageData(undefined, language) };
    return [
      pathOf("index.html", language),
      renderFrontPage(results, { digest, command, catalog, language, lab }),
    ] as const;
  });
  const manifests = new Map(results.map(({ experiment, manifest }) => [experiment.id, manifest]));
  const script = await lessonScript();
  const course = publishCourse(folder, manifests, script === undefined ? undefined : { script, seeds: labPageData() });
  return { files: new Map([...pages, ...await publishLab(), ...course]), leftOut };
}

/**
 * The parts of a result that the front page needs.
 *
 * Throws an InputError unless the summary has its digest and the experiment can have been run with these settings.
 */
async function readSummarized(folder: string, experiment: Experiment) {
  const { id } = experiment;
  checkFolder(folder);
  const manifestText = await readFile(folder, "manifest.json");
  const manifest = parseManifest(manifestText, `${folder}/manifest.json`);
  const file = `${folder}/summary.json`;
  const summaryText = await readFile(folder, "summary.json");
  const summary = parseSummary(summaryText, file);
  if (sha256Hex(summaryText) !== manifest.files["summary.json"]) {
    throw new InputError({ file, rule: "does not have the digest in manifest.json" });
  }
  const other = [manifest, summary].find(({ experiment }) => experiment !== id);
  if (other) throw new InputError({ file, field: "experiment", rule: `must be "${id}"`, value: other.experiment });
  mapInputErrors(
    (error) => error.within({ file: `${folder}/manifest.json` }),
    () => planOf(experiment, { ...planSettings(manifest), seeds: 1 }),
  );
  return { manifest, manifestText, summary };
}
