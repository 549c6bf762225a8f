/** How many nets solved the data: the number, and the share with its interval. */
import { formatPercent } from "../../../../experiments/format.ts";
import { quantile } from "../../../../experiments/statistics/quantile.ts";
import { labStatistics } from "../../../wire/lab_statistics.ts";
import { html, setAttributes } from "../../dom.ts";
import { texts } from "../page_texts.ts";
import { type Frame, solvedEpochsOf } from "./film.ts";
import type { Shown } from "./film_player.ts";

/** Creates the count. */
export function createCount() {
  const number = html("span", { class: "number" }), label = html("span"), share = html("b");
  const right = html("p", { class: "right", hidden: true });
  const announcement = html("p", { class: "visually-hidden", role: "status" });
  return {
    element: html(
      "div",
      { class: "count" },
      html("p", { class: "solved", "aria-hidden": "true" }, number, " ", label),
      html("p", { class: "share" }, `${texts.wall.shareLabel} `, share),
      right,
      announcement,
    ),
    show({ film, index }: Shown) {
      const frame = film.frames[index]!;
      const { solved, ...interval } = labStatistics(solvedEpochsOf(frame), frame.epoch);
      number.textContent = String(solved);
      label.textContent = texts.wall.count(film.starts);
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
