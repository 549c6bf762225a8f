/** Layers of a chart: their rows, how these are drawn, and what each mark means to a reader. */

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
  /** Further channels; each reads the field of its name. */
  readonly channels?: readonly Channel[];
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
  readonly interpolate?: "step-after" | "linear-closed";
} & Readonly<Record<string, unknown>>;

/**
 * A Vega-Lite channel that reads the field of its name.
 *
 * A line is drawn once per value of `detail`, in the order of `order`; colours, dashes, widths and opacities are
 * values as they are drawn.
 */
export type Channel =
  | ("x2" | "y2" | "text" | "detail" | "order")
  | ("color" | "fill" | "strokeDash" | "strokeWidth" | "fillOpacity");

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

/** A layer whose channels and marks name fields of its rows: any other field does not compile. */
export function layerOf<R extends DataRow>(
  layer: Omit<Layer<readonly R[]>, "marks" | "channels"> & {
    readonly channels?: readonly (Channel & keyof R)[];
    readonly marks?: Marks<Extract<keyof R, string>>;
  },
): Layer {
  return layer;
}
