/** Factors: what an experiment varies, and how a set of cells is selected by their levels. */
import type { TrainConfig } from "../../core/config/config.ts";
import type { Row } from "./columns.ts";

/** A value any part of which may be left out; a list of numbers is either whole or absent. */
export type DeepPartial<V> = V extends readonly number[] ? V
  : V extends readonly (infer I)[] ? readonly DeepPartial<I>[]
  : V extends object ? { readonly [K in keyof V]?: DeepPartial<V[K]> }
  : V;

/** A config any part of which may be left out. */
export type PartialConfig = DeepPartial<TrainConfig>;

/** A variable of an experiment: its levels by name, each a part of a config. */
export interface Factor {
  /** A few words of description. */
  readonly meaning: string;
  /** What each level changes in the experiment's base config. */
  readonly levels: Readonly<Record<string, PartialConfig>>;
  /** Parses a level that is not listed, such as another number; undefined if the text is not a level. */
  readonly read?: (text: string) => PartialConfig | undefined;
}

/** The factors of an experiment by name. */
export type Factors = Readonly<Record<string, Factor>>;

/** The levels of a factor. */
export type LevelOf<F extends Factors, N extends keyof F> = Extract<keyof F[N]["levels"], string>;

/** One level of each factor, by the factor's name. */
export type LevelsOf<F extends Factors> = { readonly [N in keyof F]: string };

/** A selection of cells: for any factor, one level or several. */
export type Where<F extends Factors> = { readonly [N in keyof F]?: LevelOf<F, N> | readonly LevelOf<F, N>[] };

/** A selection of rows of any table: for any column, one value or several. */
export type AnyWhere = Readonly<Record<string, unknown>>;

/** Whether a row has, in every column named, one of the values given. */
export function matches(row: Row, where: AnyWhere): boolean {
  return Object.entries(where).every(([column, values]) => [values].flat().includes(row[column]));
}

/** The rows that match; all by default. */
export function select<R extends Row>(rows: readonly R[], where: AnyWhere = {}): R[] {
  return rows.filter((row) => matches(row, where));
}

/** Whether the name of a level is a number. */
export function isNumeric(level: string): boolean {
  return level.trim() !== "" && Number.isFinite(Number(level));
}
