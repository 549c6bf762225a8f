/** Playback controls: play, pause, rewind, and a slider over the epochs. */
import { numeral } from "../../chart/scales.ts";
import { button, html } from "../dom.ts";
import type { Store } from "../state.ts";
import { type Frame, frameAt } from "../worker/recording.ts";

/** Duration of a whole recording, in milliseconds. */
const DURATION = 8000;
/** Number of steps for readers who prefer reduced motion. */
const REDUCED_STEPS = 10;

/** Creates the controls, which change the epoch of the state. */
export function createPlayer(store: Store) {
  const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
  const slider = html("input", { type: "range", min: 0, max: 0, step: 1, class: "epochs", "aria-label": "epoch" });
  const label = html("output", { class: "epoch" });
  let frames: readonly Frame[] = [];
  let animation: number | undefined;

  const currentFrame = () => frameAt(frames, store.state.epoch ?? Infinity);
  const show = (frame: number) => store.change({ epoch: frames[frame]!.epoch });
  const stop = () => {
    if (animation === undefined) return;
    cancelAnimationFrame(animation);
    animation = undefined;
    playButton.textContent = "Play";
  };
  const play = () => {
    const last = frames.length - 1;
    const first = currentFrame() >= last ? 0 : currentFrame();
    const startTime = performance.now();
    playButton.textContent = "Pause";
    if (first === 0) show(0);
    const tick = (time: number) => {
      const elapsed = Math.max(0, time - startTime) / DURATION;
      const progress = reducedMotion.matches ? Math.floor(elapsed * REDUCED_STEPS) / REDUCED_STEPS : elapsed;
      const frame = Math.min(last, first + Math.floor(progress * last));
      if (frame !== currentFrame()) show(frame);
      if (frame >= last) return stop();
      animation = requestAnimationFrame(tick);
    };
    animation = requestAnimationFrame(tick);
  };
  const goTo = (frame: number) => {
    stop();
    show(frame);
  };
  const playButton = button("Play", () => animation === undefined ? play() : stop(), { class: "play" });
  const rewind = button("Rewind", () => goTo(0));
  slider.addEventListener("input", () => goTo(Number(slider.value)));
  return {
    element: html("div", { class: "controls player" }, playButton, rewind, slider, label),
    stop,
    /** Replaces the frames. */
    load(loaded: readonly Frame[]) {
      frames = loaded;
      slider.max = String(frames.length - 1);
      playButton.disabled = rewind.disabled = slider.disabled = frames.length < 2;
    },
    show(epoch: number) {
      const end = frames.at(-1)!.epoch;
      const text = `epoch ${numeral(Math.min(epoch, end))} of ${numeral(end)}`;
      slider.value = String(frameAt(frames, epoch));
      slider.setAttribute("aria-valuetext", text);
      label.textContent = text;
    },
  };
}
