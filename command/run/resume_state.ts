/** What can be reused when resuming an experiment. */
import { InputError, inputErrorMessage } from "../../core/input/input_error.ts";
import type { Row } from "../../experiments/define/columns.ts";
import type { Plan } from "../../experiments/plan.ts";
import { type Difference, differences, renderDifference } from "../../experiments/store/differences.ts";
import { hasFile } from "../../experiments/store/files.ts";
import { type Provenance, provenanceDifferences, provenanceOf } from "../../experiments/store/provenance.ts";
import { firstChangedFile, readClaims, readManifest } from "../../experiments/store/read_result.ts";
import { type JournalContents, readJournal, removeJournal } from "../../experiments/training/journal.ts";

/** Everything that the runs in a journal depend on. */
export interface JournalHeader extends Provenance {
  /** How many replicates have learning curves. */
  readonly curves: number;
}

/** A plan and what its folder already holds. */
export interface ResumeState {
  readonly plan: Plan;
  readonly folder: string;
  readonly journalHeader: JournalHeader;
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
  const stored = await readFinishedResult(folder, journalHeader);
  if (stored && "claims" in stored) {
    removeJournal(folder);
    return { ...state, claims: stored.claims, note: `${id}: already finished` };
  }
  const journal = readJournal(folder);
  if (!journal) return stored ? { ...state, note: `${id}: rerun from scratch, because ${stored.problem}` } : state;
  const found = journal.header as JournalHeader;
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

function journalHeaderOf(plan: Plan): JournalHeader {
  return { ...provenanceOf(plan), curves: plan.experiment.curveReplicates };
}

/** The claims of a finished result, or why it cannot be reused; undefined if there is none. */
async function readFinishedResult(
  folder: string,
  wanted: Provenance,
): Promise<{ readonly claims: readonly Row[] } | { readonly problem: string } | undefined> {
  if (!hasFile(folder, "manifest.json")) return undefined;
  try {
    const manifest = await readManifest(folder);
    const changes = provenanceDifferences(manifest, wanted);
    if (changes.length > 0) {
      return { problem: `the stored result has other settings (${summarizeDifferences(changes)})` };
    }
    const changed = await firstChangedFile(folder, manifest);
    if (changed) return { problem: `${folder}/${changed} does not match its digest in manifest.json` };
    return { claims: await readClaims(folder) };
  } catch (error) {
    return { problem: `the stored result cannot be read (${inputErrorMessage(error)})` };
  }
}

const MAX_LISTED = 3;

function summarizeDifferences(all: readonly Difference[]): string {
  const more = all.length - MAX_LISTED;
  return `${all.slice(0, MAX_LISTED).map(renderDifference).join("; ")}${more > 0 ? `; ${more} more` : ""}`;
}
