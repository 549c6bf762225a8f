/** Names of series at the right ends of their lines. */
import { type Chart, type ChartContent, chartOfWidth } from "../frame.ts";
import type { SeriesRows } from "../grouping.ts";
import type { Layer } from "../layer.ts";
import { position, truncateLabel, valueAt, widestLabel } from "../scales.ts";
import { color } from "../theme.ts";

/** The end of a line with the text beside it: a name, which is cut where it is long, and a value, which is not. */
type LineEnd = Pick<SeriesRows, "name" | "label" | "style"> & { readonly value?: string; readonly y: number };

/** Distance of two labels, in pixels. */
const LINE_HEIGHT = 15;
/** Space between a line and its label, in pixels. */
const GAP = 14;

/** A chart of a total width in pixels whose lines have labels at their right ends. */
export function chartWithLabels(content: ChartContent, ends: readonly LineEnd[], width: number): Chart {
  if (ends.length === 0) return chartOfWidth(content, width);
  const right = widestLabel(ends.map(textOf)) + GAP + 2;
  return chartOfWidth({ ...content, layers: [...content.layers, ...labelLayers(ends, content)] }, width, right);
}

function textOf({ label, value }: LineEnd): string {
  return [truncateLabel(label), value].filter((text) => text !== undefined && text !== "").join(" ");
}

/** Labels at the right end of the x scale, spread out where lines end close together, each connected to its line. */
function labelLayers(ends: readonly LineEnd[], { x, y, height }: ChartContent): Layer[] {
  const wanted = ends.map((end) => height * (1 - Math.min(1, Math.max(0, position(y.scale, end.y)))));
  const places = spreadOut(wanted, LINE_HEIGHT, height);
  const [, right] = x.scale.domain;
  const rows = ends.map((end, i) => ({
    series: end.name,
    text: textOf(end),
    color: color(end.style.color),
    x: right,
    x2: right,
    y: valueAt(y.scale, 1 - places[i]! / height),
    y2: valueAt(y.scale, 1 - wanted[i]! / height),
  }));
  return [
    { rows, mark: { type: "rule", xOffset: GAP - 3, x2Offset: 2, strokeWidth: 1 }, channels: ["x2", "y2", "color"] },
    { rows, mark: { type: "text", align: "left", baseline: "middle", dx: GAP }, channels: ["text"] },
  ];
}

/**
 * Positions as close to the wanted ones as a minimum distance allows, in the same order, within 0 to `end`.
 *
 * Exact in one dimension: neighbours that are too close become one block around their mean.
 */
export function spreadOut(wanted: readonly number[], distance: number, end: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const blocks: Block[] = [];
  const firstOf = ({ sum, members }: Block) => {
    const middle = sum / members.length;
    const half = distance * (members.length - 1) / 2;
    return Math.max(0, Math.min(end - 2 * half, middle - half));
  };
  for (const i of order) {
    let block: Block = { sum: wanted[i]!, members: [i] };
    for (let before = blocks.at(-1); before; before = blocks.at(-1)) {
      if (firstOf(before) + distance * before.members.length <= firstOf(block)) break;
      blocks.pop();
      block = { sum: before.sum + block.sum, members: [...before.members, ...block.members] };
    }
    blocks.push(block);
  }
  const places = new Array<number>(wanted.length);
  for (const block of blocks) block.members.forEach((i, k) => places[i] = firstOf(block) + k * distance);
  return places;
}

/** Neighbours at the minimum distance from each other, and the sum of their wanted positions. */
type Block = { readonly members: readonly number[]; readonly sum: number };
