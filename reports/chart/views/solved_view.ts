import type { Columns, Row } from "../../../experiments/define/columns.ts";
import { formatPercent } from "../../../experiments/format.ts";
import { solvedCurve } from "../../../experiments/statistics/statistics.ts";
import type { Draw } from "../drawing.ts";
import { axisLines } from "../frame.ts";
import { groupView, mapSeries, rowsBySeries } from "../grouping.ts";
import { layerOf } from "../layer.ts";
import { chartWithLabels } from "../labels/line_labels.ts";
import { extent, logScale, PROPORTIONS } from "../scales.ts";
import { PROPORTION_COLUMNS } from "../solved_proportion.ts";

const HEIGHT = 240;
/** The first epoch of the axis if nothing was solved. */
const FIRST_CHECK = 10;

const COLUMNS = {
  epoch: { type: "number", unit: "epochs", meaning: "from this epoch on, up to that of the next row" },
  ...PROPORTION_COLUMNS,
} as const satisfies Columns;

const solvedEpoch = ({ solved, solved_epoch }: Row) => solved === true ? solved_epoch as number : undefined;

/** Steps that rise as runs are solved for good, drawn to the last epoch. */
export const drawSolved: Draw<"solved"> = (view, report) => {
  const { all, drawing, marksOf, ...group } = groupView(report, "runs", view, "line");
  const panels = mapSeries(group.panels, (one) => ({ ...one, steps: solvedCurve(one.rows.map(solvedEpoch)) }));
  const [first] = extent(all.map((run) => solvedEpoch(run) || undefined)) ?? [FIRST_CHECK];
  const [, end] = extent(all.map((run) => run.epochs as number || undefined)) ?? [1, 1];
  const x = { scale: logScale(Math.min(first, end) / 1.5, end), title: "epochs" };
  const y = { scale: PROPORTIONS, title: "runs solved by then" };
  const [start] = x.scale.domain;
  return {
    ...drawing,
    panels: panels.map(({ series, ...head }) => {
      const layer = layerOf({
        rows: series.flatMap(({ name, steps }) =>
          [...steps, { ...steps.at(-1)!, epoch: end }]
            .map(({ epoch, estimate }) => ({ series: name, x: Math.max(epoch, start), y: estimate }))
        ),
        mark: { type: "line", interpolate: "step-after", strokeWidth: 2.25 },
        series: "dash",
        marks: marksOf(axisLines({ x, y })),
      });
      const content = { x, y, series, layers: [layer], height: HEIGHT };
      const endsOf = (isNamed: boolean) =>
        series.map(({ name, label, style, steps }) => {
          const last = steps.at(-1)!.estimate;
          return { name, label: isNamed ? label : "", value: formatPercent(last), style, y: last };
        });
      return {
        ...head,
        chart: ({ width, direct }) => chartWithLabels(content, endsOf(direct && panels.length === 1), width),
      };
    }),
    direct: panels.length === 1,
    columns: { ...drawing.columns, ...COLUMNS },
    rows: rowsBySeries(
      view,
      panels,
      ({ steps }) => steps.map(({ estimate, ...step }) => ({ ...step, share: estimate })),
    ),
  };
};
