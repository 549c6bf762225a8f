/** The way from a question to its page, drawn as inline SVG. */
import { type Html, markup } from "../html.ts";
import type { MethodTexts } from "./front_texts.ts";

const BOX = { width: 146, height: 52 } as const;
/** Space between two boxes, in pixels. */
const GAP = 16;

/** The drawing: stages side by side, and for phones in rows of two, the second row from right to left. */
export function pipelineDrawing(texts: Pick<MethodTexts, "stages" | "then">): Html {
  return markup`<div class="pipeline">
<div class="wide">${drawing(texts.stages.length, texts)}</div>
<div class="narrow">${drawing(2, texts)}</div>
</div>
`;
}

function drawing(columns: number, { stages, then }: Pick<MethodTexts, "stages" | "then">): Html {
  const placeOf = (i: number) => {
    const row = Math.floor(i / columns), along = i % columns;
    const column = row % 2 === 0 ? along : columns - 1 - along;
    return { x: column * (BOX.width + GAP), y: row * (BOX.height + GAP) };
  };
  const boxes = stages.map(({ title, result }, i) => {
    const { x, y } = placeOf(i);
    return markup`<g transform="translate(${x} ${y})"><rect x="0.5" y="0.5" width="${BOX.width - 1}" height="${
      BOX.height - 1
    }" rx="4" fill="none" stroke="var(--quiet)"/>
<text x="${BOX.width / 2}" y="21" text-anchor="middle" font-weight="bold">${title}</text>
<text x="${BOX.width / 2}" y="40" text-anchor="middle" fill="var(--quiet)">${result}</text></g>
`;
  });
  const arrows = stages.slice(1).map((_, i) => arrow(placeOf(i), placeOf(i + 1)));
  const width = columns * (BOX.width + GAP) - GAP;
  const height = Math.ceil(stages.length / columns) * (BOX.height + GAP) - GAP;
  const label = stages.map(({ title, result }) => `${title}: ${result}`).join(then);
  return markup`<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"
role="img" aria-label="${label}" font-size="12.5px" fill="var(--ink)">
${boxes}${arrows}</svg>`;
}

/** The upper left corner of a box, in pixels. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** An arrow from a box to its neighbour on the right, on the left or below. */
function arrow(from: Place, to: Place): Html {
  const middle = { x: from.x + BOX.width / 2, y: from.y + BOX.height / 2 };
  const isDown = to.y > from.y, isRight = to.x > from.x;
  const d = isDown
    ? `M${middle.x} ${from.y + BOX.height}v${GAP - 2}m-4 -5l4 5l4 -5`
    : isRight
    ? `M${from.x + BOX.width} ${middle.y}h${GAP - 2}m-5 -4l5 4l-5 4`
    : `M${from.x} ${middle.y}h${2 - GAP}m5 -4l-5 4l5 4`;
  return markup`<path d="${d}" fill="none" stroke="var(--quiet)"/>\n`;
}
