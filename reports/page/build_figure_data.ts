/** What a page carries of a figure for what runs in it. */
import type { View } from "../../experiments/define/views.ts";
import type { ChartSpec, FigureData, FiguresData, LayerSpec, Links, PanelData, Plot } from "../wire/figure_data.ts";
import { type DataRow, pack } from "../wire/packed.ts";
import { figureName, specsOf } from "./figure.ts";
import type { Report } from "../experiment_report.ts";
import { CHART_CONFIG, COLORS } from "../chart/theme.ts";
import { draw } from "../chart/views.ts";
import { words } from "../chart/arrange.ts";

/** The figures of a report. */
export function figuresDataOf(report: Report): FiguresData {
  const colors = Object.fromEntries(Object.entries(COLORS).map(([name, [light]]) => [name, light]));
  return {
    config: CHART_CONFIG,
    colors,
    figures: report.plan.experiment.views.map((view, i) => figureData(view, report, figureName(report, i + 1))),
  };
}

function figureData(view: View, report: Report, name: string): FigureData {
  const drawing = draw(view, report), { panels, key } = drawing;
  const links = linksOf(view, Object.keys(report.plan.experiment.factors));
  return {
    title: view.title,
    name,
    links,
    ...(key && { key: key.title }),
    panels: panels.map((panel) => {
      const { large, small } = specsOf(panel, drawing);
      return panelData(
        panel.title,
        links,
        [...(large ? [large] : []), small] as readonly unknown[] as readonly Whole[],
      );
    }),
  };
}

/** A spec as frame.ts makes it. */
type Whole = Omit<ChartSpec, "layer"> & { readonly config: unknown; readonly layer: readonly WholeLayer[] };
type WholeLayer = LayerSpec & { readonly data?: { readonly values: readonly DataRow[] } };

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
