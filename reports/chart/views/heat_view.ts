import { select } from "../../../experiments/claims/claims.ts";
import type { Row } from "../../../experiments/define/columns.ts";
import { percent } from "../../../experiments/format.ts";
import type { Draw } from "../drawing.ts";
import { color } from "../theme.ts";
import { factorColumns, levelsIn, pooled, rowsOfTable, words } from "../arrange.ts";
import { type Layer, plotOf } from "../frame.ts";
import { placeScale, widest } from "../scales.ts";
import { SHARE_COLUMNS, shareOf } from "./rates_view.ts";

/** Size of a field in pixels: whole numbers, or seams show. */
const TALL = 36, WIDEST = 76, NARROWEST = 32;
/** From this number of rows on, fields are this low, so that all of them are seen at once. */
const MANY = 10, LOW = 16;
/** From this width on a field has room for a decimal and a unit. */
const ROOMY = 54;
/** From this share on the field is so dark that its number is light. */
export const DARK = 0.72;

/** How much of its colour a field shows. */
export function opacityOf(share: number): number {
  return 0.05 + 0.9 * share;
}

/** A share in whole per cent; only none is 0 and only all is 100. */
export function wholePercent(share: number): string {
  const nearest = Math.round(100 * share);
  return String(share > 0 && share < 1 ? Math.min(99, Math.max(1, nearest)) : nearest);
}

/** A field a cell, as dark as its share is large, with the share as text. */
export const drawHeat: Draw<"heat"> = (view, report) => {
  const all = select(rowsOfTable(report, "runs"), view.where);
  const across = levelsIn(report, view.x, all), down = levelsIn(report, view.y, all);
  const levels = view.panel === undefined ? [""] : levelsIn(report, view.panel, all);
  const shares = levels.flatMap((level) =>
    down.flatMap((y) =>
      across.flatMap((x) => {
        const runs = all.filter((run) =>
          run[view.x] === x && run[view.y] === y && (view.panel === undefined || run[view.panel] === level)
        );
        return runs.length > 0 ? [{ level, x, y, ...shareOf(runs) }] : [];
      })
    )
  );
  const y = placeScale(down), x = placeScale(across), beside = widest(y.ticks.map(({ label }) => label)) + 24;
  return {
    panels: levels.map((level) => ({
      title: view.panel === undefined ? "" : `${words(view.panel)} ${level}`,
      spec: ({ width }) => {
        const side = Math.min(WIDEST, Math.max(NARROWEST, Math.floor((width - beside) / across.length)));
        const roomy = side >= ROOMY;
        const values = shares.filter((share) => share.level === level).map(({ share, ...at }) => {
          const column = across.indexOf(at.x), row = down.indexOf(at.y);
          return {
            x: column,
            y: row,
            from: column - 0.5,
            to: column + 0.5,
            top: row - 0.5,
            foot: row + 0.5,
            opacity: opacityOf(share),
            text: roomy ? percent(share) : wholePercent(share),
            ink: share >= DARK ? color("paper") : color("ink"),
          };
        });
        return plotOf({
          x: {
            scale: x,
            title: words(view.x),
            bare: true,
            slanted: widest(x.ticks.map(({ label }) => label)) > side - 4,
          },
          y: { scale: y, title: words(view.y), grid: false, reverse: true },
          height: down.length * (down.length < MANY ? TALL : LOW),
          layers: layersOf(values),
        }, side * across.length);
      },
    })),
    size: levels.length > 1 ? "several" : "whole",
    direct: false,
    source: "runs",
    derived: true,
    columns: {
      ...factorColumns(report, [view.panel, view.y, view.x]),
      ...SHARE_COLUMNS,
    },
    rows: shares.map(({ level, x, y, ...share }) => ({
      ...(view.panel !== undefined && { [view.panel]: level }),
      [view.y]: y,
      [view.x]: x,
      ...share,
    })),
    notes: [
      ...pooled(report, all, [view.x, view.y, view.panel]),
      ...(shares.length < levels.length * down.length * across.length ? ["Fields left empty were not run."] : []),
    ],
  };
};

/** Fields and their numbers. */
function layersOf(values: readonly Row[]): Layer[] {
  return [
    {
      data: { values },
      mark: { type: "rect", color: color("heat"), stroke: color("paper"), strokeWidth: 1 },
      encoding: {
        x: { field: "from", type: "quantitative" },
        x2: { field: "to" },
        y: { field: "top", type: "quantitative" },
        y2: { field: "foot" },
        fillOpacity: { field: "opacity", type: "quantitative", scale: null },
      },
    },
    {
      data: { values },
      mark: { type: "text", baseline: "middle" },
      encoding: {
        text: { field: "text", type: "nominal" },
        color: { field: "ink", type: "nominal", scale: null },
      },
    },
  ] as Layer[];
}
