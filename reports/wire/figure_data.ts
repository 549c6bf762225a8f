/** What a page carries of its figures: their specs and data, and which factors' levels their marks belong to. */
import type { Packed } from "./packed.ts";

/** The figures of a page. */
export interface FiguresData {
  /** The config that all specs share. */
  readonly config: unknown;
  /** The colours that specs name, as #rrggbb. */
  readonly colors: Readonly<Record<string, string>>;
  readonly figures: readonly FigureData[];
}

/** A figure. */
export interface FigureData {
  readonly title: string;
  /** What its files are called. */
  readonly name: string;
  /** Which factor a mark's series, panel or place stands for. */
  readonly links: Links;
  /** What the key is called. */
  readonly key?: string;
  readonly panels: readonly PanelData[];
}

/** The factors whose levels are told apart by series, by panel, or along an axis. */
export type Links = { readonly [C in "series" | "panel" | "x" | "y"]?: string };

/** A chart of a figure. */
export interface PanelData {
  readonly title: string;
  /** The level of the panel's factor, where it stands for one. */
  readonly level?: string;
  /** Where its drawings have their plots, in the order of the page: wide, then narrow. */
  readonly plots: readonly Plot[];
  /** The spec of the first drawing, without its config and its layers' data. */
  readonly spec: ChartSpec;
  readonly data: readonly Packed[];
}

/** The rectangle of a plot in its drawing, in pixels. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The parts of a Vega-Lite spec that are read here. */
export interface ChartSpec {
  readonly width: number;
  readonly height: number;
  readonly padding: { readonly left: number; readonly top: number };
  readonly encoding: { readonly x: AxisSpec; readonly y: AxisSpec };
  readonly layer: readonly LayerSpec[];
}

/** An axis: its scale, and what its marks are called. */
export interface AxisSpec {
  readonly scale: {
    readonly type: "linear" | "log";
    readonly domain: readonly [number, number];
    readonly reverse?: boolean;
  };
  readonly axis: { readonly title: string | null; readonly labelExpr: string };
}

/** A layer: its mark, and channels that are fields or values. */
export interface LayerSpec {
  readonly mark: { readonly type: string } & Readonly<Record<string, unknown>>;
  readonly encoding?: Readonly<Record<string, ChannelSpec>>;
}

/** A channel of a layer. */
export interface ChannelSpec {
  readonly field?: string;
  readonly value?: unknown;
  readonly scale?:
    | { readonly domain: readonly string[]; readonly range: readonly (string | readonly number[])[] }
    | null;
}

/** The id of the element that holds them, as JSON. */
export const FIGURES_ID = "page-figures";
