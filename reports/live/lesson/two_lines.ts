/** The plane of XOR with two lines that the reader drags: no line separates the points, two together do. */
import { button, html, setAttributes, svg } from "../dom.ts";
import { pageTexts } from "../page_language.ts";
import { countOne, countTwo, halfOf, type Line, type Point, XOR_ROWS } from "./line_counts.ts";

const SIZE = 320;
const [LOW, HIGH] = [-0.4, 1.4];
const SQUARE: readonly Point[] = [[LOW, LOW], [HIGH, LOW], [HIGH, HIGH], [LOW, HIGH]];
/** How far an arrow key moves an end of a line. */
const KEY_STEP = 0.05;
const KEYS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-KEY_STEP, 0],
  ArrowRight: [KEY_STEP, 0],
  ArrowDown: [0, -KEY_STEP],
  ArrowUp: [0, KEY_STEP],
};

/** The lines at first, and two that solve XOR together. */
const START: readonly [Line, Line] = [
  { from: [0.9, -0.2], to: [-0.2, 0.9] },
  { from: [0.5, -0.2], to: [0.5, 1.2] },
];
const SOLUTION: readonly [Line, Line] = [
  { from: [0.7, -0.2], to: [-0.2, 0.7] },
  { from: [1.2, 0.3], to: [0.3, 1.2] },
];

const NAMES = ["A", "B"] as const;
const COLORS = ["var(--ink)", "var(--vermillion)"];

/** Fills the element with the plane of XOR and two lines, and says how many points they get right. */
export function mountTwoLines(element: HTMLElement): void {
  const texts = pageTexts().lesson.twoLines;
  const lines = START.map(({ from, to }) => [from, to]);
  const lineOf = (index: number): Line => ({ from: lines[index]![0]!, to: lines[index]![1]! });

  const { plane, regions, strokes, handles } = createPlane(texts.label);
  const counts = html("p", { class: "counts-of-lines" });
  const announcement = html("p", { class: "visually-hidden", role: "status" });

  const countText = () => {
    const [first, second] = [lineOf(0), lineOf(1)];
    const alone = [first, second].map((line, i) => texts.alone(NAMES[i]!, countOne(line).right));
    return [...alone, texts.together(countTwo(first, second).right)].join(" ");
  };
  const draw = () => {
    const [first, second] = [lineOf(0), lineOf(1)];
    const { outputs } = countTwo(first, second);
    regions.replaceChildren(...outputs.flatMap((output, region) => {
      const shape = halfOf(halfOf(SQUARE, first, region >= 2), second, region % 2 === 1);
      return output === 1 && shape.length > 2 ? [svg("polygon", { points: shape.map(placed).join(" ") })] : [];
    }));
    lines.forEach((ends, line) => {
      const [from, to] = ends.map(pixels) as [Point, Point];
      const far = (start: Point, end: Point) => start.map((value, i) => value + 40 * (value - end[i]!));
      const [[x1, y1], [x2, y2]] = [far(from, to), far(to, from)] as [number[], number[]];
      setAttributes(strokes[line]!, { x1, y1, x2, y2 });
      [from, to].forEach(([cx, cy], end) =>
        setAttributes(handles[line]![end]!, {
          transform: `translate(${cx} ${cy})`,
          "aria-label": texts.handle(NAMES[line]!, end + 1, ...ends[end]!),
        })
      );
    });
    counts.textContent = countText();
  };
  const announce = () => announcement.textContent = counts.textContent;
  const move = (line: number, end: number, [x, y]: Point) => {
    const [other] = lines[line]!.filter((_, i) => i !== end);
    const moved: Point = [within(x), within(y)];
    // two equal ends make no line
    if (Math.hypot(moved[0] - other![0], moved[1] - other![1]) < KEY_STEP) return;
    lines[line]![end] = moved;
    draw();
  };
  const replaceLines = (replacement: readonly [Line, Line]) => {
    replacement.forEach(({ from, to }, line) => lines[line] = [from, to]);
    draw();
    announce();
  };

  handles.forEach((ends, line) =>
    ends.forEach((handle, end) =>
      makeMovable(handle, plane, {
        place: () => lines[line]![end]!,
        move: (to) => move(line, end, to),
        rest: announce,
      })
    )
  );
  element.replaceChildren(
    html("p", { class: "note" }, texts.hint),
    plane as unknown as Node,
    counts,
    announcement,
    html(
      "p",
      { class: "controls" },
      button(texts.solve, () => replaceLines(SOLUTION)),
      button(texts.reset, () => replaceLines(START)),
    ),
  );
  draw();
}

