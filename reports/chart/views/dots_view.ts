import type { Row } from "../../../experiments/define/columns.ts";
import { formatPercent } from "../../../experiments/format.ts";
import { columnName, levelName, valueName } from "../../../experiments/words/display_names.ts";
import type { Draw } from "../drawing.ts";
import { DOT, NUMBER_GAP, numbersLayer, placeInRow, rowsHeight } from "../dot_rows.ts";
import { axisLine, chartOfWidth } from "../frame.ts";
import { groupView, levelLine, presentLevels, tableDrawing } from "../grouping.ts";
import { layerOf } from "../layer.ts";
import { categoryScale, extent, linearScale, numeral, PROPORTIONS, widestLabel } from "../scales.ts";

/** A dot per row of a further table, a row of dots per value of a column, its number beside it. */
export const drawDots: Draw<"dots"> = (view, report) => {
  const { by, x: column, table } = view;
  const ofTable = tableDrawing(report, table);
  const { all, panels, names, drawing, marksOf } = groupView(report, table, view, "point", [by]);
  const isFactor = Object.hasOwn(report.plan.levels, by);
  const levels = isFactor ? presentLevels(report, by, all) : [...new Set(all.map((row) => String(row[by])))];
  const isProportion = ofTable.columns[column]!.unit === "proportion";
  const valueOf = (row: Row) => row[column] as number | undefined;
  const [, highest] = extent(all.map(valueOf)) ?? [0, 1];
  const x = { scale: isProportion ? PROPORTIONS : linearScale(0, highest), title: view.xTitle, grid: true };
  const labels = levels.map((level) => (isFactor ? levelName : valueName)(by, level));
  const y = { scale: categoryScale(labels), title: columnName(by), grid: false, reverse: true, gap: 12 };
  const marks = marksOf([axisLine(x, "x"), levelLine(by, "level")], isFactor ? { [by]: "level" } : {});
  return {
    ...drawing,
    ...ofTable,
    panels: panels.map(({ series, ...head }) => {
      const dots = series.flatMap(({ name, rows }) =>
        rows.flatMap((row) => {
          const value = valueOf(row);
          if (value === undefined) return [];
          const level = String(row[by]);
          const y = placeInRow(levels.indexOf(level), Math.max(0, names.indexOf(name)), names.length);
          return [{ series: name, level, x: value, y, text: isProportion ? formatPercent(value) : numeral(value) }];
        })
      );
      const layers = [
        layerOf({ rows: dots, mark: DOT, series: "shape", marks }),
        numbersLayer(dots, x.scale.domain[1]),
      ];
      const content = { x, y, series, layers, height: rowsHeight(levels.length, names.length) };
      const right = widestLabel(dots.map(({ text }) => text)) + NUMBER_GAP + 2;
      return { ...head, chart: ({ width }) => chartOfWidth(content, width, right) };
    }),
  };
};
