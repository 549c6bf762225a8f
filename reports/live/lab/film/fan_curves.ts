/** What the fan draws on its canvases: the curves of all starts, the axes, the selected start, and the epoch shown. */
import { textWidth } from "../../../chart/labels/text_width.ts";
import { numeral } from "../../../chart/scales.ts";
import { setAttributes } from "../../dom.ts";
import { FAN_HEIGHT, FAN_MARGIN, type FanAxes, fanAxes, type LossRange, widenedRange } from "./fan_axes.ts";
import type { Film, Frame } from "./film.ts";

const FONT = 11;
/** Epochs with a label, besides the last one. */
const POWERS = [0, 1, 10, 100, 1000, 10_000, 100_000, 1_000_000];
/** Most curves drawn: more would cover each other and take long. */
const MAX_CURVES = 200;

/** Gives a canvas the height of the fan and a width in pixels of the page; clears it. */
export function resizeCanvas(canvas: HTMLCanvasElement, width: number): void {
  setAttributes(canvas, {
    width: Math.floor(width * devicePixelRatio),
    height: FAN_HEIGHT * devicePixelRatio,
  });
}

/** What to draw with on a canvas, in pixels of the page. */
export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d")!;
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  return context;
}

/** The curves of all starts on a canvas of their own, to which each frame adds a piece. */
export function createFanCurves() {
  const canvas = document.createElement("canvas");
  /** The number of frames that the curves go through, and whose losses are within the range. */
  let drawn = 0, measured = 0;
  let range: LossRange | undefined;
  return {
    canvas,
    /** Forgets what is drawn, so that all frames are drawn again: after a change of size or colours. */
    redraw() {
      drawn = 0;
    },
    /** Forgets the film. */
    clear() {
      drawn = measured = 0;
      range = undefined;
    },
    /** Draws the frames up to an index that are not drawn yet, and returns the axes; other axes redraw all frames. */
    extend({ frames, epochs, starts }: Film, upTo: number, width: number): FanAxes {
      const before = range;
      for (; measured <= upTo; measured++) range = widenedRange(range, frames[measured]!);
      if (range !== before) drawn = 0;
      const axes = fanAxes(width, epochs.at(-1)!, range), context = contextOf(canvas);
      if (drawn === 0) context.clearRect(0, 0, width, FAN_HEIGHT);
      for (let i = Math.max(1, drawn); i <= upTo; i++) drawPieces(context, axes, [frames[i - 1]!, frames[i]!], starts);
      drawn = Math.max(drawn, upTo + 1);
      return axes;
    },
  };
}

/** Draws a piece of each curve, from one frame to the next. */
function drawPieces(
  context: CanvasRenderingContext2D,
  { xOf, yOf }: FanAxes,
  [before, after]: readonly [Frame, Frame],
  starts: number,
): void {
  const count = Math.min(MAX_CURVES, starts);
  context.lineWidth = 1;
  context.globalAlpha = count > 50 ? 0.3 : 0.6;
  for (const isSolved of [false, true]) {
    context.strokeStyle = cssColor(isSolved ? "blue" : "vermillion");
    context.beginPath();
    for (let curve = 0; curve < count; curve++) {
      if (isSolved !== !Number.isNaN(after.solvedSince[curve]!)) continue;
      context.moveTo(xOf(before.epoch), yOf(before.losses[curve]!));
      context.lineTo(xOf(after.epoch), yOf(after.losses[curve]!));
    }
    context.stroke();
  }
}

/** Draws gridlines with their losses, and epochs below them. */
export function drawAxes(context: CanvasRenderingContext2D, { width, lastEpoch, ticks, xOf, yOf }: FanAxes): void {
  context.font = `${FONT}px ${getComputedStyle(document.body).getPropertyValue("--sans")}`;
  context.fillStyle = cssColor("quiet");
  context.strokeStyle = cssColor("rule");
  context.lineWidth = 1;
  context.textAlign = "right";
  for (const { value, label } of ticks) {
    const y = Math.round(yOf(value)) + 0.5;
    context.beginPath();
    context.moveTo(FAN_MARGIN.left, y);
    context.lineTo(width - FAN_MARGIN.right, y);
    context.stroke();
    context.fillText(label, FAN_MARGIN.left - 6, y + 4);
  }
  context.textAlign = "center";
  let free = -Infinity;
  for (const epoch of [...POWERS.filter((each) => each < lastEpoch), lastEpoch]) {
    const label = numeral(epoch), half = textWidth(label, FONT) / 2;
    const x = Math.min(xOf(epoch), width - half);
    if (x - half < free) continue;
    context.fillText(label, x, FAN_HEIGHT - 6);
    free = x + half + 8;
  }
}

/** Copies the part of the curves between two places. */
export function copyPart(
  context: CanvasRenderingContext2D,
  curves: HTMLCanvasElement,
  { left, right, alpha }: { readonly left: number; readonly right: number; readonly alpha: number },
  width: number,
): void {
  if (right <= left) return;
  context.save();
  context.beginPath();
  context.rect(left, 0, right - left, FAN_HEIGHT);
  context.clip();
  context.globalAlpha = alpha;
  context.drawImage(curves, 0, 0, width, FAN_HEIGHT);
  context.restore();
}

/** Draws the curve of a start through frames. */
export function drawSelected(
  context: CanvasRenderingContext2D,
  { xOf, yOf }: FanAxes,
  frames: readonly Frame[],
  start: number,
): void {
  context.lineWidth = 2;
  context.strokeStyle = cssColor("ink");
  context.beginPath();
  for (const { epoch, losses } of frames) context.lineTo(xOf(epoch), yOf(losses[start]!));
  context.stroke();
}

/** Draws the line and the handle at the epoch that is shown. */
export function drawCursor(context: CanvasRenderingContext2D, x: number): void {
  const bottom = FAN_HEIGHT - FAN_MARGIN.bottom;
  context.strokeStyle = context.fillStyle = cssColor("ink");
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x, 2);
  context.lineTo(x, bottom);
  context.stroke();
  context.beginPath();
  context.arc(x, bottom, 5, 0, 7);
  context.fill();
}

function cssColor(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`);
}
