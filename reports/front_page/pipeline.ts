/** The way from a question to its page, drawn as inline SVG. */
import { type Html, markup } from "../html.ts";
import type { MethodTexts } from "./front_texts.ts";

const BOX = { width: 146, height: 52 } as const;
/** Space between two boxes, in pixels. */
const GAP = { across: 16, down: 16 } as const;

/** The drawing: stages side by side, and one below the other for phones. */
export function pipelineDrawing(texts: Pick<MethodTexts, "stages" | "then">): Html {
  return markup`<div class="pipeline">
<div class="wide">${drawing("across", texts)}</div>
<div class="narrow">${drawing("down", texts)}</div>
</div>
`;
}

function drawing(direction: "across" | "down", { stages, then }: Pick<MethodTexts, "stages" | "then">): Html {
  const step = direction === "across" ? BOX.width + GAP.across : BOX.height + GAP.down;
  const boxes = stages.map(({ title, result }, i) => {
    const [x, y] = direction === "across" ? [i * step, 0] : [0, i * step];
    return markup`<g transform="translate(${x} ${y})"><rect x="0.5" y="0.5" width="${BOX.width - 1}" height="${
      BOX.height - 1
    }" rx="4" fill="none" stroke="var(--quiet)"/>
<text x="${BOX.width / 2}" y="21" text-anchor="middle" font-weight="bold">${title}</text>
<text x="${BOX.width / 2}" y="40" text-anchor="middle" fill="var(--quiet)">${result}</text></g>
`;
  });
  const arrows = stages.slice(1).map((_, i) =>
    direction === "across"
      ? arrow(`M${i * step + BOX.width} ${BOX.height / 2}h${GAP.across - 2}m-5 -4l5 4l-5 4`)
      : arrow(`M${BOX.width / 2} ${i * step + BOX.height}v${GAP.down - 2}m-4 -5l4 5l4 -5`)
  );
  const last = (stages.length - 1) * step;
  const width = direction === "across" ? last + BOX.width : BOX.width;
  const height = direction === "across" ? BOX.height : last + BOX.height;
  const label = stages.map(({ title, result }) => `${title}: ${result}`).join(then);
  return markup`<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"
role="img" aria-label="${label}" font-size="12.5px" fill="var(--ink)">
${boxes}${arrows}</svg>`;
}

function arrow(d: string): Html {
  return markup`<path d="${d}" fill="none" stroke="var(--quiet)"/>\n`;
}
