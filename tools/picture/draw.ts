/** Draws the README's picture: the errors of all nets over the epochs, and what one net of each kind answers. */
import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import type { Grid } from "../../reports/chart/contour.ts";
import { levelSetRings } from "../../reports/chart/level_sets.ts";
import { printSvg, type SvgElement, type SvgNode } from "../../reports/chart/svg/svg_tree.ts";
import { type ColorName, COLORS, SANS } from "../../reports/chart/theme.ts";
import { type CurvePoint, FIRST_EPOCH, LAST_EPOCH, NETS, type TrainedNets } from "./nets.ts";
import { pathOf, type Point, simplify } from "./path.ts";

const WIDTH = 800, HEIGHT = 500;
/** The plot of the curves. */
const PLOT = { left: 62, right: 556, top: 112, bottom: 420 } as const;
/** The error at the top of the plot. */
const MAX_ERROR = 0.6;
/** Paths have this many units in a pixel, so that whole coordinates are exact enough. */
const PER_PIXEL = 3;
/** Side of a surface in pixels. */
const SIDE = 112;
/** The left edge of what stands beside the plot. */
const ASIDE = 590;
/** The rows of XOR: both inputs and the target. */
const ROWS = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]] as const;
const TITLE = `Which of ${2 * NETS} nets learn XOR?`;
const USED: readonly ColorName[] = ["paper", "ink", "quiet", "rule", "vermillion", "blue"];

/** The picture as an SVG file. */
export function drawPicture([singleLayer, twoLayer]: readonly [TrainedNets, TrainedNets]): string {
  const picture = element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT },
    { role: "img", "aria-labelledby": "title description" },
    element("title", { id: "title" }, {}, TITLE),
    element("desc", { id: "description" }, {}, describe(singleLayer, twoLayer)),
    element("style", {}, {}, styleSheet()),
    element("rect", { class: "paper", width: WIDTH, height: HEIGHT, rx: 8 }),
    text("h", 24, 44, TITLE),
    text("q", 24, 74, `Each line is the error of one net, from its own random start.`),
    axes(),
    curves("vermillion", singleLayer),
    curves("blue", twoLayer),
    aside("vermillion", 112, singleLayer, "with one layer"),
    aside("blue", 316, twoLayer, "with two layers"),
  );
  return `${printSvg(picture)}\n`;
}

function describe(singleLayer: TrainedNets, twoLayer: TrainedNets): string {
  return `A line chart of the errors of ${2 * NETS} nets that learn XOR, over ${grouped(LAST_EPOCH)} epochs. ` +
    `The nets with one layer come to rest at an error of ½, as good as a guess; ${singleLayer.solved} of ${NETS} learn ` +
    `XOR. The errors of most nets with two layers fall to almost 0; ${twoLayer.solved} of ${NETS} learn XOR. Beside it, ` +
    "two squares show the outputs of the first net of each kind over the plane of both inputs: near ½ at all four points " +
    "with one layer; with two layers near 1 where the target is 1, and near 0 where it is 0.";
}

function styleSheet(): string {
  const colors = (theme: 0 | 1) => USED.map((name) => `--${name}:${COLORS[name][theme]}`).join(";");
  return [
    `:root{${colors(0)}}`,
    `@media (prefers-color-scheme:dark){:root{${colors(1)}}}`,
    `text{font:17px ${SANS.replaceAll('"', "'")};fill:var(--ink)}`,
    ".h{font-size:30px;font-weight:600}.n{font-size:30px;font-weight:600}.q{fill:var(--quiet)}",
    ".e{text-anchor:end}.m{text-anchor:middle}",
    ".paper{fill:var(--paper)}.ink{fill:var(--ink)}.rule{stroke:var(--rule);fill:none}",
    ".frame{stroke:var(--quiet);fill:none}.zero{fill:var(--paper);stroke:var(--ink)}.one{fill:var(--ink);stroke:var(--paper)}",
    ".d{font-size:15px;font-weight:700;stroke:none}.d.zero{fill:var(--ink)}.d.one{fill:var(--paper)}",
    ".curves{fill:none;stroke-width:3.6;stroke-linejoin:round;stroke-opacity:.4}",
    ".vermillion .n{fill:var(--vermillion)}.blue .n{fill:var(--blue)}",
    ".vermillion.curves{stroke:var(--vermillion)}.blue.curves{stroke:var(--blue)}",
    "@media (max-width:520px){text{font-size:25px}.h,.n{font-size:32px}.d{font-size:18px}}",
  ].join("");
}

