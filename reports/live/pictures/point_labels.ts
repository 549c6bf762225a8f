/** Labels of the points in a plot, placed so that none overlaps another label or another point. */
import { type Box, commonArea, placeBoxes } from "../../chart/labels/place_labels.ts";
import { textWidth } from "../../chart/labels/text_width.ts";

/** The point of a row, in pixels. */
export interface LabelledPoint {
  readonly x: number;
  readonly y: number;
  readonly target: number;
  readonly label: string;
}

/** A label: lines of text in a box. */
export interface PointLabel extends Box {
  readonly lines: readonly string[];
}

/** Radius of a point, in pixels. */
export const RADIUS = 9;
/** Font size of a label, in pixels. */
export const LABEL_SIZE = 11;
/** A wide stroke in the colour of the paper keeps labels legible on lines. */
export const HALO = {
  stroke: "var(--paper)",
  "stroke-linejoin": "round",
  "paint-order": "stroke",
  "text-anchor": "middle",
};
/** Distance of the lines of a label, in pixels. */
export const LINE_HEIGHT = 13;
/** Points closer than this share a label, in pixels. */
const MIN_DISTANCE = 20;
/** Distance of a label from the edges of the plot, in pixels. */
const MARGIN = 3;
/** A label of more rows states their number instead. */
const MAX_LISTED = 6;

/**
 * Places a label for each point, above it or, if there is no space, below it.
 *
 * Points close together share a label, as do points whose labels would overlap.
 */
export function placePointLabels(points: readonly LabelledPoint[], side: number): readonly PointLabel[] {
  let groups = groupClosePoints(points);
  while (true) {
    const { boxes, overlaps } = placeGroups(groups, side);
    const blocked = groups[overlaps.findIndex((overlap) => overlap > 0)];
    const others = groups.filter((group) => group !== blocked);
    if (!blocked || others.length === 0) return boxes;
    const nearest = others.reduce((a, b) => groupDistance(b, blocked) < groupDistance(a, blocked) ? b : a);
    groups = [[...blocked, ...nearest], ...others.filter((group) => group !== nearest)];
  }
}

type Group = readonly LabelledPoint[];

function groupClosePoints(points: readonly LabelledPoint[]): Group[] {
  return points.reduce<Group[]>((groups, point) => {
    const isClose = (group: Group) => groupDistance(group, [point]) < MIN_DISTANCE;
    return [...groups.filter((group) => !isClose(group)), [...groups.filter(isClose).flat(), point]];
  }, []);
}

/** Labels that avoid each other and the points of other groups. */
function placeGroups(groups: readonly Group[], side: number) {
  const areaOnPoints = (i: number, label: PointLabel) => {
    const others = groups.flatMap((group, j) => i === j ? [] : group);
    const boxes = others.map(({ x, y }) => ({ x, y, halfWidth: RADIUS, halfHeight: RADIUS }));
    return boxes.reduce((sum, box) => sum + commonArea(label, box), 0);
  };
  return placeBoxes(groups.map((group) => candidates(group, side)), areaOnPoints);
}

/** Above the highest point and below the lowest, as far as within the plot; at its upper edge if neither is. */
function candidates(group: Group, side: number): PointLabel[] {
  const lines = labelLines(group);
  const halfWidth = Math.max(...lines.map((line) => textWidth(line, LABEL_SIZE))) / 2;
  const halfHeight = LINE_HEIGHT * lines.length / 2;
  const highest = group.reduce((a, b) => b.y < a.y ? b : a);
  const lowest = group.reduce((a, b) => b.y > a.y ? b : a);
  const space = halfWidth + MARGIN;
  const at = ({ x }: LabelledPoint, y: number) => {
    return { x: Math.max(space, Math.min(side - space, x)), y, halfWidth, halfHeight, lines };
  };
  const above = at(highest, highest.y - RADIUS - halfHeight);
  const below = at(lowest, lowest.y + RADIUS + halfHeight);
  const inside = [above, below].filter(({ y }) => y - halfHeight >= 0 && y + halfHeight <= side);
  return inside.length > 0 ? inside : [at(highest, halfHeight)];
}

/** The labels of a group; if its targets differ, one line per target, because the points hide each other. */
function labelLines(group: Group): string[] {
  const sorted = group.toSorted((a, b) => a.label < b.label ? -1 : 1);
  const list = (points: Group) =>
    points.length > MAX_LISTED ? `${points.length} rows` : points.map(({ label }) => label).join(", ");
  const byTarget = Map.groupBy(sorted, ({ target }) => target);
  if (byTarget.size === 1) return [list(sorted)];
  return [...byTarget].sort(([a], [b]) => a - b).map(([target, points]) => `${list(points)} → ${target}`);
}

function groupDistance(a: Group, b: Group): number {
  return Math.min(...a.flatMap((p) => b.map((q) => Math.hypot(p.x - q.x, p.y - q.y))));
}
