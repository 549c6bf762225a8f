/** Views: what a chart shows, by the names of columns. How it is drawn is the reports' affair. */
import type { CURVE_COLUMNS } from "./columns.ts";
import type { Factors, FurtherTables, Where } from "../experiment.ts";

/** What all charts have in common. */
export interface ViewBase<C extends string> {
  /** What the chart is of. */
  readonly title: string;
  /** The claims whose findings stand below it as caption. */
  readonly finding: readonly C[];
  /** How to read it: a sentence. */
  readonly reading: string;
}

/** The name of a factor. */
export type FactorOf<F extends Factors> = Extract<keyof F, string>;
/** What a learning curve may be of. */
export type CurveMetric = Exclude<keyof typeof CURVE_COLUMNS, "replicate" | "epoch">;

/** Which runs a chart shows, and by which factors it parts them. */
export interface RunsView<F extends Factors> {
  /** A colour a level. */
  readonly color?: FactorOf<F>;
  /** A panel a level. */
  readonly panel?: FactorOf<F>;
  /** Which runs: all where absent. */
  readonly where?: Where<F>;
}

/** The share of runs solved, as a dot with its Wilson interval, for each cell. */
export interface RatesView<F extends Factors> extends RunsView<F> {
  /** A chart of rates. */
  readonly kind: "rates";
  /** One line of dots a level. */
  readonly by: FactorOf<F>;
}

/** The share of runs solved by each epoch; runs that fail keep it below 100 %. */
export interface SolvedView<F extends Factors> extends RunsView<F> {
  /** A chart of solved shares over time. */
  readonly kind: "solved";
  /** A line a level. */
  readonly color: FactorOf<F>;
}

/** Learning curves: a thin line a seed and their median, in small multiples. */
export interface CurvesView<F extends Factors> extends RunsView<F> {
  /** A chart of learning curves. */
  readonly kind: "curves";
  /** What they are of. */
  readonly y: CurveMetric;
}

/** What the nets answer to each row at the end: a dot a run beside the target. */
export interface OutputsView<F extends Factors> extends RunsView<F> {
  /** A chart of answers. */
  readonly kind: "outputs";
}

/** The share of runs solved as a field of two factors, the rate as text. */
export interface HeatView<F extends Factors> extends Omit<RunsView<F>, "color"> {
  /** A chart of rates as shades. */
  readonly kind: "heat";
  /** A column a level. */
  readonly x: FactorOf<F>;
  /** A row a level. */
  readonly y: FactorOf<F>;
}

/** The name of a column of a further table. */
export type ColumnOf<T extends FurtherTables, N extends keyof T> = Extract<keyof T[N]["columns"], string>;

/** Lines of a further table. */
export type LinesView<T extends FurtherTables> = {
  readonly [N in keyof T]: {
    readonly kind: "lines";
    readonly table: N;
    readonly x: ColumnOf<T, N>;
    readonly y: ColumnOf<T, N>;
    readonly xTitle: string;
    readonly yTitle: string;
    readonly color?: ColumnOf<T, N>;
    readonly panel?: ColumnOf<T, N>;
    /** Of both axes. */
    readonly scale?: "linear" | "log";
    /** Of the y axis, where it is another. */
    readonly yScale?: "linear" | "log";
    /** Draws dots, or steps from one row to the next, instead of a line. */
    readonly mark?: "line" | "point" | "steps";
  };
}[keyof T];

/** Outputs over the plane of two inputs as colour, the boundary at ½ as a line, the four points on top. */
export type SurfaceView<T extends FurtherTables> = {
  readonly [N in keyof T]: {
    readonly kind: "surface";
    readonly table: N;
    readonly x: ColumnOf<T, N>;
    readonly y: ColumnOf<T, N>;
    readonly value: ColumnOf<T, N>;
    readonly panel: ColumnOf<T, N>;
    /** What the points of the truth table should answer; empty at every other point of the grid. */
    readonly target: ColumnOf<T, N>;
  };
}[keyof T];

/** A value over a plane as shades of one hue, with level lines and a path on top. */
export type FieldView<T extends FurtherTables> = {
  readonly [N in keyof T]: {
    readonly kind: "field";
    readonly table: N;
    readonly x: ColumnOf<T, N>;
    readonly y: ColumnOf<T, N>;
    readonly value: ColumnOf<T, N>;
    readonly xTitle: string;
    readonly yTitle: string;
    readonly valueTitle: string;
    readonly panel: ColumnOf<T, N>;
    /** A table with the same columns x, y and panel: the points of a path in their order. */
    readonly path: keyof T;
  };
}[keyof T];

/** The net as a diagram with its numbers: nodes and weights from two further tables. */
export type DiagramView<T extends FurtherTables> = {
  readonly [N in keyof T]: {
    readonly kind: "diagram";
    /** Columns: from, from_layer, from_place, to, to_layer, to_place, weight. */
    readonly table: N;
    /** Columns: node, layer, place, value. */
    readonly nodes: keyof T;
    /** A column of both tables: one net a value. */
    readonly panel?: ColumnOf<T, N>;
  };
}[keyof T];

/** The rows of a further table as they stand. */
export type TableView<T extends FurtherTables> = {
  readonly [N in keyof T]: {
    readonly kind: "table";
    readonly table: N;
    readonly columns?: readonly ColumnOf<T, N>[];
  };
}[keyof T];

/** A chart of an experiment with factors F, further tables T and claims C. */
export type View<
  F extends Factors = Factors,
  T extends FurtherTables = FurtherTables,
  C extends string = string,
> =
  & ViewBase<C>
  & (
    | RatesView<F>
    | SolvedView<F>
    | CurvesView<F>
    | OutputsView<F>
    | HeatView<F>
    | LinesView<T>
    | SurfaceView<T>
    | FieldView<T>
    | DiagramView<T>
    | TableView<T>
  );
