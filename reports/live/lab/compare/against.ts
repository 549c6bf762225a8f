/** A against B: the setting compared with one that the reader pinned, start by start. */
import { labComparison, labStatistics, type SolvedEpochs } from "../../../wire/lab_statistics.ts";
import type { LabState } from "../../../wire/lab_state.ts";
import { button, html, replaceChildren, setAttributes } from "../../dom.ts";
import { solvedEpochsOf } from "../film/film.ts";
import type { Shown } from "../film/film_player.ts";
import type { LabPool } from "../film/lab_pool.ts";
import type { Cancellable } from "../film/worker_jobs.ts";
import { texts } from "../page_texts.ts";
import type { LabStore, LabView } from "../view_state.ts";
import { differences } from "./describe.ts";

const words = texts.compare;

/** Creates the comparison. */
export function createAgainst(store: LabStore, pool: LabPool) {
  const pin = button(words.pin, () => store.change({ pinned: store.state.setting }));
  const unpin = button(words.unpin, () => store.change({ pinned: undefined }));
  const open = button(words.show, () => store.change({ setting: store.state.pinned!, pinned: store.state.setting }));
  const body = html("div", { class: "against" });
  const element = html(
    "section",
    { class: "panel-box", "aria-label": words.title },
    html("div", { class: "panel-head" }, html("h2", {}, words.title), pin, open, unpin),
    body,
  );
  let shown: Shown | undefined, counted: SolvedEpochs | undefined, job: Cancellable | undefined;

  /** Trains B, with the seeds of A and as many nets. */
  const train = (pinned: LabState | undefined) => {
    job?.cancel();
    counted = undefined;
    if (pinned) {
      const { starts, experiment, claim } = store.state.setting;
      const range = { first: 0, count: starts };
      job = pool.count({
        state: { ...pinned, starts, experiment, claim },
        range,
        isUrgent: true,
        onDone(solvedEpochs) {
          counted = solvedEpochs;
          draw();
        },
        onFailure: (message) => replaceChildren(body, texts.problems.failed(message)),
      });
    }
    draw();
  };
  const draw = () => {
    const { setting, pinned } = store.state;
    pin.hidden = pinned !== undefined;
    open.hidden = unpin.hidden = pinned === undefined;
    const current = shown?.film.state === setting ? shown : undefined;
    // the hint of an empty comparison is no older answer
    const isWaiting = pinned && !(counted && current), isOlder = body.querySelector(".arm") !== null;
    setAttributes(body, { "aria-busy": isWaiting && isOlder ? "true" : undefined });
    if (!pinned) return replaceChildren(body, html("p", { class: "note" }, words.hint));
    if (!counted || !current) {
      if (!isOlder) replaceChildren(body, html("p", { class: "note" }, texts.wall.training));
      return;
    }
    replaceChildren(body, ...comparison(setting, pinned, current, counted));
  };
  store.listen((state, previous) => {
    const seedsOf = ({ setting: { starts, experiment, claim } }: LabView) =>
      JSON.stringify([starts, experiment, claim]);
    if (state.pinned !== previous.pinned || seedsOf(state) !== seedsOf(previous)) train(state.pinned);
    else draw();
  });
  train(store.state.pinned);
  return {
    element,
    show(next: Shown) {
      shown = next;
      if (store.state.pinned) draw();
    },
  };
}

function comparison(a: LabState, b: LabState, { film, index }: Shown, countedB: SolvedEpochs): HTMLElement[] {
  const frame = film.frames[index]!;
  const solvedA = solvedEpochsOf(frame), solvedB = countedB.slice(0, film.starts);
  const comparison = labComparison(solvedA, solvedB, frame.epoch);
  const [ofA, ofB] = differences(a, b);
  const line = (name: string, difference: string, solved: SolvedEpochs) =>
    html(
      "p",
      { class: "arm" },
      html("b", {}, name),
      ` ${difference || texts.sameSetting} `,
      html("span", {}, texts.wall.share(labStatistics(solved, frame.epoch))),
    );
  return [
    line(words.a, ofA, solvedA),
    line(words.b, ofB, solvedB),
    html("p", { class: "difference" }, html("b", {}, words.difference(comparison))),
    html("p", { class: "note" }, words.samePairs(comparison.n)),
  ];
}
