/** The wall: the decision surface of each start as a tile; solved ones are outlined. */
import { html, setAttributes } from "../../dom.ts";
import { currentColor, outputColors } from "../../pictures/paint.ts";
import { texts } from "../page_texts.ts";
import { MAX_TILE_BYTE, NOT_FINITE_BYTE } from "../worker/messages.ts";
import { type Film, solvedSinceOf } from "./film.ts";
import type { Shown } from "./film_player.ts";

/** Columns per row of tiles, about. */
const ASPECT = 2;
/** Points on a side of a tile, by the number of tiles: the first entry that is not exceeded. */
const TILE_SIDES = [[24, 30], [210, 14], [520, 10], [1050, 8], [Infinity, 6]] as const;
const GAP = 3;
/** A tile is at most this part of the width. */
const MIN_COLUMNS = 5;

/** The number of points on a side of a tile. */
export function tileSideFor(starts: number): number {
  return TILE_SIDES.find(([most]) => starts <= most)![1];
}

/** The wall. */
export type Wall = ReturnType<typeof createWall>;

/** Creates the wall; `onSelect` receives the start that the reader selects. */
export function createWall(onSelect: (start: number) => void) {
  const canvas = html("canvas", { class: "wall" });
  let shown: Shown | undefined, selected = 0, width = 0;
  let grid: ReturnType<typeof gridOf> | undefined, image: ImageData | undefined, colors: Uint32Array;

  const resize = () => {
    if (!shown || width === 0) return;
    const { starts } = shown.film;
    grid = gridOf(starts, width, devicePixelRatio);
    setAttributes(canvas, { width: grid.width, height: grid.height });
    canvas.style.height = `${grid.height / devicePixelRatio}px`;
    image = canvas.getContext("2d")!.createImageData(grid.width, grid.height);
    colors = byteColors();
  };
  const draw = () => {
    if (!shown || !grid || !image) return;
    const { film, index } = shown, frame = film.frames[index]!;
    paintTiles(image, grid, film, frame.tiles, colors);
    const context = canvas.getContext("2d")!;
    context.putImageData(image, 0, 0);
    outline(context, grid, (start) => solvedSinceOf(frame, start) !== undefined, film.starts, selected);
    // before the first frame there is nothing to select, so the canvas is no slider yet
    setAttributes(canvas, {
      tabindex: 0,
      role: "slider",
      "aria-orientation": "horizontal",
      "aria-label": texts.wall.solved(frame.solved, film.starts),
      "aria-valuemin": 0,
      "aria-valuemax": film.starts - 1,
      "aria-valuenow": selected,
      "aria-valuetext": texts.wall.square(selected, solvedSinceOf(frame, selected) !== undefined),
    });
  };
  const select = (start: number) => {
    if (!shown) return;
    onSelect(Math.max(0, Math.min(shown.film.starts - 1, start)));
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (grid && shown) {
      const start = startAt(grid, event.offsetX * devicePixelRatio, event.offsetY * devicePixelRatio);
      if (start !== undefined && start < shown.film.starts) select(start);
    }
  });
  canvas.addEventListener("keydown", (event) => {
    const columns = grid?.columns ?? 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -columns,
      ArrowDown: columns,
      Home: -Infinity,
      End: Infinity,
    };
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const target = selected + step;
    if (!Number.isFinite(step) || target >= 0 && target < (shown?.film.starts ?? 0)) select(target);
  });
  const redraw = () => {
    resize();
    draw();
  };
  new ResizeObserver(([entry]) => {
    const measured = Math.floor(entry!.contentRect.width);
    if (measured === width || measured === 0) return;
    width = measured;
    redraw();
  }).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  return {
    element: canvas,
    show(next: Shown) {
      const isNewSize = !shown || shown.film.starts !== next.film.starts;
      shown = next;
      if (isNewSize) resize();
      draw();
    },
    select(start: number) {
      selected = start;
      draw();
    },
  };
}

/** The tiles in device pixels: square, as large as the width allows. */
function gridOf(starts: number, width: number, ratio: number) {
  const columns = Math.max(1, Math.min(starts, Math.ceil(Math.sqrt(starts * ASPECT))));
  const rows = Math.ceil(starts / columns);
  const gap = Math.max(1, Math.round((starts > 500 ? 1 : GAP) * ratio));
  const available = Math.floor(width * ratio), margin = gap;
  const pitch = Math.max(3, Math.floor(Math.min((available - 2 * margin + gap) / columns, available / MIN_COLUMNS)));
  return { columns, rows, gap, margin, pitch, width: available, height: rows * pitch - gap + 2 * margin };
}

type TileGrid = ReturnType<typeof gridOf>;

function startAt({ columns, pitch, margin }: TileGrid, x: number, y: number): number | undefined {
  const column = Math.floor((x - margin) / pitch), row = Math.floor((y - margin) / pitch);
  return column >= 0 && column < columns && row >= 0 ? row * columns + column : undefined;
}

/** The colour of each byte of a tile, as a pixel. */
function byteColors(): Uint32Array {
  const colorOf = outputColors();
  const pixel = ([red, green, blue]: readonly [number, number, number]) =>
    (255 << 24 | Math.round(blue) << 16 | Math.round(green) << 8 | Math.round(red)) >>> 0;
  const colors = Uint32Array.from({ length: MAX_TILE_BYTE + 1 }, (_, byte) => pixel(colorOf(byte / MAX_TILE_BYTE)));
  return Uint32Array.from([...colors, ...Array(NOT_FINITE_BYTE - MAX_TILE_BYTE).fill(pixel(currentColor("rule")))]);
}

function paintTiles(image: ImageData, grid: TileGrid, film: Film, tiles: Uint8Array, colors: Uint32Array): void {
  const pixels = new Uint32Array(image.data.buffer);
  const { columns, pitch, gap, margin, width } = grid, { starts, tileSide } = film;
  const size = pitch - gap;
  const pointOf = Int32Array.from({ length: size }, (_, pixel) => Math.floor((pixel + 0.5) * tileSide / size));
  for (let start = 0; start < starts; start++) {
    const left = margin + start % columns * pitch, top = margin + Math.floor(start / columns) * pitch;
    const first = start * tileSide * tileSide;
    for (let y = 0; y < size; y++) {
      const row = first + (tileSide - 1 - pointOf[y]!) * tileSide;
      const at = (top + y) * width + left;
      for (let x = 0; x < size; x++) pixels[at + x] = colors[tiles[row + pointOf[x]!]!]!;
    }
  }
}

function outline(
  context: CanvasRenderingContext2D,
  { columns, pitch, gap, margin }: TileGrid,
  isSolved: (start: number) => boolean,
  starts: number,
  selected: number,
): void {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string) => style.getPropertyValue(`--${name}`);
  const size = pitch - gap, line = Math.max(1, Math.min(Math.round(size / 12), gap));
  const frame = (start: number, width: number, outset: number) =>
    context.strokeRect(
      margin + start % columns * pitch + width / 2 - outset,
      margin + Math.floor(start / columns) * pitch + width / 2 - outset,
      size - width + 2 * outset,
      size - width + 2 * outset,
    );
  context.lineWidth = 1;
  context.strokeStyle = color("rule");
  for (let start = 0; start < starts; start++) if (!isSolved(start)) frame(start, 1, 0);
  context.lineWidth = line;
  context.strokeStyle = color("supported");
  for (let start = 0; start < starts; start++) if (isSolved(start)) frame(start, line, 0);
  context.lineWidth = Math.max(2, line);
  context.strokeStyle = color("ink");
  frame(selected, Math.max(2, line), gap);
}
