/** The fan: the loss curves of all starts over a logarithmic axis of epochs. It is the scrubber, too. */
import { html, setAttributes } from "../../dom.ts";
import { texts } from "../page_texts.ts";
import { FAN_HEIGHT, type FanAxes } from "./fan_axes.ts";
import {
  contextOf,
  copyPart,
  createFanCurves,
  drawAxes,
  drawCursor,
  drawSelected,
  resizeCanvas,
} from "./fan_curves.ts";
import type { Shown } from "./film_player.ts";

/** The opacity of the curves after the epoch that is shown. */
const LATER_ALPHA = 0.3;

/** Frames by which a key moves. */
const FRAME_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: -Infinity,
  End: Infinity,
};

/** What the reader does with the fan. */
interface FanEvents {
  /** Receives the epoch to which the reader drags. */
  onSeek(epoch: number): void;
  /** Receives the number of frames to go. */
  onStep(frames: number): void;
  /** Plays or pauses. */
  onToggle(): void;
}

/** Creates the fan. */
export function createFan(events: FanEvents) {
  const canvas = html("canvas", { class: "fan" });
  const key = html("p", { class: "note" }, texts.play.curvesKey);
  const curves = createFanCurves();
  /** The last frame of the film that has been shown: the curves go as far. */
  let seen = 0;
  let shown: Shown | undefined, axes: FanAxes | undefined, start = 0, width = 0;

  const draw = () => {
    if (!shown || width === 0) return;
    const { film, index } = shown;
    seen = Math.max(seen, index);
    axes = curves.extend(film, seen, width);
    const context = contextOf(canvas), x = axes.xOf(film.frames[index]!.epoch);
    context.clearRect(0, 0, width, FAN_HEIGHT);
    drawAxes(context, axes);
    copyPart(context, curves.canvas, { left: 0, right: x, alpha: 1 }, width);
    copyPart(context, curves.canvas, { left: x, right: width, alpha: LATER_ALPHA }, width);
    drawSelected(context, axes, film.frames.slice(0, index + 1), start);
    drawCursor(context, x);
    describeSlider(canvas, shown);
  };
  listenToReader(canvas, events, () => axes);
  new ResizeObserver(([entry]) => {
    const measured = Math.floor(entry!.contentRect.width);
    if (measured === width || measured === 0) return;
    width = measured;
    for (const each of [canvas, curves.canvas]) resizeCanvas(each, width);
    curves.redraw();
    draw();
  }).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    curves.redraw();
    draw();
  });
  return {
    element: canvas,
    /** What the curves are. */
    key,
    show(next: Shown) {
      if (next.film !== shown?.film) {
        seen = 0;
        curves.clear();
      }
      shown = next;
      // an untrained net has no curve
      canvas.hidden = key.hidden = next.film.epochs.length < 2;
      draw();
    },
    select(selected: number) {
      start = selected;
      draw();
    },
  };
}

/** Says what the slider shows; before the first frame there is no value, so the canvas is no slider yet. */
function describeSlider(canvas: HTMLCanvasElement, { film, index }: Shown): void {
  const { epoch } = film.frames[index]!, last = film.epochs.at(-1)!;
  setAttributes(canvas, {
    tabindex: 0,
    role: "slider",
    "aria-label": texts.play.curves(film.starts),
    "aria-valuemin": 0,
    "aria-valuemax": last,
    "aria-valuenow": epoch,
    "aria-valuetext": texts.play.epochOf(epoch, last),
  });
}

/** Reports what the reader does with pointer and keys; there are no axes before the first picture. */
function listenToReader(
  canvas: HTMLCanvasElement,
  { onSeek, onStep, onToggle }: FanEvents,
  axes: () => FanAxes | undefined,
): void {
  const seek = ({ offsetX, buttons, type }: PointerEvent) => {
    const shown = axes();
    if (shown && (type === "pointerdown" || buttons > 0)) onSeek(shown.epochAt(offsetX));
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    seek(event);
  });
  canvas.addEventListener("pointermove", seek);
  canvas.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      event.preventDefault();
      onToggle();
    }
    const step = FRAME_STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onStep(step);
  });
}
