/** Whether all that a chart draws is inside its frame. */
import type { View } from "vega";
import type { TopLevelSpec } from "vega-lite";
import { viewOf } from "../../reports/chart/svg/render_svg.ts";

interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** How far the marks of a chart reach beyond its frame, in pixels; Vega gives every mark a margin of one. */
export async function excess(spec: TopLevelSpec): Promise<number> {
  const view = await viewOf(spec), { x1, y1, x2, y2 } = boundsOf(view);
  const { left, top, right, bottom } = view.padding() as Record<"left" | "top" | "right" | "bottom", number>;
  const beyond = [-left - x1, -top - y1, x2 - view.width() - right, y2 - view.height() - bottom];
  view.finalize();
  return Math.max(...beyond) - 1;
}

/** The box that holds all marks of a view; Vega's types leave it out. */
function boundsOf(view: View): Box {
  return (view.scenegraph() as unknown as { root: { bounds: Box } }).root.bounds;
}
