/** What a page carries of a figure for what runs in it. */
import type { TopLevelSpec } from "vega-lite";
import type { View } from "../experiments/views.ts";
import type { ChartSpec, FigureData, Links, PanelData, Plot } from "./browser/figure_data.ts";
import { type DataRow, pack } from "./browser/packed.ts";
import type { Drawing, Panel } from "./drawing.ts";
import { words } from "./views/arrange.ts";

/** The data of a figure; `rooms` are those in which its panels are drawn. */
export function figureDataOf(
  view: View,
  { panels, key }: Drawing,
  { name, factors, specs }: {
    readonly name: string;
    /** The experiment's factors. */
    readonly factors: readonly string[];
    /** The specs of a panel in the order in which the page has them. */
    readonly specs: (panel: Panel) => readonly TopLevelSpec[];
  },
): FigureData {
  const links = linksOf(view, factors);
  return {
    title: view.title,
    name,
    links,
    ...(key && { key: key.title }),
    panels: panels.map((panel) =>
      panelData(panel.title, links, specs(panel) as readonly unknown[] as readonly Whole[])
    ),
  };
}

/** A spec as frame.ts makes it. */
type Whole = ChartSpec & {
  readonly config: unknown;
  readonly layer: readonly (ChartSpec["layer"][number] & { readonly data?: { readonly values: readonly DataRow[] } })[];
};

function panelData(title: string, { panel }: Links, specs: readonly Whole[]): PanelData {
  const { config: _, ...spec } = specs[0]!, start = panel === undefined ? "" : `${words(panel)} `;
  return {
    title,
    ...(panel !== undefined && title.startsWith(start) && { level: title.slice(start.length) }),
    plots: specs.map(({ padding: { left, top }, width, height }): Plot => ({ left, top, width, height })),
    spec: { ...spec, layer: spec.layer.map(({ data: __, ...layer }) => layer) },
    data: spec.layer.map(({ data }) => pack(data?.values ?? [])),
  };
}

/** The factors that a view's channels stand for; a further table may have columns of other names. */
function linksOf(view: View, factors: readonly string[]): Links {
  const channels = {
    series: "color" in view ? view.color : undefined,
    panel: "panel" in view ? view.panel : undefined,
    x: view.kind === "heat" ? view.x : undefined,
    y: view.kind === "heat" ? view.y : view.kind === "rates" ? view.by : undefined,
  };
  const known = Object.entries(channels).filter(([, factor]) =>
    factor !== undefined && factors.includes(String(factor))
  );
  return Object.fromEntries(known);
}
