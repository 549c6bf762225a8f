/** What can be reused when resuming an experiment. */
import { InputError, inputErrorMessage } from "../../core/input/input_error.ts";
import type { Row } from "../../experiments/define/columns.ts";
import type { Plan } from "../../experiments/plan.ts";
import { type Difference, differences, renderDifference } from "../../experiments/store/differences.ts";
import { hasFile } from "../../experiments/store/files.ts";
import { resultFilesOf } from "../../experiments/store/manifest.ts";
import { provenanceDifferences, provenanceOf } from "../../experiments/store/provenance.ts";
import { firstChangedFile, readClaims, readManifest } from "../../experiments/store/read_result.ts";
import {
  continueJournal,
  readJournal,
  removeJournal,
  type ResultLog,
} from "../../experiments/training/journal/journal.ts";
import { journalHeaderOf, runsIn } from "../../experiments/training/journal/journal_format.ts";
import { checkResults } from "../../experiments/training/journal/journal_results.ts";
import { countIn } from "../../experiments/training/ranges.ts";

/** A plan and what its folder already holds. */
export interface ResumeState {
  readonly plan: Plan;
  readonly folder: string;
  /** The claims of a finished result; nothing is left to do then. */
  readonly claims?: readonly Row[];
  /** The results that are there, to which further ones are appended. */
  readonly log: ResultLog;
  /** How many runs are reused. */
  readonly reused: number;
  /** What the user should know, on one line. */
  readonly note?: string;
}

/** Reuses nothing: removes the journal; a finished result will be replaced. */
export function startFresh(plan: Plan, folder: string): ResumeState {
  removeJournal(folder);
  return { plan, folder, log: continueJournal(folder, journalHeaderOf(plan), undefined), reused: 0 };
}

/**
 * Reuses a finished result with the same settings and intact files, or else the journal of an interrupted run.
 *
 * Throws an InputError if the journal was started with other settings: its runs would be lost. The same if an entry of it
 * cannot be a result of the plan.
 */
export async function findResumeState(plan: Plan, folder: string): Promise<ResumeState> {
  const { id } = plan.experiment;
  const journalHeader = journalHeaderOf(plan);
  const state = { plan, folder, log: continueJournal(folder, journalHeader, undefined), reused: 0 };
  const stored = await readFinishedClaims(folder, plan);
  if (typeof stored === "object") {
    removeJournal(folder);
    return { ...state, claims: stored, reused: plan.runCount, note: `${id}: already finished` };
  }
  const journal = readJournal(folder);
  if (!journal) return stored ? { ...state, note: `${id}: rerun from scratch, because ${stored}` } : state;
  const { header } = journal;
  const changes = [
    ...provenanceDifferences(header, journalHeader),
    ...differences({ curves: header.curves }, { curves: journalHeader.curves }),
  ];
  if (changes.length > 0) {
    throw new InputError({
      action: { verb: "resume", object: id },
      rule: `it was started with other settings (${summarizeDifferences(changes)}); ` +
        "repeat them, or run without --resume",
    });
  }
  checkResults(journal, plan);
  const reused = countIn(runsIn(journal));
  const note = `${id}: ${reused} of ${plan.runCount} runs reused`;
  return { ...state, log: continueJournal(folder, journalHeader, journal), reused, note };
}

/** The claims of a finished result, or why it cannot be reused; undefined if there is none. */
async function readFinishedClaims(folder: string, plan: Plan): Promise<readonly Row[] | string | undefined> {
  if (!hasFile(folder, "manifest.json")) return undefined;
  try {
    const manifest = await readManifest(folder);
    const changes = provenanceDifferences(manifest, provenanceOf(plan));
    if (changes.length > 0) return `the stored result has other settings (${summarizeDifferences(changes)})`;
    const unlisted = resultFilesOf(plan).find((name) => !Object.hasOwn(manifest.files, name));
    if (unlisted) return `${folder}/manifest.json does not list ${unlisted}`;
    const changed = firstChangedFile(folder, manifest);
    return changed ? `${folder}/${changed} does not match its digest in manifest.json` : await readClaims(folder, plan);
  } catch (error) {
    return `the stored result cannot be read (${inputErrorMessage(error)})`;
  }
}

const MAX_LISTED = 3;

/** Differences on one line: the first ones, and how many more there are. */
export function summarizeDifferences(all: readonly Difference[]): string {
  const more = all.length - MAX_LISTED;
  return `${all.slice(0, MAX_LISTED).map(renderDifference).join("; ")}${more > 0 ? `; ${more} more` : ""}`;
}
