/** What the explorer shows of its recordings: the player, the loss curves, and a view of each training. */
import { prepare } from "../../../core/train_network.ts";
import { html, replaceChildren } from "../dom.ts";
import type { Store } from "../state.ts";
import { frameAt, type TrainingRecording } from "../worker/recording.ts";
import { createHeldInputs } from "./held_inputs.ts";
import { chartWidthIn, createLossComparison } from "./loss_comparison.ts";
import { createPlayer } from "./player.ts";
import { createTrainingView, type TrainingView } from "./training_view.ts";

const TITLES = ["As in the suite", "With your settings"];

/** Creates the playback. */
export function createPlayback(section: HTMLElement, store: Store) {
  let recordings: readonly TrainingRecording[] = [];
  let views: readonly TrainingView[] = [];
  let comparison: ReturnType<typeof createLossComparison>;
  let width = chartWidthIn(section);
  const chartPanel = html("div", { class: "panel whole" });
  const viewContainer = html("div");
  const player = createPlayer(store);
  const heldInputs = createHeldInputs(() => build());

  const build = () => {
    heldInputs.update(prepare(recordings[0]!.config));
    views = recordings.map((recording, i) => createTrainingView(TITLES[i]!, recording, heldInputs.values));
    replaceChildren(viewContainer, ...views.map(({ element }) => element));
    player.element.hidden = chartPanel.hidden = recordings.every(({ frames }) => frames.length < 2);
    drawChart();
  };
  const drawChart = () => {
    comparison = createLossComparison(recordings, width, (epoch) => {
      player.stop();
      store.change({ epoch });
    });
    replaceChildren(chartPanel, ...comparison.elements);
    show();
  };
  const show = () => {
    if (recordings.length === 0) return;
    const epoch = store.state.epoch ?? recordings[0]!.frames.at(-1)!.epoch;
    recordings.forEach(({ frames }, i) => views[i]!.show(frameAt(frames, epoch)));
    comparison.show(epoch);
    player.show(epoch);
  };

  new ResizeObserver(() => {
    const newWidth = chartWidthIn(section);
    if (newWidth === width) return;
    width = newWidth;
    if (recordings.length > 0) drawChart();
  }).observe(section);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  return {
    elements: [player.element, heldInputs.element, viewContainer, chartPanel],
    /** Shows the epoch of the state. */
    show,
    stop: player.stop,
    /** Replaces the recordings: the original and, if settings are changed, the changed one. */
    load(loaded: readonly TrainingRecording[]) {
      recordings = loaded;
      player.load(loaded[0]!.frames);
      build();
    },
  };
}
