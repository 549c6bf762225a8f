/** Play, pause, rewind and the slider of epochs. */
import { numeral as number } from "../../chart/scales.ts";
import { button, html } from "../dom.ts";
import { type Film, frameAt } from "./film.ts";

/** How long a film plays, in milliseconds, and in how many steps for those who want little motion. */
const PLAYING = 8000, STEPS = 10;

/**
 * The controls of a film.
 *
 * `go` is told the epoch to show; `film` and `epoch` tell what is shown now.
 */
export function playerOf(go: (epoch: number) => void, film: () => Film | undefined, epoch: () => number | undefined) {
  const slider = html("input", { type: "range", min: 0, max: 0, step: 1, class: "epochs", "aria-label": "epoch" }),
    words = html("output", { class: "epoch" });
  let playing: number | undefined, stopped = () => {};
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const frames = () => film()?.frames ?? [], at = () => frameAt(frames(), epoch() ?? Infinity);
  const stop = () => {
    if (playing === undefined) return;
    cancelAnimationFrame(playing);
    playing = undefined;
    play.textContent = "Play";
    stopped();
  };
  const start = () => {
    const last = frames().length - 1, from = at() >= last ? 0 : at(), begun = performance.now();
    play.textContent = "Pause";
    if (from === 0) go(0);
    const turn = (time: number) => {
      const share = Math.max(0, time - begun) / PLAYING,
        shown = calm.matches ? Math.floor(share * STEPS) / STEPS : share;
      const frame = Math.min(last, from + Math.floor(shown * last));
      if (frame !== at()) go(frames()[frame]!.epoch);
      if (frame >= last) return stop();
      playing = requestAnimationFrame(turn);
    };
    playing = requestAnimationFrame(turn);
  };
  const play = button("Play", () => playing === undefined ? start() : stop(), { class: "play" });
  const rewind = button("Rewind", () => {
    stop();
    go(0);
  });
  slider.addEventListener("input", () => {
    stop();
    go(frames()[Number(slider.value)]!.epoch);
  });
  return {
    element: html("div", { class: "controls player" }, play, rewind, slider, words),
    stop,
    isPlaying: () => playing !== undefined,
    onStop: (act: () => void) => void (stopped = act),
    reset: () => {
      slider.max = String(frames().length - 1);
      play.disabled = rewind.disabled = slider.disabled = frames().length < 2;
    },
    show(shown: number) {
      const end = frames().at(-1)!.epoch;
      slider.value = String(frameAt(frames(), shown));
      const text = `epoch ${number(Math.min(shown, end))} of ${number(end)}`;
      slider.setAttribute("aria-valuetext", text);
      words.textContent = text;
    },
  };
}
