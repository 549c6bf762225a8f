/** Figures to download: as SVG, as PNG, and as a Vega-Lite spec. */
import { LIGHT_PALETTE, type Palette, withColors } from "../../chart/palette.ts";
import { CHART_CONFIG, color } from "../../chart/theme.ts";
import { plotSpecOf, VEGA_LITE_SCHEMA } from "../../chart/svg/vega_spec.ts";
import type { FigureData } from "../../wire/figure_data.ts";
import { unpackChart } from "../../wire/packed.ts";
import { setAttributes, svg } from "../dom.ts";

/** The Vega-Lite spec of a figure with its data, in light colours. */
export function figureSpec({ panels, title }: FigureData): unknown {
  const charts = panels.map(({ title, chart }) => ({ ...(title && { title }), ...plotSpecOf(unpackChart(chart)) }));
  // panels keep their own scales
  const scale = { color: "independent", shape: "independent", strokeDash: "independent" };
  const content = charts.length === 1 ? charts[0] : { hconcat: charts, resolve: { scale } };
  const config = { ...CHART_CONFIG, background: color("paper") };
  return withColors({ $schema: VEGA_LITE_SCHEMA, config, title, ...content }, LIGHT_PALETTE);
}

/** Space around a figure in its file, in pixels. */
const MARGIN = 16;

/** A figure as the page shows it now, as one SVG and its size: its charts, the titles of its panels and its key. */
export function pictureOf(figure: Element, palette: Palette) {
  const frame = figure.getBoundingClientRect();
  const width = Math.ceil(frame.width) + 2 * MARGIN;
  const height = Math.ceil(frame.height) + 2 * MARGIN;
  const place = ({ left, top }: DOMRect) => ({ x: left - frame.left + MARGIN, y: top - frame.top + MARGIN });
  const drawings = [...figure.querySelectorAll("svg")].flatMap((drawing) => {
    const box = drawing.getBoundingClientRect();
    const copy = drawing.cloneNode(true) as SVGElement;
    copy.removeAttribute("class");
    return box.width > 0 ? [setAttributes(copy, { ...place(box), width: box.width, height: box.height })] : [];
  });
  const texts = [...figure.querySelectorAll(".panel-title, .key span, .key button")].flatMap((element) => {
    const text = element.lastChild;
    if (!text) return [];
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    const { x, y } = place(box);
    const { fontFamily, fontSize, fontWeight, color } = getComputedStyle(element);
    const look = { "font-family": fontFamily, "font-size": fontSize, "font-weight": fontWeight, fill: color };
    return box.width > 0 ? [svg("text", { x, y: y + BASELINE * box.height, ...look }, text.textContent ?? "")] : [];
  });
  const paper = svg("rect", { width, height, fill: color("paper") });
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const whole = svg("svg", { xmlns: "http://www.w3.org/2000/svg", ...size }, paper, ...drawings, ...texts);
  for (const element of whole.querySelectorAll("*")) {
    for (const attribute of element.attributes) attribute.value = palette.get(attribute.value) ?? attribute.value;
  }
  return { text: new XMLSerializer().serializeToString(whole), width, height };
}

/** The distance of the baseline from the top of a line of text, as a fraction of its height. */
const BASELINE = 0.78;

/** An SVG as a PNG with two pixels per CSS pixel. */
export async function pngOf({ text, width, height }: ReturnType<typeof pictureOf>): Promise<Blob> {
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
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
