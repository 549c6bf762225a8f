/** How many nets solved the data: the number, and the share with its interval. */
import { formatPercent } from "../../../../experiments/format.ts";
import { quantile } from "../../../../experiments/statistics/quantile.ts";
import { wilson } from "../../../../experiments/statistics/proportions.ts";
import { DEFAULT_STATE } from "../../../wire/lab_state.ts";
import { labStatistics } from "../../../wire/lab_statistics.ts";
import { html, setAttributes } from "../../dom.ts";
import { texts } from "../page_texts.ts";
import { type Frame, solvedEpochsOf } from "./film.ts";
import type { Shown } from "./film_player.ts";

/** Creates the count. */
export function createCount() {
  const number = html("span", { class: "number" }), label = html("span"), share = html("b");
  const shareLine = html("p", { class: "share" }, share);
  const right = html("p", { class: "right", hidden: true });
  const announcement = html("p", { class: "visually-hidden", role: "status" });
  const element = html(
    "div",
    // until there is a count its space is kept, so that nothing moves
    { class: "count waiting" },
    html("p", { class: "solved", "aria-hidden": "true" }, number, " ", label),
    shareLine,
    right,
    announcement,
  );
  const starts = DEFAULT_STATE.starts;
  number.textContent = "0";
  label.textContent = texts.wall.count(starts);
  share.textContent = texts.wall.share(wilson(0, starts));
  return {
    element,
    show({ film, index }: Shown) {
      const frame = film.frames[index]!;
      const { solved, ...interval } = labStatistics(solvedEpochsOf(frame), frame.epoch);
      element.classList.remove("waiting");
      number.textContent = String(solved);
      label.textContent = texts.wall.count(film.starts);
      // one start has no proportion
      shareLine.hidden = film.starts === 1;
      share.textContent = texts.wall.share(interval);
      right.hidden = frame.right.length === 0;
      if (!right.hidden) right.textContent = rightText(frame);
      setAttributes(number, { "data-solved": solved });
      // every change would drown the listener
      if (index === film.epochs.length - 1) {
        announcement.textContent = texts.wall.solved(solved, film.starts);
      }
    },
  };
}

/** The median share of rows that a net classifies right. */
function rightText({ right, testRight }: Frame): string {
  const share = (shares: Float64Array) => formatPercent(quantile([...shares].sort((a, b) => a - b), 0.5));
  return texts.wall.right(share(right), testRight.length === 0 ? undefined : share(testRight));
}
