/** What the explorer shows of its recordings: the player, the loss curves, and a view of each training. */
import { prepare } from "../../../core/train_network.ts";
import { html, replaceChildren } from "../dom.ts";
import type { Store } from "../state.ts";
import { frameAt, type TrainingRecording } from "../worker/recording.ts";
import { createHeldInputs } from "./held_inputs.ts";
import type { LossChart } from "./loss_chart.ts";
import { chartWidthIn, createLossComparison } from "./loss_comparison.ts";
import { createPlayer } from "./player.ts";
import { createTrainingView, type TrainingView } from "./training_view.ts";

const TITLES = ["As in the suite", "With your settings"];

/** Creates the playback; `onStop` is called when playing stops. */
export function createPlayback(section: HTMLElement, store: Store, onStop: () => void) {
  let recordings: readonly TrainingRecording[] = [];
  let views: readonly TrainingView[] = [];
  let chart: LossChart | undefined;
  const chartPanel = html("div", { class: "panel whole" });
  const viewContainer = html("div");
  const player = createPlayer({
    frames: () => recordings[0]?.frames ?? [],
    epoch: () => store.state.epoch,
    setEpoch: (epoch) => store.change({ epoch }),
    onStop,
  });
  const heldInputs = createHeldInputs(() => build());

  const build = () => {
    heldInputs.update(prepare(recordings[0]!.config));
    views = recordings.map((recording, i) => createTrainingView(TITLES[i]!, recording, heldInputs.values));
    replaceChildren(viewContainer, ...views.map(({ element }) => element));
    drawChart();
    player.reset();
    player.element.hidden = chartPanel.hidden = recordings.every(({ frames }) => frames.length < 2);
    show();
  };
  const drawChart = () => {
    const comparison = createLossComparison(recordings, section.clientWidth, (epoch) => {
      player.stop();
      store.change({ epoch });
    });
    chart = comparison.chart;
    replaceChildren(chartPanel, comparison.key, chart.element, comparison.note);
  };
  const show = () => {
    if (recordings.length === 0) return;
    const epoch = store.state.epoch ?? recordings[0]!.frames.at(-1)!.epoch;
    recordings.forEach(({ frames }, i) => views[i]!.show(frameAt(frames, epoch)));
    chart?.show(epoch);
    player.show(epoch);
  };

  let width = chartWidthIn(section.clientWidth);
  new ResizeObserver(() => {
    const newWidth = chartWidthIn(section.clientWidth);
    if (recordings.length === 0 || newWidth === width) return;
    width = newWidth;
    drawChart();
    show();
  }).observe(section);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  return {
    elements: [player.element, heldInputs.element, chartPanel, viewContainer],
    /** Shows the epoch of the state. */
    show,
    stop: player.stop,
    isPlaying: player.isPlaying,
    /** Replaces the recordings: the original and, if settings are changed, the changed one. */
    load(loaded: readonly TrainingRecording[]) {
      recordings = loaded;
      build();
    },
  };
}
