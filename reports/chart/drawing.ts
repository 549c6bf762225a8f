/** What a view becomes: panels, each a small chart, the key to its series, and the rows that it shows. */
import type { TopLevelSpec } from "vega-lite";
import type { Columns, Row } from "../../experiments/define/columns.ts";
import type { View } from "../../experiments/define/views.ts";
import type { Report } from "../experiment_report.ts";
import type { Style } from "./theme.ts";

/** One chart of a figure. */
export interface Panel {
  /** What sets it apart from its neighbours; empty where it is alone. */
  readonly title: string;
  /** The chart for the room that there is. */
  readonly spec: (room: Room) => TopLevelSpec;
}

/** The room for a panel. */
export interface Room {
  /** In pixels, with axes and all. */
  readonly width: number;
  /** Whether series carry their names themselves, where the key is not shown. */
  readonly direct: boolean;
}

/** A series of the key. */
export interface KeyEntry {
  readonly name: string;
  readonly style: Style;
  /** How its marks look. */
  readonly mark: "line" | "point" | "area";
}

/** The key to a figure's series. */
export interface Key {
  readonly title: string;
  readonly entries: readonly KeyEntry[];
}

/** A figure before it is HTML. */
export interface Drawing {
  readonly panels: readonly Panel[];
  /** The panel that stands for them all where there is room for one; the first where absent. */
  readonly front?: number;
  /** How much room a panel asks for: the whole measure, one of several side by side, or its own width. */
  readonly size: "whole" | "several" | "own";
  /** Absent where there is one series. */
  readonly key?: Key;
  /** Whether a wide panel names its series itself. */
  readonly direct: boolean;
  /** The report's table that the rows come from. */
  readonly source: string;
  /** Whether the rows are worked out from it, instead of being its own. */
  readonly derived: boolean;
  readonly columns: Columns;
  readonly rows: readonly Row[];
  /** What the reader must know besides: what was pooled, left out or cut. */
  readonly notes: readonly string[];
}

/** Draws the views of a kind: a pure function of the view and the material of the page. */
export type Draw<K extends View["kind"]> = (view: Extract<View, { readonly kind: K }>, report: Report) => Drawing;
