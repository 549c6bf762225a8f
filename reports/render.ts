/** From a Vega-Lite spec to SVG, here and without a screen; the same bytes every time. */
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { visible } from "./html.ts";
import { textWidth } from "./text_width.ts";
import { LETTERS, SANS } from "./theme.ts";

/** How an SVG introduces itself. */
export interface Naming {
  /** Starts every id inside, so that the charts of a page do not clash. */
  readonly id: string;
  /** What it shows, for those who do not see it. */
  readonly label: string;
}

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
  const svg = clean(await view.toSVG(), naming);
  view.finalize();
  return svg;
}

/** Attributes that say nothing here: an image has no parts to speak of, and nothing to point at. */
const SILENT = /^(?:aria-|role$|pointer-events$|xmlns:xlink$|version$|font-family$|class$)/;
/** Attributes that are written although they have their initial value. */
const INITIAL: Readonly<Record<string, string>> = { opacity: "1", x2: "0", y2: "0", transform: "translate(0,0)" };

/** Vega's SVG without what is of no use, with short numbers, its own ids and its name. */
function clean(svg: string, { id, label }: Naming): string {
  const ids = new Map<string, string>();
  const own = (name: string) => ids.get(name) ?? ids.set(name, `${id}-${ids.size}`).get(name)!;
  const tag = (_: string, open: string, attributes: string, end: string) => {
    const kept = [...attributes.matchAll(/ ([\w:-]+)="([^"]*)"/g)].flatMap(([, name, value]) => {
      if (SILENT.test(name!) || INITIAL[name!] === value) return [];
      if (name === "id") return [` id="${own(value!)}"`];
      const short = value!.replace(/url\(#([^)]*)\)/g, (_, name) => `url(#${own(name)})`)
        .replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100));
      return [` ${name}="${short}"`];
    });
    const root = open === "svg" ? ` role="img" aria-label="${attribute(label)}" font-family="${attribute(SANS)}"` : "";
    return `<${open}${kept.join("")}${root}${end}>`;
  };
  const whole = svg.replace(/<(\w+)((?: [\w:-]+="[^"]*")*)(\/?)>/g, tag);
  return visible(dropEmpty(whole));
}

/** Without paths that have no length and without groups that have nothing in them. */
function dropEmpty(svg: string): string {
  const shorter = svg
    .replace(/<path(?: [\w-]+="[^"]*")*? d="(?:M0,0h0v0h0Z)?"(?: [\w-]+="[^"]*")*\/>/g, "")
    .replace(/<path(?: [\w-]+="[^"]*")* display="none"\/>/g, "")
    .replace(/<g(?: [\w-]+="[^"]*")*(?:\/>|><\/g>)/g, "");
  return shorter === svg ? svg : dropEmpty(shorter);
}

function attribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
