import { select } from "../../../experiments/claims/claims.ts";
import type { Columns, Row } from "../../../experiments/define/columns.ts";
import { percent } from "../../../experiments/format.ts";
import { solvedCurve } from "../../../experiments/statistics/statistics.ts";
import type { Draw } from "../drawing.ts";
import { arrange, factorColumns, keyOf, levelsOf, pooled, rowsOfTable } from "../arrange.ts";
import { chartOf, type Layer } from "../frame.ts";
import { SHARE_COLUMNS } from "./rates_view.ts";
import { extent, logScale, SHARES } from "../scales.ts";
import { endsLayers, endsWidth, lineChannels } from "../series.ts";

const HEIGHT = 240;
/** Where the axis begins if nothing was solved. */
const FIRST_CHECK = 10;

const COLUMNS = {
  epoch: { type: "number", unit: "epochs", meaning: "from this epoch on, up to that of the next row" },
  ...SHARE_COLUMNS,
} as const satisfies Columns;

/** Steps that rise as runs are solved for good, drawn to the end of the epochs. */
export const drawSolved: Draw<"solved"> = (view, report) => {
  const all = select(rowsOfTable(report, "runs"), view.where), panels = arrange(report, all, view);
  const key = keyOf(view.color, panels, "line");
  const [first] = extent(all.map((run) => solvedEpoch(run) || undefined)) ?? [FIRST_CHECK];
  const [, end] = extent(all.map((run) => run.epochs as number || undefined)) ?? [1, 1];
  const x = logScale(Math.min(first, end) / 1.5, end);
  const curves = panels.map(({ level, title, series }) => ({
    level,
    title,
    series: series.map((one) => ({ ...one, steps: solvedCurve(one.rows.map(solvedEpoch)) })),
  }));
  return {
    panels: curves.map(({ title, series }) => {
      const values = series.flatMap(({ name, steps }) =>
        [...steps, { ...steps.at(-1)!, epoch: end }]
          .map(({ epoch, estimate }) => ({ series: name, x: Math.max(epoch, x.domain[0]), y: estimate }))
      );
      const ends = series.map(({ name, style, steps }) => {
        const y = steps.at(-1)!.estimate;
        return { name: panels.length > 1 ? percent(y) : `${name} ${percent(y)}`, style, y };
      });
      return {
        title,
        spec: ({ width, direct }) => {
          const told = direct ? ends : ends.map((end) => ({ ...end, name: percent(end.y) }));
          return chartOf({
            x: { scale: x, title: "epochs" },
            y: { scale: SHARES, title: "runs solved by then" },
            height: HEIGHT,
            right: endsWidth(told),
            layers: [
              {
                data: { values },
                mark: { type: "line", interpolate: "step-after", strokeWidth: 2.25 },
                encoding: lineChannels(series),
              } as Layer,
              ...endsLayers(told, SHARES, HEIGHT),
            ],
          }, width);
        },
      };
    }),
    size: panels.length > 1 ? "several" : "whole",
    ...(key && { key }),
    direct: panels.length === 1,
    source: "runs",
    derived: true,
    columns: {
      ...factorColumns(report, [view.panel, view.color]),
      ...COLUMNS,
    },
    rows: curves.flatMap(({ level, series }) =>
      series.flatMap(({ name, steps }) =>
        steps.map(({ epoch, solved, estimate, lower, upper, n }) => ({
          ...levelsOf(view, level, name),
          epoch,
          solved,
          n,
          share: estimate,
          lower,
          upper,
        }))
      )
    ),
    notes: pooled(report, all, [view.color, view.panel]),
  };
};

function solvedEpoch({ solved, solved_epoch }: Row): number | undefined {
  return solved === true ? solved_epoch as number : undefined;
}
