/** Figures to take away: as SVG, as PNG, as a Vega-Lite spec. */
import { set, svg } from "../dom.ts";
import type { FigureData, FiguresData, PanelData } from "../../wire/figure_data.ts";
import { unpack } from "../../wire/packed.ts";

const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";

/** Panels keep their own scales. */
const OWN = { color: "independent", shape: "independent", strokeDash: "independent" };

/** The Vega-Lite spec of a figure: with its data, and colours that mean something outside of the page. */
export function specOf({ panels, title }: FigureData, { config, colors }: Omit<FiguresData, "figures">): unknown {
  const charts = panels.map((panel) => chartOf(panel));
  const whole = charts.length === 1 ? { title, ...charts[0] } : { title, hconcat: charts, resolve: { scale: OWN } };
  return JSON.parse(
    inColors(
      JSON.stringify({ $schema: SCHEMA, config: { ...config as object, background: colors.paper }, ...whole }),
      colors,
    ),
  );
}

function chartOf({ title, spec, data }: PanelData): object {
  const { padding: _, autosize: __, $schema: ___, layer, ...rest } = spec as
    & PanelData["spec"]
    & Record<string, unknown>;
  return {
    ...(title && { title }),
    ...rest,
    layer: layer.map((one, i) => ({ data: { values: unpack(data[i]!) }, ...one })),
  };
}

/** Text with the page's colours written out. */
function inColors(text: string, colors: Readonly<Record<string, string>>): string {
  return text.replace(/var\(--([a-z]+)\)/g, (whole, name: string) => colors[name] ?? whole);
}

/** Space around a figure that is taken away, in pixels. */
const MARGIN = 16;

/** A drawing of its own. */
export interface Picture {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** What a figure looks like now, as one SVG: its charts, the names of its panels and its key, where the page has them. */
export function drawingOf(chart: Element, colors: Readonly<Record<string, string>>): Picture {
  const frame = chart.getBoundingClientRect();
  const width = Math.ceil(frame.width) + 2 * MARGIN, height = Math.ceil(frame.height) + 2 * MARGIN;
  const place = ({ left, top }: DOMRect) => ({ x: left - frame.left + MARGIN, y: top - frame.top + MARGIN });
  const drawings = [...chart.querySelectorAll("svg")].flatMap((drawing) => {
    const box = drawing.getBoundingClientRect(), copy = drawing.cloneNode(true) as SVGElement;
    copy.removeAttribute("class");
    return box.width > 0 ? [set(copy, { ...place(box), width: box.width, height: box.height })] : [];
  });
  const words = [...chart.querySelectorAll(".panel-title, .key span, .key button")].flatMap((element) => {
    const range = document.createRange(), text = element.lastChild;
    if (!text) return [];
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect(), { x, y } = place(box);
    const { fontFamily, fontSize, fontWeight, color } = getComputedStyle(element);
    const look = { "font-family": fontFamily, "font-size": fontSize, "font-weight": fontWeight, fill: color };
    return box.width > 0 ? [svg("text", { x, y: y + BASELINE * box.height, ...look }, text.textContent ?? "")] : [];
  });
  const paper = svg("rect", { width, height, fill: "var(--paper)" });
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const whole = svg("svg", { xmlns: "http://www.w3.org/2000/svg", ...size }, paper, ...drawings, ...words);
  return { text: inColors(new XMLSerializer().serializeToString(whole), colors), width, height };
}

/** How far down in a line of text its letters stand. */
const BASELINE = 0.78;

/** An SVG as a PNG, twice as fine. */
export async function pngOf({ text, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) => blob ? resolve(blob) : reject(new Error("The browser made no image")), "image/png")
  );
}

/** Saves a file. */
export function save(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob), link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
