/** What a view becomes: panels, each a small chart, the key to its series, and the rows it shows. */
import type { Columns, Row } from "../../experiments/define/columns.ts";
import type { View } from "../../experiments/define/view.ts";
import type { Report } from "../experiment_report.ts";
import type { Chart } from "./frame.ts";
import type { SeriesStyle } from "./theme.ts";

/** One chart of a figure. */
export interface Panel {
  /** What distinguishes it from its neighbours; empty where it is alone. */
  readonly title: string;
  /** The levels that all its marks have, by factor. */
  readonly levels: Readonly<Record<string, string>>;
  /**
   * The chart for a width in pixels, axes included.
   *
   * `direct` says whether series are named beside their lines, because the key is not shown.
   */
  readonly chart: (space: { readonly width: number; readonly direct: boolean }) => Chart;
}

/** An entry of a key. */
export interface KeyEntry {
  /** What a reader sees. */
  readonly label: string;
  /** The series it explains, as the rows have it; absent where it explains something else, such as a shade. */
  readonly series?: string;
  readonly style: SeriesStyle;
  /** How its marks look. */
  readonly mark: "line" | "point" | "area";
}

/** The key to a figure's marks. */
export interface Key {
  readonly title: string;
  readonly entries: readonly KeyEntry[];
}

/** A view drawn, before it is HTML. */
export interface Drawing {
  readonly panels: readonly Panel[];
  /** Index of the panel that represents the figure where there is space for one; the first where absent. */
  readonly front?: number;
  /** Panels have their own width; otherwise they take the text width, or share it where they are several. */
  readonly ownWidth?: true;
  /** Absent where there is one series. */
  readonly key?: Key;
  /** The factor whose levels the series are; absent where they are no levels. */
  readonly seriesFactor?: string;
  /** Whether a wide panel names its series beside their lines. */
  readonly direct?: boolean;
  /** Name of the report's table that the rows come from. */
  readonly source: string;
  /** Whether the rows are computed from that table, instead of being its own. */
  readonly derived: boolean;
  readonly columns: Columns;
  readonly rows: readonly Row[];
  /** What else the reader must know: what was pooled, left out or cut. */
  readonly notes: readonly string[];
}

/** Draws the views of a kind: a pure function of the view and the report. */
export type Draw<K extends View["kind"]> = (view: Extract<View, { readonly kind: K }>, report: Report) => Drawing;
