/** The names of points in a plot, none written over another or over a point. */
import { textWidth } from "../../chart/text_width.ts";

/** A row's point, in pixels. */
export interface Point {
  readonly at: readonly [x: number, y: number];
  readonly target: number;
  readonly label: string;
}

/** Lines of text: where the middle of the first one stands. */
export interface Name {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}

/** Radius of a point, size of a name's letters, and distance of its lines in pixels. */
export const RADIUS = 9, LETTERS = 11, LEADING = 13;
/** Points that are closer have one name, in pixels. */
const CLOSE = 20;
/** The room between a name and the plot's edge, in pixels. */
const MARGIN = 3;
/** More rows than this are counted instead of named. */
const MOST_NAMED = 6;

/**
 * A name for each point, above it, or below it where there is no room above.
 *
 * Points that lie together have one name, and so have those whose names would be written over each other.
 */
export function namesOf(points: readonly Point[], side: number): Name[] {
  let groups: readonly (readonly Point[])[] = points.map((point) => [point]);
  const join = (i: number, j: number) => {
    const rest = groups.filter((_, k) => k !== i && k !== j);
    groups = [[...groups[i]!, ...groups[j]!], ...rest];
  };
  while (true) {
    const pair = pairOf(groups, (a, b) => a.some((p) => b.some((q) => distance(p, q) < CLOSE)));
    if (pair) {
      join(...pair);
      continue;
    }
    const names: Name[] = [];
    const blocked = groups.findIndex((group, i) => {
      const others = groups.filter((_, k) => k !== i).flat();
      const free = placesOf(group, side).find((place) =>
        !names.some((name) => overlap(boxOf(place), boxOf(name))) &&
        !others.some((point) => overlap(boxOf(place), discOf(point)))
      );
      if (free) names.push(free);
      return !free;
    });
    if (blocked < 0) return names;
    if (groups.length < 2) return [placesOf(groups[0]!, side)[0]!];
    join(blocked, nearestTo(groups, blocked));
  }
}

function pairOf<V>(all: readonly V[], fits: (a: V, b: V) => boolean): [number, number] | undefined {
  for (const [i, a] of all.entries()) {
    for (let j = i + 1; j < all.length; j++) if (fits(a, all[j]!)) return [i, j];
  }
  return undefined;
}

/** The group that is nearest to another. */
function nearestTo(groups: readonly (readonly Point[])[], to: number): number {
  const far = groups.map((group, i) =>
    i === to ? Infinity : Math.min(...group.flatMap((p) => groups[to]!.map((q) => distance(p, q))))
  );
  return far.indexOf(Math.min(...far));
}

/** Where the name of a group may stand: above its highest point, or below its lowest; at the plot's edge where neither is in it. */
function placesOf(group: readonly Point[], side: number): Name[] {
  const lines = linesOf(group), width = Math.max(...lines.map((line) => textWidth(line, LETTERS)));
  const [highest] = group.toSorted((a, b) => a.at[1] - b.at[1]), [lowest] = group.toSorted((a, b) => b.at[1] - a.at[1]);
  const tall = LEADING * lines.length, above = highest!.at[1] - RADIUS - tall + LEADING / 2;
  const places = [
    { x: within(highest!.at[0], width, side), y: above, lines },
    { x: within(lowest!.at[0], width, side), y: lowest!.at[1] + RADIUS + LEADING / 2, lines },
  ];
  const inside = places.filter(({ y }) => y - LEADING / 2 >= 0 && y - LEADING / 2 + tall <= side);
  return inside.length > 0 ? inside : [{ ...places[0]!, y: LEADING / 2 }];
}

/** The rows of a group; where their targets differ, a line for each, for the points hide each other. */
function linesOf(group: readonly Point[]): string[] {
  const inOrder = group.toSorted((a, b) => a.label < b.label ? -1 : 1), targets = Map.groupBy(inOrder, (p) => p.target);
  const told = (some: readonly Point[]) =>
    some.length > MOST_NAMED ? `${some.length} rows` : some.map(({ label }) => label).join(", ");
  if (targets.size === 1) return [told(inOrder)];
  return [...targets].sort(([a], [b]) => a - b).map(([target, some]) => `${told(some)} → ${target}`);
}

/** The middle of a text, as near to a place as the plot's edges let it. */
function within(x: number, width: number, side: number): number {
  const nearest = width / 2 + MARGIN;
  return Math.max(nearest, Math.min(side - nearest, x));
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
}

function boxOf({ x, y, lines }: Name): Box {
  const half = Math.max(...lines.map((line) => textWidth(line, LETTERS))) / 2, top = y - LEADING / 2;
  return { left: x - half, right: x + half, top, foot: top + LEADING * lines.length };
}

function discOf({ at: [x, y] }: Point): Box {
  return { left: x - RADIUS, right: x + RADIUS, top: y - RADIUS, foot: y + RADIUS };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.foot && b.top < a.foot;
}

function distance({ at: [x1, y1] }: Point, { at: [x2, y2] }: Point): number {
  return Math.hypot(x1 - x2, y1 - y2);
}
