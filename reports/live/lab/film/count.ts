/** How many nets solved the data: the number, and the share with its interval. */
import { labStatistics } from "../../../wire/lab_statistics.ts";
import { html, setAttributes } from "../../dom.ts";
import { texts } from "../texts.ts";
import { solvedEpochsOf } from "./film.ts";
import type { Shown } from "./player.ts";

/** Creates the count. */
export function createCount() {
  const number = html("span", { class: "number" }), label = html("span"), share = html("b");
  const announcement = html("p", { class: "visually-hidden", role: "status" });
  return {
    element: html(
      "div",
      { class: "count" },
      html("p", { class: "solved", "aria-hidden": "true" }, number, " ", label),
      html("p", { class: "share" }, `${texts.wall.shareLabel} `, share),
      announcement,
    ),
    show({ film, index }: Shown) {
      const frame = film.frames[index]!;
      const { solved, ...interval } = labStatistics(solvedEpochsOf(frame), frame.epoch);
      number.textContent = String(solved);
      label.textContent = texts.wall.count(film.starts);
      share.textContent = texts.wall.share(interval);
      setAttributes(number, { "data-solved": solved });
      // every change would drown the listener
      if (index === film.epochs.length - 1) {
        announcement.textContent = texts.wall.solved(solved, film.starts);
      }
    },
  };
}
