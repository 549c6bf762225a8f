/** The fan: the loss curves of all starts over a logarithmic axis of epochs. It is the scrubber, too. */
import { logScale, numeral } from "../../../chart/scales.ts";
import { textWidth } from "../../../chart/labels/text_width.ts";
import { html, setAttributes } from "../../dom.ts";
import { texts } from "../page_texts.ts";
import type { Film, Frame } from "./film.ts";
import type { Shown } from "./film_player.ts";

const HEIGHT = 132;
const MARGIN = { top: 8, right: 10, bottom: 22, left: 46 };
const FONT = 11;
/** Epochs with a label, besides the last one. */
const POWERS = [0, 1, 10, 100, 1000, 10_000, 100_000, 1_000_000];
/** Most curves drawn: more would cover each other and take long. */
const MAX_CURVES = 200;
/** The axis spans at least this factor. */
const MIN_SPAN = 100;
const MAX_SPAN = 1e8;
/** The loss axis ends at this multiple of the largest initial loss. */
const HEADROOM = 1.5;

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
export function createFan({ onSeek, onStep, onToggle }: FanEvents) {
  const canvas = html("canvas", { class: "fan" });
  const key = html("p", { class: "note" }, texts.play.curvesKey);
  const curves = document.createElement("canvas");
  let shown: Shown | undefined, start = 0, width = 0, drawn = 0, seen = 0, low = NaN, high = NaN;

  const context = () => {
    const each = canvas.getContext("2d")!;
    each.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    return each;
  };
  const resize = () => {
    for (const each of [canvas, curves]) {
      setAttributes(each, { width: Math.floor(width * devicePixelRatio), height: HEIGHT * devicePixelRatio });
    }
    drawn = 0;
  };
  const xOf = (epoch: number) => {
    const last = Math.max(1, shown!.film.epochs.at(-1)!);
    return MARGIN.left + Math.log1p(epoch) / Math.log1p(last) * (width - MARGIN.left - MARGIN.right);
  };
  const epochAt = (x: number) => {
    const fraction = (x - MARGIN.left) / (width - MARGIN.left - MARGIN.right);
    return Math.expm1(Math.max(0, Math.min(1, fraction)) * Math.log1p(Math.max(1, shown!.film.epochs.at(-1)!)));
  };
  const scale = () => logScale(low, high, 4);
  const yOf = (loss: number, axis = scale()) => {
    const [least, most] = axis.domain;
    // not the exact logarithm, whose tables would delay the first picture
    const fraction = loss > 0 ? Math.max(0, Math.min(1, Math.log(loss / least) / Math.log(most / least))) : 0;
    return HEIGHT - MARGIN.bottom - (Number.isFinite(loss) ? fraction : 1) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  };
  /** Widens the axis to the frames up to one; the curves are then drawn again. */
  const widen = ({ frames }: Film, upTo: number) => {
    let [newLow, newHigh] = [low, high];
    for (let i = drawn; i <= upTo; i++) {
      const losses = frames[i]!.losses.filter((loss) => loss > 0 && Number.isFinite(loss)).sort();
      if (losses.length === 0) continue;
      if (Number.isNaN(newHigh)) newHigh = HEADROOM * losses.at(-1)!;
      const least = Math.max(losses[Math.floor(losses.length / 50)]!, newHigh / MAX_SPAN);
      newLow = Number.isNaN(newLow) ? newHigh / MIN_SPAN : newLow;
      while (least < newLow) newLow /= 10;
    }
    if (newLow === low && newHigh === high || Number.isNaN(newHigh)) return;
    [low, high] = [newLow, newHigh];
    drawn = 0;
  };
  const drawCurves = ({ film, index }: Shown) => {
    widen(film, index);
    const each = curves.getContext("2d")!;
    each.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    if (drawn === 0) each.clearRect(0, 0, width, HEIGHT);
    const axis = scale(), count = Math.min(MAX_CURVES, film.starts);
    each.lineWidth = 1;
    each.globalAlpha = count > 50 ? 0.3 : 0.6;
    for (let i = Math.max(1, drawn); i <= index; i++) {
      const [before, after] = [film.frames[i - 1]!, film.frames[i]!];
      for (const isSolved of [false, true]) {
        each.strokeStyle = cssColor(isSolved ? "blue" : "vermillion");
        each.beginPath();
        for (let curve = 0; curve < count; curve++) {
          if (isSolved !== !Number.isNaN(after.solvedSince[curve]!)) continue;
          each.moveTo(xOf(before.epoch), yOf(before.losses[curve]!, axis));
          each.lineTo(xOf(after.epoch), yOf(after.losses[curve]!, axis));
        }
        each.stroke();
      }
    }
    drawn = Math.max(drawn, index + 1);
  };
  const draw = () => {
    if (!shown || width === 0) return;
    seen = Math.max(seen, shown.index);
    drawCurves({ film: shown.film, index: seen });
    const { film, index } = shown, frame = film.frames[index]!, to = context(), x = xOf(frame.epoch);
    to.clearRect(0, 0, width, HEIGHT);
    drawAxes(to, film);
    const drawPart = (left: number, right: number, alpha: number) => {
      if (right <= left) return;
      to.save();
      to.beginPath();
      to.rect(left, 0, right - left, HEIGHT);
      to.clip();
      to.globalAlpha = alpha;
      to.drawImage(curves, 0, 0, width, HEIGHT);
      to.restore();
    };
    drawPart(0, x, 1);
    drawPart(x, width, 0.3);
    drawSelected(to, film.frames, index);
    to.strokeStyle = to.fillStyle = cssColor("ink");
    to.lineWidth = 1;
    to.beginPath();
    to.moveTo(x, 2);
    to.lineTo(x, HEIGHT - MARGIN.bottom);
    to.stroke();
    to.beginPath();
    to.arc(x, HEIGHT - MARGIN.bottom, 5, 0, 7);
    to.fill();
    // before the first frame there is no value, so the canvas is no slider yet
    setAttributes(canvas, {
      tabindex: 0,
      role: "slider",
      "aria-label": texts.play.curves(film.starts),
      "aria-valuemin": 0,
      "aria-valuemax": film.epochs.at(-1),
      "aria-valuenow": frame.epoch,
      "aria-valuetext": texts.play.epochOf(frame.epoch, film.epochs.at(-1)!),
    });
  };
  const drawSelected = (to: CanvasRenderingContext2D, frames: readonly Frame[], index: number) => {
    const axis = scale();
    to.lineWidth = 2;
    to.strokeStyle = cssColor("ink");
    to.beginPath();
    for (let i = 0; i <= index; i++) to.lineTo(xOf(frames[i]!.epoch), yOf(frames[i]!.losses[start]!, axis));
    to.stroke();
  };
  const drawAxes = (to: CanvasRenderingContext2D, film: Film) => {
    to.font = `${FONT}px ${getComputedStyle(document.body).getPropertyValue("--sans")}`;
    to.fillStyle = cssColor("quiet");
    to.strokeStyle = cssColor("rule");
    to.lineWidth = 1;
    to.textAlign = "right";
    for (const { value, label } of Number.isNaN(low) ? [] : scale().ticks) {
      const y = Math.round(yOf(value)) + 0.5;
      to.beginPath();
      to.moveTo(MARGIN.left, y);
      to.lineTo(width - MARGIN.right, y);
      to.stroke();
      to.fillText(label, MARGIN.left - 6, y + 4);
    }
    const last = film.epochs.at(-1)!;
    let free = -Infinity;
    for (const epoch of [...POWERS.filter((each) => each < last), last]) {
      const label = numeral(epoch), half = textWidth(label, FONT) / 2;
      const x = Math.min(xOf(epoch), width - half);
      if (x - half < free) continue;
      to.textAlign = "center";
      to.fillText(label, x, HEIGHT - 6);
      free = x + half + 8;
    }
  };
  const seek = ({ offsetX, buttons, type }: PointerEvent) => {
    if (shown && (type === "pointerdown" || buttons > 0)) onSeek(epochAt(offsetX));
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    seek(event);
  });
  canvas.addEventListener("pointermove", seek);
  canvas.addEventListener("keydown", (event) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageDown: -10,
      PageUp: 10,
      Home: -Infinity,
      End: Infinity,
    };
    const step = steps[event.key];
    if (event.key === " ") {
      event.preventDefault();
      onToggle();
    }
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onStep(step);
  });
  new ResizeObserver(([entry]) => {
    const measured = Math.floor(entry!.contentRect.width);
    if (measured === width || measured === 0) return;
    width = measured;
    resize();
    draw();
  }).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    drawn = 0;
    draw();
  });
  return {
    element: canvas,
    /** What the curves are. */
    key,
    show(next: Shown) {
      if (next.film !== shown?.film) {
        drawn = seen = 0;
        low = high = NaN;
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

function cssColor(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`);
}
