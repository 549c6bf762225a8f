/** Whether the nets of the lab are the published runs, bit for bit, and how the chosen one ended. */
import type { PageData } from "../../wire/page_data.ts";
import { csvRowName, expectedDigest } from "../../wire/page_runs.ts";
import { html, replaceChildren, setAttributes } from "../dom.ts";
import type { Film } from "../lab/film/film.ts";
import type { MountedLab } from "../lab/lab.ts";
import { texts } from "../lab/page_texts.ts";
import type { NetEnd } from "../lab/worker/messages.ts";
import { verdictSign } from "../run_texts.ts";
import type { PublishedSettings } from "./published_settings.ts";

const words = texts.published;

/** The nets of a cell, trained again. */
interface Compared {
  readonly film: Film;
  readonly cell: number;
  readonly ends: readonly NetEnd[];
}

/** Creates the note. */
export function createPublishedOutcome(data: PageData, settings: PublishedSettings, currentCell: () => number) {
  const element = html("div", { class: "published", role: "status" });
  let compared: Compared | undefined;
  /** Trains the nets of a complete film again to the end, and compares their rows with the page's digests. */
  const compare = async (film: Film, lab: MountedLab) => {
    const cell = settings.cellOf(film.state, currentCell());
    if (cell === undefined) return;
    const { levels, replicates } = data.cells[cell]!, count = Math.min(film.starts, replicates);
    const request = { state: film.state, first: 0, count, columns: data.columns, levels };
    try {
      const ends = await lab.pool.ends(request);
      if (film.state !== lab.store.state.setting) return;
      compared = { film, cell, ends };
      show(lab);
    } catch (error) {
      replaceChildren(element, texts.problems.failed((error as Error).message));
    }
  };
  const show = ({ store }: MountedLab) => {
    const { setting, start } = store.state;
    const isCompared = compared?.film.state === setting;
    setAttributes(element, { "data-compared": isCompared });
    if (isCompared) return replaceChildren(element, ...outcomeOf(data, compared!, start));
    const isPublished = settings.cellOf(setting, currentCell()) !== undefined;
    replaceChildren(element, html("p", { class: "note" }, isPublished ? words.waiting : words.own));
  };
  return {
    element,
    /** Begins to compare the nets of a lab, which may be mounted later. */
    watch(lab: MountedLab) {
      show(lab);
      lab.store.listen(() => show(lab));
      lab.listen({ onComplete: (film) => compare(film, lab) });
    },
  };
}

function outcomeOf(data: PageData, { film, cell, ends }: Compared, start: number): HTMLElement[] {
  const different = ends.findIndex(({ digest }, i) => digest !== expectedDigest(data, cell, i));
  const verdict = different < 0 ? words.equal(ends.length, film.starts) : words.differs(different);
  const shown = different < 0 ? Math.min(start, film.starts - 1) : different, end = ends[shown];
  const row = csvRowName(data, cell, shown);
  return [
    html("p", {}, verdictSign(different < 0, verdict)),
    ...(end ? [html("p", { class: "note" }, words.end(shown, `${endText(end)} (${row})`))] : []),
  ];
}

/** Says how a training ended. If it is first solved at its last check, nobody knows whether it would remain solved. */
function endText({ status, solvedEpoch, epochs }: NetEnd): string {
  if (epochs === 0) return words.untrained;
  if (status === "diverged") return words.diverged(epochs);
  if (solvedEpoch === undefined) return words.unsolved(epochs);
  return solvedEpoch === epochs ? words.solvedLast(epochs) : words.solved(solvedEpoch);
}