/** The plane: the regions that the output unit calls 1, both lines, the points of XOR, and a handle at each end. */
function createPlane(label: string) {
  const regions = svg("g", { fill: "var(--high)", "fill-opacity": 0.22 });
  const strokes = COLORS.map((color) => svg("line", { stroke: color, "stroke-width": 2.5 }));
  const handles = NAMES.map((name, line) =>
    [0, 1].map((end) =>
      svg(
        "g",
        { class: "handle", tabindex: 0, role: "button", "data-end": end },
        svg("circle", { r: 13, fill: COLORS[line] }),
        svg("text", { y: 5, "text-anchor": "middle", fill: "var(--paper)" }, name),
      )
    )
  );
  const plane = svg(
    "svg",
    { class: "two-lines", viewBox: `0 0 ${SIZE} ${SIZE}`, role: "group", "aria-label": label },
    svg("rect", { width: SIZE, height: SIZE, fill: "var(--low)", "fill-opacity": 0.16 }),
    regions,
    ...strokes,
    ...XOR_ROWS.flatMap(pointOf),
    ...handles.flat(),
  );
  return { plane, regions, strokes, handles };
}

/** What a handle does when it is moved. */
interface Movement {
  readonly place: () => Point;
  readonly move: (to: Point) => void;
  readonly rest: () => void;
}

/** Lets pointers drag a handle in the plane, and arrow keys step it. */
function makeMovable(handle: SVGElement, plane: SVGElement, { place, move, rest }: Movement): void {
  handle.addEventListener("pointerdown", (event) => {
    handle.setPointerCapture(event.pointerId);
    event.preventDefault();
    handle.focus();
  });
  handle.addEventListener("pointermove", ({ clientX, clientY, pointerId }) => {
    if (!handle.hasPointerCapture(pointerId)) return;
    const { left, top, width, height } = plane.getBoundingClientRect();
    const [right, up] = [(clientX - left) / width, 1 - (clientY - top) / height];
    move([LOW + (HIGH - LOW) * right, LOW + (HIGH - LOW) * up]);
  });
  handle.addEventListener("pointerup", rest);
  handle.addEventListener("keydown", (event) => {
    const step = KEYS[event.key];
    if (!step) return;
    event.preventDefault();
    const [x, y] = place();
    move([x + step[0], y + step[1]]);
    rest();
  });
}

function pointOf({ at, target }: (typeof XOR_ROWS)[number]): SVGElement[] {
  const [cx, cy] = pixels(at);
  const mark = { fill: `var(--${target === 1 ? "high" : "low"})`, stroke: "var(--paper)", "stroke-width": 2 };
  const text = svg("text", { class: "target", x: cx, y: cy + 5, "text-anchor": "middle" }, String(target));
  return [svg("circle", { cx, cy, r: 14, ...mark }), text];
}

/** The place of a point in the picture. */
function pixels([x, y]: Point): Point {
  return [SIZE * (x - LOW) / (HIGH - LOW), SIZE * (HIGH - y) / (HIGH - LOW)];
}

function placed(point: Point): string {
  return pixels(point).map((value) => Math.round(10 * value) / 10).join(",");
}

function within(value: number): number {
  return Math.min(HIGH - KEY_STEP, Math.max(LOW + KEY_STEP, Math.round(100 * value) / 100));
}
