/** A drawing of the page with the elements drawn over it. */
import type { FigureData, PanelData } from "../../wire/figure_data.ts";
import { unpackChart } from "../../wire/packed.ts";
import { svg } from "../dom.ts";
import { type Mark, marksOf, tooltipOf } from "./marks.ts";
import { type DrawnChart, type OverlayElement, ringAround } from "./overlay.ts";

/** A drawing; a panel has one or two, a wide and a narrow one. */
export interface LiveChart {
  readonly panel: PanelData;
  readonly drawing: SVGSVGElement;
  /** Unpacked on first use, like the marks: a reader looks at few of a page's charts. */
  readonly drawn: () => DrawnChart;
  readonly marks: () => readonly Mark[];
  /** Draws the visible series and the chosen marks. */
  readonly showOverlay: (elements: readonly OverlayElement[]) => void;
  /** Draws a ring around the mark at the pointer, or none. */
  readonly showRing: (mark: Mark | undefined) => void;
  readonly tooltip: (mark: Mark) => string[];
}

/** The drawings of a figure, in the order of the page. */
export function liveCharts(section: Element, { panels }: FigureData): LiveChart[] {
  return [...section.querySelectorAll(".panel")].flatMap((element, i) => {
    const panel = panels[i]!;
    const chart = once(() => unpackChart(panel.chart));
    const marks = once(() => marksOf(panel, chart()));
    return [...element.querySelectorAll<SVGSVGElement>("svg")].map((drawing, k): LiveChart => {
      const drawn = () => ({ chart: chart(), plot: panel.plots[k]! });
      const overlay = svg("g", { "aria-hidden": "true" });
      const ring = svg("g", { "aria-hidden": "true" });
      drawing.append(overlay, ring);
      return {
        panel,
        drawing,
        drawn,
        marks,
        showOverlay: (elements) => draw(overlay, elements),
        showRing: (mark) => draw(ring, mark ? [ringAround(drawn(), mark)] : []),
        tooltip: (mark) => tooltipOf(panel, mark),
      };
    });
  });
}

function draw(layer: SVGElement, elements: readonly OverlayElement[]): void {
  layer.replaceChildren(...elements.map(({ name, attributes }) => svg(name, attributes)));
}

/** A function that computes its value on the first call. */
export function once<V>(compute: () => V): () => V {
  let computed: { readonly value: V } | undefined;
  return () => (computed ??= { value: compute() }).value;
}
