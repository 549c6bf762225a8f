/** The charts of a report as Vega-Lite specs, for other tools. */
import { LIGHT_PALETTE, withColors } from "./chart/palette.ts";
import { specOf } from "./chart/svg/vega_spec.ts";
import type { Report } from "./experiment_report.ts";
import { figuresOf } from "./page/draw_figures.ts";

/** A chart of a report as a Vega-Lite spec. */
export interface ChartSpec {
  /** The number of its figure, from 1. */
  readonly figure: number;
  /** The title of its figure. */
  readonly title: string;
  /** What distinguishes it from the other charts of its figure; empty where it is alone. */
  readonly panel: string;
  /** The spec, data included, in colours for a light background. */
  readonly spec: Readonly<Record<string, unknown>>;
}

/**
 * The charts of a report, in the order of its page, as large as the page has space for.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { CATALOG, runExperiment, specsOf } from "../mod.ts";
 *
 * const course = CATALOG.find(({ id }) => id === "forward-pass")!;
 * const [first] = specsOf(await runExperiment(course, { seeds: 2 }));
 * assertEquals(first!.spec.$schema, "https://vega.github.io/schema/vega-lite/v6.json");
 * ```
 */
export function specsOf(report: Report): ChartSpec[] {
  return figuresOf(report).flatMap(({ number, view: { title }, panels }) =>
    panels.map(({ title: panel, small, large = small }) => ({
      figure: number,
      title,
      panel,
      spec: withColors(specOf(large), LIGHT_PALETTE) as ChartSpec["spec"],
    }))
  );
}
