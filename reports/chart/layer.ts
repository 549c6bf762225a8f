/** Layers of a chart: their rows, how these are drawn, and what each mark tells a reader. */

/** A value of a row. */
export type Datum = number | string | boolean | null | readonly number[];

/**
 * A row of a layer by field.
 *
 * `x` and `y` are its position, `x2` and `y2` the other end of what spans a range, `series` names its series, and
 * `replicate` the run it belongs to where it is a single run's.
 */
export type DataRow = Readonly<Record<string, Datum | undefined>>;

/** One layer; `R` is the form its rows have: a list, or packed on the page. */
export interface Layer<R = readonly DataRow[]> {
  readonly rows: R;
  readonly mark: MarkStyle;
  /** How series differ: by colour alone, or by colour and dash or shape; absent where the layer has no series. */
  readonly series?: "color" | "dash" | "shape";
  /** Further Vega-Lite channels. */
  readonly encoding?: Readonly<Record<string, Channel>>;
  /** What a pointer finds; absent where the layer only decorates another. */
  readonly marks?: Marks;
}

/** A Vega-Lite mark definition; lengths in pixels, `size` in square pixels. */
export type MarkStyle = {
  readonly type: "line" | "point" | "rect" | "rule" | "text";
  readonly size?: number;
  readonly strokeWidth?: number;
  readonly opacity?: number;
  readonly fillOpacity?: number;
  readonly interpolate?: "step-after";
} & Readonly<Record<string, unknown>>;

/** A channel: a field of the rows, or one value for all. */
export type Channel =
  | { readonly field: string; readonly type?: "quantitative" | "nominal"; readonly scale?: null }
  | { readonly value: string | number };

/** What the rows of a layer stand for. */
export interface Marks<F extends string = string> {
  /** By factor: the field that holds its level. */
  readonly levels: Readonly<Record<string, F>>;
  readonly tooltip: readonly TooltipLine<F>[];
}

/** A line of a tooltip: `title: value`, `title: value to value`, or `value of value runs`. */
export interface TooltipLine<F extends string = string> {
  readonly title?: string;
  readonly field: F;
  /** The upper end of an interval. */
  readonly to?: F;
  /** The total that the field's count is a part of. */
  readonly of?: F;
  /** The column whose levels the field holds, where it holds levels. */
  readonly factor?: string;
  readonly format: "number" | "percent" | "text";
}

/** A layer whose marks name fields of its rows: any other field does not compile. */
export function layerOf<R extends DataRow>(
  layer: Omit<Layer<readonly R[]>, "marks"> & { readonly marks?: Marks<Extract<keyof R, string>> },
): Layer {
  return layer;
}

/** The channels by which a layer spans from `x` to `x2` and from `y` to `y2`. */
export const SPAN = { x2: { field: "x2" }, y2: { field: "y2" } } as const;

/** A channel whose field holds colours, widths or other values as they are drawn. */
export function asDrawn(field: string, type: "quantitative" | "nominal" = "nominal"): Channel {
  return { field, type, scale: null };
}
