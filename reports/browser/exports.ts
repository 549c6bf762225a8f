/** Figures to take away: as SVG, as PNG, as a Vega-Lite spec. */
import { svg } from "./dom.ts";
import type { FigureData, FiguresData, PanelData } from "./figure_data.ts";
import { unpack } from "./packed.ts";

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

/** What a figure looks like now, as one SVG: its charts, the names of its panels and its key, where the page has them. */
export function drawingOf(
  chart: Element,
  colors: Readonly<Record<string, string>>,
): { readonly text: string; readonly width: number; readonly height: number } {
  const frame = chart.getBoundingClientRect(), width = Math.ceil(frame.width), height = Math.ceil(frame.height);
  const whole = svg(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` },
    svg("rect", { width, height, fill: "var(--paper)" }),
  );
  for (const drawing of chart.querySelectorAll("svg")) {
    const { left, top, width, height } = drawing.getBoundingClientRect();
    if (width === 0) continue;
    const copy = drawing.cloneNode(true) as SVGElement;
    for (const [name, value] of Object.entries({ x: left - frame.left, y: top - frame.top, width, height })) {
      copy.setAttribute(name, String(value));
    }
    copy.removeAttribute("class");
    whole.append(copy);
  }
  for (const words of chart.querySelectorAll(".panel-title, .key span")) {
    const range = document.createRange();
    range.selectNodeContents(words);
    const { left, top, height, width } = range.getBoundingClientRect();
    if (width === 0) continue;
    const { fontFamily, fontSize, fontWeight, color } = getComputedStyle(words);
    whole.append(svg("text", {
      x: left - frame.left,
      y: top - frame.top + height * 0.75,
      "font-family": fontFamily,
      "font-size": fontSize,
      "font-weight": fontWeight,
      fill: color,
    }, words.textContent ?? ""));
  }
  return { text: inColors(new XMLSerializer().serializeToString(whole), colors), width, height };
}

/** An SVG as a PNG, twice as fine. */
export async function pngOf({ text, width, height }: ReturnType<typeof drawingOf>): Promise<Blob> {
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
