/** Renders Vega-Lite specs to SVG without a browser; the same bytes every time. */
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { SvgElement } from "./svg_tree.ts";
import { type Naming, tidySvg } from "./tidy_svg.ts";
import { textWidth } from "../labels/text_width.ts";
import { FONT_SIZE } from "../theme.ts";

/** A logger that throws on warnings: a chart that Vega warns about is not shown. */
const STRICT = vega.logger(vega.Warn, undefined, (_method, _level, reasons) => {
  throw new Error(`Cannot draw the chart: ${reasons.join(" ")}`);
});

/** Vega's measure of text, which its types leave out. */
type TextMetrics = { width(item: { readonly fontSize?: number }, text: unknown): number };
const { textMetrics } = vega as unknown as { readonly textMetrics: TextMetrics };
textMetrics.width = ({ fontSize = FONT_SIZE }, text) => textWidth(String(text), fontSize);

/** The Vega view of a spec, laid out. Throws where Vega-Lite or Vega warns. */
export async function viewOf(spec: TopLevelSpec): Promise<vega.View> {
  const compiled = compile(spec, { logger: STRICT }).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: "none", logger: STRICT });
  return await view.runAsync();
}

/** Draws a spec as a tree of SVG elements. Throws where Vega-Lite or Vega warns. */
export async function renderSvg(spec: TopLevelSpec, naming: Naming): Promise<SvgElement> {
  const view = await viewOf(spec);
  const svg = tidySvg(await view.toSVG(), naming);
  view.finalize();
  return svg;
}
