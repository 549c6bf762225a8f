/** Tooltips of marks near the pointer, and the choice of a mark by a click. */
import { html, replaceChildren } from "../dom.ts";
import { type LiveChart, once } from "./live_chart.ts";
import { type Mark, pixelOf } from "./marks.ts";

/** Largest distance of the pointer from a mark, in pixels. */
const REACH = 32;
/** Distance of the tooltip from the pointer and from the edges of the window, in pixels. */
const OFFSET = { x: 16, below: 20, above: 12, edge: 8 };

/** Creates the tooltip that all charts of a page share. */
export function createTooltip(): HTMLElement {
  const tooltip = html("div", { class: "tip", role: "tooltip", hidden: true });
  document.body.append(tooltip);
  return tooltip;
}

/** Shows the tooltip of the mark nearest to the pointer; a click chooses it. */
export function followPointer(
  chart: LiveChart,
  tooltip: HTMLElement,
  choose: (mark: Mark, event: MouseEvent) => void,
): void {
  const { drawing } = chart;
  const positions = once(() => chart.marks().map((mark) => pixelOf(chart.drawn().chart, chart.drawn().plot, mark)));
  const nearest = ({ clientX, clientY }: MouseEvent) => {
    const box = drawing.getBoundingClientRect();
    const scale = drawing.viewBox.baseVal.width / box.width;
    const x = (clientX - box.left) * scale;
    const y = (clientY - box.top) * scale;
    let best = -1;
    let least = REACH * REACH;
    positions().forEach((position, i) => {
      const distance = (position.x - x) ** 2 + (position.y - y) ** 2;
      if (distance < least) [best, least] = [i, distance];
    });
    return chart.marks()[best];
  };
  const show = (event: MouseEvent, mark: Mark | undefined) => {
    chart.showRing(mark);
    tooltip.hidden = mark === undefined;
    if (!mark) return;
    replaceChildren(tooltip, ...chart.tooltip(mark).map((line) => html("div", {}, line)));
    moveTo(tooltip, event);
  };
  drawing.addEventListener("pointermove", (event) => show(event, nearest(event)));
  drawing.addEventListener("pointerleave", (event) => show(event, undefined));
  drawing.addEventListener("click", (event) => {
    const mark = nearest(event);
    if (!mark) return;
    tooltip.hidden = true;
    choose(mark, event);
  });
}

/** Moves the tooltip beside the pointer, inside the window. */
function moveTo({ style, offsetWidth, offsetHeight }: HTMLElement, { clientX, clientY }: MouseEvent): void {
  const left = Math.min(clientX + OFFSET.x, innerWidth - offsetWidth - OFFSET.edge);
  const isBelow = clientY + OFFSET.below + offsetHeight <= innerHeight;
  style.left = `${Math.max(OFFSET.edge, left)}px`;
  style.top = `${isBelow ? clientY + OFFSET.below : clientY - offsetHeight - OFFSET.above}px`;
}
