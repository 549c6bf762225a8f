/** The marks of a chart: where they are, what they say, and which runs they stand for. */
import { numeral, position } from "../views/scales.ts";
import type { AxisSpec, ChartSpec, FigureData, LayerSpec, PanelData, Plot } from "./figure_data.ts";
import { type DataRow, unpack } from "./packed.ts";

/** A mark that says something. */
export interface Mark {
  /** On the chart's scales. */
  readonly x: number;
  readonly y: number;
  /** What it says, line by line. */
  readonly words: readonly string[];
  readonly series: string | undefined;
  /** The levels that it stands for. */
  readonly levels: Readonly<Record<string, string>>;
  /** The number of its run within its series, where it is a single run's. */
  readonly run: number | undefined;
}

/** A layer with its rows. */
export interface DataLayer {
  readonly spec: LayerSpec;
  readonly rows: readonly DataRow[];
}

/** The layers of a panel with their data. */
export function layersOf({ spec, data }: PanelData): DataLayer[] {
  return spec.layer.map((layer, i) => ({ spec: layer, rows: unpack(data[i]!) }));
}

/** The marks of a panel that say something, layer by layer. */
export function marksOf(figure: FigureData, panel: PanelData): Mark[] {
  const { encoding: { x, y } } = panel.spec, across = readerOf(x), up = readerOf(y);
  return layersOf(panel).filter(({ spec }) => SPEAKING.includes(spec.mark.type)).flatMap(({ spec, rows }) =>
    rows.flatMap((row) => {
      const at = placeOf(spec, row);
      if (!at || !speaks(row)) return [];
      const series = typeof row.series === "string" ? row.series : undefined;
      return [{
        ...at,
        words: [
          ...(panel.title ? [panel.title] : []),
          ...(series ? [`${figure.key ?? "series"}: ${series}`] : []),
          ...wordsOf(row, across, up),
        ],
        series,
        levels: levelsOf(figure, panel, { ...at, series }, across, up),
        run: typeof row.run === "number" ? row.run : undefined,
      }];
    })
  );
}

/** The types of marks that stand for rows; others are text, rules and intervals beside them. */
const SPEAKING = ["line", "point", "rect"];

/** Whether a row has more to say than its colour: the fields of a surface have not. */
function speaks(row: DataRow): boolean {
  return row.opacity === undefined || row.text !== undefined;
}

/** Where a row stands, by the channels of its layer: of a rectangle its middle. */
export function placeOf(
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

function wordsOf(row: DataRow, across: Reader, up: Reader): string[] {
  const { x, y } = row as { readonly x: number; readonly y: number };
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
  if (typeof row.opacity === "number" && typeof row.text === "string") {
    lines.push(`solved: ${row.text.replace(/^\d+$/, "$& %")}`);
  }
  return lines;
}

function levelsOf(
  { links }: FigureData,
  { level }: PanelData,
  { x, y, series }: { readonly x: number; readonly y: number; readonly series: string | undefined },
  across: Reader,
  up: Reader,
): Record<string, string> {
  const found = {
    ...(links.series && series && { [links.series]: series }),
    ...(links.panel && level !== undefined && { [links.panel]: level }),
    ...(links.x && { [links.x]: across.name(x) ?? "" }),
    ...(links.y && { [links.y]: up.name(y) ?? "" }),
  };
  return Object.fromEntries(Object.entries(found).filter(([, level]) => level !== ""));
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
