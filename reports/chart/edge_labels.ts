/** Numbers on the lines of a net, each where it is plain whose it is. */
import { textWidth } from "./text_width.ts";

/** A line from one unit to another, with what is written on it. */
export interface Edge {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
  readonly text: string;
}

/** What is written on a line: its middle, and half the box that it takes. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** Places along a line that a label may take. */
const SHARES = Array.from({ length: 36 }, (_, i) => 0.15 + i / 50);
/** Where all labels stand at first, one attempt after the other; that which ends best is taken. */
const STARTS = [0.3, 0.4, 0.5, 0.6, 0.7];
/** Rounds in which each label in turn takes its best place; after a few none moves. */
const ROUNDS = 8;
/** How much worse it is to lie on another label than on another line, by area. */
const LABEL_TO_LINE = 4;
/** Free space around a label, in pixels. */
const MARGIN = 3;

/**
 * The labels of edges between units of a radius, in letters of a size.
 *
 * Each stands on its own line, clear of both units, and as far as may be from other labels and other lines.
 */
export function placeLabels(edges: readonly Edge[], radius: number, letters: number): readonly Label[] {
  const choices = edges.map((edge) => {
    const labels = SHARES.map((share) => labelAt(edge, share, letters));
    const clear = labels.filter((label) =>
      isClear(label, edge.x, edge.y, radius) && isClear(label, edge.x2, edge.y2, radius)
    );
    return clear.length > 0 ? clear : [labelAt(edge, 0.5, letters)];
  });
  const attempts = STARTS.map((start) => settled(edges, choices, start));
  return attempts.reduce((best, one) => one.crowd < best.crowd ? one : best, { crowd: Infinity, labels: [] as Label[] })
    .labels;
}

/** Labels that each took the best of their choices in turn, and how crowded they are all together. */
function settled(edges: readonly Edge[], choices: readonly (readonly Label[])[], start: number) {
  const labels = choices.map((places) => places[Math.floor(start * places.length)]!);
  const crowdOf = (i: number, label: Label) =>
    edges.reduce((sum, edge, j) => {
      if (i === j) return sum;
      return sum + LABEL_TO_LINE * commonArea(label, labels[j]!) + 2 * label.halfHeight * lengthInside(edge, label);
    }, 0);
  for (let round = 0; round < ROUNDS; round++) {
    choices.forEach((places, i) => {
      let least = crowdOf(i, labels[i]!);
      for (const place of places) {
        const crowd = crowdOf(i, place);
        if (crowd >= least - ROUNDING) continue;
        least = crowd;
        labels[i] = place;
      }
    });
  }
  return { labels, crowd: labels.reduce((sum, label, i) => sum + crowdOf(i, label), 0) };
}

/** By how much one place must be better than another to be taken for better. */
const ROUNDING = 1e-6;

function labelAt({ x, y, x2, y2, text }: Edge, share: number, letters: number): Label {
  return {
    x: x + share * (x2 - x),
    y: y + share * (y2 - y),
    text,
    halfWidth: textWidth(text, letters) / 2 + MARGIN,
    halfHeight: letters / 2 + MARGIN,
  };
}

/** Whether a label is outside of a circle. */
function isClear({ x, y, halfWidth, halfHeight }: Label, cx: number, cy: number, radius: number): boolean {
  const dx = Math.max(0, Math.abs(x - cx) - halfWidth), dy = Math.max(0, Math.abs(y - cy) - halfHeight);
  return dx * dx + dy * dy >= radius * radius;
}

function commonArea(a: Label, b: Label): number {
  const wide = a.halfWidth + b.halfWidth - Math.abs(a.x - b.x),
    tall = a.halfHeight + b.halfHeight - Math.abs(a.y - b.y);
  return wide > 0 && tall > 0 ? wide * tall : 0;
}

/** How much of a line lies inside a label's box. Source: Liang & Barsky 1984. */
export function lengthInside({ x, y, x2, y2 }: Edge, { x: cx, y: cy, halfWidth, halfHeight }: Label): number {
  let from = 0, to = 1;
  for (
    const [start, step, low, high] of [
      [x, x2 - x, cx - halfWidth, cx + halfWidth],
      [y, y2 - y, cy - halfHeight, cy + halfHeight],
    ] as const
  ) {
    if (step === 0) {
      if (start < low || start > high) return 0;
      continue;
    }
    const a = (low - start) / step, b = (high - start) / step;
    from = Math.max(from, Math.min(a, b));
    to = Math.min(to, Math.max(a, b));
  }
  return from < to ? (to - from) * Math.sqrt((x2 - x) * (x2 - x) + (y2 - y) * (y2 - y)) : 0;
}
