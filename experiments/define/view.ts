/** Views: what a chart shows, by the names of columns; how it is drawn is defined in reports/chart. */
import type { Sentence } from "../claims/sentence.ts";
import type { CURVE_COLUMNS } from "./columns.ts";
import type { Factors, Where } from "./factors.ts";
import type { FurtherTables } from "./tables.ts";

/** The fields of every view. */
export interface ViewBase<C extends string> {
  /** The title of the figure. */
  readonly title: string;
  /** What the figure shows, for certain verdicts: the caption begins with those that are true, and folds findings. */
  readonly lead?: readonly Sentence<C>[];
  /** The claims whose findings form the caption. */
  readonly captionClaims: readonly C[];
  /** A sentence that explains the marks. */
  readonly howToRead: string;
}

/** The name of a factor. */
export type FactorOf<F extends Factors> = Extract<keyof F, string>;
/** A column that a learning curve can show. */
export type CurveMetric = Exclude<keyof typeof CURVE_COLUMNS, "replicate" | "epoch">;

/** The runs that a chart shows, and the factors by which it groups them. */
export interface RunsView<F extends Factors, K extends string> {
  /** The kind of chart. */
  readonly kind: K;
  /** One colour per level. */
  readonly color?: FactorOf<F>;
  /** One panel per level. */
  readonly panel?: FactorOf<F>;
  /** Which runs; all by default. */
  readonly where?: Where<F>;
}

/** The proportion of runs solved, as a dot with its Wilson interval, for each cell. */
export interface RatesView<F extends Factors> extends RunsView<F, "rates"> {
  /** One row of dots per level. */
  readonly by: FactorOf<F>;
}

/** The proportion of runs solved by each epoch; failed runs keep it below 100 %. */
export interface SolvedView<F extends Factors> extends RunsView<F, "solved"> {
  /** One line per level. */
  readonly color: FactorOf<F>;
}

/** Learning curves: a thin line per run and their median, in small multiples. */
export interface CurvesView<F extends Factors> extends RunsView<F, "curves"> {
  /** The column on the y axis. */
  readonly y: CurveMetric;
}

/** The net's output for each row of data at the end: one dot per run, and the target. */
export type OutputsView<F extends Factors> = RunsView<F, "outputs">;

/** The proportion of runs solved as a heat map over two factors, with the percentage in each square. */
export interface HeatView<F extends Factors> extends Omit<RunsView<F, "heat">, "color"> {
  /** One column per level. */
  readonly x: FactorOf<F>;
  /** One row per level. */
  readonly y: FactorOf<F>;
}

/** The name of a column of a further table. */
export type ColumnOf<T extends FurtherTables, N extends keyof T> = Extract<keyof T[N]["columns"], string>;

/** Two columns of a further table against each other. */
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
    /** Which rows: for any column, one value or several; all by default. */
    readonly where?: { readonly [C in ColumnOf<T, N>]?: string | readonly string[] };
    /** The scale of both axes; linear by default. */
    readonly scale?: "linear" | "log";
    /** The scale of the y axis, if it differs. */
    readonly yScale?: "linear" | "log";
    /** How the points are drawn; as a line by default. */
    readonly mark?: "line" | "point" | "steps";
  };
}[keyof T];

/** A column of a further table, as a dot with its number for each row. */
export type DotsView<T extends FurtherTables> = {
  readonly [N in keyof T]: {
    readonly kind: "dots";
    readonly table: N;
    /** One row of dots per value. */
    readonly by: ColumnOf<T, N>;
    readonly x: ColumnOf<T, N>;
    readonly xTitle: string;
    readonly color?: ColumnOf<T, N>;
    readonly panel?: ColumnOf<T, N>;
  };
}[keyof T];

/** Outputs over the plane of two inputs as colour, with the boundary at ½ and the four data points. */
export type SurfaceView<T extends FurtherTables> = {
  readonly [N in keyof T]: {
    readonly kind: "surface";
    readonly table: N;
    readonly x: ColumnOf<T, N>;
    readonly y: ColumnOf<T, N>;
    readonly value: ColumnOf<T, N>;
    readonly panel: ColumnOf<T, N>;
    /** The target at the points of the truth table; empty at every other point of the grid. */
    readonly target: ColumnOf<T, N>;
  };
}[keyof T];

/** A value over a plane as shades of one hue, with contours and a path. */
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
    /** A table with the same columns x, y and panel: the points of a path, in order. */
    readonly path: keyof T;
  };
}[keyof T];

/** The net as a diagram with its values: nodes and weights from two further tables. */
export type DiagramView<T extends FurtherTables> = {
  readonly [N in keyof T]: {
    readonly kind: "diagram";
    /** One row per weight; columns: from, from_layer, from_place, to, to_layer, to_place, weight. */
    readonly table: N;
    /** One row per node; columns: node, layer, place, value. */
    readonly nodes: keyof T;
    /** A column of both tables: one net per value. */
    readonly panel?: ColumnOf<T, N>;
  };
}[keyof T];

/** The rows of a further table, unchanged. */
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
    | DotsView<T>
    | SurfaceView<T>
    | FieldView<T>
    | DiagramView<T>
    | TableView<T>
  );
