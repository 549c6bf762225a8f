/** Numbers on the edges of a net, each close to its own edge only. */
import type { LineSegment } from "../contour.ts";
import { type Box, placeBoxes } from "./place_labels.ts";
import { textWidth } from "./text_width.ts";

/** A line from one unit to another, with its label. */
type Edge = LineSegment & { readonly text: string };

/** A label in its place. */
type EdgeLabel = Box & { readonly text: string };

/** Candidate places of a label, as fractions of its edge. */
const FRACTIONS = Array.from({ length: 36 }, (_, i) => 0.15 + i / 50);
/** Where searches begin, one after the other; the best result counts. */
const STARTS = [0.3, 0.4, 0.5, 0.6, 0.7];
/** How much worse it is to lie on another label than on another edge, by area. */
const LABEL_WEIGHT = 4;
/** Free space around a label, in pixels. */
const MARGIN = 3;

/**
 * The labels of edges between units of a radius, in letters of a size, both in pixels.
 *
 * Each is on its own edge, clear of both units, and as far as possible from other labels and edges.
 */
export function placeEdgeLabels(edges: readonly Edge[], radius: number, fontSize: number): readonly EdgeLabel[] {
  const candidates = edges.map((edge) => {
    const labels = FRACTIONS.map((fraction) => labelAt(edge, fraction, fontSize));
    const clear = labels.filter((label) =>
      isClear(label, edge.x, edge.y, radius) && isClear(label, edge.x2, edge.y2, radius)
    );
    return clear.length > 0 ? clear : [labelAt(edge, 0.5, fontSize)];
  });
  const obstruction = (i: number, label: EdgeLabel) =>
    edges.reduce((sum, edge, j) => i === j ? sum : sum + 2 * label.halfHeight * lengthInside(edge, label), 0);
  const attempts = STARTS.map((start) => {
    const { boxes, overlaps } = placeBoxes(candidates, obstruction, { start, labelWeight: LABEL_WEIGHT });
    return { labels: boxes, overlap: overlaps.reduce((sum, overlap) => sum + overlap, 0) };
  });
  return attempts.toSorted((a, b) => a.overlap - b.overlap)[0]!.labels;
}

function labelAt({ x, y, x2, y2, text }: Edge, fraction: number, fontSize: number): EdgeLabel {
  return {
    x: x + fraction * (x2 - x),
    y: y + fraction * (y2 - y),
    text,
    halfWidth: textWidth(text, fontSize) / 2 + MARGIN,
    halfHeight: fontSize / 2 + MARGIN,
  };
}

/** Whether a label is outside of a circle. */
function isClear({ x, y, halfWidth, halfHeight }: Box, cx: number, cy: number, radius: number): boolean {
  const dx = Math.max(0, Math.abs(x - cx) - halfWidth);
  const dy = Math.max(0, Math.abs(y - cy) - halfHeight);
  return dx * dx + dy * dy >= radius * radius;
}

/** The length of an edge inside a box. Source: Liang & Barsky 1984. */
export function lengthInside({ x, y, x2, y2 }: LineSegment, box: Box): number {
  const alongX = [x, x2 - x, box.x - box.halfWidth, box.x + box.halfWidth] as const;
  const alongY = [y, y2 - y, box.y - box.halfHeight, box.y + box.halfHeight] as const;
  let from = 0;
  let to = 1;
  for (const [start, step, low, high] of [alongX, alongY]) {
    if (step === 0) {
      if (start < low || start > high) return 0;
      continue;
    }
    const a = (low - start) / step;
    const b = (high - start) / step;
    from = Math.max(from, Math.min(a, b));
    to = Math.min(to, Math.max(a, b));
  }
  return from < to ? (to - from) * Math.sqrt((x2 - x) * (x2 - x) + (y2 - y) * (y2 - y)) : 0;
}