/** Pixels from the left edge at an epoch; the scale is logarithmic. */
function xOf(epoch: number): number {
  const fraction = NUMBERS.log(epoch / FIRST_EPOCH) / NUMBERS.log(LAST_EPOCH / FIRST_EPOCH);
  return PLOT.left + fraction * (PLOT.right - PLOT.left);
}

function yOf(error: number): number {
  return PLOT.bottom - error / MAX_ERROR * (PLOT.bottom - PLOT.top);
}

function axes(): SvgElement {
  const lines = [0, 0.25, 0.5].map((error) => `M${PLOT.left} ${yOf(error)}H${PLOT.right}`);
  return element(
    "g",
    {},
    {},
    element("path", { class: "rule", d: lines.join("") }),
    ...[["0", 0], ["¼", 0.25], ["½", 0.5]].map(([label, error]) =>
      text("q e", PLOT.left - 10, yOf(Number(error)) + 6, String(label))
    ),
    ...[FIRST_EPOCH, 100, LAST_EPOCH].map((epoch) =>
      text(epoch === LAST_EPOCH ? "q e" : "q m", xOf(epoch), PLOT.bottom + 28, grouped(epoch))
    ),
    text("q m", (PLOT.left + PLOT.right) / 2, PLOT.bottom + 54, "epochs of training"),
    text("q", 24, PLOT.top - 4, "error"),
    text("q e", PLOT.right, yOf(0.5) - 12, "½: a guess"),
  );
}

function curves(color: ColorName, { curves }: TrainedNets): SvgElement {
  const pathOfCurve = (curve: readonly CurvePoint[]) => {
    const points = curve.map(({ epoch, error }) => inUnits({ x: xOf(epoch), y: yOf(error) }));
    return element("path", { d: pathOf(simplify(points, 1)) });
  };
  return element(
    "g",
    { class: `${color} curves`, transform: `scale(${1 / PER_PIXEL})` },
    {},
    ...curves.map(pathOfCurve),
  );
}

/** How many nets learn it, and the surface of one of them. */
function aside(color: ColorName, top: number, { solved, surface }: TrainedNets, label: string): SvgElement {
  return element(
    "g",
    { class: color },
    {},
    text("n", ASIDE, top + 6, `${solved} of ${NETS}`),
    text("", ASIDE, top + 34, label),
    element("g", { transform: `translate(${ASIDE} ${top + 48})` }, {}, ...surfaceMarks(surface)),
  );
}

/** The outputs from paper (0) to ink (1) in steps of 1/16, and the four rows with their targets. */
function surfaceMarks(grid: Grid): SvgElement[] {
  const low = grid.xs[0]!, high = grid.xs.at(-1)!, half = (grid.xs[1]! - low) / 2;
  const at = (value: number) => (value - low + half) / (high - low + 2 * half) * SIDE;
  const position = (x: number, y: number): Point => ({ x: at(x), y: SIDE - at(y) });
  const shades = Array.from({ length: 16 }, (_, k) => {
    const opacity = (k + 0.5) / 16, before = Math.max(0, (k - 0.5) / 16);
    const rings = levelSetRings(grid, k / 16).map((ring) =>
      pathOf(ring.map(({ x, y }) => inUnits(position(x, y))), true)
    );
    return element("path", { "fill-opacity": rounded(1 - (1 - opacity) / (1 - before)), d: rings.join("") });
  });
  const points = ROWS.map(([x1, x2, target]) => {
    const { x, y } = position(x1, x2), style = target === 1 ? "one" : "zero";
    return element(
      "g",
      {},
      {},
      element("circle", { class: style, cx: rounded(x), cy: rounded(y), r: 11 }),
      text(`d m ${style}`, x, y + 5.5, String(target)),
    );
  });
  return [
    element("g", { class: "ink", transform: `scale(${1 / PER_PIXEL})` }, {}, ...shades),
    element("rect", { class: "frame", width: SIDE, height: SIDE }),
    ...points,
  ];
}

function inUnits({ x, y }: Point): Point {
  return { x: x * PER_PIXEL, y: y * PER_PIXEL };
}

/** A number with commas between thousands. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function text(style: string, x: number, y: number, content: string): SvgElement {
  return element("text", { ...(style && { class: style }), x: rounded(x), y: rounded(y) }, {}, content);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  more: Readonly<Record<string, string>> = {},
  ...children: SvgNode[]
): SvgElement {
  const entries = Object.entries(attributes).map(([key, value]) => [key, String(value)]);
  return { name, attributes: { ...Object.fromEntries(entries), ...more }, children };
}
