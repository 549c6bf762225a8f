/** The loss curves of one recording, or of two to compare. */
import type { KeyEntry } from "../../chart/drawing.ts";
import { color } from "../../chart/theme.ts";
import { html } from "../dom.ts";
import { createKey } from "../pictures/live_key.ts";
import type { TrainingRecording } from "../worker/recording.ts";
import { createLossChart } from "./loss_chart.ts";

const MIN_WIDTH = 280;
const MAX_WIDTH = 960;

/** The lines of the original and the changed training. */
const LINES: readonly KeyEntry[] = [
  { label: "as in the suite", style: { color: "blue", dash: [], shape: "circle" }, mark: "line" },
  { label: "with your settings", style: { color: "vermillion", dash: [7, 3], shape: "circle" }, mark: "line" },
];

/** The width of a chart in a container, in pixels. */
export function chartWidthIn({ clientWidth }: Element): number {
  return Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, clientWidth));
}

/** Creates the key, the chart and a note. Recordings with different losses are compared by their squared errors. */
export function createLossComparison(
  recordings: readonly TrainingRecording[],
  width: number,
  onPick: (epoch: number) => void,
) {
  const loss = recordings[0]!.config.loss?.name;
  const hasSameLoss = loss !== undefined && recordings.every(({ config }) => config.loss?.name === loss);
  const curves = recordings.map(({ frames }, i) => ({
    points: frames.map(({ epoch, loss, meanSquaredError }) => ({ epoch, loss: hasSameLoss ? loss : meanSquaredError })),
    color: color(LINES[i]!.style.color),
    dash: LINES[i]!.style.dash.join(" "),
  }));
  const title = hasSameLoss ? "training loss" : "mean squared error";
  const { element, notes, show } = createLossChart(title, curves, width, onPick);
  const key = recordings.length > 1 ? createKey({ title: "line", entries: LINES }) : undefined;
  const note = notes.length > 0 ? html("p", { class: "note" }, notes.join(" ")) : undefined;
  return { elements: [key, element, note], show };
}
