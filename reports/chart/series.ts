/** Channels and layers that charts with several series share. */
import { textWidth } from "./text_width.ts";
import { color, LETTERS, type Style } from "./theme.ts";
import type { Layer } from "./frame.ts";
import { type NumberScale, position, shortened, valueAt } from "./scales.ts";

/** A series as its channels see it. */
export interface Named {
  readonly name: string;
  readonly style: Style;
}

/** The channels by which the field `series` gives colour and dash. */
export function lineChannels(series: readonly Named[]) {
  const domain = series.map(({ name }) => name);
  return {
    ...colorChannel(series),
    strokeDash: {
      field: "series",
      type: "nominal" as const,
      scale: { domain, range: series.map(({ style }) => [...style.dash]) },
      legend: null,
    },
  };
}

/** The channels by which the field `series` gives colour and shape. */
export function pointChannels(series: readonly Named[]) {
  const domain = series.map(({ name }) => name);
  return {
    ...colorChannel(series),
    shape: {
      field: "series",
      type: "nominal" as const,
      scale: { domain, range: series.map(({ style }) => style.shape) },
      legend: null,
    },
  };
}

/** The channel by which the field `series` gives colour. */
export function colorChannel(series: readonly Named[]) {
  return {
    color: {
      field: "series",
      type: "nominal" as const,
      scale: { domain: series.map(({ name }) => name), range: series.map(({ style }) => color(style.color)) },
      legend: null,
    },
  };
}

/** The end of a line that is to carry its name. */
export interface End {
  readonly name: string;
  readonly style: Style;
  readonly y: number;
}

/** Distance of two names, and space between a line and its name, in pixels. */
const LEADING = 15, GAP = 14;

/** The room that names at the ends of lines take on the right. */
export function endsWidth(ends: readonly End[]): number {
  return Math.ceil(Math.max(0, ...ends.map(({ name }) => textWidth(shortened(name), LETTERS)))) + GAP + 2;
}

/** Names at the right edge of the plot, moved apart where lines end close together, each led to from its line. */
export function endsLayers(ends: readonly End[], scale: NumberScale, height: number): Layer[] {
  const wanted = ends.map(({ y }) => height * (1 - Math.min(1, Math.max(0, position(scale, y)))));
  const places = apart(wanted, LEADING, height);
  const values = ends.map(({ name, style }, i) => ({
    name: shortened(name),
    color: color(style.color),
    y: valueAt(scale, 1 - places[i]! / height),
    y2: valueAt(scale, 1 - wanted[i]! / height),
  }));
  return [
    {
      data: { values },
      mark: { type: "rule", xOffset: GAP - 3, x2Offset: 2, strokeWidth: 1 },
      encoding: {
        x: { value: "width" },
        x2: { value: "width" },
        y2: { field: "y2" },
        color: { field: "color", type: "nominal", scale: null },
      },
    },
    {
      data: { values },
      mark: { type: "text", align: "left", baseline: "middle", dx: GAP },
      encoding: { x: { value: "width" }, text: { field: "name", type: "nominal" } },
    },
  ] as Layer[];
}

/** Places as close to those wanted as a distance between any two of them, and the space from 0 to `end`, allow. */
export function apart(wanted: readonly number[], distance: number, end: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  // neighbours that are too close become one block around their mean
  const blocks: { sum: number; members: number[] }[] = [];
  const first = ({ sum, members }: { sum: number; members: number[] }) => {
    const middle = sum / members.length, half = distance * (members.length - 1) / 2;
    return Math.max(0, Math.min(end - 2 * half, middle - half));
  };
  for (const i of order) {
    let block = { sum: wanted[i]!, members: [i] };
    for (let before = blocks.at(-1); before; before = blocks.at(-1)) {
      if (first(before) + distance * before.members.length <= first(block)) break;
      blocks.pop();
      block = { sum: before.sum + block.sum, members: [...before.members, ...block.members] };
    }
    blocks.push(block);
  }
  const places = new Array<number>(wanted.length);
  for (const block of blocks) block.members.forEach((i, k) => places[i] = first(block) + k * distance);
  return places;
}
