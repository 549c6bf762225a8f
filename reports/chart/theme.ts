/** How charts and pages look: the only place with colours, and with the style that a level has on every page. */
import type { Config } from "vega-lite";

/** Colours by name, in the light and in the dark: Okabe & Ito 2008, made to stand out from the paper by 3 : 1. */
export const COLORS = {
  paper: ["#fffefa", "#14171a"],
  ink: ["#1b1d20", "#e8e6e1"],
  quiet: ["#5c6066", "#a3a7ad"],
  rule: ["#dedbd3", "#33383e"],
  accent: ["#0b5c94", "#7dbdec"],
  supported: ["#00704c", "#2cc295"],
  refuted: ["#b34700", "#ff8f52"],
  blue: ["#0072b2", "#4a9fdb"],
  vermillion: ["#d55e00", "#f0762a"],
  green: ["#00885f", "#1fb888"],
  purple: ["#b65a8c", "#dd8fba"],
  orange: ["#bb7d00", "#e69f00"],
  sky: ["#2f93cd", "#8accf5"],
  yellow: ["#8a8200", "#e8dd4a"],
  grey: ["#55595f", "#b4b8bd"],
  low: ["#e69f00", "#c98a00"],
  high: ["#0072b2", "#3c93d3"],
  heat: ["#00507f", "#4fa3dc"],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

/** The name of a colour. */
export type ColorName = keyof typeof COLORS;

/** A colour as charts write it: a custom property, which the page defines for light and dark. */
export function color(name: ColorName): string {
  return `var(--${name})`;
}

/** The hue of a weight by its sign; 0 and NaN have neither sign. */
export function signColor(weight: number): ColorName {
  return weight < 0 ? "vermillion" : weight > 0 ? "blue" : "quiet";
}

/** How a series is drawn. */
export interface SeriesStyle {
  readonly color: ColorName;
  /** Lengths of dashes and gaps in pixels; empty for a solid line. */
  readonly dash: readonly number[];
  readonly shape: Shape;
}

const DASHES = [[], [7, 3], [2, 2], [8, 3, 2, 3], [12, 3], [4, 2]] as const;
/** The shapes of points. */
export const SHAPES = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down"] as const;
/** The shape of a point. */
export type Shape = (typeof SHAPES)[number];
const HUES = ["blue", "vermillion", "green", "purple", "orange", "sky", "yellow", "grey"] as const;

/** A style by hue and index among the dashes. */
function style(hue: (typeof HUES)[number], index: number): SeriesStyle {
  return { color: hue, dash: DASHES[index]!, shape: SHAPES[index]! };
}

/** Every combination of a hue with a dash and its shape; neighbours differ in both. */
const STYLES = DASHES.flatMap((_, turn) => HUES.map((hue, i) => style(hue, (i + turn) % DASHES.length)));

/** The style that well-known levels have on every page, related ones in one hue. */
const LEVEL_STYLES: Readonly<Record<string, SeriesStyle>> = {
  sigmoid: style("blue", 0),
  tanh: style("vermillion", 1),
  relu: style("green", 2),
  leakyRelu: style("green", 4),
  elu: style("sky", 5),
  gelu: style("purple", 3),
  geluTanh: style("purple", 0),
  silu: style("purple", 4),
  softplus: style("yellow", 1),
  softsign: style("vermillion", 2),
  identity: style("grey", 0),
  step: style("grey", 2),
  sin: style("sky", 3),

  halfSquaredError: style("blue", 0),
  squaredError: style("sky", 4),
  crossEntropy: style("vermillion", 1),
  crossEntropyFromLogits: style("orange", 3),
  absoluteError: style("green", 2),
  huber: style("purple", 3),
  hinge: style("yellow", 5),

  "single-layer": style("vermillion", 1),
  "two-layer": style("blue", 0),

  gradientDescent: style("grey", 0),
  momentum: style("blue", 1),
  nesterov: style("sky", 2),
  rmsprop: style("green", 3),
  adam: style("vermillion", 0),
  adamw: style("orange", 4),
  adagrad: style("purple", 5),
};

/** The style of a chart that has one series. */
export const DEFAULT_STYLE: SeriesStyle = STYLES[0]!;

/**
 * A style for each level, no two alike.
 *
 * Well-known levels have the same on every page; the others take, in order, the first whose hue is free, or the first
 * that is free at all.
 */
export function stylesOf(levels: readonly string[]): ReadonlyMap<string, SeriesStyle> {
  const styles = new Map<string, SeriesStyle>();
  const isHueFree = ({ color }: SeriesStyle) => ![...styles.values()].some((taken) => taken.color === color);
  const isFree = ({ color, shape }: SeriesStyle) =>
    ![...styles.values()].some((taken) => taken.color === color && taken.shape === shape);
  for (const level of levels) {
    const known = Object.hasOwn(LEVEL_STYLES, level) ? LEVEL_STYLES[level] : undefined;
    if (known && isFree(known)) styles.set(level, known);
  }
  for (const level of levels) {
    if (!styles.has(level)) styles.set(level, STYLES.find(isHueFree) ?? STYLES.find(isFree) ?? DEFAULT_STYLE);
  }
  return styles;
}

/** The font of charts, labels and tables. */
export const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
/** The font of running text. */
const SERIF =
  '"Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", "URW Palladio L", Georgia, "Times New Roman", serif';
/** The font of code. */
const MONO = 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace';

/** Font size of charts in pixels. */
export const FONT_SIZE = 12;

/** The Vega-Lite config of all charts. */
export const CHART_CONFIG: Config = {
  aria: false,
  background: "transparent",
  font: SANS,
  view: { stroke: null },
  axis: {
    labelColor: color("quiet"),
    labelFontSize: FONT_SIZE,
    labelPadding: 4,
    labelOverlap: false,
    titleColor: color("quiet"),
    titleFontSize: FONT_SIZE,
    titleFontWeight: "normal",
    titlePadding: 8,
    domainColor: color("quiet"),
    domainWidth: 1,
    tickColor: color("quiet"),
    tickSize: 4,
    gridColor: color("rule"),
    gridWidth: 1,
  },
  axisY: { domain: false, ticks: false },
  axisX: { grid: false },
  text: { fontSize: FONT_SIZE, fill: color("ink") },
};

/** Colours by light, by dark and on paper, and fonts, as custom properties. */
export function themeRules(): string {
  const rules = (of: 0 | 1) => Object.entries(COLORS).map(([name, tones]) => `--${name}:${tones[of]}`).join(";");
  return [
    `:root{color-scheme:light dark;--sans:${SANS};--serif:${SERIF};--mono:${MONO};${rules(0)}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${rules(1)}}}`,
    "@media print{:root{--paper:#ffffff}}",
  ].join("\n");
}
