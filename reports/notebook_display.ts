/** How a notebook shows a report: its answer and its figures. */
import { LIGHT_PALETTE, withColors } from "./chart/palette.ts";
import { plotSpecOf } from "./chart/svg/vega_spec.ts";
import { CHART_CONFIG, color } from "./chart/theme.ts";
import type { Report } from "./experiment_report.ts";
import { type Figure, figuresOf } from "./page/draw_figures.ts";

/** A value by the media types in which a notebook may show it; it takes the richest that it knows. */
export interface MediaBundle {
  /** Question, answer and figures. */
  readonly "application/vnd.vegalite.v5+json": unknown;
  /** Question, answer, and a line for each claim. */
  readonly "text/plain": string;
}

/** The dialect that notebooks know; the figures use nothing newer. */
const NOTEBOOK_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";

/** Characters in a line of a title. */
const LINE_LENGTH = 100;

/** A report for a notebook. Charts have colours for a light background. */
export function notebookDisplay(report: Report): MediaBundle {
  const { plan: { experiment: { question } }, headline, judged } = report;
  const claims = judged.map(({ claim, verdict, finding }) => `${verdict.padEnd(9)}  ${claim}: ${finding}`);
  const figures = figuresOf(report).filter(({ panels }) => panels.length > 0);
  const spec = {
    $schema: NOTEBOOK_SCHEMA,
    config: CHART_CONFIG,
    background: color("paper"),
    title: { text: question, subtitle: wrap(headline), anchor: "start" },
    vconcat: figures.map(figureSpecOf),
    resolve: INDEPENDENT,
  };
  return {
    "application/vnd.vegalite.v5+json": withColors(spec, LIGHT_PALETTE),
    "text/plain": [question, headline, "", ...claims].join("\n"),
  };
}

/** Each chart has scales and names of series of its own. */
const INDEPENDENT = {
  scale: { color: "independent", shape: "independent", strokeDash: "independent" },
  legend: { color: "independent", shape: "independent", strokeDash: "independent" },
};

/** A figure: its charts in rows of two, the names of series beside the first. */
function figureSpecOf({ number, view: { title }, drawing: { key }, panels }: Figure): object {
  return {
    title: { text: `${number}. ${title}`, anchor: "start" },
    columns: 2,
    concat: panels.map(({ title, small, large = small }, i) => ({
      ...(title && { title }),
      ...plotSpecOf(large, i === 0 ? key : undefined),
    })),
    resolve: INDEPENDENT,
  };
}

/** A text in lines of limited length. */
function wrap(text: string): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length <= LINE_LENGTH) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines;
}
