/** How far an experiment is already, in the folder where its result shall stand. */
import { InputError, inputErrorMessage } from "../../core/input/input_error.ts";
import type { Row } from "../../experiments/define/columns.ts";
import { type Difference, differences, inWords } from "../../experiments/store/differences.ts";
import { type Kept, readJournal, removeJournal } from "../../experiments/training/journal.ts";
import { type Provenance, provenanceDifferences, provenanceOf } from "../../experiments/store/manifest.ts";
import type { Plan } from "../../experiments/plan.ts";
import { firstChanged, readClaims, readManifest } from "../../experiments/store/read_result.ts";
import { hasFile } from "../../experiments/store/files.ts";

/** All that the runs in a journal depend on. */
export interface Header extends Provenance {
  /** Replicates whose curves are kept. */
  readonly curves: number;
}

/** A plan and what is there of it. */
export interface Standing {
  readonly plan: Plan;
  readonly folder: string;
  readonly header: Header;
  /** The verdicts of a result that is finished; then nothing is left to do. */
  readonly claims?: readonly Row[];
  /** What a run that was interrupted has left. */
  readonly kept?: Kept;
  /** What a person should know. */
  readonly note?: string;
}

/** Where nothing that is there counts: a journal is dropped, a result will be replaced. */
export function startAnew(plan: Plan, folder: string): Standing {
  removeJournal(folder);
  return { plan, folder, header: headerOf(plan) };
}

/**
 * What can be reused in a folder: a finished result with the same settings and sound files, or the journal of a run
 * with the same settings.
 *
 * Throws an InputError where a journal has other settings, for its runs would be lost.
 */
export async function resume(plan: Plan, folder: string): Promise<Standing> {
  const header = headerOf(plan), standing = { plan, folder, header }, { id } = plan.experiment;
  const finished = await finishedResult(folder, header);
  if (finished && "claims" in finished) {
    removeJournal(folder);
    return { ...standing, claims: finished.claims, note: `${id}: finished already` };
  }
  const kept = readJournal(folder);
  if (!kept) return finished ? { ...standing, note: `${id}: made anew, for ${finished.because}` } : standing;
  const begun = kept.header as Header;
  const other = [
    ...provenanceDifferences(begun, header),
    ...differences({ curves: begun.curves }, { curves: header.curves }),
  ];
  if (other.length === 0) {
    return { ...standing, kept, note: `${id}: ${kept.trained.size} of ${plan.runs.length} runs are there already` };
  }
  throw new InputError({
    action: { verb: "resume", object: id },
    rule: `it was begun with other settings (${listed(other)}); repeat them, or run without --resume`,
  });
}

function headerOf(plan: Plan): Header {
  return { ...provenanceOf(plan), curves: plan.experiment.curves };
}

/** The verdicts of a finished result, or why it does not count; undefined where there is none. */
async function finishedResult(
  folder: string,
  wanted: Provenance,
): Promise<{ readonly claims: readonly Row[] } | { readonly because: string } | undefined> {
  if (!hasFile(folder, "manifest.json")) return undefined;
  try {
    const manifest = await readManifest(folder), other = provenanceDifferences(manifest, wanted);
    if (other.length > 0) return { because: `the result there has other settings (${listed(other)})` };
    const changed = await firstChanged(folder, manifest);
    if (changed) return { because: `${folder}/${changed} is not the file that its manifest vouches for` };
    return { claims: await readClaims(folder) };
  } catch (error) {
    return { because: `the result there cannot be read (${inputErrorMessage(error)})` };
  }
}

const MOST_LISTED = 3;

function listed(all: readonly Difference[]): string {
  const more = all.length - MOST_LISTED;
  return `${all.slice(0, MOST_LISTED).map(inWords).join("; ")}${more > 0 ? `; ${more} more` : ""}`;
}
