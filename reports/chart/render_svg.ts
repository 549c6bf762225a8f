/** From a Vega-Lite spec to SVG, here and without a screen; the same bytes every time. */
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { type Naming, tidySvg } from "./tidy_svg.ts";
import { textWidth } from "./text_width.ts";
import { LETTERS } from "./theme.ts";

/** A logger for which a warning is an error: a chart that Vega has doubts about is not shown. */
const STRICT: vega.LoggerInterface = {
  level: (level?: number) => level === undefined ? vega.Warn : STRICT,
  error: (...reasons: unknown[]) => refuse(reasons),
  warn: (...reasons: unknown[]) => refuse(reasons),
  info: () => STRICT,
  debug: () => STRICT,
} as vega.LoggerInterface;

function refuse(reasons: readonly unknown[]): never {
  throw new Error(`Cannot draw the chart: ${reasons.join(" ")}`);
}

/** Vega's measure of text, which its types leave out. */
interface TextMetrics {
  width(item: { readonly fontSize?: number }, text: unknown): number;
}

const { textMetrics } = vega as unknown as { readonly textMetrics: TextMetrics };
textMetrics.width = ({ fontSize = LETTERS }, text) => textWidth(String(text), fontSize);

/** The Vega view of a spec, laid out. Throws where Vega-Lite or Vega warns. */
export async function viewOf(spec: TopLevelSpec): Promise<vega.View> {
  const compiled = compile(spec, { logger: STRICT }).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: "none", logger: STRICT });
  return await view.runAsync();
}

/** Draws a spec. Throws where Vega-Lite or Vega warns. */
export async function renderSvg(spec: TopLevelSpec, naming: Naming): Promise<string> {
  const view = await viewOf(spec);
  const svg = tidySvg(await view.toSVG(), naming);
  view.finalize();
  return svg;
}
