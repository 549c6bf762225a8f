/** What can be reused when resuming an experiment. */
import { InputError, inputErrorMessage } from "../../core/input/input_error.ts";
import type { Row } from "../../experiments/define/columns.ts";
import type { Plan } from "../../experiments/plan.ts";
import { type Difference, differences, renderDifference } from "../../experiments/store/differences.ts";
import { hasFile } from "../../experiments/store/files.ts";
import { type Provenance, provenanceDifferences, provenanceOf } from "../../experiments/store/provenance.ts";
import { firstChangedFile, readClaims, readManifest } from "../../experiments/store/read_result.ts";
import { type JournalContents, readJournal, removeJournal } from "../../experiments/training/journal.ts";

/** A plan and what its folder already holds. */
export interface ResumeState {
  readonly plan: Plan;
  readonly folder: string;
  /** Everything that the runs in a journal depend on. */
  readonly journalHeader: Provenance & { readonly curves: number };
  /** The claims of a finished result; nothing is left to do then. */
  readonly claims?: readonly Row[];
  /** The journal of an interrupted run. */
  readonly journal?: JournalContents;
  /** What the user should know, on one line. */
  readonly note?: string;
}

/** Reuses nothing: removes the journal; a finished result will be replaced. */
export function startFresh(plan: Plan, folder: string): ResumeState {
  removeJournal(folder);
  return { plan, folder, journalHeader: journalHeaderOf(plan) };
}

/**
 * Reuses a finished result with the same settings and intact files, or else the journal of an interrupted run.
 *
 * Throws an InputError if the journal was started with other settings: its runs would be lost.
 */
export async function findResumeState(plan: Plan, folder: string): Promise<ResumeState> {
  const { id } = plan.experiment;
  const journalHeader = journalHeaderOf(plan);
  const state = { plan, folder, journalHeader };
  const stored = await readFinishedClaims(folder, journalHeader);
  if (typeof stored === "object") {
    removeJournal(folder);
    return { ...state, claims: stored, note: `${id}: already finished` };
  }
  const journal = readJournal(folder);
  if (!journal) return stored ? { ...state, note: `${id}: rerun from scratch, because ${stored}` } : state;
  const found = journal.header as typeof journalHeader;
  const changes = [
    ...provenanceDifferences(found, journalHeader),
    ...differences({ curves: found.curves }, { curves: journalHeader.curves }),
  ];
  if (changes.length === 0) {
    return { ...state, journal, note: `${id}: ${journal.results.size} of ${plan.runs.length} runs reused` };
  }
  throw new InputError({
    action: { verb: "resume", object: id },
    rule: `it was started with other settings (${summarizeDifferences(changes)}); ` +
      "repeat them, or run without --resume",
  });
}

function journalHeaderOf(plan: Plan): ResumeState["journalHeader"] {
  return { ...provenanceOf(plan), curves: plan.experiment.curveReplicates };
}

/** The claims of a finished result, or why it cannot be reused; undefined if there is none. */
async function readFinishedClaims(folder: string, wanted: Provenance): Promise<readonly Row[] | string | undefined> {
  if (!hasFile(folder, "manifest.json")) return undefined;
  try {
    const manifest = await readManifest(folder);
    const changes = provenanceDifferences(manifest, wanted);
    if (changes.length > 0) return `the stored result has other settings (${summarizeDifferences(changes)})`;
    const changed = await firstChangedFile(folder, manifest);
    return changed ? `${folder}/${changed} does not match its digest in manifest.json` : await readClaims(folder);
  } catch (error) {
    return `the stored result cannot be read (${inputErrorMessage(error)})`;
  }
}

const MAX_LISTED = 3;

function summarizeDifferences(all: readonly Difference[]): string {
  const more = all.length - MAX_LISTED;
  return `${all.slice(0, MAX_LISTED).map(renderDifference).join("; ")}${more > 0 ? `; ${more} more` : ""}`;
}
