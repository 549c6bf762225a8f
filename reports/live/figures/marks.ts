/** The marks of a chart: where they are, what they say, and which runs they stand for. */
import { numeral, position } from "../../chart/scales.ts";
import type { AxisSpec, ChartSpec, FigureData, LayerSpec, Links, PanelData, Plot } from "../../wire/figure_data.ts";
import { type DataRow, unpack } from "../../wire/packed.ts";

/** A row of a layer's data, and what it stands for. */
export interface Item {
  readonly row: DataRow;
  /** On the chart's scales. */
  readonly x: number;
  readonly y: number;
  readonly series: string | undefined;
  /** The levels that it stands for, by factor. */
  readonly levels: Readonly<Record<string, string>>;
  /** The number of its run within its series, where it is a single run's. */
  readonly run: number | undefined;
}

/** An item with what it says, line by line. */
export interface Mark extends Item {
  readonly words: readonly string[];
}

/** A layer with its items. */
export interface DataLayer {
  readonly spec: LayerSpec;
  readonly items: readonly Item[];
}

/** The layers of a panel with their data. */
export function layersOf(figure: FigureData, panel: PanelData): DataLayer[] {
  const { encoding: { x, y }, layer } = panel.spec, across = readerOf(x), up = readerOf(y);
  return layer.map((spec, i) => ({
    spec,
    items: unpack(panel.data[i]!).flatMap((row) => {
      const at = placeOf(spec, row), series = typeof row.series === "string" ? row.series : undefined;
      if (!at) return [];
      const levels = levelsOf(figure.links, {
        series,
        panel: panel.level,
        x: across.name(at.x),
        y: up.name(at.y),
      });
      return [{ row, ...at, series, levels, run: typeof row.run === "number" ? row.run : undefined }];
    }),
  }));
}

/** The marks of a panel that say something, layer by layer. */
export function marksOf(
  { key = "series" }: FigureData,
  { title, spec }: PanelData,
  layers: readonly DataLayer[],
): Mark[] {
  const across = readerOf(spec.encoding.x), up = readerOf(spec.encoding.y);
  const speaking = layers.filter(({ spec }) => SPEAKING.includes(spec.mark.type)).flatMap(({ items }) => items);
  return speaking.filter(({ row }) => speaks(row)).map((item) => ({
    ...item,
    words: [
      ...(title ? [title] : []),
      ...(item.series ? [`${key}: ${item.series}`] : []),
      ...wordsOf(item, across, up),
    ],
  }));
}

/** The types of marks that stand for rows; others are text, rules and intervals beside them. */
const SPEAKING = ["line", "point", "rect"];

/** Whether a row has more to say than its colour: the fields of a surface have not. */
function speaks(row: DataRow): boolean {
  return row.opacity === undefined || row.text !== undefined;
}

/** Where a row stands, by the channels of its layer: of a rectangle its middle. */
function placeOf(
  { mark, encoding }: LayerSpec,
  row: DataRow,
): { readonly x: number; readonly y: number } | undefined {
  const field = (channel: string) => row[encoding?.[channel]?.field ?? channel];
  const middle = (channel: string) => {
    const from = field(channel), to = mark.type === "rect" ? field(`${channel}2`) : undefined;
    return typeof from === "number" ? (typeof to === "number" ? (from + to) / 2 : from) : undefined;
  };
  const x = middle("x"), y = middle("y");
  return x === undefined || y === undefined ? undefined : { x, y };
}

/** How an axis calls its values. */
interface Reader {
  readonly title: string;
  /** The name of a place, on an axis of names. */
  name(value: number): string | undefined;
  say(value: number): string;
}

function readerOf({ axis: { title, labelExpr } }: AxisSpec): Reader {
  const labels = JSON.parse(labelExpr.replace(/\[datum\.value\]$/, "")) as Record<string, string>;
  const places = Object.keys(labels), texts = Object.values(labels);
  const isNamed = texts.length > 0 && places.every((place, i) => place === String(i)) &&
    !texts.every((text, i) => text === numeral(i));
  const name = (value: number) => isNamed ? labels[String(Math.round(value))] : undefined;
  const isShare = !isNamed && texts.some((text) => text.endsWith("%"));
  return {
    title: title ?? "",
    name,
    say: (value) =>
      name(value) ??
        (isShare ? `${numeral(Number((100 * value).toPrecision(3)))} %` : numeral(Number(value.toPrecision(4)))),
  };
}

function wordsOf({ row, x, y }: Item, across: Reader, up: Reader): string[] {
  if (typeof row.name === "string") return [[row.name, row.value].filter(Boolean).join(" = ")];
  const pair = ({ title, say }: Reader, value: number) => [title, say(value)].filter(Boolean).join(": ");
  const lines = [pair(across, x), pair(up, y)];
  if (typeof row.lower === "number" && typeof row.upper === "number") {
    lines.push(`95 % interval: ${across.say(row.lower)} to ${across.say(row.upper)}`);
  }
  if (typeof row.solved === "number") lines.push(`${numeral(row.solved)} of ${numeral(row.n as number)} runs`);
  if (typeof row.share === "number" && typeof row.solved !== "number") {
    lines.push(`share: ${numeral(Number((100 * row.share).toPrecision(3)))} %`);
  }
  if (typeof row.fill === "string" && typeof row.text === "string") lines.push(`target: ${row.text}`);
  if (typeof row.opacity === "number" && typeof row.text === "string") {
    lines.push(`solved: ${row.text.replace(/^\d+$/, "$& %")}`);
  }
  return lines;
}

function levelsOf(links: Links, found: { readonly [C in keyof Links]: string | undefined }): Record<string, string> {
  const known = (Object.keys(links) as (keyof Links)[]).map((channel) => [links[channel]!, found[channel]] as const);
  return Object.fromEntries(known.filter((pair): pair is readonly [string, string] => !!pair[1]));
}

/** Where a place on the scales is in a drawing, in pixels. */
export function pixelOf(
  { encoding: { x, y } }: ChartSpec,
  { left, top, width, height }: Plot,
  at: { readonly x: number; readonly y: number },
) {
  const share = ({ scale }: AxisSpec, value: number) => {
    const share = position({ ...scale, ticks: [] }, value);
    return scale.reverse ? 1 - share : share;
  };
  return { x: left + share(x, at.x) * width, y: top + (1 - share(y, at.y)) * height };
}
