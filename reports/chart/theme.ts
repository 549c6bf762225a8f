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

/** A colour as charts write it: the page says what it is, by light and by dark. */
export function color(name: ColorName): string {
  return `var(--${name})`;
}

/** The hue of a weight by its sign; 0 is neither positive nor negative, nor is what is not a number. */
export function hueOf(weight: number): ColorName {
  return weight < 0 ? "vermillion" : weight > 0 ? "blue" : "quiet";
}

/** How a series is drawn. */
export interface Style {
  readonly color: ColorName;
  /** Lengths of dashes and gaps; none for a whole line. */
  readonly dash: readonly number[];
  readonly shape: string;
}

const DASHES = [[], [7, 3], [2, 2], [8, 3, 2, 3], [12, 3], [4, 2]] as const;
const SHAPES = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down"] as const;
const HUES = ["blue", "vermillion", "green", "purple", "orange", "sky", "yellow", "grey"] as const;

/** Every pair of hue, and of dash and shape; neighbours differ in both. */
const STYLES: readonly Style[] = DASHES.flatMap((_, turn) =>
  HUES.map((hue, i): Style => {
    const place = (i + turn) % DASHES.length;
    return { color: hue, dash: DASHES[place]!, shape: SHAPES[place]! };
  })
);

/** A style by hue and place among the dashes. */
function style(hue: (typeof HUES)[number], place: number): Style {
  return { color: hue, dash: DASHES[place]!, shape: SHAPES[place]! };
}

/** The style that well-known levels have on every page, relatives in one hue. */
const LEVEL_STYLES: Readonly<Record<string, Style>> = {
  sigmoid: style("blue", 0),
  tanh: style("vermillion", 1),
  relu: style("green", 2),
  leakyrelu: style("green", 4),
  elu: style("sky", 5),
  gelu: style("purple", 3),
  gelutanh: style("purple", 0),
  silu: style("orange", 4),
  softplus: style("yellow", 1),
  softsign: style("vermillion", 2),
  identity: style("grey", 0),
  step: style("grey", 2),
  sin: style("sky", 3),

  halfsquarederror: style("blue", 0),
  squarederror: style("sky", 4),
  crossentropy: style("vermillion", 1),
  crossentropyfromlogits: style("orange", 3),
  absoluteerror: style("green", 2),
  huber: style("purple", 3),
  hinge: style("yellow", 5),

  singlelayer: style("vermillion", 1),
  twolayer: style("blue", 0),

  gradientdescent: style("grey", 0),
  momentum: style("blue", 1),
  nesterov: style("sky", 2),
  rmsprop: style("green", 3),
  adam: style("vermillion", 0),
  adamw: style("orange", 4),
  adagrad: style("purple", 5),
};

/** The style of a chart that has one series. */
export const ONE_STYLE: Style = STYLES[0]!;

/**
 * A style for each level, no two alike.
 *
 * Well-known levels have the same on every page; others take, in their order, the first that is free.
 */
export function stylesOf(levels: readonly string[]): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  const free = (wanted: Style) => ![...styles.values()].some((taken) => same(taken, wanted));
  for (const level of levels) {
    const known = LEVEL_STYLES[level.toLowerCase().replace(/[^a-z0-9]/g, "")];
    if (known && free(known)) styles.set(level, known);
  }
  for (const level of levels) {
    if (!styles.has(level)) styles.set(level, freshHue(styles) ?? STYLES.find(free) ?? ONE_STYLE);
  }
  return styles;
}

/** The first style whose hue nobody has yet. */
function freshHue(styles: ReadonlyMap<string, Style>): Style | undefined {
  const hues = new Set([...styles.values()].map(({ color }) => color));
  return STYLES.find(({ color }) => !hues.has(color));
}

function same(a: Style, b: Style): boolean {
  return a.color === b.color && a.dash.join() === b.dash.join();
}

/** The font of charts, labels and tables. */
export const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
/** The font of running text. */
export const SERIF =
  '"Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", "URW Palladio L", Georgia, "Times New Roman", serif';
/** The font of what is typed. */
export const MONO = 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace';

/** Size of a chart's letters in pixels. */
export const LETTERS = 12;

/** What all charts have in common. */
export const CHART_CONFIG: Config = {
  aria: false,
  background: "transparent",
  font: SANS,
  view: { stroke: null },
  axis: {
    labelColor: color("quiet"),
    labelFontSize: LETTERS,
    labelPadding: 4,
    labelOverlap: false,
    titleColor: color("quiet"),
    titleFontSize: LETTERS,
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
  text: { fontSize: LETTERS, fill: color("ink") },
};

/** The colours as custom properties, by light, by dark and on paper. */
export function colorRules(): string {
  const rules = (of: 0 | 1) => Object.entries(COLORS).map(([name, tones]) => `--${name}:${tones[of]}`).join(";");
  return [
    `:root{color-scheme:light dark;${rules(0)}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${rules(1)}}}`,
    "@media print{:root{--paper:#ffffff}}",
  ].join("\n");
}
